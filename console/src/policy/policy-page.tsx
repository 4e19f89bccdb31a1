import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/states.tsx';
import '../styles/policy.css';
import { Difference } from './difference.tsx';
import { PolicyFiles } from './policy-files.tsx';
import { VersionList } from './version-list.tsx';

const route = '/p/$population/policy' as const;

/** Every version of a population's policy: who published it, what it says, what it changed. */
export function PolicyPage() {
  const { population } = useParams({ from: route });
  const { version: asked, against: other, view = 'difference', file } = useSearch({ from: route });
  const versions = useAsk('policy.list', { params: { population } });
  const mayPlan = useMay(population)('policy.plan');
  return (
    <Page title="Policy" lead="What is in force here, what it was before, and who changed it. The same files as on the command line."
      actions={mayPlan && <Button component={Link} to="/p/$population/policy/edit" params={{ population } as never} leftSection={<IconPencil className="icon" />}>Draft a change</Button>}>
      <Shown query={versions}>
        {({ versions: all }) => {
          const newest = all[0]!.version;
          const version = asked ?? newest;
          const against = other ?? (version > 1 ? version - 1 : undefined);
          return (
            <div className="policy-layout">
              <VersionList population={population} versions={all} version={version} against={against} />
              <div className="policy-main">
                <nav className="tabs" aria-label="View">
                  <ChoiceLink to={route} params={{ population }} search={(now) => ({ ...now, view: undefined }) as never} isHere={view === 'difference'}>Difference</ChoiceLink>
                  <ChoiceLink to={route} params={{ population }} search={(now) => ({ ...now, view: 'files' }) as never} isHere={view === 'files'}>Files</ChoiceLink>
                </nav>
                {view === 'files' ? <PolicyFiles population={population} version={version} file={file} /> : <Difference population={population} version={version} against={against} />}
              </div>
            </div>
          );
        }}
      </Shown>
    </Page>
  );
}
