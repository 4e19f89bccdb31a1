/** A browser without scripts, for tests: keeps cookies by path, follows redirects within one origin, sends forms. */
import type { Fetch, Sent } from './test-fetch.ts';

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface Cookie { readonly name: string; readonly value: string; readonly path: string }

const mostRedirects = 12;

export class TestBrowser {
  readonly #cookies = new Map<string, Cookie>();
  readonly #fetch: Fetch;
  readonly #headers: Readonly<Record<string, string>>;

  /** `headers` go with every request. */
  constructor(fetch: Fetch, headers: Readonly<Record<string, string>> = {}) {
    this.#fetch = fetch;
    this.#headers = { accept: 'text/html', ...headers };
  }

  /** One request, with the cookies of its path; redirects are not followed. */
  async request(url: string, sent: Sent = {}): Promise<Page> {
    const { pathname } = new URL(url);
    const cookie = this.cookiesFor(pathname);
    const headers = {
      ...this.#headers, ...(cookie === '' ? {} : { cookie }), ...Object.fromEntries(new Headers(sent.headers)),
    };
    const response = await this.#fetch(url, { ...sent, headers });
    for (const each of response.headers.getSetCookie()) this.#keep(each, pathname);
    return { url, status: response.status, headers: response.headers, body: await response.text() };
  }

  /** Goes where a link leads; the page that another origin's address, or no redirect, ends at. */
  async visit(url: string): Promise<Page> {
    return this.follow(await this.request(url));
  }

  async follow(first: Page): Promise<Page> {
    const { origin } = new URL(first.url);
    let page = first;
    for (let count = 0; count < mostRedirects; count += 1) {
      const location = page.headers.get('location');
      if (page.status < 300 || page.status > 399 || location === null) return page;
      const next = new URL(location, page.url);
      if (next.origin !== origin) return { ...page, url: next.href };
      page = await this.request(next.href);
    }
    throw new Error(`more than ${mostRedirects} redirects, the last to ${page.url}`);
  }

  /** Sends the page's form; the answer as it comes, usually a redirect. */
  post(page: Page, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}): Promise<Page> {
    const { action, screenToken } = formOf(page);
    const { origin } = new URL(page.url);
    return this.request(new URL(action, page.url).href, {
      method: 'POST', body: new URLSearchParams({ screenToken, ...fields }),
      headers: { origin, 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** Sends the page's form and goes where the answer leads. */
  async send(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    return this.follow(await this.post(page, fields));
  }

  cookiesFor(pathname: string): string {
    const sent = [...this.#cookies.values()].filter(({ path }) => isBelow(pathname, path));
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  cookies(): readonly Cookie[] {
    return [...this.#cookies.values()];
  }

  plant(name: string, value: string, path: string): void {
    this.#cookies.set(`${name}@${path}`, { name, value, path });
  }

  forget(): void {
    this.#cookies.clear();
  }

  #keep(header: string, pathname: string): void {
    const [pair = '', ...attributes] = header.split(/;\s*/);
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    const attribute = (key: string) => attributes.find((each) => each.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = attribute('path') ?? pathname;
    const expires = attribute('expires');
    const isGone = value === '' || attribute('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() < 1_000);
    if (isGone) this.#cookies.delete(`${name}@${path}`);
    else this.plant(name, value, path);
  }
}

/** Where the page's form goes and the token in it. */
export function formOf({ url, status, body }: Page): { action: string; screenToken: string } {
  const action = /<form [^>]*action="([^"]+)"/.exec(body)?.[1];
  const screenToken = /name="screenToken" value="([^"]+)"/.exec(body)?.[1];
  if (action === undefined || screenToken === undefined) throw new Error(`no form at ${url} (${status}): ${titleOf(body)}`);
  return { action: action.replaceAll('&amp;', '&'), screenToken };
}

/** Whether the page asks for this field. */
export const asksFor = ({ body }: Page, field: string): boolean => body.includes(`<input id="${field}" name="${field}"`);

const titleOf = (body: string): string => /<title>([^<]*)/.exec(body)?.[1] ?? body.slice(0, 300);

/** RFC 6265 §5.1.4 */
function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
