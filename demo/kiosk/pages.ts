import QRCode from 'qrcode';
import { html, type Html } from '../page/html.ts';
import { page } from '../page/layout.ts';
import type { ShownCode, Visitor } from './device-sign-in.ts';

/** A page that asks anew by itself after some milliseconds. */
const kioskPage = (title: string, content: Html, again?: number): string => page({
  kind: 'shop', name: 'Larch & Loom kiosk', title, footer: 'An example kiosk: nobody types anything secret here.',
  ...(again === undefined ? {} : { again: again / 1_000 }),
}, content);

const begin = (label: string): Html => html`<form method="post" action="/kiosk/begin"><button class="primary">${label}</button></form>`;

export const startPage = (): string => kioskPage('Welcome', html`<h1>Your orders, on this screen</h1>
<p>You sign in on your own telephone. Nothing of yours stays here.</p>${begin('Sign in with your phone')}`);

export const refusedPage = (): string => kioskPage('Not signed in', html`<h1>Nobody was signed in</h1>
<p>It was refused on the telephone, or it took too long.</p>${begin('Show a new code')}`);

export const codePage = (code: ShownCode, again: number): string => kioskPage('Your code', html`<h1>Go on with your phone</h1>
<p>Scan the picture, or open <strong>${code.page}</strong> and type this code:</p>
<p class="big" aria-label="Code">${code.userCode}</p>${picture(code.link)}
<form method="post" action="/kiosk/done"><button>Stop</button></form>`, again);

export const visitorPage = ({ name, email }: Visitor, again: number): string => kioskPage('Signed in', html`
<h1>Good day, ${name ?? email ?? 'customer'}</h1>
<p>Your last order is on its way. This screen forgets you in a minute, or at once:</p>
<form method="post" action="/kiosk/done"><button class="primary">I am done</button></form>`, again);

/** ISO/IEC 18004 §6.3.8: four light modules around the code. */
function picture(text: string): Html {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 8;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    }
  }
  return html`<svg class="qr" viewBox="0 0 ${String(side)} ${String(side)}" role="img" aria-label="QR code that leads to the page for your phone">
<path fill="#fff" d="M0 0h${String(side)}v${String(side)}H0z"/><path fill="#000" shape-rendering="crispEdges" d="${path}"/></svg>`;
}
