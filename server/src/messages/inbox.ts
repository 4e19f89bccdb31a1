import { isId } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { deleteInboxRows, insertInboxRow, newestInboxRows, type InboxRow } from './inbox-store.ts';
import type { OutgoingMail, PayloadSealer, TextTransport, Transport } from './messages.ts';
import { checkNumber, checkRecipient, subjectLine } from './recipient.ts';

/** A text has no HTML, and begins with what stands for its subject. */
export type InboxMail = OutgoingMail;

export interface InboxDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly sealer: PayloadSealer;
}

/** Where mail and texts go on a server in development, to be read in a browser on the same machine. */
export interface Inbox {
  readonly transport: Transport;
  readonly texts: TextTransport;
  /** Newest first, at most `limit` (and never more than the 200 that are kept). */
  list(limit?: number): Promise<readonly InboxMail[]>;
  read(id: string): Promise<InboxMail | undefined>;
  clear(): Promise<void>;
}

const kept = 200;

/** `app` offers it only while this server is on loopback (DESIGN §5). Mails lie sealed: they hold codes and links. */
export function createInbox({ database, sealer }: InboxDeps): Inbox {
  const contextOf = (population: string, id: string): string => `inbox/${population}/${id}`;
  const open = (row: InboxRow): InboxMail => {
    const plain = sealer.open(contextOf(row.population, row.id), row.sealed);
    return { ...JSON.parse(plain.toString('utf8')) as OutgoingMail, at: row.received_at };
  };
  const keep = async (mail: InboxMail): Promise<void> => {
    const plain = Buffer.from(JSON.stringify({ ...mail, subject: subjectLine(mail.subject) }), 'utf8');
    await database.transaction((tx) => insertInboxRow(tx, {
      population: mail.population, id: mail.id, received_at: mail.at,
      sealed: sealer.seal(contextOf(mail.population, mail.id), plain),
    }, kept));
  };
  return {
    transport: {
      send: async (mail) => {
        checkRecipient(mail.to);
        await keep(mail);
      },
      close: async () => undefined,
    },
    texts: {
      send: async (text) => {
        checkNumber(text.to);
        await keep({ ...text, subject: text.text.split('\n', 1)[0]!, html: '' });
      },
    },
    list: async (limit = 50) => (await newestInboxRows(database.db, Math.min(limit, kept))).map(open),
    read: async (id) => {
      const [row] = isId(id) ? await newestInboxRows(database.db, 1, { id }) : [];
      return row && open(row);
    },
    clear: () => deleteInboxRows(database.db),
  };
}
