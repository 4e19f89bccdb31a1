import type { z } from 'zod';
import { milliseconds } from '../../../../contract/policy/index.ts';
import type { ScreenOf } from '../../../../contract/screens/index.ts';
import { waitInput } from '../../../../contract/screens/wait.ts';
import { hour } from '../../kernel/index.ts';
import type { RecoveryCase, Route } from '../../recovery/index.ts';
import { deviceLabel } from '../../sessions/index.ts';
import type { Db } from '../../storage/index.ts';
import { defineStep, type RunView, type Step, type StepAnswer } from '../step.ts';
import { atAnyScreen, type ExitEffect } from '../step-declaration.ts';
import type { StepServices } from './step-services.ts';

type Name = 'wait' | 'approve';
type Screen = ScreenOf<'wait'> | ScreenOf<'approve'>;
type Answer = StepAnswer<null, Screen>;
interface Settings { readonly for: string }

/** What the person says to whoever decides: which case it is, to the desk; what is on their screen, to a contact. */
function toldBy({ route, caseNumber, number }: RecoveryCase): string | null {
  return route === 'support-desk' ? caseNumber : number;
}

/**
 * What `wait` and `approve` have in common: a case is opened at the person's wish, the browser's part ends there, and
 * whoever comes back with a proof of their own finds it, whichever of the two steps it was opened by. Nothing leads
 * past it but that its wait is over; what was decided meanwhile is read from the case, never from the browser.
 */
export function createCaseStep<Config extends Settings>(
  { recovery }: Pick<StepServices, 'recovery'>,
  { name, about, taken, effect, config, route }: {
    readonly name: Name;
    readonly about: string;
    /** The exit by which somebody goes on. */
    readonly taken: string;
    readonly effect: ExitEffect;
    readonly config: z.ZodType<Config>;
    readonly route: (settings: Config) => Route;
  },
): Step {
  const byOf = (of: Route) => (of === 'wait' ? 'nobody' as const : of);
  const show = (run: RunView, settings: Config, found: RecoveryCase | undefined): Answer => ({
    show: {
      step: name, state: found === undefined ? 'offer' : found.state === 'asked' ? 'asked' : 'waiting',
      hours: Math.ceil((found?.wait ?? milliseconds(settings.for)) / hour),
      dueAt: found?.dueAt?.toISOString() ?? null, by: byOf(found?.route ?? route(settings)), number: found ? toldBy(found) : null,
      // Whoever has asked has made up their mind; the link in the notices takes it back.
      ways: found === undefined && run.wired.includes('other-way') ? ['other-way'] : [],
    },
    state: null,
  });

  function goOn(run: RunView, settings: Config, found: RecoveryCase | undefined): Answer {
    if (found?.state !== 'waiting' || !found.dueAt || found.dueAt > run.now) return show(run, settings, found);
    return { exit: taken, proofs: [{ kind: 'recovery-case', at: run.now }] };
  }

  const living = async (tx: Db, run: RunView) => {
    const { principal, proofs } = run.facts;
    if (principal === undefined || proofs.length === 0) return 'nobody' as const;
    return recovery.living(tx, { population: run.population, principal });
  };

  return defineStep<Config, null, Screen, z.infer<typeof waitInput>>({
    name, about,
    exits: [taken, 'later', 'unavailable', 'other-way'],
    optionalExits: ['other-way'],
    effects: { [taken]: effect },
    channels: atAnyScreen,
    fails: ['throttled', 'refused', 'undelivered'],
    config,
    input: waitInput,
    enter: async (tx, run, settings) => {
      const found = await living(tx, run);
      if (found === 'nobody') return { exit: 'unavailable' };
      if (!found && route(settings) === 'trusted-contact'
        && !await recovery.hasContact(tx, { population: run.population, principal: run.facts.principal! })) {
        return { exit: run.wired.includes('other-way') ? 'other-way' : 'unavailable' };
      }
      return goOn(run, settings, found);
    },
    submit: async (tx, run, settings, _state, { choice }) => {
      const found = await living(tx, run);
      if (found === 'nobody') return { exit: 'unavailable' };
      if (found) return choice === 'continue' && found.dueAt && found.dueAt <= run.now ? goOn(run, settings, found) : { exit: 'later' };
      if (choice === 'other-way') return { exit: run.wired.includes('other-way') ? 'other-way' : 'unavailable' };
      const opened = await recovery.open(tx, {
        population: run.population, principal: run.facts.principal!, route: route(settings), run: run.id,
        device: deviceLabel(run.userAgent) ?? '', locale: run.locale, wait: milliseconds(settings.for),
      });
      return typeof opened === 'string' ? { exit: 'unavailable' } : show(run, settings, opened);
    },
  });
}
