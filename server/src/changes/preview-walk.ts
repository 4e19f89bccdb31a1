import type { Acr, Channel, PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyFault, PolicyFile } from '../../../contract/policy/index.ts';
import type { Holding } from '../journeys/index.ts';
import { satisfies } from '../sessions/index.ts';
import { contentOf, faultAt, journeyFile, readDraft, type Draft } from './draft.ts';
import { factsOf } from './lint/answers.ts';
import { checkCalls } from './lint/calls.ts';
import { responsesOf } from './lint/checkpoint-steps.ts';
import { compileConditions, type Conditions } from './lint/conditions.ts';
import { graphOf } from './lint/graph.ts';
import { createMoves, type MoveSetting, type Exit, type Moves, type RunKind, type Whereabouts } from './lint/moves.ts';
import { standingsAtStart } from './lint/people.ts';
import { shutInWords } from './lint/shut-in-words.ts';
import { acrOf, isSatisfied, type Person, type Shown, type Standing } from './lint/standing.ts';
import { checkWiring } from './lint/wiring.ts';
import { oversize } from './read-files.ts';
import type { StepDescriptions } from './steps.ts';

/** Who walks a draft, on what, asked for what, and by which exits so far. */
export interface WalkAsked {
  readonly files: readonly PolicyFile[];
  readonly journey: string;
  readonly person: {
    readonly account: boolean; readonly has: readonly Holding[]; readonly lost: readonly Holding[];
    readonly unchecked: boolean;
  };
  readonly channel: Channel;
  /** What the application asks for; the policy's own, where that is stronger. */
  readonly needed: Acr;
  readonly path: readonly string[];
}

/** The run at a node, and every way on from there. */
export interface Stop {
  readonly journey: string;
  readonly node: string;
  readonly step: string;
  readonly ends: 'complete' | 'refuse' | null;
  readonly shown: readonly Shown[];
  /** Null while nothing is proved. */
  readonly acr: Acr | null;
  readonly isSatisfied: boolean;
  /** What a condition is told, by name, as `has.passkey`. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly exits: readonly WayOn[];
  /** By which exit it was left; null at the last one. */
  readonly left: string | null;
}

export interface WayOn {
  readonly exit: string;
  readonly to: { readonly journey: string; readonly node: string };
  /** Why it can't be taken; null where it can. */
  readonly shut: string | null;
  /** Gone without a screen. */
  readonly isSilent: boolean;
  /** Somebody else's answer settles it. */
  readonly isAnswered: boolean;
  /** Not offered each time. */
  readonly isUncertain: boolean;
}

export interface Walked {
  /** What has to be mended before the draft can be walked; then there are no stops. */
  readonly faults: readonly PolicyFault[];
  readonly stops: readonly Stop[];
}

const mostFaults = 20;

/**
 * Walks a draft as one person, by the same moves as the proof that no journey has a dead end. Pure. A path whose exit
 * is not open any more, because the draft or the person changed, ends where it leads nowhere.
 */
export function previewWalk(asked: WalkAsked, kind: PopulationKind, steps: StepDescriptions): Walked {
  const tooMuch = oversize(asked.files);
  if (tooMuch) return { faults: [tooMuch], stops: [] };
  const { draft, faults: shapeFaults } = readDraft(asked.files);
  const { conditions, faults: conditionFaults } = compileConditions(draft);
  const faults = [...shapeFaults, ...checkWiring(draft, steps), ...checkCalls(draft, steps), ...conditionFaults];
  if (faults.length > 0 || contentOf(draft) === undefined) return { faults: faults.slice(0, mostFaults), stops: [] };
  const graph = graphOf(draft, steps);
  const place = graph?.starts.get(asked.journey);
  if (!place) return { faults: [notWalkable(draft, asked.journey)], stops: [] };
  const required = draft.parts.assurance!.required;
  const needed = satisfies(required, asked.needed) ? required : asked.needed;
  const run: RunKind = { purpose: place.purpose, channel: asked.channel, needed };
  const [standing] = standingsAtStart(place.purpose, [personOf(asked.person)]);
  return { faults: [], stops: go({ place, run, standing: standing! }, asked, { kind, responses: responsesOf(draft) }, conditions) };
}

