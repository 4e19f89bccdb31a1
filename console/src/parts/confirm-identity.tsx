import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useEffect } from 'react';
import { signInAddress } from '../api/call.ts';

const channel = 'limen-confirmed';

/** Told by the tab in which somebody has just signed in afresh. */
export function tellConfirmed(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
  new BroadcastChannel(channel).postMessage('confirmed');
}

/**
 * What was asked for needs a fresh sign-in. It is done in another tab, so that nothing typed here is lost; once done,
 * the act goes on by itself.
 */
export function ConfirmIdentity({ decision, onConfirmed }: { readonly decision?: string | undefined; readonly onConfirmed?: (() => void) | undefined }) {
  useEffect(() => {
    const heard = new BroadcastChannel(channel);
    heard.addEventListener('message', () => onConfirmed?.());
    return () => heard.close();
  }, [onConfirmed]);
  return (
    <div className="note" role="alert">
      <IconFingerprint className="icon" aria-hidden="true" />
      <div className="words">
        <p className="strong">Confirm that it is you</p>
        <p>This changes who may do what, or what is trusted, so your last sign-in may be at most 5 minutes old. What you entered stays here.</p>
        <div>
          <Button component="a" href={signInAddress('/console/confirmed', { fresh: true, decision })} target="_blank" size="xs">Confirm in a new tab</Button>
        </div>
      </div>
    </div>
  );
}
