import type { PopulationKind } from '../../../../contract/events/index.ts';
import { isDecisionReason } from '../../../../contract/decision-words.ts';
import {
  checkpointFacts, everyResponse, isSaid, isWayAround, milliseconds, tokenAction, tokenFacts, type Checkpoint, type CheckpointResponse, type PolicyFault, type PolicyFinding,
} from '../../../../contract/policy/index.ts';
import { LimenError } from '../../kernel/index.ts';
import { compileCondition, type Condition } from '../../rules/index.ts';
import { faultAt, type Draft } from '../draft.ts';
import type { Path } from '../policy-document.ts';

const file = 'checkpoints.yaml';
const longestWithin = '1h';
const longestDelay = '30d';
const longestReview = '14d';

/** What a plan refuses of checkpoints: conditions that can't be used, and actions at which somebody would be stuck. */
export function checkCheckpoints(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  const actions = Object.entries(draft.parts.checkpoints?.actions ?? {});
  return actions.flatMap(([name, checkpoint]) => [
    ...nameFaults(draft, name, checkpoint), ...conditionFaults(draft, name, checkpoint, kind), ...orderFaults(draft, name, checkpoint),
    ...responseFaults(draft, name, checkpoint, kind), ...explorationFaults(draft, name, checkpoint),
    ...saidFaults(draft, name, checkpoint, kind),
    ...machineFaults(draft, name, checkpoint, kind),
  ]);
}

/** Machines ask for tokens and for nothing else, and people never ask there. */
function machineFaults(draft: Draft, action: string, { bands, looksTwiceFrom, exploration, stage }: Checkpoint, kind: PopulationKind): readonly PolicyFault[] {
  const at = (field: readonly string[], problem: string, remedy: string): PolicyFault => (
    faultAt(draft, file, ['actions', action, ...field], problem, remedy, 'key'));
  if (kind !== 'workload') {
    return action === tokenAction ? [at([], 'is the checkpoint of machines, which nobody asks in this population', 'Choose another name, or move it to the policy of a workload population.')] : [];
  }
  if (action !== tokenAction) {
    return [at([], `is asked by nobody: machines ask for tokens alone, at ${tokenAction}`, `Name it ${tokenAction}, or remove it.`)];
  }
  const ofRisk = 'is about risk, which is assessed of people alone';
  return [
    ...(bands ? [at(['bands'], ofRisk, 'Remove it, and give responses a condition instead.')] : []),
    ...(looksTwiceFrom ? [at(['looksTwiceFrom'], ofRisk, 'Remove it, and name a reason instead.')] : []),
    ...(stage ? [at(['stage'], 'is a stage of people\'s journeys: a machine\'s checkpoint stands where it gets its token', 'Remove it.')] : []),
    ...(exploration ? [at(['exploration'], 'asks machines by a draw for what they can\'t show', 'Remove it.')] : []),
  ];
}

/** Not of the schema: a policy that was published before one of ours had the name goes on. */
function nameFaults(draft: Draft, action: string, { reasons }: Checkpoint): readonly PolicyFault[] {
  return Object.keys(reasons).filter(isDecisionReason).map((name) => (
    faultAt(draft, file, ['actions', action, 'reasons', name], 'is a reason that Limen itself gives, so nobody could tell them apart', 'Choose another name.', 'key')));
}

function conditionFaults(draft: Draft, action: string, checkpoint: Checkpoint, kind: PopulationKind): readonly PolicyFault[] {
  return conditionsOf(action, checkpoint).flatMap(([path, source]) => faultsIn(draft, path, source, kind));
}

/** Every condition of an action, with its place. */
function conditionsOf(action: string, checkpoint: Checkpoint): readonly (readonly [Path, string])[] {
  return [
    ...Object.entries(checkpoint.reasons).map(([name, source]) => [['actions', action, 'reasons', name], source] as const),
    ...everyResponse(checkpoint).flatMap(({ response: { when }, path }) => (
      when === undefined ? [] : [[['actions', action, ...path, 'when'], when] as const])),
  ];
}

