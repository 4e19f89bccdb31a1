import { errors, Provider, type Adapter, type AdapterFactory, type AdapterPayload } from 'oidc-provider';
import { hashToken, second, type Clock, type Randomness } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import {
  consumeArtefact, deleteArtefact, deleteByGrant, deleteWholeGrant, insertArtefactOnce, selectArtefact, upsertArtefact,
  type StoredArtefact,
} from './artefact-store.ts';
import { artefactKey, openPayload, sealPayload, sessionOf, type ArtefactKey } from './artefact.ts';
import type { BoundSession } from './provider-session.ts';
import { kindOfModel, type RemoteArtefacts } from './remote/index.ts';
import { notePresented, noteReuse } from './request-notes.ts';

export interface ArtefactAdapterDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly population: string;
  /** An application as the provider's client metadata; undefined for one that may not act. */
  readonly findClient: (id: string) => Promise<AdapterPayload | undefined>;
  readonly remote: RemoteArtefacts;
}

const singleUse = new Set(['AuthorizationCode', 'RefreshToken']);

/** The provider's storage, for one population: another population's artefact is simply not there. */
export function artefactAdapter(deps: ArtefactAdapterDeps): AdapterFactory {
  return (model) => (model === 'Client' ? clientAdapter(deps) : modelAdapter(deps, model));
}

function modelAdapter(deps: ArtefactAdapterDeps, model: string): Adapter {
  const { population, clock, random, database } = deps;
  const { db } = database;
  const kind = kindOfModel.get(model);
  const keyOf = (id: string) => artefactKey(population, model, id);
  return {
    upsert: async (id, payload, expiresIn) => {
      const key = keyOf(id);
      const row = storedRow(key, id, payload as Record<string, unknown>, expiresIn, clock, random);
      if (kind === undefined) return upsertArtefact(db, key, row);
      await database.transaction(async (tx) => {
        await upsertArtefact(tx, key, row);
        await deps.remote.register(tx, { population, kind, artefactHash: key.idHash }, payload);
      });
    },
    find: async (id) => {
      const key = keyOf(id);
      const row = await selectArtefact(db, key);
      const payload = row && openPayload(id, key, row.sealed);
      if (!payload) return undefined;
      if (singleUse.has(model)) notePresented(Provider.ctx, payload);
      // Asked for by its bearer: what a person answered at another screen is part of it from here on.
      if (kind) Object.assign(payload, await deps.remote.answerOf(population, key.idHash));
      const consumed = row.consumedAt ? { consumed: Math.floor(row.consumedAt.getTime() / second) } : {};
      return { ...payload, ...consumed, jti: id } as AdapterPayload;
    },
    consume: async (id) => {
      const key = keyOf(id);
      if (await consumeArtefact(db, key, clock())) return;
      // RFC 9700 §4.14.2, RFC 6749 §4.1.2: two uses at the same time are a reuse like one after the other.
      await deleteWholeGrant(db, key);
      noteReuse(Provider.ctx);
      throw new errors.InvalidGrant(`${model} was used at the same time elsewhere`);
    },
    destroy: (id) => deleteArtefact(db, keyOf(id)),
    revokeByGrantId: (grantId) => deleteByGrant(db, population, model, hashToken(grantId)),
    findByUid: absent,
    findByUserCode: absent,
  };
}

/** Client assertions are remembered until they expire; of two at once one wins (RFC 7523 §3, `jti`). */
export async function rememberOnce(
  deps: Pick<ArtefactAdapterDeps, 'database' | 'clock' | 'random' | 'population'>,
  issuer: string, jti: string, expiresAt: number,
): Promise<boolean> {
  const id = hashToken(`${Buffer.byteLength(issuer)}:${issuer}${jti}`).toString('base64url');
  const key = artefactKey(deps.population, 'ReplayDetection', id);
  const payload = { exp: expiresAt };
  return insertArtefactOnce(deps.database.db, key, storedRow(key, id, payload, undefined, deps.clock, deps.random));
}

function storedRow(
  key: ArtefactKey, id: string, payload: Record<string, unknown>, expiresIn: number | undefined,
  clock: Clock, random: Randomness,
): StoredArtefact {
  const { exp, grantId } = payload;
  const expiresAt = typeof exp === 'number' ? exp * second : clock().getTime() + (expiresIn ?? 0) * second;
    return {
    grantHash: key.model !== 'Interaction' && typeof grantId === 'string' ? hashToken(grantId) : null,
    session: key.model === 'Grant' ? browserSession() : sessionOf(payload),
    sealed: sealPayload(id, key, payload, random),
    expiresAt: new Date(expiresAt),
  };
}

/** A grant is made at the authorization endpoint, in the session that it ends with. */
function browserSession(): string | null {
  return (Provider.ctx?.oidc.session as BoundSession | undefined)?.living?.id ?? null;
}

const absent = async (): Promise<undefined> => undefined;

/** Applications are the folder clients' to keep; the provider only reads them. */
function clientAdapter({ findClient }: ArtefactAdapterDeps): Adapter {
  const refuse = async (): Promise<never> => { throw new Error('applications are not written through the provider'); };
  return {
    find: findClient, upsert: refuse, destroy: refuse, consume: refuse, revokeByGrantId: refuse,
    findByUid: absent, findByUserCode: absent,
  };
}
