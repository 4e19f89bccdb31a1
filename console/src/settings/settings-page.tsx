import { useParams, useSearch } from '@tanstack/react-router';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Page } from '../parts/page.tsx';
import { Administrators } from './administrators.tsx';
import { Keys } from './keys.tsx';
import { Mail } from './mail.tsx';

const route = '/p/$population/settings' as const;
const tabs = [
  { tab: undefined, name: 'Administrators' }, { tab: 'keys', name: 'Signing keys' }, { tab: 'mail', name: 'Server and mail' },
] as const;

/** What keeps the population running: who may, what signs, how mail goes out. */
export function SettingsPage() {
  const { population } = useParams({ from: route });
  const { tab } = useSearch({ from: route });
  const shown = tab === 'administrators' ? undefined : tab;
  return (
    <Page title="Settings" lead="Who may do what here, what signs, and how mail goes out.">
      <nav className="tabs" aria-label="Settings">{tabs.map((each) => (
        <ChoiceLink key={each.name} to={route} params={{ population }} search={each.tab ? { tab: each.tab } : {}} isHere={each.tab === shown}>{each.name}</ChoiceLink>
      ))}</nav>
      {shown === 'keys' ? <Keys population={population} /> : shown === 'mail' ? <Mail /> : <Administrators population={population} />}
    </Page>
  );
}
