import { improvePage, watchForms } from './form.ts';
import { work } from './work.ts';

watchForms(() => false);
improvePage();
work();
