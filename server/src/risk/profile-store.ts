import { sql } from 'kysely';
import { day as dayLength, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { emptyProfile, prune, type Level, type Profile, type Weight } from './profile.ts';
import { chainNames } from './traits.ts';
import type { Place } from './travel-speed.ts';

type Stored = {
  readonly logins: number;
  readonly days: readonly [number, number];
  readonly total: readonly [number, number];
  readonly marked: readonly [number, number];
  readonly hours: readonly number[];
  /** Absent where it was written before hours faded. */
  readonly hoursDay?: number;
  /** For each chain its levels: novelties, then values with weight and day. */
  readonly chains: Readonly<Record<string, readonly { readonly n: readonly [number, number]; readonly v: readonly (readonly [string, number, number])[] }[]>>;
};
type ProfileTable = {
  risk_profile: { population: string; principal: string; counts: string; updated_at: Date; place_country: string | null; place_at: Date | null };
};

/** A principal's profile, and where they last were while that says anything. */
export interface Kept {
  readonly profile: Profile;
  readonly place?: Place;
}

/** An empty profile where nothing is known yet. */
export async function selectProfile(db: Db, { population, principal }: PrincipalRef): Promise<Kept> {
  const row = await db.$extendTables<ProfileTable>().selectFrom('risk_profile').select(['counts', 'place_country', 'place_at'])
    .where('population', '=', population).where('principal', '=', principal).executeTakeFirst();
  if (!row) return { profile: emptyProfile() };
  // jsonb comes parsed.
  return { profile: read(row.counts as unknown as Stored), ...(row.place_at ? { place: { country: row.place_country, at: row.place_at } } : {}) };
}

/** The same for somebody who is about to change it: two at once come one after the other. */
export async function lockProfile(tx: Db, ref: PrincipalRef): Promise<Kept> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`risk/${ref.population}/${ref.principal}`}, 0))`.execute(tx);
  return selectProfile(tx, ref);
}

/** Without a `place` the one that is kept stays; what has faded away is not kept. */
export async function upsertProfile(tx: Db, { population, principal }: PrincipalRef, profile: Profile, at: Date, place?: Place): Promise<void> {
  prune(profile, Math.floor(at.getTime() / dayLength));
  const changed = {
    counts: JSON.stringify(written(profile)), updated_at: at, ...(place ? { place_country: place.country, place_at: place.at } : {}),
  };
  await tx.$extendTables<ProfileTable>().insertInto('risk_profile').values({ population, principal, place_country: null, place_at: null, ...changed })
    .onConflict((conflict) => conflict.columns(['population', 'principal']).doUpdateSet(changed)).execute();
}

/** Where a principal is now, for sure. */
export async function movePlace(tx: Db, { population, principal }: PrincipalRef, { country, at }: Place): Promise<void> {
  await tx.$extendTables<ProfileTable>().updateTable('risk_profile').set({ place_country: country, place_at: at })
    .where('population', '=', population).where('principal', '=', principal).execute();
}

/** Drops where people were, once it can't say anything any more. */
export async function forgetPlaces(db: Db, before: Date, limit: number): Promise<void> {
  await sql`
    update risk_profile set place_country = null, place_at = null
    where ctid in (select ctid from risk_profile where place_at < ${before} limit ${limit})`.execute(db);
}

export async function deleteProfile(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tx.$extendTables<ProfileTable>().deleteFrom('risk_profile').where('population', '=', population).where('principal', '=', principal).execute();
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
const pair = ({ weight, day }: Weight): readonly [number, number] => [rounded(weight), day];
const weight = ([value, day]: readonly [number, number]): Weight => ({ weight: value, day });

function written(profile: Profile): Stored {
  return {
    logins: rounded(profile.logins), days: [profile.firstDay, profile.lastDay], total: pair(profile.total), marked: pair(profile.marked),
    hours: [...profile.hours].map(rounded), hoursDay: profile.hoursDay,
    chains: Object.fromEntries(chainNames.map((name) => [name, profile.chains[name].map(({ novelties, values }) => ({
      n: pair(novelties), v: [...values].map(([value, seen]) => [value, ...pair(seen)] as const),
    }))])),
  };
}

function read({ logins, days, total, marked, hours, hoursDay = days[1], chains }: Stored): Profile {
  const levels = (name: string): Level[] => (chains[name] ?? []).map(({ n, v }) => ({
    novelties: weight(n), values: new Map(v.map(([value, seen, day]) => [value, weight([seen, day])])),
  }));
  return {
    logins, firstDay: days[0], lastDay: days[1], total: weight(total), marked: weight(marked), hours: Float64Array.from(hours), hoursDay,
    chains: { network: levels('network'), client: levels('client') },
  };
}
