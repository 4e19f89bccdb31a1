import type { Brand } from '../../contract/policy/index.ts';
import { brandPicturePath } from './brand-stylesheet.ts';
import { html, type Markup } from './html.ts';
import { mark } from './mark.ts';

/** The mark and a name, where there is no logo. */
export const plainHeader = (name: string): Markup => html`<header class="brand">${mark}<span>${name}</span></header>`;

/** Above every page: the operator's logo, or the mark and their name. */
export function brandHeader(slug: string | undefined, brand: Brand): Markup {
  const { logo, name } = brand;
  if (!logo || slug === undefined) return plainHeader(name);
  return html`<header class="brand">${pictures(slug, brand, logo)}${logo.withName && html`<span>${name}</span>`}</header>`;
}

/** The name is told once: by the words beside the logo, or by the logo. */
function pictures(slug: string, brand: Brand, { light, dark, withName }: NonNullable<Brand['logo']>): Markup {
  const scheme = brand.preview?.scheme;
  const address = (name: string): string => brandPicturePath(slug, brand, name);
  const shown = scheme === 'dark' ? dark ?? light : light;
  const picture = html`<img class="logo" src="${address(shown)}" alt="${withName ? '' : brand.name}">`;
  if (dark === undefined || scheme !== undefined) return picture;
  return html`<picture><source media="(prefers-color-scheme: dark)" srcset="${address(dark)}">${picture}</picture>`;
}
