/** The way through a step-up and back, for applications in a browser that use the hosted pages; the built module is this one. */
export { createStepUp, stepUpIn, type StepUpHelper, type StepUpOptions, type StepUpParameters } from './src/step-up.ts';
export { SignInError, type SignInErrorKind } from './src/sign-in-error.ts';
export { browserStore, memoryStore, type Store } from './src/store.ts';
export type { Tokens } from './src/tokens.ts';
