import { command } from '../../command.ts';
import { findPrincipal, whoArgument } from '../../find-principal.ts';
import { showPrincipal } from '../../show-principal.ts';

export const principalShow = command<{ population: string; who: string }>({
  name: 'principal show',
  summary: 'Shows a principal and their identifiers',
  arguments: { '<population>': 'whose principal', '<who>': whoArgument },
  examples: ['limen principal show workforce ann@example.org'],
  run: async ({ api, output }, { population, who }) => {
    output.result({ principal: await findPrincipal(api, population, who) }, ({ principal }) => showPrincipal(principal));
  },
});
