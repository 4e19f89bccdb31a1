/** What may stand in a drawing that is kept: elements, their attributes, and the form of each value. */
export const drawingElements: ReadonlySet<string> = new Set([
  'svg', 'g', 'defs', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'linearGradient', 'radialGradient',
  'stop', 'clipPath', 'mask',
]);

const number = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?:%|px|pt|em|mm|cm|in|pc|deg|rad)?`;
const forms = {
  numbers: new RegExp(String.raw`^\s*${number}(?:[\s,]+${number}){0,63}\s*$`, 'i'),
  points: /^[\s\d.,eE+-]{0,20000}$/,
  path: /^[\s\d.,eE+MmZzLlHhVvCcSsQqTtAa-]{0,40000}$/,
  transform: /^(?:\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\s\d.,eE+-]{0,300}\)[\s,]*){0,8}$/,
  paint: /^(?:#[0-9a-f]{3,8}|[a-z]{1,30}|(?:rgb|hsl)a?\([\d\s.,%/]{1,60}\)|url\(#[\w.-]{1,100}\)(?:\s+(?:none|#[0-9a-f]{3,8}))?)$/i,
  own: /^(?:none|url\(#[\w.-]{1,100}\))$/,
  word: /^[a-z][a-zA-Z-]{0,40}$/,
  dashes: new RegExp(String.raw`^(?:none|\s*${number}(?:[\s,]+${number}){0,31}\s*)$`, 'i'),
  id: /^[A-Za-z_][\w.-]{0,99}$/,
  ownPart: /^#[\w.-]{1,100}$/,
} as const;

const names: Readonly<Record<string, keyof typeof forms>> = Object.fromEntries(([
  ['numbers', 'x y width height cx cy r rx ry x1 y1 x2 y2 fx fy fr offset opacity fill-opacity stroke-opacity stop-opacity stroke-width '
    + 'stroke-miterlimit stroke-dashoffset viewBox'],
  ['points', 'points'], ['path', 'd'], ['transform', 'transform gradientTransform'], ['paint', 'fill stroke stop-color color'],
  ['own', 'clip-path mask'], ['dashes', 'stroke-dasharray'], ['id', 'id'],
  ['word', 'fill-rule clip-rule stroke-linecap stroke-linejoin gradientUnits spreadMethod clipPathUnits maskUnits maskContentUnits '
    + 'mask-type vector-effect shape-rendering display visibility'],
] as const).flatMap(([form, list]) => list.split(' ').map((name) => [name, form] as const)));

/** The value as it may be kept; `left-out` for what draws nothing, `refused` for what doesn't have the form. */
export function readAttribute(element: string, name: string, value: string): string | 'left-out' | 'refused' {
  if (name === 'href') {
    if (!forms.ownPart.test(value)) return 'refused';
    return element === 'linearGradient' || element === 'radialGradient' ? value : 'left-out';
  }
  const plain = value.trim().replace(/^url\(\s*(["'])(#[\w.-]+)\1\s*\)/, 'url($2)');
  const form = Object.hasOwn(names, name) ? names[name] : undefined;
  if (form === undefined) return /url\(|javascript:|data:/i.test(value) && !forms.paint.test(plain) ? 'refused' : 'left-out';
  const most = name === 'd' || name === 'points' ? 40_000 : 500;
  return plain.length <= most && forms[form].test(plain) ? plain : 'refused';
}

/** Declarations of a style attribute as the attributes that mean the same (SVG 2 §6.6); a broken one is passed on to be refused. */
export function styleAsAttributes(style: string): readonly (readonly [name: string, value: string])[] {
  return style.split(';').filter((each) => each.trim() !== '').slice(0, 100).map((declaration) => {
    const colon = declaration.indexOf(':');
    return [declaration.slice(0, Math.max(0, colon)).trim(), declaration.slice(colon + 1).trim()] as const;
  });
}
