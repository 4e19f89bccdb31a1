import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { ErrorFrame, ScreenFrame } from '../../../contract/screens/index.ts';
import { fail, type LimenError } from '../kernel/index.ts';
import { allowFormTargets } from '../web/index.ts';
import type { PageDoor } from './oauth.ts';

const longestForm = 16 * 1024;

/** The fields of a form of at most so many bytes. @throws request.malformed, request.too_large */
export async function readForm(req: IncomingMessage, longest = longestForm): Promise<Readonly<Record<string, string>>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) {
    fail('request.malformed', { detail: 'a form is expected' });
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) fail('request.too_large', { detail: `more than ${longest} bytes` });
    chunks.push(chunk);
  }
  return readParameters(new URLSearchParams(Buffer.concat(chunks, length).toString('utf8')));
}

/** Parameters of which none comes twice (RFC 6749 §3.1); empty ones count as absent. @throws request.malformed */
export function readParameters(sent: URLSearchParams): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const [name, value] of sent) {
    if (fields.has(name)) fail('request.malformed', { detail: 'a parameter comes twice' });
    if (value !== '') fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

export function redirect(res: ServerResponse, location: string): void {
  res.writeHead(303, { location, 'content-length': '0', 'cache-control': 'no-store' }).end();
}

/** A screen whose form may lead on to `leadsTo`. */
export function showScreen(
  res: ServerResponse, pages: PageDoor, frame: ScreenFrame, leadsTo: readonly string[] = [],
): void {
  allowFormTargets({ raw: res } as FastifyReply, leadsTo);
  answerPage(res, 200, pages.screen(frame));
}

/** An error, as a page or, to whoever prefers it, as problem details (RFC 9457). */
export function showError(
  req: IncomingMessage, res: ServerResponse, pages: PageDoor, error: LimenError,
  about: Pick<ErrorFrame, 'branding' | 'locale'> & { reference?: string },
): void {
  const problem = error.toProblem(about.reference);
  if (!wantsPage(req)) {
    res.writeHead(error.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
      .end(JSON.stringify(problem));
    return;
  }
  const { code, title, remedy, detail, reference } = problem;
  const { branding, locale } = about;
  answerPage(res, error.status, pages.error({
    code, title, remedy, branding, locale,
    ...(detail === undefined ? {} : { detail }), ...(reference === undefined ? {} : { reference }),
  }));
}

function answerPage(res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}

/** A browser's navigation names text/html; programs ask for something else or anything. */
function wantsPage(req: IncomingMessage): boolean {
  return /(?:^|,)\s*text\/html\b/i.test(req.headers.accept ?? '');
}

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;

/** The first language that was asked for; pages takes the nearest that it has words for. */
export function askedLocale(languages: string, uiLocales?: unknown): string {
  const wished = typeof uiLocales === 'string' ? uiLocales.split(' ') : [];
  const accepted = languages.split(',').map((part) => part.split(';')[0]!.trim());
  return [...wished, ...accepted].find((tag) => languageTag.test(tag)) ?? 'en';
}
