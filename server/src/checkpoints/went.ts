import { decisionResponses, type DecisionOutcome } from '../../../contract/decision-words.ts';
import type { KnownAmount, KnownWorths, RequestsCounted } from '../../../contract/actions/index.ts';
import type { ToldTraffic as TrafficRow } from './traffic.ts';

/** What an action cost people, and what its checkpoint stopped. */
export interface Went {
  /** Without what was asked again after a challenge, while something waits, or by a machine that was refused. */
  readonly requests: number;
  readonly allowed: number;
  /** Of those allowed. */
  readonly notified: number;
  readonly challenges: { readonly shown: number; readonly passed: number; readonly abandoned: number };
  /** Half of those who passed a challenge took no longer. */
  readonly medianMs: number | null;
  readonly delays: { readonly begun: number; readonly executed: number; readonly cancelled: number; readonly expired: number };
  readonly reviews: { readonly begun: number; readonly approved: number; readonly refused: number; readonly expired: number };
  readonly denied: number;
  /** Let through by a checkpoint that only reports: how many, by what would have been answered. */
  readonly reported: Readonly<Partial<Record<TrafficRow['response'], number>>>;
  /** What came to nothing by more than being given up; of that, what the owner stopped, and what the owner or a label says was somebody else. */
  readonly stopped: { readonly all: number; readonly cancelled: number; readonly disowned: number };
  /** Loss that was to be expected had everything been let go, less what got through; null where no loss is known, and of machines. */
  readonly averted: number | null;
}

interface Reckoned {
  readonly counted: readonly RequestsCounted[];
  readonly worths: KnownWorths;
  /** Undefined where no probability is known to reckon it from. */
  readonly loss: KnownAmount | undefined;
  readonly medianMs: number | null;
}

/** Who gives up is no attacker by that: it counts where somebody says that it was one. */
function isStopped({ response, outcome, again, disowned }: TrafficRow): boolean {
  if (response === 'deny') return !again;
  if (outcome === 'cancelled' || outcome === 'refused' || (response === 'review' && outcome === 'expired')) return true;
  return disowned && (outcome === 'abandoned' || outcome === 'expired');
}

/** Sums up the decisions of one action. */
export function wentAt(rows: readonly TrafficRow[], { counted, worths, loss, medianMs }: Reckoned): Went {
  const count = (wanted: (row: TrafficRow) => boolean): number => (
    rows.filter(wanted).reduce((sum, { decisions }) => sum + decisions, 0));
  const asked = (response: TrafficRow['response'], outcome?: DecisionOutcome): number => (
    count((row) => row.response === response && (outcome === undefined ? !row.again : row.outcome === outcome)));
  const first = (response: TrafficRow['response']): number => count((row) => row.response === response && !row.again);
  return {
    requests: count(({ again }) => !again),
    allowed: first('allow') + first('notify'),
    notified: first('notify'),
    challenges: { shown: asked('challenge'), passed: asked('challenge', 'permitted'), abandoned: asked('challenge', 'abandoned') },
    medianMs,
    delays: { begun: asked('delay'), executed: asked('delay', 'executed'), cancelled: asked('delay', 'cancelled'), expired: asked('delay', 'expired') },
    reviews: { begun: asked('review'), approved: asked('review', 'approved'), refused: asked('review', 'refused'), expired: asked('review', 'expired') },
    denied: first('deny'),
    reported: Object.fromEntries(decisionResponses.map((would) => [would, count((row) => row.would === would)] as const).filter(([, many]) => many > 0)),
    stopped: {
      all: count(isStopped), cancelled: count((row) => row.outcome === 'cancelled'),
      disowned: count((row) => isStopped(row) && row.outcome !== 'cancelled' && row.disowned),
    },
    averted: loss?.from === 'policy'
      ? counted.reduce((sum, { name, impostors }) => sum + impostors * loss.amount * worths[name].efficacy, 0) : null,
  };
}
