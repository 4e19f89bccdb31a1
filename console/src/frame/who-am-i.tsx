import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDots, IconLogout, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { useMe, type Population } from '../api/me.ts';
import { nameOf } from './here.ts';

const schemes = [
  { scheme: 'light', icon: IconSun, name: 'Light' },
  { scheme: 'dark', icon: IconMoon, name: 'Dark' },
  { scheme: 'auto', icon: IconSunMoon, name: 'As the machine' },
] as const;

/** Who is signed in, with what roles; light or dark; the way out. */
export function WhoAmI() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const me = useMe().data;
  if (!me) return null;
  const name = me.principal ? me.principal.displayName ?? 'Administrator' : 'Local operator';
  return (
    <div className="who">
      <div className="words"><span className="strong cut">{name}</span><span className="small faint cut">{me.principal ? rolesInWords(me.populations) : 'by the local socket'}</span></div>
      <Menu position="top-end" width={200} transitionProps={{ duration: 100 }}>
        <Menu.Target><button type="button" className="icon-button push" aria-label="Account and appearance"><IconDots className="icon" /></button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Appearance</Menu.Label>
          {schemes.map(({ scheme, icon: Icon, name: label }) => (
            <Menu.Item key={scheme} leftSection={<Icon className="icon" />} onClick={() => setColorScheme(scheme satisfies MantineColorScheme)}
              aria-current={colorScheme === scheme} rightSection={colorScheme === scheme ? '✓' : null}>{label}</Menu.Item>
          ))}
          {me.principal && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconLogout className="icon" />} onClick={signOut}>Sign out</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** A form, so that the server sees where it came from and no link can sign somebody out. */
function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/console/sign-out';
  document.body.append(form);
  form.submit();
}

function rolesInWords(populations: readonly Population[]): string {
  const held = populations.filter(({ roles }) => roles.length > 0);
  const everywhere = held.length === populations.length && new Set(held.map(({ roles }) => roles.join())).size === 1;
  if (held.length === 0) return 'no role yet';
  if (everywhere) return `${held[0]!.roles.join(', ')} everywhere`;
  return held.map(({ slug, roles }) => `${nameOf(slug)}: ${roles.join(', ')}`).join('; ');
}
