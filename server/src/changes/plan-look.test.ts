import assert from 'node:assert/strict';
import { test } from 'node:test';
import { populationKind } from '../../../contract/events/index.ts';
import { editedFiles, faultTests, planEdited, planFiles, steps, testClock } from './testing.ts';
import { namesOfFiles } from './lint/look.ts';
import { planPolicy } from './plan-policy.ts';

const file = 'branding.yaml';
const look = (more: string, accent = '#a8501f'): { [file]: string } => ({ [file]: `name: Shop\naccent: "${accent}"\n${more}` });
const name = (kind: string, letter = 'a'): string => `${letter.repeat(43)}.${kind}`;

faultTests([
  { of: 'a logo that nobody added', edits: look(`logo:\n  light: ${name('svg')}\n`), file, line: 'light:', problem: /does not have/, remedy: /brand add/ },
  { of: 'an application\'s typeface that nobody added', edits: look(`applications:\n  shop:\n    font: ${name('woff2')}\n`), file, line: 'font:', problem: /does not have/ },
  { of: 'a typeface as a logo', edits: look(`logo:\n  light: ${name('woff2')}\n`), file, line: 'light:', problem: /name that the file got/ },
  { of: 'an address as a logo', edits: look('logo:\n  light: https://cdn.example/logo.svg\n'), file, line: 'light:', problem: /name that the file got/ },
  { of: 'a way out of the folder as a logo', edits: look(`logo:\n  light: ../${name('svg')}\n`), file, line: 'light:', problem: /name that the file got/ },
  { of: 'a colour with more in it', edits: look('accentDark: "#fff;}body{display:none"\n'), file, line: 'accentDark', problem: /#rrggbb/ },
  { of: 'corners of another size', edits: look('corners: 12px\n'), file, line: 'corners', problem: /12px/, remedy: /sharp, soft, round/ },
  { of: 'a stylesheet of one\'s own', edits: look('css: "body{}"\n'), file, line: 'css', problem: /not known here/ },
  { of: 'markup in a title', edits: look('texts:\n  en:\n    signInTitle: "<b>Hi</b>"\n'), file, line: 'signInTitle', problem: /plain text/ },
  { of: 'a script in a footer', edits: look('texts:\n  any:\n    footer: "x<script src=//evil>"\n'), file, line: 'footer', problem: /plain text/ },
  { of: 'words that turn others round', edits: look('texts:\n  en:\n    signInLead: "pay\\u202Eefas"\n'), file, line: 'signInLead', problem: /control characters/ },
  { of: 'a title of two lines', edits: look('texts:\n  en:\n    signInTitle: "a\\nb"\n'), file, line: 'signInTitle', problem: /one line/ },
  { of: 'a title that is too long', edits: look(`texts:\n  en:\n    signInTitle: ${'x'.repeat(61)}\n`), file, line: 'signInTitle', problem: /60|big/ },
  { of: 'terms that run', edits: look('texts:\n  en:\n    termsUrl: "javascript:alert(1)"\n'), file, line: 'termsUrl', problem: /web address/ },
  { of: 'a slot that is none', edits: look('texts:\n  en:\n    signinTitle: Hi\n'), file, line: 'signinTitle', problem: /not known/, remedy: /signInTitle/ },
  { of: 'a language that is none', edits: look('texts:\n  Deutsch:\n    footer: Hi\n'), file, line: 'Deutsch', problem: /letters/ },
]);

test('a look with all that there is plans, and one line tells of each field that changes', async () => {
  const edits = look(`accentDark: "#ffb27a"
logo: { light: ${name('svg')}, dark: ${name('png', 'b')}, withName: true }
font: ${name('woff2', 'c')}
typeface: humanist
corners: round
texts:
  any: { footer: Harbour Ltd, mailSignature: "Yours,\\nHarbour" }
  de: { signInTitle: Willkommen zurück, termsUrl: "https://shop.example/agb" }
applications:
  shop: { accent: "#0050a0", texts: { en: { signInTitle: Welcome to the shop } } }
`);
  const files = await editedFiles('customer', edits);
  assert.deepEqual(namesOfFiles(files), [name('svg'), name('png', 'b'), name('woff2', 'c')]);
  const population = { slug: 'customers', kind: 'customer', issuer: 'http://localhost:3000/customers' } as const;
  const plan = planPolicy(files, { population, policy: undefined, source: undefined, brandFiles: new Set(namesOfFiles(files)) }, { steps, clock: testClock });
  assert.deepEqual(plan.faults, []);
  assert.equal(plan.content!.branding.texts!['de']!.signInTitle, 'Willkommen zurück');
});

test('an accent that cannot be seen is told with its figure and what it becomes; one that can is not', async () => {
  const adjusted = async (edits: { [file]: string }) => (await planEdited('customer', edits)).findings.filter(({ code }) => code === 'accent-adjusted');
  const [light, ...others] = await adjusted(look('', '#ffe600'));
  assert.deepEqual(others, []);
  assert.match(light!.problem, /^is #ffe600, which has a contrast of 1\.\d:1 on light pages where a button needs 3:1 .*: buttons there are #[0-9a-f]{6}, with 3(?:\.\d)?:1$/);
  assert.deepEqual((await adjusted(look('', '#101010'))).map(({ at }) => at), ['accent']);
  assert.deepEqual((await adjusted(look('accentDark: "#000000"\n'))).map(({ at }) => at), ['accentDark']);
  assert.deepEqual((await adjusted(look('applications: { shop: { accent: "#ffffff" } }\n'))).map(({ at }) => at), ['applications.shop.accent']);
  assert.deepEqual(await adjusted(look('')), []);
  for (const kind of populationKind.options) {
    assert.deepEqual(planFiles(kind, await editedFiles(kind, {})).findings.filter(({ code }) => code === 'accent-adjusted'), [], kind);
  }
});
