import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../../kernel/index.ts';

/** A clock that shows each flow its own time. */
export interface MovedClock {
  readonly clock: Clock;
  /** Runs a flow that begins at this time. */
  at<T>(time: Date, flow: () => Promise<T>): Promise<T>;
  /** Lets time pass for the flow that asks. */
  pause(milliseconds: number): void;
}

/** Many flows run at once, hours apart in their story; outside of any of them it is `otherwise`. */
export function createMovedClock(otherwise: Date): MovedClock {
  const flows = new AsyncLocalStorage<{ now: number }>();
  return {
    clock: () => new Date(flows.getStore()?.now ?? otherwise.getTime()),
    at: (time, flow) => flows.run({ now: time.getTime() }, flow),
    pause: (milliseconds) => {
      const own = flows.getStore();
      if (own) own.now += Math.round(milliseconds);
    },
  };
}
