import type { Page } from 'playwright-core';
import type { FurnishedServer } from './furnished-server.ts';

export interface ConsolePage {
  readonly name: string;
  readonly path: string;
  /** Until what the page is about is there. */
  readonly settle: (page: Page) => Promise<void>;
}

const seen = (selector: string) => async (page: Page): Promise<void> => {
  await page.locator(selector).first().waitFor();
  await page.waitForLoadState('networkidle');
};
/** A live tail never leaves the network idle. */
const shown = (selector: string) => (page: Page): Promise<void> => page.locator(selector).first().waitFor();

/** Every page of the console, with its filters and drawers where they matter. */
export function consolePages({ person, employee, event, decision, watch }: FurnishedServer): readonly ConsolePage[] {
  const at = '/console/p/customers';
  return [
    { name: 'overview', path: '/console/', settle: seen('.population-card footer') },
    { name: 'tour', path: '/console/?tour=1', settle: seen('.tour') },
    { name: 'people', path: `${at}/people`, settle: seen('.row-link') },
    { name: 'people-none', path: `${at}/people?search=${encodeURIComponent('%_\'"')}`, settle: seen('.empty') },
    { name: 'people-add', path: `${at}/people?add=person`, settle: seen('.mantine-Modal-content form') },
    { name: 'person', path: `${at}/people/${person}`, settle: seen('.events .row-link') },
    { name: 'person-workforce', path: `/console/p/workforce/people/${employee}`, settle: seen(':text("Laptop 4711")') },
    { name: 'applications', path: `${at}/applications`, settle: seen('.row-link') },
    { name: 'application', path: `${at}/applications/shop`, settle: seen('.code') },
    { name: 'application-new', path: `${at}/applications/new`, settle: seen('form') },
    { name: 'journeys', path: `${at}/journeys`, settle: seen('.step') },
    { name: 'journeys-node', path: `${at}/journeys?journey=sign-in&node=code`, settle: seen('.mantine-Drawer-content .facts') },
    { name: 'journeys-edit', path: `${at}/journeys/edit?journey=sign-in`, settle: seen('.journey-editor .step') },
    { name: 'journeys-walk', path: `${at}/journeys/edit?journey=sign-in&walk=1`, settle: seen('.walk-stop .ways') },
    { name: 'journeys-period', path: `${at}/journeys?from=2026-01-01&till=2026-01-31`, settle: seen('.step') },
    { name: 'journeys-compare', path: `${at}/journeys/compare`, settle: seen('.compared .step') },
    { name: 'map-long', path: `${at}/map`, settle: seen('.figures') },
    { name: 'map-action', path: `${at}/map?action=payout.change&band=high`, settle: seen('.inspector') },
    { name: 'map-quiet', path: `${at}/map?origin=simulated`, settle: seen('.matrix') },
    { name: 'map-workloads', path: '/console/p/workloads/map?action=token.issue', settle: seen('.inspector') },
    { name: 'map-workforce', path: '/console/p/workforce/map', settle: seen('.matrix') },
    { name: 'look', path: `${at}/look?page=account&language=ar&scheme=dark`, settle: shown('.look-frame') },
    { name: 'policy', path: `${at}/policy`, settle: seen('.diff') },
    { name: 'policy-files', path: `${at}/policy?view=files&file=journeys/sign-in.yaml`, settle: seen('.diff') },
    { name: 'policy-edit', path: `${at}/policy/edit?file=charter.yaml`, settle: seen('.editor') },
    { name: 'decisions', path: `${at}/decisions`, settle: seen('.empty, .row-link') },
    { name: 'decisions-one', path: `${at}/decisions?decision=${decision}`, settle: seen('.labels') },
    { name: 'what-if', path: `${at}/decisions/what-if?device=0s&risk=high&action=checkout&amount=${encodeURIComponent('620 EUR')}&today=1200&changed=1h`, settle: seen('.rules') },
    { name: 'what-if-machine', path: '/console/p/workloads/decisions/what-if?auth=secret&held=365d&place=new&scopes=ledger.write', settle: seen('.rules') },
    { name: 'watches', path: `${at}/decisions/watches`, settle: seen('.empty, .row-link') },
    { name: 'watches-one', path: `/console/p/workforce/decisions/watches?watch=${watch}`, settle: seen('.candidates') },
    { name: 'reviews', path: `${at}/decisions/reviews`, settle: seen('.to-look-at') },
    { name: 'reviews-none', path: '/console/p/workforce/decisions/reviews', settle: seen('.empty') },
    { name: 'events', path: `${at}/events`, settle: shown('.events .row-link') },
    { name: 'events-one', path: `${at}/events?types=session.started&event=${event}`, settle: shown('.mantine-Drawer-content .facts') },
    { name: 'boards', path: `${at}/boards`, settle: seen('.recharts-line, .value-large') },
    { name: 'boards-definition', path: `${at}/boards?measure=customer.sign-in.completed`, settle: seen('.mantine-Drawer-content .facts') },
    { name: 'boards-workforce', path: '/console/p/workforce/boards?days=90', settle: seen('.value-large') },
    { name: 'boards-workloads', path: '/console/p/workloads/boards', settle: seen('.value-large') },
    { name: 'workloads', path: '/console/p/workloads/people', settle: seen('.row-link') },
    { name: 'settings', path: '/console/p/workforce/settings', settle: seen('.list td') },
    { name: 'settings-keys', path: `${at}/settings?tab=keys`, settle: seen('.list td') },
    { name: 'settings-mail', path: `${at}/settings?tab=mail`, settle: seen('.panel') },
    { name: 'not-found', path: '/console/nowhere', settle: seen('.empty') },
  ];
}
