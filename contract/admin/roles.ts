/**
 * Who may do what in the admin API: one table, an entry for each operation. The server decides by it and the console
 * shows by it. Roles are held at a population; whoever acts on the server as a whole needs to own the workforce.
 */
import { z } from 'zod';
import type { PopulationKind } from '../events/index.ts';

/**
 * - `owner` answers for the population: may do everything there, and gives the roles.
 * - `publisher` changes its policy and its applications.
 * - `support` helps its people: finds them, shuts out, lets back in, makes links.
 * - `analyst` looks at events and figures, without anything personal.
 * - `reader` looks at how it is set up, without anything personal.
 */
export const consoleRole = z.enum(['owner', 'publisher', 'support', 'analyst', 'reader']);
export type ConsoleRole = z.infer<typeof consoleRole>;

export interface OperationRule {
  /**
   * Where the role is to be held: at the population of the `path`; at that of the `query`, and where it names none, as
   * for the `server`; at the workforce (`server`); at `any` population; nowhere, being signed in is enough (`session`);
   * or only the server's own shell may (`shell`).
   */
  readonly at: 'path' | 'query' | 'server' | 'any' | 'session' | 'shell';
  readonly roles: readonly ConsoleRole[];
  /** Instead of `roles` at a population of the kind workforce, since that decides who comes into the console. */
  readonly atWorkforce?: readonly ConsoleRole[];
  /** Instead of `roles` where the caller asks to see personal parts. */
  readonly unsealed?: readonly ConsoleRole[];
  /** The caller must have proved who they are within the last five minutes. */
  readonly fresh?: true;
  /** Where the principal of the path holds a role, only an owner of the workforce may: else it is a way to that role. */
  readonly guardsAdministrators?: true;
}

const everyone = consoleRole.options;
const caring = ['owner', 'support'] as const;
const building = ['owner', 'publisher'] as const;
const watching = ['owner', 'publisher', 'support', 'analyst'] as const;

const looking = { at: 'path', roles: everyone } as const;
const helping = { at: 'path', roles: caring } as const;
const owning = { at: 'server', roles: ['owner'] } as const;

