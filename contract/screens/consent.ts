import { z } from 'zod';

/** Asked at the edge of OAuth for applications that are not the organisation's own. */
export const consentScreen = z.strictObject({
  step: z.literal('consent'),
  application: z.string(),
  scopes: z.array(z.string()),
  claims: z.array(z.string()),
});
export const consentInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('allow') }),
  z.object({ choice: z.literal('refuse') }),
]);
