/** A browser for tests: keeps cookies by path, follows redirects within one origin, and stops where it leaves it. */
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

  /** One request, with the cookies of its path; redirects are not followed. */
  async request(url: string, init: RequestInit = {}): Promise<Page> {
    const { pathname } = new URL(url);
    const headers = new Headers({ accept: 'text/html', ...Object.fromEntries(new Headers(init.headers)) });
    const cookie = this.cookiesFor(pathname);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const each of response.headers.getSetCookie()) this.#keep(each, pathname);
    return { url, status: response.status, headers: response.headers, body: await response.text() };
  }

  /** Goes where a link leads; the page that another origin's address or no redirect ends at. */
  async visit(start: string, init: RequestInit = {}): Promise<Page> {
    const { origin } = new URL(start);
    let page = await this.request(start, init);
    for (let count = 0; count < mostRedirects; count += 1) {
      const location = page.headers.get('location');
      if (page.status < 300 || page.status > 399 || location === null) return page;
      const next = new URL(location, page.url);
      if (next.origin !== origin) return { ...page, url: next.href };
      page = await this.request(next.href);
    }
    throw new Error(`more than ${mostRedirects} redirects, the last to ${page.url}`);
  }

  /** Sends a page's form as a browser does. */
  submit(action: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}): Promise<Page> {
    const { origin } = new URL(action);
    return this.visit(action, {
      method: 'POST', body: new URLSearchParams(fields), headers: { origin, 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  cookiesFor(pathname: string): string {
    const sent = [...this.#cookies.values()].filter(({ path }) => isBelow(pathname, path));
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** All cookies whose name contains `part`, by name. */
  cookies(part = ''): ReadonlyMap<string, string> {
    const found = [...this.#cookies.values()].filter(({ name }) => name.includes(part));
    return new Map(found.map(({ name, value }) => [name, value]));
  }

  forget(part: string): void {
    for (const [key, { name }] of this.#cookies) if (name.includes(part)) this.#cookies.delete(key);
  }

  plant(name: string, value: string, path: string): void {
    this.#cookies.set(`${name}@${path}`, { name, value, path });
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
    else this.#cookies.set(`${name}@${path}`, { name, value, path });
  }
}

/** RFC 6265 §5.1.4 */
function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
