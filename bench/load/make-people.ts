import { Browser } from './browser.ts';
import type { Application } from './application.ts';
import { connect, discover } from './connections.ts';
import { closedLoop } from './closed-loop.ts';
import type { Mailbox } from './mailbox.ts';
import { addressOf, emailOf, makePasskey, newAuthenticator, typed, usePasskey, type FillIn, type Person } from './person.ts';
import { signIn, walk } from './sign-in-load.ts';

const atOnce = 6;
const longest = 300;
const password = 'nine lanterns over a quiet harbour';

const codeFrom = (mailbox: Mailbox, email: string): FillIn => (
  async () => ({ choice: 'continue', code: await mailbox.code(email) }));

/** So many customers with a passkey, made by the journey that makes customers. */
export async function peopleWithPasskeys(application: Application, mailbox: Mailbox, most: number): Promise<readonly Person[]> {
  const connections = connect(new URL(application.issuer).origin, atOnce);
  const endpoints = await discover(connections, application.issuer);
  return make(most, async (number) => {
    const [email, address, authenticator] = [emailOf(number), addressOf(number), newAuthenticator(application.issuer)];
    await signIn(connections, endpoints, application, {
      address,
      screens: [
        typed('continue', { identifier: email }), codeFrom(mailbox, email),
        typed('continue', { displayName: `Person ${number}` }), makePasskey(authenticator),
      ],
    }, 'create');
    return { address, screens: [usePasskey(authenticator)] };
  });
}

/** Gives customers who have an address and nothing else a password: by recovery, as customers get one. */
export async function peopleWithPasswords(
  issuer: string, mailbox: Mailbox, known: readonly { email: string; principal: string }[],
): Promise<readonly Person[]> {
  const connections = connect(new URL(issuer).origin, atOnce);
  return make(known.length, async (number) => {
    const { email, principal } = known[number]!;
    const address = addressOf(number);
    const browser = new Browser(connections, { 'x-forwarded-for': address });
    const end = await walk(browser, await browser.visit(new URL(`${issuer}/recover`)), {
      address,
      screens: [
        typed('continue', { identifier: email }), codeFrom(mailbox, email), typed('password'), typed('continue', { password }),
      ],
    });
    if (!end.url.pathname.endsWith('/account') || end.status !== 200) throw new Error(`${email} got no password: ${end.url.href}`);
    const screens = [typed('continue', { identifier: email }), typed('continue', { password })];
    return { address, screens, subject: principal };
  });
}

async function make(most: number, one: (number: number) => Promise<Person>): Promise<readonly Person[]> {
  let number = 0;
  const { results } = await closedLoop({ seconds: longest, most, atOnce: Math.min(atOnce, most) }, () => one(number++));
  if (results.length < most) throw new Error(`only ${results.length} of ${most} people were made in ${longest} s`);
  return results;
}
