import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { markIcon } from './mark.ts';

export interface PageAsset {
  readonly body: Buffer;
  readonly contentType: string;
  /** Part of the path, so that a browser may keep the file for ever. */
  readonly hash: string;
}

const css = 'text/css; charset=utf-8';
const javascript = 'text/javascript; charset=utf-8';
const file = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

const named: Readonly<Record<string, PageAsset>> = Object.fromEntries([
  ['pages.css', file('styles/pages.css'), css] as const,
  ['desk.css', file('styles/desk.css'), css] as const,
  ['account.css', file('styles/account.css'), css] as const,
  ['form.js', file('scripts/built/form.js'), javascript] as const,
  ['form-work.js', file('scripts/built/form-work.js'), javascript] as const,
  ['sign-in.js', file('scripts/built/sign-in.js'), javascript] as const,
  ['enrol.js', file('scripts/built/enrol.js'), javascript] as const,
  ['wait.js', file('scripts/built/wait.js'), javascript] as const,
  ['work.js', file('scripts/built/work.js'), javascript] as const,
  ['work-aside.js', file('scripts/built/work-aside.js'), javascript] as const,
  ['icon.svg', Buffer.from(markIcon), 'image/svg+xml'] as const,
].map(([name, body, contentType]) => {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  return [name, { body, contentType, hash }];
}));

export type AssetName = 
  | 'pages.css' | 'desk.css' | 'account.css' | 'form.js' | 'form-work.js' | 'sign-in.js' | 'enrol.js' | 'wait.js' | 'work.js' | 'work-aside.js' | 'icon.svg';

/** Where an asset is served: its content is in its name. */
export function assetPath(name: AssetName): string {
  const dot = name.lastIndexOf('.');
  return `/assets/${name.slice(0, dot)}.${named[name]!.hash}${name.slice(dot)}`;
}

/** A stylesheet as text, for where a document can't load it. */
export const stylesheetText = (name: 'pages.css' | 'account.css'): string => named[name]!.body.toString('utf8');

/** Everything that pages load besides themselves, by path. Each may be kept for ever (`immutable`). */
export const pageAssets: ReadonlyMap<string, PageAsset> = new Map(
  Object.entries(named).map(([name, asset]) => [assetPath(name as AssetName), asset]));
