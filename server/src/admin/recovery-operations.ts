import type { recoveryRoutes, ShownRecovery } from '../../../contract/admin/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { Directory } from '../directory/index.ts';
import { fail, hour } from '../kernel/index.ts';
import type { Recovery, RecoveryCase } from '../recovery/index.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';

interface RecoveryDeps {
  readonly recovery: Pick<Recovery, 'list' | 'decide'>;
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers'>;
  readonly credentials: Pick<Credentials, 'list'>;
  readonly db: Tx;
  readonly transaction: InTransaction;
}

/** The desk's side of recovery: looking at cases, and saying yes or no to those that ask it. */
export function recoveryOperations(deps: RecoveryDeps): Handlers<typeof recoveryRoutes> {
  const { recovery, db, transaction } = deps;
  return {
    'recovery.list': async ({ params }) => {
      const recoveries: ShownRecovery[] = [];
      for (const each of await recovery.list(params.population)) recoveries.push(await show(deps, db, each));
      return { recoveries };
    },
    'recovery.decide': ({ params: { population, principal, recovery: id }, body, actor, session }) => transaction(async (tx) => {
      // The console lets nobody in without a passkey; whoever comes by the shell has shown none, and may be the subject.
      if (!session) return fail('admin.forbidden', { detail: 'decided in the console, by somebody signed in there' });
      const decided = await recovery.decide(tx, { population, id, route: 'support-desk', ...body, actor, by: session });
      // The path's principal is the one that the caller's roles were held against.
      if (decided.principal !== principal) fail('recovery.unknown');
      return { recovery: await show(deps, tx, decided) };
    }),
  };
}

async function show({ directory, credentials }: RecoveryDeps, tx: Tx, each: RecoveryCase): Promise<ShownRecovery> {
  const person = await directory.findPrincipal(tx, each) ?? fail('principal.unknown');
  const identifiers = await directory.identifiers(tx, each);
  const held = new Set((await credentials.list(tx, each)).map(({ kind }) => kind));
  return {
    id: each.id, number: each.caseNumber, route: each.route, state: each.state, device: each.device, holds: [...held],
    principal: {
      id: each.principal, displayName: person.displayName,
      identifiers: identifiers.slice(0, 20).map(({ kind, value }) => ({ kind, value })),
    },
    openedAt: each.openedAt.toISOString(), waitHours: each.wait / hour, dueAt: each.dueAt?.toISOString() ?? null,
  };
}
