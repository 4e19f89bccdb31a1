/** The identity server as a program: `npm start`. */
import { main } from './src/app/index.ts';

await main(process.argv.slice(2));
