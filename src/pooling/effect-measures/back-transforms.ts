import type { Warning } from "../../schema/provenance.ts";
import type { SeriesSummary } from "../../schema/series.ts";
import { backTransformFreemanTukey } from "./back-transform-freeman-tukey.ts";
import { freemanTukeyProportion, freemanTukeyRate } from "./freeman-tukey.ts";

/** From a measure's scale to one that people read. */
export type BackTransformName =
  | "identity"
  | "exp"
  | "one-minus-exp"
  | "logistic"
  | "sin-squared"
  | "square"
  | "tanh"
  | "freeman-tukey"
  | "freeman-tukey-rate";

/** A monotone transformation from a measure's scale to one that people read. */
export interface BackTransform {
  readonly name: BackTransformName;
  /** Unit of values before they are turned back, such as `log`; empty where they have that of the data. */
  readonly unit: string;
  readonly formula: string;
  /** True where the larger value on the measure's scale is the smaller one: limits then change sides. */
  readonly decreasing: boolean;
  /** What must be given beside the value: patients or time at risk. */
  readonly size: "n" | "time" | null;
  /** @param size Patients or time at risk; only where `size` asks for one. */
  apply(value: number, size?: number): number;
  /** What must be said of a pooled value turned back; absent where nothing must. */
  caution?(pooled: number, series: readonly SeriesSummary[]): Warning[];
}

const clamp = (x: number, lowest: number, highest: number): number => Math.min(Math.max(x, lowest), highest);

/**
 * Every transformation back to a scale that people read. Values beyond what a proportion or rate can be go to its end.
 *
 * @example
 * backTransforms.find(({ name }) => name === "exp")!.apply(Math.log(2)); // 2
 */
export const backTransforms: readonly BackTransform[] = [
  { name: "identity", unit: "", formula: "x", decreasing: false, size: null, apply: (x) => x },
  { name: "exp", unit: "log", formula: "exp x", decreasing: false, size: null, apply: Math.exp },
  {
    name: "one-minus-exp",
    unit: "log",
    formula: "1 − exp x",
    decreasing: true,
    size: null,
    apply: (x) => 0 - Math.expm1(x),
  },
  {
    name: "logistic",
    unit: "logit",
    formula: "1/(1 + exp −x)",
    decreasing: false,
    size: null,
    apply: (x) => 1 / (1 + Math.exp(-x)),
  },
  {
    name: "sin-squared",
    unit: "radian",
    formula: "sin² x, x cut to [0, π/2]",
    decreasing: false,
    size: null,
    apply: (x) => Math.sin(clamp(x, 0, 0.5 * Math.PI)) ** 2,
  },
  {
    name: "square",
    unit: "root",
    formula: "x², x cut at 0",
    decreasing: false,
    size: null,
    apply: (x) => Math.max(x, 0) ** 2,
  },
  { name: "tanh", unit: "z", formula: "tanh x", decreasing: false, size: null, apply: Math.tanh },
  {
    name: "freeman-tukey",
    unit: "radian",
    formula: "Miller's inverse at n patients",
    decreasing: false,
    size: "n",
    apply: (x, n = Number.NaN) => freemanTukeyProportion(x, n),
    caution: (pooled, series) =>
      backTransformFreemanTukey(
        { estimate: pooled, lower: null, upper: null },
        series.map(({ events, n }) => ({ events: events ?? 0, n: n ?? 0 })),
      ).warnings,
  },
  {
    name: "freeman-tukey-rate",
    unit: "root",
    formula: "(u − 1/u)²/(4 time), u = 2x √time cut at 1",
    decreasing: false,
    size: "time",
    apply: (x, time = Number.NaN) => freemanTukeyRate(x, time),
  },
];
