/** The load generator: a process of its own, which makes the people, signs them in and checks what it is answered. */
import { decodeJwt } from 'jose';
import { answerCalls } from '../processes/answer-calls.ts';
import type { Application } from './application.ts';
import type { Bounds } from './closed-loop.ts';
import { connect, discover } from './connections.ts';
import { decisionLoad, type Pace } from './decision-load.ts';
import type { Load } from './load.ts';
import { startMailbox, type Mailbox } from './mailbox.ts';
import { peopleWithPasskeys, peopleWithPasswords } from './make-people.ts';
import { addressOf } from './person.ts';
import { signIn, signInLoad } from './sign-in-load.ts';
import { stepLoad } from './step-load.ts';
import { tokenLoad } from './token-load.ts';

/** By the name of the side. */
const loads = new Map<string, Load>();
let mailbox: Mailbox | undefined;

interface Prepare { readonly side: string; readonly application: Application; readonly atOnce: number }

const mailboxOf = (): Mailbox => {
  if (!mailbox) throw new Error('no mailbox was opened');
  return mailbox;
};

answerCalls({
  openMailbox: async () => (mailbox ??= await startMailbox()).url,
  tokens: async ({ side, application, atOnce }: Prepare) => {
    loads.set(side, await tokenLoad(application, atOnce));
  },
  passkeySignIns: async ({ side, application, atOnce, people }: Prepare & { people: number }) => {
    loads.set(side, await signInLoad(application, await peopleWithPasskeys(application, mailboxOf(), people), atOnce));
  },
  passwordSignIns: async (
    { side, application, atOnce, people }: Prepare & { people: readonly { email: string; principal: string }[] },
  ) => {
    loads.set(side, await signInLoad(application, await peopleWithPasswords(application.issuer, mailboxOf(), people), atOnce));
  },
  /** Of whoever comes, without a screen. */
  plainSignIns: async ({ side, application, atOnce }: Prepare) => {
    const people = Array.from({ length: atOnce }, (_, number) => ({ address: addressOf(number), screens: [] }));
    loads.set(side, await signInLoad(application, people, atOnce));
  },
  journeySteps: async ({ side, application, perSecond }: Omit<Prepare, 'atOnce'> & { perSecond: number }) => {
    loads.set(side, await stepLoad(application, perSecond));
  },
  /** Signs people in to an application, and gives the sessions that its questions can name, with whose they are. */
  sessions: async ({ application, people }: { application: Application; people: number }) => {
    const connections = connect(new URL(application.issuer).origin, 2);
    const endpoints = await discover(connections, application.issuer);
    const sessions = [];
    for (const person of await peopleWithPasskeys(application, mailboxOf(), people)) {
      const { idToken } = await signIn(connections, endpoints, application, person);
      const { sid, sub } = decodeJwt(idToken);
      sessions.push({ sid: String(sid), principal: String(sub) });
    }
    return sessions;
  },
  decisions: async ({ side, origin, application, sessions, pace }: {
    side: string; origin: string; application: Application; sessions: readonly string[]; pace: Pace;
  }) => {
    loads.set(side, decisionLoad(origin, application, sessions, pace));
  },
  run: async ({ side, ...bounds }: Bounds & { side: string }) => {
    const load = loads.get(side);
    if (!load) throw new Error(`${side} was not prepared`);
    return load.run(bounds);
  },
});
