import type { RunningServer } from '../../server/src/app/index.ts';
import { newId, systemRandomness } from '../../server/src/kernel/index.ts';
import { writeDecision, writeNotMe } from '../../server/src/checkpoints/testing.ts';

const day = 86_400_000;
const bands = [['low', 0.004, 80], ['medium', 0.05, 26], ['high', 0.3, 8], ['critical', 0.8, 3]] as const;
const asked = { candidates: [{ respond: 'challenge', with: 'email-code', within: '5m', held: true, chosen: true }] } as const;

/** A month of decisions about these people, as checkpoints would have made them. */
export async function decideForAMonth({ ground: { database: { db } } }: RunningServer, people: readonly string[]): Promise<void> {
  const until = Date.now();
  let count = 0;
  const given: { readonly principal: string; readonly id: string }[] = [];
  const decide = async (action: string, band: typeof bands[number], parts: Partial<Parameters<typeof writeDecision>[1]>): Promise<void> => {
    count += 1;
    const at = new Date(until - ((count * 7_919) % 2_900) * day / 100);
    const principal = people[count % people.length]!;
    const id = await writeDecision(db, {
      population: 'customers', principal, at, action, response: 'allow',
      features: { risk: { band: band[0], probability: band[1], contributions: [], missing: [] } } as never,
      settledAt: new Date(at.getTime() + 9_000 + (count % 40) * 1_000), ...parts,
    });
    given.push({ principal, id });
  };
  for (const action of ['payout.change', 'gift-card.buy', 'email.change']) {
    for (const band of bands) {
      for (let each = 0; each < band[2]; each += 1) {
        if (band[0] === 'low' || (each % 3 === 0 && band[0] === 'medium')) await decide(action, band, {});
        else if (band[0] === 'critical') await decide(action, band, { response: 'delay', outcome: each % 2 === 0 ? 'cancelled' : 'executed', reasons: ['device-unknown'] });
        else await decide(action, band, { response: 'challenge', ...asked, outcome: each % 5 === 0 ? 'abandoned' : 'permitted', reasons: ['device-unknown'] });
      }
    }
  }
  for (const { principal, id } of given.filter((each) => each.principal === people[5]).slice(-3)) {
    await writeNotMe(db, { population: 'customers', principal }, id, new Date(until - day));
  }
  await decideOnTokens(db, until);
}

/** What machines were answered where they asked for tokens. */
async function decideOnTokens(db: RunningServer['ground']['database']['db'], until: number): Promise<void> {
  const answers = [
    ...Array.from({ length: 36 }, () => ({ response: 'allow' } as const)), { response: 'notify', reasons: ['secret-old'] }, { response: 'notify', reasons: ['network-new'] },
    { response: 'review', reasons: ['network-new'], outcome: 'approved' }, { response: 'deny', reasons: ['secret-old'] },
  ] as const;
  for (const [index, answer] of answers.entries()) {
    const at = new Date(until - (index * 0.7 + 0.2) * day);
    await writeDecision(db, {
      population: 'workloads', principal: newId(at, systemRandomness), at, action: 'token.issue', ...answer, reasons: 'reasons' in answer ? [...answer.reasons] : [],
      features: {
        client: { id: 'nightly-report', age: 200 * day, authentication: 'secret', credentialAge: 95 * day }, token: { resource: 'https://api.example', scopes: ['reports:read'], bound: false },
        network: { kind: 'hosting', place: '198.51.100.0/24', isNew: index > 36 }, time: { hour: at.getUTCHours(), weekday: at.getUTCDay() || 7 },
      },
    });
  }
}
