import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Panel } from '../parts/page.tsx';
import { languageName } from './language-name.ts';
import type { LookDraft } from './look-draft.ts';

const slots = [
  ['signInTitle', 'Title of the sign-in page'], ['signInLead', 'Line under the sign-in title'], ['signUpTitle', 'Title of the sign-up page'], ['signUpLead', 'Line under the sign-up title'],
  ['footer', 'Footer of every page'], ['supportText', 'Where people find help, in words'], ['supportUrl', 'Where people find help, as an address'],
  ['termsUrl', 'Address of your terms'], ['privacyUrl', 'Address of your privacy notice'], ['mailSignature', 'Signature of mails'],
] as const;

interface Props {
  readonly look: LookDraft;
  readonly locales: readonly string[];
  readonly language: string;
  readonly choose: (language: string) => void;
}

/** What pages say in words of one's own, a language at a time: plain text in fixed places. */
export function WordFields({ look, locales, language, choose }: Props) {
  const filled = (of: string): number => slots.filter(([slot]) => look.get(['texts', of, slot]) !== '').length;
  const languages = ['any', ...locales].map((value) => ({ value, label: `${languageName(value)}${filled(value) > 0 ? ` (${filled(value)})` : ''}` }));
  return (
    <Panel title="Words">
      <div className="look-fields">
        <NativeSelect label="Words in" description="What a language leaves out is said as for any language, else in Limen's words" value={language} data={languages} onChange={({ currentTarget }) => choose(currentTarget.value)} />
        {slots.map(([slot, label]) => {
          const path = ['texts', language, slot];
          const field = {
            label, value: look.get(path), error: look.fault(path), placeholder: look.get(['texts', 'any', slot]),
            ...(slot.endsWith('Url') ? { type: 'url', dir: 'ltr', spellCheck: false } as const : { dir: 'auto', ...(language === 'any' ? {} : { lang: language }) } as const),
          };
          return slot === 'mailSignature' ? <Textarea key={slot} {...field} rows={3} onChange={({ currentTarget }) => look.set(path, currentTarget.value, true)} />
            : <TextInput key={slot} {...field} onChange={({ currentTarget }) => look.set(path, currentTarget.value, true)} />;
        })}
      </div>
    </Panel>
  );
}