/** What a policy takes from an application: it may only raise the answer, and what is kept of it is named. */
function saidFaults(draft: Draft, action: string, checkpoint: Checkpoint, kind: PopulationKind): readonly PolicyFault[] {
  if (kind === 'workload') return [];
  const unnamed = conditionsOf(action, checkpoint).flatMap(([path, source]): PolicyFault[] => {
    const { reads, entries } = readingOf(source);
    if (reads.includes('resource.properties') && entries.length === 0) {
      return [faultAt(draft, file, path, 'asks for properties of a resource and names none', 'Name them, such as resource.properties.category: only those are looked at and kept.')];
    }
    return entries.some(([, key]) => key === 'payee')
      ? [faultAt(draft, file, path, 'asks for the payee, of which only a digest is kept', 'Have the application say what matters of it, such as whether it was paid before.')] : [];
  });
  const rows = [[['responses'], checkpoint.responses] as const, ...Object.entries(checkpoint.bands ?? {}).map(([band, row]) => [['bands', band], row] as const)];
  return [...unnamed, ...rows.flatMap(([path, row]) => row.flatMap(({ when }, index): PolicyFault[] => {
    const around = when === undefined || !readingOf(when).reads.some(isSaid) ? undefined : isWayAround(row, index);
    return around === undefined ? [] : [faultAt(draft, file, ['actions', action, ...path, index, 'when'],
      `lets what the application says of its question choose this, which may be easier than the ${around.respond} that follows`,
      'Ask for it under reasons, or put a response here that is at least as strict as all that follow.')];
  }))];
}

function readingOf(source: string): Pick<Condition, 'reads' | 'entries'> {
  try {
    return compileCondition(source, checkpointFacts);
  } catch {
    // What is no condition is a fault, told elsewhere.
    return { reads: [], entries: [] };
  }
}

/** What only reports guards nothing, and is easily left so. */
export function reportingFindings(draft: Draft): readonly PolicyFinding[] {
  const actions = Object.entries(draft.parts.checkpoints?.actions ?? {});
  return actions.filter(([, { mode }]) => mode === 'report-only').map(([action, { valueAtRisk }]) => ({
    code: 'only-reports',
    ...faultAt(draft, file, ['actions', action, 'mode'], `lets everybody through at an action of ${valueAtRisk} value, and only writes down what it came to`,
      'Remove it once the decisions look right.'),
  }));
}

/** A number is no amount until it is said of which currency: 500 may be three dollars, or sixteen hundred. */
export function amountFindings(draft: Draft): readonly PolicyFinding[] {
  const actions = Object.entries(draft.parts.checkpoints?.actions ?? {});
  return actions.flatMap(([action, checkpoint]) => conditionsOf(action, checkpoint)
    .filter(([, source]) => namesNoCurrency(source))
    .map(([path]) => ({
      code: 'amount-without-currency',
      ...faultAt(draft, file, path, 'compares an amount and names no currency, so that it holds for amounts in whichever',
        'Say of which, such as amount.value >= 500.0 || amount.currency != "EUR".'),
    })));
}

function namesNoCurrency(source: string): boolean {
  const { reads } = readingOf(source);
  return (reads.includes('amount.value') || reads.includes('amount.today')) && !reads.includes('amount.currency');
}

function faultsIn(draft: Draft, path: Path, source: string, kind: PopulationKind): readonly PolicyFault[] {
  try {
    compileCondition(source, kind === 'workload' ? tokenFacts : checkpointFacts);
    return [];
  } catch (error) {
    if (!(error instanceof LimenError)) throw error;
    return error.faults.map(({ at, problem }) => {
      const [line = 1, column = 1] = at.split(':').map(Number);
      return {
        ...faultAt(draft, file, path, `is a condition that cannot be used: ${problem} (at character ${column})`,
          kind === 'workload' ? 'Write CEL over the facts of tokens, such as client.credentialAge, token.scopes, token.bound or network.isNew.'
            : 'Write CEL over the facts of checkpoints, such as device.knownFor, authentication.age, has.passkey or email.verifiedFor.'),
        line: draft.documents.get(file)!.lineWithin(path, line, column),
      };
    });
  }
}

