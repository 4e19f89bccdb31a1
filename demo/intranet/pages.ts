import { html, type Html } from '../page/html.ts';
import { assuranceWords, factList, page } from '../page/layout.ts';
import type { SignedIn } from '../relying-party.ts';

export function intranetPage(title: string, person: SignedIn | undefined, content: Html): string {
  const navigation = person
    ? [html`<span>${person.name ?? person.email ?? 'Signed in'}</span>`,
      html`<form method="post" action="/sign-out"><button>Sign out everywhere</button></form>`]
    : [];
  return page({
    kind: 'intranet', name: 'Larch & Loom intranet', title, navigation,
    footer: 'An example intranet, for those who work at Larch & Loom.',
  }, content);
}

const notices: readonly { readonly title: string; readonly text: string }[] = [
  { title: 'Stocktaking', text: 'The warehouse counts on the last Friday of the month. Orders go out on Monday.' },
  { title: 'New looms', text: 'Two looms arrive in hall 2. The entrance on the north side is closed for a day.' },
  { title: 'Canteen', text: 'Lentils on Tuesday, dumplings on Thursday.' },
];

export function homePage(person: SignedIn): string {
  return intranetPage('Today', person, html`
    <h1>Good to see you, ${person.name ?? 'colleague'}</h1>
    <ul class="grid">${notices.map((notice) => html`<li class="card"><div><strong>${notice.title}</strong>
      <p class="quiet">${notice.text}</p></div></li>`)}</ul>
    <h2>How you are signed in</h2>
    ${factList({
    'Account': person.email ?? person.subject, 'Strength': assuranceWords(person.acr),
    'Ways used': person.amr.join(', ') || undefined, 'Since': person.authTime?.toUTCString(), 'Session': person.sid,
  })}`);
}
