/** The built helper, against responses and servers as a test wants them; at a whole server it is tried by `transactions.test.ts`. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

// oxlint-disable-next-line typescript/no-explicit-any -- what it gives is what the assertions are about; its types know a browser's world
const { createStepUp, memoryStore, stepUpIn } = await import(pathToFileURL(join(import.meta.dirname, 'built', 'step-up.js')).href) as any;

const details = [{ type: 'urn:limen:transaction', action: 'order.pay', amount: '5', currency: 'EUR' }];
const challenge = 'Bearer error="insufficient_user_authentication", acr_values="urn:limen:acr:mfa urn:limen:acr:phr", max_age="0"';
const refused = (body: unknown, header = challenge, status = 401) => new Response(JSON.stringify(body), { status, headers: { 'www-authenticate': header } });

test('what lifts a refusal is read from the body, or from the challenge alone', async () => {
  const told = { step_up: { acr_values: 'urn:limen:acr:mfa', max_age: 300, prompt: 'login', authorization_details: details, other: 'x' } };
  assert.deepEqual(await stepUpIn(refused(told)), {
    acr_values: 'urn:limen:acr:mfa', max_age: '300', prompt: 'login', authorization_details: JSON.stringify(details),
  });
  assert.deepEqual(await stepUpIn(refused('no body of ours')), { acr_values: 'urn:limen:acr:mfa urn:limen:acr:phr', max_age: '0' });
  for (const other of [refused({}, 'Bearer'), refused({}, 'Bearer error="invalid_token"'), refused(told, challenge, 403), new Response('no', { status: 401 })]) {
    assert.equal(await stepUpIn(other), undefined);
  }
  const response = refused(told);
  await stepUpIn(response);
  assert.deepEqual(await response.json(), told, 'the body is left to be read');
});

let token: unknown = {};
const server = createServer((request, response) => {
  const issuer = `http://${request.headers.host}`;
  const body = request.method === 'POST' ? token : { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
after(() => { server.closeAllConnections(); server.close(); });
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const idToken = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

/** A page of an application: where it is, and where it was sent. */
function page(more: Record<string, unknown> = {}) {
  const at = { here: 'https://app.example/orders/7?tab=2', went: undefined as URL | undefined };
  const helper = createStepUp({
    issuer, clientId: 'app', redirectUri: 'https://app.example/back', store: memoryStore(), here: () => at.here,
    go: (url: string) => { at.went = new URL(url); }, ...more,
  });
  /** The browser comes back with an answer to what was asked. */
  const comeBack = (answer: Record<string, string>) => {
    const state = at.went!.searchParams.get('state')!;
    at.here = `https://app.example/back?${new URLSearchParams({ state, iss: issuer, ...answer })}`;
    return helper.finish();
  };
  return { at, helper, comeBack };
}

test('the person goes off with what was asked, and is back where they were with tokens for it', async () => {
  const { at, helper, comeBack } = page();
  assert.equal(await helper.begin(new Response('{}')), false);
  assert.equal(await helper.begin(refused({ step_up: { acr_values: 'a', authorization_details: details } })), true);
  const { searchParams: sent } = at.went!;
  assert.equal(sent.get('authorization_details'), JSON.stringify(details));
  assert.deepEqual([sent.get('code_challenge_method'), sent.get('response_type'), sent.get('redirect_uri')], ['S256', 'code', 'https://app.example/back']);
  // Where they were is kept here, and told to nobody.
  assert.doesNotMatch(at.went!.href, /orders/);
  token = { access_token: 't', token_type: 'DPoP', expires_in: 60, id_token: idToken({ iss: issuer, aud: 'app', sub: 'ann', nonce: sent.get('nonce'), exp: Date.now() / 1_000 + 60 }) };
  const done = await comeBack({ code: 'c' });
  assert.deepEqual([done.returnTo, done.tokens.accessToken], ['https://app.example/orders/7?tab=2', 't']);
  assert.equal(await helper.finish(), undefined, 'the same answer again');
});

test('another issuer\'s answer, another state, a refusal, and somebody else in their place give nothing', async () => {
  const begun = async () => {
    const made = page();
    await made.helper.begin(refused({}), { idToken: idToken({ sub: 'ann' }) });
    return made;
  };
  await assert.rejects((await begun()).comeBack({ code: 'c', iss: 'https://evil.example' }), { kind: 'protocol' });
  assert.equal(await (await begun()).comeBack({ code: 'c', state: 'forged' }), undefined);
  await assert.rejects((await begun()).comeBack({ error: 'access_denied' }), { kind: 'refused', code: 'access_denied' });
  const replaced = await begun();
  token = { access_token: 't', token_type: 'DPoP', expires_in: 60, id_token: idToken({ iss: issuer, aud: 'app', sub: 'ben', nonce: replaced.at.went!.searchParams.get('nonce'), exp: Date.now() / 1_000 + 60 }) };
  await assert.rejects(replaced.comeBack({ code: 'c' }), { kind: 'refused' });
});

test('it leads back to this origin only', async () => {
  for (const returnTo of ['https://evil.example/', '//evil.example', 'javascript:alert(1)', 'https://app.example.evil.example/']) {
    const { at, helper } = page();
    await assert.rejects(helper.begin(refused({}), { returnTo }), { kind: 'protocol' });
    assert.equal(at.went, undefined);
  }
});
