import { InvalidArgumentError } from "commander";

/** A scale of scores as text, so that the reader of reports can check it. */
export interface ChosenScores {
  score_lower: string;
  score_upper: string;
  score_step: string;
}

/** `0-10:1` is a scale from 0 to 10 in steps of 1; without `:1` the step is 1. */
export function chosenScores(text: string): ChosenScores {
  const number = String.raw`-?\d+(?:\.\d+)?`;
  const found = new RegExp(`^(${number})[-–](${number})(?::(${number}))?$`, "u").exec(text.trim());
  if (!found) throw new InvalidArgumentError(`a scale with its step such as 0-10:1 is needed, got "${text}"`);
  return { score_lower: found[1]!, score_upper: found[2]!, score_step: found[3] ?? "1" };
}
