import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback that keeps the codes that were sent, for whoever waits for them. */
export interface Mailbox {
  readonly url: string;
  /** The next code for an address. */
  code(to: string): Promise<string>;
  close(): Promise<void>;
}

const patience = 20_000;

export async function startMailbox(): Promise<Mailbox> {
  const arrived = new Map<string, string>();
  const waiting = new Map<string, (code: string) => void>();
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const code = /^Subject:.*?(\d{6})/mi.exec(Buffer.concat(chunks).toString('utf8'))?.[1];
        for (const { address } of code === undefined ? [] : envelope.rcptTo) take(address, code!);
        done();
      });
    },
  });

  function take(address: string, code: string): void {
    const wanted = waiting.get(address);
    waiting.delete(address);
    if (wanted) wanted(code);
    else arrived.set(address, code);
  }

  server.on('error', () => undefined);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    code: async (to) => {
      const known = arrived.get(to);
      arrived.delete(to);
      if (known !== undefined) return known;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => { reject(new Error(`no code came for ${to}`)); }, patience);
        waiting.set(to, (code) => {
          clearTimeout(timer);
          resolve(code);
        });
      });
    },
    close: () => new Promise((resolve) => { server.close(() => { resolve(); }); }),
  };
}
