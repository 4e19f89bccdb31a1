import { TextInput } from '@mantine/core';

/** Taken when the field is left or by Enter, so that one change is one step back. */
export function TypedField({ label, value, description, inputMode = 'text', take }: {
  readonly label: string; readonly value: string; readonly description?: string | undefined; readonly inputMode?: 'text' | 'decimal';
  readonly take: (typed: string) => void;
}) {
  const leave = (typed: string): void => {
    if (typed.trim() !== value) take(typed.trim());
  };
  return (
    <TextInput key={value} label={label} defaultValue={value} description={description} inputMode={inputMode} spellCheck={false}
      onBlur={(event) => leave(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') leave(event.currentTarget.value); }} />
  );
}
