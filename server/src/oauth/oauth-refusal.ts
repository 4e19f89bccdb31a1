/** An answer in OAuth's own words (RFC 6749 §5.2), with what this endpoint adds to it. */
export class OAuthRefusal extends Error {
  readonly error: string;
  readonly status: number;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(error: string, description: string, status = 400, more: Readonly<Record<string, unknown>> = {}) {
    super(description);
    this.error = error;
    this.status = status;
    this.more = more;
  }
}

export function refuseOAuth(
  error: string, description: string, status?: number, more?: Readonly<Record<string, unknown>>,
): never {
  throw new OAuthRefusal(error, description, status, more);
}
