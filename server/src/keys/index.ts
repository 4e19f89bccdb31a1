/**
 * keys owns sealing, the principals' data keys, and the populations' signing and cookie keys with their rotation. It
 * never stores the master key, and never knows what a sealed value means.
 */
export type { KeyAlgorithm, Keys, Sealer, SigningKey, SigningKeyState } from './keys.ts';
export { readMasterKey, createMasterKeyText, type MasterKey } from './master-key.ts';
export { createSealer, type MasterSealer } from './sealer.ts';
export { removeSimulatedKeys } from './principal-key-store.ts';
export { createPersonalSealer } from './personal-sealer.ts';
export { checkMasterKey } from './check-master-key.ts';
export { createKeys, keyJobs, type KeysDeps, type WatchingKeys } from './create-keys.ts';
export { createStatementSigner, type SignStatement } from './sign-statement.ts';
export { defaultLives, type KeyLives } from './rotate-keys.ts';
export type { KeyWatch } from './watch-keys.ts';
