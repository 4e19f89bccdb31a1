/** A whole server with a month of history behind it, for looking at the console: people, applications, events, figures. */
import { generateKeyPairSync } from 'node:crypto';
import { hashToken, hour, newId, systemRandomness } from '../../server/src/kernel/index.ts';
import { operatorOf, type Operator } from '../../server/src/app/test-operator.ts';
import { startTestServer } from '../../server/src/app/testing.ts';
import type { RunningServer } from '../../server/src/app/index.ts';
import { ensureConsole } from '../build.ts';
import { decideForAMonth } from './decisions.ts';
import { liveMonth } from './month.ts';

export interface FurnishedServer {
  readonly server: RunningServer;
  readonly operator: Operator;
  readonly url: string;
  /** Somebody with sessions and events: their id. */
  readonly person: string;
  /** An employee who has a registered device: their id. */
  readonly employee: string;
  /** The position of one of that person's events. */
  readonly event: number;
  /** One about that person, which somebody has said something of. */
  readonly decision: string;
  /** A draft of the workforce that watches, and has seen a decision. */
  readonly watch: string;
  /** Moves the server's clock on. */
  readonly advance: (milliseconds: number) => void;
}

const day = 86_400_000;
const people = [
  'Ada Larch', 'Noor Haddad', 'Bram de Wit', 'Ines Carvalho', 'Tomasz Zielinski', 'Mei Tanaka', 'Olu Adeyemi', 'Freya Lindqvist',
  'Hannah Osei', 'Lukas Brandt', 'Sofia Marino', 'Yusuf Demir', 'Chiara Conti', 'Pavel Novak', 'Amara Diallo', 'Jonas Weber',
  'Lea Fontaine', 'Mateo Ruiz', 'Aisha Rahman', 'Viktor Petrov', 'Emma Clarke', 'Rui Santos', 'Zoe Papadaki', 'Kofi Mensah',
];
const colleagues = ['Kit Marlow', 'Lou Ferrand', 'Max Albrecht', 'Sam Okafor', 'Dana Levi', 'Robin Aalto'];
const address = (name: string, domain: string): string => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${domain}`;

/** Starts it with the built console. Its clock begins a month ago and ends at the machine's. */
export async function startFurnishedServer(settings: Parameters<typeof startTestServer>[0] = {}): Promise<FurnishedServer> {
  let behind = 31 * day;
  const clock = () => new Date(Date.now() - behind);
  const server = await startTestServer({ consoleFolder: await ensureConsole(), ...settings }, { clock });
  const operator = operatorOf(server.config.dataFolder);
  const ids: Record<string, string[]> = { customers: [], workforce: [] };
  const add = async (population: string, name: string, domain: string): Promise<void> => {
    const { principal } = await operator.call('POST', `/populations/${population}/principals`, { identifiers: [{ kind: 'email', value: address(name, domain) }], displayName: name });
    ids[population]!.push(principal.id);
  };
  for (const name of people.slice(1)) await add('customers', name, 'example.org');
  for (const name of colleagues) await add('workforce', name, 'corp.example');
  await registerApplications(operator);
  await liveMonth(server, ids, (ago) => { behind = ago; });
  await decideForAMonth(server, ids['customers']!);
  behind = 0;
  await add('customers', people[0]!, 'example.org');
  const person = ids['customers']!.at(-1)!;
  await signIn(server, person);
  await operator.call('POST', `/populations/customers/principals/${ids['customers']![3]}/suspend`, { reason: 'chargeback under review' });
  await publishCharter(operator);
  await holdUp(server, person);
  await askBackIn(server, ids['customers']!);
  await reportOnly(server, ids['customers']![9]!);
  return {
    server, operator, url: server.config.url, person, event: await positionOf(operator, person), decision: await labelDecision(operator, person),
    employee: await registerDevice(operator, ids['workforce']![0]!), watch: await watchPay(server, ids['workforce']![0]!), advance: (milliseconds) => { behind -= milliseconds; },
  };
}

/** Events get their position a moment after the commit. */
async function positionOf(operator: Operator, principal: string): Promise<number> {
  for (;;) {
    const { events } = await operator.call('GET', `/events?population=customers&principal=${principal}&types=session.started&limit=1`);
    if (typeof events[0]?.position === 'number') return events[0].position;
  }
}

/** What the support desk said first was taken back; somebody else looked into it. */
async function labelDecision(operator: Operator, principal: string): Promise<string> {
  const { decisions: [{ id }] } = await operator.call('GET', `/populations/customers/decisions?principal=${principal}&limit=1`);
  const say = (label: object) => operator.call('POST', `/populations/customers/decisions/${id}/labels`, label);
  await say({ source: 'support', reference: 'call-2207', verdict: 'genuine' });
  await say({ source: 'support', reference: 'call-2207', verdict: 'withdrawn', note: 'The number that was called was changed a day before' });
  await say({ source: 'confirmed', reference: 'case-118', verdict: 'impostor', note: 'Same browser as in three other cases of that evening' });
  return id;
}

/** Something of theirs waits for somebody's yes. */
async function holdUp({ limen, ground }: RunningServer, principal: string): Promise<void> {
  const { content, version } = await limen.policies.current('customers');
  const { actions } = content.checkpoints!;
  const payout = { ...actions['payout.change']!, reasons: { always: 'true' }, responses: [{ respond: 'review' as const, within: '72h' }], bands: {} };
  const evidence = {
    population: 'customers', principal, levels: [], proofs: [], startedAt: ground.clock(), device: 'Firefox on Linux',
    in: { run: principal }, deviceKnownSince: () => Promise.resolve(undefined),
  };
  await ground.database.transaction((tx) => limen.checkpoints.evaluateRun(tx, {
    population: 'customers', client: 'shop', action: { name: 'payout.change' }, resource: { type: 'payout-account', id: 'main' }, evidence,
    policy: { content: { ...content, checkpoints: { actions: { ...actions, 'payout.change': payout } } }, version },
  }));
}

/** A checkpoint that only reports would have had somebody wait. */
async function reportOnly({ limen, ground }: RunningServer, principal: string): Promise<void> {
  const { content, version } = await limen.policies.current('customers');
  const { actions } = content.checkpoints!;
  const card = {
    about: 'Show the card number', valueAtRisk: 'elevated' as const, frictionTolerance: 'low' as const, mode: 'report-only' as const,
    reasons: { always: 'true' }, responses: [{ respond: 'delay' as const, for: '24h' }],
  };
  const evidence = {
    population: 'customers', principal, levels: [], proofs: [], startedAt: ground.clock(), device: 'Firefox on Linux',
    in: { run: principal }, deviceKnownSince: () => Promise.resolve(undefined),
  };
  await ground.database.transaction((tx) => limen.checkpoints.evaluateRun(tx, {
    population: 'customers', client: 'shop', action: { name: 'card.show' }, resource: { type: 'card', id: 'main' }, evidence,
    policy: { content: { ...content, checkpoints: { actions: { ...actions, 'card.show': card } } }, version },
  }));
}

/** Two people who lost what opens their account: one has asked support, one waits. */
async function askBackIn({ limen, ground }: RunningServer, principals: readonly string[]): Promise<void> {
  for (const [at, route, device] of [[5, 'support-desk', 'Safari on iPhone'], [8, 'wait', 'Firefox on Windows']] as const) {
    const principal = principals[at]!;
    const opened = await ground.database.transaction((tx) => limen.recovery.open(tx, {
      population: 'customers', principal, route, run: principal, device, locale: null, wait: 24 * hour,
    }));
    if (typeof opened === 'string') throw new Error(`no case was opened: ${opened}`);
  }
}

/** Somebody tries what it would mean to refuse what waits now. */
async function watchPay({ limen, ground }: RunningServer, principal: string): Promise<string> {
  const policy = await limen.policies.current('workforce');
  const { actions } = policy.content.checkpoints!;
  const refused = { ...actions['payroll.change']!, reasons: { always: 'true' }, responses: [{ respond: 'deny' as const }], bands: {} };
  const { id } = await limen.checkpoints.watches.start({
    population: 'workforce', name: 'No other pay account without a passkey', days: 7, basedOn: policy.version, actor: { kind: 'operator', id: 'local' },
    rules: { checkpoints: { ...policy.content.checkpoints!, actions: { ...actions, 'payroll.change': refused } } },
  });
  const evidence = {
    population: 'workforce', principal, levels: [], proofs: [], startedAt: ground.clock(), device: 'Firefox on Linux',
    in: { run: principal }, deviceKnownSince: () => Promise.resolve(undefined),
  };
  await ground.database.transaction((tx) => limen.checkpoints.evaluateRun(tx, {
    population: 'workforce', client: 'intranet', action: { name: 'payroll.change' }, resource: { type: 'pay-account', id: 'main' }, evidence, policy,
  }));
  return id;
}

async function registerApplications(operator: Operator): Promise<void> {
  const web = { grantTypes: ['authorization_code', 'refresh_token'], scopes: ['openid', 'profile', 'email'] };
  await operator.createClient('customers', { ...web, id: 'shop', name: 'Shop', owner: 'Shop team', purpose: 'Where customers order and are paid out', redirectUris: ['https://shop.example/callback'] });
  await operator.createClient('customers', { ...web, id: 'loyalty', name: 'Loyalty app', owner: 'Marketing', purpose: 'Points and offers on the phone', authMethod: 'none', redirectUris: ['org.example.loyalty:/done'] });
  await operator.createClient('workforce', { ...web, id: 'intranet', name: 'Intranet', owner: 'Workplace', purpose: 'News, pay slips and leave', redirectUris: ['https://intranet.example/callback'] });
  for (const [id, name, owner] of [['nightly-report', 'Nightly report', 'Data platform'], ['deploy', 'Deployment pipeline', 'Platform engineering'], ['invoice-sync', 'Invoice sync', 'Finance systems']]) {
    await operator.createClient('workloads', { id, name, owner, purpose: `${name} for ${owner}`, grantTypes: ['client_credentials'], scopes: ['reports:read'], resources: ['https://api.example'] });
  }
}

/** A laptop that the organisation has given out. */
async function registerDevice(operator: Operator, principal: string): Promise<string> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const endsAt = new Date(Date.now() + 400 * day).toISOString();
  await operator.call('POST', `/populations/workforce/principals/${principal}/device-keys`, { key: publicKey.export({ format: 'jwk' }), name: 'Laptop 4711', endsAt });
  return principal;
}

/** Two living sessions: with a passkey at a computer, with a code on a phone. */
async function signIn({ limen, ground }: RunningServer, principal: string): Promise<void> {
  for (const [userAgent, kind] of [
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'passkey'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1', 'email-code'],
  ] as const) {
    await ground.database.transaction((tx) => limen.sessions.start(tx, {
      ref: { population: 'customers', principal }, client: 'shop', personal: { clientAddress: '192.0.2.7', userAgent }, proofs: [{ kind, at: ground.clock(), userVerified: true }],
      deviceHash: hashToken(userAgent),
    }));
  }
  const run = newId(ground.clock(), systemRandomness);
  await ground.events.append(ground.database.db, ...(['code', 'passkey'] as const).map((step) => ({
    type: 'run.step_entered' as const, population: 'customers', principal, run, actor: { kind: 'principal' as const, id: principal }, open: { step, kind: step },
  })));
}

/** A second version: somebody answers for experience and security, and there is more to guard than where money goes. */
async function publishCharter(operator: Operator): Promise<void> {
  const { files, version } = await operator.call('GET', '/populations/customers/policy/files');
  const charter = files.find(({ path }: { path: string }) => path === 'charter.yaml');
  charter.text = charter.text.replace('experience: null', 'experience: Head of shop').replace('security: null', 'security: Security lead');
  const checkpoints = files.find(({ path }: { path: string }) => path === 'checkpoints.yaml');
  checkpoints.text = `currency: EUR\n${checkpoints.text.trimEnd()}\n${moreActions}`;
  await operator.call('POST', '/populations/customers/policy/apply', { files, basedOn: version });
}

const moreActions = `  gift-card.buy:
    about: Buying of gift cards
    valueAtRisk: elevated
    frictionTolerance: low
    stakes: { loss: 120 }
    looksTwiceFrom: high
    reasons: {}
    responses: [{ respond: challenge, with: email-code, within: 10m }]
    bands:
      critical: [{ respond: delay, for: 24h }]
  email.change:
    about: Change of the e-mail address
    valueAtRisk: critical
    frictionTolerance: high
    owners: { experience: Account team }
    stakes: { loss: 2000, friction: 1 }
    looksTwiceFrom: medium
    reasons: { device-unknown: device.knownFor < duration("24h") }
    responses: [{ respond: challenge, with: passkey-or-totp, within: 5m, when: has.passkey || has.totp }, { respond: delay, for: 24h }]
  order.history:
    about: Looking at past orders
    valueAtRisk: low
    frictionTolerance: low
    reasons: {}
    looksTwiceFrom: critical
    responses: [{ respond: notify }]
`;
