/** Principals: finding, creating, inviting, importing and suspending. */
import { z } from 'zod';
import { identifierKind, principalKind } from '../events/index.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
const inPopulation = z.strictObject({ population });
const onePrincipal = z.strictObject({ population, principal: z.uuid() });
const reason = z.strictObject({ reason: z.string().trim().min(1).max(120) });

export const shownIdentifier = z.object({
  kind: identifierKind, value: z.string().max(254), verifiedAt: z.iso.datetime().nullable(),
});

export const shownPrincipal = z.object({
  population,
  id: z.uuid(),
  kind: principalKind,
  state: z.enum(['active', 'suspended', 'erased']),
  displayName: z.string().nullable(),
  locale: z.string().nullable(),
  createdAt: z.iso.datetime(),
  origin: z.enum(['real', 'simulated']),
  identifiers: z.array(shownIdentifier).max(10),
});
export type ShownPrincipal = z.infer<typeof shownPrincipal>;

/** A one-time link; the address of it is in this answer only. */
export const shownInvitation = z.object({ link: z.url(), expiresAt: z.iso.datetime(), mailed: z.boolean() });
export type ShownInvitation = z.infer<typeof shownInvitation>;

const invitation = z.strictObject({
  /** Send the link to the principal's e-mail address, too. */
  mail: z.boolean().default(false),
});

/** Somebody whom the organisation vouches for: the identifiers count as verified. */
export const newPrincipal = z.strictObject({
  identifiers: z.array(z.strictObject({ kind: identifierKind, value: z.string().min(1).max(254) })).min(1).max(10),
  displayName: z.string().trim().min(1).max(120).optional(),
  locale: z.string().max(35).optional(),
  invite: invitation.optional(),
});
export type NewPrincipalInput = z.input<typeof newPrincipal>;

/** Characters; what is read is bounded in bytes (8 MiB) and rows (50,000) again. */
const longestCsv = 8 * 1024 * 1024;

const at = '/populations/:population/principals';
const one = `${at}/:principal` as const;
const answerOne = z.object({ principal: shownPrincipal });

export const principalRoutes = [
  {
    method: 'GET', path: at, operation: 'principal.list',
    summary: 'Principals, newest first; `search` is the beginning of a name or identifier', params: inPopulation,
    query: z.strictObject({
      search: z.string().trim().max(254).optional(),
      /** Whoever has exactly this identifier, verified; nobody else is listed. */
      identifier: z.string().trim().min(1).max(254).optional(),
      /** Only real people, or only simulated ones; both where left out. */
      origin: z.enum(['real', 'simulated']).optional(),
      /** The last id of the page before. */
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ principals: z.array(shownPrincipal).max(200) }),
  },
  {
    method: 'POST', path: at, operation: 'principal.create',
    summary: 'Creates a person the organisation vouches for, and invites them where asked to', params: inPopulation,
    body: newPrincipal, response: z.object({ principal: shownPrincipal, invitation: shownInvitation.optional() }),
    status: 201,
  },
  {
    method: 'POST', path: `${at}/import`, operation: 'principal.import',
    summary: 'Takes people from CSV (email, username, employee_number, phone, display_name, locale): all rows or none',
    params: inPopulation,
    body: z.strictObject({
      csv: z.string().min(1).max(longestCsv),
      /** Send everybody who is new a one-time link, where they have an e-mail address. */
      invite: z.boolean().default(false),
    }),
    response: z.object({
      created: z.int().min(0), updated: z.int().min(0), unchanged: z.int().min(0), invited: z.int().min(0),
    }),
  },
  {
    method: 'GET', path: one, operation: 'principal.get', summary: 'One principal with their identifiers',
    params: onePrincipal, response: answerOne,
  },
  {
    method: 'POST', path: `${one}/invitations`, operation: 'principal.invite',
    summary: 'Makes a one-time link and withdraws those before: for 24 hours; for 20 minutes, and with notice to every '
      + 'address, where the principal can sign in already', params: onePrincipal,
    body: invitation, response: shownInvitation, status: 201,
  },
  {
    method: 'POST', path: `${one}/suspend`, operation: 'principal.suspend',
    summary: 'Shuts a principal out at once; sessions end', params: onePrincipal, body: reason, response: answerOne,
  },
  {
    method: 'POST', path: `${one}/reactivate`, operation: 'principal.reactivate',
    summary: 'Lets a suspended principal back in', params: onePrincipal, body: reason, response: answerOne,
  },
] as const satisfies readonly AdminRoute[];
