import type { Acr } from '../../../contract/events/index.ts';
import type { ScreenOf } from '../../../contract/screens/index.ts';
import { ownClient, type Checkpoints } from '../checkpoints/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { Directory, Principal } from '../directory/index.ts';
import { hashToken, randomToken, samePrincipal, type PrincipalRef, type Randomness } from '../kernel/index.ts';
import type { Risk, SignIn } from '../risk/index.ts';
import { levelsOf, satisfies, type Session, type Sessions } from '../sessions/index.ts';
import type { Db } from '../storage/index.ts';
import { confirmsOwner } from './confirms-owner.ts';
import type { Visit } from './visit.ts';
import { neededAcr, type BrowserSecrets, type RunOutcome } from './run.ts';
import type { RunFacts } from './step.ts';
import { withoutVoided } from './voided-proofs.ts';

type Refusal = ScreenOf<'refuse'>['reason'];

export interface RunEnd {
  readonly outcome: RunOutcome;
  readonly refusal?: Refusal;
  readonly acr?: Acr;
  readonly secrets: BrowserSecrets;
}

/** Ends a run: with a session where all that was asked is proved, else with the reason why not. */
export type FinishRun = (tx: Db, visit: Visit, facts: RunFacts, refusal: Refusal | undefined) => Promise<RunEnd>;

export interface FinishRunDeps {
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly credentials: Pick<Credentials, 'marked'>;
  readonly risk: Pick<Risk, 'signedIn' | 'raised'>;
  readonly checkpoints: Pick<Checkpoints, 'confirm'>;
  readonly random: Randomness;
}

export function createFinishRun({ sessions, directory, credentials, risk, checkpoints, random }: FinishRunDeps): FinishRun {
  function refusalOf({ run, policy, population }: Visit, facts: RunFacts, principal: Principal | undefined): Refusal | undefined {
    const [strongest] = levelsOf(facts.proofs, population.kind);
    if (facts.principal === undefined || !strongest) return 'not-strong-enough';
    if (principal?.state !== 'active') return 'suspended';
    if (run.ask.principal !== undefined && run.ask.principal !== facts.principal) return 'other-account';
    const needed = neededAcr(policy.content.assurance.required, run.ask);
    return satisfies(strongest.acr, needed) ? undefined : 'not-strong-enough';
  }

  /** One session a browser and population: the same person's is raised, another's is ended. */
  async function openSession(tx: Db, visit: Visit, ref: PrincipalRef, facts: RunFacts, device: string) {
    const { run, browser } = visit;
    const deviceHash = hashToken(device);
    const living = browser.sessionSecret === undefined ? undefined
      : await sessions.findBySecret(run.population, browser.sessionSecret);
    const own = living && samePrincipal(living, ref);
    const since = browser.deviceSecret === undefined ? undefined : await sessions.knownSince(tx, ref, deviceHash);
    // The run itself has ended it, in this very transaction perhaps, where it still looks alive from outside.
    if (own && !facts.voided) {
      const confirmed = confirmsOwner(run, facts, living.proofs);
      const raised = await sessions.raise(tx, living, facts.proofs, { deviceHash, userAgent: browser.userAgent, confirmed });
      await risk.raised(tx, { ...shownBy(visit, facts, since), ref, session: living.id, confirmed });
      return shown(tx, visit, raised);
    }
    if (living && !own) await endOther(tx, living, ref);
    const confirmed = confirmsOwner(run, facts);
    const opened = await sessions.start(tx, {
      ref, proofs: facts.proofs, run: run.id,
      ...(run.ask.application ? { client: run.ask.application.id } : {}),
      personal: { clientAddress: browser.clientAddress, userAgent: browser.userAgent },
      deviceHash, confirmed,
    });
    await risk.signedIn(tx, { ...shownBy(visit, facts, since), ref, session: opened.session.id, confirmed });
    return shown(tx, visit, opened);
  }

  /** With the certificate that the browser has shown, where it has. */
  async function shown<T extends { readonly session: Session }>(tx: Db, { browser }: Visit, opened: T): Promise<T> {
    if (browser.certificate) await sessions.showCertificate(tx, opened.session, browser.certificate);
    return opened;
  }

  /** What a request shows to risk; `since`: from when on its browser counts as the principal's own. */
  const shownBy = ({ browser, now }: Visit, facts: RunFacts, since: Date | undefined): Omit<SignIn, 'ref' | 'session' | 'confirmed'> => ({
    // A browser that brings no mark at all may be one that keeps none, or one that was never here.
    shown: { address: browser.clientAddress, userAgent: browser.userAgent, at: now, marked: since !== undefined },
    markedSince: since, passwordBreached: facts.passwordBreached, boundKey: facts.proofs.some(({ kind }) => kind === 'passkey'),
    ...(facts.passwordPopularity === undefined ? {} : { passwordPopularity: facts.passwordPopularity }),
  });

  const endOther = (tx: Db, living: Session, ref: PrincipalRef): Promise<void> =>
    sessions.end(tx, living.population, living.id, 'replaced', { kind: 'principal', id: ref.principal });

  return async (tx, visit, learnt, asked) => {
    const { principal: id } = learnt;
    // Locked: of an end of all sessions and the start of this one, whoever comes second sees the other.
    const principal = asked !== undefined || id === undefined ? undefined
      : await directory.lockPrincipal(tx, { population: visit.run.population, principal: id });
    const facts = withoutVoided(learnt, principal);
    const refusal = asked ?? refusalOf(visit, facts, principal);
    if (refusal !== undefined) return { outcome: { outcome: 'refused', reason: refusal }, refusal, secrets: {} };
    const ref = { population: visit.run.population, principal: id! };
    const device = visit.browser.deviceSecret ?? randomToken(random);
    const { session, secret } = await openSession(tx, visit, ref, facts, device);
    await confirm(checkpoints, tx, visit, facts, session);
    if (visit.browser.deviceSecret === undefined) await credentials.marked(tx, ref, hashToken(device).toString('base64url'));
    return {
      outcome: { outcome: 'completed', sessionId: session.id, principal: ref.principal, proofs: facts.proofs },
      acr: session.assurance.acr,
      secrets: {
        session: secret,
        ...(visit.browser.deviceSecret === undefined ? { device } : {}),
      },
    };
  };
}

/** Each screen of the run has shown what it was for, so whoever went through it has confirmed that, by what they showed here. */
async function confirm(
  checkpoints: FinishRunDeps['checkpoints'], tx: Db, { run: { ask }, population }: Visit, { proofs }: RunFacts, session: Session,
): Promise<void> {
  if (!ask.confirms) return;
  await checkpoints.confirm(tx, {
    population: session.population, principal: session.principal, session: session.id, client: ask.application?.id ?? ownClient,
    ...ask.confirms, shown: { proofs, levels: levelsOf(proofs, population.kind) },
  });
}
