const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language as people call it; `any` is for all that have no words of their own. */
export const languageName = (tag: string): string => (tag === 'any' ? 'Any language' : names.of(tag) ?? tag);
