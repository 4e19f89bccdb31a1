import type { KoaContextWithOIDC } from 'oidc-provider';
import type { TokenAnswer } from '../checkpoints/index.ts';

/** What a token request showed on its way, kept for the event that tells of it. */
interface RequestNotes {
  presented?: { readonly principal?: string; readonly session?: string };
  reused?: boolean;
  /** What a checkpoint answered to the machine that asks. */
  decided?: TokenAnswer;
}

type Context = Pick<KoaContextWithOIDC, 'state'> | undefined;

function notesOf(ctx: NonNullable<Context>): RequestNotes {
  ctx.state['limen'] ??= {} satisfies RequestNotes;
  return ctx.state['limen'] as RequestNotes;
}

/** A code or refresh token was found: whose, and in which session. */
export function notePresented(ctx: Context, payload: Readonly<Record<string, unknown>>): void {
  if (!ctx) return;
  const { accountId, sid } = payload;
  notesOf(ctx).presented = {
    ...(typeof accountId === 'string' ? { principal: accountId } : {}),
    ...(typeof sid === 'string' ? { session: sid } : {}),
  };
}

/** It had been used before, and all that came of it was revoked. */
export function noteReuse(ctx: Context): void {
  if (ctx) notesOf(ctx).reused = true;
}

export function noteDecision(ctx: NonNullable<Context>, answer: TokenAnswer): void {
  notesOf(ctx).decided = answer;
}

export function readNotes(ctx: NonNullable<Context>): RequestNotes {
  return notesOf(ctx);
}
