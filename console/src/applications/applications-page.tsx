import { Button, TextInput } from '@mantine/core';
import { IconApps, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ShownClient } from '../../../contract/admin/index.ts';
import { useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Page } from '../parts/page.tsx';
import { walkRows } from '../parts/rows.ts';
import { Empty, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { authInWords, kindOfClient } from './client-in-words.ts';

const route = '/p/$population/applications' as const;

/** The applications of a population. */
export function ApplicationsPage() {
  const { population } = useParams({ from: route });
  const { search = '', state } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const clients = useAsk('client.list', { params: { population } });
  const mayCreate = useMay(population)('client.create');
  const create = mayCreate && <Button component={Link} to="/p/$population/applications/new" params={{ population } as never} leftSection={<IconPlus className="icon" />}>Create an application</Button>;
  return (
    <Page title="Applications" lead="What people sign in to here, and what acts for itself; each with an owner and a purpose." actions={create}>
      <div className="tools">
        <TextInput type="search" className="grow" defaultValue={search} maxLength={80} leftSection={<IconSearch className="icon" aria-hidden="true" />} placeholder="Name, id or owner" aria-label="Search applications"
          onChange={({ currentTarget: { value } }) => void navigate({ search: (now) => ({ ...now, search: value === '' ? undefined : value }) as never, replace: true })} />
        {(['active', 'disabled'] as const).map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={state === each} onClick={() => void navigate({ search: (now) => ({ ...now, state: state === each ? undefined : each }) as never })}>{each === 'active' ? 'Active' : 'Switched off'}</button>
        ))}
      </div>
      <Shown query={clients}>
        {(answer) => {
          const fitting = answer.clients.filter((each) => fits(each, search, state));
          if (answer.clients.length === 0) return <Empty icon={<IconApps className="icon" />} title="No application yet" action={create}>An application is whatever asks Limen who somebody is, or gets tokens for itself. The form ends in code to paste.</Empty>;
          if (fitting.length === 0) return <Empty icon={<IconApps className="icon" />} title="No application fits" action={<Button variant="default" onClick={() => void navigate({ search: {} })}>Show all {answer.clients.length}</Button>} />;
          return <ClientList clients={fitting} />;
        }}
      </Shown>
    </Page>
  );
}

function fits({ id, name, owner, disabledAt }: ShownClient, search: string, state: string | undefined): boolean {
  const isFitting = state === undefined || (state === 'disabled') === (disabledAt !== null);
  return isFitting && `${id} ${name} ${owner}`.toLowerCase().includes(search.trim().toLowerCase());
}

function ClientList({ clients }: { readonly clients: readonly ShownClient[] }) {
  return (
    <div className="list-wrap">
      <table className="list" onKeyDown={walkRows}>
        <thead><tr><th scope="col">Name</th><th scope="col" className="wide">Kind</th><th scope="col" className="widest">Authenticates by</th><th scope="col">Owner</th><th scope="col" className="wide num">Since</th></tr></thead>
        <tbody>{clients.map((client) => (
          <tr key={client.id}>
            <td className="fill"><div className="cut"><Link className="row-link" to="/p/$population/applications/$client" params={{ population: client.population, client: client.id }}>{client.name}</Link> <code className="faint">{client.id}</code> {client.disabledAt && <Badge tone="bad">switched off</Badge>}</div></td>
            <td className="wide quiet nowrap">{kindOfClient(client).name}</td>
            <td className="widest quiet nowrap">{authInWords[client.authMethod]}</td>
            <td className="quiet"><div className="cut identifier">{client.owner}</div></td>
            <td className="wide num quiet"><Moment at={client.createdAt} as="day" /></td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
