import { Link, useParams } from '@tanstack/react-router';
import type { ShownClient } from '../../../contract/admin/index.ts';
import { useAsk } from '../api/hooks.ts';
import { usePopulation } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Page, Panel } from '../parts/page.tsx';
import { Note, Shown, TextBones } from '../parts/states.tsx';
import { inWords, Moment } from '../parts/time.tsx';
import { ApplicationActs } from './application-acts.tsx';
import { authInWords, grantInWords, kindOfClient } from './client-in-words.ts';
import { Snippets } from './snippets.tsx';

/** One application: what it may, where it lives, code for it. */
export function ApplicationPage() {
  const { population, client: id } = useParams({ from: '/p/$population/applications/$client' });
  const found = useAsk('client.get', { params: { population, client: id } });
  const issuer = usePopulation(population)?.issuer ?? '';
  const client = found.data?.client;
  return (
    <Page title={client?.name ?? id} crumbs={<Link to="/p/$population/applications" params={{ population }}>Applications</Link>}
      beside={client && <Badge tone={client.disabledAt ? 'bad' : 'good'}>{client.disabledAt ? 'switched off' : 'active'}</Badge>}
      lead={client && `${client.purpose}`} actions={client && !client.disabledAt && <ApplicationActs client={client} />}>
      <Shown query={found} bones={<TextBones lines={8} />}>
        {({ client: shown }) => (
          <div className="stack">
            {shown.disabledAt && <Note tone="bad"><p>Switched off {inWords(shown.disabledAt)}. It gets no tokens, and nobody signs in to it.</p></Note>}
            <div className="columns"><About client={shown} /><Addresses client={shown} /></div>
            <Panel title="Code to paste"><Snippets client={shown} issuer={issuer} /></Panel>
          </div>
        )}
      </Shown>
    </Page>
  );
}

function About({ client }: { readonly client: ShownClient }) {
  const { population, id, owner, firstParty, ownScreens, grantTypes, authMethod, principal, createdAt } = client;
  return (
    <Panel title="Registration">
      <dl className="facts">
        <dt>Client id</dt><dd><code>{id}</code></dd>
        <dt>Kind</dt><dd>{kindOfClient(client).name}</dd>
        <dt>Owner</dt><dd>{owner}</dd>
        <dt>May</dt><dd>{grantTypes.map((each) => grantInWords[each]).join(', ')}</dd>
        <dt>Proves itself by</dt><dd>{authInWords[authMethod]}</dd>
        <dt>Consent</dt><dd>{firstParty ? 'Not asked: one of our own' : 'Asked, once for each new scope'}</dd>
        {ownScreens && <><dt>Screens</dt><dd>Draws those of sign-in itself</dd></>}
        {principal && <><dt>Acts as</dt><dd><Link to="/p/$population/people/$principal" params={{ population, principal }}><code>{principal}</code></Link></dd></>}
        <dt>Since</dt><dd><Moment at={createdAt} as="full" /></dd>
      </dl>
    </Panel>
  );
}

function Addresses({ client }: { readonly client: ShownClient }) {
  const { redirectUris, postLogoutRedirectUris, screenOrigins, backchannelLogoutUri, scopes, resources, jwksUri, jwks } = client;
  const lists = [
    ['Redirects to', redirectUris], ['Draws its screens at', screenOrigins], ['After signing out', postLogoutRedirectUris], ['Told of sign-outs at', backchannelLogoutUri ? [backchannelLogoutUri] : []],
    ['Scopes', scopes], ['APIs', resources], ['Keys at', jwksUri ? [jwksUri] : []],
  ] as const;
  const shown = lists.filter(([, list]) => list.length > 0);
  return (
    <Panel title="Addresses and scopes">
      {shown.length === 0 && !jwks ? <p className="quiet">None registered.</p> : (
        <dl className="facts">
          {shown.map(([name, list]) => <Row key={name} name={name} list={list} />)}
          {jwks && <><dt>Keys</dt><dd>{jwks.keys.map((key) => key.kid ?? key.kty).join(', ')}</dd></>}
        </dl>
      )}
    </Panel>
  );
}

function Row({ name, list }: { readonly name: string; readonly list: readonly string[] }) {
  return <><dt>{name}</dt><dd><ul>{list.map((each) => <li key={each}><code>{each}</code></li>)}</ul></dd></>;
}
