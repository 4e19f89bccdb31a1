/**
 * people owns the made-up customers and employees of the demo and those who attack them: who they are, when they come,
 * what they do at each screen. It never knows the server: it acts through the `House` that it is given, under the time
 * that the house lets pass.
 */
export type { Answered, Asking, Begin, House, Page, Population, Visitor } from './house.ts';
export { live, type Progress } from './live.ts';
export { stolenPassword, type Beat, type Scene } from './scenes.ts';
export { town, type Town } from './town.ts';
