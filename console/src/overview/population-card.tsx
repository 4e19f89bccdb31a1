import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../api/hooks.ts';
import { useMay, type Population } from '../api/me.ts';
import type { Answer } from '../api/operations.ts';
import { nameOf } from '../frame/here.ts';
import { Badge } from '../parts/badge.tsx';
import { Mark } from '../parts/mark.tsx';
import { Shown, TextBones } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { publisherInWords } from '../policy/publisher-in-words.ts';
import { Findings } from './findings.tsx';
import { kindInWords } from './kind-in-words.ts';

/** One population: its charter, the policy in force, its open findings. */
export function PopulationCard({ population: { slug, kind, issuer } }: { readonly population: Population }) {
  const may = useMay(slug)('policy.get');
  const policy = useAsk('policy.get', { params: { population: slug } }, { enabled: may });
  return (
    <article className="population-card" data-hue={kind} aria-labelledby={`population-${slug}`}>
      <header>
        <Mark size={28} />
        <div>
          <h2 id={`population-${slug}`}><Link to="/p/$population/boards" params={{ population: slug }}>{policy.data?.content.population.name ?? nameOf(slug)}</Link></h2>
          <p className="small kind">{kindInWords[kind]}</p>
        </div>
      </header>
      {may ? <Shown query={policy} bones={<TextBones lines={9} />}>{(answer) => <Charter slug={slug} issuer={issuer} policy={answer} />}</Shown>
        : <p className="quiet">You hold no role here. An owner of this population can give you one.</p>}
    </article>
  );
}

function Charter({ slug, issuer, policy }: { readonly slug: string; readonly issuer: string; readonly policy: Answer<'policy.get'> }) {
  const { charter } = policy.content;
  const unfilled = Object.values(charter.roles).filter((who) => who === null).length;
  const total = Object.keys(charter.roles).length;
  return (
    <>
      <section className="goals"><h3>Goals</h3><ul>{charter.goals.map((goal) => <li key={goal}>{goal}</li>)}</ul></section>
      <section className="tolerances">
        <Tolerance name="Risk tolerance" of={charter.riskTolerance} />
        <Tolerance name="Friction tolerance" of={charter.frictionTolerance} />
      </section>
      <section className="open">
        <h3>Open findings <span className="count">{policy.findings.length}</span></h3>
        <Findings slug={slug} findings={policy.findings} filled={total - unfilled} total={total} />
      </section>
      <footer>
        <dl className="facts small">
          <dt>Policy</dt>
          <dd><Link to="/p/$population/policy" params={{ population: slug }}>version {policy.version}</Link> · <Moment at={policy.publishedAt} /> by {publisherInWords(policy.publishedBy)}</dd>
          <dt>Issuer</dt><dd><code>{issuer}</code></dd>
        </dl>
        <Link className="onward" to="/p/$population/boards" params={{ population: slug }}>Open the boards<IconChevronRight className="icon" aria-hidden="true" /></Link>
      </footer>
    </>
  );
}

type Tolerance = Answer<'policy.get'>['content']['charter']['riskTolerance'];
const levels = ['low', 'medium', 'high'] as const;

function Tolerance({ name, of: { level, because } }: { readonly name: string; readonly of: Tolerance }) {
  return (
    <div className="tolerance">
      <h3>{name}</h3>
      <p className="level"><span className="steps" aria-hidden="true">{levels.map((each) => <i key={each} data-on={levels.indexOf(each) <= levels.indexOf(level)} />)}</span><Badge tone="plain">{level}</Badge></p>
      <p className="small quiet">{because}</p>
    </div>
  );
}
