/** How the load generator's applications are registered on either side. */
export const callback = 'https://shop.example/cb';
export const resource = 'https://ledger.example/';

/** An application that may speak to an issuer. */
export interface Application {
  readonly issuer: string;
  readonly id: string;
  readonly secret: string;
}

/** RFC 6749 §2.3.1 */
export function basicAuth({ id, secret }: Application): string {
  return `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
}
