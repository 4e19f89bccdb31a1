import { noteOf, rowOf } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { resource } from '../load/application.ts';
import { onStage, ourApplication, referenceApplication } from './stage.ts';

const atOnce = 32;

/** A job that asks for a token: what machines do all day. */
export const token: Benchmark = {
  name: 'token',
  title: 'Tokens for machines',
  what: 'client-credentials token',
  reference: 'plain `oidc-provider` with its in-memory adapter',
  target: '≥ 0.6 ×',
  how: 'An application of the population `workloads` asks for tokens with `client_credentials`, `client_secret_basic` and '
    + `a resource, over ${atOnce} kept-alive connections, one request after the other on each. Both sides issue a JWT signed `
    + 'with ES256. Ours has committed the event of the token to PostgreSQL, with fsync, before it answers; the reference '
    + 'keeps nothing. Every token of either side is verified once the time has been taken, and none may come twice.',
  run: (effort, say) => onStage('plain-provider.ts', effort, say, async (stage) => {
    const application = await ourApplication(stage, 'workloads', { grantTypes: ['client_credentials'], resources: [resource] });
    await stage.generator.call('tokens', { side: 'ours', application, atOnce });
    const other = await referenceApplication(stage, 'job');
    await stage.generator.call('tokens', { side: 'reference', application: other, atOnce });
    const compared = await stage.play(stage.ours('ours', atOnce), stage.theirs('reference', atOnce));
    return compared
      ? { rows: [rowOf(compared, { what: token.what, least: 0.6 })], notes: [noteOf(compared)] } : { rows: [], notes: [] };
  }),
};
