import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepAskerAddress } from './asker-address.ts';
import type { BuiltProvider } from './build-provider.ts';

/**
 * Hands a request to the library, which sees the path below the issuer, and the issuer's scheme and host whatever
 * was sent: which host was meant has been decided before, and its answers must not depend on headers.
 */
export async function askProvider(
  { mount, listen }: BuiltProvider, target: string, req: IncomingMessage, res: ServerResponse,
): Promise<void> {
  const asked = req.url;
  req.url = target;
  req.headers['x-forwarded-proto'] = mount.secure ? 'https' : 'http';
  req.headers['x-forwarded-host'] = mount.host;
  keepAskerAddress(req);
  delete req.headers['x-forwarded-for'];
  try {
    await listen(req, res);
  } finally {
    req.url = asked;
  }
}
