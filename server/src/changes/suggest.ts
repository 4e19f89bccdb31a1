/** The candidate that a mistyped word most likely means: at most a third of its letters differ. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = simplified(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = plain === simplified(candidate) ? 0 : editDistance(plain, simplified(candidate));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** What to do about a word that is not one of `candidates`. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean ${near}?`;
  if (candidates.length === 0) return 'Remove it; nothing is set here.';
  return `Use one of: ${candidates.slice(0, 20).join(', ')}.`;
}

/** Spelling that people mix up: `sign_up` and `signUp` are `sign-up`. */
function simplified(word: string): string {
  return word.slice(0, 60).toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Letters added, left out, replaced, or swapped with their neighbour (optimal string alignment), by rows. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, isSwap ? before[j - 2]! + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
