import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { createBoundedStore } from './bounded-store.ts';
import { LogoutTokenError, readLogoutToken } from './logout-token.ts';

const now = new Date('2027-01-01T12:00:00Z');
const seconds = Math.floor(now.getTime() / 1000);
const ours = await generateKeyPair('ES256');
const theirs = await generateKeyPair('ES256');
const keys = createLocalJWKSet({ keys: [{ ...await exportJWK(ours.publicKey), alg: 'ES256', kid: 'one' }] });
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const good = {
  iss: 'https://id.example/customers', aud: 'shop', iat: seconds, exp: seconds + 120, jti: 'one', sub: 'ann',
  sid: 'sid-1', events,
};

async function sign(claims: object, header: object = {}, key: CryptoKey = ours.privateKey) {
  const protectedHeader = { alg: 'ES256', kid: 'one', typ: 'logout+jwt', ...header };
  return new SignJWT({ ...claims }).setProtectedHeader(protectedHeader).sign(key);
}

function checks() {
  const clock = () => now;
  const seen = createBoundedStore<true>({ clock, most: 10, lifetimeMs: 600_000 });
  return { issuer: good.iss, clientId: 'shop', keys, clock, seen };
}

test('a logout token tells whose sessions end', async () => {
  assert.deepEqual(await readLogoutToken(await sign(good), checks()), { sid: 'sid-1', sub: 'ann' });
  const { sid: _sid, ...bySubject } = good;
  assert.deepEqual(await readLogoutToken(await sign(bySubject), checks()), { sub: 'ann' });
});

test('a token counts once', async () => {
  const once = checks();
  const token = await sign(good);
  await readLogoutToken(token, once);
  await assert.rejects(readLogoutToken(token, once), /here before/);
});

test('whatever is not exactly a logout token for this application is refused', async () => {
  const without = (name: keyof typeof good) => ({ ...good, [name]: undefined });
  const bad: Record<string, Promise<string>> = {
    'another issuer': sign({ ...good, iss: 'https://id.example/workforce' }),
    'another audience': sign({ ...good, aud: 'intranet' }),
    'another key': sign(good, {}, theirs.privateKey),
    'no signature': Promise.resolve(new UnsecuredJWT({ ...good }).encode()),
    'an ID token': sign({ ...good, nonce: 'n' }, { typ: 'JWT' }),
    'a nonce': sign({ ...good, nonce: 'n' }),
    'no event': sign({ ...good, events: {} }),
    'an event that is no object': sign({ ...good, events: { [Object.keys(events)[0]!]: true } }),
    'no events': sign(without('events')),
    'no jti': sign(without('jti')),
    'no iat': sign(without('iat')),
    'no exp': sign(without('exp')),
    'neither sid nor sub': sign({ ...good, sid: undefined, sub: undefined }),
    'a sid that is no text': sign({ ...good, sid: 5, sub: undefined }),
    'past its time': sign({ ...good, iat: seconds - 200, exp: seconds - 60 }),
    'too old': sign({ ...good, iat: seconds - 400, exp: seconds + 120 }),
    'from the future': sign({ ...good, iat: seconds + 120 }),
    'no token': Promise.resolve('nonsense'),
    'nothing': Promise.resolve(''),
  };
  for (const [what, token] of Object.entries(bad)) {
    await assert.rejects(readLogoutToken(await token, checks()), LogoutTokenError, what);
  }
});

test('a refused token does not use up the id of a good one', async () => {
  const once = checks();
  await assert.rejects(readLogoutToken(await sign({ ...good, nonce: 'n' }), once), LogoutTokenError);
  assert.deepEqual(await readLogoutToken(await sign(good), once), { sid: 'sid-1', sub: 'ann' });
});
