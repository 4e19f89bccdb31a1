import { TextInput } from '@mantine/core';

/** Why something is done; kept in the event log. */
export function ReasonField({ value, change }: { readonly value: string; readonly change: (text: string) => void }) {
  return (
    <TextInput label="Reason" description="Kept in the event log; do not name anybody." required withAsterisk={false} maxLength={120} value={value}
      onChange={(event) => change(event.currentTarget.value)} data-autofocus />
  );
}
