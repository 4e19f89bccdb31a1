/**
 * brand-files owns logos and typefaces that operators bring: it cleans them, names them by their bytes, keeps them and
 * hands them out. It never takes one at its word: what a file is called or says that it is counts for nothing.
 */
export { createBrandFiles, type BrandFiles } from './create-brand-files.ts';
export { keepBrandFiles } from './brand-file-store.ts';
export { contentTypeOf, readBrandFile, type BrandFile } from './read-file.ts';
