/** What every page with a form does better with a script: nothing here is needed to go on. */

/** Says that the form is on its way; a second press does nothing. */
export function markSent(form: HTMLFormElement, button: HTMLElement | null): void {
  const again = 'sent' in form.dataset;
  form.dataset.sent = '';
  if (!button || again) return;
  button.setAttribute('aria-disabled', 'true');
  const words = button.querySelector('span') ?? button;
  button.dataset.label = words.textContent ?? '';
  if (button.dataset.busy) words.textContent = button.dataset.busy;
}

export function markReady(form: HTMLFormElement): void {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll<HTMLElement>('[aria-disabled]')) {
    button.removeAttribute('aria-disabled');
    (button.querySelector('span') ?? button).textContent = button.dataset.label ?? '';
  }
}

/** Listens to forms; a handler that takes the sending over says so. */
export function watchForms(takesOver: (form: HTMLFormElement, button: HTMLElement | null) => boolean): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const button = event.submitter ?? form.querySelector<HTMLElement>('button[type=submit]');
    if ('sent' in form.dataset) {
      event.preventDefault();
      return;
    }
    if (takesOver(form, button)) event.preventDefault();
    for (const input of form.querySelectorAll<HTMLInputElement>('input[inputmode=numeric]')) {
      input.value = westernDigits(input.value);
    }
    // A password left readable would be kept by the browser's memory for forms.
    for (const input of form.querySelectorAll<HTMLInputElement>('input[name=password]')) input.type = 'password';
    markSent(form, button);
  });
  // A page that comes back from the browser's cache is as it was left: busy.
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form').forEach(markReady);
  });
}

/** Arabic and Persian keyboards type digits of their own. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

function showPasswords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-show]')) {
    const input = document.getElementById(button.dataset.show ?? '') as HTMLInputElement;
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown = input.type === 'password';
      input.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(shown));
      input.focus();
    });
  }
}

/** Says how far a new password is, in words. Length is what makes it hard to guess. */
function sayLength(): void {
  for (const output of document.querySelectorAll<HTMLElement>('[data-length-of]')) {
    const { lengthOf = '', minimum, short = '', enough = '', long = '' } = output.dataset;
    const input = document.getElementById(lengthOf) as HTMLInputElement;
    const tell = (): void => {
      const count = [...input.value].length;
      const least = Number(minimum);
      output.dataset.state = count < least ? 'short' : 'enough';
      output.textContent = count === 0 ? '' : count < least ? short.replace('#', String(count))
        : count < least + 8 ? enough : long;
    };
    input.addEventListener('input', tell);
    tell();
  }
}

/** Codes that are shown once can be copied and printed. */
function offerTools(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-does]')) {
    const { does, copies = '', done = '' } = button.dataset;
    if (does === 'copy' && !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      if (does === 'print') return print();
      void navigator.clipboard.writeText(copies).then(() => {
        button.closest('.codes')!.querySelector('[role=status]')!.textContent = done;
      });
    });
  }
}

/** The server writes moments in UTC; here is somebody with a zone. */
function localTimes(): void {
  const times = document.querySelectorAll<HTMLTimeElement>('time[data-local]');
  if (times.length === 0) return;
  const { lang } = document.documentElement;
  // Some browsers name locales that are no language tags (en-US@posix), which Intl refuses.
  const own = navigator.languages.find((each) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(each) && each.split('-')[0] === lang);
  const format = new Intl.DateTimeFormat(own ?? lang, { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' });
  for (const time of times) time.textContent = format.format(new Date(time.dateTime));
}

export function improvePage(): void {
  showPasswords();
  offerTools();
  localTimes();
  sayLength();
  document.querySelector<HTMLElement>('.notice[role=alert]')?.focus();
}
