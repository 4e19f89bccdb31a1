/** Edges for tests: a server on loopback with two doors, silent log, standing clock. */
import { createLog, movableClock, systemRandomness } from '../kernel/index.ts';
import { hostsOf, type Door } from './doors.ts';
import { createWebServer, type WebServer, type WebServerDeps } from './web-server.ts';

export const plainDoor: Door = { origin: 'http://localhost', populations: ['customers', 'workforce'], console: true };
export const secureDoor: Door = { origin: 'https://login.shop.example', populations: ['customers'], console: false };

export function testWebServer(deps: Partial<WebServerDeps> = {}): WebServer {
  return createWebServer({
    hosts: hostsOf([plainDoor, secureDoor]), log: createLog({ level: 'silent' }),
    clock: movableClock(new Date('2027-01-01T00:00:00Z')), random: systemRandomness,
    trustedProxies: { addresses: [] }, ...deps,
  });
}
