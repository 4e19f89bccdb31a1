import type { Check, Finding } from '../check.ts';
import { isTest, serverFolder, type House } from '../house.ts';
import { lineFinder, walk, type Module, type Node } from '../module.ts';

/** Each table has one home. */
export const tables: Check = {
  name: 'tables',
  rule: 'A table is named in the SQL of the folder whose migrations make it, and nowhere else; migrations are called '
    + 'NNNN-<folder>-<what>.sql. Ask the owning folder through its door.',
  run: (house) => {
    const { owners, findings } = readMigrations(house);
    const inCode = house.sources()
      .filter(({ path }) => serverFolder(path) && !(serverFolder(path) === 'app' && isTest(path)))
      .flatMap((module) => foreignTables(module, owners));
    return [...findings, ...inMigrations(house, owners), ...inCode];
  },
};

type Owners = ReadonlyMap<string, string>;
const migrationPath = /^server\/src\/([^/]+)\/migrations\/([^/]+)\.sql$/;
const creation = /\bcreate\s+(?:unlogged\s+)?(?:table|materialized\s+view|view)\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/gi;

function readMigrations(house: House): { owners: Owners; findings: Finding[] } {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  const numbers = new Map<string, string>();
  for (const path of house.paths) {
    const [, folder, name = ''] = migrationPath.exec(path) ?? [];
    if (!folder) continue;
    if (!new RegExp(`^\\d{4}-${folder}-[a-z0-9-]+$`).test(name)) {
      findings.push({ file: path, message: `is not called NNNN-${folder}-<what>.sql` });
    }
    const earlier = numbers.get(name.slice(0, 4));
    if (earlier) findings.push({ file: path, message: `has the number of ${earlier}` });
    numbers.set(name.slice(0, 4), name);
    for (const [, table = ''] of withoutComments(house.text(path)).matchAll(creation)) {
      const owner = owners.get(table);
      if (owner && owner !== folder) findings.push({ file: path, message: `makes ${table}, which ${owner} makes too` });
      owners.set(table, owner ?? folder);
    }
  }
  return { owners, findings };
}

function inMigrations(house: House, owners: Owners): Finding[] {
  return house.paths.flatMap((path) => {
    const folder = migrationPath.exec(path)?.[1];
    if (!folder) return [];
    const text = withoutComments(house.text(path));
    const lineOf = lineFinder(text);
    return namedInSql(text).flatMap(({ table, at }) => foreign(owners, folder, table, path, lineOf(at)));
  });
}

function foreign(owners: Owners, folder: string, table: string, file: string, line: number): Finding[] {
  const owner = owners.get(table);
  return owner && owner !== folder ? [{ file, line, message: `names ${table}, which belongs to ${owner}` }] : [];
}

/** Keeps offsets: a comment becomes blanks. */
function withoutComments(sql: string): string {
  return sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}

const naming = /\b(?:from|into|update|join|table(?:\s+if\s+(?:not\s+)?exists)?|references|truncate|on|only|using)\s+"?(\w+)"?/gi;

function namedInSql(sql: string): { table: string; at: number }[] {
  return [...sql.matchAll(naming)].map((match) => ({ table: match[1]!, at: match.index }));
}

const builders = new Set([
  'selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto', 'innerJoin', 'leftJoin', 'rightJoin',
  'fullJoin', 'crossJoin', 'innerJoinLateral', 'leftJoinLateral', 'from', 'using', 'table',
]);

function foreignTables(module: Module, owners: Owners): Finding[] {
  const folder = serverFolder(module.path)!;
  const found: Finding[] = [];
  const report = (table: string, offset: number): void => {
    found.push(...foreign(owners, folder, table, module.path, module.lineOf(offset)));
  };
  walk(module.program, (node) => {
    if (node.type === 'CallExpression') {
      const method = (node.callee as Node).property as { name?: string } | undefined;
      if (builders.has(method?.name ?? '')) for (const name of builtNames(node)) report(name, node.end - 1);
      if (method?.name === '$extendTables') for (const name of declaredNames(node)) report(name, node.end - 1);
    }
    const text = sqlIn(node);
    if (text) for (const { table } of namedInSql(text)) report(table, node.start);
  });
  return found;
}

function builtNames(call: Node): string[] {
  const [first] = call.arguments as Node[];
  const items = first?.type === 'ArrayExpression' ? first.elements as Node[] : [first];
  return items.flatMap((item) => (typeof item?.value === 'string' ? [item.value.split(/\s+as\s+/i)[0]!] : []));
}

/** The keys of the type argument of `$extendTables<{ … }>()`. */
function declaredNames(call: Node): string[] {
  const [shape] = ((call.typeArguments as Node | null)?.params ?? []) as Node[];
  const members = (shape?.members ?? []) as { key?: { name?: string; value?: string } }[];
  return members.flatMap(({ key }) => key?.name ?? key?.value ?? []);
}

const statement = new RegExp(
  String.raw`\b(?:select\b[^]*\bfrom|insert\s+into|update\b[^]*\bset|delete\s+from|truncate|join\b[^]*\bon|`
  + String.raw`(?:alter|create|drop|lock|copy)\s+(?:unlogged\s+)?table)\b`, 'i');

/** Text that reads as SQL: a literal or a whole template with a statement's words in it, so that prose doesn't count. */
function sqlIn(node: Node): string | undefined {
  const text = node.type === 'TemplateLiteral'
    ? (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join(' ? ')
    : node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
  return text && statement.test(text) ? text : undefined;
}
