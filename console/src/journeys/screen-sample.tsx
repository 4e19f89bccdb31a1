import { useMemo } from 'react';

/**
 * A page that people meet, to look at: framed without scripts, forms or links that lead anywhere. What stands on it is
 * told as text, too, since the picture can't be gone into.
 */
export function ScreenSample({ page, title }: { readonly page: string; readonly title: string }) {
  const words = useMemo(() => {
    const main = new DOMParser().parseFromString(page, 'text/html').querySelector('main');
    for (const each of main?.querySelectorAll('script, style, svg') ?? []) each.remove();
    return main?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  }, [page]);
  return (
    <figure className="screen-sample">
      <iframe srcDoc={page} sandbox="allow-same-origin" title={title} inert />
      <figcaption className="small quiet">A sample of the page: names, texts and choices follow the run.<span className="sr"> It says: {words}</span></figcaption>
    </figure>
  );
}
