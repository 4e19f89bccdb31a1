/**
 * app owns the configuration, the putting together of everything, the HTTP servers and the workers. It never holds a
 * rule of the domain, and nobody imports it but the program itself.
 */
export { readConfig, type Config } from './config.ts';
export { runServer, type RunningServer } from './run-server.ts';
export { main } from './main.ts';
export { runSimulation } from './simulation/index.ts';
