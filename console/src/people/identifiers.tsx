import type { ShownPrincipal } from '../../../contract/admin/index.ts';
import { Badge } from '../parts/badge.tsx';
import { Panel } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { identifierInWords } from './principal-in-words.ts';

/** What somebody is found by. */
export function Identifiers({ person: { identifiers, kind } }: { readonly person: ShownPrincipal }) {
  return (
    <Panel title="Identifiers" flush>
      {identifiers.length === 0
        ? <Empty title="None">{kind === 'person' ? 'Nobody can sign in as this person by a name.' : 'A workload is known by its application.'}</Empty>
        : (
          <div className="list-wrap"><table className="list">
            <thead className="sr"><tr><th>Identifier</th><th>Verified</th></tr></thead>
            <tbody>{identifiers.map(({ kind: each, value, verifiedAt }) => (
              <tr key={`${each} ${value}`}>
                <td className="fill"><div className="cut strong">{value}</div><div className="small faint">{identifierInWords[each]}</div></td>
                <td className="num">{verifiedAt ? <span className="quiet nowrap">Verified <Moment at={verifiedAt} /></span> : <Badge tone="caution">not verified</Badge>}</td>
              </tr>
            ))}</tbody>
          </table></div>
        )}
    </Panel>
  );
}
