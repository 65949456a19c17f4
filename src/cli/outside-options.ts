import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError, type Option } from "commander";
import { InputError, type InputIssue } from "../errors.ts";
import { didYouMean } from "./closest-word.ts";
import type { CliCommand } from "./command.ts";
import type { Io } from "./io.ts";

/** Found in the working folder where no other file is named. */
const CONFIG_FILE = "nof1.config.json";

/** What every command takes, and so may stand outside of the commands' own sections. */
const SHARED = ["format", "quiet", "level", "seed"];

/** The value of an option that was not given on the command line. */
interface OutsideValue {
  source: "config" | "env";
  /** Where it stands, such as `response.level` or `NOF1_LEVEL`. */
  where: string;
  option: string;
  value: unknown;
}

/**
 * Gives a command the options that stand in the environment or in a file, as long as the command line does not give them.
 *
 * @returns The values by the options' names, as they were written.
 * @throws {InputError} with every option that is unknown or has a wrong value.
 */
export async function readOutsideOptions(
  command: Command,
  entries: readonly CliCommand[],
  io: Io,
): Promise<Map<string, unknown>> {
  const given = new Map<string, unknown>();
  const program = command.parent!;
  const named = program.opts().config ?? io.environment?.NOF1_CONFIG;
  program.setOptionValue("config", undefined);
  const path: string = named ?? CONFIG_FILE;
  const issues: InputIssue[] = [];
  const inFile = fileValues(
    await configOf(path, named !== undefined),
    command.name(),
    entries.map(({ name }) => name),
    path,
    issues,
  );
  for (const [values, from] of [
    [inFile, path],
    [environmentValues(command, io), "environment"],
  ] as const) {
    for (const value of values) {
      issues.push(...give(command, value, from));
      given.set(value.option, value.value);
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return given;
}

/** The file's content; null where none is needed and none is there. */
async function configOf(path: string, needed: boolean): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (!needed && (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new InputError([{ path, message: `cannot be read: ${(error as Error).message}` }]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError([{ path, message: `options as JSON are needed: ${(error as Error).message}` }]);
  }
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The options of a file for one command: those of all commands, then its own. */
function fileValues(
  config: unknown,
  command: string,
  names: readonly string[],
  path: string,
  issues: InputIssue[],
): OutsideValue[] {
  if (config === null) return [];
  if (!isSection(config)) {
    issues.push({ path, message: `an object such as { "level": 0.9, "response": { … } } is needed` });
    return [];
  }
  const values: OutsideValue[] = [];
  for (const [option, value] of Object.entries(config)) {
    if (SHARED.includes(option)) values.push({ source: "config", where: option, option, value });
    else if (!names.includes(option))
      issues.push({
        path,
        message: `${option}: ${SHARED.join(", ")} or a command's name is needed${didYouMean(option, [...SHARED, ...names])}`,
      });
    else if (!isSection(value)) issues.push({ path, message: `${option}: an object of options is needed` });
  }
  const own = config[command];
  if (isSection(own))
    for (const [option, value] of Object.entries(own))
      values.push({ source: "config", where: `${command}.${option}`, option, value });
  return values;
}

/** The variable of the environment that gives an option. */
const variableOf = (option: string): string => `NOF1_${option.toUpperCase().replaceAll("-", "_")}`;

function environmentValues(command: Command, { environment = {} }: Io): OutsideValue[] {
  return command.options.flatMap((option) => {
    const where = variableOf(option.name());
    const text = environment[where];
    if (text === undefined || text === "" || option.name() === "config") return [];
    const value = option.isBoolean() ? (/^(?:1|yes|true)$/u.test(text) ? true : text) : text;
    const isOff = option.isBoolean() && /^(?:0|no|false)$/u.test(text);
    return [{ source: "env", where, option: option.name(), value: isOff ? false : value }];
  });
}

/** Sets one option, and says what is wrong with it. */
function give(
  command: Command,
  { source, where, option: name, value }: OutsideValue,
  path: string,
): InputIssue[] {
  const option = command.options.find((one) => one.name() === name);
  if (!option) {
    const known = command.options.map((one) => one.name());
    return [
      { path, message: `${where}: nof1 ${command.name()} has no option --${name}${didYouMean(name, known)}` },
    ];
  }
  try {
    const key = option.attributeName();
    const program = command.parent!;
    const isShared = program.options.some((one) => one.name() === name);
    const owner = isShared ? program : command;
    if (owner.getOptionValueSource(key) !== "cli")
      owner.setOptionValueWithSource(key, parsed(option, value), source);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    return [{ path, message: `${where}: ${error.message}` }];
  }
}

/** A value as the command line would have read it. */
function parsed(option: Option, value: unknown): unknown {
  if (option.isBoolean()) {
    if (typeof value === "boolean") return value;
    throw new InvalidArgumentError(`true or false is needed, got ${JSON.stringify(value)}`);
  }
  const words = option.variadic && Array.isArray(value) ? value : [value];
  if (words.length === 0 || !words.every((word) => typeof word === "string" || typeof word === "number"))
    throw new InvalidArgumentError(`a text or a number is needed, got ${JSON.stringify(value)}`);
  const { parseArg } = option;
  const texts = words.map(String);
  if (!parseArg) return option.variadic ? texts : texts[0];
  return texts.reduce<unknown>((previous, text) => parseArg.call(option, text, previous as never), undefined);
}
