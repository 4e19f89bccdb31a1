/** Has the page's sum solved aside while the person types; the form waits for it, and for no longer than without it. */

interface Solution {
  readonly counter: number;
  readonly derivedKey: string;
}

/** Gives what holds the main form back: true while it has to wait, after which it is sent by itself. */
export function quietWork(sendAgain: (form: HTMLFormElement, button: HTMLElement | null) => void): (form: HTMLFormElement, button: HTMLElement | null) => boolean {
  const box = document.querySelector<HTMLInputElement>('[data-work]');
  if (!box) return () => false;
  const { work = '', aside = '', wait = '0' } = box.dataset;
  let isReady = false;
  let held: [HTMLFormElement, HTMLElement | null] | undefined;

  const goOn = (solution: Solution | null): void => {
    if (isReady) return;
    isReady = true;
    if (solution) {
      box.value = String(solution.counter);
      box.form!.querySelector<HTMLInputElement>('[name=derivedKey]')!.value = solution.derivedKey;
    }
    if (held) sendAgain(...held);
  };
  setTimeout(() => { goOn(null); }, Number(wait) * 1_000);
  try {
    const worker = new Worker(aside);
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) => { if (data) goOn(data); });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none, only a window's
    worker.postMessage(JSON.parse(work));
  } catch {
    // Waiting does the same.
  }

  return (form, button) => {
    if (isReady || form !== box.form) return false;
    held = [form, button];
    return true;
  };
}
