import { checkAppleKey } from './apple-secret.ts';
import { createDepart } from './depart.ts';
import type { Federation, FederationOccasion } from './federation.ts';
import type { FederationDeps } from './federation-deps.ts';
import { deleteLinks, insertLink, selectLinks, useLink } from './link-store.ts';
import { createReceive } from './receive.ts';
import { createRelyingParties } from './relying-party.ts';
import { providersWithSecret, upsertSecret } from './secret-store.ts';
import { callbackOf, issuerOf, upstreamOf } from './upstream.ts';

/** Identities upstream that one account may be opened with. */
const mostLinks = 20;

export function createFederation(deps: FederationDeps): Federation {
  const { database, events, sealer, policies, clock } = deps;
  const relyingParties = createRelyingParties(deps);
  const about = (population: string, { actor, run }: FederationOccasion) => (
    { population, actor, ...(run === undefined ? {} : { run }) });

  const removeLinks: Federation['removeLinks'] = async (tx, ref, reason, occasion) => {
    for (const provider of await deleteLinks(tx, ref)) {
      await events.append(tx, {
        type: 'federation.unlinked', ...about(ref.population, occasion), principal: ref.principal,
        open: { provider, reason },
      });
    }
  };

  events.subscribe({
    name: 'federation-forget-erased',
    types: ['principal.erased'],
    handle: async (erased) => {
      for (const { population, principal } of erased) {
        if (population === null || principal === null) continue;
        const ref = { population, principal };
        await database.transaction((tx) => removeLinks(tx, ref, 'principal-erased', { actor: { kind: 'system' } }));
      }
    },
  });

  return {
    depart: createDepart(deps, relyingParties),
    receive: createReceive(deps, relyingParties),
    findLinked: (tx, population, identity) => useLink(tx, population, identity, clock()),
    isOffered: async (population, { provider, issuer }) => {
      const { content: { federation } } = await policies.current(population);
      const { providers = {} } = federation ?? {};
      const named = Object.hasOwn(providers, provider) ? issuerOf(providers[provider]!) : undefined;
      return named !== undefined && new URL(named).href === new URL(issuer).href;
    },
    link: async (tx, ref, { issuer, subject, provider }, occasion) => {
      if ((await selectLinks(tx, ref)).length >= mostLinks) return false;
      const made = await insertLink(tx, { ...ref, issuer, subject, provider, linkedAt: clock() });
      if (!made) return (await useLink(tx, ref.population, { issuer, subject }, clock()))?.principal === ref.principal;
      await events.append(tx, {
        type: 'federation.linked', ...about(ref.population, occasion), principal: ref.principal, open: { provider },
      });
      return true;
    },
    links: selectLinks,
    removeLinks,
    noteRefusal: (tx, population, provider, reason, occasion) => events.append(tx, {
      type: 'federation.refused', ...about(population, occasion), open: { provider, reason },
    }),
    providers: async (population) => {
      const [{ content: { federation } }, { issuer: own }] = await Promise.all([
        policies.current(population), policies.population(population)]);
      const withSecret = await providersWithSecret(database.db, population);
      return Object.entries(federation?.providers ?? {}).map(([provider, each]) => ({
        provider, name: each.name, issuer: issuerOf(each) ?? '', callback: callbackOf(own, provider),
        hasSecret: withSecret.has(provider),
      }));
    },
    setSecret: async (tx, population, provider, secret, actor) => {
      const upstream = upstreamOf((await policies.current(population)).content, provider);
      if (upstream.preset === 'apple') await checkAppleKey(secret);
      await upsertSecret(tx, sealer, population, provider, secret, clock());
      await events.append(tx, { type: 'federation.secret_set', population, actor, open: { provider } });
    },
  };
}
