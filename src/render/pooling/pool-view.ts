import type { Estimate, NaturalScale } from "../../schema/index.ts";

/** The scale on which a result is shown that knows only that of the pool, and the way to it. */
export interface PoolView {
  /** Such as `natural` of the pool. */
  scale: NaturalScale;
  /** From the scale of the pool, such as `Math.exp`. */
  back(value: number): number;
}

/** What is needed to name the scale of a pool. */
type OnPoolScale = { measure: string; unit: string };

const UNNAMED: readonly string[] = ["estimate", ""];

/** The scale of the pool itself; `noEffect` where it is known, mostly 0. */
export function pooledView({ measure, unit }: OnPoolScale, noEffect: number | null = null): PoolView {
  const names = [measure, unit].filter((name) => !UNNAMED.includes(name));
  const label = names.length === 0 ? "Effect" : `Effect (${names.join(", ")})`;
  return { scale: { label, unit: "", axis: "linear", noEffect }, back: (value) => value };
}

type Span = Pick<Estimate, "estimate" | "lower" | "upper">;

/** An interval on the scale of the view; what lies beyond the largest number there is counts as no limit. */
export function viewSpan({ estimate, lower, upper }: Span, { back }: PoolView): Span {
  const turn = (value: number | null): number | null => {
    const found = value === null ? Number.NaN : back(value);
    return Number.isFinite(found) ? found : null;
  };
  const [low, high] = [turn(lower), turn(upper)];
  const isTurned = low !== null && high !== null && low > high;
  return { estimate: turn(estimate), lower: isTurned ? high : low, upper: isTurned ? low : high };
}
