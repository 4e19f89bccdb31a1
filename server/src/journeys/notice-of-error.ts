import type { Notice } from '../../../contract/screens/index.ts';
import type { LimenError } from '../kernel/index.ts';

/** The notice for an error that a person can do something about at the same screen; undefined for all others. */
export function noticeOf(error: LimenError): Notice | undefined {
  switch (error.code) {
    case 'credential.throttled':
      return { code: 'throttled', kind: 'error', values: { minutes: Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60)) } };
    case 'passkey.refused':
    case 'credential.unknown':
      return { code: 'passkey.refused', kind: 'error' };
    case 'passkey.other_door':
      return { code: 'passkey.other-door', kind: 'error', values: { door: error.detail ?? '' } };
    default:
      return undefined;
  }
}
