import { day, fail, isId, newId, second } from '../kernel/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { shadowAnswer, shadowToken, type ShadowAnswer } from './shadow.ts';
import {
  countPairs, deleteWatchesBefore, insertWatch, lockWatches, selectExamples, selectWatch, selectWatches, selectWatching, stopWatch,
} from './watch-store.ts';
import type { Watch, Watches } from './watches.ts';

/** Each costs every decision a moment and some bytes. */
const mostAtOnce = 3;
/** What watches is known again within this time, also where another server has begun it. */
const knownFor = 5 * second;

/** What watches does not change while it does, and what is compiled is known by its object: so it stays the one that it was. */
function sameAs(before: readonly Watch[], now: readonly Watch[]): readonly Watch[] {
  const known = new Map(before.map((watch) => [watch.id, watch]));
  return now.map((watch) => known.get(watch.id) ?? watch);
}

/** Makes the door to drafts that watch. */
export function createWatches(
  deps: Pick<CheckpointsDeps, 'database' | 'events' | 'policies' | 'clock' | 'random'>,
): Watches {
  const { database, events, policies, clock, random } = deps;
  const { db } = database;
  let known: ReadonlyMap<string, readonly Watch[]> = new Map();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  /** Beside requests: none waits for it, and one that fails is tried again with the next decision. */
  function lookAgain(now: Date): void {
    if (looking || Math.abs(now.getTime() - lookedAt) < knownFor) return;
    looking = look(now).catch(() => undefined).finally(() => { looking = undefined; });
  }

  async function look(now: Date): Promise<void> {
    lookedAt = now.getTime();
    known = Map.groupBy(sameAs([...known.values()].flat(), await selectWatching(db, now)), ({ population }) => population);
  }

  const find = async (population: string, id: string): Promise<Watch> => {
    await policies.population(population);
    return (isId(id) ? await selectWatch(db, population, id) : undefined) ?? fail('watch.unknown');
  };

  function watchingNow(population: string, now: Date): readonly Watch[] {
    lookAgain(now);
    return known.get(population)?.filter(({ endsAt }) => endsAt > now) ?? [];
  }

  function answers(population: string, now: Date, answer: (watch: Watch) => ShadowAnswer): readonly ShadowAnswer[] | null {
    const watching = watchingNow(population, now);
    return watching.length === 0 ? null : watching.map(answer);
  }

  return {
    answers: (population, action, features, now) => answers(population, now, ({ id, rules }) => shadowAnswer(id, rules, action, features)),
    asks: (population, action, now) => watchingNow(population, now).flatMap(({ rules: { checkpoints: { actions } } }) => (
      Object.hasOwn(actions, action) ? compileCheckpoint(actions[action]!) : [])),
    answersToToken: (population, features, now) => answers(population, now, ({ id, rules }) => shadowToken(id, rules, features)),
    start: async ({ population, name, days, rules, basedOn, actor }) => {
      await policies.population(population);
      const now = clock();
      const watch: Watch = {
        population, id: newId(now, random), name, startedAt: now, endsAt: new Date(now.getTime() + days * day), stoppedAt: null,
        startedBy: actor.kind === 'principal' ? actor.id : actor.kind, basedOn, rules,
      };
      await database.transaction(async (tx) => {
        await lockWatches(tx, population);
        if ((await selectWatching(tx, now, population)).length >= mostAtOnce) fail('watch.too_many');
        await insertWatch(tx, watch);
        await events.append(tx, {
          type: 'watch.started', population, actor, open: { watch: watch.id, name, endsAt: watch.endsAt.toISOString(), ...(basedOn === null ? {} : { basedOn }) },
        });
      });
      await look(now);
      return watch;
    },
    stop: async (population, id, actor) => {
      await find(population, id);
      await database.transaction(async (tx) => {
        const now = clock();
        if (await stopWatch(tx, population, id, now)) await events.append(tx, { type: 'watch.stopped', population, actor, open: { watch: id } });
      });
      await look(clock());
      return find(population, id);
    },
    list: async (population) => {
      await policies.population(population);
      return selectWatches(db, population);
    },
    report: async (population, id) => {
      const watch = await find(population, id);
      const [pairs, examples] = await Promise.all([countPairs(db, watch), selectExamples(db, watch)]);
      return { watch, seen: pairs.reduce((sum, { count }) => sum + count, 0), pairs, examples };
    },
    removeOld: (now) => deleteWatchesBefore(db, new Date(now.getTime() - 400 * day)),
  };
}
