import type { Notice } from '../../../../../contract/screens/index.ts';
import type { CodeVerdict } from '../../../credentials/index.ts';
import type { Principal } from '../../../directory/index.ts';
import type { PrincipalRef } from '../../../kernel/index.ts';
import type { Envelope } from '../../../messages/index.ts';
import type { Db } from '../../../storage/index.ts';
import type { RunView } from '../../step.ts';
import { boundTo } from '../binding.ts';
import { numberHolder } from '../number-holder.ts';
import { noticeOfLimit } from '../sms-code/index.ts';
import type { StepServices } from '../step-services.ts';

/** How long a code counts. */
export const minutes = 10;

/** What is different between proving an address and proving a number. */
export interface ContactWay {
  readonly kind: 'email' | 'phone';
  /** Whether the population takes any. */
  isTaken(run: RunView): boolean;
  /** What somebody typed, as it is compared; undefined for what is none. */
  read(run: RunView, typed: string): string | undefined;
  /** One that is kept, as it is compared. */
  normalise(value: string): string | undefined;
  /** As it is kept and shown. */
  shown(address: string): string;
  /** Sends a code; a notice where none may be sent now. */
  send(tx: Db, run: RunView, address: string): Promise<Notice | undefined>;
  verify(run: RunView, address: string, code: string): Promise<CodeVerdict>;
  /** Which account has it, once it was proved that somebody holds it here and now. */
  holder(tx: Db, run: RunView, address: string, by: PrincipalRef): Promise<Principal | undefined>;
}

export function contactWays(
  services: Pick<StepServices, 'directory' | 'credentials' | 'messages'>,
): Readonly<Record<'email' | 'phone', ContactWay>> {
  const { directory, credentials, messages } = services;
  const queue = (tx: Db, run: RunView, code: string, to: Pick<Envelope, 'to' | 'channel'>): Promise<void> => messages.queue(tx, {
    population: run.population, ...to, locale: run.locale, run: run.id, principal: boundTo(run),
    message: { kind: 'code', code, minutes, purpose: 'contact' },
  });
  return {
    email: {
      kind: 'email',
      isTaken: () => true,
      read: (_run, typed) => directory.normaliseEmail(typed),
      normalise: (value) => directory.normaliseEmail(value),
      shown: (address) => address,
      send: async (tx, run, address) => {
        const code = await credentials.emailCodes.issue(tx, run.population, run.id, address, run.occasion);
        if (code === undefined) return { code: 'code.wait', kind: 'error' };
        await queue(tx, run, code, { to: address });
        return undefined;
      },
      verify: (run, address, code) => credentials.emailCodes.verify(run.population, run.id, address, code, run.occasion),
      holder: (tx, run, address) => directory.findByIdentifier(tx, run.population, address),
    },
    phone: {
      kind: 'phone',
      isTaken: ({ policy }) => policy.phone !== undefined,
      read: ({ policy }, typed) => directory.readPhone(typed, policy.phone?.region)?.number,
      normalise: (value) => directory.readPhone(value)?.number,
      shown: (number) => directory.readPhone(number)?.shown ?? number,
      send: async (tx, run, number) => {
        const to = directory.readPhone(number)!;
        const issued = await credentials.smsCodes.issue(tx, run.population, run.id, to, run.policy.phone!, run.occasion);
        if ('limit' in issued) return noticeOfLimit(issued.limit);
        await queue(tx, run, issued.code, { to: number, channel: 'sms' });
        return undefined;
      },
      verify: (run, number, code) => credentials.smsCodes.verify(run.population, run.id, number, code, run.occasion),
      holder: (tx, run, number, by) => numberHolder(tx, services, run, number, by),
    },
  };
}
