import { useAsk } from '../api/hooks.ts';
import { Panel } from '../parts/page.tsx';
import { Note, Shown, TextBones } from '../parts/states.tsx';

/** Where this server answers and how mail leaves it; both are set where it is started. */
export function Mail() {
  const status = useAsk('server.status', {});
  return (
    <Shown query={status} bones={<TextBones lines={6} />}>{({ version, url, mail, inbox, issuers }) => (
      <div className="stack">
        {mail === 'inbox' ? (
          <Note tone="caution"><p className="strong">Mail stays in the development inbox</p><p>Nothing leaves this machine. Set <code>LIMEN_SMTP_URL</code> where the server is started to send for real.</p>{inbox ? <p><a href={inbox} target="_blank" rel="noreferrer">Open the inbox</a></p> : <p>Owners of the workforce find its address here.</p>}</Note>
        ) : <Note tone="good"><p className="strong">Mail is sent by SMTP</p><p>The address is in <code>LIMEN_SMTP_URL</code>, where the server is started. Messages that fail are in the events as <code>message.failed</code>.</p></Note>}
        <Panel title="Server"><dl className="facts"><dt>Version</dt><dd>{version}</dd><dt>Address</dt><dd><code>{url}</code></dd></dl></Panel>
        <Panel title="Issuers"><dl className="facts">{issuers.map(({ population, issuer }) => <Issuer key={population} name={population} issuer={issuer} />)}</dl></Panel>
      </div>
    )}</Shown>
  );
}

function Issuer({ name, issuer }: { readonly name: string; readonly issuer: string }) {
  return <><dt>{name}</dt><dd><code>{issuer}</code></dd></>;
}
