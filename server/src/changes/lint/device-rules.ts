import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { PolicyFault } from '../../../../contract/policy/index.ts';
import { readAuthority } from '../../sessions/index.ts';
import { faultAt, type Draft } from '../draft.ts';

const file = 'devices.yaml';

/** What a plan refuses of managed devices: authorities that issue nothing, and populations whose devices nobody manages. */
export function checkDevices(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  const authorities = draft.parts.devices?.authorities ?? [];
  if (authorities.length > 0 && kind !== 'workforce') {
    return [faultAt(draft, file, ['authorities'], kind === 'customer' ? 'says which devices of customers are managed: nobody manages them but themselves'
      : 'is about devices of people, whom a workload population doesn\'t have', 'Remove the file.', 'key')];
  }
  return authorities.flatMap(({ name, certificate }, index) => {
    const at = (field: string, problem: string, remedy: string): PolicyFault[] => (
      [faultAt(draft, file, ['authorities', index, field], problem, remedy)]);
    const twice = authorities.findIndex((each) => each.name === name) < index
      ? at('name', 'is the name of another authority, so that nobody could tell them apart', 'Choose another name.') : [];
    return [...twice, ...authorityFaults(certificate).flatMap(([problem, remedy]) => at('certificate', problem, remedy))];
  });
}

/** Times are not looked at: one that has ended counts for nobody any more, and takes no policy with it. */
function authorityFaults(pem: string): readonly (readonly [problem: string, remedy: string])[] {
  const read = readAuthority(pem);
  switch (read) {
    case 'unreadable': return [['is no certificate', 'Write one block of PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.']];
    case 'no-authority': return [['is a certificate that may issue none (RFC 5280 §4.2.1.9)', 'Write the one of the authority that issues those of devices.']];
    case 'weak': return [['has a key too weak to trust', 'Use RSA from 2048 bits, EC on P-256, P-384 or P-521, or Ed25519.']];
    default: return [];
  }
}
