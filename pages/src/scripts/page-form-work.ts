import { improvePage, markReady, watchForms } from './form.ts';
import { quietWork } from './quiet-work.ts';

watchForms(quietWork((form, button) => {
  markReady(form);
  form.requestSubmit(button);
}));
improvePage();
