import type { Attacker } from './generator/index.ts';
import { cohorts, type Found, type Row } from './targets.ts';

const wide = 320;
const high = 200;
const left = 44;
const bottom = 30;

/** The same figures for those who would rather look: one plot for each impostor, as a page of its own. */
export function plotPage(found: Found): string {
  const plots = ([['naive', 0.99], ['vpn', 0.99], ['targeted', 0.99], ['targeted', 0.9945]] as const).map(([attacker, aim]) => (
    plot(attacker, aim, found.rows.filter((row) => row.attacker === attacker && row.aim === aim && row.burdens.length === cohorts.length && ['T1', 'T2', 'T3', 'T7'].includes(row.id)))));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Risk: how often people are asked again</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
  main { display: flex; flex-wrap: wrap; gap: 2rem; }
  figure { margin: 0; }
  svg { max-width: 100%; height: auto; }
  text { fill: currentColor; font-size: 12px; }
  .grid { stroke: currentColor; opacity: .2; }
  polyline { fill: none; stroke: currentColor; stroke-width: 2; }
  .reference { stroke-dasharray: 6 4; opacity: .7; }
  .marks { stroke: #2563eb; stroke-width: 3; }
</style>
<h1>How often people are asked again</h1>
<p>Part of the logins of genuine people that would be asked again, by how many logins they have made, where the stated part of impostors
is caught. Thick: all signals. Thin: address and browser alone. Dashed: the reference.</p>
<main>
${plots.join('\n')}
</main>
</html>
`;
}

const rateOf = (burden: Row['burdens'][number]): number => burden?.rate ?? 0;

function plot(attacker: Attacker, aim: number, rows: readonly Row[]): string {
  const most = Math.max(0.1, ...rows.flatMap(({ burdens }) => burdens.map(rateOf)));
  const x = (index: number): number => left + index * (wide - left - 20) / (cohorts.length - 1);
  const y = (rate: number): number => (high - bottom) * (1 - rate / most) + 8;
  const ticks = [0, 0.5, 1].map((part) => part * most);
  const lines = rows.map(({ side, what, burdens }) => {
    const kind = side === 'freeman' ? 'reference' : what.startsWith('all') ? 'marks' : 'plain';
    return `<polyline class="${kind}" points="${burdens.map((burden, index) => `${x(index).toFixed(1)},${y(rateOf(burden)).toFixed(1)}`).join(' ')}"/>`;
  });
  const title = `Impostor: ${attacker}, ${(aim * 100).toFixed(2)} % caught`;
  const told = rows.map(({ side, what, burdens }) => (
    `${side === 'freeman' ? 'reference' : what}: ${burdens.map((burden, index) => `${(rateOf(burden) * 100).toFixed(1)} % of logins up to the ${cohorts[index]}th`).join(', ')}`)).join('; ');
  return `<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${wide} ${high + 10}" width="${wide}" role="img" aria-label="${title}. ${told}">
${ticks.map((tick) => `<line class="grid" x1="${left}" x2="${wide - 10}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${left - 6}" y="${y(tick) + 4}" text-anchor="end">${(tick * 100).toFixed(0)} %</text>`).join('')}
${cohorts.map((cohort, index) => `<text x="${x(index)}" y="${high - 4}" text-anchor="middle">${cohort}</text>`).join('')}
${lines.join('\n')}
</svg></figure>`;
}
