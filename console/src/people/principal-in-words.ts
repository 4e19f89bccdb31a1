import type { ShownCredential, ShownPrincipal, ShownSession } from '../../../contract/admin/index.ts';
import type { IdentifierKind } from '../../../contract/events/index.ts';
import type { Tone } from '../parts/badge.tsx';

export const nameOfPrincipal = ({ displayName, identifiers, id }: ShownPrincipal): string => (
  displayName ?? identifiers[0]?.value ?? `Nameless ${id.slice(0, 8)}`);

export const identifierInWords: Readonly<Record<IdentifierKind, string>> = {
  email: 'E-mail address', phone: 'Mobile number', username: 'User name', 'employee-number': 'Employee number',
};

export const credentialInWords: Readonly<Record<string, string>> = {
  passkey: 'Passkey', password: 'Password', 'email-code': 'Code by e-mail', 'sms-code': 'Code by text', totp: 'Authenticator app', invitation: 'One-time link',
  'recovery-code': 'Recovery codes', 'recovery-case': 'Recovery that nobody stopped', federated: 'Another provider',
} satisfies Partial<Record<ShownCredential['kind'], string>> & Record<string, string>;

export const stateTone: Readonly<Record<ShownPrincipal['state'], Tone>> = { active: 'good', suspended: 'bad', erased: 'none' };

export const acrInWords: Readonly<Record<ShownSession['acr'], string>> = {
  'urn:limen:acr:basic': 'One factor', 'urn:limen:acr:mfa': 'Two factors', 'urn:limen:acr:phr': 'Phishing-resistant',
};

export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
