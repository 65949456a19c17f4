import type { TrialResult, Warning } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { asSentence } from "./trial-names.ts";

/** Warnings that say what the trial can't tell; the others stand under "Warnings". */
const UNKNOWN_CODES: readonly string[] = [
  "level-unattainable",
  "interval-open",
  "phases-in-fixed-order",
  "baseline-trend",
  "carryover-expected",
  "carryover-unknown",
  "no-randomization-test",
  "tested-together",
];

/** Codes that speak of relief carried over. */
const CARRYOVER = /^carryover/u;

/** Every warning of a trial and of its test, each message once. */
function warningsOf({ warnings, randomization }: TrialResult): Warning[] {
  const all = [...warnings, ...(randomization?.warnings ?? [])];
  return [...new Map(all.map((warning) => [warning.message, warning])).values()];
}

/** What the section on the test says already. */
const isSaid = ({ code }: Warning, { randomization }: TrialResult): boolean =>
  code === "level-unattainable" && randomization !== null;

const isUnknown = ({ code }: Warning): boolean => UNKNOWN_CODES.includes(code);

/** What holds for every trial, whatever was found. */
function alwaysSaid(result: TrialResult, told: readonly Warning[]): string[] {
  const { randomization, estimates } = result;
  const isAlone = (randomization?.patients.length ?? 1) === 1;
  const carryover = told.some(({ code }) => CARRYOVER.test(code))
    ? []
    : [
        "Whether relief carried over from one period into the next cannot be read from these scores; if it did, the treatments look more alike than they are.",
      ];
  const test = randomization
    ? ["The p-value holds if the treatments were drawn as the design says; it asks no more of the scores."]
    : [];
  const shift =
    estimates[0]?.unit === "ratio"
      ? "multiplies every score by the same factor"
      : "changes every score by the same amount";
  const interval =
    randomization && randomization.estimates.length > 0
      ? [`The interval takes for granted that the treatment ${shift}.`]
      : [];
  const others = isAlone ? ["This is about one patient; of others it says nothing."] : [];
  return [...test, ...interval, ...carryover, ...others];
}

/** What the trial could not show. */
export function unknownSection(result: TrialResult): WordSection {
  const told = warningsOf(result).filter((warning) => isUnknown(warning) && !isSaid(warning, result));
  return {
    id: "unknown",
    heading: "What the result does not show",
    sentences: [...told.map(({ message }) => asSentence(message)), ...alwaysSaid(result, told)],
    tables: [],
  };
}

/** The other warnings by their plain messages. */
export function warningsSection(result: TrialResult): WordSection {
  const others = warningsOf(result).filter((warning) => !isUnknown(warning));
  return {
    id: "warnings",
    heading: "Warnings",
    sentences: others.map(({ message }) => asSentence(message)),
    tables: [],
  };
}
