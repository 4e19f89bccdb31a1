import {
  nodeName, optionalPolicyParts, policyFileBounds, policyParts, type PolicyFault, type PolicyFile,
} from '../../../contract/policy/index.ts';
import { didYouMean } from './suggest.ts';

const partFiles = [...policyParts, ...optionalPolicyParts].map((part) => `${part}.yaml`);

/** Characters of all files together; what is larger takes long to read. */
const mostCharacters = 200_000;

/** Control characters but tab, line feed and carriage return; YAML 1.2 §5.1 allows no others either. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What is wrong with the files as a whole, before any is read. */
export function oversize(files: readonly PolicyFile[]): PolicyFault | undefined {
  const total = files.reduce((sum, { text }) => sum + text.length, 0);
  if (files.length <= policyFileBounds.files && total <= mostCharacters) return undefined;
  const file = files[0]?.path.slice(0, 200) ?? '';
  return {
    file, line: 1, at: file, problem: `is one of ${files.length} files with ${total} characters in all`,
    remedy: `Send at most ${policyFileBounds.files} files and ${mostCharacters} characters.`,
  };
}

/** The files that can be read at all, each once, and what is wrong with the others. */
export function readFiles(
  files: readonly PolicyFile[],
): { readonly accepted: readonly PolicyFile[]; readonly faults: readonly PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const refuse = (file: string, problem: string, remedy: string, line = 1): void => {
    faults.push({ file: file.slice(0, 200), line, at: file.slice(0, 200), problem, remedy });
  };
  const accepted = new Map<string, PolicyFile>();
  for (const file of files) {
    const { path, text } = file;
    if (!isKnown(path)) refuse(path, 'is not a file of a policy', remedyForName(path));
    else if (accepted.has(path)) refuse(path, 'was sent twice', 'Send each file once.');
    else if (text.length > policyFileBounds.characters) {
      refuse(path, `has ${text.length} characters`, `Keep each file within ${policyFileBounds.characters}.`);
    } else if (badCharacter(text) !== undefined) {
      refuse(path, 'is not valid UTF-8 text', 'Save the file as UTF-8, without control characters.',
        badCharacter(text));
    } else accepted.set(path, file);
  }
  return { accepted: [...accepted.values()], faults };
}

function isKnown(path: string): boolean {
  const journey = /^journeys\/([^/]+)\.yaml$/.exec(path)?.[1];
  return partFiles.includes(path) || (journey !== undefined && nodeName.safeParse(journey).success);
}

function remedyForName(path: string): string {
  if (path.startsWith('journeys/')) {
    return 'Name it journeys/<name>.yaml, with lower-case letters, digits and hyphens in the name.';
  }
  return `${didYouMean(path, partFiles)} Journeys are journeys/<name>.yaml.`;
}

/** The line of the first character that valid text doesn't have: U+FFFD stands where bytes could not be decoded. */
function badCharacter(text: string): number | undefined {
  const lines = text.split('\n');
  const found = lines.findIndex((line) => line.includes('\ufffd') || control.test(line) || !line.isWellFormed());
  return found < 0 ? undefined : found + 1;
}
