import { z } from 'zod';

/** A policy as an operator keeps it: a folder of small YAML files. The bounds keep planning quick. */
export const policyFileBounds = { files: 40, characters: 32_000 } as const;

/** One file of a policy, with its path inside the policy's folder. */
export const policyFile = z.strictObject({
  path: z.string().min(1).max(200),
  text: z.string(),
});
export type PolicyFile = z.infer<typeof policyFile>;

/** The parts that every policy has, each in the file of that name; journeys are `journeys/<name>.yaml` beside them. */
export const policyParts = ['population', 'charter', 'sessions', 'assurance', 'tokens', 'branding'] as const;
export type PolicyPart = (typeof policyParts)[number];

/** The parts that a policy may do without. */
export const optionalPolicyParts = ['checkpoints', 'devices', 'federation', 'phone', 'risk'] as const;
export type OptionalPolicyPart = (typeof optionalPolicyParts)[number];
