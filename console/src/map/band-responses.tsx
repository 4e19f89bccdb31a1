import { Button } from '@mantine/core';
import type { RiskBand } from '../../../contract/risk.ts';
import type { Drawn } from './drawn.ts';
import type { actionText } from './map-draft.ts';
import { ResponseList } from './response-list.tsx';

interface Props {
  readonly action: Drawn;
  readonly band: RiskBand;
  readonly isEditable: boolean;
  readonly text: ReturnType<typeof actionText>;
  readonly change: (text: string) => void;
}

/** What is done in one band of risk; the first change gives the band a row of its own. */
export function BandResponses({ action: { checkpoint, matrix }, band, isEditable, text, change }: Props) {
  const { always, isOwn } = matrix[band];
  const row = checkpoint.bands?.[band] ?? checkpoint.responses;
  return (
    <div className="stack tight">
      <p className="small quiet">{always ? 'There always is a reason here.' : 'Allowed, unless there is a reason.'} {isOwn ? 'This band has responses of its own.' : 'As in every band that has none of its own.'}</p>
      <ResponseList row={row} isEditable={isEditable} set={(path, value) => change(text.setBand(band, { isOwn, row }, path, value))}>
        {isOwn && <Button size="xs" variant="default" onClick={() => change(text.dropBand(band))}>As in the other bands</Button>}
      </ResponseList>
    </div>
  );
}
