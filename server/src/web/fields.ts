import { fail } from '../kernel/index.ts';

/** Names that would reach an object's prototype somewhere down the line. */
export const prototypeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const mostFields = 100;
const control = /\u0000/;

/**
 * Reads `application/x-www-form-urlencoded` strictly (WHATWG URL §5.1 decodes whatever comes): percent-encoding must
 * give UTF-8, no name comes twice, none is a prototype's, none holds U+0000, and there are at most 100.
 * @throws request.malformed
 */
export function readFields(text: string): Record<string, string> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  const pairs = text === '' ? [] : text.split('&', mostFields + 1);
  if (pairs.length > mostFields) fail('request.malformed', { detail: `more than ${mostFields} fields` });
  for (const pair of pairs) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decodeField(equals === -1 ? pair : pair.slice(0, equals));
    if (prototypeNames.has(name)) fail('request.malformed', { detail: 'a field has a name that is not taken here' });
    if (name in fields) {
      fail('request.malformed', { detail: `the field ${JSON.stringify(name.slice(0, 60))} comes twice` });
    }
    fields[name] = equals === -1 ? '' : decodeField(pair.slice(equals + 1));
  }
  return fields;
}

/** @throws request.malformed where the bytes behind the percent-encoding are no UTF-8, or hold U+0000 */
export function decodeField(text: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return fail('request.malformed', { detail: 'a field is not percent-encoded UTF-8' });
  }
  if (control.test(decoded)) fail('request.malformed', { detail: 'a field contains U+0000' });
  return decoded;
}
