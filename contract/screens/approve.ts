export { approveScreen, waitInput as approveInput } from './wait.ts';
