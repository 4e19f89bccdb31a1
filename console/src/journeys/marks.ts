/** What a drawing says of a step or a line besides what it is; each mark has a word, a shape and a colour. */
export type Mark = 'walked' | 'here' | 'added' | 'removed' | 'changed';

export interface Marks {
  readonly nodes: ReadonlyMap<string, Mark>;
  /** By `from>to`. */
  readonly edges: ReadonlyMap<string, Mark>;
}

export const markWords: Readonly<Record<Mark, { readonly sign: string; readonly word: string }>> = {
  walked: { sign: '✓', word: 'walked' }, here: { sign: '●', word: 'here' },
  added: { sign: '+', word: 'added' }, removed: { sign: '−', word: 'removed' }, changed: { sign: '≠', word: 'changed' },
};
