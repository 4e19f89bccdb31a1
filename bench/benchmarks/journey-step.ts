import type { Benchmark } from '../benchmark.ts';
import { callback } from '../load/application.ts';
import { median, percentile, spread } from '../statistics.ts';
import { applyPasswordJourney } from './apply-journey.ts';
import { onStage, ourApplication } from './stage.ts';

const perSecond = 200;
const most = 25;

/** One screen after the other, at the pace at which people come. */
export const journeyStep: Benchmark = {
  name: 'step',
  title: 'A step of a journey',
  what: `journey step, 99th percentile at ${perSecond} requests/s`,
  reference: 'none',
  target: `≤ ${most} ms`,
  how: `${perSecond} requests a second at even distances, whatever became of those before: people whose sign-in was begun `
    + 'before the time is taken send their address, see the screen that asks for the password, go back and see the first one '
    + 'again (`bench/policies`, so that nothing is mailed). A step is two requests, the form and the '
    + 'screen that comes of it. Timed in the load generator, which runs on the same cores, from when somebody was due: the '
    + 'figure is more than the server\'s own time.',
  run: (effort, say) => onStage('plain-provider.ts', effort, say, async (stage) => {
    const application = await ourApplication(stage, 'customers', {
      grantTypes: ['authorization_code'], redirectUris: [callback], scopes: ['openid'],
    });
    await applyPasswordJourney(stage.limen.operator);
    await stage.generator.call('journeySteps', { side: 'ours', application, perSecond });
    const ours = stage.ours('ours', 1);
    if (effort.profileTo !== undefined) {
      await stage.play(ours, ours);
      return { rows: [], notes: [] };
    }
    const rounds: number[] = [];
    const latencies: number[] = [];
    for (let round = 0; round <= effort.rounds; round += 1) {
      const done = await ours.run(effort);
      await ours.rest();
      const reached = percentile(done.latencies, 0.99);
      say(`round ${round} of ${effort.rounds}${round === 0 ? ' (warming up)' : ''}: ${ms(reached)} at ${(2 * done.count / done.seconds).toFixed(0)} requests/s`);
      if (round === 0) continue;
      rounds.push(reached);
      latencies.push(...done.latencies);
    }
    const reached = median(rounds);
    const across = spread(rounds);
    return {
      rows: [{
        what: journeyStep.what, ours: ms(reached), reference: '–', reached: ms(reached), target: `≤ ${most} ms`,
        met: reached <= most, spread: `${ms(across.least)} – ${ms(across.most)}`,
      }],
      notes: [`The median of all steps was ${ms(percentile(latencies, 0.5))}, the longest took ${ms(Math.max(...latencies))}.`],
    };
  }),
};

const ms = (value: number): string => `${value.toFixed(1)} ms`;
