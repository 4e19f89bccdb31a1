import { improvePage, watchForms } from './form.ts';

watchForms(() => false);
improvePage();
