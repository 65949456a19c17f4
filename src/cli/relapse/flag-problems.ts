import type { Command } from "commander";
import type { RelapseAnalysis } from "./relapse-analyses.ts";
import type { RelapseFlags } from "./relapse-flags.ts";

/** Flags that have a meaning for some analyses, for scores, for rows and for a range of times only. */
const ANALYSIS = [
  "priors",
  "cluster",
  "covariate",
  "at",
  "trend",
  "quantile",
  "time",
  "restrictedTo",
  "band",
  "group",
];
const SCORES = ["from", "relapseAt", "confirm", "improvement", "scale", "step"];
const ROWS = ["cluster", "covariate", "at", "trend", "group", "chart"];
const RANGE = ["n", "minimum", "maximum"];

/** Those of some options that were given on the command line, as they are written there. */
function given(command: Command, names: readonly string[]): { name: string; flag: string }[] {
  return command.options
    .map((option) => ({ name: option.attributeName(), flag: option.long ?? option.flags }))
    .filter(({ name }) => names.includes(name) && command.getOptionValueSource(name) === "cli");
}

/** Flags that the analysis does not take, and what does not go together. */
export function analysisProblems(command: Command, analysis: RelapseAnalysis, flags: RelapseFlags): string[] {
  const takes: readonly string[] = analysis.takes;
  const { interval, at, covariate = [], trend } = flags;
  const known = trend ? [...covariate, "trend"] : covariate;
  const unknown = Object.keys(at ?? {}).filter((name) => !known.includes(name));
  return [
    ...given(command, ANALYSIS)
      .filter(({ name }) => !takes.includes(name))
      .map(({ flag }) => `${flag}: --model ${analysis.name} does not take it, leave it out`),
    ...(interval === "auto" || analysis.intervals.includes(interval)
      ? []
      : [
          `--interval ${interval}: --model ${analysis.name} has ${["auto", ...analysis.intervals].join(", ")}`,
        ]),
    ...(takes.includes("at") ? unknown : []).map((name) => `--at ${name}: needs --covariate ${name} too`),
  ];
}

/** What is wrong where no file is named: the range of times, or too little of it. */
export function rangeProblems(command: Command, analysis: RelapseAnalysis, flags: RelapseFlags): string[] {
  const missing = RANGE.filter((name) => flags[name as keyof RelapseFlags] === undefined);
  if (missing.length === RANGE.length)
    return [
      "a file is needed, - for standard input; or --n, --minimum and --maximum of times without a file",
    ];
  const { minimum, maximum } = flags;
  const isReversed = minimum !== undefined && maximum !== undefined && minimum > maximum;
  return [
    ...missing.map(
      (name) =>
        `--${name}: needed beside ${given(command, RANGE)
          .map(({ flag }) => flag)
          .join(" and ")}`,
    ),
    ...(isReversed ? [`--maximum ${maximum}: must not be below --minimum ${minimum}`] : []),
    ...(analysis.runRange ? [] : [`--model ${analysis.name}: a range of times needs a law, such as weibull`]),
    ...given(command, [...SCORES, ...ROWS]).map(
      ({ flag }) => `${flag}: has no meaning without a file, leave it out`,
    ),
  ];
}

/** Flags that have no meaning beside a file. */
export function fileProblems(command: Command): string[] {
  return given(command, RANGE).map(
    ({ flag }) => `${flag}: is for times without a file, leave it or the file out`,
  );
}

/** Flags that have no meaning for the kind of file. */
export function kindProblems(command: Command, holdsScores: boolean, flags: RelapseFlags): string[] {
  if (holdsScores)
    return flags.unit === "day" ? [] : [`--unit ${flags.unit}: times from scores are in days, leave it out`];
  return given(command, SCORES).map(
    ({ flag }) => `${flag}: is for files of scores, this one holds times of relapse`,
  );
}
