import { type Command, InvalidArgumentError, Option } from "commander";
import { type TrialDesign, type TrialDesignMethod, trialDesigns } from "../../trial/index.ts";
import { UsageError } from "../report-error.ts";

/** Settings of a design by name, such as `{ nPairs: 4 }`. */
export type GivenSettings = { [setting: string]: number | number[] | number[][] };

/** How a setting is written on the command line. */
interface SettingForm {
  /** What stands for the value in the help. */
  placeholder: string;
  example: string;
  needs: string;
  read(text: string): number | number[] | number[][];
}

function wholes(text: string, separator = ","): number[] {
  return text.split(separator).map((part) => (/^\d+$/u.test(part.trim()) ? Number(part) : Number.NaN));
}

const one = (example: number): SettingForm => ({
  placeholder: "number",
  example: String(example),
  needs: "a whole number",
  read: (text) => wholes(text, "\n")[0]!,
});

const several = (example: readonly number[]): SettingForm => ({
  placeholder: "numbers",
  example: example.join(","),
  needs: "whole numbers with commas between them",
  read: (text) => wholes(text),
});

const lists = (example: readonly (readonly number[])[]): SettingForm => ({
  placeholder: "lists",
  example: example.map((list) => list.join(",")).join("/"),
  needs: "lists of whole numbers such as 4,5/7,8",
  read: (text) => text.split("/").map((list) => wholes(list)),
});

function formOf(example: unknown): SettingForm {
  if (!Array.isArray(example)) return one(example as number);
  return Array.isArray(example[0]) ? lists(example) : several(example);
}

/** Every setting of some design, by name. */
function settingForms(): Map<string, SettingForm> {
  const examples = trialDesigns.flatMap(({ example }) => Object.entries(example));
  return new Map(
    examples.filter(([name]) => name !== "treatments").map(([name, value]) => [name, formOf(value)]),
  );
}

const forms = settingForms();
const kebabCase = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

/** `--n-pairs` for `nPairs`. */
const flagOf = (name: string): string => `--${kebabCase(name)}`;

function readSetting(name: string, text: string): GivenSettings[string] {
  const { needs, read } = forms.get(name)!;
  const value = read(text);
  if ([value].flat(2).some((number) => !Number.isInteger(number)))
    throw new InvalidArgumentError(`${needs} is needed, got "${text}"`);
  return value;
}

/** `nPairs=4`, one after the other. */
function readAssignment(text: string, before: GivenSettings = {}): GivenSettings {
  const [, name = "", value = ""] = /^([^=]*)=(.*)$/u.exec(text) ?? [];
  if (!forms.has(name))
    throw new InvalidArgumentError(
      `a setting of a design and its value such as nPairs=4 is needed (settings are ${[...forms.keys()].join(", ")}), got "${text}"`,
    );
  return { ...before, [name]: readSetting(name, value) };
}

/** Names of the designs that have a setting. */
function designsWith(setting: string): string {
  return trialDesigns
    .filter(({ example }) => setting in example)
    .map(({ name }) => name)
    .join(", ");
}

/** Adds a flag for each setting of some design. */
export function addSettingFlags(command: Command): Command {
  for (const [name, { placeholder, example }] of forms) {
    const flags = `${flagOf(name)} <${placeholder}>`;
    const description = `of ${designsWith(name)}, such as ${example}`;
    command.addOption(new Option(flags, description).argParser((text) => readSetting(name, text)));
  }
  return command.option("--set <name=value>", "any of these settings by its name in plans", readAssignment);
}

/** The settings that were given, by either way. */
export function givenSettings(flags: { set?: GivenSettings }): GivenSettings {
  const own = flags as { [flag: string]: unknown };
  const named = [...forms.keys()].filter((name) => own[name] !== undefined);
  return {
    ...flags.set,
    ...Object.fromEntries(named.map((name) => [name, own[name] as GivenSettings[string]])),
  };
}

/** Settings that the design does not have; null stands for no design. */
export function settingProblems(method: TrialDesignMethod | null, given: GivenSettings): string[] {
  if (method === null)
    return Object.keys(given).map((name) => `${flagOf(name)}: there are no settings without a design`);
  const known = Object.keys(method.example).filter((name) => name !== "treatments");
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map(
      (name) => `${flagOf(name)}: ${method.name} has no such setting, it has ${known.map(flagOf).join(", ")}`,
    );
}

/** Options of the library, besides settings, that have a flag of the same name. */
const FLAGS = ["reference", "treatment", "patients"];

/** What the library says of an option, under the name of its flag. */
export function namingFlags(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error;
  const named = error.message.replace(/^([a-z]\w*) (?=must)/u, (start, name: string) =>
    forms.has(name) || FLAGS.includes(name) ? `${flagOf(name)}: ` : start,
  );
  return new UsageError(named.replace(/got undefined$/u, "got none"));
}

/**
 * The design of some settings.
 *
 * @throws {UsageError} for settings of which no design can be made, with the flag that mends them.
 */
export function designWith(method: TrialDesignMethod, settings: object): TrialDesign {
  try {
    return method.design(settings as Parameters<TrialDesignMethod["design"]>[0]);
  } catch (error) {
    throw namingFlags(error);
  }
}
