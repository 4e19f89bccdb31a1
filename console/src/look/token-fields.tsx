import { NativeSelect, TextInput } from '@mantine/core';
import { Panel } from '../parts/page.tsx';
import { BrandFile } from './brand-file.tsx';
import type { LookDraft } from './look-draft.ts';

const typefaces = [
  { value: 'system', label: 'The device\'s own' }, { value: 'serif', label: 'Serif' }, { value: 'humanist', label: 'Humanist sans' }, { value: 'rounded', label: 'Rounded sans' },
];
const corners = [{ value: 'sharp', label: 'Sharp' }, { value: 'soft', label: 'Soft' }, { value: 'round', label: 'Round' }];

/** Name, colours, logo, typeface and corners of a look. */
export function TokenFields({ population, look }: { readonly population: string; readonly look: LookDraft }) {
  const inherited = look.isPart ? [{ value: '', label: 'As everybody\'s' }] : [];
  const typed = (name: string) => ({
    value: look.get([name]), error: look.fault([name]), onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => look.set([name], currentTarget.value, true),
  });
  const chosen = (name: string, data: readonly { value: string; label: string }[], otherwise: string) => ({
    value: look.get([name]) || (look.isPart ? '' : otherwise), data: [...inherited, ...data], error: look.fault([name]),
    onChange: ({ currentTarget }: { currentTarget: HTMLSelectElement }) => look.set([name], currentTarget.value),
  });
  return (
    <Panel title="Name and appearance">
      <div className="look-fields">
        <TextInput label="Name" maxLength={60} {...typed('name')} />
        <Colour label="Accent" name="accent" look={look} description="Buttons and links" />
        <Colour label="Accent on dark pages" name="accentDark" look={look} description="Left out: the same" />
        <BrandFile population={population} look={look} path={['logo', 'light']} label="Logo" kind="picture" />
        {look.get(['logo', 'light']) !== '' && (
          <>
            <BrandFile population={population} look={look} path={['logo', 'dark']} label="Logo on dark pages" kind="picture" />
            <label className="tick"><input type="checkbox" className="check" checked={look.is(['logo', 'withName'])} onChange={({ currentTarget }) => look.set(['logo', 'withName'], currentTarget.checked)} /> Write the name beside the logo</label>
          </>
        )}
        <NativeSelect label="Typeface" {...chosen('typeface', typefaces, 'system')} />
        <BrandFile population={population} look={look} path={['font']} label="Typeface of your own" kind="typeface" />
        <NativeSelect label="Corners" {...chosen('corners', corners, 'soft')} />
      </div>
    </Panel>
  );
}

/** A colour typed, or picked with the browser's own picker. */
function Colour({ label, name, look, description }: { readonly label: string; readonly name: string; readonly look: LookDraft; readonly description: string }) {
  const value = look.get([name]);
  const isColour = /^#[0-9a-f]{6}$/i.test(value);
  return (
    <div className="look-colour">
      <TextInput label={label} description={description} value={value} error={look.fault([name])} placeholder="#rrggbb" spellCheck={false} autoComplete="off"
        onChange={({ currentTarget }) => look.set([name], currentTarget.value, true)} />
      <input type="color" aria-label={`Pick: ${label}`} value={isColour ? value : '#808080'} onChange={({ currentTarget }) => look.set([name], currentTarget.value, true)} />
    </div>
  );
}
