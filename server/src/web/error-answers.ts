import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorCatalogue, type ErrorCode, type ProblemDetails } from '../../../contract/errors.ts';
import { LimenError } from '../kernel/index.ts';

/** Draws an error for a person; the answer's status is set already. Words and look are the caller's. */
export type RenderErrorPage = (problem: ProblemDetails, request: FastifyRequest) => string | Promise<string>;

const fromFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_MAX_PARAM_LENGTH: 'request.not_found',
  FST_ERR_HANDLER_TIMEOUT: 'server.busy',
};

/** Any thrown thing as an error of the catalogue. What isn't known becomes `server.failed` and says nothing else. */
export function asLimenError(error: unknown): LimenError {
  if (error instanceof LimenError) return error;
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? fromFastify[code] : undefined;
  if (known) return new LimenError(known, { cause: error });
  const isFramework = typeof code === 'string' && code.startsWith('FST_ERR_');
  const isCallers = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return new LimenError(isFramework && isCallers ? 'request.malformed' : 'server.failed', { cause: error });
}

/**
 * Answers errors: as a page to whoever asks for HTML, as an OAuth error from raw routes, else as problem details
 * (RFC 9457). The request's id is the reference under which the log knows this occurrence.
 */
export function createErrorAnswers(renderErrorPage: RenderErrorPage | undefined) {
  return async (thrown: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const error = asLimenError(thrown);
    const problem = error.toProblem(request.id);
    logError(error, request);
    if (error.retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(error.retryAfter)));
    // The rest of a body that is too long is not worth reading.
    if (error.code === 'request.too_large') void reply.header('connection', 'close');
    void reply.code(error.status);
    if (request.routeOptions.config?.raw) return answer(reply, 'application/json', JSON.stringify(oauthError(problem)));
    if (renderErrorPage && wantsPage(request)) {
      const page = await renderSafely(renderErrorPage, problem, request);
      if (page !== undefined) return answer(reply, 'text/html; charset=utf-8', page);
    }
    return answer(reply, 'application/problem+json', JSON.stringify(problem));
  };
}

/** The same for a raw route whose handler failed: an OAuth error, or the end of an answer that had begun. */
export function answerHijacked(thrown: unknown, request: FastifyRequest, response: ServerResponse): void {
  const error = asLimenError(thrown);
  logError(error, request);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(error.status, { 'content-type': 'application/json' })
    .end(JSON.stringify(oauthError(error.toProblem(request.id))));
}

function answer(reply: FastifyReply, contentType: string, body: string): FastifyReply {
  // As bytes, since a route's schema of answers is not for errors.
  return reply.header('content-type', contentType).send(Buffer.from(body, 'utf8'));
}

async function renderSafely(
  render: RenderErrorPage, problem: ProblemDetails, request: FastifyRequest,
): Promise<string | undefined> {
  try {
    return await render(problem, request);
  } catch (error) {
    request.log.error({ err: error, reference: request.id }, 'the error page could not be drawn');
    return undefined;
  }
}

function logError(error: LimenError, request: FastifyRequest): void {
  const about = { code: error.code, reference: request.id, route: request.routeOptions.url, method: request.method };
  if (error.status < 500) request.log.info(about, 'request refused');
  else if (error.code === 'server.busy') request.log.warn(about, 'request turned away');
  else request.log.error({ ...about, err: error.cause ?? error }, 'request failed');
}

function oauthError({ status, code, title, reference }: ProblemDetails): Record<string, string | undefined> {
  const error = status < 500 && status !== 429 ? 'invalid_request'
    : status === 500 ? 'server_error' : 'temporarily_unavailable';
  return { error, error_description: title, code, reference };
}

/** A browser's navigation names text/html; scripts and programs ask for something else or anything. */
function wantsPage(request: FastifyRequest): boolean {
  return /(?:^|,)\s*text\/html\b/i.test(request.headers.accept ?? '');
}

/** An answer for a connection whose request can't even be parsed, when there is no reply object. */
export function rawProblem(code: ErrorCode, status: number): string {
  const { title, remedy } = errorCatalogue[code];
  const body = JSON.stringify({ type: `urn:limen:error:${code}`, title, status, code, remedy });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`, 'connection: close',
  ];
  return [...head, '', body].join('\r\n');
}
