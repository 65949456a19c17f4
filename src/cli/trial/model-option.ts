import { InvalidArgumentError } from "commander";
import { type TrialModel, trialModels } from "../../trial/index.ts";
import { type ModelKind, type ModelOptions, modelKinds } from "./model-kinds.ts";

/** `correlation=ar1,terms=trend+block`. */
function optionsOf(text: string): ModelOptions {
  return Object.fromEntries(
    text.split(",").map((part) => {
      const [, option, value] = /^([A-Za-z]+)=(.+)$/u.exec(part.trim()) ?? [];
      if (option === undefined || value === undefined)
        throw new InvalidArgumentError(
          `an option and its value such as terms=trend is needed, got "${part}"`,
        );
      return [option, value.trim()];
    }),
  );
}

function checkOptions({ name, options, needs }: ModelKind, given: ModelOptions): void {
  const unknown = Object.keys(given).filter((option) => !(option in options));
  if (unknown.length > 0)
    throw new InvalidArgumentError(
      `${name} has no option ${unknown.join(", ")}, it has ${Object.keys(options).join(", ")}`,
    );
  const lacking = needs.filter((option) => !(option in given));
  if (lacking.length > 0)
    throw new InvalidArgumentError(
      `${name} needs ${lacking.map((option) => `${option}, ${options[option]}`).join(" and ")}: write ${name}:${lacking.map((option) => `${option}=…`).join(",")}`,
    );
}

/** A model with options; its name is what was written, so that the result tells how to ask for it again. */
function modelOf(kind: ModelKind, rest: string, written: string): TrialModel {
  const given = rest === "" ? {} : optionsOf(rest);
  checkOptions(kind, given);
  try {
    return { ...kind.model(given), name: written };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidArgumentError(`${kind.name}: ${error.message}`);
  }
}

/** Names of the models, with what those need that need something. */
export const modelNames: string = [
  ...trialModels.map(({ name }) => name),
  ...modelKinds.map(({ name, needs }) => `${name}${needs.map((option) => `:${option}=…`).join("")}`),
].join(", ");

/** Options of the models that take some, for the help. */
export const modelOptionsHelp: string = modelKinds
  .map(({ name, options }) => {
    const lines = Object.entries(options).map(([option, needed]) => `    ${option}=  ${needed}`);
    return `  ${name}:\n${lines.join("\n")}`;
  })
  .join("\n");

/** Reads one more model, such as `paired-t` or `gls:correlation=ar1,terms=trend`. */
export function chosenModel(text: string, before: readonly TrialModel[] = []): TrialModel[] {
  const written = text.trim();
  const [, name = "", rest = ""] = /^([^:]*)(?::(.*))?$/su.exec(written) ?? [];
  const plain = trialModels.find((one) => one.name === name);
  if (plain && rest === "") return [...before, plain];
  const kind = modelKinds.find((one) => one.name === name);
  if (kind) return [...before, modelOf(kind, rest, written)];
  if (plain)
    throw new InvalidArgumentError(
      `${name} has no options (those that have are ${modelKinds.map((one) => one.name).join(", ")}), got "${written}"`,
    );
  throw new InvalidArgumentError(`one of ${modelNames} is needed, got "${written}"`);
}
