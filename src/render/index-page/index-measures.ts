import type { Estimate, ResponseResult } from "../../schema/index.ts";
import { findEstimate, reliefOfCourse } from "../estimate-rows.ts";
import { formatEstimate } from "../format-number.ts";

/** A number by which reports can be sorted. */
export interface IndexMeasure {
  /** As it is read; empty where there is none. */
  text: string;
  value: number | null;
}

/** Headings of the measures of an index, in their order. */
export const INDEX_MEASURES = ["Relief, last course", "Relapse day, last course"] as const;

function measure(row: Estimate | undefined): IndexMeasure {
  return row === undefined ? { text: "", value: null } : { text: formatEstimate(row), value: row.estimate };
}

/** Relief and relapse day of the last course. */
export function indexMeasures({ estimates, courses }: ResponseResult): IndexMeasure[] {
  const last = courses.length;
  return [measure(reliefOfCourse(estimates, last)), measure(findEstimate(estimates, "relapseDay", last))];
}
