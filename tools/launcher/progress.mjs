import process from 'node:process';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Shows how an installation goes: a line that turns on a terminal, elsewhere a plain line every few seconds.
 * @param {number} total about how many packages there are to fetch
 * @param {{ write(text: string): unknown, isTTY?: boolean }} [output]
 */
export function showProgress(total, output = process.stderr) {
  const startedAt = performance.now();
  const turning = Boolean(output.isTTY);
  let lookedUp = 0;
  let fetched = 0;
  let tick = 0;
  const seconds = () => `${Math.round((performance.now() - startedAt) / 1_000)} s`;
  const state = () => {
    if (fetched >= total) return 'unpacking the last packages';
    if (fetched > 0) return `fetched ${fetched} of about ${total} packages`;
    return lookedUp > 0 ? `looked up ${lookedUp} of about ${total} packages` : 'preparing';
  };
  const show = () => output.write(turning
    ? `\r\u001b[2K${frames[tick++ % frames.length]} ${state()}, ${seconds()}` : `  ${state()}, ${seconds()}\n`);
  const timer = setInterval(show, turning ? 100 : 3_000);
  return {
    /** @param {boolean} whole a package, or only what there is to know of it */
    fetchedOne: (whole) => {
      if (whole) fetched += 1;
      else lookedUp += 1;
    },
    /** @param {boolean} succeeded */
    end: (succeeded) => {
      clearInterval(timer);
      if (turning) output.write('\r\u001b[2K');
      if (succeeded) output.write(`Installed in ${seconds()}.\n`);
    },
  };
}
