import { hashToken } from '../kernel/index.ts';
import type { Visit } from './visit.ts';
import { nodeAt, purposeAt, type Position } from './journey-graph.ts';
import type { RunFacts, RunView } from './step.ts';

/** What a step sees of the run at a node. */
export function viewOf(visit: Visit, at: Position, facts: RunFacts): RunView {
  const { run, policy: { content: policy, version: policyVersion }, population, browser, now } = visit;
  const issuer = new URL(population.issuer);
  const device = browser.deviceSecret === undefined ? undefined : hashToken(browser.deviceSecret).toString('base64url');
  return {
    id: run.id, population: run.population, populationKind: population.kind, purpose: run.purpose,
    journeyPurpose: purposeAt(policy, at, facts.calls), ask: run.ask, facts, policy, policyVersion, branding: policy.branding,
    relyingParty: {
      id: issuer.hostname, name: policy.branding.name, origins: [issuer.origin, ...run.ask.screenOrigins ?? []],
      userVerification: population.kind === 'workforce' ? 'required' : 'preferred',
    },
    now, locale: run.locale, userAgent: browser.userAgent, ...(browser.certificate ? { certificate: browser.certificate } : {}),
    occasion: {
      // A typed name proves nothing: until something was shown, nobody known is acting.
      actor: facts.principal === undefined || facts.proofs.length === 0
        ? { kind: 'system' } : { kind: 'principal', id: facts.principal },
      run: run.id, clientAddress: browser.clientAddress,
      ...(facts.principal === undefined ? {} : { principal: facts.principal }),
      ...(facts.identifier === undefined ? {} : { identifier: facts.identifier }),
      ...(device === undefined ? {} : { device }),
      ...(run.ask.application ? { client: run.ask.application.id } : {}),
    },
    ...(browser.sessionSecret === undefined ? {} : { sessionSecret: browser.sessionSecret }),
    issuer: population.issuer,
    wired: Object.keys(nodeAt(policy, at).exits),
    url: (path) => `${population.issuer.replace(/\/$/, '')}${path}`,
  };
}
