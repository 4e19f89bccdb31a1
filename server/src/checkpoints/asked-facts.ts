import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { RunQuestion } from './checkpoints.ts';
import type { Asks } from './compile-checkpoint.ts';
import type { Features } from './features.ts';

/** A property longer than this is none that a condition can ask for; it is part of the question all the same. */
const longestProperty = 200;

export type AskedFacts = Pick<Features, 'resource' | 'client' | 'time' | 'network'>;

/** What of a question itself conditions ask for. What none asks for is left out, since it may tell of a person. */
export function askedFacts(
  { client, resource, evidence }: Pick<RunQuestion, 'client' | 'resource' | 'evidence'>, { reads, properties }: Pick<Asks, 'reads' | 'properties'>,
  places: CheckpointsDeps['places'], now: Date,
): AskedFacts {
  const said = {
    ...(reads.has('resource.type') ? { type: resource.type } : {}), ...(reads.has('resource.id') ? { id: resource.id } : {}),
    ...(reads.has('resource.properties') ? { properties: propertiesOf(resource.properties ?? {}, properties) } : {}),
  };
  return {
    ...(Object.keys(said).length > 0 ? { resource: said } : {}), ...(reads.has('client.id') ? { client: { id: client } } : {}),
    ...(reads.has('network.kind') && evidence?.shown ? { network: { kind: places(evidence.shown.address).kind } } : {}),
    ...(reads.has('time.hour') || reads.has('time.weekday') ? { time: { hour: now.getUTCHours(), weekday: now.getUTCDay() || 7 } } : {}),
  };
}

function propertiesOf(given: Readonly<Record<string, unknown>>, named: ReadonlySet<string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...named].flatMap((name): [string, string][] => {
    const value = Object.hasOwn(given, name) ? textOf(given[name]) : undefined;
    return value === undefined ? [] : [[name, value]];
  }));
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : typeof value === 'boolean' || Number.isFinite(value) ? String(value) : undefined;
  return text !== undefined && text.length <= longestProperty ? text : undefined;
}
