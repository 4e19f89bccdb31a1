/** signals owns each kind of evidence, a file each; a signal never looks at what another one says. */
import type { Signal } from '../signal.ts';
import { breachedPassword } from './breached-password.ts';
import { client } from './client.ts';
import { device } from './device.ts';
import { journeyContext } from './journey-context.ts';
import { network } from './network.ts';
import { networkKind } from './network-kind.ts';
import { timeOfDay } from './time-of-day.ts';
import { travel } from './travel.ts';
import { triedPasswords } from './tried-passwords.ts';
import { velocity } from './velocity.ts';

/** All of them, in the order in which they are told. */
export const allSignals: readonly Signal[] = [
  device, network, networkKind, travel, client, timeOfDay, velocity, breachedPassword, triedPasswords, journeyContext,
];
