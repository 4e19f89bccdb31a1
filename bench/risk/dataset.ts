/** Reads logins in the columns of the published rba-dataset (das-group; CC BY 4.0), whoever collected them. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Attacker } from './generator/attackers.ts';
import type { Login } from './generator/login.ts';

export const columns = [
  'Login Timestamp', 'User ID', 'Round-Trip Time [ms]', 'IP Address', 'Country', 'Region', 'City', 'ASN', 'User Agent String',
  'Browser Name and Version', 'OS Name and Version', 'Device Type', 'Login Successful', 'Is Attack IP', 'Is Account Takeover',
] as const;
type Column = (typeof columns)[number];

/** Characters of a line; longer ones are left out and counted. */
const longestLine = 10_000;

/** The one id that nearly half of the published rows share: nobody's history. */
const catchAll = '-4324475583306591935';

export interface ReadLogin {
  readonly login: Login;
  readonly succeeded: boolean;
  readonly hostile?: Attacker;
}

export interface Reading {
  /** Oldest first. */
  readonly logins: readonly ReadLogin[];
  readonly leftOut: number;
}

/** The file lacks columns that the schema names. */
export class MissingColumns extends Error {
  readonly columns: readonly string[];
  constructor(missing: readonly string[]) {
    super(`The file has no ${missing.map((each) => `"${each}"`).join(', ')}. It needs the columns ${columns.join(', ')}.`);
    this.columns = missing;
  }
}

/** Reads up to `most` rows. A row that cannot be read is left out and counted; a file without the columns is refused. */
export async function readDataset(file: string, most: number): Promise<Reading> {
  const users = new Map<string, number>();
  const logins: ReadLogin[] = [];
  let leftOut = 0;
  const source = createReadStream(file);
  const rows = source.pipe(parse({
    bom: true, skip_records_with_error: true, max_record_size: longestLine, relax_column_count: true,
    columns: (head: string[]) => {
      const missing = columns.filter((each) => !head.includes(each));
      if (missing.length > 0) throw new MissingColumns(missing);
      return head;
    },
  }));
  source.on('error', (error) => rows.destroy(error));
  rows.on('skip', () => { leftOut += 1; });
  for await (const row of rows as AsyncIterable<Record<Column, string>>) {
    const read = readRow(row, users);
    if (read) logins.push(read);
    else leftOut += 1;
    if (logins.length >= most) break;
  }
  return { logins: logins.sort((a, b) => a.login.at - b.login.at), leftOut };
}

function readRow(row: Record<Column, string>, users: Map<string, number>): ReadLogin | undefined {
  const at = Date.parse(`${row['Login Timestamp']}Z`);
  const address = row['IP Address'];
  const id = row['User ID'];
  if (!Number.isFinite(at) || !address || !id || id === catchAll) return undefined;
  let user = users.get(id);
  if (user === undefined) users.set(id, user = users.size);
  const [browser, system] = [family(row['Browser Name and Version']), family(row['OS Name and Version'])];
  const device = row['Device Type'] || 'unknown';
  const agent = row['User Agent String'] ?? '';
  return {
    login: {
      at, user, hour: new Date(at).getUTCHours(), marked: false,
      network: [address, prefixOf(address), `AS${row.ASN}`, row.Country || 'unknown'],
      client: {
        versions: [agent, row['Browser Name and Version'] ?? '', row['OS Name and Version'] ?? '', device],
        families: [agent, `${browser}|${system}`, `${system}|${device}`, device],
      },
    },
    succeeded: isTrue(row['Login Successful']),
    hostile: isTrue(row['Is Account Takeover']) ? 'veryTargeted' : isTrue(row['Is Attack IP']) ? 'naive' : undefined,
  };
}

const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

/** `Chrome Mobile 81.0.4044` is of the family `Chrome Mobile`. */
function family(text: string | undefined): string {
  return (text ?? '').replace(/[\s\d.]+$/, '');
}

/** The first three of four numbers, or the first three groups of an IPv6 address (/48). */
function prefixOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 3).join(':') : address.split('.').slice(0, 3).join('.');
}
