/** What this machine can verify of argon2id at the most: as many at once as it has cores, and nothing besides. */
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { closedLoop } from '../load/closed-loop.ts';
import { answerCalls } from '../processes/answer-calls.ts';

/** The server's own parameters (`credentials`), read off a hash that it made, so that both sides do the same work. */
interface Parameters { readonly memoryCost: number; readonly timeCost: number; readonly parallelism: number }

const password = 'a password of twenty or more characters';

answerCalls({
  run: async ({ seconds, most, parameters }: { seconds: number; most: number; parameters: Parameters }) => {
    const stored = await hash(password, { algorithm: 2, outputLen: 32, ...parameters });
    const { done } = await closedLoop({ seconds, most, atOnce: availableParallelism() }, async () => {
      if (!await verify(stored, password)) throw new Error('a right password was not taken');
    });
    return done;
  },
});
