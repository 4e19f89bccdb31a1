import { equalInConstantTime, isId, minute, randomDigits, randomToken, type Randomness } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, EmailLinks, EmailLinkState, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { allowMail } from '../email-code/mail-allowance.ts';
import { eventContext, type About } from '../event-context.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { changeLink, findLink, putLink, type EmailLinkRow } from './email-link-store.ts';

export const linkLifetime = 10 * minute;
/** So that somebody who doesn't see the first screen is right by chance in one of thirty links. */
export const mostWrongNumbers = 3;

/**
 * Links by mail. Whoever has the token may look, which changes nothing, and may say yes with the number that the first
 * browser shows; only the run that asked uses it up.
 */
export function createEmailLinks(deps: CredentialsDeps, digest: Digest, throttle: Throttle): EmailLinks {
  const { database, clock } = deps;
  const digests = digestsOf(digest);

  /** Changes a link under its lock, where its state allows it; else the answer is that state. */
  const answer = async <T>(
    population: string, token: string, allowed: readonly EmailLinkState[],
    act: (tx: Db, row: EmailLinkRow, now: Date) => Promise<T>,
  ): Promise<T | EmailLinkState | undefined> => {
    const by = { token: await digests.token(population, token) };
    return database.transaction(async (tx) => {
      const row = await findLink(tx, population, by, true);
      const state = row && stateOf(row, clock());
      return row && allowed.includes(state!) ? act(tx, row, clock()) : state;
    });
  };

  const confirm: EmailLinks['confirm'] = async (population, token, number, occasion) => {
    const given = number === undefined ? undefined : await digests.number(population, token, number);
    return answer<'confirmed' | 'wrong' | 'ended'>(population, token, ['open'], async (tx, row, now) => {
      const about = aboutOf(population, occasion);
      if (given && !equalInConstantTime(given, row.number)) {
        const tries = row.tries + 1;
        const over = tries >= mostWrongNumbers;
        await changeLink(tx, row, { tries, ended_at: over ? now : null });
        await refused(tx, about, { ...occasion, run: row.run }, over ? 'no-tries-left' : 'wrong-number');
        return over ? 'ended' : 'wrong';
      }
      await changeLink(tx, row, { confirmed_at: now });
      await deps.events.append(tx, {
        type: 'link.confirmed', ...eventContext(about, { ...occasion, run: row.run }),
        open: { browser: given ? 'other' : 'same' },
      });
      return 'confirmed';
    });
  };

  const stop: EmailLinks['stop'] = async (population, token, occasion) => {
    await answer(population, token, ['open', 'confirmed'], async (tx, row, now) => {
      await changeLink(tx, row, { ended_at: now });
      await refused(tx, aboutOf(population, occasion), { ...occasion, run: row.run }, 'not-me');
    });
  };

  const state: EmailLinks['state'] = async (db, population, run) => {
    const row = isId(run) ? await findLink(db, population, { run }) : undefined;
    return row && stateOf(row, clock());
  };

  const take: EmailLinks['take'] = async (tx, population, run, address, occasion) => {
    const row = isId(run) ? await findLink(tx, population, { run }, true) : undefined;
    const found = row ? stateOf(row, clock()) : 'open';
    if (!row || found !== 'confirmed') return { state: found, confirmedAt: null };
    if (!equalInConstantTime(await digests.address(population, run, address), row.address)) return { state: 'open', confirmedAt: null };
    await changeLink(tx, row, { used_at: clock() });
    await deps.events.append(tx, {
      type: 'credential.accepted', ...eventContext(aboutOf(population, occasion), occasion), open: { kind: 'email-code' },
    });
    return { state: 'confirmed', confirmedAt: row.confirmed_at };
  };

  const refused = (tx: Db, about: About, occasion: Occasion, reason: string) => deps.events.append(tx, {
    type: 'credential.refused', ...eventContext(about, occasion), open: { kind: 'email-code', reason },
  });

  return {
    issue: (...args) => issueLink(deps, digests, throttle, ...args),
    find: async (db, population, token) => {
      const row = await findLink(db, population, { token: await digests.token(population, token) });
      return row && { run: row.run, state: stateOf(row, clock()) };
    },
    confirm, stop, state, take,
  };
}

/** What is stored in place of a link's parts, each bound to its place. */
const digestsOf = (digest: Digest) => ({
  token: (population: string, token: string) => digest('email-link', population, token),
  number: (population: string, token: string, number: string) => digest('email-link-number', population, token, number),
  address: (population: string, run: string, address: string) => digest('email-link-address', population, run, address),
});

async function issueLink(
  { clock, random }: CredentialsDeps, digests: ReturnType<typeof digestsOf>, throttle: Throttle,
  tx: Db, population: string, run: string, address: string, occasion: Occasion,
): Promise<{ token: string; number: string } | undefined> {
  const now = clock();
  if (!await allowMail(throttle, tx, population, address, occasion, now)) return undefined;
  const [token, number] = [randomToken(random), twoDigits(random)];
  await putLink(tx, {
    population, run, token: await digests.token(population, token),
    number: await digests.number(population, token, number), address: await digests.address(population, run, address),
    issued_at: now, expires_at: new Date(now.getTime() + linkLifetime),
  });
  return { token, number };
}

function aboutOf(population: string, { principal }: Occasion): About {
  return principal === undefined ? { population } : { population, principal };
}

function stateOf(row: EmailLinkRow, now: Date): EmailLinkState {
  if (row.used_at) return 'used';
  if (row.ended_at) return 'ended';
  if (row.expires_at <= now) return 'expired';
  return row.confirmed_at ? 'confirmed' : 'open';
}

/** 10 to 99, so that nobody wonders about a zero in front. */
function twoDigits(random: Randomness): string {
  for (;;) {
    const digits = randomDigits(random, 2);
    if (!digits.startsWith('0')) return digits;
  }
}
