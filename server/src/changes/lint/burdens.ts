import type { PopulationKind } from '../../../../contract/events/index.ts';
import { everyResponse, type PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import { effectOf, isBinding } from '../steps.ts';
import { conditionSetting } from './conditions.ts';
import type { Place } from './graph.ts';
import { remembered } from './remembered.ts';
import type { Arrival, Setting } from './walk.ts';

/** What a journey asks of people that doesn't fit their kind, seen on all the ways that they can go. */
export function checkBurdens(draft: Draft, arrivals: readonly Arrival[], setting: Setting): readonly PolicyFault[] {
  const faults = new Map<string, PolicyFault>();
  const concerns = remembered(({ description }: Place) => isBinding(description) || description.ends === 'complete');
  for (const arrival of arrivals) {
    if (!concerns(arrival.place)) continue;
    for (const fault of [...forcesEnrolment(draft, arrival, setting), ...passwordOnly(draft, arrival, setting),
      ...restrictedAlone(draft, arrival, setting)]) {
      faults.set(`${fault.file}/${fault.at}/${fault.rule}`, fault);
    }
  }
  return [...faults.values()];
}

/**
 * Customers leave at the first needless question. Where an application asked for more than the population does, they
 * want something that is worth it.
 */
function forcesEnrolment(
  draft: Draft, { place, run: { needed }, onward }: Arrival, { kind, required }: Setting,
): readonly PolicyFault[] {
  if (kind !== 'customer' || needed !== required || onward.length === 0 || !isBinding(place.description)) return [];
  const isWayPast = (exit: string): boolean => {
    const { binds, adds } = effectOf(place.description, exit);
    return exit !== 'back' && binds === undefined && adds === undefined;
  };
  if (onward.some(({ exit }) => isWayPast(exit))) return [];
  return [{
    ...faultAt(draft, journeyFile(place.journey), ['nodes', place.node],
      `makes customers set something up (${place.step}) to get through the door: who can't or won't is lost`,
      'Wire skip, or another way such as password.', 'key'),
    rule: 'forced-enrolment',
  }];
}

/** A stolen or guessed password would be all it takes, and what comes by mail proves nothing at work. */
function passwordOnly(
  draft: Draft, { place, standing: { shown }, by }: Arrival, { kind }: Setting,
): readonly PolicyFault[] {
  if (kind !== 'workforce' || place.description.ends !== 'complete' || !shown.includes('password')) return [];
  if (shown.some((each) => each !== 'password' && each !== 'email-code' && each !== 'recovery-code' && each !== 'recovery-case')) return [];
  const from = by?.from.place ?? place;
  return [{
    ...faultAt(draft, journeyFile(from.journey), by ? ['nodes', from.node, 'exits', by.exit] : ['start'],
      `leads to ${place.node} with a password alone: whoever has stolen or guessed it gets in`,
      'Put a second factor in between, such as totp or passkey.'),
    rule: 'password-only',
  }];
}

/**
 * A text alone is a restricted authenticator (SP 800-63B-4 §3.2.9): whoever talks an operator into another card for the
 * number gets in. A mailbox beside it adds nothing at work.
 */
function restrictedAlone(
  draft: Draft, { place, standing: { shown }, by }: Arrival, { kind }: Setting,
): readonly PolicyFault[] {
  if (kind !== 'workforce' || place.description.ends !== 'complete' || !shown.includes('sms-code')) return [];
  if (shown.some((each) => each !== 'sms-code' && each !== 'email-code' && each !== 'invitation')) return [];
  const from = by?.from.place ?? place;
  return [{
    ...faultAt(draft, journeyFile(from.journey), by ? ['nodes', from.node, 'exits', by.exit] : ['start'],
      `leads to ${place.node} with a code by text message alone, a restricted authenticator: whoever gets hold of the number gets in`,
      'Put a passkey, or a password and totp, in its place.'),
    rule: 'restricted-alone',
  }];
}

/** Customers bring their own devices: a condition on an organisation's hold over them is a mistake of the kind. */
export function checkManagedDevices(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  if (kind !== 'customer') return [];
  const conditions: (readonly [file: string, path: readonly (string | number)[], source: unknown])[] = [
    ...[...draft.journeys].flatMap(([name, { nodes }]) => Object.entries(nodes).map(([node, { with: settings }]) => (
      [journeyFile(name), ['nodes', node, 'with', conditionSetting], settings[conditionSetting]] as const))),
    ...Object.entries(draft.parts.checkpoints?.actions ?? {}).flatMap(([action, checkpoint]) => [
      ...Object.entries(checkpoint.reasons).map(([name, source]) => (
        ['checkpoints.yaml', ['actions', action, 'reasons', name], source] as const)),
      ...everyResponse(checkpoint).map(({ response: { when }, path }) => (
        ['checkpoints.yaml', ['actions', action, ...path, 'when'], when] as const)),
    ]),
  ];
  return conditions.filter(([, , source]) => typeof source === 'string' && /\bdevice\s*\.\s*managed\b/.test(source))
    .map(([file, path]): PolicyFault => ({
      ...faultAt(draft, file, path, 'asks whether a customer\'s device is managed: nobody manages it but themselves',
        'Ask device.knownFor at a checkpoint, or what was proved.'),
      rule: 'managed-device',
    }));
}
