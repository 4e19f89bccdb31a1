import { minute, second, type Clock } from '../kernel/index.ts';
import type { Outbound } from '../outbound/index.ts';

export interface RangeLookUpDeps {
  /** Where the first five digits are appended to, like https://api.pwnedpasswords.com/range/. */
  readonly url: string;
  readonly outbound: Pick<Outbound, 'request'>;
  readonly clock: Clock;
}

/** How many are asked at once: whoever sets a password waits within a transaction. */
const atOnce = 2;
const patience = 1.5 * second;
/** Who didn't answer isn't asked again for so long. */
const rest = minute;
/** An answer has some 1,000 lines. */
const largest = 256 * 1024;

/**
 * Asks a range service (k-anonymity, as Have I Been Pwned has it) whether a SHA-1 is known: five of its forty digits
 * leave, and the answer is padded so that its length tells nothing. Undefined where nobody answered in time.
 */
export function createRangeLookUp({ url, outbound, clock }: RangeLookUpDeps): (hash: string) => Promise<boolean | undefined> {
  let [asking, restsUntil] = [0, 0];
  return async (hash) => {
    if (asking >= atOnce || clock().getTime() < restsUntil) return undefined;
    asking += 1;
    try {
      const { status, body } = await outbound.request({
        url: `${url}${hash.slice(0, 5)}`, headers: { 'add-padding': 'true', 'user-agent': 'limen', accept: 'text/plain' },
        timeoutMs: patience, maxBytes: largest,
      });
      if (status !== 200) throw new Error(`answered ${status}`);
      return isIn(body.toString('latin1'), hash.slice(5));
    } catch {
      restsUntil = clock().getTime() + rest;
      return undefined;
    } finally {
      asking -= 1;
    }
  };
}

/** Lines are the rest of a hash, `:` and how often it was seen; padding was seen 0 times. */
function isIn(answer: string, wanted: string): boolean {
  return answer.split('\n').some((line) => {
    const [hash, seen] = line.trim().split(':');
    return hash?.toUpperCase() === wanted && Number(seen) > 0;
  });
}
