import type { Answer, Call } from './worker.ts';

/** The worker's end of `startWorker`: answers calls until whoever started it is gone. */
export function answerCalls(answers: Readonly<Record<string, (argument: never) => Promise<unknown>>>): void {
  process.on('message', ({ number, name, argument }: Call) => {
    const reply = (answer: Omit<Answer, 'number'>): void => { process.send?.({ number, ...answer }); };
    const answer = answers[name];
    if (!answer) return reply({ error: `nothing is called ${name}` });
    answer(argument as never).then(
      (result) => { reply({ result }); },
      (error: unknown) => { reply({ error: error instanceof Error ? error.stack ?? error.message : String(error) }); });
  });
  process.on('disconnect', () => { process.exit(0); });
}
