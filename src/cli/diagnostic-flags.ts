import type { Command } from "commander";
import type { Series } from "../schema/series.ts";

/** Options of what stands beside a pool, as they stand on the command line. */
export interface DiagnosticFlags {
  diagnostics?: boolean;
  subgroup?: string;
}

/** Adds the flags of what stands beside a pool to a command. */
export function addDiagnosticFlags(command: Command): Command {
  return command
    .option(
      "--subgroup <column>",
      "pool the series of each value of a column by themselves, and compare them",
    )
    .option(
      "--diagnostics",
      "whether the answer hangs on one series: each left out in turn, influence, funnel, trim and fill",
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

/** Options without meaning beside the others. */
export function diagnosticFlagProblems({ diagnostics, subgroup }: DiagnosticFlags, others: Others): string[] {
  const asked = [
    ...(subgroup === undefined ? [] : ["--subgroup"]),
    ...(diagnostics ? ["--diagnostics"] : []),
  ];
  if (asked.length === 0) return [];
  const rivals = [
    ...(others.bayes ? ["--bayes"] : []),
    ...(others.moderator ? ["--moderator"] : []),
    ...(others.ofTables ? [`--method ${others.methodName}`] : []),
  ];
  return rivals.map((rival) => `${asked.join(", ")}: not with ${rival}, leave one of them out`);
}

/** A column that the file does not have. */
export function subgroupProblems({ subgroup }: DiagnosticFlags, series: readonly Series[]): string[] {
  if (subgroup === undefined) return [];
  const columns = [...new Set(series.flatMap(({ moderators }) => Object.keys(moderators)))];
  if (columns.includes(subgroup)) return [];
  const known = columns.length > 0 ? columns.join(", ") : "it has none beside its numbers";
  return [`--subgroup ${subgroup}: a column of the file is needed (${known})`];
}
