import { createHash } from 'node:crypto';

/** Cells a row, and rows: a count is too high by more than e/width of all tries only once in e^depth (Cormode 2005). */
const width = 8_192;
const depth = 4;

/**
 * A count-min sketch: how often each of any number of values was seen, never too low and hardly too high, in 128 KiB.
 * It can't be read backwards: whoever has it can only ask for a value that they know.
 */
export interface Sketch {
  readonly cells: Uint32Array;
  total: number;
}

export const emptySketch = (): Sketch => ({ cells: new Uint32Array(width * depth), total: 0 });

/** Counts a value once more. */
export function countIn(sketch: Sketch, value: string): void {
  sketch.total += 1;
  for (const cell of cellsOf(value)) sketch.cells[cell]! += 1;
}

/** How often a value was seen, at most. */
export function countOf(sketch: Sketch, value: string): number {
  return Math.min(...cellsOf(value).map((cell) => sketch.cells[cell]!));
}

/** Adds one to another, in place. */
export function addSketch(into: Sketch, other: Sketch): void {
  into.total += other.total;
  for (let cell = 0; cell < into.cells.length; cell += 1) into.cells[cell]! += other.cells[cell]!;
}

/** As it is stored; little-endian on whatever machine. */
export function packSketch({ cells }: Sketch): Buffer {
  const packed = Buffer.alloc(cells.length * 4);
  cells.forEach((count, at) => packed.writeUInt32LE(count, at * 4));
  return packed;
}

/** Of another size, from another release, it is begun anew. */
export function unpackSketch(packed: Buffer, total: number): Sketch {
  const sketch = emptySketch();
  if (packed.length !== sketch.cells.length * 4) return sketch;
  sketch.cells.forEach((_, at) => { sketch.cells[at] = packed.readUInt32LE(at * 4); });
  sketch.total = total;
  return sketch;
}

/** A cell in each row. The value is a keyed hash already, so that nobody can choose which cells they fill. */
function cellsOf(value: string): readonly number[] {
  const hash = createHash('sha256').update(value).digest();
  return Array.from({ length: depth }, (_, row) => row * width + hash.readUInt32LE(row * 4) % width);
}
