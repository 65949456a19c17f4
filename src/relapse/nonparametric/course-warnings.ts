import type { Warning } from "../../schema/provenance.ts";

/** `95 %`, `97.5 %`. */
export function percent(share: number, digits = 4): string {
  return `${Number((100 * share).toPrecision(digits))} %`;
}

/** `1 patient`, `3 patients`. */
function patientsInWords(n: number): string {
  return n === 1 ? "1 patient" : `${n} patients`;
}

/** Several courses of one patient among rows that are counted as independent. */
export function clusteredCourses(nRows: number, nPatients: number): Warning[] {
  if (nPatients >= nRows) return [];
  return [
    {
      code: "clustered-courses",
      message: `The ${nRows} courses come from ${patientsInWords(nPatients)}. Courses of one patient are not independent, but are counted here as if they were: the intervals may be too narrow.`,
    },
  ];
}

/** Several courses of one patient among rows whose patients are resampled. */
export function clusteredPatients(nRows: number, nPatients: number): Warning[] {
  if (nPatients >= nRows) return [];
  return [
    {
      code: "clustered-courses",
      message: `The ${nRows} courses come from ${patientsInWords(nPatients)}. Courses of one patient are not independent: each counts alike in the estimate, and the limits come from patients drawn with all their courses.`,
    },
  ];
}

/** The highest level at which limits of a median can be closed whatever the distribution: from the least to the largest. */
export function highestMedianLevel(n: number): number {
  return 1 - 2 ** (1 - n);
}

/** Too few courses for closed limits of a median. */
export function tooFewForMedianLimits(n: number, level: number): Warning[] {
  const highest = highestMedianLevel(n);
  if (highest >= level) return [];
  const most =
    n === 1
      ? "one time alone gives none"
      : `from the earliest to the latest of ${n} times the level is ${percent(highest)} at most`;
  return [
    {
      code: "too-few-for-median-limits",
      message: `Without an assumption about the shape of the curve, ${percent(level)} limits of a median cannot be closed on both sides with n = ${n}: ${most}.`,
    },
  ];
}
