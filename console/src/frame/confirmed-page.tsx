import { useEffect } from 'react';
import { tellConfirmed } from '../parts/confirm-identity.tsx';
import { Page } from '../parts/page.tsx';
import { Note } from '../parts/states.tsx';

/** Where a fresh sign-in ends: tells the tab that asked for it, and closes. */
export function ConfirmedPage() {
  useEffect(() => {
    tellConfirmed();
    const timer = setTimeout(() => globalThis.close(), 800);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Page title="It is you">
      <Note tone="good"><p className="strong">Confirmed for five minutes</p><p>What you were doing goes on in the other tab. You can close this one.</p></Note>
    </Page>
  );
}
