import type { CurveFrame } from "./frame.ts";

/** A position in days, on the scale that all layers share. */
export function inDays(field: string): object {
  return { field, type: "quantitative" };
}

/** A score, on the scale that all layers share. */
export function inScores(field: string): object {
  return { field, type: "quantitative" };
}

/** Text of a field as it stands. */
export function textOf(field: string): object {
  return { field, type: "nominal" };
}

/** A day kept within the plot. */
export function withinDays(day: number, { days }: CurveFrame): number {
  return Math.min(days[1], Math.max(days[0], day));
}
