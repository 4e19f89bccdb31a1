import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Sheet } from '../parts/sheet.tsx';
import '../styles/palette.css';
import { useFound, type Found } from './find.ts';

/** ⌘K: every page, the people and applications of this population, by a few letters. */
export function Palette({ close }: { readonly close: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { found, isAsking } = useFound(text.trim());
  const navigate = useNavigate();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => setAt(0), [text]);
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [at]);
  const go = (entry: Found | undefined): void => {
    if (!entry) return;
    close();
    void navigate(entry.link);
  };
  const press = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') go(found[at]);
    if (move === undefined || found.length === 0) return;
    event.preventDefault();
    setAt((at + move + found.length) % found.length);
  };
  return (
    <Sheet label="Search and go to" close={close} size={560}>
      <div className="palette">
        <input type="text" data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={press}
          placeholder="Search pages, people, applications" aria-label="Search pages, people, applications" role="combobox" autoComplete="off"
          aria-expanded={found.length > 0} aria-controls={`${id}-list`} aria-activedescendant={found[at] ? `${id}-${at}` : undefined} spellCheck={false} />
        <div id={`${id}-list`} role="listbox" aria-label="Found" ref={list} className="palette-list">
          {found.map((entry, index) => (
            <div key={entry.key} id={`${id}-${index}`} role="option" aria-selected={index === at} data-hue={entry.hue}
              onMouseMove={() => setAt(index)} onClick={() => go(entry)} className="palette-entry">
              <entry.icon className="icon" aria-hidden="true" />
              <span className="cut">{entry.name}</span><span className="small faint cut push">{entry.beside}</span>
            </div>
          ))}
        </div>
        {found.length === 0 && <p className="palette-none">{isAsking ? 'Searching' : 'Nothing begins like that here.'}</p>}
        <p className="palette-foot small faint" aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd> choose</span><span><kbd>↵</kbd> open</span><span><kbd>esc</kbd> close</span></p>
      </div>
    </Sheet>
  );
}
