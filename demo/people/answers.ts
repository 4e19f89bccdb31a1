import { TOTP } from 'otpauth';
import type { Screen } from '../../contract/screens/index.ts';
import type { House, Page } from './house.ts';
import { makePassword, type Person } from './person.ts';

const second = 1_000;
const period = 30;

export type Input = Readonly<Record<string, unknown>> | 'leave';
type On<Step extends Screen['step']> = Extract<Screen, { step: Step }>;

/** How somebody goes through this journey, besides being who they are. */
export interface Mood {
  /** Leaves at the screen where it gets tedious. */
  readonly givesUp?: boolean;
  /** Types something wrong first. */
  readonly slips?: boolean;
  readonly takesPasskey?: boolean;
}

/** What an honest person enters at a screen, given what they have and know. */
export function answerOf(house: House, person: Person, page: Page, mood: Mood): Input {
  const { screen } = page;
  const origin = house.origins[person.population];
  const byPasskey = (options: unknown): Input | undefined => {
    const credential = person.passkeys.get(options, origin);
    return credential === undefined ? undefined : { choice: 'passkey', credential };
  };
  switch (screen.step) {
    case 'identify':
      return (screen.passkey ? byPasskey(screen.passkey) : undefined) ?? { choice: 'continue', identifier: person.identifier };
    case 'email-code': return typeCode(house, person, page, mood);
    case 'password':
      if (person.password === undefined) return screen.ways.includes('email-code') ? { choice: 'email-code' } : 'leave';
      return { choice: 'continue', password: mood.slips && !page.notice ? `${person.password}x` : person.password };
    case 'totp': return typeAppCode(house, person, page, mood);
    case 'passkey':
      return byPasskey(screen.options) ?? (screen.ways.length > 0 ? { choice: screen.ways.at(-1) } : 'leave');
    case 'create-account': return { choice: 'continue', displayName: person.name };
    case 'enrol-passkey': return enrolPasskey(house, person, screen, mood);
    case 'set-password':
      person.password = makePassword();
      return { choice: 'continue', password: person.password };
    case 'enrol-totp':
      person.app = screen.secret;
      return typeAppCode(house, person, page, {});
    case 'accept-invitation': return { choice: 'continue' };
    case 'show-recovery-codes':
      if (screen.codes.length === 0) return { choice: person.chance.happens(0.5) || screen.ways.length === 0 ? 'make' : 'skip' };
      person.savedCodes.splice(0, Infinity, ...screen.codes);
      return { choice: 'saved' };
    case 'recovery-code': {
      const code = person.savedCodes.shift();
      return code !== undefined ? { choice: 'continue', code } : screen.ways.length > 0 ? { choice: 'other-way' } : 'leave';
    }
    default: return 'leave';
  }
}

function typeCode(house: House, person: Person, page: Page, mood: Mood): Input {
  house.pause(person.chance.between(8, 40) * second);
  const code = house.mail(person.email, 'code', page.run)?.code;
  // No mail came, or nobody looked.
  if (code === undefined || mood.givesUp) return 'leave';
  return { choice: 'continue', code: mood.slips && !page.notice ? wrong(code) : code };
}

/** The same code with another last digit. */
export function wrong(code: string): string {
  return `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;
}

/** What the app shows now; one step's code counts once, so whoever has used it waits for the next. */
export function appCode(house: House, person: Person): string | undefined {
  if (person.app === undefined) return undefined;
  const step = (): number => Math.floor(house.now().getTime() / second / period);
  while (step() <= person.appStep) house.pause(period * second);
  person.appStep = step();
  return new TOTP({ secret: person.app }).generate({ timestamp: house.now().getTime() });
}

function typeAppCode(house: House, person: Person, page: Page, mood: Mood): Input {
  const code = appCode(house, person);
  if (code === undefined) return 'leave';
  return { choice: 'continue', code: mood.slips && !page.notice ? wrong(code) : code };
}

function enrolPasskey(house: House, person: Person, screen: On<'enrol-passkey'>, mood: Mood): Input {
  const mayPass = screen.ways[0];
  if (mayPass !== undefined && !(mood.takesPasskey ?? person.likesPasskeys)) return { choice: mayPass };
  const credential = person.passkeys.create(screen.options, house.origins[person.population]);
  return credential !== undefined ? { choice: 'passkey', credential } : mayPass !== undefined ? { choice: mayPass } : 'leave';
}
