import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { PolicyFault, PolicyFinding } from '../../../../contract/policy/index.ts';
import { isCountryWithNumbers } from '../../directory/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';

const file = 'phone.yaml';

/** What a plan refuses of telephone numbers: steps that take one where the policy takes none, and countries that aren't. */
export function checkPhones(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  const { phone } = draft.parts;
  if (!phone) return draft.documents.has(file) ? [] : stepsWithoutRules(draft);
  if (kind === 'workload') {
    return [faultAt(draft, file, [], 'is about people\'s telephones, whom a workload population doesn\'t have', 'Remove the file.')];
  }
  return phone.countries.flatMap((country, index) => (isCountryWithNumbers(country) ? [] : [faultAt(draft, file, ['countries', index],
    `is ${country}, which no country with telephone numbers is called`, 'Write ISO 3166-1 codes, like DE or GB.')]));
}

function stepsWithoutRules(draft: Draft): readonly PolicyFault[] {
  return numberSteps(draft).map(({ journey, path, takes }) => faultAt(draft, journeyFile(journey), path,
    `${takes}, and the policy takes none`,
    'Add phone.yaml with region and countries, or remove it.', 'key'));
}

interface NumberStep {
  readonly journey: string;
  readonly path: readonly string[];
  readonly takes: string;
}

/** Wherever a journey takes a telephone number. */
function numberSteps(draft: Draft): readonly NumberStep[] {
  return [...draft.journeys].flatMap(([journey, { nodes }]) => Object.entries(nodes).flatMap(([id, node]): NumberStep[] => {
    const path = ['nodes', id];
    if (node.step === 'sms-code') return [{ journey, path, takes: 'sends a code to a telephone number' }];
    if (node.step === 'identify' && node.exits['phone'] !== undefined) {
      return [{ journey, path: [...path, 'exits', 'phone'], takes: 'leads on who types a telephone number' }];
    }
    return node.step === 'verify-contact' && node.with['kind'] === 'phone'
      ? [{ journey, path: [...path, 'with', 'kind'], takes: 'asks for a telephone number' }] : [];
  }));
}

/**
 * A plan proves the ways of accounts that have a mailbox. Where people sign up by a number, some have none: what a plan
 * doesn't prove of that, it says.
 */
export function numberAloneFindings(draft: Draft): readonly PolicyFinding[] {
  return [...draft.journeys].filter(([, { purpose }]) => purpose === 'sign-up').flatMap(([journey, { nodes }]) => (
    Object.entries(nodes).filter(([, { step, exits }]) => step === 'identify' && exits['phone'] !== undefined)
      .map(([id]): PolicyFinding => ({
        code: 'number-alone',
        ...faultAt(draft, journeyFile(journey), ['nodes', id, 'exits', 'phone'],
          'makes accounts of a number alone, which no mail reaches; that no journey is a dead end is proved for accounts with a mailbox',
          'Ask for an address before the end (verify-contact), and let step-up and recover choose sms-code as well (choose-method).', 'key'),
      }))));
}

/**
 * SP 800-63B-4 §3.2.9: who uses a restricted authenticator weighs its risk, offers another one, tells people, and plans
 * how to do without. What a plan can't see of that, it says.
 */
export function restrictedFindings(draft: Draft): readonly PolicyFinding[] {
  if (draft.parts.population?.kind !== 'workforce') return [];
  return [...draft.journeys].flatMap(([journey, { nodes }]) => Object.entries(nodes)
    .filter(([, { step }]) => step === 'sms-code').map(([id]): PolicyFinding => ({
      code: 'restricted-authenticator',
      ...faultAt(draft, journeyFile(journey), ['nodes', id],
        'sends employees a code by text message, a restricted authenticator (SP 800-63B-4 §3.2.9): numbers change hands, and texts are read on the way',
        'Keep a passkey or an authenticator app beside it, say so in the charter, and plan how to do without.', 'key'),
    })));
}
