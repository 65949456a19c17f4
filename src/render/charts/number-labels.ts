import { formatPower } from "../power-of-ten.ts";

/** Numbers beyond these are labelled by a power of ten. */
const [SMALLEST, LARGEST] = [1e-5, 1e7];

/** What an axis counts in: numbers, or shares that are shown as percentages. */
export type LabelKind = "number" | "share";

const isPlain = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= SMALLEST && Math.abs(value) < LARGEST);

const written = (value: number): string => Number(value.toPrecision(6)).toString().replace("-", "−");

/**
 * A number as the label of an axis: written out, or by a power of ten where that would be too long.
 *
 * @example
 * numberLabel(-2e-7); // "−2 × 10⁻⁷"
 */
export function numberLabel(value: number, kind: LabelKind = "number"): string {
  if (kind === "share") return `${written(100 * value)} %`;
  return isPlain(value) ? written(value) : formatPower(value, 3);
}

/**
 * The same labels as an expression of Vega. An axis's own `format` takes its digits from the step of the ticks, and makes 1e+1
 * of 10.
 *
 * @param values Of the ticks.
 */
export function labelExpression(values: readonly number[], kind: LabelKind = "number"): string {
  if (kind === "share") return "format(100 * datum.value, '~r') + ' %'";
  if (values.every(isPlain)) return "format(datum.value, '~r')";
  const labels = values.map((value) => `datum.value === ${value} ? '${numberLabel(value)}' : `);
  return `${labels.join("")}''`;
}
