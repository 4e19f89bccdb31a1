import { configuration } from './configuration.ts';
import { decisions } from './decisions.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import type { Golden } from './golden.ts';
import { openapi } from './openapi.ts';
import { pages } from './pages.ts';
import { proved } from './proved.ts';
import { schema } from './schema.ts';
import { screens } from './screens.ts';
import { sdk } from './sdk.ts';

/** All generated files of the repository. */
export const goldens: readonly Golden[] = [errors, events, configuration, openapi, schema, pages, screens, decisions, sdk, proved];
