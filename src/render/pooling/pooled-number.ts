import type { Estimate, NaturalScale } from "../../schema/index.ts";
import { formatFixed, formatRange, formatValue } from "../format-number.ts";
import { formatPower } from "../power-of-ten.ts";

/** Beyond these a ratio says no more than that it is extreme. */
const [SMALLEST, LARGEST] = [0.001, 1000];

/** How what is beyond them is written: in words in a sentence, by signs in a cell. */
export type Place = "sentence" | "cell";

const BEYOND: Readonly<Record<Place, { below: string; above: string }>> = {
  sentence: { below: "below ", above: "above " },
  cell: { below: "<", above: ">" },
};

/** Three digits, as many as a ratio deserves. */
function ratioText(value: number, place: Place): string {
  const { below, above } = BEYOND[place];
  if (value < SMALLEST) return `${below}${SMALLEST}`;
  if (value > LARGEST) return `${above}${LARGEST}`;
  if (value < 0.1) return Number(value.toPrecision(2)).toString();
  return formatFixed(value, value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** Numbers beyond these are written as powers of ten. */
const [TINY, HUGE] = [1e-6, 1e9];

/** Three digits, however small or large; "–" for none. */
export function plain(value: number | null): string {
  if (value === null) return "–";
  const size = Math.abs(value);
  if (size !== 0 && (size < TINY || size >= HUGE)) return formatPower(value, 3);
  return Number(value.toPrecision(3)).toString().replace("-", "−");
}

/** A number on a logarithmic scale: a ratio by its size, a quantity with a unit of its own by three digits. */
function logNumber(value: number, { unit }: NaturalScale, place: Place): string {
  return unit === "ratio" ? ratioText(value, place) : plain(value);
}

function withUnit(text: string, scale: NaturalScale, place: Place): string {
  const unit = unitIn(scale, place);
  return OWN.includes(unit) ? text : `${text} ${unit}`;
}

/** Units that a number carries even in a cell, or that have no sign. */
const OWN: readonly string[] = ["", "ratio", "fraction"];

/** A cell leaves the unit to the head of its column. */
function unitIn({ unit }: NaturalScale, place: Place): string {
  return place === "cell" && !OWN.includes(unit) ? "" : unit;
}

/** Name of the scale with its unit, for the head of a column or an axis. */
export function scaleName({ label, unit }: NaturalScale): string {
  return OWN.includes(unit) ? label : `${label} (${unit})`;
}

/** One value on the scale of a pool. */
export function formatPooled(
  value: number | null,
  scale: NaturalScale,
  width: number | null = null,
  place: Place = "sentence",
): string {
  if (value === null) return "–";
  return scale.axis === "log"
    ? withUnit(logNumber(value, scale, place), scale, place)
    : formatValue(value, unitIn(scale, place), width);
}

type Limits = Pick<Estimate, "lower" | "upper">;

/** Limits on the scale of a pool: "0.34 to 0.70"; "no limits" where there are none. */
export function formatLimits(
  { lower, upper }: Limits,
  scale: NaturalScale,
  place: Place = "sentence",
): string {
  if (lower === null && upper === null) return "no limits";
  if (lower === null) return `${BEYOND[place].below}${formatPooled(upper, scale, null, place)}`;
  if (upper === null) return `${BEYOND[place].above}${formatPooled(lower, scale, null, place)}`;
  if (scale.axis === "log")
    return withUnit(`${logNumber(lower, scale, place)} to ${logNumber(upper, scale, place)}`, scale, place);
  return formatRange(lower, upper, unitIn(scale, place));
}

/** Estimate and limits in one cell: "0.49 (0.34 to 0.70)". */
export function formatWithLimits(row: Limits & { estimate: number | null }, scale: NaturalScale): string {
  const { lower, upper } = row;
  const width = lower === null || upper === null ? null : upper - lower;
  return `${formatPooled(row.estimate, scale, width, "cell")} (${formatLimits(row, scale, "cell")})`;
}
