import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ClientRegistration } from '../../../contract/admin/index.ts';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { Problem } from '../api/problem.ts';
import { ProblemNote } from '../parts/states.tsx';
import { clientKinds, kindsAt } from './client-in-words.ts';
import { emptyDraft, faultOf, registrationOf, suggestedId, type Draft } from './draft.ts';

interface Props {
  readonly kind: PopulationKind;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly touched: () => void;
  readonly submit: (registration: ClientRegistration) => void;
}

/** What it is, who answers for it, where it lives. Faults that the server finds are told beside their field. */
export function ApplicationForm({ kind, isBusy, problem, touched, submit }: Props) {
  const [draft, setDraft] = useState(() => emptyDraft(kindsAt(kind)[0]!));
  const set = (change: Partial<Draft>): void => { touched(); setDraft((now) => ({ ...now, ...change })); };
  const send = (event?: FormEvent): void => { event?.preventDefault(); submit(registrationOf(draft)); };
  const field = (name: keyof Draft, at: string) => ({
    value: String(draft[name]), onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    error: faultOf(problem, at), autoComplete: 'off', withAsterisk: false,
  });
  const isPlaced = draft.kind !== 'service';
  const told = ['name', 'id', 'owner', 'purpose', 'redirectUris', 'postLogoutRedirectUris', 'resources', 'scopes', 'jwks', 'jwksUri'];
  const hasOther = problem && (problem.faults.length === 0 || problem.faults.some(({ at }) => !told.some((each) => at.includes(each))));
  return (
    <form className="form wide" onSubmit={send} noValidate={false}>
      <fieldset className="stack tight"><legend><h2>What is it</h2></legend>
        {kindsAt(kind).map((each) => (
          <label className="choice" key={each}>
            <input type="radio" name="kind" value={each} checked={draft.kind === each} onChange={() => set({ kind: each, usesKey: each === 'service' && draft.usesKey })} />
            <span className="words"><span className="strong">{clientKinds[each].name}</span><span className="quiet small">{clientKinds[each].about}</span></span>
          </label>
        ))}
      </fieldset>
      <h2>Who answers for it</h2>
      <TextInput label="Name" description="Shown to people who sign in." required maxLength={80} {...field('name', 'name')} />
      <TextInput label="Client id" placeholder={suggestedId(draft.name) || 'made where left out'} description="Letters, digits, dots, hyphens. It cannot change later." maxLength={64} {...field('id', 'id')} />
      <TextInput label="Owner" description="The person or team who answers for it technically." required maxLength={120} {...field('owner', 'owner')} />
      <TextInput label="Purpose" description="What it is for, in a sentence." required maxLength={300} {...field('purpose', 'purpose')} />
      {isPlaced && <label className="tick"><input type="checkbox" className="check" checked={draft.firstParty} onChange={(event) => set({ firstParty: event.currentTarget.checked })} /> One of our own: people are not asked to consent to it</label>}
      <h2>{isPlaced ? 'Where it lives' : 'How it proves itself'}</h2>
      {isPlaced ? (
        <>
          <Textarea label="Redirect addresses" description="One a line, compared character by character. https, or http on localhost." required autosize={false} rows={2} {...field('redirectUris', 'redirectUris')} />
          <Textarea label="Addresses after signing out" rows={2} {...field('postLogoutRedirectUris', 'postLogoutRedirectUris')} />
          <TextInput label="Scopes" description="With spaces between." {...field('scopes', 'scopes')} />
        </>
      ) : (
        <>
          <label className="choice"><input type="radio" name="auth" checked={!draft.usesKey} onChange={() => set({ usesKey: false })} /><span className="words"><span className="strong">A secret</span><span className="quiet small">Simple. It has to be stored, and replaced from time to time.</span></span></label>
          <label className="choice"><input type="radio" name="auth" checked={draft.usesKey} onChange={() => set({ usesKey: true })} /><span className="words"><span className="strong">A key of its own</span><span className="quiet small">It publishes the public part; nothing secret ever leaves it.</span></span></label>
          {draft.usesKey && <TextInput label="Address of its public keys (JWKS)" type="url" required maxLength={500} {...field('jwksUri', 'jwks')} />}
          <TextInput label="Scopes" description="With spaces between." {...field('scopes', 'scopes')} />
          <Textarea label="APIs it calls" description="One address a line (RFC 8707); tokens are made for one of them." rows={2} {...field('resources', 'resources')} />
        </>
      )}
      {problem && hasOther && <ProblemNote problem={problem} retry={problem.wantsFreshSignIn ? send : undefined} />}
      <div className="buttons"><Button type="submit" size="sm" loading={isBusy}>Create application</Button></div>
    </form>
  );
}
