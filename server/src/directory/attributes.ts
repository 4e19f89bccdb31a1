import type { Actor } from '../../../contract/events/index.ts';
import { fail, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { insertReceipt, putAttribute, selectAttributes } from './attribute-store.ts';
import { lockPrincipal } from './create-principal.ts';
import type { Attribute } from './directory.ts';
import type { DirectoryDeps } from './directory-deps.ts';

const mostAttributes = 40;
const longestValue = 200;

/** Keeps what somebody told; the event names what it was and never its value. */
export async function setAttributes(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef,
  { attributes, actor, session, run }: {
    attributes: readonly Omit<Attribute, 'setAt'>[]; actor: Actor; session?: string; run?: string;
  },
): Promise<void> {
  await lockPrincipal(tx, ref);
  const names = new Set([...await selectAttributes(tx, ref), ...attributes].map(({ name }) => name));
  if (names.size > mostAttributes || attributes.some(({ value }) => value.length > longestValue)) {
    fail('request.invalid', { faults: [{ at: 'attributes', problem: 'are more or longer than may be kept' }] });
  }
  for (const each of attributes) await putAttribute(tx, ref, { ...each, setAt: deps.clock() });
  if (attributes.length === 0) return;
  await deps.events.append(tx, {
    type: 'attribute.set', ...ref, actor, ...(session === undefined ? {} : { session }), ...(run === undefined ? {} : { run }),
    open: { attributes: attributes.map(({ name }) => name) },
  });
}

/** Writes down once that somebody agreed to a version of a text. */
export async function acceptText(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef,
  { text, version, actor, run }: { text: string; version: string; actor: Actor; run?: string },
): Promise<void> {
  await lockPrincipal(tx, ref);
  if (!await insertReceipt(tx, ref, { text, version, acceptedAt: deps.clock() })) return;
  await deps.events.append(tx, {
    type: 'text.accepted', ...ref, actor, ...(run === undefined ? {} : { run }), open: { text, version },
  });
}