function go(start: Whereabouts, asked: WalkAsked, setting: MoveSetting, conditions: Conditions): readonly Stop[] {
  // Nothing is asked twice of one standing here, so each may stand for itself.
  const moves = createMoves(conditions, setting, (each) => each);
  const { kind } = setting;
  const stops: Stop[] = [];
  let at = start;
  for (const exit of asked.path) {
    const open = moves.exitsOpen(at);
    const way = open.find((each) => each.exit === exit);
    if (!way) break;
    stops.push(stopAt(at, kind, open, moves, exit));
    at = { place: way.to, run: turned(at.run, way), standing: outcomeFor(way, asked) };
  }
  return [...stops, stopAt(at, kind, moves.exitsOpen(at), moves, null)];
}

/** Whoever was signed in may name anybody once a run is about nobody, so it is a sign-in from there on. */
const turned = (run: RunKind, { forgets }: Exit): RunKind => (
  forgets && run.purpose !== 'enrol' ? { ...run, purpose: 'sign-in' } : run);

/** The authenticator that a passkey is made with is the one that the person was said to have. */
const outcomeFor = ({ outcomes }: Exit, { person }: WalkAsked): Standing => (
  outcomes.find(({ unchecked }) => unchecked === person.unchecked) ?? outcomes[0]!);

function stopAt(at: Whereabouts, kind: PopulationKind, open: readonly Exit[], moves: Moves, left: string | null): Stop {
  const { place: { journey, node, step, description, exits }, run, standing } = at;
  const byName = new Map(open.map((each) => [each.exit, each]));
  return {
    journey, node, step, ends: description.ends ?? null, left,
    shown: standing.shown, acr: standing.shown.length === 0 ? null : acrOf(standing.shown, kind),
    isSatisfied: isSatisfied(standing.shown, run.needed, kind),
    facts: flat(factsOf(run, standing, kind)),
    exits: [...exits].map(([exit, to]) => {
      const way = byName.get(exit);
      const shut = way ? undefined : moves.whyShut(at, exit);
      return {
        exit, to: { journey: to.journey, node: to.node }, shut: shut === undefined ? null : shutInWords(shut, at, exit),
        isSilent: way?.isSilent ?? false, isAnswered: way?.isAnswered ?? false, isUncertain: way?.isUncertain ?? false,
      };
    }),
  };
}

/** Someone without an account holds nothing of it; what is lost was held. */
function personOf({ account, has, lost, unchecked }: WalkAsked['person']): Person {
  if (!account) return { account, has: [], lost: [], unchecked: false };
  return { account, has: [...new Set([...has, ...lost])].sort(), lost: [...new Set(lost)].sort(), unchecked };
}

function flat(facts: object, before = ''): Stop['facts'] {
  return Object.entries(facts).flatMap(([name, value]): Stop['facts'] => (
    typeof value === 'object' && value !== null ? flat(value as object, `${before}${name}.`)
      : [{ name: `${before}${name}`, value: String(value) }]));
}

function notWalkable(draft: Draft, journey: string): PolicyFault {
  const file = journeyFile(journey);
  if (draft.journeys.get(journey)?.purpose === 'part') {
    return faultAt(draft, file, ['purpose'], 'is a part, which nobody walks by itself',
      'Walk a journey that goes through it.');
  }
  return draft.journeys.has(journey)
    ? faultAt(draft, file, ['nodes'], 'is part of journeys with more ways through than can be walked', 'Use fewer nodes.')
    : { file, line: 1, at: file, problem: 'is not a journey of this draft', remedy: 'Choose one of its journeys.' };
}
