/** The rules of recovery, one by one, each measured at what really happens and never at the constant behind it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, hour, minute, newId, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import { milliseconds, phoneRules } from '../../../contract/policy/index.ts';
import { readPhone } from '../directory/index.ts';
import { recoveryRules, type Decision, type RecoveryRule, type Route } from '../recovery/index.ts';
import { recovers, type Proof } from '../sessions/index.ts';
import { lastCode, testBrowser, testJourneys } from './testing.ts';

const world = await testJourneys();
const { credentials, database, mails, recovery } = world;
const { contacts } = recovery;
const operator = { kind: 'operator', id: 'test' } as const;
const occasion = { actor: operator };
const population = 'customers';

let made = 0;
async function somebody(of = population): Promise<PrincipalRef & { addresses: readonly string[] }> {
  made += 1;
  const addresses = [`person${made}@example.org`, `person${made}@second.example`];
  return database.transaction(async (tx) => {
    const { principal } = await world.directory.createPrincipal(tx, { population: of, kind: 'person', basis: 'operator', actor: operator });
    const ref = { population: of, principal };
    for (const value of addresses) {
      const identifier = { kind: 'email', value, actor: operator } as const;
      await world.directory.addIdentifier(tx, ref, identifier);
      await world.directory.verifyIdentifier(tx, ref, identifier);
    }
    return { ...ref, addresses };
  });
}

const savedCodes = (ref: PrincipalRef) => database.transaction((tx) => credentials.recoveryCodes.issue(tx, ref, occasion));
const open = ({ principal }: PrincipalRef, route: Route, wait = 24 * hour) => (
  database.transaction((tx) => recovery.open(tx, { population, principal, route, run: principal, device: '', locale: 'en', wait })));
const isLiving = async (ref: PrincipalRef) => await recovery.living(database.db, ref) !== undefined;

async function mailedCode(): Promise<{ code: string; verify: () => Promise<string> }> {
  const [run, address] = [newId(world.clock(), systemRandomness), `nobody${made += 1}@example.org`];
  const code = await database.transaction((tx) => credentials.emailCodes.issue(tx, population, run, address, occasion));
  assert.ok(code !== undefined);
  return { code, verify: () => credentials.emailCodes.verify(population, run, address, code, occasion) };
}

/** The settings `for` of every node with this step in the built-in journeys, in milliseconds. */
async function builtInWaits(step: string): Promise<readonly number[]> {
  const policies = await Promise.all(['customers', 'workforce'].map((each) => world.policies.current(each)));
  const journeys = policies.flatMap(({ content }) => Object.values(content.journeys));
  const found = journeys.flatMap(({ nodes }) => Object.values(nodes))
    .filter((node) => node.step === step).map((node) => milliseconds(String(node.with['for'])));
  assert.ok(found.length > 0, `no journey has ${step}`);
  return found;
}

/** How long it lasts before the job closes it, looked at once an hour. */
async function livesFor(ref: PrincipalRef): Promise<number> {
  const begun = world.clock().getTime();
  while (await isLiving(ref)) {
    world.clock.advance(hour);
    await recovery.tidy();
  }
  // It was there at the hour before.
  return world.clock().getTime() - begun - hour;
}

/** The code of the error that the desk gets for its yes. */
function refusalOf(asked: Pick<Decision, 'population' | 'id' | 'by'>): Promise<string | undefined> {
  const decision: Decision = { ...asked, route: 'support-desk', verdict: 'approved', reason: 'seen', actor: operator };
  return database.transaction((tx) => recovery.decide(tx, decision)).then(() => undefined, (error: { code: string }) => error.code);
}

const stagesTo = (address: string) => mails.flatMap(({ to, message }) => (
  to === address && message.kind === 'recovery' ? [message] : []));

/** One that is opened, waited for and used up, by which everybody is told. */
async function toTheEnd(): Promise<readonly (readonly ReturnType<typeof stagesTo>[number][])[]> {
  const ref = await somebody();
  await open(ref, 'wait');
  world.clock.advance(25 * hour);
  await database.transaction((tx) => recovery.finish(tx, ref));
  return ref.addresses.map(stagesTo);
}

