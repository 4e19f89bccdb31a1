/** For tests: a mail server that really speaks SMTP, on a free port of this machine's loopback. */
import { after } from 'node:test';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface TestMailServer {
  /** Where to send to, for `smtpTransport`. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** What it answers to a recipient or to the content from now on; undefined takes the mail. */
  answer(how: { code: number; at: 'recipient' | 'content' } | undefined): void;
  /** Resolves when `count` mails have come in all. */
  arrived(count: number): Promise<void>;
}

/** Closed after the file's last test. */
export async function testMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  let refusal: { code: number; at: 'recipient' | 'content' } | undefined;
  const refused = (at: string): Error | undefined =>
    (refusal?.at === at ? Object.assign(new Error('not now'), { responseCode: refusal.code }) : undefined);

  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => done(refused('recipient')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const error = refused('content');
        if (error) return done(error);
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        for (const look of waiting) look();
        return done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  after(() => new Promise<void>((resolve) => { server.close(resolve); }));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`, received,
    answer: (how) => { refusal = how; },
    arrived: (count) => new Promise((resolve) => {
      const look = (): void => {
        if (received.length < count) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    }),
  };
}
