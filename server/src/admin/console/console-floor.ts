import { minute, second } from '../../kernel/index.ts';
import { isFresh, levelMeeting, type Assurance, type Session } from '../../sessions/index.ts';
import { longestSession } from './console-cookies.ts';

/** What the console asks of a session. It stands in code, and no policy lowers it. */
export const consoleAcr = 'urn:limen:acr:phr';
/** Seconds since the person proved who they are. */
export const longestAge = longestSession / second;
/** The same for publishing, roles, secrets and keys. */
export const longestFreshAge = 5 * minute / second;

/** The proof that lets a session into the console: one that resists phishing, at most 8 hours old. */
export function consoleProof(session: Session, now: Date): Assurance | undefined {
  return levelMeeting(session.levels, { acr: consoleAcr, maxAge: longestAge }, now);
}

/** The same, by a cookie that came of it: what the session proved since, it proved to another one. */
export function provedInBrowser(session: Session, provedAt: Date, now: Date): Assurance | undefined {
  const proof = consoleProof(session, now);
  if (!proof) return undefined;
  const own = { ...proof, authenticatedAt: provedAt < proof.authenticatedAt ? provedAt : proof.authenticatedAt };
  return isFresh(own, longestAge, now) ? own : undefined;
}

export function isFreshEnough(proof: Assurance, now: Date): boolean {
  return isFresh(proof, longestFreshAge, now);
}
