import { NativeSelect } from '@mantine/core';
import { explorationInWords, mostExplored } from '../../../contract/policy/exploration.ts';
import type { Drawn } from './drawn.ts';
import type { actionText } from './map-draft.ts';

const parts = [0.005, 0.01, 0.02, 0.03, 0.04, 0.05];
const percent = (part: number): string => `${(100 * part).toLocaleString('en-GB', { maximumFractionDigits: 2 })} %`;

/** How small a part is answered otherwise than the policy would, what that learns, and what it costs. */
export function ExplorationFields({ action: { checkpoint, went }, isEditable, text: { set }, change }: {
  readonly action: Drawn; readonly isEditable: boolean; readonly text: ReturnType<typeof actionText>; readonly change: (text: string) => void;
}) {
  const { exploration = {}, valueAtRisk } = checkpoint;
  const isHigh = valueAtRisk === 'high' || valueAtRisk === 'critical';
  const field = (name: 'letGo' | 'challenge', label: string, description: string, isShut = false) => {
    const now = exploration[name];
    const known = now === undefined || parts.includes(now) ? parts : [...parts, now].sort((a, b) => a - b);
    return (
      <NativeSelect label={label} description={description} value={now ?? ''} disabled={isShut && now === undefined}
        data={[{ value: '', label: 'never' }, ...known.map((value) => ({ value: String(value), label: `${percent(value)} of them` }))]}
        onChange={({ currentTarget: { value } }) => change(set(['exploration', name], value === '' ? undefined : Number(value)))} />
    );
  };
  return (
    <section>
      <h3>Answers otherwise, to learn</h3>
      <div className="stack tight">
        <p className="small quiet">Nobody sees whether those who were asked would have been impostors, nor what was let through unseen. A small part answered otherwise, by a draw, shows it: {percent(mostExplored)} in all at most.</p>
        {!isEditable ? <p>{explorationInWords(exploration) ?? 'Nothing is left to chance.'}</p> : (
          <div className="inspector-fields">
            {field('letGo', 'Let go of those who would be asked', isHigh ? 'Only at low and elevated value' : 'Their session can then change nothing of high value', isHigh)}
            {field('challenge', 'Ask of those who would be let go', 'Where there is no reason to')}
          </div>
        )}
        {went && explorationInWords(exploration) && <p className="small quiet">In the last 30 days that would have been about {Math.round(went.challenges.shown * (exploration.letGo ?? 0)).toLocaleString('en-GB')} let go and {Math.round(went.allowed * (exploration.challenge ?? 0)).toLocaleString('en-GB')} asked.</p>}
      </div>
    </section>
  );
}
