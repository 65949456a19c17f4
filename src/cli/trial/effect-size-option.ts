import { InvalidArgumentError } from "commander";
import { type ChosenEffectSize, effectSizes } from "../../trial/index.ts";

const names = effectSizes.map(({ name }) => name);

/** A word, a number, true, false or null. */
function optionValue(text: string): string | number | boolean | null {
  const words: Record<string, boolean | null> = { true: true, false: false, null: null };
  if (Object.hasOwn(words, text)) return words[text]!;
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** `goal=0,standardError=delta`. */
function optionsOf(text: string | undefined): { [option: string]: unknown } {
  if (text === undefined) return {};
  return Object.fromEntries(
    text.split(",").map((part) => {
      const [, option, value] = /^([A-Za-z]+)=(.+)$/u.exec(part.trim()) ?? [];
      if (option === undefined || value === undefined)
        throw new InvalidArgumentError(`an option and its value such as goal=0 is needed, got "${part}"`);
      return [option, optionValue(value)];
    }),
  );
}

/** Reads one more effect size, such as `nap` or `percent-of-goal:goal=0`. */
export function chosenEffectSize(text: string, before: readonly ChosenEffectSize[] = []): ChosenEffectSize[] {
  const [, name, rest] = /^([^:]+)(?::(.*))?$/su.exec(text.trim()) ?? [];
  const method = effectSizes.find((one) => one.name === name);
  if (!method) throw new InvalidArgumentError(`one of ${names.join(", ")} is needed, got "${text}"`);
  const options = optionsOf(rest);
  const lacking = method.needs.filter((option) => !(option in options));
  if (lacking.length > 0) {
    const form = lacking.map((option) => `${option}=…`).join(",");
    throw new InvalidArgumentError(
      `${method.name} needs ${lacking.join(", ")}: write ${method.name}:${form}`,
    );
  }
  return [...before, { method, options }];
}

/** Names of the effect sizes, with what those need that need something. */
export const effectSizeNames: string = effectSizes
  .map(({ name, needs }) => (needs.length > 0 ? `${name}:${needs.map((o) => `${o}=…`).join(",")}` : name))
  .join(", ");
