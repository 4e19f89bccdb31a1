import type { PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import { conditionSetting, type Conditions } from './conditions.ts';
import { isBinding } from '../steps.ts';
import type { Place } from './graph.ts';
import { list, shortAcr } from './in-words.ts';
import { remembered } from './remembered.ts';
import { acrOf, isSatisfied, mayBind } from './standing.ts';
import type { Arrival, Setting } from './walk.ts';

/** What follows from all the ways that a run can go: who gets through with what, and what a stranger can learn. */
export function checkArrivals(
  draft: Draft, arrivals: readonly Arrival[], conditions: Conditions, setting: Setting,
): readonly PolicyFault[] {
  const faults = new Map<string, PolicyFault>();
  const concerns = remembered(({ settings, description, step }: Place) => (
    typeof settings[conditionSetting] === 'string' || step === 'create-account' || isBinding(description) || description.ends === 'complete'));
  for (const arrival of arrivals) {
    if (!concerns(arrival.place)) continue;
    for (const fault of [
      ...tellsWhoHasAnAccount(draft, arrival, conditions), ...bindsTooEarly(draft, arrival, setting),
      ...completesTooWeak(draft, arrival, setting),
    ]) {
      faults.set(`${fault.file}/${fault.line}/${fault.at}/${fault.remedy}`, fault);
    }
  }
  return [...faults.values()];
}

/**
 * Until something is proved, an account and a stranger must see the same (ASVS 5, V6.3.8): so a branch on what the
 * account has comes after a proof. Somebody who is already signed in (step-up) may know.
 */
function tellsWhoHasAnAccount(draft: Draft, arrival: Arrival, conditions: Conditions): readonly PolicyFault[] {
  const { place, run: { purpose }, standing: { shown } } = arrival;
  const isPublic = purpose === 'sign-in' || purpose === 'sign-up' || purpose === 'recover';
  if (!isPublic || shown.length > 0) return [];
  const source = place.settings[conditionSetting];
  const reads = typeof source === 'string' ? conditions.get(source)?.reads ?? [] : [];
  const told = reads.filter((fact) => fact === 'has' || fact.startsWith('has.'));
  if (told.length > 0) {
    return [faultAt(draft, journeyFile(place.journey), ['nodes', place.node, 'with', conditionSetting],
      `tells whether an account exists: ${told.join(', ')} is asked before anything was proved`,
      'Put a step that proves something before it, or branch on what doesn\'t depend on the account.')];
  }
  if (place.step !== 'create-account') return [];
  return [faultAt(draft, journeyFile(place.journey), ['nodes', place.node],
    'makes or finds an account for an address that nobody has proved', 'Put email-code before it.', 'key')];
}

/** A credential is bound only by somebody who has shown the strongest that the account has (SP 800-63B-4 §4.1.2.1). */
function bindsTooEarly(draft: Draft, arrival: Arrival, { kind }: Setting): readonly PolicyFault[] {
  const { place, standing } = arrival;
  const { shown, has } = standing;
  if (!isBinding(place.description) || mayBind(standing, kind)) return [];
  const path = ['nodes', place.node];
  if (shown.length === 0) {
    return [faultAt(draft, journeyFile(place.journey), path,
      'binds a credential to an account before anything was proved', 'Put a step that proves something before it.',
      'key')];
  }
  // The step lets such a person by where it may be skipped; elsewhere the run would end with an error.
  if (place.exits.has('skip')) return [];
  return [faultAt(draft, journeyFile(place.journey), path,
    `is reached with ${list(shown)} by an account that has ${list(has)}: a weaker way in may not bind another `
      + 'credential',
    'Branch on what was proved before it, or offer skip.', 'key')];
}

/** Nobody gets through with less than what the policy or the application asks for (63B-4 §2). */
function completesTooWeak(draft: Draft, arrival: Arrival, { kind, required }: Setting): readonly PolicyFault[] {
  const { place, standing: { shown }, run: { needed }, by } = arrival;
  if (place.description.ends !== 'complete' || isSatisfied(shown, needed, kind)) return [];
  const file = journeyFile((by?.from.place ?? place).journey);
  const path = by ? ['nodes', by.from.place.node, 'exits', by.exit] : ['start'];
  const proved = shown.length === 0
    ? 'nothing was proved' : `only ${list(shown)} was proved, which is ${shortAcr(acrOf(shown, kind))}`;
  if (needed === required) {
    return [faultAt(draft, file, path,
      `leads to ${place.node} when ${proved}; this population requires ${shortAcr(required)}`,
      'Lead it to a step that proves more, or to refuse.')];
  }
  return [faultAt(draft, file, path, `leads to ${place.node} when ${proved}, also where an application asked for more`,
    'Put a decide on `satisfied` in between, and lead `no` to a step that proves more, or to refuse.')];
}
