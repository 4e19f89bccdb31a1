import type { Check, Finding } from '../check.ts';

/** Screens that no step of a journey shows, and steps that show none, each with its reason. */
const screensWithoutStep: Readonly<Record<string, string>> = {
  consent: 'oauth asks for it after the journey',
  'sign-out': 'oauth asks for it at logout',
  'cancel-action': 'checkpoints shows it to who follows the link of a notice',
  'open-handoff': 'journeys shows it to the device that a run is to move to',
  'open-device': 'oauth shows it to who lets a kiosk in',
  'open-request': 'oauth shows it to whom an application asked for',
  'open-link': 'journeys shows it to who follows the link of a mail',
  'report-not-me': 'checkpoints shows it to who follows the link of a notice',
  'trusted-contact': 'recovery shows it to who follows the link of a contact\'s mail',
  'undo-address': 'account shows it to who follows the link in the mail to an address that was replaced',
  'stop-recovery': 'recovery shows it to who follows the link of a notice',
};
const stepsWithoutScreen: Readonly<Record<string, string>> = {
  notify: 'it sends mail and shows nothing',
  'sub-journey': 'it goes through a part and shows nothing itself',
  split: 'it chooses the next step and shows nothing',
  checkpoint: 'it asks for a decision and shows nothing; what is shown then are other steps',
  decide: 'it chooses the next step and shows nothing',
};
/** What `contract/screens` holds besides a file for each screen. */
const notScreens = new Set(['index', 'screen', 'frame', 'inputs']);

/** A step and its screen come as a pair. */
export const steps: Check = {
  name: 'steps',
  rule: 'contract/screens/<step>.ts and server/src/journeys/steps/<step>/ come as a pair; what stands alone is named with '
    + 'its reason in tools/check/checks/steps.ts.',
  run: (house) => {
    const screens = namesIn(house.paths, /^contract\/screens\/([^/.]+)\.ts$/).filter((name) => !notScreens.has(name));
    const made = namesIn(house.paths, /^server\/src\/journeys\/steps\/([^/]+)\//);
    const lonelyScreens = screens.filter((name) => !made.includes(name) && !screensWithoutStep[name]);
    const lonelySteps = made.filter((name) => !screens.includes(name) && !stepsWithoutScreen[name]);
    return [
      ...lonelyScreens.map((name): Finding => ({ file: `contract/screens/${name}.ts`, message: `no step ${name} shows it` })),
      ...lonelySteps.map((name): Finding => ({
        file: `server/src/journeys/steps/${name}`, message: `contract/screens/${name}.ts is missing`,
      })),
    ];
  },
};

function namesIn(paths: readonly string[], pattern: RegExp): string[] {
  return [...new Set(paths.flatMap((path) => pattern.exec(path)?.[1] ?? []))];
}
