import type { CredentialNotice } from '../journeys/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Messages } from '../messages/index.ts';

export interface NoticeDeps {
  readonly messages: Pick<Messages, 'queue'>;
  readonly clock: Clock;
}

/** Of an act that was done at the console or the server's shell: no browser of the person's own is to be named. */
export function noticeOf({ clock }: Pick<NoticeDeps, 'clock'>): Omit<CredentialNotice, 'change'> {
  return { at: clock(), device: '', locale: null };
}
