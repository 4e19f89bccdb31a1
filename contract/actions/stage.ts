/** Where in a journey an action can stand, in its order. */
export const actionStages = ['before-sign-in', 'sign-in', 'browsing', 'paying', 'account-changes', 'leaving'] as const;
export type ActionStage = (typeof actionStages)[number];

/** What actions of a stage are called after, in the first word of their name or any other. */
const usual: readonly (readonly [ActionStage, RegExp])[] = [
  ['leaving', /(^|[.-])(delete|deletion|close|leave|export)([.-]|$)/],
  ['before-sign-in', /^(sign-up|signup|register|registration|enrol|invitation|recover|recovery)([.-]|$)/],
  ['sign-in', /^(sign-in|login|session|token)([.-]|$)/],
  ['paying', /^(payout|payment|pay|checkout|order|transfer|withdrawal|card|gift-card|invoice|refund|expense|payroll)([.-]|$)/],
  ['account-changes', /^(account|profile|email|phone|address|password|passkey|credential|contact|device|role|grant|delegation)([.-]|$)/],
];

/** Where in a journey an action stands: as the policy says, else by what its name tells, else while browsing. */
export function stageOf(name: string, { stage }: { readonly stage?: ActionStage | undefined }): ActionStage {
  return stage ?? usual.find(([, named]) => named.test(name))?.[0] ?? 'browsing';
}

/** A machine's life as far as anybody asks it for something, in its order; at `token` stands its one checkpoint. */
export const machineStages = ['registration', 'token', 'use'] as const;
export type MachineStage = (typeof machineStages)[number];
