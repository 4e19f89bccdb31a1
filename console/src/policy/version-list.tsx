import type { ShownPolicyVersion } from '../../../contract/admin/index.ts';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Badge } from '../parts/badge.tsx';
import { Moment } from '../parts/time.tsx';
import { publisherInWords } from './publisher-in-words.ts';

/** Versions, newest first; each leads to what it changed. */
export function VersionList({ population, versions, version, against }: {
  readonly population: string; readonly versions: readonly ShownPolicyVersion[]; readonly version: number; readonly against: number | undefined;
}) {
  return (
    <nav className="versions panel" aria-label="Versions">
      <ol>{versions.map((each, index) => (
        <li key={each.version}>
          <ChoiceLink to="/p/$population/policy" params={{ population }} search={(now) => ({ ...now, version: each.version, against: undefined }) as never} 
            isHere={each.version === version}>
            <span className="strong">Version {each.version}</span>{index === 0 && <Badge tone="hue">in force</Badge>}
            <span className="small quiet">{publisherInWords(each.publishedBy)}, <Moment at={each.publishedAt} /></span>
            <code className="small faint" title={each.digest}>{each.digest.slice(0, 12)}</code>
          </ChoiceLink>
          {each.version !== version && versions.length > 2 && (
            <ChoiceLink className="small compare" to="/p/$population/policy" params={{ population }} search={(now) => ({ ...now, version, against: each.version, view: undefined }) as never} 
              isHere={each.version === against}>{each.version === against ? `Compared with ${version}` : `Compare with ${version}`}</ChoiceLink>
          )}
        </li>
      ))}</ol>
    </nav>
  );
}

