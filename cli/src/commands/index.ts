/** Every command of `limen`. */
import type { Command } from '../command.ts';
import { actionList } from './action/list.ts';
import { actionReviewList } from './action-review/list.ts';
import { adminLink } from './admin/link.ts';
import { boardShow } from './board/show.ts';
import { brandAdd } from './brand/add.ts';
import { brandGet } from './brand/get.ts';
import { clientCreate } from './client/create.ts';
import { clientDisable } from './client/disable.ts';
import { clientList } from './client/list.ts';
import { clientRotateSecret } from './client/rotate-secret.ts';
import { clientShow } from './client/show.ts';
import { decisionLabel } from './decision/label.ts';
import { decisionList } from './decision/list.ts';
import { decisionShow } from './decision/show.ts';
import { decisionWhatIf } from './decision/what-if.ts';
import { deviceKeyList } from './device-key/list.ts';
import { deviceKeyRegister } from './device-key/register.ts';
import { deviceKeyRestore } from './device-key/restore.ts';
import { deviceKeyWithdraw } from './device-key/withdraw.ts';
import { demoClear } from './demo/clear.ts';
import { demoStart } from './demo/start.ts';
import { eventsTail } from './events/tail.ts';
import { eventsVerify } from './events/verify.ts';
import { federationList } from './federation/list.ts';
import { federationSetSecret } from './federation/set-secret.ts';
import { keyList } from './key/list.ts';
import { keyRotate } from './key/rotate.ts';
import { passwordBuildList } from './password/build-list.ts';
import { policyApply } from './policy/apply.ts';
import { policyExport } from './policy/export.ts';
import { policyList } from './policy/list.ts';
import { policyPlan } from './policy/plan.ts';
import { principalEndSessions } from './principal/end-sessions.ts';
import { principalImport } from './principal/import.ts';
import { principalInvite } from './principal/invite.ts';
import { principalList } from './principal/list.ts';
import { principalReactivate } from './principal/reactivate.ts';
import { principalSessions } from './principal/sessions.ts';
import { principalShow } from './principal/show.ts';
import { principalSuspend } from './principal/suspend.ts';
import { recoveryList } from './recovery/list.ts';
import { recoveryShow } from './recovery/show.ts';
import { riskEvaluate } from './risk/evaluate.ts';
import { roleGive } from './role/give.ts';
import { roleList } from './role/list.ts';
import { roleWithdraw } from './role/withdraw.ts';
import { status } from './status.ts';
import { watchList } from './watch/list.ts';
import { watchReport } from './watch/report.ts';
import { watchStart } from './watch/start.ts';
import { watchStop } from './watch/stop.ts';

export const nouns: Readonly<Record<string, string>> = {
  policy: 'Populations and their policies: look, export, plan, publish',
  brand: 'Logos and typefaces for the pages of a population',
  client: 'Applications',
  principal: 'People, services and agents',
  'device-key': 'Keys of employees\' devices, by which these count as managed',
  role: 'Who may do what in the console',
  recovery: 'People who ask to get back into an account',
  action: 'Risky actions',
  decision: 'Decisions at risky actions',
  watch: 'Drafts that watch decisions without anybody feeling it',
  'action-review': 'Actions that wait for somebody\'s yes',
  board: 'Figures',
  events: 'The event log',
  federation: 'Other providers that people sign in with',
  risk: 'What risk scoring catches, and whom it bothers',
  password: 'Lists of breached passwords',
  key: 'Signing keys of populations',
  admin: 'The way in for an administrator',
  demo: 'The example applications and the made-up people',
};

export const commands: readonly Command[] = [
  status,
  policyList, policyExport, policyPlan, policyApply,
  brandAdd, brandGet,
  clientList, clientShow, clientCreate, clientRotateSecret, clientDisable,
  principalList, principalShow, principalInvite, principalImport, principalSuspend, principalReactivate,
  principalSessions, principalEndSessions,
  deviceKeyList, deviceKeyRegister, deviceKeyWithdraw, deviceKeyRestore,
  roleList, roleGive, roleWithdraw,
  recoveryList, recoveryShow,
  actionList, decisionList, decisionShow, decisionLabel, decisionWhatIf, actionReviewList,
  watchList, watchStart, watchReport, watchStop,
  boardShow,
  eventsTail, eventsVerify,
  federationList, federationSetSecret,
  keyList, keyRotate,
  riskEvaluate, passwordBuildList,
  adminLink,
  demoStart, demoClear,
];
