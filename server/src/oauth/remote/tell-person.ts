import { newsPlaces, type Directory } from '../../directory/index.ts';
import type { PrincipalRef } from '../../kernel/index.ts';
import type { Message, Messages } from '../../messages/index.ts';
import type { Db } from '../../storage/index.ts';

export interface TellDeps {
  readonly directory: Pick<Directory, 'identifiers' | 'findPrincipal'>;
  readonly messages: Pick<Messages, 'queue'>;
}

/** Writes to every proved address of somebody, or to their number where they have none, in their language. */
export async function tellPerson({ directory, messages }: TellDeps, tx: Db, ref: PrincipalRef, message: Message): Promise<void> {
  const { population, principal } = ref;
  const person = await directory.findPrincipal(tx, ref);
  for (const { to, channel } of newsPlaces(await directory.identifiers(tx, ref))) {
    await messages.queue(tx, { population, principal, to, channel, locale: person?.locale ?? null, message });
  }
}
