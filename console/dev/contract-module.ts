import type { Plugin } from 'vite';
import { adminRoutes, operationRoles } from '../../contract/admin/index.ts';
import { eventCatalogue } from '../../contract/events/index.ts';

const name = 'virtual:contract';
const resolved = `\0${name}`;

/**
 * What the console needs of the contract while it runs: addresses of routes and what events mean. Taken out at build
 * time, so that the schemas themselves, and the library behind them, stay out of what browsers load.
 */
export function contractModule(): Plugin {
  return {
    name: 'limen-contract',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? contractSource() : undefined),
  };
}

function contractSource(): string {
  const routes = Object.fromEntries(adminRoutes.map(({ operation, method, path }) => [operation, [method, path]]));
  const events = Object.fromEntries(Object.entries(eventCatalogue).map(([type, { summary }]) => [type, summary]));
  return Object.entries({ routes, eventSummaries: events, operationRoles })
    .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};\n`).join('');
}
