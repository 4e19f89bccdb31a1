/** What people, attackers and machines do, drawn at random, for tests that count it twice. */
import type { CredentialKind, JourneyPurpose } from '../../../contract/events/index.ts';
import type { NewEvent } from '../events/index.ts';
import { day, hour } from '../kernel/index.ts';
import { drawn, someId, type TestMeasures } from './testing.ts';

export interface BagOptions {
  readonly population: string;
  readonly origin?: 'simulated';
  readonly seed: number;
  readonly people: number;
  readonly runs: number;
  readonly from: Date;
  readonly days: number;
}

type Draw = () => number;
const oneOf = <T>(draw: Draw, list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
const system = { kind: 'system' } as const;
const purposes: readonly JourneyPurpose[] = ['sign-in', 'sign-in', 'sign-in', 'sign-up', 'step-up', 'recover'];
const kinds: readonly CredentialKind[] = ['passkey', 'password', 'email-code', 'totp'];
const levels = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'] as const;

/** Appends a bag of events in an order of their own: the log's order is not that of their times. */
export async function fillBag(world: TestMeasures, options: BagOptions): Promise<void> {
  const draw = drawn(options.seed);
  const all = Array.from({ length: options.people }, () => someId(options.from));
  await bringPeople(world, options, all, draw);
  const people = all.filter((_, n) => !isErased(n));
  for (let n = 0; n < options.runs; n += 1) {
    // Times are drawn, not counted up: half of all events come later than others that are younger.
    const at = new Date(options.from.getTime() + Math.floor(draw() * options.days * day));
    await runOf(world, options, oneOf(draw, people), at, draw);
    if (draw() < 0.3) await riskyThing(world, options, oneOf(draw, people), at, draw);
  }
}

async function bringPeople(world: TestMeasures, options: BagOptions, people: readonly string[], draw: Draw): Promise<void> {
  const { population, origin } = options;
  for (const [n, principal] of people.entries()) {
    const about = { population, principal, actor: system, origin } as const;
    const at = new Date(options.from.getTime() - draw() * 200 * day);
    const kind = draw() < 0.1 ? 'service' : 'person';
    await world.at(at, { ...about, type: 'principal.created', open: { kind, basis: 'import' } });
    if (draw() < 0.3) await world.at(at, link(about));
    if (draw() < 0.6) await world.at(at, { ...about, type: 'credential.bound', open: { kind: 'password' } }, link(about));
    if (n % 7 === 3) await world.at(options.from, { ...about, type: 'principal.suspended', open: { reason: 'left' } });
    if (n % 14 === 3) await world.at(options.from, { ...about, type: 'principal.reactivated', open: { reason: 'back' } });
    if (isErased(n)) await world.at(options.from, { ...about, type: 'principal.erased', open: { reason: 'asked' } });
  }
}

/** Nothing is told of them afterwards. */
const isErased = (n: number): boolean => n % 11 === 5;

type About = Pick<NewEvent<'invitation.issued'>, 'population' | 'principal' | 'actor' | 'origin'>;
const link = (about: About): NewEvent => (
  { ...about, type: 'invitation.issued', open: { purpose: 'enrol', expiresAt: '2027-01-01T00:00:00Z' } });

/** A walk through some screens that ends somehow, or not. */
async function runOf(world: TestMeasures, { population, origin }: BagOptions, principal: string, at: Date, draw: Draw): Promise<void> {
  const purpose = oneOf(draw, purposes);
  const about = { population, run: someId(at), actor: system, origin } as const;
  const events: NewEvent[] = [
    { ...about, type: 'run.started', open: { purpose, journey: purpose, policyVersion: 1, channel: 'web' } }];
  let now = at.getTime();
  const tell = async (...told: NewEvent[]): Promise<void> => world.at(new Date(now), ...told);
  await tell(...events);
  for (let n = Math.floor(draw() * 4); n >= 0; n -= 1) {
    const kind = oneOf(draw, ['identify', 'password', 'passkey', 'decide']);
    const step = `${kind}-${Math.floor(draw() * 2)}`;
    const journey = draw() < 0.2 ? 'recover' : purpose;
    await tell({ ...about, type: 'run.step_entered', open: { step, kind, journey } });
    if (draw() < 0.15) break;
    now += Math.floor(draw() * 90_000);
    await tried(world, { population, origin }, principal, about.run, new Date(now), draw);
    await tell({ ...about, type: 'run.step_left', open: { step, kind, exit: oneOf(draw, ['on', 'back']), ms: 10, journey } });
  }
  await endRun(world, { population, origin }, { purpose, run: about.run, principal, began: at, now }, draw);
}

async function tried(
  world: TestMeasures, where: Pick<BagOptions, 'population' | 'origin'>, principal: string, run: string, at: Date,
  draw: Draw,
): Promise<void> {
  const kind = oneOf(draw, kinds);
  const about = { ...where, run, actor: system } as const;
  if (draw() < 0.4) await world.at(at, { ...about, type: 'credential.refused', open: { kind, reason: 'wrong' } });
  if (draw() < 0.1) await world.at(at, { ...about, type: 'credential.throttled', open: { kind, seconds: 60 } });
  if (draw() < 0.6) await world.at(at, { ...about, principal, type: 'credential.accepted', open: { kind } });
}

async function endRun(
  world: TestMeasures, where: Pick<BagOptions, 'population' | 'origin'>,
  run: { purpose: JourneyPurpose; run: string; principal: string; began: Date; now: number }, draw: Draw,
): Promise<void> {
  const { purpose, principal } = run;
  const about = { ...where, run: run.run, actor: system } as const;
  const end = new Date(run.now + 1_000);
  const ending = draw();
  if (ending < 0.1) return;
  if (ending < 0.25) {
    await world.at(new Date(end.getTime() + hour), { ...about, type: 'run.expired', open: { purpose, step: 'identify' } });
  } else if (ending < 0.45) {
    const reason = oneOf(draw, ['cancelled', 'suspended', 'not-strong-enough']);
    await world.at(end, { ...about, type: 'run.refused', open: { purpose, reason } });
  } else {
    const acr = oneOf(draw, levels);
    const session = someId(end);
    const whose = { ...about, principal, session } as const;
    const ms = end.getTime() - run.began.getTime() + Math.floor(draw() * 600_000);
    if (draw() < 0.4) {
      await world.at(end, { ...about, principal, type: 'principal.recovered', open: { methods: ['email-code'] } });
    }
    await world.at(end, { ...whose, type: 'session.started', open: { acr, amr: [] } },
      { ...about, principal, type: 'run.completed', open: { purpose, acr, ms } });
    if (draw() < 0.3) await world.at(end, { ...whose, type: 'session.raised', open: { acr: 'urn:limen:acr:phr', amr: [] } });
    if (draw() < 0.6) await world.at(new Date(end.getTime() + 2 * hour), { ...whose, type: 'session.ended', open: { reason: 'idle' } });
  }
}

async function riskyThing(
  world: TestMeasures, { population, origin }: BagOptions, principal: string, at: Date, draw: Draw,
): Promise<void> {
  const about = { population, principal, origin, actor: system } as const;
  const later = (days: number): Date => new Date(at.getTime() + days * day);
  const action = oneOf(draw, ['payout.change', 'payout.change', 'profile.edit']);
  const response = oneOf(draw, ['allow', 'allow', 'notify', 'allow', 'challenge', 'challenge', 'delay', 'review', 'deny', 'deny'] as const);
  const reason = oneOf(draw, ['replaced', 'replaced', 'operator']);
  await world.at(at, { ...about, type: 'credential.removed', open: { kind: oneOf(draw, kinds), reason } });
  await world.at(later(draw() * 6), {
    ...about, type: 'decision.made', open: { decision: 'd', action, response, reasons: [], mode: 'live' } });
  if (response === 'challenge' || response === 'delay' || response === 'review') {
    const outcome = oneOf(draw, ['permitted', 'executed', 'cancelled'] as const);
    await world.at(later(draw() * 6), {
      ...about, type: 'decision.settled', open: { decision: 'd', action, response, outcome, ms: 1 } });
  }
  if (draw() < 0.3) await world.at(at, link(about));
  if (draw() < 0.3) {
    const open = { about: oneOf(draw, ['sign-in', 'payout']), sessionsEnded: 0, actionsCancelled: 0 };
    await world.at(later(1), { ...about, type: 'report.not_me', open });
  }
}
