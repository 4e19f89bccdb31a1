export interface Line {
  readonly kind: 'same' | 'gone' | 'new' | 'skip';
  readonly text: string;
  readonly before?: number;
  readonly after?: number;
}

/** Lines around a change that are shown with it. */
const around = 3;

/**
 * The difference of two texts by line: the longest common part stays, the rest goes or comes. What lies far from any
 * change is one line that says how much it is.
 */
export function lineDifference(before: string, after: string): readonly Line[] {
  return folded(compared(before === '' ? [] : before.replace(/\n$/, '').split('\n'), after === '' ? [] : after.replace(/\n$/, '').split('\n')));
}

function compared(before: readonly string[], after: readonly string[]): Line[] {
  const columns = after.length + 1;
  // Longest common part of the ends from each place on. Files are bounded, so this is at most a few million cells.
  const common = new Uint16Array((before.length + 1) * columns);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * columns + j] = before[i] === after[j] ? common[(i + 1) * columns + j + 1]! + 1
        : Math.max(common[(i + 1) * columns + j]!, common[i * columns + j + 1]!);
    }
  }
  const lines: Line[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ kind: 'same', text: before[i]!, before: i + 1, after: j + 1 });
      i += 1;
      j += 1;
    } else if (i < before.length && (j === after.length || common[(i + 1) * columns + j]! >= common[i * columns + j + 1]!)) {
      lines.push({ kind: 'gone', text: before[i]!, before: i + 1 });
      i += 1;
    } else {
      lines.push({ kind: 'new', text: after[j]!, after: j + 1 });
      j += 1;
    }
  }
  return lines;
}

function folded(lines: readonly Line[]): readonly Line[] {
  const isNear = (index: number): boolean => lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same');
  const shown: Line[] = [];
  let skipped = 0;
  const tell = (): void => {
    if (skipped > 0) shown.push({ kind: 'skip', text: `${skipped} ${skipped === 1 ? 'line' : 'lines'} the same` });
    skipped = 0;
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'same' && !isNear(index)) skipped += 1;
    else {
      tell();
      shown.push(line);
    }
  }
  tell();
  return shown;
}
