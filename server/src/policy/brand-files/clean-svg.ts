import { SaxesParser, type SaxesTagNS } from 'saxes';
import { checkShape, Refusal } from './refusal.ts';
import { drawingElements, readAttribute, styleAsAttributes } from './svg-attributes.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';
/** Of people, for people: pages say what the logo is by themselves. */
const leftOut: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);
const mostElements = 600;
const deepest = 32;
/** What is drawn through something else may not itself be drawn through something: else it multiplies. */
const through: ReadonlySet<string> = new Set(['clipPath', 'mask']);

/** A start tag with its content, of what is kept. */
interface Kept { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: Kept[] }

/**
 * A drawing made anew from the shapes, gradients, clips and masks of the one given: nothing that runs, loads, links or
 * is written stays, and whatever is not known to be harmless is refused by name. What editors keep for themselves goes.
 * @throws Refusal
 */
export function cleanSvg(content: Buffer): Buffer {
  const root = readTree(asText(content));
  const { width, height, viewBox } = frameOf(root);
  checkShape(width, height);
  const attributes = new Map([...root.attributes].filter(([name]) => !['width', 'height', 'viewBox'].includes(name)));
  for (const [name, value] of [['viewBox', viewBox], ['width', String(width)], ['height', String(height)]] as const) attributes.set(name, value);
  const whole: Kept = { name: 'svg', attributes, children: root.children };
  return Buffer.from(write(whole, ` xmlns="${svgNamespace}"`), 'utf8');
}

function asText(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new Refusal('is not UTF-8 text', 'Save the drawing as plain SVG.');
  }
}

function readTree(text: string): Kept {
  const parser = new SaxesParser({ xmlns: true });
  const open: Kept[] = [];
  let root: Kept | undefined;
  let count = 0;
  /** Depth inside something that is left out, 0 outside. */
  let skipped = 0;
  const refuse = (what: string, remedy: string): never => {
    throw new Refusal(`line ${parser.line} ${what}`, remedy);
  };
  parser.on('error', () => refuse('is not well-formed XML', 'Export the drawing again as plain SVG.'));
  parser.on('doctype', (type) => {
    if (type.includes('[')) refuse('declares entities', 'Export the drawing again without them.');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > mostElements || open.length + skipped > deepest) {
      refuse(`goes beyond ${mostElements} elements or ${deepest} levels`, 'Simplify the drawing: unite shapes and flatten groups.');
    }
    if (skipped > 0 || isLeftOut(tag)) {
      refuseActive(tag, refuse);
      skipped += 1;
      return;
    }
    if (!root && (tag.local !== 'svg' || tag.uri !== svgNamespace)) refuse('is not an SVG drawing', 'Save the logo as SVG, with its namespace.');
    if (root && !drawingElements.has(tag.local)) refuseElement(tag, refuse);
    const inside = open.some(({ name }) => through.has(name));
    const kept: Kept = { name: tag.local, attributes: attributesOf(tag, inside, refuse), children: [] };
    open.at(-1)?.children.push(kept);
    root ??= kept;
    open.push(kept);
  });
  parser.on('closetag', () => {
    if (skipped > 0) skipped -= 1; else open.pop();
  });
  parser.write(text).close();
  return root ?? refuse('is not an SVG drawing', 'Save the logo as SVG, with its namespace.');
}

const isLeftOut = (tag: SaxesTagNS): boolean => tag.uri !== svgNamespace || leftOut.has(tag.local);

type Refuse = (what: string, remedy: string) => never;

/** Left out or not: who puts these in means something by it, and is told. */
function refuseActive(tag: SaxesTagNS, refuse: Refuse): void {
  if (tag.uri === xhtmlNamespace || ['script', 'foreignObject', 'iframe', 'handler', 'listener'].includes(tag.local)) refuseElement(tag, refuse);
}

function refuseElement({ local }: SaxesTagNS, refuse: Refuse): never {
  const remedies: Readonly<Record<string, string>> = {
    text: 'Turn letters into outlines: a picture has no typeface of its own.', tspan: 'Turn letters into outlines.',
    style: 'Export with presentation attributes instead of a stylesheet.', image: 'Draw it as shapes, or save the whole logo as PNG.',
    use: 'Expand symbols into shapes.', symbol: 'Expand symbols into shapes.', filter: 'Leave effects out, or save the whole logo as PNG.',
  };
  return refuse(`has <${local.slice(0, 40)}>, which a logo may not have`, remedies[local] ?? 'Take it out: a logo is shapes and gradients.');
}

function attributesOf(tag: SaxesTagNS, inside: boolean, refuse: Refuse): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const isLink = local === 'href';
    if (/^on/i.test(local)) refuse(`has ${local.slice(0, 40)}, which would run`, 'Take it out.');
    if (uri !== '' && !isLink) continue;
    const given = local === 'style' ? styleAsAttributes(value) : [[local, value] as const];
    for (const [name, text] of given) {
      const read = readAttribute(tag.local, name, text);
      if (read === 'refused') refuse(`has ${name.slice(0, 40)}, whose value is not taken`, isLink || text.includes('url(') ? 'A logo loads nothing from elsewhere: it may only name its own parts, as #name.' : 'Write a plain number, colour or path.');
      if (read === 'left-out') continue;
      if (inside && ['clip-path', 'mask'].includes(name)) refuse(`has ${name} inside a clip or mask`, 'Flatten it.');
      kept.set(name, read as string);
    }
  }
  return kept;
}

function frameOf({ attributes }: Kept): { width: number; height: number; viewBox: string } {
  const box = (attributes.get('viewBox') ?? '').trim().split(/[\s,]+/).map(Number);
  const size = [attributes.get('width'), attributes.get('height')].map((text) => (text === undefined || text.includes('%') ? Number.NaN : Number.parseFloat(text)));
  const [width, height] = box.length === 4 ? box.slice(2) : size;
  const isUsable = (side: number | undefined): side is number => side !== undefined && side > 0 && side <= 100_000;
  if (!isUsable(width) || !isUsable(height)) throw new Refusal('doesn\'t say how large it is', 'Give it a viewBox.');
  return { width, height, viewBox: box.length === 4 ? box.join(' ') : `0 0 ${width} ${height}` };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function write({ name, attributes, children }: Kept, more = ''): string {
  const written = [...attributes].map(([attribute, value]) => ` ${attribute}="${value.replace(/[&<>"]/g, (each) => entities[each]!)}"`).join('');
  return `<${name}${more}${written}${children.length === 0 ? '/>' : `>${children.map((child) => write(child)).join('')}</${name}>`}`;
}
