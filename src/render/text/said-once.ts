import type { ResponseResult } from "../../schema/index.ts";
import { isPriorsAlone } from "../is-priors-alone.ts";

/** Part of a report that says what a warning warns of; in "unknown", "assumptions" and "warnings" by its message. */
export type WarnedSection = "found" | "unknown" | "warnings" | "single-arm" | "assumptions" | "posterior";

const SECTION_OF: Readonly<Record<string, WarnedSection>> = {
  "single-arm": "single-arm",
  "never-reached": "found",
  "never-reached-not-excluded": "unknown",
  "interval-open": "unknown",
  extrapolated: "unknown",
  "prior-decided": "unknown",
  "sigma-degenerate": "unknown",
  "aicc-refused": "assumptions",
  "days-averaged": "assumptions",
  "monte-carlo-error": "posterior",
};

/** Warnings that hold where no score entered; all others are about scores. */
const OF_PRIORS = ["higher-is-better", "not-converged", "importance-weights", "monte-carlo-error"];

function warningsOf(result: ResponseResult): ResponseResult["warnings"] {
  const { warnings } = result;
  return isPriorsAlone(result) ? warnings.filter(({ code }) => OF_PRIORS.includes(code)) : warnings;
}

/** The messages of the warnings that belong to some sections; one of an unknown code belongs to "warnings". */
export function warningsIn(result: ResponseResult, ...sections: WarnedSection[]): string[] {
  const { probabilities } = result;
  const isKnown = probabilities.some(
    ({ event, probability }) => event === "neverReached" && probability !== null,
  );
  const sectionOf = (code: string): WarnedSection =>
    // With a probability, what was found says on what the relapse day hangs.
    isKnown && code === "never-reached-not-excluded" ? "found" : (SECTION_OF[code] ?? "warnings");
  return warningsOf(result)
    .filter(({ code }) => sections.includes(sectionOf(code)))
    .map(({ message }) => message);
}
