/** The made-up people of the demo. */
import { z } from 'zod';
import type { AdminRoute } from './route.ts';

const amount = z.int().min(0);

export const demoRoutes = [
  {
    method: 'POST', path: '/demo/clear', operation: 'demo.clear',
    summary: 'Removes everything of the origin simulated; only on the local socket',
    body: z.strictObject({}),
    /** How much went. */
    response: z.object({ people: amount, runs: amount, sessions: amount, decisions: amount, events: amount }),
  },
] as const satisfies readonly AdminRoute[];
