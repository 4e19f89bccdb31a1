import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Fault } from '../../../contract/errors.ts';
import { hasCode, LimenError } from '../kernel/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import type { ImportOutcome } from './directory.ts';
import { testDirectory, type TestDirectory } from './testing.ts';

const actor = { kind: 'operator', id: 'local' } as const;
let database: TestDatabase;
let house: TestDirectory;
before(async () => {
  database = await testDatabase();
  house = await testDirectory(database);
});

const take = (csv: string, onProgress?: (done: number, total: number) => void): Promise<ImportOutcome> => (
  database.transaction((tx) => (
    house.directory.importPrincipals(tx, { population: 'workforce', csv, actor, onProgress }))));
const counts = ({ created, updated, unchanged }: ImportOutcome) => ({ created, updated, unchanged });
const find = (text: string) => house.directory.findByIdentifier(database.db, 'workforce', text);
const identifiersOf = async (text: string): Promise<readonly string[]> => (
  (await house.directory.identifiers(database.db, (await find(text))!)).map(({ value }) => value).sort());

async function faultsOf(csv: string): Promise<readonly Fault[]> {
  const error = await take(csv).then(() => undefined, (thrown: unknown) => thrown);
  assert.ok(error instanceof LimenError && hasCode(error, 'import.invalid'), String(error));
  return error.faults;
}
const places = (faults: readonly Fault[]): readonly string[] => faults.map(({ at, line }) => `${line}:${at}`);

test('a file makes people who can be found by each of their names; the same file again changes nothing', async () => {
  const csv = '\ufeffemail,Employee_Number,display_name,locale\r\n'
    + 'Ada@Example.org,E1,"Lovelace, Ada",en-gb\r\n\r\ngrace@example.org,E2,,\r\n';
  const progress: string[] = [];
  const first = await take(csv, (done, total) => progress.push(`${done}/${total}`));
  assert.deepEqual(counts(first), { created: 2, updated: 0, unchanged: 0 });
  assert.equal(first.createdPrincipals.length, 2);
  assert.deepEqual(progress, ['2/2']);
  const ada = await find('e1');
  assert.deepEqual([ada?.displayName, ada?.locale], ['Lovelace, Ada', 'en-GB']);
  assert.equal((await find('ada@example.org'))?.principal, ada?.principal);
  assert.deepEqual(counts(await take(csv)), { created: 0, updated: 0, unchanged: 2 });

  await house.events.settle();
  const told = await house.events.read({ population: 'workforce', principal: ada!.principal, limit: 10 });
  assert.deepEqual(told.map(({ type }) => type), ['principal.created', 'identifier.verified', 'identifier.verified']);
});

test('a row about somebody known updates them, and an empty field changes nothing', async () => {
  await take('email,employee_number,display_name\nold@move.example,M1,Mover\nstay@move.example,M2,Stayer\n');
  const outcome = await take('email,employee_number,display_name,username\nnew@move.example,M1,,mover\n,M2,,\n');
  assert.deepEqual(counts(outcome), { created: 0, updated: 1, unchanged: 1 });
  assert.equal(await find('old@move.example'), undefined);
  assert.deepEqual(await identifiersOf('m1'), ['M1', 'mover', 'new@move.example']);
  assert.equal((await find('M1'))?.displayName, 'Mover');
});

test('a bad row is named by its line and nothing is taken', async () => {
  const faults = await faultsOf('email,employee_number,display_name,locale\n'
    + 'fine@bad.example,B1,Fine,en\nnot an address,B2,,\n,,Nameless,\nx@bad.example,B4,,!!\nFINE@bad.example,B5,,\n');
  assert.deepEqual(places(faults), ['3:email', '4:email', '5:locale', '6:email']);
  assert.equal(await find('fine@bad.example'), undefined);
});

