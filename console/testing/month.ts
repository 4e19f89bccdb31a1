import { newId, systemRandomness } from '../../server/src/kernel/index.ts';
import type { NewEvent } from '../../server/src/events/index.ts';
import type { RunningServer } from '../../server/src/app/index.ts';

type Journeys = Awaited<ReturnType<RunningServer['limen']['policies']['current']>>['content']['journeys'];
type Occurrence = { [K in NewEvent['type']]: Extract<NewEvent, { type: K }> }[NewEvent['type']];

const day = 86_400_000;
const days = 30;

/** Numbers between 0 and 1 that are the same each time. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Walks people through the journeys in force, day by day; `at` sets how long ago the server's clock is. */
export async function liveMonth(server: RunningServer, people: Readonly<Record<string, readonly string[]>>, at: (ago: number) => void): Promise<void> {
  const random = drawn(20_260_401);
  for (const population of Object.keys(people)) {
    const { content } = await server.limen.policies.current(population);
    for (let ago = days; ago >= 1; ago -= 1) {
      const runs = Math.round((population === 'customers' ? 26 : 9) * (0.75 + random() * 0.5) * (1 + (days - ago) / 90));
      for (let count = 0; count < runs; count += 1) {
        at(ago * day - Math.floor(random() * day * 0.8));
        const purpose = random() < 0.24 && content.journeys['sign-up'] ? 'sign-up' : random() < 0.1 ? 'step-up' : 'sign-in';
        const principal = people[population]![Math.floor(random() * people[population]!.length)]!;
        await append(server, walk(server, { population, principal, journeys: content.journeys, journey: purpose, random }));
      }
    }
  }
  await machines(server, at, random);
}

interface Walk {
  readonly population: string;
  readonly principal: string;
  readonly journeys: Journeys;
  readonly journey: string;
  readonly random: () => number;
}

/** Which exits people take; what is not listed is taken as often as its neighbours. */
const likely: Readonly<Record<string, number>> = { passkey: 5, identified: 4, verified: 12, correct: 12, enrolled: 6, skip: 3, yes: 3, no: 3, back: 0.3, other: 0.5, 'other-way': 0.4, password: 1 };

function walk({ ground }: RunningServer, { population, principal, journeys, journey: first, random }: Walk): Occurrence[] {
  const run = newId(ground.clock(), systemRandomness);
  const base = { population, principal, run, client: population === 'customers' ? 'shop' : 'intranet', actor: { kind: 'principal' as const, id: principal } };
  const found: unknown[] = [{ ...base, type: 'run.started', open: { purpose: first, journey: first, policyVersion: 1, channel: 'web' } }];
  let journey = first;
  let step = journeys[journey]!.start;
  let proof = 'email-code';
  for (let count = 0; count < 14; count += 1) {
    const node = journeys[journey]!.nodes[step]!;
    found.push({ ...base, type: 'run.step_entered', open: { step, kind: node.step, journey } });
    if (node.step === 'complete') {
      const acr = proof === 'passkey' ? 'urn:limen:acr:phr' : 'urn:limen:acr:basic';
      found.push({ ...base, type: 'run.completed', open: { purpose: first, ms: Math.round(4_000 + random() ** 3 * 90_000), acr } }, { ...base, type: 'session.started', session: newId(ground.clock(), systemRandomness), open: { acr, amr: [proof] } });
      return found as Occurrence[];
    }
    if (node.step === 'refuse') return [...found, { ...base, type: 'run.refused', open: { purpose: first, reason: 'not-strong-enough' } }] as Occurrence[];
    if (node.step !== 'decide' && random() < 0.035) return [...found, { ...base, type: 'run.expired', open: { purpose: first, step } }] as Occurrence[];
    if (/^(passkey|password|email-code|totp)$/.test(node.step)) {
      const kind = node.step;
      if (random() < 0.12) found.push({ ...base, type: 'credential.refused', open: { kind, reason: 'wrong' } });
      else { proof = kind; found.push({ ...base, type: 'credential.accepted', open: { kind } }); }
    }
    const exits = Object.entries(node.exits).filter(([, to]) => !to.startsWith('journey:'));
    const [exit, to] = pick(exits, random);
    found.push({ ...base, type: 'run.step_left', open: { step, kind: node.step, exit, journey, ms: Math.round(random() * 9_000) } });
    step = to;
    journey = first;
  }
  return [...found, { ...base, type: 'run.expired', open: { purpose: first, step } }] as Occurrence[];
}

function pick(exits: readonly (readonly [string, string])[], random: () => number): readonly [string, string] {
  const weights = exits.map(([exit]) => likely[exit] ?? 1);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return exits.find((_, index) => (left -= weights[index]!) <= 0) ?? exits[0]!;
}

/** Tokens of machines. */
async function machines(server: RunningServer, at: (ago: number) => void, random: () => number): Promise<void> {
  for (let ago = days; ago >= 1; ago -= 1) {
    at(ago * day - Math.floor(random() * day * 0.5));
    const events = Array.from({ length: 12 }, () => (random() < 0.05
      ? { type: 'token.refused', open: { grant: 'client_credentials', error: 'invalid_scope' } }
      : { type: 'token.issued', open: { grant: 'client_credentials', kinds: ['access_token'], audience: 'https://api.example' } }))
      .map((event, index) => ({ ...event, population: 'workloads', client: index % 3 === 0 ? 'deploy' : 'nightly-report', actor: { kind: 'client', id: index % 3 === 0 ? 'deploy' : 'nightly-report' } }));
    await append(server, events as never);
  }
}

const append = ({ ground }: RunningServer, events: readonly Occurrence[]): Promise<void> => ground.events.append(ground.database.db, ...events);
