import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  adminRoutes, consoleRole, mayDo, operationRoles, ruleOf, type AdminRoute, type ConsoleRole,
} from '../../../contract/admin/index.ts';
import { consoleHouse, type Administrator } from './test-administrator.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer();
const house = consoleHouse(server);
const populations = await server.limen.policies.populations();
const nobody = '0196aaaa-0000-7000-8000-000000000000';

/** A call that reaches no use case: fields are missing or wrong, or what it names is not there. */
async function call(who: Administrator, route: AdminRoute, population: string, query = ''): Promise<string> {
  const path = route.path.replace(':population', population).replaceAll(/:\w+/g, nobody);
  const asked = route.stream ? `${query === '' ? '?' : `${query}&`}follow=false` : query;
  const body = route.body ? { nothing: 'like this' } : undefined;
  const answer = await who.ask(route.method, `${path}${asked}`, body);
  assert.notEqual(answer.status, 401, `${route.operation}: ${JSON.stringify(answer.body)}`);
  assert.ok(answer.status < 500, `${route.operation}: ${JSON.stringify(answer.body)}`);
  return answer.body.code === 'admin.forbidden' ? 'forbidden' : 'allowed';
}

test('every operation of the API is in the table, and nothing else is', () => {
  assert.deepEqual(Object.keys(operationRoles).sort(), adminRoutes.map(({ operation }) => operation).sort());
});

test('publishing, roles, secrets, keys and ways in need a recent proof', () => {
  const fresh = [
    'policy.apply', 'grant.give', 'grant.withdraw', 'client.create', 'client.rotate-secret', 'key.rotate',
    'principal.invite', 'recovery.decide', 'principal.create', 'principal.import', 'federation.set-secret',
  ];
  for (const operation of fresh) assert.equal(ruleOf(operation).fresh, true, operation);
});

test('an operation that nobody has put into the table is for owners of the workforce', () => {
  const rule = ruleOf('never.heard-of');
  assert.equal(mayDo(rule, { customers: ['owner'] }, { all: populations }), false);
  assert.equal(mayDo(rule, { workforce: ['owner'] }, { all: populations }), true);
  assert.equal(ruleOf('constructor').at, 'server');
});

/** As an administrator would read the table; the API is held to it from outside. */
function expected(route: AdminRoute, role: ConsoleRole, heldAt: string, population: string): 'allowed' | 'forbidden' {
  const { at, roles, atWorkforce } = operationRoles[route.operation]!;
  const isHere = heldAt === population;
  const wanted = population === 'workforce' && atWorkforce && route.path.includes(':population') ? atWorkforce : roles;
  const may = {
    session: true, shell: false, any: roles.includes(role), server: role === 'owner' && heldAt === 'workforce',
    path: isHere && wanted.includes(role), query: role === 'owner' && heldAt === 'workforce',
  }[at];
  return may ? 'allowed' : 'forbidden';
}

for (const role of consoleRole.options) {
  test(`what the role ${role} may do, and where, is what the table says`, async () => {
    for (const heldAt of ['customers', 'workforce']) {
      const who = await house.employee({ [heldAt]: [role] });
      await who.enter();
      for (const route of adminRoutes) {
        for (const population of route.path.includes(':population') ? ['customers', 'workforce'] : ['workforce']) {
          const where = `${role} of ${heldAt}: ${route.operation} at ${population}`;
          assert.equal(await call(who, route, population), expected(route, role, heldAt, population), where);
        }
      }
    }
  });

  test(`which events the role ${role} sees is what the table says`, async () => {
    const who = await house.employee({ customers: [role] });
    await who.enter();
    for (const route of adminRoutes.filter(({ operation }) => operationRoles[operation]!.at === 'query')) {
      const { roles, unsealed = roles } = operationRoles[route.operation]!;
      const answers = [
        await call(who, route, '', '?population=customers'), await call(who, route, '', '?population=workforce'),
        await call(who, route, '', '?population=customers&unseal=true'),
      ];
      const may = (list: readonly ConsoleRole[]) => (list.includes(role) ? 'allowed' : 'forbidden');
      assert.deepEqual(answers, [may(roles), 'forbidden', may(unsealed)], route.operation);
    }
  });
}

test('the local operator may do everything', async () => {
  for (const route of adminRoutes) {
    const path = route.path.replace(':population', 'customers').replaceAll(/:\w+/g, nobody);
    const follow = route.stream ? '?follow=false&limit=1' : '';
    if (route.operation === 'admin.link') continue;
    const answer = await house.operator.ask(route.method, `${path}${follow}`, route.body ? { nothing: 'like this' } : undefined);
    assert.ok(answer.status !== 401 && answer.status !== 403, `${route.operation}: ${answer.status}`);
  }
});
