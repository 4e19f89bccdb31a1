import { signedInPurposes, type JourneyPurpose, type PopulationKind } from '../../../../contract/events/index.ts';
import { milliseconds, type PolicyFault } from '../../../../contract/policy/index.ts';
import { day, hour } from '../../kernel/index.ts';
import { recoveryRules } from '../../recovery/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';

interface KindLimits {
  /** Longest session, and why. */
  readonly total: readonly [string, string];
  /** Longest unused session; null where none is asked for. */
  readonly idle: readonly [string, string] | null;
  /** Longest life of an access token: what is revoked is dead everywhere after this. */
  readonly accessToken: string;
  readonly purposes: readonly JourneyPurpose[];
  /** Purposes without which somebody would be stuck. */
  readonly needed: readonly JourneyPurpose[];
}

const limits: Readonly<Record<PopulationKind, KindLimits>> = {
  customer: {
    total: ['30d', 'SP 800-63B-4 §2.1.3 advises at most 30 days'], idle: null, accessToken: '15m',
    purposes: ['sign-up', 'sign-in', 'recover', ...signedInPurposes], needed: ['sign-in', 'step-up'],
  },
  workforce: {
    total: ['24h', 'SP 800-63B-4 §2.2.3 advises at most 24 hours at AAL2'],
    idle: ['1h', 'SP 800-63B-4 §2.2.3 advises at most one hour at AAL2'], accessToken: '5m',
    // Who is employed is not theirs to end.
    purposes: ['sign-in', 'enrol', 'recover', ...signedInPurposes.filter((each) => each !== 'delete')], needed: ['sign-in', 'enrol', 'step-up'],
  },
  workload: {
    total: ['24h', 'a machine has its key at hand and can ask again'], idle: null, accessToken: '5m',
    purposes: [], needed: [],
  },
};

/** What a kind of population may and must have. `kind` is the population's own, whatever the files say. */
export function checkKindRules(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  return [
    ...sessionFaults(draft, limits[kind]), ...tokenFaults(draft, limits[kind]), ...passwordFaults(draft),
    ...assuranceFaults(draft, kind), ...journeyFaults(draft, kind), ...kindOfStepFaults(draft, kind),
    ...channelFaults(draft),
  ];
}

const longer = (one: string, other: string): boolean => milliseconds(one) > milliseconds(other);

function sessionFaults(draft: Draft, { total: [total, whyTotal], idle }: KindLimits): readonly PolicyFault[] {
  const { sessions } = draft.parts;
  if (!sessions) return [];
  const at = (field: string, problem: string, remedy: string): PolicyFault => (
    faultAt(draft, 'sessions.yaml', [field], problem, remedy));
  const tooLong = (field: string, problem: string, remedy: string): PolicyFault => (
    { ...at(field, problem, remedy), rule: 'session-too-long' });
  const faults: PolicyFault[] = [];
  if (longer(sessions.total, total)) {
    faults.push(tooLong('total', `is ${sessions.total}: ${whyTotal}`, `Set ${total} or less.`));
  }
  if (idle && sessions.idle === undefined) {
    faults.push(tooLong('idle', `is missing: ${idle[1]}`, `Add idle: ${idle[0]}.`));
  }
  if (idle && sessions.idle !== undefined && longer(sessions.idle, idle[0])) {
    faults.push(tooLong('idle', `is ${sessions.idle}: ${idle[1]}`, `Set ${idle[0]} or less.`));
  }
  if (sessions.idle !== undefined && longer(sessions.idle, sessions.total)) {
    faults.push(at('idle', `is ${sessions.idle}, longer than the whole session of ${sessions.total}`,
      'Set less than total, or remove it.'));
  }
  if (sessions.recovered && longer(sessions.recovered.total, sessions.total)) {
    faults.push(faultAt(draft, 'sessions.yaml', ['recovered', 'total'],
      `is ${sessions.recovered.total} after a recovery, longer than any other session (${sessions.total})`,
      `Set ${sessions.total} or less.`));
  }
  return faults;
}

