/** What a population's policy says: one file per part, versioned as one. */
import { z } from 'zod';
import { populationKind } from '../events/words.ts';
import { branding } from './branding.ts';
import { charter } from './charter.ts';
import { checkpointRules } from './checkpoints.ts';
import { deviceRules } from './devices.ts';
import { duration } from './duration.ts';
import { federationRules } from './federation.ts';
import { journey, nodeName } from './journey.ts';
import { phoneRules } from './phone.ts';
import { riskRules } from './risk.ts';

export {
  brandFileName, brandFilesOf, brandFor, branding, brandText, brandTexts, colourSchemes, cornerSizes, largestBrandFile, typefaces, type Brand,
  type BrandFileKind, type Branding, type BrandSlot, type BrandTexts, type ColourScheme,
} from './branding.ts';
export { accentOn, contrastReadings, surfaces, type AccentColours, type ContrastReading } from './accent.ts';
export { formatColour, parseColour } from './colour.ts';
export {
  charter, disciplines, exceptableRules, type Charter, type Discipline, type ExceptableRule, type Exception,
} from './charter.ts';
export {
  actionName, checkpoint, checkpointRules, proofsAsked, type Checkpoint, type CheckpointResponse, type CheckpointRules,
} from './checkpoints.ts';
export { everyResponse, ownersOf, responsesByBand, riskBands, type BandResponses } from './checkpoint-matrix.ts';
export { checkpointFacts } from './checkpoint-facts.ts';
export { isSaid, isWayAround } from './said-facts.ts';
export { placeKinds, tokenAction, tokenFacts, type PlaceKind } from './token-facts.ts';
export { deviceRules, type DeviceRules } from './devices.ts';
export { duration, milliseconds } from './duration.ts';
export {
  federationPresets, federationProvider, federationRules, type FederationPreset, type FederationProvider,
  type FederationRules,
} from './federation.ts';
export {
  optionalPolicyParts, policyFile, policyFileBounds, policyParts, type OptionalPolicyPart, type PolicyFile, type PolicyPart,
} from './files.ts';
export { riskRules, type RiskRules } from './risk.ts';
export { journeyFacts } from './journey-facts.ts';
export { phoneRules, type PhoneRules } from './phone.ts';
export {
  policyDifference, policyFault, policyFiles, policyFinding, policyPlan, type PolicyDifference, type PolicyFault,
  type PolicyFinding,
} from './plan.ts';
export { journey, journeyNode, nodeName, type Journey, type JourneyNode } from './journey.ts';

const reservedSlugs = ['console', 'api', 'access', 'scim', 'inbox', 'health', 'metrics', 'assets'];

/** Names a population in addresses; fixed at creation, since the issuer contains it. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'use lower-case letters, digits and hyphens')
  .refine((value) => !reservedSlugs.includes(value), 'this name is reserved');

export const sessionRules = z.strictObject({
  /** Longest life of a session (SP 800-63B-4 §2.1.3, §2.2.3). */
  total: duration,
  /** A session unused for this long has ended; without it only `total` counts. */
  idle: duration.optional(),
  /** Longest life of one at another screen, a kiosk or a desk, whoever it belongs to; 15 minutes where left out. */
  remote: duration.optional(),
  /**
   * An account that was given back by recovery, until a factor was bound again or this time is over: sessions are
   * shorter, and actions of high value are closed. 12 hours and three days where left out.
   */
  recovered: z.strictObject({ total: duration, within: duration }).optional(),
});

export const assuranceRules = z.strictObject({
  /** What every sign-in of this population must at least prove. */
  required: z.enum(['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr']),
  password: z.strictObject({
    /** Characters where a password is one of two factors; SP 800-63B-4 §3.1.1.2 asks for at least 8. */
    minimumWithSecondFactor: z.int().min(8).max(64),
    /** Characters where it is the only one; at least 15 unless the charter names the exception. */
    minimumAlone: z.int().min(8).max(64),
  }),
});

export const tokenRules = z.strictObject({
  accessToken: duration,
  refreshToken: duration,
});

/** That people may delete their account themselves, and how long they can change their mind. */
export const deletionRules = z.strictObject({ waiting: duration });

export const policyContent = z.strictObject({
  population: z.strictObject({
    slug, kind: populationKind, name: z.string().trim().min(1).max(60),
    /** Without it only an operator deletes an account. */
    deletion: deletionRules.optional(),
    /** Whether owners are told of sign-ins that were not as usual. */
    tellsOfSignIns: z.boolean().optional(),
  }),
  charter,
  sessions: sessionRules,
  assurance: assuranceRules,
  tokens: tokenRules,
  branding,
  /** Decisions at actions; without it none is declared, and every question about one is answered with no. */
  checkpoints: checkpointRules.optional(),
  /** What makes a device a managed one, besides what device management says by API. */
  devices: deviceRules.optional(),
  /** Providers upstream; without it nobody comes by way of another. */
  federation: federationRules.optional(),
  /** Telephone numbers; without it none is taken, and no text is sent. */
  phone: phoneRules.optional(),
  /** How risk is judged; without it as `docs/reference/risk.md` says. */
  risk: riskRules.optional(),
  journeys: z.record(nodeName, journey),
});
export type PolicyContent = z.infer<typeof policyContent>;
