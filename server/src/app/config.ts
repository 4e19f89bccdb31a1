import { resolve } from 'node:path';
import type { Fault } from '../../../contract/errors.ts';
import { fail, Secret, type LogLevel } from '../kernel/index.ts';

/** What the operator set, read once; `docs/reference/configuration.md` describes each variable. */
export interface Config {
  readonly port: number;
  /** The public address of the shared origin, without a slash at the end. */
  readonly url: string;
  /** Addresses to listen on. */
  readonly bind: readonly string[];
  readonly dataFolder: string;
  readonly databaseUrl: Secret | undefined;
  readonly masterKey: Secret | undefined;
  readonly masterKeyFile: string | undefined;
  /** Hosts of populations by slug: each is the whole origin of that population. */
  readonly populationUrls: ReadonlyMap<string, string>;
  readonly consoleUrl: string | undefined;
  readonly sharedOrigin: boolean;
  readonly outboundAllow: readonly string[];
  readonly smtpUrl: Secret | undefined;
  readonly mailFrom: string | undefined;
  readonly smsUrl: string | undefined;
  readonly smsSecret: Secret | undefined;
  readonly trustedProxies: { readonly addresses: readonly string[]; readonly header: 'x-forwarded-for' | 'forwarded'; readonly certificates?: boolean };
  /** Files of network facts, which count before those that come with Limen. */
  readonly networkFiles: readonly string[];
  readonly breachedPasswords: string | undefined;
  readonly breachedLookUp: string | undefined;
  readonly logLevel: LogLevel;
  /** Where the built console lies; not set by the operator. */
  readonly consoleFolder: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. Everything that is wrong is told at once.
 * @throws config.invalid with a fault for each variable
 */
export function readConfig(environment: Environment = process.env, workingFolder = process.cwd()): Config {
  const faults: Fault[] = [];
  const read = reader(environment, faults);
  const port = read.number('PORT', 3000, 1, 65_535);
  const config: Config = {
    port,
    url: read.origin('LIMEN_URL') ?? `http://localhost:${port}`,
    bind: read.list('LIMEN_BIND', ['127.0.0.1', '::1']),
    dataFolder: resolve(workingFolder, read.text('LIMEN_DATA') ?? '.limen'),
    databaseUrl: read.secret('DATABASE_URL'),
    masterKey: read.secret('LIMEN_MASTER_KEY'),
    masterKeyFile: read.text('LIMEN_MASTER_KEY_FILE'),
    populationUrls: read.populationHosts(),
    consoleUrl: read.origin('LIMEN_CONSOLE_URL'),
    sharedOrigin: read.flag('LIMEN_SHARED_ORIGIN'),
    outboundAllow: read.list('LIMEN_OUTBOUND_ALLOW', []),
    smtpUrl: read.secret('LIMEN_SMTP_URL'),
    mailFrom: read.text('LIMEN_MAIL_FROM'),
    smsUrl: read.text('LIMEN_SMS_URL'),
    smsSecret: read.secret('LIMEN_SMS_SECRET'),
    trustedProxies: {
      addresses: read.list('LIMEN_TRUSTED_PROXIES', []),
      header: read.oneOf('LIMEN_TRUSTED_PROXY_HEADER', ['x-forwarded-for', 'forwarded'], 'x-forwarded-for'),
      certificates: read.flag('LIMEN_CLIENT_CERTIFICATES'),
    },
    networkFiles: read.list('LIMEN_NETWORK_FILES', []).map((path) => resolve(workingFolder, path)),
    breachedPasswords: read.path('LIMEN_BREACHED_PASSWORDS', workingFolder),
    breachedLookUp: read.text('LIMEN_BREACHED_LOOKUP'),
    logLevel: read.oneOf('LIMEN_LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'warn'),
    consoleFolder: resolve(import.meta.dirname, '../../../console/dist'),
  };
  if (config.breachedLookUp !== undefined && !/^https:\/\/[^\s?#]+\/$/.test(config.breachedLookUp)) {
    faults.push({
      at: 'LIMEN_BREACHED_LOOKUP', problem: 'must begin with https:// and end with a slash', remedy: 'Write https://api.pwnedpasswords.com/range/ or leave it out.',
    });
  }
  if (config.masterKey && config.masterKeyFile) {
    faults.push({ at: 'LIMEN_MASTER_KEY', problem: 'is set together with LIMEN_MASTER_KEY_FILE', remedy: 'Set one of the two.' });
  }
  if (config.trustedProxies.certificates && config.trustedProxies.addresses.length === 0) {
    faults.push({
      at: 'LIMEN_CLIENT_CERTIFICATES', problem: 'is set, and no proxy is trusted to say which certificate was shown', remedy: 'Name it in LIMEN_TRUSTED_PROXIES.',
    });
  }
  if (faults.length > 0) fail('config.invalid', { faults });
  return config;
}

/** How each kind of value is read; what is wrong is noted and a stand-in returned, so that all is told at once. */
function reader(environment: Environment, faults: Fault[]) {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const wrong = (at: string, problem: string, remedy?: string): undefined => {
    faults.push({ at, problem, ...(remedy === undefined ? {} : { remedy }) });
    return undefined;
  };
  const originOf = (name: string, value: string): string | undefined => {
    if (!URL.canParse(value)) return wrong(name, 'is no URL', 'Write scheme and host, like https://login.example.com.');
    const url = new URL(value);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return wrong(name, 'must begin with https:// or http://');
    if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
      return wrong(name, 'must be an origin: scheme, host and port alone');
    }
    return url.origin;
  };
  const number = (name: string, standard: number, least: number, most: number): number => {
    const value = text(name);
    if (value === undefined) return standard;
    const parsed = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
    if (parsed >= least && parsed <= most) return parsed;
    wrong(name, `must be a number from ${least} to ${most}`);
    return standard;
  };
  return {
    text, number,
    secret: (name: string): Secret | undefined => {
      const value = text(name);
      return value === undefined ? undefined : new Secret(value);
    },
    origin: (name: string): string | undefined => {
      const value = text(name);
      return value === undefined ? undefined : originOf(name, value);
    },
    path: (name: string, from: string): string | undefined => {
      const value = text(name);
      return value === undefined ? undefined : resolve(from, value);
    },
    list: (name: string, standard: readonly string[]): readonly string[] => {
      const value = text(name);
      return value === undefined ? standard : value.split(/[\s,]+/).filter((each) => each !== '').slice(0, 100);
    },
    flag: (name: string): boolean => {
      const value = text(name) ?? '0';
      if (value !== '0' && value !== '1') wrong(name, 'must be 0 or 1');
      return value === '1';
    },
    oneOf: <T extends string>(name: string, choices: readonly T[], standard: T): T => {
      const value = (text(name) ?? standard) as T;
      if (choices.includes(value)) return value;
      wrong(name, `must be one of ${choices.join(', ')}`);
      return standard;
    },
    /** `LIMEN_HOST_CUSTOMERS=https://login.shop.example` gives the population `customers` an origin of its own. */
    populationHosts: (): ReadonlyMap<string, string> => {
      const hosts = new Map<string, string>();
      for (const [name, value] of Object.entries(environment)) {
        const slug = /^LIMEN_HOST_([A-Z][A-Z0-9_]{0,30})$/.exec(name)?.[1]?.toLowerCase().replaceAll('_', '-');
        const origin = slug !== undefined && value?.trim() ? originOf(name, value.trim()) : undefined;
        if (slug !== undefined && origin !== undefined) hosts.set(slug, origin);
      }
      return hosts;
    },
  };
}
