import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { eventGroups, summaryOf } from './event-in-words.ts';

/** Which types of events are shown; none chosen is all. */
export function TypeFilter({ chosen, change }: { readonly chosen: readonly string[]; readonly change: (types: readonly string[]) => void }) {
  const toggle = (types: readonly string[], isOn: boolean): void => change(isOn ? [...new Set([...chosen, ...types])] : chosen.filter((each) => !types.includes(each)));
  return (
    <Popover position="bottom-start" width={360} trapFocus transitionProps={{ duration: 100 }}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter className="icon" />}>{chosen.length === 0 ? 'All types' : chosen.length === 1 ? chosen[0] : `${chosen.length} types`}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Types of events">
        <div className="type-menu">
          {chosen.length > 0 && <div><Button size="compact-sm" variant="default" onClick={() => change([])}>Show all types</Button></div>}
          {eventGroups.map(({ name, types }) => (
            <fieldset key={name}>
              <legend>{name}</legend>
              {types.length > 1 && <Tick label={`All about ${name.toLowerCase()}`} isOn={types.every((type) => chosen.includes(type))} change={(isOn) => toggle(types, isOn)} />}
              {types.map((type) => <Tick key={type} label={summaryOf(type)} isOn={chosen.includes(type)} change={(isOn) => toggle([type], isOn)} />)}
            </fieldset>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Tick({ label, isOn, change }: { readonly label: string; readonly isOn: boolean; readonly change: (isOn: boolean) => void }) {
  return <label className="tick small"><input type="checkbox" className="check" checked={isOn} onChange={(event) => change(event.currentTarget.checked)} /><span>{label}</span></label>;
}
