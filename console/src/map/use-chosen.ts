import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RiskBand } from '../../../contract/risk.ts';

export interface Chosen { readonly action?: string | undefined; readonly band?: RiskBand | undefined }

/** The cell that is open, in the address; `asked` counts up when somebody opened one, so that the focus can go there. */
export function useChosen() {
  const { action, band } = useSearch({ from: '/p/$population/map' });
  const navigate = useNavigate();
  const [asked, setAsked] = useState(0);
  return {
    chosen: { action, band } as Chosen, asked,
    choose: (to: Chosen): void => {
      setAsked((count) => count + 1);
      void navigate({ to: '.', search: (now: object) => ({ ...now, action: to.action, band: to.band }), replace: true, resetScroll: false });
    },
  };
}
