import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { authoritiesOf, issuerOf, readCertificate, type CertificateFault } from './certificate.ts';
import { selectCertificate, selectDeviceKeys, upsertCertificate, type ShownCertificate } from './certificate-store.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import type { Session } from './sessions.ts';

/** What stands for a certificate, and until when it makes a device a managed one. */
interface Judged extends ShownCertificate {
  readonly by: 'authority' | 'registered-key';
  /** The authority's name, or the registration's id. */
  readonly source: string;
}

/** See `Sessions.showCertificate`. */
export async function showCertificate(deps: SessionsDeps, tx: Db, session: Session, der: Buffer): Promise<void> {
  const { population, principal, id } = session;
  const judged = await judge(deps, tx, session, der);
  if (judged === undefined) return;
  const about = { population, principal, session: id, actor: { kind: 'principal', id: principal } } as const;
  if (typeof judged === 'string') {
    await deps.events.append(tx, { type: 'device.refused', ...about, open: { reason: judged } });
    return;
  }
  const managedUntil = earliest(judged.managedUntil, session.expiresAt);
  await upsertCertificate(tx, { population, principal, session: id }, { ...judged, managedUntil });
  await deps.events.append(tx, { type: 'device.proved', ...about, open: { by: judged.by, source: judged.source, until: managedUntil.toISOString() } });
}

/** See `Sessions.certificateManagedUntil`. */
export async function certificateManagedUntil(deps: SessionsDeps, db: Db, ref: PrincipalRef, der: Buffer): Promise<Date | undefined> {
  const judged = await judge(deps, db, ref, der);
  return typeof judged === 'object' ? judged.managedUntil : undefined;
}

/** Undefined where neither an authority nor a key is known: there is nothing to compare with, and nothing to say about it. */
async function judge({ policies, clock }: SessionsDeps, db: Db, ref: PrincipalRef, der: Buffer): Promise<Judged | CertificateFault | undefined> {
  const { content: { population: { kind }, devices } } = await policies.current(ref.population);
  // Nobody manages the devices of customers but themselves.
  if (kind !== 'workforce') return undefined;
  const now = clock();
  const authorities = authoritiesOf(devices);
  const keys = await selectDeviceKeys(db, ref, now);
  if (authorities.length === 0 && keys.length === 0) return undefined;
  const certificate = readCertificate(der, now);
  if (typeof certificate === 'string') return certificate;
  const { key, endsAt } = certificate;
  const registered = keys.find((each) => each.key.equals(key));
  if (registered) return { by: 'registered-key', source: registered.id, key, authority: null, managedUntil: earliest(endsAt, registered.endsAt) };
  const authority = issuerOf(certificate, authorities, now);
  return authority ? { by: 'authority', source: authority.name, key, authority: authority.fingerprint, managedUntil: endsAt } : 'unknown-issuer';
}

const earliest = (one: Date, other: Date): Date => (one < other ? one : other);

/** Until when what a session has shown makes it a managed device's: what stands for it is asked for each time. */
export async function shownManagedUntil({ database: { db }, policies, clock }: SessionsDeps, population: string, session: string): Promise<Date | undefined> {
  const shown = await selectCertificate(db, population, session, clock());
  if (!shown) return undefined;
  const { authority, managedUntil, registeredUntil } = shown;
  if (authority === null) return registeredUntil === null ? undefined : earliest(managedUntil, registeredUntil);
  const { content: { devices } } = await policies.current(population);
  return authoritiesOf(devices).some(({ fingerprint }) => fingerprint.equals(authority)) ? managedUntil : undefined;
}
