import { isSignedInPurpose, type JourneyPurpose } from '../../../contract/events/index.ts';

/** What a screen calls a run: whatever somebody who is signed in comes back for, they confirm that it is them. */
export function toldPurpose(purpose: JourneyPurpose): 'sign-up' | 'sign-in' | 'step-up' | 'enrol' | 'recover' {
  return isSignedInPurpose(purpose) ? 'step-up' : purpose;
}
