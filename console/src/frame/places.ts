import {
  IconApps, IconChartLine, IconListDetails, IconMap2, IconPalette, IconRobot, IconRoute, IconScale, IconScript, IconSettings, IconUsers,
} from '@tabler/icons-react';
import type { PopulationKind } from '../../../contract/events/index.ts';

/** What each population has a page for: the same places for every kind, filled with what it needs. */
export const places = [
  { to: '/p/$population/boards', key: 'b', icon: IconChartLine, name: () => 'Boards' },
  { to: '/p/$population/people', key: 'p', icon: IconUsers, name: (kind: PopulationKind) => (kind === 'workload' ? 'Workloads' : 'People') },
  { to: '/p/$population/journeys', key: 'j', icon: IconRoute, name: () => 'Journeys', except: 'workload' },
  { to: '/p/$population/map', key: 'm', icon: IconMap2, name: () => 'Journey map' },
  { to: '/p/$population/applications', key: 'a', icon: IconApps, name: () => 'Applications' },
  { to: '/p/$population/look', key: 'l', icon: IconPalette, name: () => 'Look', except: 'workload' },
  { to: '/p/$population/policy', key: 'c', icon: IconScript, name: () => 'Policy' },
  { to: '/p/$population/decisions', key: 'd', icon: IconScale, name: () => 'Decisions' },
  { to: '/p/$population/events', key: 'e', icon: IconListDetails, name: () => 'Events' },
  { to: '/p/$population/settings', key: 's', icon: IconSettings, name: () => 'Settings' },
] as const;

export type Place = (typeof places)[number];

export const placesOf = (kind: PopulationKind): readonly Place[] => places.filter((place) => !('except' in place) || place.except !== kind);

export const iconOfKind = { customer: IconUsers, workforce: IconUsers, workload: IconRobot } as const;
