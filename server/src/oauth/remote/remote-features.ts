import { errors, type Configuration } from 'oidc-provider';
import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { Directory } from '../../directory/index.ts';
import { second } from '../../kernel/index.ts';
import type { Database } from '../../storage/index.ts';
import { backchannelLifetime, deviceLifetime } from './remote-request.ts';

type Features = Pick<NonNullable<Configuration['features']>, 'deviceFlow' | 'ciba'>;

/** Two digits, for the person to type what the desk reads to them; never a text, which could say anything. */
const number = /^[1-9]\d$/;

/** What the provider is told of screens elsewhere. Its own pages for codes are not used. */
export function remoteFeatures(deps: {
  database: Pick<Database, 'db'>; directory: Pick<Directory, 'findByIdentifier'>; population: string; kind: PopulationKind;
}): Features {
  // Nobody signs in at the machines' door.
  if (deps.kind === 'workload') return { deviceFlow: { enabled: false }, ciba: { enabled: false } };
  return {
    // RFC 8628 §6.1: 20 characters, none of them a vowel, eight times: 34.5 bits.
    deviceFlow: {
      enabled: true, charset: 'base-20', mask: '****-****', deviceInfo: () => ({}),
      userCodeInputSource: unreachable, userCodeConfirmSource: unreachable, successSource: unreachable,
    },
    ciba: {
      enabled: true, deliveryModes: ['poll'],
      processLoginHint: async (_ctx, hint = '') => (
        (await deps.directory.findByIdentifier(deps.database.db, deps.population, hint.slice(0, 254)))?.principal),
      processLoginHintToken: async () => { throw new errors.InvalidRequest('login_hint_token is not taken here'); },
      validateBindingMessage: async (_ctx, message) => {
        if (message !== undefined && number.test(message)) return;
        throw new errors.InvalidBindingMessage('binding_message is the two digits that you show, from 10 to 99');
      },
      validateRequestContext: async (_ctx, context) => {
        if (context !== undefined) throw new errors.InvalidRequest('request_context is not taken here');
      },
      verifyUserCode: async (_ctx, _account, code) => {
        if (code !== undefined) throw new errors.InvalidRequest('user_code is not taken here');
      },
      // The person was told when the request was stored.
      triggerAuthenticationDevice: async () => undefined,
    },
  };
}

const unreachable = async (): Promise<never> => { throw new Error('codes are not taken by the provider'); };

/** Seconds. A request may ask for less, never for more (CIBA Core 1.0 §7.1, `requested_expiry`). */
export const remoteLifetimes: Pick<NonNullable<Configuration['ttl']>, 'DeviceCode' | 'BackchannelAuthenticationRequest'> = {
  DeviceCode: deviceLifetime / second,
  BackchannelAuthenticationRequest: (ctx) => (
    Math.min(Number(ctx?.oidc?.params?.['requested_expiry'] ?? Infinity), backchannelLifetime / second)),
};
