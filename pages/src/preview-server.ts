/** Serves sample pages as a server would, with a strict content security policy; for tests and the gallery. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brandStylesheet, pageAssets, renderAccount, renderError, renderHome, renderInbox, renderInboxMessage, renderMail,
  renderScreen } from '../index.ts';
import { sampleAccountFrame, sampleAccountPages } from './samples-account.ts';
import { sampleErrorFrame, sampleFrame, sampleScreens } from './samples.ts';

export interface PreviewServer extends AsyncDisposable {
  readonly origin: string;
  /** What forms have sent, oldest first. */
  readonly sent: readonly URLSearchParams[];
}

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; "
  + "form-action 'self'; frame-ancestors 'none'";
/** Mails bring styles in attributes; a frame inside a page is held to the page's policy. */
const policyWithMails = `${policy}; style-src-attr 'unsafe-inline'`;

/** Pages by name: every sample screen and page of an account, `error`, `home`, `inbox`, `inbox-message`. */
export const previewNames: readonly string[] = [
  ...Object.keys(sampleScreens), ...Object.keys(sampleAccountPages), 'error', 'home', 'inbox', 'inbox-message',
];

export async function startPreview(): Promise<PreviewServer> {
  const sent: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    answer(request, response, sent).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent,
    [Symbol.asyncDispose]: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, sent: URLSearchParams[]): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const asset = pageAssets.get(url.pathname);
  if (asset) return void response.writeHead(200, { 'content-type': asset.contentType }).end(asset.body);
  const [, first = '', second = ''] = url.pathname.split('/');
  if (second === 'brand.css') {
    const { branding } = sampleFrame(first === 'customers' ? 'identify' : 'totp', 'en');
    return void response.writeHead(200, { 'content-type': 'text/css' }).end(brandStylesheet(branding));
  }
  if (request.method === 'POST') {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    sent.push(new URLSearchParams(body));
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sent</title>');
  }
  if (!previewNames.includes(first)) return void response.writeHead(404).end();
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': first === 'inbox-message' ? policyWithMails : policy,
  };
  response.writeHead(200, headers).end(previewPage(first, url.searchParams.get('locale') ?? 'en'));
}

function previewPage(name: string, locale: string): string {
  if (name === 'error') return renderError(sampleErrorFrame(locale));
  if (name === 'home') return renderHome(homeFrame(locale));
  if (name === 'inbox') return renderInbox({ locale, messages: [caughtMail(locale, 0), caughtMail(locale, 1)] });
  if (name === 'inbox-message') {
    return renderInboxMessage({ locale, message: caughtMail(locale, 1), inboxUrl: '/inbox' });
  }
  if (name in sampleAccountPages) return renderAccount(sampleAccountFrame(name, locale));
  return renderScreen(sampleFrame(name, locale));
}

function caughtMail(locale: string, which: 0 | 1) {
  const customer = sampleFrame('identify', locale);
  const to = 'mara.lindqvist@example.com';
  const [code, notice] = [
    { kind: 'code', code: '482915', minutes: 10, purpose: 'sign-in' },
    { kind: 'credential-changed', change: 'passkey-added', at: '2026-03-02T09:15:00Z', device: 'Firefox, Linux' },
  ] as const;
  const message = which === 0 ? code : notice;
  return {
    ...renderMail({ message, locale, branding: customer.branding, to }),
    url: '/inbox-message', to, from: 'no-reply@localhost', at: new Date('2026-03-02T09:15:02Z'),
    population: 'customers', kind: 'customer' as const,
  };
}

function homeFrame(locale: string) {
  const door = (kind: 'customer' | 'workforce' | 'workload', name: string, slug: string) => {
    const issuer = `http://localhost:3000/${slug}`;
    return { kind, name, issuer, discoveryUrl: `${issuer}/.well-known/openid-configuration` };
  };
  return {
    locale,
    doors: [
      door('customer', 'Harbour customers', 'customers'), door('workforce', 'Harbour staff', 'workforce'),
      door('workload', 'Harbour machines', 'workloads'),
    ],
    applications: [
      { kind: 'customer' as const, name: 'Shop', url: 'http://localhost:4001/', about: 'Sign up, buy something' },
      { kind: 'workforce' as const, name: 'Intranet', url: 'http://localhost:4002/' },
      { kind: 'workload' as const, name: 'Nightly stock job', about: 'Fetches a token every minute' },
    ],
    inboxUrl: '/inbox',
  };
}
