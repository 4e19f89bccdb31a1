import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UndeliverableMail, type OutgoingMail } from './messages.ts';
import { smtpServerOf } from './smtp-server.ts';
import { smtpTransport } from './smtp-transport.ts';
import { testMailServer } from './testing.ts';

const from = 'Nordlicht <no-reply@nordlicht.example>';
const mail: OutgoingMail = {
  id: '01890000-0000-7000-8000-000000000001', population: 'customers', kind: 'code', to: 'maria@example.org',
  subject: 'Your code: 123456', text: 'Your code is 123456.', html: '<p>Your code is <b>123456</b>.</p>',
  at: new Date('2026-03-01T12:00:00Z'),
};

test('a mail goes out with text and page, its own id, and asks machines not to answer', async () => {
  const server = await testMailServer();
  const transport = smtpTransport(server.url, from);
  await transport.send(mail);
  await transport.close();
  const [{ from: sender, to, raw }] = server.received as [typeof server.received[0]];
  assert.equal(sender, 'no-reply@nordlicht.example');
  assert.deepEqual(to, ['maria@example.org']);
  assert.match(raw, /^From: Nordlicht <no-reply@nordlicht.example>\r$/m);
  assert.match(raw, /^To: maria@example.org\r$/m);
  assert.match(raw, /^Subject: Your code: 123456\r$/m);
  assert.match(raw, /^Message-ID: <01890000-0000-7000-8000-000000000001@nordlicht.example>\r$/m);
  assert.match(raw, /^Date: Sun, 01 Mar 2026 12:00:00 \+0000\r$/m);
  assert.match(raw, /^Auto-Submitted: auto-generated\r$/m);
  assert.match(raw, /text\/plain[^]*text\/html/);
});

test('nothing in a mail can add a header or a recipient', async () => {
  const server = await testMailServer();
  const transport = smtpTransport(server.url, from);
  await transport.send({ ...mail, subject: 'Hello\r\nBcc: thief@example.org' });
  for (const to of ['maria@example.org, thief@example.org', 'maria@example.org\r\nBcc: thief@example.org']) {
    await assert.rejects(transport.send({ ...mail, to }), { code: 'identifier.invalid' });
  }
  await transport.close();
  assert.equal(server.received.length, 1);
  assert.deepEqual(server.received[0]!.to, ['maria@example.org']);
  assert.doesNotMatch(server.received[0]!.raw, /^Bcc:/m);
});

test('a refusal for good is told from one for now', async () => {
  const server = await testMailServer();
  const transport = smtpTransport(server.url, from);
  for (const at of ['recipient', 'content'] as const) {
    server.answer({ code: 550, at });
    await assert.rejects(transport.send(mail), (error) => error instanceof UndeliverableMail);
    server.answer({ code: 451, at });
    await assert.rejects(transport.send(mail), (error) => !(error instanceof UndeliverableMail));
  }
  await transport.close();
});

test('a wrong log-in is the operator\'s to mend, so the mail may wait', async () => {
  const server = await testMailServer({
    authOptional: false, allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      (username === 'limen@x' && password === 'p/w' ? done(null, { user: username }) : done(new Error('no'))),
  });
  const [good, bad] = ['limen%40x:p%2Fw@', 'limen%40x:wrong@'].map((login) =>
    smtpTransport(server.url.replace('//', `//${login}`), from));
  await assert.rejects(bad!.send(mail), (error) => !(error instanceof UndeliverableMail));
  await good!.send(mail);
  assert.equal(server.received.length, 1);
  for (const each of [good, bad]) await each!.close();
});

test('in clear, or without a certificate that holds, only this machine is spoken to', () => {
  for (const host of ['mail.example.org', '192.0.2.1', '127.0.0.1.example.org', 'localhost.example.org']) {
    const server = smtpServerOf(`smtp://${host}`);
    assert.deepEqual([server.port, server.requireTLS, server.tls.rejectUnauthorized], [587, true, true], host);
    assert.deepEqual([smtpServerOf(`smtps://${host}`).port, smtpServerOf(`smtps://${host}`).secure], [465, true]);
    assert.equal(smtpServerOf(`smtps://${host}`).tls.rejectUnauthorized, true);
  }
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    assert.equal(smtpServerOf(`smtp://${host}:25`).requireTLS, false);
  }
});

test('an address of no mail server is a fault of the configuration', () => {
  const none = ['', 'mail.example.org:25', 'http://mail.example.org', 'smtp://', 'smtp://a:%zz@mail.example.org'];
  for (const url of none) {
    assert.throws(() => smtpTransport(url, from), { code: 'config.invalid' }, url);
  }
});
