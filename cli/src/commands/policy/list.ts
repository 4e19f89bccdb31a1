import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

export const policyList = command<{ population?: string; before?: number }>({
  name: 'policy list',
  summary: 'Lists the populations, or the published versions of one\'s policy',
  arguments: { '[population]': 'whose versions to list, newest first' },
  flags: [{
    flags: '--before <version>', about: 'only versions before this one; a list has at most 100',
    number: { least: 1, most: 1_000_000_000 },
  }],
  examples: ['limen policy list', 'limen policy list customers'],
  run: async ({ api, output }, { population, before }) => {
    if (population === undefined) {
      output.result(await api.ask('population.list', {}), ({ populations }) => table([
        ['POPULATION', 'KIND', 'VERSION', 'ISSUER'],
        ...populations.map(({ slug, kind, version, issuer }) => [slug, kind, String(version ?? '-'), issuer]),
      ]));
      return;
    }
    output.result(await api.ask('policy.list', { params: { population }, query: { before } }), ({ versions }) => table([
      ['VERSION', 'PUBLISHED', 'BY', 'DIGEST'],
      ...versions.map(({ version, publishedAt, publishedBy, digest }) =>
        [String(version), moment(publishedAt), publishedBy, digest.slice(0, 12)]),
    ]));
  },
});
