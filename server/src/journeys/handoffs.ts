import { equalInConstantTime, hashToken, minute, randomDigits, type Clock, type Randomness } from '../kernel/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Db } from '../storage/index.ts';
import { changeHandoff, findHandoff, moveRun, putHandoff, type HandoffRow } from './handoff-store.ts';
import { findRun, type StateSealer } from './run-store.ts';

export const handoffLifetime = 5 * minute;
const mostWrongNumbers = 3;
/** Without what is read or heard as something else: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY';
const codeLength = 8;

type At = { readonly population: string; readonly id: string };
interface Claim { readonly number: string; readonly device: string }

/** The ways by which runs move to another browser: both ends have a part in it, and the code alone is not enough. */
export interface Handoffs {
  /** Makes a code for this run; an earlier one, and whoever came with it, are nothing from then on. */
  issue(tx: Db, run: At): Promise<string>;
  /** A browser comes with a code: it is shown a number, which the first browser has to be told. */
  claim(tx: Db, population: string, code: string, by: { readonly secret: string; readonly device: string }):
    Promise<{ readonly run: string; readonly isOwn: boolean } | 'unknown' | 'taken'>;
  /** Who came with the code, where somebody has. */
  claimOf(db: Db, run: At): Promise<Claim | undefined>;
  /** What the browser that came is told. Undefined for any other browser. */
  claimedBy(db: Db, run: At, secret: string): Promise<(Claim & { readonly state: 'waiting' | 'moved' | 'ended' }) | undefined>;
  /** The first browser's word: with the right number the run moves. The third wrong one ends the handoff. */
  confirm(tx: Db, run: At, number: string): Promise<'moved' | 'wrong' | 'ended'>;
}

export function createHandoffs(
  { clock, random, sealer, events }: {
    readonly clock: Clock; readonly random: Randomness; readonly sealer: StateSealer;
    readonly events: Pick<EventLog, 'append'>;
  },
): Handoffs {
  const about = ({ population, id }: At) => ({ population, run: id, actor: { kind: 'system' } }) as const;
  const contextOf = ({ population, run }: Pick<HandoffRow, 'population' | 'run'>): string => `${population}/${run}/handoff`;
  const isOpen = (row: HandoffRow): boolean => row.moved_at === null && row.expires_at > clock();
  const readClaim = (row: HandoffRow): Claim => (
    JSON.parse(sealer.open(contextOf(row), row.sealed!).toString('utf8')) as Claim);

  return {
    issue: async (tx, { population, id }) => {
      const code = newCode(random);
      await putHandoff(tx, {
        population, run: id, code_hash: hashOf(population, code), expires_at: new Date(clock().getTime() + handoffLifetime),
      });
      return code;
    },
    claim: async (tx, population, typed, { secret, device }) => {
      const row = await findHandoff(tx, population, { code: hashOf(population, normalised(typed)) }, true);
      const run = row && isOpen(row) ? await findRun(tx, population, row.run) : undefined;
      if (!row || !run || run.endedAt !== null || run.expiresAt <= clock()) return 'unknown';
      const by = hashToken(secret);
      // Who scans the picture with the device that shows it has nowhere to go.
      if (equalInConstantTime(by, run.browserHash)) return { run: run.id, isOwn: true };
      if (row.claimed_by) return equalInConstantTime(by, row.claimed_by) ? { run: row.run, isOwn: false } : 'taken';
      const claim: Claim = { number: twoDigits(random), device };
      const sealed = sealer.seal(contextOf(row), Buffer.from(JSON.stringify(claim), 'utf8'));
      // Time to walk from one screen to the other.
      const expires_at = new Date(clock().getTime() + handoffLifetime);
      await changeHandoff(tx, row, { claimed_by: by, sealed, expires_at });
      await events.append(tx, { type: 'run.handoff_claimed', ...about(run), open: {} });
      return { run: row.run, isOwn: false };
    },
    claimOf: async (db, { population, id }) => {
      const row = await findHandoff(db, population, { run: id });
      return row?.sealed && isOpen(row) ? readClaim(row) : undefined;
    },
    claimedBy: async (db, { population, id }, secret) => {
      const row = await findHandoff(db, population, { run: id });
      if (!row?.claimed_by || !equalInConstantTime(hashToken(secret), row.claimed_by)) return undefined;
      return { ...readClaim(row), state: row.moved_at ? 'moved' : isOpen(row) ? 'waiting' : 'ended' };
    },
    confirm: async (tx, { population, id }, number) => {
      const row = await findHandoff(tx, population, { run: id }, true);
      if (!row?.claimed_by || !isOpen(row) || row.tries >= mostWrongNumbers) return 'ended';
      if (readClaim(row).number !== number) {
        const tries = row.tries + 1;
        const over = tries >= mostWrongNumbers;
        await changeHandoff(tx, row, over ? { tries, expires_at: clock() } : { tries });
        const open = { reason: over ? 'no-tries-left' : 'wrong-number' };
        await events.append(tx, { type: 'run.handoff_refused', ...about({ population, id }), open });
        return over ? 'ended' : 'wrong';
      }
      await changeHandoff(tx, row, { moved_at: clock() });
      await moveRun(tx, { population, id }, row.claimed_by);
      await events.append(tx, { type: 'run.moved', ...about({ population, id }), open: {} });
      return 'moved';
    },
  };
}

const hashOf = (population: string, code: string): Buffer => hashToken(`handoff/${population}/${code}`);

const normalised = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Drawn so that no character is likelier than another. */
function newCode(random: Randomness): string {
  const bound = 256 - (256 % alphabet.length);
  let code = '';
  while (code.length < codeLength) {
    for (const byte of random(codeLength * 2)) {
      if (byte < bound && code.length < codeLength) code += alphabet[byte % alphabet.length];
    }
  }
  return code;
}

function twoDigits(random: Randomness): string {
  for (;;) {
    const digits = randomDigits(random, 2);
    if (!digits.startsWith('0')) return digits;
  }
}