/** Names somebody who says yes to it; gives the address. */
async function nameContact(ref: PrincipalRef): Promise<string> {
  const address = `friend${made += 1}@friends.example`;
  await database.transaction((tx) => contacts.add(tx, ref, { address, locale: null }));
  await contacts.answer(population, contactLink(address), { choice: 'accept' });
  return address;
}

function contactLink(address: string): string {
  const { message } = mails.findLast(({ to }) => to === address)!;
  assert.ok(message.kind === 'contact');
  return message.link.split('/').at(-1)!;
}

const fewest = (counts: readonly number[]): number => Math.min(...counts);

/** What each rule is about, as it turns out: every value that it must hold for. */
const measured: Readonly<Record<RecoveryRule, () => Promise<readonly number[]>>> = {
  savedCodeBits: async () => {
    const codes: string[] = [];
    for (let sets = 0; sets < 20; sets += 1) codes.push(...await savedCodes(await somebody()));
    const plain = codes.map((code) => code.replaceAll('-', ''));
    // As many letters as were seen are in the alphabet at least.
    const letters = new Set(plain.join('')).size;
    assert.equal(new Set(plain).size, plain.length, 'none comes twice');
    return plain.map((code) => code.length * Math.log2(letters));
  },
  savedCodeUses: async () => {
    const ref = await somebody();
    const [code = ''] = await savedCodes(ref);
    const takes = [];
    for (let times = 0; times < 3; times += 1) takes.push(await credentials.recoveryCodes.verify(population, ref, code, occasion));
    return [takes.filter(Boolean).length];
  },
  issuedCodeDigits: async () => {
    const codes = [];
    while (codes.length < 50) codes.push(await mailedCode());
    return codes.map(({ code }) => /^\d+$/.exec(code)?.[0].length ?? 0);
  },
  issuedCodeUses: async () => {
    const { verify } = await mailedCode();
    const verdicts = [await verify(), await verify(), await verify()];
    return [verdicts.filter((verdict) => verdict === 'correct').length];
  },
  mailedCodeLife: async () => {
    for (let life = minute; ; life += minute) {
      const { verify } = await mailedCode();
      world.clock.advance(life);
      if (await verify() === 'expired') return [life - minute];
    }
  },
  textedCodeLife: async () => {
    const rules = phoneRules.parse({ region: 'DE', countries: ['DE'] });
    for (let life = minute; ; life += minute) {
      const [run, to] = [newId(world.clock(), systemRandomness), readPhone(`+491512${1_000_000 + made * 1_000 + life / minute}`)!];
      const issued = await database.transaction((tx) => credentials.smsCodes.issue(tx, population, run, to, rules, occasion));
      assert.ok('code' in issued);
      world.clock.advance(life);
      if (await credentials.smsCodes.verify(population, run, to.number, issued.code, occasion) === 'expired') return [life - minute];
    }
  },
  methodsToRecover: async () => {
    const kinds = ['email-code', 'sms-code', 'password', 'totp', 'passkey', 'recovery-code', 'recovery-case', 'federated', 'invitation'] as const;
    const sets = kinds.flatMap((one) => [[one], ...kinds.filter((other) => other > one).map((other) => [one, other])]);
    const enough = sets.filter((set) => recovers(set.map((kind): Pick<Proof, 'kind'> => ({ kind })), 'customer'));
    return enough.map((set) => set.length);
  },
  noticesAtBeginning: async () => {
    const { addresses: [one = '', two = ''] } = await somebody();
    const browser = testBrowser(world, population);
    const run = await browser.start('recover');
    await browser.send(run, { choice: 'continue', identifier: one });
    await browser.send(run, { choice: 'continue', code: lastCode(mails, one) });
    const told = (address: string) => mails.filter(({ to, message }) => (
      to === address && message.kind === 'credential-changed' && message.change === 'recovery-begun'));
    return [one, two].map((address) => told(address).length);
  },
  noticesAtStart: async () => (await toTheEnd()).map((mailed) => mailed.filter(({ stage }) => stage === 'waiting').length),
  noticesAtEnd: async () => (await toTheEnd()).map((mailed) => mailed.filter(({ stage }) => stage === 'finished').length),
  waysToObject: async () => {
    const before = (await toTheEnd()).flatMap((mailed) => mailed.filter(({ stage }) => stage !== 'finished'));
    return before.map(({ cancelLink }) => (cancelLink === null ? 0 : 1));
  },
  waitingPeriod: () => builtInWaits('wait'),
  approvedPeriod: () => builtInWaits('approve'),
  approverSettled: async () => {
    const [ref, { principal }] = [await somebody(), await somebody('workforce')];
    const by = { population: 'workforce', principal };
    const opened = await open(ref, 'support-desk');
    assert.ok(typeof opened === 'object');
    await database.transaction((tx) => world.directory.noteRecovery(tx, by, world.clock()));
    for (let hours = 0; ; hours += 1) {
      const refused = await refusalOf({ population, id: opened.id, by });
      if (refused === undefined) return [hours * hour];
      assert.equal(refused, 'recovery.approver_recovered');
      world.clock.advance(hour);
    }
  },
  takenUpWithin: async () => {
    const ref = await somebody();
    await open(ref, 'wait');
    return [await livesFor(ref) - day];
  },
  decidedWithin: async () => {
    const ref = await somebody();
    await open(ref, 'support-desk');
    return [await livesFor(ref)];
  },
  openedPerWeek: async () => {
    const ref = await somebody();
    let opened = 0;
    while (typeof await open(ref, 'wait') === 'object') {
      opened += 1;
      const [notice] = stagesTo(ref.addresses[0]!).toReversed();
      await recovery.cancel(population, notice!.cancelLink!.split('/').at(-1)!);
    }
    return [opened];
  },
  contacts: async () => {
    const ref = await somebody();
    for (;;) {
      const refused = await nameContact(ref).then(() => undefined, (error: { code: string }) => error.code);
      if (refused === undefined) continue;
      assert.equal(refused, 'recovery.contact_refused');
      return [(await contacts.list(database.db, ref)).length];
    }
  },
  numberTries: async () => {
    const ref = await somebody();
    const address = await nameContact(ref);
    const opened = await open(ref, 'trusted-contact');
    assert.ok(typeof opened === 'object' && opened.number !== null);
    const number = String((Number(opened.number) + 1) % 100).padStart(2, '0');
    for (let tries = 1; ; tries += 1) {
      const { state } = await contacts.answer(population, contactLink(address), { choice: 'confirm', number });
      if (state === 'stopped') return [tries];
    }
  },
  contactAsked: async () => {
    const ref = await somebody();
    await database.transaction((tx) => contacts.add(tx, ref, { address: `friend${made += 1}@friends.example`, locale: null }));
    for (let days = 0; ; days += 1) {
      await recovery.tidy();
      if ((await contacts.list(database.db, ref)).length === 0) return [(days - 1) * day];
      world.clock.advance(day);
    }
  },
  contactDoubted: async () => {
    for (let days = 1; ; days += 1) {
      const ref = await somebody();
      await nameContact(ref);
      world.clock.advance(days * day);
      await database.transaction((tx) => world.sessions.endAll(tx, ref, 'reported', operator));
      if (await recovery.hasContact(database.db, ref)) return [(days - 1) * day];
    }
  },
};

for (const [name, { clause, says, ...bound }] of Object.entries(recoveryRules)) {
  test(`${clause}: ${says}`, async () => {
    const found = await measured[name as RecoveryRule]();
    assert.ok(found.length > 0);
    if ('atLeast' in bound) assert.ok(fewest(found) >= bound.atLeast, `${fewest(found)} is less than ${bound.atLeast}`);
    if ('atMost' in bound) assert.ok(Math.max(...found) <= bound.atMost, `${Math.max(...found)} is more than ${bound.atMost}`);
    assert.ok(found.every((each) => Number.isFinite(each)) && Math.max(...found) > 0, 'nothing was measured');
  });
}
