import QRCode from 'qrcode';
import { html, type Markup } from './html.ts';

/** Light modules around the code that scanners need (ISO/IEC 18004 §6.3.8). */
const quiet = 4;

/** A QR code as an SVG of one path; black on white on every background, since many scanners need it so. */
export function qrPicture(text: string, label: string): Markup {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}">
<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" shape-rendering="crispEdges" d="${path}"/></svg>`;
}