export const operationRoles: Readonly<Record<string, OperationRule>> = {
  'me.get': { at: 'session', roles: [] },
  'server.status': { at: 'any', roles: everyone },
  'admin.link': { at: 'shell', roles: [] },
  'demo.clear': { at: 'shell', roles: [] },

  'population.list': { at: 'any', roles: everyone },
  'policy.get': looking,
  'policy.list': looking,
  'policy.export': looking,
  'step.list': { at: 'any', roles: everyone },
  'policy.plan': { at: 'path', roles: building },
  'policy.walk': { at: 'path', roles: building },
  'policy.apply': { at: 'path', roles: building, atWorkforce: ['owner'], fresh: true },

  'brand.add-file': { at: 'path', roles: building },
  'brand.get-file': looking,
  'brand.preview': { at: 'path', roles: building },

  'decision.list': { at: 'path', roles: watching },
  'decision.get': { at: 'path', roles: watching },
  'decision.label': { at: 'path', roles: ['owner', 'support', 'analyst'] },
  'decision.what-if': { at: 'path', roles: watching },
  'decision.keep-what-if': { at: 'path', roles: watching },
  'watch.list': { at: 'path', roles: watching },
  'watch.report': { at: 'path', roles: watching },
  'watch.start': { at: 'path', roles: building },
  'watch.stop': { at: 'path', roles: building },

  // Counts alone, as on boards: nothing of it is about anybody.
  'action.list': looking,
  // Names the people who asked; whoever says yes lets through what their policy held up.
  'action-review.list': helping,
  'action-review.decide': { ...helping, fresh: true, guardsAdministrators: true },

  'client.list': looking,
  'client.get': looking,
  'client.create': { at: 'path', roles: building, fresh: true },
  'client.rotate-secret': { at: 'path', roles: building, fresh: true },
  'client.disable': { at: 'path', roles: building },

  'principal.list': helping,
  'principal.get': helping,
  // Either may make links, and so a way in.
  'principal.create': { ...helping, fresh: true },
  'principal.import': { ...helping, atWorkforce: ['owner'], fresh: true },
  'principal.invite': { ...helping, fresh: true, guardsAdministrators: true },
  'principal.suspend': { ...helping, guardsAdministrators: true },
  'principal.reactivate': { ...helping, guardsAdministrators: true },
  'credential.list': helping,
  'credential.remove': { ...helping, guardsAdministrators: true },
  'session.list': helping,
  'device.list': helping,
  // A device that counts as managed is asked for less.
  'device.mark': { at: 'path', roles: ['owner'], fresh: true, guardsAdministrators: true },
  'device-key.list': helping,
  'device-key.register': { at: 'path', roles: ['owner'], fresh: true, guardsAdministrators: true },
  'device-key.withdraw': { ...helping, guardsAdministrators: true },
  // By whoever withdrew it, at once: it gives nothing that wasn't there.
  'device-key.restore': { ...helping, guardsAdministrators: true },
  'session.end-all': { ...helping, guardsAdministrators: true },
  'session.end': { ...helping, guardsAdministrators: true },

  'recovery.list': helping,
  // A yes is the first half of a way in.
  'recovery.decide': { ...helping, fresh: true, guardsAdministrators: true },

  'event.list': { at: 'query', roles: watching, unsealed: caring },
  'event.tail': { at: 'query', roles: watching, unsealed: caring },
  'event.verify': owning,

  'measure.catalogue': { at: 'any', roles: everyone },
  'measure.board': looking,
  'measure.journey-traffic': looking,

  'federation.list': looking,
  'federation.set-secret': { at: 'path', roles: building, atWorkforce: ['owner'], fresh: true },

  'key.list': looking,
  'key.rotate': { at: 'path', roles: ['owner'], fresh: true },

  'grant.list': { at: 'path', roles: ['owner', 'reader'] },
  'grant.give': { at: 'path', roles: ['owner'], fresh: true },
  'grant.withdraw': { at: 'path', roles: ['owner'], fresh: true },
};

/** What nobody has put into the table yet is for the owners of the whole. */
const unlisted: OperationRule = { ...owning, fresh: true };

export function ruleOf(operation: string): OperationRule {
  return Object.hasOwn(operationRoles, operation) ? operationRoles[operation]! : unlisted;
}

/** A population as far as roles are concerned. */
export interface RolePlace { readonly slug: string; readonly kind: PopulationKind }

/** Roles by the slug of the population that they are held at. */
export type HeldRoles = Readonly<Record<string, readonly ConsoleRole[]>>;

/**
 * Whether somebody with these roles may do it. `place` is the population of the path or query, where the call names
 * one; `all` are the populations that there are.
 */
export function mayDo(
  rule: OperationRule, held: HeldRoles,
  call: { readonly all: readonly RolePlace[]; readonly place?: RolePlace; readonly unseal?: boolean },
): boolean {
  const { all, place, unseal = false } = call;
  const holds = (slug: string, wanted: readonly ConsoleRole[]): boolean => (
    Object.hasOwn(held, slug) && held[slug]!.some((role) => wanted.includes(role)));
  const holdsAtWorkforce = (wanted: readonly ConsoleRole[]): boolean => (
    all.some(({ slug, kind }) => kind === 'workforce' && holds(slug, wanted)));
  const wanted = unseal && rule.unsealed ? rule.unsealed
    : place?.kind === 'workforce' && rule.atWorkforce ? rule.atWorkforce : rule.roles;
  switch (rule.at) {
    case 'session': return true;
    case 'shell': return false;
    case 'any': return all.some(({ slug }) => holds(slug, wanted));
    case 'server': return holdsAtWorkforce(wanted);
    case 'query': return place ? holds(place.slug, wanted) : holdsAtWorkforce(['owner']);
    case 'path': return place !== undefined && holds(place.slug, wanted);
  }
}
