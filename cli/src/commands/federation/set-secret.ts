import { resolve } from 'node:path';
import { command } from '../../command.ts';
import { readInput } from '../../read-input.ts';

const mostBytes = 4_096;

export const federationSetSecret = command<{ population: string; provider: string; file: string }>({
  name: 'federation set-secret',
  summary: 'Sets the secret that a population shows a provider upstream',
  about: 'It comes from a file, since what stands on a command line is seen by everybody on the machine. It is sealed '
    + 'with the master key and never shown again. For Apple it is the private key that ends in .p8.',
  arguments: { '<population>': 'whose provider', '<provider>': 'its name in federation.yaml', '<file>': 'with the secret alone' },
  examples: ['limen federation set-secret customers google google-secret.txt'],
  run: async ({ api, output, workingFolder }, { population, provider, file }) => {
    const secret = await readInput(resolve(workingFolder, file), mostBytes);
    const answer = await api.ask('federation.set-secret', { params: { population, provider }, body: { secret: secret.trim() } });
    output.result(answer, () => `The secret for ${provider} is set.`);
    output.note(`Remove ${file} now, or keep it where your secrets are kept.`);
  },
});
