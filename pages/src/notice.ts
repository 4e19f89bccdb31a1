import type { Notice } from '../../contract/screens/index.ts';
import { html, type Markup } from './html.ts';
import { icons } from './mark.ts';
import type { Say, WordValues } from './say.ts';

/** What a notice may leave out: its words then speak without it. */
const absent: WordValues = { tries: -1, minutes: -1, seconds: -1, minimum: -1, door: 'none' };

/** A notice in words. */
export function noticeText(say: Say, notice: Notice): string {
  const given = Object.entries(notice.values ?? {}).filter(([, value]) => value !== '');
  return say(`notice.${notice.code}`, { ...absent, ...Object.fromEntries(given) });
}

/** A notice above the form: for what belongs to no field that is shown. */
export function noticeBanner(text: string, kind: Notice['kind']): Markup {
  const [role, icon] = kind === 'error' ? ['alert', icons.fault] as const : ['status', icons.told] as const;
  return html`<div class="notice ${kind}" role="${role}" tabindex="-1">${icon}<p>${text}</p></div>`;
}
