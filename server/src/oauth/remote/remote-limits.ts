import type { Limiter } from '../../web/index.ts';

/** What holds back whoever asks too often; made where everything is put together. */
export interface RemoteLimits {
  /** By network: how often a form may be sent to the pages of this folder. */
  readonly forms: Limiter;
  /** By network: codes are guessed at one place, so each has few tries at it (RFC 8628 §5.1). */
  readonly codeTries: Limiter;
  /** By request: applications are to ask every 5 seconds (RFC 8628 §3.5, CIBA Core 1.0 §7.3). */
  readonly polls: Limiter;
}

type Rate = { readonly burst: number; readonly perSecond: number };

export const remoteRates: Readonly<Record<keyof RemoteLimits, Rate>> = {
  forms: { burst: 60, perSecond: 2 },
  codeTries: { burst: 10, perSecond: 1 / 30 },
  polls: { burst: 3, perSecond: 1 / 4 },
};
