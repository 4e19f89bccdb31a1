import { resolve } from 'node:path';
import { readKeyText, type DeviceKeyText } from '../../../../contract/device-key.ts';
import { misused } from '../../cli-error.ts';
import { command } from '../../command.ts';
import { calledOf, findPrincipal, whoArgument } from '../../find-principal.ts';
import { readInput } from '../../read-input.ts';
import { moment } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly who: string;
  readonly file: string;
  readonly name: string;
  readonly until: string;
}

const mostBytes = 64 * 1024;

export const deviceKeyRegister = command<Given>({
  name: 'device-key register',
  summary: 'Registers the public key of an employee\'s device, which then counts as managed',
  about: 'Where a certificate over the key is shown, whoever signed it, that session is a managed device\'s. A private key, given by mistake, stays where it is.',
  arguments: {
    '<population>': 'whose employee', '<who>': whoArgument, '<file>': 'the public key: a JWK, or PEM of it or of a certificate over it',
    '<name>': 'which device it is, without the name of its owner', '<until>': 'until when it is managed, at most three years ahead, like 2027-12-31T00:00:00Z',
  },
  examples: ['limen device-key register workforce ann@example.org laptop.pem "Laptop 4711" 2027-12-31T00:00:00Z'],
  run: async ({ api, output, workingFolder }, { population, who, file, name, until }) => {
    const key = await readKey(resolve(workingFolder, file));
    const found = await findPrincipal(api, population, who);
    const answer = await api.ask('device-key.register', { params: { population, principal: found.id }, body: { key: key as string, name, endsAt: until } });
    output.result(answer, ({ key: id }) => `${name} of ${calledOf(found)} is managed until ${moment(until)}: ${id}`);
  },
});

async function readKey(path: string): Promise<DeviceKeyText> {
  const read = readKeyText(await readInput(path, mostBytes));
  if ('problem' in read) throw misused(`The file ${read.problem}`, 'limen device-key register --help says what is taken.', path);
  return read.key;
}