test('a file that is not as it should be is refused as a whole', async () => {
  const columns = await faultsOf('email,shoe_size,email\na@b.example,1,c@d.example\n');
  assert.deepEqual(places(columns), ['1:shoe_size', '1:email']);
  assert.deepEqual(places(await faultsOf('email,locale\na@b.example\n')), ['2:file']);
  assert.deepEqual(places(await faultsOf('email\n"open@quote.example\n')), ['2:file']);
  assert.match((await faultsOf('email\n'))[0]!.problem, /no rows/);
  assert.match((await faultsOf(''))[0]!.problem, /no rows/);
  assert.match((await faultsOf(`email\n${'a'.repeat(9_000)}@b.example\n`))[0]!.problem, /CSV/);
  assert.match((await faultsOf('x'.repeat(8 * 1024 * 1024 + 1)))[0]!.problem, /larger than 8 MiB/);
  const tooMany = Array.from({ length: 50_001 }, (_, n) => `u${n}`).join('\n');
  assert.match((await faultsOf(`username\n${tooMany}\n`))[0]!.problem, /more than 50000 rows/);
});

test('faults are told up to a hundred', async () => {
  assert.equal((await faultsOf(`email\n${'wrong\n'.repeat(500)}`)).length, 100);
});

test('rows that mix up people who are already here are refused', async () => {
  await take('email,employee_number\none@mix.example,X1\ntwo@mix.example,X2\n');
  assert.deepEqual(places(await faultsOf('email,employee_number\none@mix.example,X2\n')), ['2:row']);
  assert.deepEqual(places(await faultsOf('email,employee_number\none@mix.example,\n,X1\n')), ['3:row']);
  assert.deepEqual(places(await faultsOf('email,employee_number\none@mix.example,X9\n')), ['2:employee_number']);
});

test('a username that equals the employee number is one name', async () => {
  await take('username,employee_number\nS7,s7\n');
  assert.deepEqual(await identifiersOf('s7'), ['S7']);
});

test('a name that somebody holds unproved goes to whom the organisation names', async () => {
  const squatter = await house.person({ population: 'workforce' });
  await database.transaction((tx) => (
    house.directory.addIdentifier(tx, squatter, { kind: 'email', value: 'ceo@squat.example', actor })));
  const outcome = await take('email\nceo@squat.example\n');
  assert.deepEqual(outcome.droppedFrom, [squatter]);
  assert.deepEqual(await house.directory.identifiers(database.db, squatter), []);
  assert.equal((await find('ceo@squat.example'))?.principal, outcome.createdPrincipals[0]?.principal);
});

test('imports at the same time take turns', async () => {
  const csv = 'email,employee_number\nturn@turn.example,T1\nturn2@turn.example,T2\n';
  const outcomes = await Promise.all([take(csv), take(csv), take(csv)]);
  assert.equal(outcomes.reduce((sum, each) => sum + each.created, 0), 2);
  assert.equal(outcomes.reduce((sum, each) => sum + each.unchanged, 0), 4);
});

test('batches are told of as they are done', async () => {
  const rows = Array.from({ length: 1_201 }, (_, n) => `N${n}`).join('\n');
  const progress: number[] = [];
  await take(`employee_number\n${rows}\n`, (done) => progress.push(done));
  assert.deepEqual(progress, [500, 1_000, 1_201]);
});

test('people are not imported among workloads, nor into a population that is not there', async () => {
  const into = (population: string) => database.transaction((tx) => (
    house.directory.importPrincipals(tx, { population, csv: 'email\na@b.example\n', actor })));
  await assert.rejects(into('workloads'), (error) => hasCode(error, 'import.invalid'));
  await assert.rejects(into('nowhere'), (error) => hasCode(error, 'population.unknown'));
});

test('numbers come with their country, and are kept and found in one way however they are written', async () => {
  await take('email,phone\nnum@example.org,+49 (0)1512 3456701\n,0049-1512-3456702\n'.replace('0049', '+49'));
  assert.deepEqual(await identifiersOf('+4915123456701'), ['+49 1512 3456701', 'num@example.org']);
  assert.ok(await find('+49 1512 3456702'));
  assert.deepEqual(places(await faultsOf('phone\n01512 3456703\n+1 900 555 2671\n')), ['2:phone', '3:phone']);
});
