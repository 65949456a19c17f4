import type { Moderator } from "../../schema/meta-regression.ts";
import type { ModeratorPoint } from "../../schema/moderator-prediction.ts";
import type { RegressionDesign } from "./regression-design.ts";

/** Values of every moderator of a regression. */
export type ModeratorValues = { readonly [moderator: string]: number | string };

function coded({ name, kind, levels }: Moderator, values: ModeratorValues): number | string {
  const value = values[name];
  if (value === undefined || value === "")
    throw new RangeError(`Every point needs a value of each moderator, "${name}" has none`);
  if (kind === "text") {
    if (levels.includes(String(value))) return String(value);
    throw new RangeError(`"${name}" needs one of ${levels.join(", ")}, got ${value}`);
  }
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new RangeError(`"${name}" needs a number, got ${value}`);
}

/** A point with the combination of coefficients that stands for it. */
export interface PlacedPoint {
  point: ModeratorPoint;
  contrast: number[];
}

/**
 * Finds the place of values of the moderators in a design.
 *
 * @throws {RangeError} where a moderator has no value or an unknown level, or a name is no moderator.
 */
export function placedPoint(design: RegressionDesign, values: ModeratorValues): PlacedPoint {
  const { moderators, columns, intercept, slopes } = design;
  const names = moderators.map(({ name }) => name);
  const unknown = Object.keys(values).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`A point has values of the moderators (${names.join(", ")}), got "${unknown}"`);
  const own = moderators.map((moderator) => coded(moderator, values));
  const cells = columns.map(({ moderator, parameter }) => {
    const value = own[names.indexOf(moderator)]!;
    return typeof value === "number" ? value : Number(parameter === `moderator:${moderator}=${value}`);
  });
  const contrast = intercept.map((weight, j) =>
    cells.reduce((sum, value, c) => sum + value * slopes[c]![j]!, weight),
  );
  const outside = moderators.some(({ name }, m) => {
    const value = own[m]!;
    if (typeof value === "string") return false;
    const known = columns.find(({ moderator }) => moderator === name)!.values;
    return value < Math.min(...known) || value > Math.max(...known);
  });
  const given = names.map((name, m) => `${name} = ${own[m]}`).join(", ");
  return {
    point: { given, values: Object.fromEntries(names.map((name, m) => [name, own[m]!])), outside },
    contrast,
  };
}
