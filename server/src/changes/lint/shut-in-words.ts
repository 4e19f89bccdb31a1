import type { Channel } from '../../../../contract/events/index.ts';
import type { Means } from '../../journeys/index.ts';
import { effectOf } from '../steps.ts';
import { channelWords, holdingWords } from './in-words.ts';
import { conditionSetting } from './conditions.ts';
import type { Shut, Whereabouts } from './moves.ts';

/** Why somebody can't leave by an exit, as a sentence about them. */
export function shutInWords(shut: Shut, { place, run: { channel, needed } }: Whereabouts, exit: string): string {
  const { needs, offeredBy } = effectOf(place.description, exit);
  return {
    'channel': `It is not there ${channelWords[channel satisfies Channel]}.`,
    'condition': `The condition ${String(place.settings[conditionSetting])} goes the other way.`,
    'may-not-bind': 'Not enough has been shown in this run to add a way in, so the step lets the person by.',
    'passed-by': 'The step goes another way without asking: there is nothing to link, or not enough was shown for it.',
    'proved-already': 'It was shown in this run already.',
    'not-set': `The step offers it only with ${offeredBy ?? 'its setting'} switched on.`,
    'needs-more': `It proves too little for what is asked (${needed.replace('urn:limen:acr:', '')}).`,
    'account-known': 'It is gone only where the account is there already.',
    'account-new': 'It is gone only where there is no account yet.',
    'not-answered': 'The action\'s checkpoint answers so to nobody like this person.',
    'not-at-hand': `This person doesn't have ${needs === undefined ? 'what it takes' : meansInWords(needs)} at hand.`,
  }[shut];
}

function meansInWords(means: Means): string {
  if (means === 'mailbox') return 'a mailbox of an account';
  if (means === 'phone') return 'a telephone of an account';
  return means === 'link' ? 'a link that was sent to them' : holdingWords[means];
}
