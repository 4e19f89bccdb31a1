import { NativeSelect } from '@mantine/core';

/** Whether the policy in force answers, or the draft that this browser keeps. */
export function AskedOf({ of, change }: { readonly of: string; readonly change: (next: object) => void }) {
  return (
    <NativeSelect label="Asked of" value={of} data={[{ value: '', label: 'the policy in force' }, { value: 'draft', label: 'the draft in this browser' }]}
      onChange={({ currentTarget: { value } }) => change({ of: value || undefined })} />
  );
}
