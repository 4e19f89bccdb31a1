import { noteOf, rowOf } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { callback } from '../load/application.ts';
import { onStage, ourApplication, referenceApplication } from './stage.ts';

const atOnce = 12;

/** A customer who comes back with a passkey, from the application's redirect to its tokens. */
export const passkeySignIn: Benchmark = {
  name: 'passkey',
  title: 'Sign-in with a passkey',
  what: 'full passkey sign-in',
  reference: 'plain `oidc-provider`, authorization-code flow, in memory',
  target: '≥ 0.5 ×',
  how: 'Customers sign in by the built-in journey, each with a fresh browser: `/authorize`, the first screen, the passkey, '
    + 'the way back, the code and the tokens; seven requests. The passkeys are ES256, held by an authenticator in software '
    + 'in the load generator, and were made by signing up. The reference answers its interaction at once, without any '
    + 'screen, credential or consent, which makes four requests. Both ask for PKCE and sign the ID token with RS256, and '
    + `the same code drives them, ${atOnce} sign-ins at a time. Every ID token is verified once the time has been taken.`,
  run: (effort, say) => onStage('plain-provider.ts', effort, say, async (stage) => {
    // Nobody signs in twice at a time.
    const lanes = Math.min(atOnce, effort.people);
    const application = await ourApplication(stage, 'customers', {
      grantTypes: ['authorization_code'], redirectUris: [callback], scopes: ['openid'],
    });
    say(`signing up ${effort.people} customers with passkeys`);
    await stage.generator.call('passkeySignIns', { side: 'ours', application, atOnce: lanes, people: effort.people });
    const other = await referenceApplication(stage, 'shop');
    await stage.generator.call('plainSignIns', { side: 'reference', application: other, atOnce: lanes });
    const compared = await stage.play(stage.ours('ours', lanes), stage.theirs('reference', lanes));
    return compared
      ? { rows: [rowOf(compared, { what: passkeySignIn.what, least: 0.5 })], notes: [noteOf(compared)] } : { rows: [], notes: [] };
  }),
};