/** Somebody always gets an answer, and every response can be reached. */
function orderFaults(draft: Draft, action: string, checkpoint: Checkpoint): readonly PolicyFault[] {
  return everyResponse(checkpoint).flatMap(({ response: { when }, path: place, isLast }) => {
    const path = ['actions', action, ...place];
    if (isLast && when !== undefined) {
      return [faultAt(draft, file, [...path, 'when'], 'is a condition on the last response: who doesn\'t meet it would be stuck',
        'Remove it, or add a response without one, such as a delay.')];
    }
    if (!isLast && when === undefined) {
      return [faultAt(draft, file, path, 'holds for everybody, so what follows is never asked',
        'Give it a condition under when, or remove what follows.')];
    }
    return [];
  });
}

function responseFaults(
  draft: Draft, action: string, checkpoint: Checkpoint, kind: PopulationKind,
): readonly PolicyFault[] {
  return everyResponse(checkpoint).flatMap(({ response, path, isLast }) => {
    const at = (field: string, problem: string, remedy: string): PolicyFault[] => (
      [faultAt(draft, file, ['actions', action, ...path, field], problem, remedy)]);
    if (kind === 'workload' && (response.respond === 'challenge' || response.respond === 'delay')) {
      return at('respond', response.respond === 'challenge' ? 'asks a machine to prove itself again, which it has just done and can\'t otherwise'
        : 'lets a machine wait, with nobody to tell and a token that is wanted now', 'Use notify, review or deny.');
    }
    switch (response.respond) {
      case 'allow': case 'notify': return [];
      case 'delay': return milliseconds(response.for) > milliseconds(longestDelay)
        ? at('for', `is ${response.for}, longer than anybody waits`, `Set ${longestDelay} or less.`) : [];
      case 'review': return milliseconds(response.within) > milliseconds(longestReview)
        ? at('within', `is ${response.within}, longer than anybody waits for a yes`, `Set ${longestReview} or less.`) : [];
      // At critical risk a customer may be told to call; in what all bands have there is always a way.
      case 'deny': return kind === 'customer' && isLast && path[0] === 'responses'
        ? at('respond', 'leaves a customer without any way to do this',
          'Use a delay: every address is told, and any of them can stop it.') : [];
      case 'challenge': return challengeFaults(response, kind, at);
    }
  });
}

/** Nobody is let go by a draw where it would cost much. */
function explorationFaults(draft: Draft, action: string, { valueAtRisk, exploration }: Checkpoint): readonly PolicyFault[] {
  if (exploration?.letGo === undefined || valueAtRisk === 'low' || valueAtRisk === 'elevated') return [];
  return [faultAt(draft, file, ['actions', action, 'exploration', 'letGo'], `lets people go by a draw at an action of ${valueAtRisk} value`,
    'Remove it: only what is of low or elevated value may be explored so.')];
}

function challengeFaults(
  { within, with: asked }: Extract<CheckpointResponse, { respond: 'challenge' }>, kind: PopulationKind,
  at: (field: string, problem: string, remedy: string) => PolicyFault[],
): readonly PolicyFault[] {
  if (milliseconds(within) > milliseconds(longestWithin)) {
    return at('within', `is ${within}: a proof as old as this says little about who is there now`, `Set ${longestWithin} or less.`);
  }
  return asked === 'email-code' && kind !== 'customer'
    ? at('with', 'is a code by mail, which is an authenticator for nobody but customers (SP 800-63B-4 §3.1.3.1)',
      'Set passkey-or-totp.') : [];
}
