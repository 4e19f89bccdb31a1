import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ShownDecisionInFull, ShownLabel } from '../../../contract/admin/index.ts';
import { givenSources, labelSources, labelSourceWords, type LabelVerdict } from '../../../contract/decision-record.ts';
import { useAct } from '../api/hooks.ts';
import { useMay, useMe } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { ProblemNote } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';

type Source = (typeof givenSources)[number];
type Decision = Pick<ShownDecisionInFull, 'id' | 'labels' | 'principal'>;
interface Said { readonly source: Source; readonly reference: string; readonly verdict: LabelVerdict | 'withdrawn'; readonly note?: string }

const verdictWords = { impostor: 'somebody else', genuine: 'the person', withdrawn: 'taken back' } as const;
const isGiven = (source: ShownLabel['source']): source is Source => (givenSources as readonly string[]).includes(source);

/** What was said of a decision later, with all that it superseded, and the way to say something oneself. */
export function Labels({ population, decision }: { readonly population: string; readonly decision: Decision }) {
  const may = useMay(population)('decision.label');
  const label = useAct('decision.label', ['decision.get', 'event.tail']);
  const [isOpen, setOpen] = useState(false);
  const { id, labels } = decision;
  const record = (said: Said, done: () => void): void => label.mutate(
    { params: { population, decision: id }, body: { ...said, supersedes: true } }, { onSuccess: done });
  const takeBack = (said: Said): void => record({ source: said.source, reference: said.reference, verdict: 'withdrawn' }, () => say('Taken back', () => record(said, () => say('It stands again'))));
  const keep = (said: Said): void => record(said, () => { setOpen(false); say(`Kept: it was ${verdictWords[said.verdict]}`, () => takeBack(said)); });
  return (
    <section>
      <h3>Said of it later</h3>
      <div className="stack tight">
        {labels.length === 0 && <p className="quiet">Nothing yet. A payment that was taken back, the support desk or the owner may say whether it was them.</p>}
        {labels.length > 0 && <ul className="candidates labels">{labels.map((each) => (
          <Entry key={`${each.source} ${each.reference} ${each.revision}`} label={each} owner={decision.principal}
            takeBack={may && each.stands && isGiven(each.source) ? () => takeBack({ source: each.source as Source, reference: each.reference, verdict: each.verdict, ...(each.note === null ? {} : { note: each.note }) }) : undefined} />
        ))}</ul>}
        {label.error && <ProblemNote problem={label.error} />}
        {may && (isOpen ? <LabelForm isBusy={label.isPending} keep={keep} close={() => setOpen(false)} />
          : <div><Button variant="default" size="xs" onClick={() => setOpen(true)}>Say who it was</Button></div>)}
      </div>
    </section>
  );
}

function Entry({ label: { source, reference, verdict, confidence, at, givenBy, note, stands }, owner, takeBack }: {
  readonly label: ShownLabel; readonly owner: string | null; readonly takeBack: (() => void) | undefined;
}) {
  const me = useMe().data?.principal?.id;
  return (
    <li data-stands={stands}>
      <div className="what">
        <p><Badge tone={!stands ? 'none' : verdict === 'impostor' ? 'bad' : 'good'}>{verdictWords[verdict]}</Badge> {labelSourceWords[source]}{reference && <> · <code>{reference}</code></>}</p>
        {note && <p>{note}</p>}
        <p className="small quiet">{giverInWords(givenBy, owner, me)}, <Moment at={at} />{stands ? `, ${Math.round(confidence * 100)} % sure` : verdict === 'withdrawn' ? '' : ', counts no more'}</p>
      </div>
      {takeBack && <Button className="push" variant="default" size="compact-sm" onClick={takeBack}>Take back<span className="sr"> what was said under {reference}</span></Button>}
    </li>
  );
}

function giverInWords(givenBy: string, owner: string | null, me: string | undefined): string {
  const [kind, id] = givenBy.split(':');
  if (id !== undefined && id === me) return 'By you';
  if (id !== undefined && id === owner) return 'By the owner';
  return { principal: 'By a colleague', client: `By the application ${id}`, operator: 'On the server’s own machine' }[kind!] ?? 'Found by Limen';
}

const sourceChoices = givenSources.map((value) => ({
  value, label: { support: 'The support desk has asked the owner', chargeback: 'A payment was taken back', confirmed: 'Somebody looked into it' }[value],
}));

function LabelForm({ isBusy, keep, close }: { readonly isBusy: boolean; readonly keep: (said: Said) => void; readonly close: () => void }) {
  const [verdict, setVerdict] = useState<LabelVerdict>();
  const [source, setSource] = useState<Source>('support');
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const submit = (): void => { if (verdict) keep({ source, verdict, reference: reference.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) }); };
  return (
    <form className="form" aria-label="Say who it was" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <fieldset><legend>It was</legend><div className="pair">{(['impostor', 'genuine'] as const).map((each) => (
        <label key={each} className="choice"><input type="radio" name="verdict" required checked={verdict === each} onChange={() => setVerdict(each)} autoFocus={each === 'impostor'} /> {verdictWords[each]}</label>
      ))}</div></fieldset>
      <NativeSelect label="How that is known" description={`Counts as ${Math.round(labelSources[source] * 100)} % sure.`} value={source} data={sourceChoices} onChange={({ currentTarget }) => setSource(currentTarget.value as Source)} />
      <TextInput label="Case or payment" description="By its own name or number. The same one counts once; said again, it says otherwise." required withAsterisk={false} maxLength={120} value={reference} onChange={({ currentTarget }) => setReference(currentTarget.value)} />
      <Textarea label="Note" description="Why, for whoever looks later. Goes with the decision; do not name anybody." rows={2} maxLength={300} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
      <div className="buttons"><Button type="submit" loading={isBusy}>Keep</Button><Button variant="default" onClick={close}>Cancel</Button></div>
    </form>
  );
}
