import { command } from '../../command.ts';
import { count } from '../../terminal-text.ts';

export const keyRotate = command<{ population: string; atOnce?: boolean }>({
  name: 'key rotate',
  summary: 'Publishes successors of a population\'s signing keys',
  about: 'They sign after one cache lifetime, when everybody has had the time to fetch them; what the ones before '
    + 'signed stays good until it expires.',
  arguments: { '<population>': 'whose keys' },
  flags: [{ flags: '--at-once', about: 'let them sign now: for a key that has become known' }],
  examples: ['limen key rotate customers', 'limen key rotate workforce --at-once'],
  run: async ({ api, output }, { population, atOnce = false }) => {
    output.result(await api.ask('key.rotate', { params: { population }, body: { atOnce } }), ({ kids }) =>
      `${count(kids.length, 'new key')}: ${kids.join(', ')}`);
    output.note(`When they sign: limen key list ${population}`);
  },
});
