export { drawApprove } from './wait.ts';
