import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Frame } from './frame/frame.tsx';
import { NotFound, Crashed } from './frame/not-found.tsx';
import {
  actionReviewSearch, boardSearch, clientSearch, decisionSearch, eventSearch, journeySearch, keepsOnly, lookSearch, mapSearch, overviewSearch, peopleSearch, personSearch,
  policySearch, settingsSearch, whatIfSearch,
} from './searches.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Crashed });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });
const overview = createRoute({
  ...at('/'), validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
});
const confirmed = createRoute({
  ...at('/confirmed'), component: lazyRouteComponent(() => import('./frame/confirmed-page.tsx'), 'ConfirmedPage'),
});
/** A population's own pages; its bare address leads to the people or machines in it. */
const bare = createRoute({
  ...at('/p/$population'),
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/p/$population/boards', params });
  },
});
const people = createRoute({
  ...at('/p/$population/people'), validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
});
const person = createRoute({
  ...at('/p/$population/people/$principal'), validateSearch: personSearch,
  component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
});
const applications = createRoute({
  ...at('/p/$population/applications'), validateSearch: clientSearch,
  component: lazyRouteComponent(() => import('./applications/applications-page.tsx'), 'ApplicationsPage'),
});
const newApplication = createRoute({
  ...at('/p/$population/applications/new'),
  component: lazyRouteComponent(() => import('./applications/new-application-page.tsx'), 'NewApplicationPage'),
});
const application = createRoute({
  ...at('/p/$population/applications/$client'),
  component: lazyRouteComponent(() => import('./applications/application-page.tsx'), 'ApplicationPage'),
});
const journeys = createRoute({
  ...at('/p/$population/journeys'), validateSearch: journeySearch,
  component: lazyRouteComponent(() => import('./journeys/journeys-page.tsx'), 'JourneysPage'),
});
const editJourney = createRoute({
  ...at('/p/$population/journeys/edit'), validateSearch: keepsOnly('journey', 'walk'),
  component: lazyRouteComponent(() => import('./journeys/edit-journey-page.tsx'), 'EditJourneyPage'),
});
const compareJourneys = createRoute({
  ...at('/p/$population/journeys/compare'), validateSearch: keepsOnly('journey', 'from', 'to'),
  component: lazyRouteComponent(() => import('./journeys/compare-page.tsx'), 'ComparePage'),
});
const journeyMap = createRoute({
  ...at('/p/$population/map'), validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('./map/journey-map-page.tsx'), 'JourneyMapPage'),
});
const look = createRoute({
  ...at('/p/$population/look'), validateSearch: lookSearch,
  component: lazyRouteComponent(() => import('./look/look-page.tsx'), 'LookPage'),
});
const policy = createRoute({
  ...at('/p/$population/policy'), validateSearch: policySearch,
  component: lazyRouteComponent(() => import('./policy/policy-page.tsx'), 'PolicyPage'),
});
const editPolicy = createRoute({
  ...at('/p/$population/policy/edit'), validateSearch: keepsOnly('file'),
  component: lazyRouteComponent(() => import('./policy/edit-policy-page.tsx'), 'EditPolicyPage'),
});
const decisions = createRoute({
  ...at('/p/$population/decisions'), validateSearch: decisionSearch,
  component: lazyRouteComponent(() => import('./decisions/decisions-page.tsx'), 'DecisionsPage'),
});
const whatIf = createRoute({
  ...at('/p/$population/decisions/what-if'), validateSearch: whatIfSearch,
  component: lazyRouteComponent(() => import('./decisions/what-if-page.tsx'), 'WhatIfPage'),
});
const watches = createRoute({
  ...at('/p/$population/decisions/watches'), validateSearch: keepsOnly('watch'),
  component: lazyRouteComponent(() => import('./decisions/watches-page.tsx'), 'WatchesPage'),
});
const actionReviews = createRoute({
  ...at('/p/$population/decisions/reviews'), validateSearch: actionReviewSearch,
  component: lazyRouteComponent(() => import('./decisions/action-reviews-page.tsx'), 'ActionReviewsPage'),
});
const events = createRoute({
  ...at('/p/$population/events'), validateSearch: eventSearch,
  component: lazyRouteComponent(() => import('./events/events-page.tsx'), 'EventsPage'),
});
const boards = createRoute({
  ...at('/p/$population/boards'), validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./boards/boards-page.tsx'), 'BoardsPage'),
});
const settings = createRoute({
  ...at('/p/$population/settings'), validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    overview, confirmed, bare, people, person, applications, newApplication, application, journeys, editJourney, compareJourneys, journeyMap, look, policy,
    editPolicy, decisions, whatIf, watches, actionReviews, events, boards, settings,
  ]),
  basepath: '/console', defaultPreload: 'intent', scrollRestoration: true, defaultPendingMs: 200,
});

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
