import type { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { webhookInput } from '../../../../../contract/screens/webhook.ts';
import { levelsOf } from '../../../sessions/index.ts';
import type { Db } from '../../../storage/index.ts';
import { elsewherePath } from '../../run-path.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../../step.ts';
import type { StepServices } from '../step-services.ts';
import { createAskServer, type Answer } from './ask-server.ts';
import { webhookConfig, type Sendable, type WebhookConfig } from './webhook-config.ts';

type Screen = ScreenOf<'webhook'>;
interface State { readonly told: Readonly<Record<string, unknown>> }

/**
 * Asks a server of the organisation's yes or no, and leaves by its answer. It is told what the policy names and no more,
 * can change nothing of the run, and a server that hangs, lies about its form or isn't there is `failed`.
 */
export function createWebhookStep(
  services: Pick<StepServices, 'directory' | 'outbound' | 'sign' | 'events'>,
): Step {
  const { directory, events } = services;
  const askServer = createAskServer(services);

  /** A typed name proves nothing: until something was shown, another server isn't told of anybody. */
  async function gather(tx: Db, run: RunView, send: readonly Sendable[]): Promise<State['told']> {
    const { principal, proofs, created } = run.facts;
    const known = principal === undefined || proofs.length === 0 ? undefined : principal;
    const identifiers = known === undefined || !send.includes('email') ? []
      : await directory.identifiers(tx, { population: run.population, principal: known });
    const values: Readonly<Record<Sendable, unknown>> = {
      principal: known, purpose: run.purpose, application: run.ask.application?.id, created: created === true,
      email: identifiers.find(({ kind, verifiedAt }) => kind === 'email' && verifiedAt !== null)?.value,
      acr: levelsOf(proofs, run.populationKind)[0]?.acr,
    };
    return Object.fromEntries(send.map((name) => [name, values[name]]).filter(([, value]) => value !== undefined));
  }

  const show = (run: RunView, state: State): StepAnswer<State, Screen> => ({
    show: { step: 'webhook', onward: new URL(run.url(`/run/${run.id}${elsewherePath}`)).pathname }, state, leaving: true,
  });

  return defineStep<WebhookConfig, State, Screen, z.infer<typeof webhookInput>>({
    name: 'webhook',
    about: 'Asks a server of the organisation yes or no.',
    exits: ['yes', 'no', 'failed'],
    effects: { yes: { answered: true }, no: { answered: true }, failed: { answered: true } },
    // Where there is a browser, which is sent to wait.
    channels: ['web', 'kiosk', 'support-desk'],
    fails: ['undelivered'],
    config: webhookConfig,
    input: webhookInput,
    enter: async (tx, run, { send }) => show(run, { told: await gather(tx, run, send) }),
    submit: async (_tx, run, _settings, state) => show(run, state),
    elsewhere: {
      depart: async (run, settings, { told }, token) => ({ received: await askServer(run, settings, told, token) }),
      receive: async () => undefined,
      settle: async (tx, run, { url }, _state, received) => {
        const answer = received as Answer;
        if ('answer' in answer) return { exit: answer.answer };
        const { actor, principal } = run.occasion;
        await events.append(tx, {
          type: 'run.webhook_failed', population: run.population, run: run.id, actor,
          ...(principal === undefined || run.facts.proofs.length === 0 ? {} : { principal }),
          open: { host: new URL(url).host.slice(0, 100), reason: answer.failed },
        });
        return { exit: 'failed' };
      },
    },
  });
}
