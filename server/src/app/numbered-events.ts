import type { Listener } from '../storage/index.ts';

/** Lets any number of readers wait for news of the event log over the one connection that listens. */
export async function onNumberedEvents(listener: Listener): Promise<(handle: () => void) => () => void> {
  const handles = new Set<() => void>();
  await listener.on('event', () => {
    for (const handle of handles) handle();
  });
  return (handle) => {
    handles.add(handle);
    return () => handles.delete(handle);
  };
}
