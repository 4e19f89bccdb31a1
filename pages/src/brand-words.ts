import { brandText, type Brand } from '../../contract/policy/index.ts';
import { html, type Markup } from './html.ts';
import { localeOf } from './locale.ts';
import type { Say } from './say.ts';

/** The operator's footer, how to reach their people, their terms: what of it the look says. */
export function brandFoot(brand: Brand, locale: string, say: Say): Markup {
  const own = (slot: Parameters<typeof brandText>[2]) => brandText(brand, localeOf(locale), slot);
  const supportText = own('supportText') ?? brand.supportText;
  const link = (address: string | undefined, words: string) => address !== undefined && html`<a href="${address}">${words}</a>`;
  return html`${words(supportText)}${link(own('supportUrl') ?? brand.supportUrl, say('support'))}${
    link(own('termsUrl'), say('brand.terms'))}${link(own('privacyUrl'), say('brand.privacy'))}${words(own('footer'))}`;
}

/** Words that may be in another language than the page keep their own direction. */
const words = (text: string | undefined) => text !== undefined && text !== '' && html`<span dir="auto">${text}</span>`;
