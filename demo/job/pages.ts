import { html, type Html } from '../page/html.ts';
import { factList, page } from '../page/layout.ts';
import type { JobRun } from './job-run.ts';
import type { Report } from './reports-api.ts';

export function statusPage(runs: readonly JobRun[], everySeconds: number, resource: string): string {
  const [last, ...earlier] = runs;
  const rhythm = everySeconds > 0 ? `Every ${everySeconds} seconds` : 'When it is asked to,';
  return page({
    kind: 'job', name: 'Larch & Loom reports', title: 'Nightly figures',
    footer: 'An example of a scheduled job: nobody signs in here, the job proves itself with its own key.',
  }, html`
    <h1>Nightly figures</h1>
    <p class="lead">${rhythm} this job gets a token for one resource and asks it for its reports.</p>
    <h2>Last run</h2>
    ${last ? lastRun(last, resource) : html`<p>The first run has not ended yet.</p>`}
    ${last?.reports && figures(last.reports)}
    ${earlier.length > 0 && html`<h2>Earlier runs</h2>
      ${table(['When', 'Outcome'], earlier.map((run) => [run.at.toUTCString(), outcomeWords(run)]))}`}`);
}

function lastRun(run: JobRun, resource: string): Html {
  return factList({
    'When': run.at.toUTCString(), 'Outcome': outcomeWords(run), 'Token for': run.audience ?? resource,
    'Valid for': run.expiresIn === undefined ? undefined : `${run.expiresIn} seconds`, 'Taken as': run.client,
  });
}

function figures(reports: readonly Report[]): Html {
  const rows = reports.map((report) => [report.day, String(report.orders), String(report.returns)]);
  return html`<h2>Figures</h2>${table(['Day', 'Orders', 'Returns'], rows)}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<div class="table"><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>
    ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

function outcomeWords(run: JobRun): string {
  return run.outcome === 'done' ? 'Done' : `Failed: ${run.problem}`;
}
