import { z } from 'zod';
import { mostReasons } from '../decision-words.ts';
import { labelEntries, labelSources, type LabelSource } from '../decision-record.ts';
import { decisionOutcome, decisionResponse } from '../decisions.ts';
import type { EventEntry } from './event.ts';
import { acr, credentialKind, identifierKind, journeyPurpose, principalKind, remoteRequestKind, sessionEndReason } from './words.ts';

const amr = z.array(z.string().max(20)).max(8);
const short = z.string().max(120);
const address = z.object({ address: short });

/**
 * Every type of event, in the past tense. A field is added, never renamed or reused: events are kept for years.
 * What names a person goes into `personal`; ids of ours are pseudonyms and may stay open.
 */
export const eventCatalogue = {
  // Journeys
  'run.started': { summary: 'A person began a journey', open: z.object({ purpose: journeyPurpose, journey: short, policyVersion: z.int(), channel: short }), personal: z.object({ clientAddress: short, userAgent: z.string().max(300) }) },
  'run.step_entered': { summary: 'A run came to a step', open: z.object({ step: short, kind: short, journey: short.optional() }) },
  'run.step_left': { summary: 'A run left a step by one of its exits', open: z.object({ step: short, kind: short, exit: short, ms: z.int(), journey: short.optional() }) },
  'run.completed': { summary: 'A run came to its end and gave its result', open: z.object({ purpose: journeyPurpose, acr: acr.optional(), ms: z.int() }) },
  'run.refused': { summary: 'A run ended without letting the person through', open: z.object({ purpose: journeyPurpose, reason: short }) },
  'run.expired': { summary: 'A run was not finished in its time', open: z.object({ purpose: journeyPurpose, step: short }) },
  'run.handoff_claimed': { summary: 'Another browser came with the code by which a run may move', open: z.object({}) },
  'run.handoff_refused': { summary: 'A run did not move to the browser that came', open: z.object({ reason: short }) },
  'run.webhook_failed': { summary: 'Another server that a journey asked gave no usable answer', open: z.object({ host: short, reason: z.enum(['refused', 'unreachable', 'status', 'rubbish', 'busy']) }) },
  'run.moved': { summary: 'A run went on in another browser', open: z.object({}) },
  // Sessions
  'session.started': { summary: 'A session began', open: z.object({ acr, amr }), personal: z.object({ clientAddress: short, userAgent: z.string().max(300) }) },
  'session.raised': { summary: 'A session proved more and got a new id in the browser', open: z.object({ acr, amr }) },
  'device.registered': { summary: 'A key of a device was registered for somebody by an administrator', open: z.object({ key: short, until: z.iso.datetime(), restored: z.literal(true).optional() }) },
  'device.withdrawn': { summary: 'A registered key of a device counts no more', open: z.object({ key: short }) },
  'device.proved': { summary: 'A browser showed a certificate of a managed device', open: z.object({ by: z.enum(['authority', 'registered-key']), source: short, until: z.iso.datetime() }) },
  'device.refused': { summary: 'A browser showed a certificate that says nothing here', open: z.object({ reason: short }) },
  'device.marked': { summary: 'A browser of somebody was marked as managed by the organisation, or no longer', open: z.object({ device: short, managed: z.boolean(), until: z.iso.datetime().optional(), source: short.optional() }) },
  'session.ended': { summary: 'A session ended', open: z.object({ reason: sessionEndReason }) },
  // Credentials
  'credential.bound': { summary: 'A credential was bound to a principal', open: z.object({ kind: credentialKind, credential: short.optional() }) },
  'credential.accepted': { summary: 'A credential was presented and matched', open: z.object({ kind: credentialKind, credential: short.optional() }) },
  'credential.refused': { summary: 'A credential was presented and did not match', open: z.object({ kind: credentialKind, reason: short }) },
  'credential.throttled': { summary: 'Further tries with a credential were held back', open: z.object({ kind: credentialKind, seconds: z.int() }) },
  'credential.removed': { summary: 'A credential was removed from a principal', open: z.object({ kind: credentialKind, credential: short.optional(), reason: short }) },
  'credential.suspicious': { summary: 'A credential behaved in a way that hints at a copy', open: z.object({ kind: credentialKind, reason: short }) },
  'link.confirmed': { summary: 'Whoever has a link by mail said yes to it', open: z.object({ browser: z.enum(['same', 'other']) }) },
  // Providers upstream
  'federation.linked': { summary: 'An identity at a provider upstream was linked to a principal', open: z.object({ provider: short }) },
  'federation.unlinked': { summary: 'A link to an identity upstream was removed', open: z.object({ provider: short, reason: short }) },
  'federation.refused': { summary: 'What a provider upstream answered was not taken', open: z.object({ provider: short, reason: short }) },
  'federation.secret_set': { summary: 'The secret for a provider upstream was set', open: z.object({ provider: short }) },
  // Principals
  'principal.created': { summary: 'A principal came into being', open: z.object({ kind: principalKind, basis: z.enum(['sign-up', 'invitation', 'import', 'client', 'demo', 'operator']) }) },
  'principal.recovered': { summary: 'A person got back into an account, and all its earlier sessions ended', open: z.object({ methods: z.array(credentialKind).max(8) }) },
  'principal.suspended': { summary: 'A principal was suspended', open: z.object({ reason: short }) },
  'principal.reactivated': { summary: 'A suspended principal was let back in', open: z.object({ reason: short }) },
  'principal.checked_up': { summary: 'A person looked through what opens their account and said that it is right', open: z.object({ identifiers: z.int(), credentials: z.int() }) },
  'principal.erased': { summary: 'A principal and the key of their personal data were erased', open: z.object({ reason: short }) },
  'principal.deletion_requested': { summary: 'A person asked for their account to be deleted, which takes effect later', open: z.object({ dueAt: z.iso.datetime() }) },
  'principal.deletion_cancelled': { summary: 'A person keeps the account that was to be deleted', open: z.object({}) },
  'principal.exported': { summary: 'A person took a copy of everything that is kept about them', open: z.object({ events: z.int() }) },
  'identifier.added': { summary: 'An identifier was added, not yet verified', open: z.object({ kind: identifierKind }), personal: address },
  'identifier.verified': { summary: 'A principal proved to hold an identifier', open: z.object({ kind: identifierKind }), personal: address },
  'identifier.dropped': { summary: 'An identifier was taken from a principal', open: z.object({ kind: identifierKind, reason: short }) },
  'invitation.issued': { summary: 'A one-time link was made for a principal', open: z.object({ purpose: short, expiresAt: z.iso.datetime() }) },
  'invitation.accepted': { summary: 'A one-time link was used', open: z.object({ purpose: short }) },
  'invitation.withdrawn': { summary: 'A one-time link was withdrawn before use', open: z.object({ purpose: short, reason: short }) },
  'principal.profile_changed': { summary: 'A person changed what they set for themselves: name, language, time zone', open: z.object({ fields: z.array(short).max(3) }) },
  'attribute.withdrawn': { summary: 'Somebody took back what they had told about themselves', open: z.object({ attribute: short }) },
  'attribute.set': { summary: 'Somebody told something about themselves', open: z.object({ attributes: z.array(short).max(40) }) },
  'text.accepted': { summary: 'Somebody agreed to a version of a text', open: z.object({ text: short, version: short }) },
  // Applications and tokens
  'client.created': { summary: 'An application was registered', open: z.object({ client: short }) },
  'client.changed': { summary: 'An application\'s registration was changed', open: z.object({ client: short, fields: z.array(short).max(40) }) },
  'client.secret_rotated': { summary: 'An application got a new secret', open: z.object({ client: short }) },
  'client.disabled': { summary: 'An application was switched off', open: z.object({ client: short, reason: short }) },
  'consent.given': { summary: 'A person let an application have what it asked for', open: z.object({ client: short, scopes: z.array(short).max(40) }) },
  'consent.withdrawn': { summary: 'A person took back what they had let an application have', open: z.object({ client: short }) },
  'consent.refused': { summary: 'A person refused an application what it asked for', open: z.object({ client: short }) },
  'challenge.refused': { summary: 'An application that draws its own screens was refused', open: z.object({ error: short }) },
  'remote.requested': { summary: 'An application at another screen asked for a person: by a code that it shows, or by name', open: z.object({ request: short, by: remoteRequestKind }) },
  'remote.throttled': { summary: 'An application was not let ask a person, who had been asked too often or had said that it was not them', open: z.object({ reason: z.enum(['person', 'application', 'not-me']) }) },
  'remote.opened': { summary: 'The code of another screen was entered in a browser', open: z.object({ request: short }) },
  'remote.code_unknown': { summary: 'A code was entered that no screen shows', open: z.object({}) },
  'remote.confirmed': { summary: 'A person let another screen in', open: z.object({ request: short, by: remoteRequestKind, ms: z.int() }) },
  'remote.refused': { summary: 'A person did not let another screen in', open: z.object({ request: short, by: remoteRequestKind, reason: z.enum(['person', 'not-me', 'no-tries-left', 'sign-in']) }) },
  'remote.expired': { summary: 'Nobody answered another screen in time', open: z.object({ request: short, by: remoteRequestKind }) },
  'token.issued': { summary: 'Tokens were issued', open: z.object({ grant: short, kinds: z.array(short).max(4), audience: short.optional(), scope: z.string().max(400).optional(), decision: short.optional() }) },
  'token.refused': { summary: 'A request for tokens was refused', open: z.object({ grant: short.optional(), error: short, decision: short.optional() }) },
  'token.reuse_detected': { summary: 'A code or refresh token came a second time; all that came of it was revoked', open: z.object({ kind: z.enum(['authorization-code', 'refresh-token']) }) },
  'token.revoked': { summary: 'A token was revoked on request', open: z.object({ kind: short }) },
  'logout.requested': { summary: 'A person or application asked to end the session', open: z.object({ initiator: z.enum(['client', 'person', 'operator', 'system']) }) },
  'logout.notified': { summary: 'An application was told that a session ended', open: z.object({ client: short, outcome: z.enum(['told', 'failed', 'gave-up']), attempt: z.int() }) },
  // Checkpoints
  'decision.made': { summary: 'A checkpoint answered whether an action may go on', open: z.object({ decision: short, action: short, response: decisionResponse, reasons: z.array(short).max(mostReasons), policyVersion: z.int().optional(), mode: z.enum(['live', 'report-only']) }) },
  'decision.settled': { summary: 'What a checkpoint had asked for came to an end', open: z.object({ decision: short, action: short, response: decisionResponse.extract(['challenge', 'delay', 'review']), outcome: decisionOutcome, ms: z.int() }) },
  'decision.reviewed': { summary: 'Somebody looked at an action that waited for it, and said yes or no', open: z.object({ review: short, decision: short, action: short, verdict: z.enum(['approved', 'refused']), reason: short }) },
  'transaction.confirmed': { summary: 'A person went through pages that showed a transaction, and so confirmed it', open: z.object({ client: short, action: short }) },
  'report.not_me': { summary: 'The owner of an account said that something in it was not done by them', open: z.object({ about: short, sessionsEnded: z.int(), actionsCancelled: z.int() }) },
  'decision.labelled': { summary: 'It was said of a decision whether it was the person or somebody else, or that was taken back', open: z.object({ decision: short, action: short, source: z.enum(Object.keys(labelSources) as [LabelSource, ...LabelSource[]]), verdict: z.enum(labelEntries), confidence: z.number() }) },
  'watch.started': { summary: 'A draft began to watch decisions, without anybody feeling it', open: z.object({ watch: short, name: short, endsAt: z.iso.datetime(), basedOn: z.int().optional() }) },
  'watch.stopped': { summary: 'A draft that watched was stopped before its time', open: z.object({ watch: short }) },
  // Recovery cases
  'recovery.opened': { summary: 'Somebody asked to get back into an account by waiting or by another person\'s yes', open: z.object({ case: short, route: short, dueAt: z.iso.datetime().optional() }) },
  'recovery.decided': { summary: 'Another person said yes or no to a recovery', open: z.object({ case: short, route: short, verdict: z.enum(['approved', 'refused']), reason: short }) },
  'recovery.closed': { summary: 'A recovery case was used up, refused, cancelled, or left until it expired', open: z.object({ case: short, route: short, outcome: z.enum(['used', 'refused', 'cancelled', 'expired']), ms: z.int() }) },
  // Administration
  'key.created': { summary: 'A key was made', open: z.object({ kind: short, kid: short }) },
  'key.activated': { summary: 'A published key began to sign', open: z.object({ kind: short, kid: short }) },
  'key.retired': { summary: 'A key was taken out of use', open: z.object({ kind: short, kid: short }) },
  'key.removed': { summary: 'A retired key was deleted; nothing it signed is accepted any more', open: z.object({ kind: short, kid: short }) },
  'grant.given': { summary: 'A principal was given an entitlement', open: z.object({ grant: short, entitlement: short, target: short, basis: short, expiresAt: z.iso.datetime().optional() }) },
  'grant.withdrawn': { summary: 'An entitlement was taken from a principal', open: z.object({ grant: short, entitlement: short, target: short, reason: short }) },
  'population.created': { summary: 'A population came into being with its issuer', open: z.object({ kind: short, issuer: z.string().max(300) }) },
  'policy.published': { summary: 'A version of a population\'s policy took effect', open: z.object({ version: z.int(), digest: short, basedOn: z.int().nullable() }) },
  'brand.file_added': { summary: 'A logo or typeface was added for a population\'s look', open: z.object({ name: short, bytes: z.int() }) },
  'message.queued': { summary: 'A message was put into the outbox', open: z.object({ kind: short, channel: z.enum(['email', 'sms']) }) },
  'message.sent': { summary: 'A message was handed to the mail server, or to the gateway for texts', open: z.object({ kind: short, attempt: z.int() }) },
  'message.withheld': { summary: 'A text for a number that nobody has here was not sent', open: z.object({ kind: short }) },
  'message.refused': { summary: 'A text was not even queued, since a limit was met, mostly one of the population\'s policy', open: z.object({ kind: short, channel: z.enum(['sms']), limit: z.enum(['country', 'number', 'prefix', 'address', 'population']), country: short.optional() }) },
  'message.failed': { summary: 'A message could not be delivered', open: z.object({ kind: short, attempt: z.int(), final: z.boolean() }) },
  'operator.acted': { summary: 'An operator did something through the admin API', open: z.object({ operation: short, outcome: short }) },
  'demo.fill_begun': { summary: 'Made-up people began to live here', open: z.object({ customers: z.int(), employees: z.int(), days: z.int(), seed: short }) },
  'demo.filled': { summary: 'The made-up people have lived until today', open: z.object({ acts: z.int(), seconds: z.int() }) },
  'demo.cleared': { summary: 'Everything that was simulated was removed', open: z.object({ people: z.int(), events: z.int() }) },
  'demo.created': { summary: 'The demo organisation was set up', open: z.object({ clients: z.int() }) },
} as const satisfies Record<string, EventEntry>;

export type EventType = keyof typeof eventCatalogue;
type Entry<T extends EventType> = (typeof eventCatalogue)[T];
export type OpenPart<T extends EventType> = z.infer<Entry<T>['open']>;
export type PersonalPart<T extends EventType> = Entry<T> extends { personal: infer P extends z.ZodType } ? z.infer<P> : undefined;
