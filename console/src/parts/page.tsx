import { useEffect, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** Beside the title: a state. */
  readonly beside?: ReactNode;
  /** One sentence that says what this page answers. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly crumbs?: ReactNode;
  readonly children: ReactNode;
}

/** Title, what it answers, what to do, content. */
export function Page({ title, beside, lead, actions, crumbs, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Limen`;
  }, [title]);
  return (
    <>
      <header className="page-head">
        <div className="titles">
          {crumbs && <nav className="crumbs" aria-label="Where this is">{crumbs}</nav>}
          <h1>{title}{beside}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      <div>{children}</div>
    </>
  );
}

/** A part of a page with a heading of its own. */
export function Panel({ title, aside, flush = false, children }: {
  readonly title: string; readonly aside?: ReactNode; readonly flush?: boolean; readonly children: ReactNode;
}) {
  return (
    <section className={flush ? 'panel flush' : 'panel'}>
      <header><h2>{title}</h2>{aside}</header>
      {flush ? children : <div className="body">{children}</div>}
    </section>
  );
}