function tokenFaults(draft: Draft, { accessToken }: KindLimits): readonly PolicyFault[] {
  const { tokens, sessions } = draft.parts;
  const faults: PolicyFault[] = [];
  if (tokens && longer(tokens.accessToken, accessToken)) {
    faults.push(faultAt(draft, 'tokens.yaml', ['accessToken'],
      `is ${tokens.accessToken}: what is revoked would live on elsewhere for that long`,
      `Set ${accessToken} or less.`));
  }
  if (tokens && sessions && longer(tokens.refreshToken, sessions.total)) {
    faults.push(faultAt(draft, 'tokens.yaml', ['refreshToken'],
      `is ${tokens.refreshToken}, longer than a session of ${sessions.total}, with which it ends`,
      `Set ${sessions.total} or less.`));
  }
  return faults;
}

/** SP 800-63B-4 §3.1.1.2: a password that is the only factor has at least 15 characters. */
const aloneAtLeast = 15;

function passwordFaults(draft: Draft): readonly PolicyFault[] {
  const password = draft.parts.assurance?.password;
  if (!password) return [];
  const { minimumAlone, minimumWithSecondFactor } = password;
  const faults: PolicyFault[] = [];
  if (minimumAlone < aloneAtLeast) {
    faults.push({
      ...faultAt(draft, 'assurance.yaml', ['password', 'minimumAlone'],
        `is ${minimumAlone}: a password that is the only factor takes ${aloneAtLeast} characters `
          + '(SP 800-63B-4 §3.1.1.2)', `Set ${aloneAtLeast} or more.`),
      rule: 'password-alone-shorter-than-15',
    });
  }
  if (minimumWithSecondFactor > minimumAlone) {
    faults.push(faultAt(draft, 'assurance.yaml', ['password', 'minimumWithSecondFactor'],
      `is ${minimumWithSecondFactor}, more than the ${minimumAlone} of a password alone`, 'Set minimumAlone or less.'));
  }
  return faults;
}

function assuranceFaults(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  if (kind !== 'workforce' || draft.parts.assurance?.required !== 'urn:limen:acr:basic') return [];
  return [{
    ...faultAt(draft, 'assurance.yaml', ['required'], 'asks for one factor only, which a stolen password would be',
      'Set urn:limen:acr:mfa or urn:limen:acr:phr; one factor is for people whom the organisation doesn\'t manage.'),
    rule: 'password-only',
  }];
}

/** Runs come by the web so far: a journey that leaves it out would be gone through there all the same. */
function channelFaults(draft: Draft): readonly PolicyFault[] {
  return [...draft.journeys].filter(([, { channels }]) => channels?.includes('web') === false).map(([name]) => (
    faultAt(draft, journeyFile(name), ['channels'], 'leaves out web, by which every run comes so far', 'Add web.', 'key')));
}

function journeyFaults(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  const { purposes, needed } = limits[kind];
  const faults: PolicyFault[] = [];
  const first = new Map<JourneyPurpose, string>();
  for (const [name, { purpose, applications }] of draft.journeys) {
    const at = (problem: string, remedy: string): PolicyFault => (
      faultAt(draft, journeyFile(name), ['purpose'], problem, remedy));
    // What goes through a part is judged where it is gone through.
    if (purpose === 'part' && purposes.length > 0) continue;
    if (purpose === 'part' || !purposes.includes(purpose)) {
      faults.push(at(`is ${purpose}, which is not for a ${kind} population`, purposes.length === 0
        ? 'Remove the file: workloads ask for tokens with their keys, nobody goes through a journey.'
        : `Use one of: ${purposes.join(', ')}.`));
    }
    if (applications !== undefined || purpose === 'part') continue;
    if (first.has(purpose)) {
      faults.push(at(`is ${purpose}, as in ${journeyFile(first.get(purpose)!)}: a run would not know where to begin`,
        'Keep one journey for each purpose, or name the applications that have their own.'));
    }
    first.set(purpose, first.get(purpose) ?? name);
  }
  faults.push(...applicationFaults(draft, first));
  // While a journey's file has another fault, its purpose is not known for sure.
  if (draft.journeys.size < draft.journeyNames.length) return faults;
  for (const purpose of needed.filter((each) => !first.has(each))) {
    faults.push(faultAt(draft, journeyFile(purpose), [], 'is missing',
      `Add a journey with purpose ${purpose}; without one people would be stuck.`));
  }
  return faults;
}

