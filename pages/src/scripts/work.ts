/** Has the page's sum solved aside, and goes on with it; where that doesn't work, once the time to wait is over. */

interface Solution {
  readonly counter: number;
  readonly derivedKey: string;
}

export function work(): void {
  const box = document.querySelector<HTMLElement>('[data-work]');
  const form = document.querySelector<HTMLFormElement>('form#step');
  const button = form?.querySelector<HTMLButtonElement>('.primary');
  if (!box || !form || !button) return;
  const { work: challenge = '', aside = '', wait = '0' } = box.dataset;

  const send = (solution: Solution | null): void => {
    if ('sent' in form.dataset) return;
    form.querySelector<HTMLInputElement>('[name=counter]')!.value = solution ? String(solution.counter) : '';
    form.querySelector<HTMLInputElement>('[name=derivedKey]')!.value = solution?.derivedKey ?? '';
    form.requestSubmit(button);
  };
  const waitInstead = (): void => {
    [box.hidden, button.hidden] = [false, false];
    setTimeout(() => { send(null); }, Number(wait) * 1_000);
  };

  try {
    const worker = new Worker(aside);
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) => {
      if (data) send(data);
      else waitInstead();
    });
    worker.addEventListener('error', waitInstead);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none, only a window's
    worker.postMessage(JSON.parse(challenge));
    // There is nothing to press while it works.
    [box.hidden, button.hidden] = [true, true];
  } catch {
    waitInstead();
  }
}
