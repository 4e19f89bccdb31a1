/**
 * Who may import whom: the table of ARCHITECTURE.md as data. Rows are in order, lowest first; every folder may
 * import `kernel` and `contract` besides what its row names. Types count like anything else.
 */
export interface ArrowRow {
  readonly folder: string;
  /** Folders that it may import, or all rows before it but those named. */
  readonly mayImport: readonly string[] | { readonly everyEarlierBut: readonly string[] };
  /** It may ask any folder through its narrow door `read.ts`. */
  readonly readDoors?: true;
}

/** Below `server/src`. */
export const serverArrows: readonly ArrowRow[] = [
  { folder: 'kernel', mayImport: [] },
  { folder: 'storage', mayImport: [] },
  { folder: 'events', mayImport: ['storage'] },
  { folder: 'keys', mayImport: ['storage', 'events'] },
  { folder: 'outbound', mayImport: [] },
  { folder: 'networks', mayImport: ['outbound'] },
  { folder: 'breaches', mayImport: ['outbound'] },
  { folder: 'rules', mayImport: [] },
  { folder: 'web', mayImport: [] },
  { folder: 'messages', mayImport: ['storage', 'events', 'outbound'] },
  { folder: 'policy', mayImport: ['storage', 'events'] },
  { folder: 'directory', mayImport: ['storage', 'events', 'keys', 'policy'] },
  { folder: 'clients', mayImport: ['storage', 'events', 'keys', 'policy', 'directory'] },
  { folder: 'brakes', mayImport: ['storage', 'networks'] },
  { folder: 'credentials', mayImport: ['storage', 'events', 'keys', 'policy', 'directory', 'messages', 'networks', 'breaches', 'brakes'] },
  { folder: 'sessions', mayImport: ['storage', 'events', 'policy', 'directory'] },
  { folder: 'access', mayImport: ['storage', 'events', 'policy', 'directory'] },
  { folder: 'federation', mayImport: ['storage', 'events', 'keys', 'policy', 'directory', 'outbound'] },
  { folder: 'recovery', mayImport: ['storage', 'events', 'policy', 'directory', 'messages', 'web'] },
  { folder: 'risk', mayImport: ['storage', 'events', 'policy', 'networks'], readDoors: true },
  { folder: 'checkpoints', mayImport: ['storage', 'events', 'policy', 'rules', 'risk', 'access'], readDoors: true },
  { folder: 'journeys', mayImport: { everyEarlierBut: ['keys'] } },
  { folder: 'oauth', mayImport: { everyEarlierBut: [] } },
  { folder: 'account', mayImport: { everyEarlierBut: [] } },
  {
    folder: 'governance', mayImport: ['storage', 'events', 'policy', 'rules', 'directory', 'access', 'messages'],
    readDoors: true,
  },
  { folder: 'measures', mayImport: ['storage', 'events', 'policy', 'rules', 'messages'], readDoors: true },
  { folder: 'changes', mayImport: { everyEarlierBut: [] } },
  { folder: 'admin', mayImport: { everyEarlierBut: ['storage'] } },
  { folder: 'app', mayImport: { everyEarlierBut: [] } },
];

/** The rooms of the repository: what else each may import of the others. `*` is everything. */
export const roomArrows: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  pages: ['contract'],
  console: ['contract'],
  'console/testing': ['*'],
  sdk: ['contract'],
  cli: ['contract', 'demo', 'tools/launcher'],
  demo: ['contract', 'sdk'],
  'server/src/app': ['contract', 'pages', 'policies', 'demo'],
  'server/src': ['contract'],
  server: ['server/src/app', 'demo'],
  bench: ['*'],
  conformance: ['*'],
  tools: ['*'],
};

/** Packages that one folder alone deals with, so that it can be replaced there. */
export const packageArrows: Readonly<Record<string, readonly string[]>> = {
  'oidc-provider': ['server/src/oauth'],
  pg: ['server/src/storage'],
  'pg-boss': ['server/src/storage'],
  undici: ['server/src/outbound'],
  'mmdb-lib': ['server/src/networks'],
  pino: ['server/src/kernel'],
  nodemailer: ['server/src/messages'],
  '@marcbachmann/cel-js': ['server/src/rules'],
  '@node-rs/argon2': ['server/src/credentials'],
  '@simplewebauthn/server': ['server/src/credentials'],
  'openid-client': ['demo', 'sdk', 'cli', 'server/src/federation'],
};
