import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** From this ratio of the ends on, a quantity that is estimated on a log scale is drawn on one. */
const WIDE = 8;
const MOST_TICKS = 5;

/** Whether a range is drawn on a log scale. */
export function isLogAxis(link: string, low: number, high: number): boolean {
  return link === "log" && low > 0 && high / low >= WIDE;
}

/** 1, 2, 5 times powers of ten within a domain, thinned to whole powers where there are too many. */
function logTicks([low, high]: readonly [number, number]): number[] {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i);
  const ticks = (digits: readonly number[]): number[] =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= low && tick <= high);
  const choices = [ticks([1, 2, 5]), ticks([1, 3]), ticks([1])];
  const fitting = choices.find(({ length }) => length <= MOST_TICKS) ?? choices.at(-1)!;
  const step = Math.ceil(fitting.length / MOST_TICKS);
  return fitting.filter((_, i) => i % step === 0);
}

/** Encoding of a quantity across a panel. */
export function valueAxis(
  domain: readonly [number, number],
  isLog: boolean,
  unit: string,
  title: string,
): VegaLitePart {
  return {
    field: "value",
    type: "quantitative",
    title,
    scale: { type: isLog ? "log" : "linear", domain, nice: false, ...(!isLog && { zero: false }) },
    axis: {
      ...(isLog ? { values: logTicks(domain) } : { tickCount: 4 }),
      ...(unit === "fraction" ? { labelExpr: "format(100 * datum.value, '~f') + ' %'" } : { format: "~f" }),
      labelFlush: false,
      grid: false,
      domain: true,
      domainColor: color.rule,
    },
  };
}
