import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testJourneys } from '../journeys/testing.ts';
import type { Grant } from '../access/index.ts';
import { day, minute, type PrincipalRef } from '../kernel/index.ts';
import { invite } from './invite.ts';

const world = await testJourneys();
const { database, directory, credentials, policies, clock, mails } = world;
const actor = { kind: 'operator', id: 'test' } as const;
const messages = {
  queue: async (_tx: unknown, { to, message }: (typeof mails)[number]) => { mails.push({ to, message }); },
};
const roles = new Map<string, readonly { role: 'owner' | 'support'; target: string }[]>();
const access = {
  isHolder: async (_db: unknown, { principal }: PrincipalRef) => roles.has(principal),
  rolesOf: async (_db: unknown, { principal }: PrincipalRef) => (roles.get(principal) ?? []) as readonly Grant[],
};
const deps = { directory, credentials, policies, messages, clock, access };

const somebody = (...addresses: string[]) => database.transaction(async (tx) => {
  const made = await directory.createPrincipal(tx, { population: 'workforce', kind: 'person', basis: 'operator', actor });
  for (const value of addresses) {
    await directory.addIdentifier(tx, made, { kind: 'email', value, actor });
    await directory.verifyIdentifier(tx, made, { kind: 'email', value, actor });
  }
  return { population: 'workforce', principal: made.principal };
});

test('who is new gets a day, by mail where there is an address, and nobody else is told', async () => {
  const ref = await somebody('new@corp.example');
  const { expiresAt, mailed } = await database.transaction((tx) => invite(deps, tx, ref, { mail: true, actor }));
  assert.equal(Date.parse(expiresAt) - clock().getTime(), day);
  assert.equal(mailed, true);
  const to = mails.filter((mail) => mail.to === 'new@corp.example').map(({ message }) => message);
  assert.deepEqual(to.map(({ kind }) => kind), ['invitation']);
  assert.ok(to[0]?.kind === 'invitation' && to[0].minutes === 1_440 && !to[0].isInUse);
});

test('a link for a lost factor lives for 20 minutes, and every proved address is told', async () => {
  const ref = await somebody('ada@corp.example', 'ada@home.example');
  await database.transaction((tx) => credentials.recoveryCodes.issue(tx, ref, { actor }));
  const { expiresAt, mailed } = await database.transaction((tx) => invite(deps, tx, ref, { mail: false, actor }));
  assert.equal(Date.parse(expiresAt) - clock().getTime(), 20 * minute);
  assert.equal(mailed, false);
  const told = mails.filter(({ to }) => to.startsWith('ada@'));
  assert.deepEqual(told.map(({ to, message }) => [to, message.kind === 'credential-changed' && message.change]).sort(),
    [['ada@corp.example', 'link-made'], ['ada@home.example', 'link-made']]);
});

test('who was given a role while the call was under way gets a link from an owner of the workforce or the shell only', async () => {
  const [holder, desk, owner] = [await somebody(), await somebody(), await somebody()];
  roles.set(holder.principal, [{ role: 'support', target: 'customers' }]);
  roles.set(desk.principal, [{ role: 'support', target: 'workforce' }, { role: 'owner', target: 'customers' }]);
  roles.set(owner.principal, [{ role: 'owner', target: 'workforce' }]);
  const by = (session?: PrincipalRef) => database.transaction((tx) => (
    invite(deps, tx, holder, { mail: false, actor, ...(session ? { session } : {}) })));
  await assert.rejects(by(desk), { code: 'admin.forbidden' });
  await by(owner);
  await by();
});
