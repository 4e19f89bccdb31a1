import { improvePage, watchForms } from './form.ts';
import { waitForOther } from './wait.ts';

watchForms(() => false);
improvePage();
waitForOther();
