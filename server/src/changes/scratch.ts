import { createStepCatalogue } from '../journeys/step-catalogue.ts';
import { planPolicy } from './plan-policy.ts';
import { readTemplate } from './seed-populations.ts';
import { graphOf } from './lint/graph.ts';
import { walk } from './lint/walk.ts';
import { readDraft } from './draft.ts';
import { compileConditions } from './lint/conditions.ts';
const steps = Object.fromEntries(createStepCatalogue({} as never));
for (const [kind, slug] of [['customer','customers'],['workforce','workforce'],['workload','workloads']] as const) {
  const files = await readTemplate(kind);
  const t = process.hrtime.bigint();
  const plan = planPolicy(files, { population: { slug, kind, issuer: '' }, policy: undefined, source: undefined }, { steps, clock: () => new Date() });
  console.log(kind, Number(process.hrtime.bigint()-t)/1e6, files.length, plan.changes, plan.differences.length, plan.findings.length, plan.faults);
  const { draft } = readDraft(files); const { conditions } = compileConditions(draft);
  console.log(walk(graphOf(draft, steps), new Map([...draft.journeys].map(([n, j]) => [n, j.purpose])), conditions, { kind, required: draft.parts.assurance!.required })?.length);
}
