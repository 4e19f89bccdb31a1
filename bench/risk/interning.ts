/** Gives one and the same object for the same text. */
export type Intern = (text: string) => string;

/**
 * Maps find a text that is the same object without comparing letters, which took half of the time of scoring, and what
 * stands in a million rows is kept once. Holds every text that it was given.
 */
export function createInterning(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}
