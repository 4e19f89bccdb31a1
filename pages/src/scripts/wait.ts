/** Goes on by itself once what a page waits for elsewhere has come; its button does the same without this. */

const between = 3_000;
/** About as long as what is waited for lives; after that the button is left. */
const mostAsks = 300;

export function waitForOther(): void {
  const waiting = document.querySelector<HTMLElement>('[data-waits]');
  const form = document.querySelector<HTMLFormElement>('form#step');
  if (!waiting?.dataset.waits || !form) return;
  const address = waiting.dataset.waits;
  waiting.hidden = false;

  const again = (asked: number): void => {
    if (asked < mostAsks) setTimeout(() => { void ask(asked + 1); }, between);
    else waiting.hidden = true;
  };

  /** A page that nobody sees asks nothing. */
  const ask = async (asked: number): Promise<void> => {
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => { void ask(asked); }, { once: true });
      return;
    }
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' } });
      const { next } = await answer.json() as { next?: string };
      if ('sent' in form.dataset) return;
      if (next === 'send') form.requestSubmit(form.querySelector<HTMLElement>('.primary'));
      else if (next === 'reload') location.assign(form.action);
      else again(asked);
    } catch {
      again(asked);
    }
  };
  again(0);
}
