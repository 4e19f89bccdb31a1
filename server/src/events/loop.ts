/** Work that is done again and again, never twice at once: after a pause of its own choosing, or when woken. */
export interface Loop {
  wake(): void;
  /** Resolves when the work at hand is done; nothing begins after that. */
  stop(): Promise<void>;
}

/** `work` gives the milliseconds until it wants to run again; what it throws is for `onError`, and a pause. */
export function startLoop(
  work: () => Promise<number>, options: { pauseAfterError: number; onError: (error: unknown) => void },
): Loop {
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    woken = false;
    const pause = await work().catch((error: unknown) => {
      if (!stopped) options.onError(error);
      return options.pauseAfterError;
    });
    running = undefined;
    if (!stopped) schedule(woken ? 0 : pause);
  }

  function schedule(pause: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => { running = run(); }, pause);
  }

  schedule(0);
  return {
    wake: () => {
      woken = true;
      if (!running && !stopped) schedule(0);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
