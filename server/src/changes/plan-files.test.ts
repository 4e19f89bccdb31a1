import { faultTests } from './testing.ts';

faultTests([
  // Files
  {
    of: 'no charter', edits: { 'charter.yaml': null }, file: 'charter.yaml', problem: /is missing/,
    remedy: /without a charter nothing is published/,
  },
  {
    of: 'no sessions', edits: { 'sessions.yaml': null }, file: 'sessions.yaml', problem: /is missing/,
    remedy: /limen policy export/,
  },
  {
    of: 'a mistyped file name', edits: { 'session.yaml': 'total: 30d\n' }, file: 'session.yaml',
    problem: /not a file of a policy/, remedy: /Did you mean sessions\.yaml/,
  },
  {
    of: 'a path out of the folder', edits: { '../charter.yaml': '' }, file: '../charter.yaml',
    problem: /not a file of a policy/,
  },
  {
    of: 'a journey in a folder of its own', edits: { 'journeys/a/b.yaml': '' }, file: 'journeys/a/b.yaml',
    problem: /not a file of a policy/, remedy: /journeys\/<name>\.yaml/,
  },
  {
    of: 'bytes that were not UTF-8',
    edits: { 'branding.yaml': 'name: Shop\naccent: "#1d4ed8"\nsupportText: caf\ufffd\n' }, file: 'branding.yaml',
    line: 'supportText', problem: /not valid UTF-8/,
  },
  {
    of: 'half a surrogate pair', edits: { 'branding.yaml': 'name: Shop\naccent: "\ud800"\n' }, file: 'branding.yaml',
    line: 'accent', problem: /not valid UTF-8/,
  },
  {
    of: 'a control character', edits: { 'branding.yaml': 'name: Shop\u0000\naccent: "#1d4ed8"\n' },
    file: 'branding.yaml', line: 'name', problem: /not valid UTF-8/,
  },
  {
    of: 'a file too long', edits: { 'branding.yaml': `# ${'x'.repeat(33_000)}\n` }, file: 'branding.yaml',
    problem: /characters/, remedy: /within 32000/,
  },
  { of: 'an empty file', edits: { 'tokens.yaml': '# nothing yet\n' }, file: 'tokens.yaml', problem: /is empty/ },

  // YAML
  {
    of: 'broken YAML', edits: { 'tokens.yaml': 'accessToken: [15m\nrefreshToken: 30d\n' }, file: 'tokens.yaml',
    line: 'refreshToken', problem: /is not YAML/,
  },
  {
    of: 'a tab', edits: { 'tokens.yaml': 'accessToken:\n\t15m\nrefreshToken: 30d\n' }, file: 'tokens.yaml',
    line: '15m', problem: /tab/,
  },
  {
    of: 'a name that stands twice',
    edits: { 'tokens.yaml': 'accessToken: 15m\nrefreshToken: 30d\naccessToken: 1h\n' }, file: 'tokens.yaml',
    line: 'accessToken: 1h', problem: /has accessToken twice/,
  },
  {
    of: 'an anchor', edits: { 'tokens.yaml': 'accessToken: &same 15m\nrefreshToken: 30d\n' }, file: 'tokens.yaml',
    line: '&same', problem: /has an anchor/,
  },
  {
    of: 'an alias', edits: { 'tokens.yaml': 'accessToken: 15m\nrefreshToken: *same\n' }, file: 'tokens.yaml',
    line: '*same', problem: /has an alias|alias/,
  },
  {
    of: 'a tag', edits: { 'tokens.yaml': 'accessToken: 15m\nrefreshToken: !!binary MzBk\n' }, file: 'tokens.yaml',
    line: '!!binary', problem: /has a tag/,
  },
  {
    of: 'two documents', edits: { 'tokens.yaml': 'accessToken: 15m\n---\nrefreshToken: 30d\n' }, file: 'tokens.yaml',
    line: '---', problem: /more than one document/,
  },
  {
    of: 'another version of YAML', edits: { 'tokens.yaml': '%YAML 1.1\n---\naccessToken: 15m\nrefreshToken: 30d\n' },
    file: 'tokens.yaml', problem: /%YAML/,
  },
  {
    of: 'nesting without end', edits: { 'tokens.yaml': '['.repeat(20_000) }, file: 'tokens.yaml',
    problem: /nested too deeply/,
  },

  // Shape
  {
    of: 'an unknown field', edits: { 'sessions.yaml': [['total: 30d', 'totl: 30d']] }, file: 'sessions.yaml',
    line: 'totl: 30d', problem: /totl, which is not known/, remedy: /Did you mean total\?/,
  },
  {
    of: 'an unknown field within', edits: { 'assurance.yaml': [['  minimumAlone', '  mininumAlone']] },
    file: 'assurance.yaml', line: 'mininumAlone: 15', problem: /not known here/, remedy: /minimumAlone/,
  },
  {
    of: 'a prototype smuggled in',
    edits: { 'tokens.yaml': 'accessToken: 15m\nrefreshToken: 30d\n__proto__: { accessToken: 1d }\n' },
    file: 'tokens.yaml', line: '__proto__', problem: /__proto__, which is not known/,
  },
  { of: 'a missing field', edits: { 'tokens.yaml': 'accessToken: 15m\n' }, file: 'tokens.yaml', problem: /is missing/ },
  {
    of: 'a wrong word', edits: { 'assurance.yaml': [['acr:basic', 'acr:basik']] }, file: 'assurance.yaml',
    line: 'required:', problem: /basik/, remedy: /Did you mean urn:limen:acr:basic/,
  },
  {
    of: 'a wrong type', edits: { 'assurance.yaml': [['Alone: 15', 'Alone: many']] }, file: 'assurance.yaml',
    line: 'many', problem: /is "many", but should be a/,
  },
  {
    of: 'a wrong length of time', edits: { 'sessions.yaml': [['total: 30d', 'total: month']] }, file: 'sessions.yaml',
    line: 'total: month', problem: /like 15m/,
  },
  {
    of: 'an address that is a script',
    edits: { 'branding.yaml': 'name: Shop\naccent: "#1d4ed8"\nsupportUrl: "javascript:alert(1)"\n' },
    file: 'branding.yaml', line: 'supportUrl', problem: /web address/,
  },
  {
    of: 'an issuer in a file',
    edits: { 'population.yaml': 'slug: customers\nkind: customer\nname: Limen\nissuer: https://id.example/\n' },
    file: 'population.yaml', line: 'issuer', problem: /issuer, which is not known/,
    remedy: /fixed when a population is created/,
  },
  {
    of: 'a mistyped role', edits: { 'charter.yaml': [['  fraud: null', '  fruad: null']] }, file: 'charter.yaml',
    line: 'fruad', problem: /not known here/, remedy: /fraud/,
  },
  {
    of: 'an invented rule to be excepted from',
    edits: { 'charter.yaml': [['exceptions: []', 'exceptions: [{ rule: all, because: x, until: 2027-01-01 }]']] },
    file: 'charter.yaml', line: 'rule: all', problem: /is "all"/,
  },

  // What is fixed
  {
    of: 'another slug', edits: { 'population.yaml': [['slug: customers', 'slug: shoppers']] },
    file: 'population.yaml', line: 'slug: shoppers', problem: /created with customers/, remedy: /fixed at creation/,
  },
  {
    of: 'another kind', edits: { 'population.yaml': [['kind: customer', 'kind: workforce']] },
    file: 'population.yaml', line: 'kind: workforce', problem: /created with customer/,
  },
]);
