import type { Command } from "commander";
import type { Series } from "../schema/series.ts";
import { columnsOf, numbersOf } from "./series-columns.ts";

/** Options of what stands beside a pool, as they stand on the command line. */
export interface DiagnosticFlags {
  diagnostics?: boolean;
  subgroup?: string;
  cumulative?: string;
}

/** In place of a column: the order of the rows. */
export const FILE_ORDER = "order";

/** Adds the flags of what stands beside a pool to a command. */
export function addDiagnosticFlags(command: Command): Command {
  return command
    .option(
      "--subgroup <column>",
      "pool the series of each value of a column by themselves, and compare them",
    )
    .option(
      "--cumulative <column>",
      `pool the first series, the first two, and so on: how the answer came about; by a column such as year, or ${FILE_ORDER} for the order of the file`,
    )
    .option(
      "--diagnostics",
      "whether the answer hangs on one series: each left out in turn, influence, funnel, trim and fill (with --moderator: influence)",
    );
}

/** What else was asked for. */
interface Others {
  bayes?: boolean;
  moderator?: string[];
  /** True for a method that pools tables with one effect. */
  ofTables: boolean;
  methodName: string;
}

/** What can be done instead beside moderators. */
const BESIDE_MODERATORS: readonly { flag: "subgroup" | "cumulative"; instead: string }[] = [
  {
    flag: "subgroup",
    instead:
      "its groups are pooled without moderators; name the column behind --moderator too, or leave one of them out",
  },
  { flag: "cumulative", instead: "its steps are pooled without moderators; leave one of them out" },
];

/** Options without meaning beside the others. */
export function diagnosticFlagProblems(flags: DiagnosticFlags, others: Others): string[] {
  const { diagnostics, subgroup, cumulative } = flags;
  const asked = [
    ...(subgroup === undefined ? [] : ["--subgroup"]),
    ...(cumulative === undefined ? [] : ["--cumulative"]),
    ...(diagnostics ? ["--diagnostics"] : []),
  ];
  if (asked.length === 0) return [];
  const rivals = [
    ...(others.bayes ? ["--bayes"] : []),
    ...(others.ofTables ? [`--method ${others.methodName}`] : []),
  ];
  const beside = others.moderator ? BESIDE_MODERATORS.filter(({ flag }) => flags[flag] !== undefined) : [];
  return [
    ...rivals.map((rival) => `${asked.join(", ")}: not with ${rival}, leave one of them out`),
    ...beside.map(({ flag, instead }) => `--${flag}: not with --moderator: ${instead}`),
  ];
}

/** Columns that the file does not have. */
export function subgroupProblems(
  { subgroup, cumulative }: DiagnosticFlags,
  series: readonly Series[],
): string[] {
  const columns = columnsOf(series);
  const groups = columns.length > 0 ? columns.join(", ") : "it has none beside its numbers";
  const ordering = [...columns, ...numbersOf(series)];
  return [
    ...(subgroup === undefined || columns.includes(subgroup)
      ? []
      : [`--subgroup ${subgroup}: a column of the file is needed (${groups})`]),
    ...(cumulative === undefined || cumulative === FILE_ORDER || ordering.includes(cumulative)
      ? []
      : [
          `--cumulative ${cumulative}: a column of the file is needed (${ordering.join(", ")}), or ${FILE_ORDER} for the order of its rows`,
        ]),
  ];
}
