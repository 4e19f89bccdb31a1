import type { Checkpoint, CheckpointResponse, PolicyFault, PolicyFile } from '../../../contract/policy/index.ts';
import { tokenAction } from '../../../contract/policy/token-facts.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { parseYaml, setYaml, type YamlPath } from '../policy/yaml-text.ts';

export const mapFile = 'checkpoints.yaml';

interface Owners { readonly experience: string | null; readonly security: string | null }

/** What the files of a draft say about actions. */
export interface MapDraft {
  readonly actions: readonly (readonly [name: string, checkpoint: Checkpoint])[];
  readonly currency: string | undefined;
  /** Of the charter: who answers where an action names nobody. */
  readonly roles: Owners;
  /** Of the tokens: how long one is good, like `5m`. */
  readonly accessToken: string | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const tiers = { valueAtRisk: ['low', 'elevated', 'high', 'critical'], frictionTolerance: ['low', 'medium', 'high'] } as const;

/** Reads leniently: only what a map needs must be there. Whether it may be published is for the plan to say. */
export function readMap(files: readonly PolicyFile[]): MapDraft | { readonly problem: string } {
  const read = (path: string): Readonly<Record<string, unknown>> => {
    const document = parseYaml(files.find((each) => each.path === path)?.text ?? '');
    if (document.errors.length > 0) return { problem: document.errors[0]!.message };
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return isRecord(value) ? value : {};
  };
  const [checkpoints, charter, tokens] = [read(mapFile), read('charter.yaml'), read('tokens.yaml')];
  if (typeof checkpoints['problem'] === 'string') return { problem: checkpoints['problem'] };
  const { actions = {}, currency } = checkpoints as { readonly actions?: unknown; readonly currency?: unknown };
  if (!isRecord(actions)) return { problem: 'actions is a list of names, each with its checkpoint' };
  const problem = Object.entries(actions).map(([name, action]) => problemOf(name, action)).find((each) => each !== undefined);
  if (problem !== undefined) return { problem };
  const roles = isRecord(charter['roles']) ? charter['roles'] : {};
  const role = (discipline: string): string | null => (typeof roles[discipline] === 'string' ? roles[discipline] : null);
  return {
    actions: Object.entries(actions).map(([name, action]) => [name, { reasons: {}, about: name, ...(action as object) } as Checkpoint] as const),
    currency: typeof currency === 'string' ? currency : undefined,
    roles: { experience: role('experience'), security: role('security') },
    accessToken: typeof tokens['accessToken'] === 'string' ? tokens['accessToken'] : undefined,
  };
}

function problemOf(name: string, action: unknown): string | undefined {
  if (!isRecord(action)) return `${name} says nothing`;
  for (const [field, known] of Object.entries(tiers)) {
    if (!(known as readonly unknown[]).includes(action[field])) return `${name}: ${field} is one of ${known.join(', ')}`;
  }
  const rows = [action['responses'], ...Object.values(isRecord(action['bands']) ? action['bands'] : {})];
  return rows.every((row) => Array.isArray(row) && row.every((each) => isRecord(each) && typeof each['respond'] === 'string'))
    ? undefined : `${name}: every response says respond`;
}

/** Changes the text of one action. */
export function actionText(text: string, name: string) {
  const set = (path: YamlPath, value: unknown): string => setYaml(text, ['actions', name, ...path], value);
  return {
    /** With undefined it is left out. */
    set,
    /** Changes the responses of a band, in a row of its own that begins as a copy of what it had. */
    setBand: (band: RiskBand, before: { readonly isOwn: boolean; readonly row: readonly CheckpointResponse[] }, at: YamlPath, value: unknown): string => {
      const begun = before.isOwn ? text : set(['bands', band], before.row.map((each) => ({ ...each })));
      return setYaml(begun, ['actions', name, 'bands', band, ...at], value);
    },
    /** The band has again what all others have. */
    dropBand: (band: RiskBand): string => set(['bands', band], undefined),
  };
}

/** An action to begin with: who may be somebody else shows what only they have, or waits. */
export const declareAction = (text: string, name: string, about: string): string => setYaml(text, ['actions', name], {
  about, valueAtRisk: 'elevated', frictionTolerance: 'medium', looksTwiceFrom: 'high', reasons: {},
  responses: [{ ...newResponse.challenge, when: 'has.passkey || has.totp' }, newResponse.delay],
});

/** The checkpoint of machines to begin with: what stands out is noted, and nothing that works stops. */
export const declareTokenAction = (text: string): string => setYaml(text, ['actions', tokenAction], {
  about: 'Issue of an access token', valueAtRisk: 'elevated', frictionTolerance: 'high', reasons: { 'network-new': 'network.isNew' }, responses: [newResponse.notify],
});

/** What keeps an action from being called so; undefined where nothing does. */
export function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name.length > 60 || !/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/.test(name)) return 'Lower-case words with dots between, like payout.change';
  return taken.includes(name) ? 'There is one of that name' : undefined;
}

/** Problems of a plan by the action that they are about; what is about none of these is left to the plan itself. */
export function faultsOf(faults: readonly PolicyFault[], name: string): readonly PolicyFault[] {
  const prefix = `actions.${name}`;
  return faults.filter(({ file, at }) => file === mapFile && (at === prefix || at.startsWith(`${prefix}.`)));
}

/** Responses with what they need, to begin with. */
export const newResponse: Readonly<Record<CheckpointResponse['respond'], CheckpointResponse>> = {
  allow: { respond: 'allow' }, notify: { respond: 'notify' }, challenge: { respond: 'challenge', with: 'passkey-or-totp', within: '5m' },
  delay: { respond: 'delay', for: '24h' }, review: { respond: 'review', within: '24h' }, deny: { respond: 'deny' },
};
