import type { Benchmark } from '../benchmark.ts';
import { assessing } from './assess.ts';
import { decision } from './decision.ts';
import { journeyStep } from './journey-step.ts';
import { passkeySignIn } from './passkey-sign-in.ts';
import { passwordSignIn } from './password-sign-in.ts';
import { start } from './start.ts';
import { token } from './token.ts';

export const benchmarks: readonly Benchmark[] = [token, passwordSignIn, passkeySignIn, journeyStep, decision, assessing, start];
