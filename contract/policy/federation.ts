import { z } from 'zod';

const providerName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens');

/** Domains as they are compared with those of addresses: IDNA, in lower case. */
const domain = z.string().max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, 'write a domain in lower case, like example.org');
const domains = z.array(domain).max(50).default([]);
const words = z.array(z.string().min(1).max(200)).max(20).default([]);

/** Providers whose issuer and ways are known; everybody else is named by issuer. */
export const federationPresets = ['google', 'microsoft', 'apple', 'github'] as const;
export type FederationPreset = (typeof federationPresets)[number];

/** One provider upstream, at which people of this population may sign in. Its secret stands in no file. */
export const federationProvider = z.strictObject({
  /** On its button. */
  name: z.string().trim().min(1).max(40),
  preset: z.enum(federationPresets).optional(),
  /** Instead of a preset: the issuer of OpenID Connect, whose discovery document tells the rest. */
  issuer: z.url({ protocol: /^https?$/, error: 'write the issuer\'s web address, like https://login.example.org' }).max(300).optional(),
  /** Microsoft: one tenant is one issuer, so its id is needed. */
  tenant: z.guid({ error: 'write the id of one tenant; common and organizations stand for any issuer' }).optional(),
  /** GitHub: an Enterprise Server of one's own, in place of github.com. */
  server: z.url({ protocol: /^https?$/, error: 'write the server\'s web address, like https://github.example.org' }).max(300).optional(),
  /** Apple: who signs instead of a secret. The key itself is set as the secret. */
  signsAs: z.strictObject({ team: z.string().regex(/^[A-Z0-9]{10}$/), key: z.string().regex(/^[A-Z0-9]{10}$/) }).optional(),
  clientId: z.string().trim().min(1).max(300),
  authMethod: z.enum(['client_secret_basic', 'client_secret_post', 'none']).default('client_secret_basic'),
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/)).min(1).max(20).default(['openid', 'email', 'profile']),
  /** Whoever types an address of these domains is led to this provider. */
  domains,
  /**
   * Domains that the provider is authoritative for: an address there which it calls verified is proved by it. Any other
   * address that it tells is a hint, and is proved by a code.
   */
  trustsEmail: domains,
  /** Somebody new with a proved address gets an account without another question to their mailbox. */
  createsAccounts: z.boolean().default(false),
  /** What the provider says (`acr`, `amr`) when it has asked for two factors. Without it a sign-in there is one. */
  twoFactors: z.strictObject({ acr: words, amr: words }).default({ acr: [], amr: [] }),
});
export type FederationProvider = z.infer<typeof federationProvider>;

export const federationRules = z.strictObject({
  providers: z.record(providerName, federationProvider)
    .refine((all) => Object.keys(all).length <= 12, 'has more than 12 providers'),
});
export type FederationRules = z.infer<typeof federationRules>;