/** An application has one way of its own at most for each purpose, beside the one that everybody else goes. */
function applicationFaults(draft: Draft, everybodys: ReadonlyMap<JourneyPurpose, string>): readonly PolicyFault[] {
  const owners = new Map<string, string>();
  return [...draft.journeys].flatMap(([name, { purpose, applications = [] }]) => {
    const at = (index: number | undefined, problem: string, remedy: string): PolicyFault => (
      faultAt(draft, journeyFile(name), ['applications', ...(index === undefined ? [] : [index])], problem, remedy));
    if (purpose === 'part') {
      return applications.length === 0 ? [] : [at(undefined, 'names applications, and nobody begins a part: its callers are begun', 'Remove them.')];
    }
    const faults = applications.flatMap((application, index) => {
      const taken = owners.get(`${purpose} ${application}`);
      owners.set(`${purpose} ${application}`, taken ?? name);
      return taken === undefined ? [] : [at(index,
        `names ${application}, as ${journeyFile(taken)} does: a run would not know where to begin`,
        'Name an application in one journey of each purpose.')];
    });
    if (applications.length === 0) return faults;
    if (purpose === 'enrol') {
      faults.push(at(undefined, 'names applications, and none of them asks anybody to enrol: a link does', 'Remove them.'));
    }
    if (!everybodys.has(purpose)) {
      faults.push(at(undefined, `leaves everybody else without a journey to ${purpose}`,
        `Add a journey with purpose ${purpose} that names no applications.`));
    }
    return faults;
  });
}

/** Customers are not invited and have no work name; employees don't let themselves in. */
function kindOfStepFaults(draft: Draft, kind: PopulationKind): readonly PolicyFault[] {
  return [...draft.journeys].flatMap(([name, { nodes }]) => Object.entries(nodes).flatMap(([id, node]) => {
    const at = (field: readonly string[], problem: string, remedy: string): PolicyFault[] => (
      [faultAt(draft, journeyFile(name), ['nodes', id, ...field], problem, remedy)]);
    if (kind === 'customer' && node.step === 'accept-invitation') {
      return at(['step'], 'asks customers for an invitation',
        'Let them sign up by themselves: identify, then email-code.');
    }
    if (kind === 'customer' && node.with['ask'] === 'work-name') {
      return at(['with', 'ask'], 'asks customers for a name that an employer gives', 'Set email.');
    }
    if (kind === 'workforce' && node.step === 'email-link') {
      return at(['step'], 'lets an employee in by a link that can be forwarded',
        'Use a passkey; where a mailbox is asked for in recovery, use email-code.');
    }
    if (kind === 'workforce' && node.step === 'wait') {
      return at(['step'], 'gives an employee\'s account back for waiting, without anybody\'s yes',
        'Use approve, so that the service desk makes sure who asks.');
    }
    if ((node.step === 'wait' || node.step === 'approve') && typeof node.with['for'] === 'string') {
      const { atLeast, atMost } = recoveryRules[node.step === 'wait' ? 'waitingPeriod' : 'approvedPeriod'];
      const length = milliseconds(node.with['for']);
      if (length < atLeast) return at(['with', 'for'], `is ${node.with['for']}: too short for its owner to object`, `Set ${atLeast / hour}h or more.`);
      if (length > atMost) return at(['with', 'for'], `is ${node.with['for']}, longer than anybody waits`, `Set ${atMost / day}d or less.`);
    }
    if (kind === 'workforce' && node.step === 'create-account') {
      return at(['step'], 'lets anybody make a workforce account', 'People come by invitation or import; remove it.');
    }
    return [];
  }));
}
