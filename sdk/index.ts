/**
 * sdk owns what an application that draws its own screens installs: a small client for browsers that begins a sign-in,
 * carries its screens, does the passkey's part and gets tokens bound to a key. It never draws anything, never decides
 * what comes next, and has no dependencies: types come from `contract`, the rest is fetch and WebCrypto.
 */
export { createSignIn } from './src/sign-in.ts';
export type { SignIn, SignInOptions, StartOptions, Step, ScreenStep, InputFor } from './src/step.ts';
export { SignInError, type SignInErrorKind } from './src/sign-in-error.ts';
export { usePasskey, passkeysWork, type PasskeyOptions } from './src/passkey.ts';
export { browserStore, memoryStore, type Store } from './src/store.ts';
export type { Tokens } from './src/tokens.ts';
