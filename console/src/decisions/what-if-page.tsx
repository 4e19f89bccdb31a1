import { Button, NativeSelect } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { WhatIfAnswer } from '../../../contract/admin/index.ts';
import { call } from '../api/call.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import type { Problem } from '../api/problem.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Note, ProblemNote, Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import '../styles/decisions.css';
import { AskedOf } from './asked-of.tsx';
import { useKeptFiles } from './kept-files.ts';
import { machineOf, machinePresets, type MachineAsked } from './machine.ts';
import { MachineForm } from './machine-form.tsx';
import { MoreOfSituation, nothingMore } from './more-of-situation.tsx';
import { kinds, kindWords, presets, situationOf, spans, type Asked } from './situation.ts';
import { WhatIfAnswered } from './what-if-answer.tsx';

const route = '/p/$population/decisions/what-if' as const;
const atStake = ['low', 'elevated', 'high', 'critical'];
const asBefore = { value: '', label: 'as it was' };
const spanChoices = Object.entries(spans).map(([value, { label }]) => ({ value, label }));

/** What a checkpoint would answer to a made-up situation, and what would turn it. */
export function WhatIfPage() {
  const { population } = useParams({ from: route });
  const { decision } = useSearch({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('decision.what-if');
  const policy = useAsk('policy.get', { params: { population } }, { enabled: may });
  return (
    <Page title="What if" crumbs={<Link to="/p/$population/decisions" params={{ population }}>Decisions</Link>}
      lead={decision ? 'A decision that was made, with what you change of it. Nobody feels it, and nothing is recorded unless you keep it.' : 'A made-up request, answered as the policy would. Nobody feels it, and nothing is recorded unless you keep it.'}>
      {!may ? <Note><p>Only {whoMay('decision.what-if', kind)} of this population tries its checkpoints.</p></Note> : (
        <Shown query={policy} bones={<TextBones lines={8} />}>{({ content: { checkpoints } }) => {
          // What is most at stake is what people come here for.
          const actions = Object.entries(checkpoints?.actions ?? {}).toSorted(([, a], [, b]) => atStake.indexOf(b.valueAtRisk) - atStake.indexOf(a.valueAtRisk)).map(([name]) => name);
          return actions.length === 0
            ? <Empty icon={<IconScale className="icon" />} title="No checkpoint to try">Declare a risky action in <code>checkpoints.yaml</code>, then try here what it would answer to whom.</Empty>
            : <Trial population={population} actions={actions} />;
        }}</Shown>
      )}
    </Page>
  );
}

function Trial({ population, actions }: { readonly population: string; readonly actions: readonly string[] }) {
  const search = useSearch({ from: route });
  const kept = useKeptFiles(population, useMay(population)('policy.plan'));
  const ofMachines = usePopulation(population)?.kind === 'workload';
  const home = ofMachines ? machinePresets[0]!.asked : presets[0]!.asked;
  const begun: Omit<Begun, 'action'> & { readonly action?: string } = { ...(search.decision ? {} : home), ...search };
  const { action = actions[0]!, decision, of } = begun;
  const isDraft = of === 'draft' && kept !== undefined;
  const made = ofMachines ? { machine: machineOf(begun) } : { situation: situationOf(begun) };
  const body = { action, ...made, ...(decision ? { decision } : {}), ...(isDraft ? { files: kept.files } : {}) };
  const answer = useQuery<WhatIfAnswer, Problem>({
    queryKey: ['decision.what-if', population, body], placeholderData: (before) => before,
    queryFn: ({ signal }) => call('decision.what-if', { params: { population }, body }, signal),
  });
  return (
    <div className="what-if">
      {ofMachines ? <MachineForm begun={begun} hasDraft={kept !== undefined} /> : <Situation begun={{ ...begun, action }} actions={actions} hasDraft={kept !== undefined} />}
      <div className="answer" aria-busy={answer.isFetching}>
        <Shown query={answer} bones={<TextBones lines={8} />}>{(found) => <><WhatIfAnswered found={found} />{found.answer && <Keep key={JSON.stringify(body)} population={population} body={body} />}</>}</Shown>
      </div>
    </div>
  );
}

/** Keeps the answer for a week, for somebody to look at. */
function Keep({ population, body }: { readonly population: string; readonly body: object }) {
  const may = useMay(population)('decision.keep-what-if');
  const keep = useAct('decision.keep-what-if', ['decision.list']);
  const kept = keep.data?.kept;
  if (!may) return null;
  if (kept) return <p className="small quiet" role="status"><Link to="/p/$population/decisions" params={{ population }} search={{ mode: 'what-if', decision: kept.id }}>Kept</Link> until <Moment at={kept.until} as="full" />, apart from decisions: nothing counts it.</p>;
  return (
    <div className="stack tight">
      {keep.error && <ProblemNote problem={keep.error} />}
      <div><Button variant="default" size="xs" loading={keep.isPending} onClick={() => keep.mutate({ params: { population }, body: body as never })}>Keep this answer for a week</Button></div>
    </div>
  );
}

interface Begun extends Asked, MachineAsked { readonly action: string; readonly decision?: string; readonly of?: string }

function Situation({ begun, actions, hasDraft }: {
  readonly begun: Begun; readonly actions: readonly string[]; readonly hasDraft: boolean;
}) {
  const navigate = useNavigate({ from: route });
  const { action, decision, device = '', proof = '', risk = '', has, shown = '', address = '', of = '' } = begun;
  const change = (next: object): void => void navigate({ search: (now) => ({ ...(decision ? {} : presets[0]!.asked), ...now, ...next }) as never, replace: true, resetScroll: false });
  const set = (name: string) => (event: { readonly currentTarget: { readonly value: string } }): void => change({ [name]: event.currentTarget.value || undefined });
  const choices = (all: readonly { readonly value: string; readonly label: string }[]) => (decision ? [asBefore, ...all] : [...all]);
  const held = has?.split(',') ?? [];
  const hold = (kind: string, is: boolean): void => change({ has: kinds.filter((each) => (each === kind ? is : held.includes(each))).join(',') || 'nothing' });
  return (
    <form aria-label="Situation" onSubmit={(event) => event.preventDefault()}>
      <NativeSelect label="Action" value={action} data={[...actions]} onChange={set('action')} />
      {hasDraft && <AskedOf of={of} change={change} />}
      {!decision && (
        <fieldset><legend>Begin with</legend><div className="chips">{presets.map(({ name, label, asked }) => (
          <button key={name} type="button" className="chip" onClick={() => change({ ...nothingMore, shown: undefined, address: undefined, ...asked })}>{label}</button>
        ))}</div></fieldset>
      )}
      <div className="pair">
        <NativeSelect label="Browser known for" value={device} data={choices(spanChoices)} onChange={set('device')} />
        <NativeSelect label="Last proof" value={proof} data={choices(spanChoices.slice(1))} onChange={set('proof')} />
        <NativeSelect label="Risk" value={risk} data={choices(['low', 'medium', 'high', 'critical'].map((value) => ({ value, label: value })))} onChange={set('risk')} />
        <NativeSelect label="Address proved for" value={address} data={[{ value: '', label: decision ? 'as it was' : '90 days' }, ...spanChoices.slice(1)]} onChange={set('address')} />
      </div>
      <fieldset><legend>The account has</legend>{has === undefined && <p className="small quiet">As it was, until you choose.</p>}{kinds.map((kind) => (
        <label key={kind} className="tick"><input type="checkbox" className="check" checked={held.includes(kind)} onChange={(event) => hold(kind, event.currentTarget.checked)} /> {kindWords[kind]}</label>
      ))}</fieldset>
      <NativeSelect label="Shown since it was asked for" value={shown} data={[{ value: '', label: 'nothing' }, { value: 'passkey', label: 'a passkey' }, { value: 'totp', label: 'a code of an app' }, { value: 'email-code', label: 'a code by e-mail' }]} onChange={set('shown')} />
      <MoreOfSituation asked={begun} asBefore={decision !== undefined} change={change} />
      {decision && <div><Button variant="default" component={Link} to={route} from={route} search={{ action } as never}>Begin anew without the decision</Button></div>}
    </form>
  );
}
