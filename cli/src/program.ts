import { Argument, Command as Parser, InvalidArgumentError, Option, type CommanderError } from 'commander';
import type { Command, Flag } from './command.ts';
import { misused } from './cli-error.ts';

export interface ProgramOptions {
  readonly commands: readonly Command[];
  readonly nouns: Readonly<Record<string, string>>;
  readonly version: string;
  /** Where help goes, and how wide it may be. */
  readonly write: (text: string) => void;
  readonly width: number;
  readonly run: (command: Command, given: object, everywhere: Everywhere) => Promise<void>;
}

/** Flags that every command has. */
export interface Everywhere { readonly json?: boolean; readonly data?: string }

/** Help or the version was shown; `wanted` unless it was for want of a command. */
export class HelpShown extends Error {
  readonly wanted: boolean;
  constructor(wanted: boolean) {
    super('help was shown');
    this.wanted = wanted;
  }
}

/** The command line's grammar, from the table of commands. */
export function createProgram(options: ProgramOptions): Parser {
  const root = new Parser('limen')
    .description('Operates the Limen server of this machine, over the local socket in its data folder.')
    .version(options.version, '-V, --version', 'the version of limen')
    .enablePositionalOptions()
    .helpCommand('help [command]', 'The help of a command')
    .configureHelp({ subcommandTerm: (each) => [each.name(), ...each.registeredArguments.map(termOf)].join(' ') })
    .configureOutput({
      writeOut: options.write, writeErr: options.write, outputError: () => undefined,
      getOutHelpWidth: () => options.width, getErrHelpWidth: () => options.width,
    })
    .addHelpText('after', exitCodesHelp);
  prepare(root);
  const parsers = new Map<string, Parser>();
  for (const [noun, about] of Object.entries(options.nouns)) {
    parsers.set(noun, prepare(root.command(noun).description(about).helpCommand(false)));
  }
  for (const command of options.commands) {
    const words = command.name.split(' ');
    const parent = words.length === 1 ? root : parsers.get(words[0]!)!;
    addCommand(parent.command(words.at(-1)!), command, options.run);
  }
  return root;
}

function addCommand(parser: Parser, command: Command, run: ProgramOptions['run']): void {
  const { summary, about, arguments: args = {}, flags = [], examples } = command;
  parser.summary(summary).description(about === undefined ? `${summary}.` : `${summary}. ${about}`);
  for (const [name, what] of Object.entries(args)) parser.addArgument(new Argument(name, what));
  for (const flag of flags) parser.addOption(optionOf(flag));
  prepare(parser).addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}\n`).join('')}`);
  parser.action(async () => {
    const { json, data, ...given } = parser.optsWithGlobals<Everywhere>();
    const named = parser.registeredArguments.map((argument, at) => [camelCase(argument.name()), parser.processedArgs[at]]);
    await run(command, { ...given, ...Object.fromEntries(named) }, { json, data });
  });
}

/** What all have: the flags, and errors that say where to look. */
function prepare(parser: Parser): Parser {
  return parser
    .addHelpOption(new Option('-h, --help', 'what it does, with examples').helpGroup('Everywhere:'))
    .addOption(new Option('--json', 'JSON on stdout, and errors as JSON on stderr').helpGroup('Everywhere:'))
    .addOption(new Option('--data <folder>', 'the server\'s data folder (LIMEN_DATA, else .limen)').helpGroup('Everywhere:'))
    .exitOverride((error) => { throw explain(parser, error); });
}

function explain(parser: Parser, { code, exitCode, message }: CommanderError): Error {
  if (code === 'commander.help') return new HelpShown(exitCode === 0);
  if (code === 'commander.helpDisplayed' || code === 'commander.version') return new HelpShown(true);
  const [problem = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const hint = suggestion.replace(/^\((.*)\)$/, '$1 ');
  return misused(problem.charAt(0).toUpperCase() + problem.slice(1), `${hint}Look at: ${pathOf(parser)} --help`);
}

function pathOf(parser: Parser): string {
  return parser.parent ? `${pathOf(parser.parent)} ${parser.name()}` : parser.name();
}

function optionOf({ flags, about, choices, many, number }: Flag): Option {
  const option = new Option(flags, about);
  if (choices) option.choices(choices);
  if (number) option.argParser(wholeNumber(number.least, number.most));
  if (many) option.argParser((value: string, before: readonly string[] | undefined) => [...before ?? [], value]);
  return option;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}

const termOf = (argument: Argument): string => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`);

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const exitCodesHelp = `
Exit codes:
  0  done
  1  the server refused or failed
  2  the command line, or a file that it names, is wrong
  3  what was looked at has faults: a plan, an import, the audit chain
  4  no server answers on this data folder
`;
