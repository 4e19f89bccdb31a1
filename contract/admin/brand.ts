/** The look of a population's pages and mails: its files, and a draft of it on the pages that people meet. */
import { z } from 'zod';
import { brandFileName, colourSchemes, largestBrandFile, policyFault } from '../policy/index.ts';
import { clientId } from './client-registration.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
const largest = Math.max(...Object.values(largestBrandFile));

export const shownBrandFile = z.object({
  /** What a policy writes to use it: the hash of its bytes and what kind it is. */
  name: brandFileName,
  contentType: z.string().max(40),
  /** Base64. */
  content: z.string().max(Math.ceil(largest / 3) * 4),
});

/** Pages that a look is judged by: the way in, what may go wrong, and what comes by mail. */
export const previewPage = z.enum(['sign-in', 'sign-up', 'code', 'passkey', 'error', 'account', 'mail']);
export type PreviewPage = z.infer<typeof previewPage>;

/** How well the accent can be seen in one place, and what it becomes there. */
export const shownContrast = z.object({
  scheme: z.enum(colourSchemes), use: z.enum(['button', 'link']), given: z.string(), ratio: z.number(), needed: z.number(),
  used: z.string(), usedRatio: z.number(),
});

export const brandRoutes = [
  {
    method: 'POST', path: '/populations/:population/brand/files', operation: 'brand.add-file',
    summary: 'Cleans a logo (SVG, PNG) or a typeface (WOFF2) and keeps it for the policy; the same bytes are the same file',
    params: z.strictObject({ population }),
    // A little more than any kind may have, so that the answer can say how much too large it is.
    body: z.strictObject({ content: z.base64().min(1).max(400_000) }), response: shownBrandFile,
  },
  {
    method: 'GET', path: '/populations/:population/brand/files/:name', operation: 'brand.get-file',
    summary: 'A logo or typeface that was added, as it is served',
    params: z.strictObject({ population, name: z.string().max(60) }), response: shownBrandFile,
  },
  {
    method: 'POST', path: '/populations/:population/brand/preview', operation: 'brand.preview', looks: true,
    summary: 'Draws a page of the population as it would be under a branding.yaml that is not published',
    params: z.strictObject({ population }),
    body: z.strictObject({
      text: z.string().max(32_000), page: previewPage, locale: z.string().max(35), scheme: z.enum(colourSchemes),
      application: clientId.optional(),
    }),
    response: z.object({
      /** Null where the text is at fault. Its pictures are `#<name>` of a file. */
      page: z.object({ document: z.string(), styles: z.string(), title: z.string() }).nullable(),
      /** The languages that pages speak. */
      locales: z.array(z.string()).max(60),
      contrast: z.array(shownContrast).max(4),
      faults: z.array(policyFault).max(200),
    }),
  },
] as const satisfies readonly AdminRoute[];
