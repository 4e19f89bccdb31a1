import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

/** Copies a text; says so for a moment. */
export function Copy({ text, what = 'Copy' }: { readonly text: string; readonly what?: string }) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setDone(true));
  return (
    <Button variant="default" size="compact-sm" onClick={copy} leftSection={done ? <IconCheck className="icon" /> : <IconCopy className="icon" />}>
      <span aria-live="polite">{done ? 'Copied' : what}</span>
    </Button>
  );
}

/** Code to paste. */
export function Code({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className="code">
      <pre tabIndex={0} aria-label={label}><code>{text}</code></pre>
      <div className="copy"><Copy text={text} /></div>
    </div>
  );
}
