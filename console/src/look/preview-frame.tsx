import { useQueries } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';

interface Props {
  readonly population: string;
  readonly document: string;
  readonly styles: string;
  readonly label: string;
  readonly isNarrow: boolean;
}

/**
 * A page of the server's own drawing, in a frame that runs no script and sends nothing. Its styles are put in as an
 * object, since neither document may have any inline; the files of the draft are brought by the console.
 */
export function PreviewFrame({ population, document: drawn, styles, label, isNarrow }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const names = [...new Set([...drawn.matchAll(/src="#([\w-]{43}\.(?:svg|png))"/g)].map(([, name]) => name!))];
  const font = /family:Brand,/.test(styles) ? /\/\* ([\w-]{43}\.woff2) \*\//.exec(styles)?.[1] : undefined;
  const wanted = font === undefined ? names : [...names, font];
  const files = useQueries({
    queries: wanted.map((name) => ({ queryKey: ['brand.get-file', { params: { population, name } }], queryFn: () => call('brand.get-file', { params: { population, name } }), staleTime: Infinity })),
  });
  const brought = new Map(files.flatMap(({ data }) => (data ? [[data.name, data] as const] : [])));
  const key = [...brought.keys()].join(' ');
  useLayoutEffect(() => {
    const inside = frame.current?.contentDocument;
    if (!isReady || !inside) return;
    const page = stilled(drawn);
    for (const image of page.querySelectorAll('img')) {
      const file = brought.get(image.getAttribute('src')!.slice(1));
      image.src = file ? `data:${file.contentType};base64,${file.content}` : 'data:,';
    }
    inside.replaceChild(inside.adoptNode(page.documentElement), inside.documentElement);
    for (const each of inside.querySelectorAll<HTMLElement>('[data-style]')) each.style.cssText = each.dataset['style']!;
    const view = inside.defaultView as unknown as typeof globalThis;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(styles);
    inside.adoptedStyleSheets = [sheet];
    const bytes = font === undefined ? undefined : brought.get(font);
    inside.fonts.clear();
    if (bytes) inside.fonts.add(new view.FontFace('Brand', Uint8Array.from(atob(bytes.content), (each) => each.charCodeAt(0)), { weight: '100 900' }));
    inside.documentElement.dataset['shown'] = 'true';
    // `key` says which files are there; a file never changes.
  }, [isReady, drawn, styles, font, key]);
  return <iframe ref={frame} className="look-frame" data-narrow={isNarrow} title={label} sandbox="allow-same-origin" srcDoc="<!doctype html><title>Preview</title>" onLoad={() => setReady(true)} />;
}

/** The page without anything to follow, press or fill in: to be looked at, and to be read out. */
function stilled(drawn: string): Document {
  // In the text of the page a quote is never written like this.
  const page = new DOMParser().parseFromString(drawn.replaceAll(' style="', ' data-style="'), 'text/html');
  for (const link of page.querySelectorAll('a')) link.removeAttribute('href');
  for (const each of page.querySelectorAll('input, button, select, textarea')) {
    each.setAttribute('tabindex', '-1');
    each.removeAttribute('autofocus');
  }
  for (const form of page.querySelectorAll('form')) form.removeAttribute('action');
  for (const source of page.querySelectorAll('source, script, link, template')) source.remove();
  return page;
}
