import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { useSettled } from '../frame/find.ts';
import { Page } from '../parts/page.tsx';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { Empty, Note, Shown } from '../parts/states.tsx';
import { AddPerson } from './add-person.tsx';
import { PeopleList } from './people-list.tsx';
import { RecoveryCases } from './recovery-cases.tsx';

const pageSize = 50;
const route = '/p/$population/people' as const;

/** Everybody of a population, by the beginning of a name or identifier. */
export function PeoplePage() {
  const { population } = useParams({ from: route });
  const { search = '', before, add, origin } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population);
  const isMachines = kind === 'workload';
  const people = useAsk('principal.list', { params: { population }, query: { search, before, origin: origin ?? 'real', limit: pageSize } }, { keep: true, enabled: may('principal.list') });
  const mayAdd = !isMachines && may('principal.create');
  return (
    <Page title={isMachines ? 'Workloads' : 'People'}
      lead={isMachines ? 'Every service, job and agent that acts for itself; each belongs to an application.' : 'Everybody who has an account here, newest first, and what can be done for them.'}
      actions={mayAdd && <Button leftSection={<IconUserPlus className="icon" />} onClick={() => void navigate({ search: (now) => ({ ...now, add: 'person' }) })}>Invite a person</Button>}>
      {!may('principal.list') ? <Note><p>Only {whoMay('principal.list', kind)} of this population sees who is in it.</p></Note> : (
        <>
          {!isMachines && <RecoveryCases population={population} />}
          <div className="tools"><SearchField value={search} change={(text) => void navigate({ search: ({ origin: kept }) => ({ ...(text === '' ? {} : { search: text }), ...(kept ? { origin: kept } : {}) }), replace: true })} />{!isMachines && <SimulatedChip />}</div>
          <Shown query={people}>
            {({ principals }) => (principals.length === 0 ? <NobodyHere search={search} isMachines={isMachines} isPaging={before !== undefined} /> : (
              <>
                <PeopleList population={population} people={principals} isStale={people.isPlaceholderData} />
                <div className="list-foot">
                  <span>{before === undefined ? 'Newest first' : 'Continued'}</span>
                  <div className="buttons">
                    {before !== undefined && <Button variant="default" onClick={() => void navigate({ search: ({ before: _, ...rest }) => rest })}>Back to the newest</Button>}
                    {principals.length === pageSize && <Button variant="default" onClick={() => void navigate({ search: (now) => ({ ...now, before: principals.at(-1)!.id }) })}>Next {pageSize}</Button>}
                  </div>
                </div>
              </>
            ))}
          </Shown>
        </>
      )}
      {mayAdd && <AddPerson population={population} open={add === 'person'} close={() => void navigate({ search: ({ add: _, ...rest }) => rest })} />}
    </Page>
  );
}

/** Its text is in the address as soon as nobody types; the field itself never waits. */
function SearchField({ value, change }: { readonly value: string; readonly change: (text: string) => void }) {
  const [text, setText] = useState(value);
  const settled = useSettled(text, 250).trim();
  useEffect(() => { if (settled !== value) change(settled); }, [settled]); // Only typing changes the address,
  useEffect(() => { if (value !== settled) setText(value); }, [value]); // and going back changes the field.
  return (
    <TextInput type="search" className="grow" value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={254}
      leftSection={<IconSearch className="icon" aria-hidden="true" />} placeholder="Beginning of a name, address or number" aria-label="Search people" autoComplete="off" />
  );
}

function NobodyHere({ search, isMachines, isPaging }: { readonly search: string; readonly isMachines: boolean; readonly isPaging: boolean }) {
  const icon = <IconUserSearch className="icon" />;
  if (isPaging) return <Empty icon={icon} title="That was everybody" />;
  if (search !== '') return <Empty icon={icon} title={`Nobody begins with “${search}”`}>Search looks at the beginning of names, e-mail addresses, user names and numbers. Part of a word in the middle is not found.</Empty>;
  return isMachines ? <Empty icon={icon} title="No workload yet">Register an application that uses client credentials; the principal it acts as appears here.</Empty>
    : <Empty icon={icon} title="Nobody is here yet">People appear when they sign up, when you invite them, or with <code>limen principal import</code> from a file.</Empty>;
}
