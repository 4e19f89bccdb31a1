/** The local operator of a server under test: the admin API over the socket in its data folder. */
import { request } from 'node:http';
import { adminApiPrefix, type ShownClient, type ShownEvent, type ShownPrincipal } from '../../../contract/admin/index.ts';
import type { EventType } from '../../../contract/events/index.ts';
import { localSocket } from '../../../contract/local-socket.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the server has held the answer to the contract's schema
type Answered = any;

export interface Answer { readonly status: number; readonly body: Answered }

export interface Operator {
  /** Any call, as it is answered. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A call that has to succeed. */
  call<T = Answered>(method: string, path: string, body?: unknown): Promise<T>;
  createClient(population: string, registration: Record<string, unknown>): Promise<{ client: ShownClient; secret: string }>;
  /** Principals whose name or identifier begins so. */
  find(population: string, search: string): Promise<readonly ShownPrincipal[]>;
  /** All events of some types, or of all. */
  events(...types: EventType[]): Promise<readonly ShownEvent[]>;
}

export function operatorOf(dataFolder: string): Operator {
  const ask: Operator['ask'] = (method, path, body) => new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const sent = request({
      socketPath: localSocket(dataFolder), method, path: `${adminApiPrefix}${path}`,
      headers: {
        host: 'local',
        ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
      },
    }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('error', reject);
      response.on('end', () => { resolve({ status: response.statusCode ?? 0, body: text === '' ? {} : JSON.parse(text) }); });
    });
    sent.on('error', reject).end(payload);
  });
  const call = async <T = Answered>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await ask(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  return {
    ask, call,
    createClient: (population, registration) => call('POST', `/populations/${population}/clients`, {
      name: 'Example', owner: 'example team', purpose: 'to be tested with', firstParty: true,
      authMethod: 'client_secret_basic', ...registration,
    }),
    find: async (population, search) => (
      await call<{ principals: ShownPrincipal[] }>('GET', `/populations/${population}/principals?search=${encodeURIComponent(search)}`)).principals,
    events: (...types) => allEvents(call, types),
  };
}

const page = 1_000;

/** Those without a position come last and are read again, as those with one, when they have it. */
async function allEvents(call: Operator['call'], types: readonly EventType[]): Promise<readonly ShownEvent[]> {
  const found = new Map<string, ShownEvent>();
  for (let after = 0; ;) {
    const query = new URLSearchParams({
      after: String(after), limit: String(page), ...(types.length > 0 ? { types: types.join() } : {}),
    });
    const { events } = await call<{ events: readonly ShownEvent[] }>('GET', `/events?${query}`);
    for (const event of events) found.set(event.id, event);
    const last = events.findLast((event) => event.position !== null)?.position ?? after;
    if (events.length < page || last === after) return [...found.values()];
    after = last;
  }
}
