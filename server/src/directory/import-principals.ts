import type { Fault } from '../../../contract/errors.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { NewEvent } from '../events/index.ts';
import { fail, newId, originOf, type PrincipalRef } from '../kernel/index.ts';
import { brokenConstraint, type Db } from '../storage/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import type { ImportOutcome, Principal } from './directory.ts';
import {
  deleteIdentifiers, insertIdentifiers, lockName, refreshStatistics, selectIdentifiers, selectVerified,
  type StoredIdentifier,
} from './identifier-store.ts';
import { columnOf, readImportFile, refuse, type ImportedName, type ImportRow } from './import-file.ts';
import { insertPrincipals, selectPrincipals, updateProfile } from './principal-store.ts';
import { dropClaims, told } from './verify-identifier.ts';

const batchSize = 500;

interface ImportInput {
  readonly population: string;
  readonly csv: string;
  readonly actor: Actor;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What one row comes to: whom it is about, and what is to change. */
interface Plan {
  readonly principal: Principal;
  readonly isNew: boolean;
  readonly isProfileChanged: boolean;
  readonly add: readonly ImportedName[];
  readonly drop: readonly StoredIdentifier[];
}

export async function importPrincipals(deps: DirectoryDeps, tx: Db, input: ImportInput): Promise<ImportOutcome> {
  const { kind } = await deps.policies.population(input.population);
  if (kind === 'workload') refuse([{ at: 'file', problem: 'people have no place in a workload population' }]);
  const rows = await readImportFile(input.csv);
  // Imports of one population take turns, or each would create the people that both name.
  await lockName(tx, input.population, '*import');
  const plans = await planRows(deps, tx, input.population, rows);

  const droppedFrom: PrincipalRef[] = [];
  for (let at = 0; at < plans.length; at += batchSize) {
    droppedFrom.push(...await applyPlans(deps, tx, input, plans.slice(at, at + batchSize)));
    if (at === 0 && plans.length > batchSize) await refreshStatistics(tx);
    input.onProgress?.(Math.min(at + batchSize, plans.length), plans.length);
  }
  const created = plans.filter((plan) => plan.isNew);
  const unchanged = plans.filter((plan) => !plan.isNew && !isChange(plan)).length;
  return {
    created: created.length, unchanged, updated: plans.length - created.length - unchanged,
    createdPrincipals: created.map(({ principal }) => refOf(principal)), droppedFrom,
  };
}

async function planRows(
  deps: DirectoryDeps, tx: Db, population: string, rows: readonly ImportRow[],
): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  const faults: Fault[] = [];
  const lineOf = new Map<string, number>();
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize);
    const names = batch.flatMap((row) => row.names.map((name) => name.normalised));
    const holders = await selectVerified(tx, population, names);
    const holderOf = new Map(holders.map((each) => [each.normalised, each.principal]));
    const ids = [...new Set(holderOf.values())];
    const people = new Map((await selectPrincipals(tx, population, ids)).map((each) => [each.principal, each]));
    const owned = Map.groupBy(await selectIdentifiers(tx, population, ids), (each) => each.principal);
    for (const row of batch) {
      const matches = new Set(row.names.flatMap((name) => holderOf.get(name.normalised) ?? []));
      const [id] = matches;
      if (matches.size > 1) {
        faults.push({ at: 'row', line: row.line, problem: 'names more than one principal that is already here' });
      } else if (id === undefined) {
        plans.push(planNew(deps, population, row));
      } else if (lineOf.has(id)) {
        faults.push({ at: 'row', line: row.line, problem: `is about the same principal as line ${lineOf.get(id)}` });
      } else {
        lineOf.set(id, row.line);
        plans.push(planChange(row, people.get(id)!, owned.get(id) ?? [], faults));
      }
    }
  }
  if (faults.length > 0) refuse(faults);
  return plans;
}

function planNew({ clock, random }: DirectoryDeps, population: string, row: ImportRow): Plan {
  const now = clock();
  const id = newId(now, random);
  const principal: Principal = {
    population, principal: id, kind: 'person', state: 'active', displayName: row.displayName,
    locale: row.locale, createdAt: now, origin: originOf(id), proofsCountFrom: null, recoveredAt: null, timeZone: null,
    contactChangedAt: null, contactRemovedAt: null, credentialRemovedAt: null,
  };
  return { principal, isNew: true, isProfileChanged: false, add: row.names, drop: [] };
}

/**
 * A stated name takes the place of the proved one of its kind, so that an old address doesn't go on opening the door.
 * The employee number stays: whoever has another one is another person.
 */
function planChange(row: ImportRow, known: Principal, owned: readonly StoredIdentifier[], faults: Fault[]): Plan {
  const proved = owned.filter((each) => each.verifiedAt !== null);
  const add = row.names.filter((name) => !proved.some((each) => each.normalised === name.normalised));
  const drop = proved.filter((each) => add.some((name) => name.kind === each.kind));
  if (drop.some((each) => each.kind === 'employee-number')) {
    const at = columnOf('employee-number');
    faults.push({ at, line: row.line, problem: 'differs from the one this principal has' });
  }
  const principal = { ...known, displayName: row.displayName ?? known.displayName, locale: row.locale ?? known.locale };
  const isProfileChanged = principal.displayName !== known.displayName || principal.locale !== known.locale;
  return { principal, isNew: false, isProfileChanged, add, drop };
}

const isChange = (plan: Plan): boolean => plan.isProfileChanged || plan.add.length > 0;
const refOf = ({ population, principal }: PrincipalRef): PrincipalRef => ({ population, principal });

async function applyPlans(
  deps: DirectoryDeps, tx: Db, { population, actor }: ImportInput, plans: readonly Plan[],
): Promise<readonly PrincipalRef[]> {
  const now = deps.clock();
  await insertPrincipals(tx, plans.filter((plan) => plan.isNew).map((plan) => plan.principal), 'import');
  for (const { principal, isProfileChanged } of plans) {
    if (isProfileChanged) await updateProfile(tx, principal, principal);
  }
  await deleteIdentifiers(tx, plans.flatMap((plan) => plan.drop));
  const names = plans.flatMap((plan) => plan.add.map((name) => name.normalised));
  const droppedFrom = names.length === 0 ? [] : await dropClaims(deps, tx, population, names, [], actor);
  const added = plans.flatMap(({ principal, add }) => add.map((name): StoredIdentifier => (
    { ...refOf(principal), ...name, run: null, verifiedAt: now, provedAt: now })));
  await insertIdentifiers(tx, added, now).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'principal_identifier_verified') throw error;
    const detail = 'somebody proved to hold one of these names meanwhile; import again';
    fail('import.invalid', { detail, cause: error });
  });
  const events = plans.flatMap((plan) => eventsOf(plan, actor));
  if (events.length > 0) await deps.events.append(tx, ...events);
  return droppedFrom;
}

function eventsOf({ principal, isNew, add, drop }: Plan, actor: Actor): readonly NewEvent[] {
  const about = { ...refOf(principal), actor };
  const created: NewEvent = { type: 'principal.created', ...about, open: { kind: 'person', basis: 'import' } };
  return [
    ...(isNew ? [created] : []),
    ...drop.map(({ kind }): NewEvent => ({ type: 'identifier.dropped', ...about, open: { kind, reason: 'replaced' } })),
    ...add.map(({ kind, value }): NewEvent => (
      { type: 'identifier.verified', ...about, open: { kind }, personal: { address: told(value) } })),
  ];
}
