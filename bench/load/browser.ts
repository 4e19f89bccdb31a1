import type { Answered, Connections } from './connections.ts';

export interface Page extends Answered { readonly url: URL }

const mostRedirects = 12;

/**
 * A browser as lean as can be, so that the load generator takes little of the machine: cookies by path, redirects
 * within one origin, forms. It begins with nothing; one is made for each sign-in.
 */
export class Browser {
  readonly #connections: Connections;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #cookies = new Map<string, { readonly pair: string; readonly path: string }>();

  constructor(connections: Connections, headers: Readonly<Record<string, string>>) {
    this.#connections = connections;
    this.#headers = { accept: 'text/html', 'accept-language': 'en', 'user-agent': agent, ...headers };
  }

  /** Goes there and where it leads: a page of the same origin, or an address outside. */
  async visit(url: URL): Promise<Page> {
    return this.#follow(await this.#request(url));
  }

  /** Sends the page's form. */
  async send(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    const { action, screenToken } = formOf(page);
    const body = new URLSearchParams({ screenToken, ...fields }).toString();
    return this.#follow(await this.#request(new URL(action, page.url), body));
  }

  async #follow(first: Page): Promise<Page> {
    let page = first;
    for (let count = 0; count < mostRedirects; count += 1) {
      const { location } = page.headers;
      if (page.status < 300 || page.status > 399 || typeof location !== 'string') return page;
      const next = new URL(location, page.url);
      if (next.origin !== first.url.origin) return { ...page, url: next };
      page = await this.#request(next);
    }
    throw new Error(`more than ${mostRedirects} redirects, the last to ${page.url.href}`);
  }

  async #request(url: URL, body?: string): Promise<Page> {
    const cookie = this.#cookiesFor(url.pathname);
    const answer = await this.#connections.send(`${url.pathname}${url.search}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...this.#headers, host: url.host, ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : {
          origin: url.origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded',
        }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const set = answer.headers['set-cookie'] ?? [];
    for (const each of typeof set === 'string' ? [set] : set) this.#keep(each, url.pathname);
    return { ...answer, url };
  }

  /** RFC 6265 §5.1.4 */
  #cookiesFor(pathname: string): string {
    const isBelow = (path: string): boolean => (
      pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`));
    return [...this.#cookies.values()].filter(({ path }) => isBelow(path)).map(({ pair }) => pair).join('; ');
  }

  #keep(header: string, pathname: string): void {
    const [pair = '', ...attributes] = header.split(/;\s*/);
    const attribute = (name: string): string | undefined => (
      attributes.find((each) => each.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1));
    const path = attribute('path') ?? pathname;
    const key = `${pair.slice(0, pair.indexOf('='))}@${path}`;
    const expires = attribute('expires');
    const isGone = attribute('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() < 1_000);
    if (isGone) this.#cookies.delete(key);
    else this.#cookies.set(key, { pair, path });
  }
}

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

function formOf({ url, status, body }: Page): { action: string; screenToken: string } {
  const action = /<form [^>]*action="([^"]+)"/.exec(body)?.[1];
  const screenToken = /name="screenToken" value="([^"]+)"/.exec(body)?.[1];
  if (action === undefined || screenToken === undefined) throw new Error(`no form at ${url.href} (${status}): ${titleOf(body)}`);
  return { action: action.replaceAll('&amp;', '&'), screenToken };
}

export const titleOf = (body: string): string => /<title>([^<]*)/.exec(body)?.[1] ?? body.slice(0, 300);
