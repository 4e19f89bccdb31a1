/** Text that is already HTML. Only `html` and `raw` make it. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: text is escaped, markup stays, lists are joined, nothing is shown for absent values. */
export type Child = string | number | Markup | null | undefined | false | readonly Child[];

/** Markup made by us, word for word. Never for anything that came from outside. */
export function raw(text: string): Markup {
  return new Markup(text);
}

/**
 * HTML from a template. Every value is escaped; one that begins an address (`href`, `src`, `action`, ...) must also
 * have a harmless scheme. A value where no escaping helps (a tag name, an unquoted attribute, a script, a handler)
 * is a fault of the template and throws.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Markup {
  const places = placesOf(strings);
  let text = strings[0]!;
  values.forEach((value, index) => {
    const shown = places[index] === 'address' ? escape(safeAddress(String(value ?? ''))) : textOf(value);
    text += shown + strings[index + 1]!;
  });
  return new Markup(text);
}

const attributeName = /^(?!on|href$|src$|srcdoc$|action$|formaction$|style$)[a-z][a-z-]*$/;

/** Attributes with a leading space: `true` gives the bare name, absent and false ones are left out. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Markup {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (!attributeName.test(name)) throw new TypeError(`${name} must be written in the template itself`);
    if (value === undefined || value === false) continue;
    text += value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
  }
  return new Markup(text);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** The address itself where a click on it can't run anything, else one that leads nowhere. */
export function safeAddress(address: string): string {
  // Browsers drop control characters and spaces before they look for the scheme.
  const seen = address.replace(/[\u0000-\u0020]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto', 'otpauth'].includes(scheme) ? address : 'about:blank';
}

function textOf(value: Child): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(textOf).join('');
  return escape(String(value));
}

type Place = 'text' | 'address';
const known = new WeakMap<TemplateStringsArray, readonly Place[]>();

function placesOf(strings: TemplateStringsArray): readonly Place[] {
  let places = known.get(strings);
  if (!places) {
    places = strings.slice(0, -1).map((_, index) => placeAfter(strings.slice(0, index + 1).join('\u0001')));
    known.set(strings, places);
  }
  return places;
}

/** Where a value stands that follows this much of a template; earlier values are written as U+0001. */
function placeAfter(before: string): Place {
  if (/<(script|style)\b[^>]*>(?![^]*<\/\1)/i.test(before)) throw new TypeError('no value goes into a script or style');
  const tag = before.slice(before.lastIndexOf('<') + 1);
  const insideTag = before.lastIndexOf('<') > before.lastIndexOf('>');
  if (!insideTag) return 'text';
  const attribute = /([^\s"=]+)="[^"]*$/.exec(tag.replace(/="[^"]*"/g, ''));
  if (!attribute) {
    // Between attributes stands only what `attributes` gave, right after a name or a closing quote.
    if (/^[a-z][a-z0-9-]*(\s[^<]*)?$/i.test(tag) && !tag.endsWith('=')) return 'text';
    throw new TypeError(`a value stands where it can't be escaped: <${tag}`);
  }
  const name = attribute[1]!.toLowerCase();
  if (name.startsWith('on') || name === 'style' || name === 'srcdoc') throw new TypeError(`no value goes into ${name}`);
  const begins = before.endsWith('="');
  return begins && ['href', 'src', 'action', 'formaction'].includes(name) ? 'address' : 'text';
}

/** A document from elsewhere in a frame that may not run scripts, send forms or reach the page around it. */
export function sandboxedDocument(document: string, title: string): Markup {
  return new Markup(`<iframe class="sheet" sandbox="" title="${escape(title)}" srcdoc="${escape(document)}"></iframe>`);
}
