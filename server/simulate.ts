/** The made-up people of the demo, as a program that the server starts beside itself: `npm run demo`. */
import { runSimulation } from './src/app/index.ts';

await runSimulation();
