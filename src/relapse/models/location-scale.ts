import type { LogTerm, RelapseLaw, SpanTerm } from "./relapse-model.ts";

/** A law W on the line with nothing to estimate; derivatives by w, by the ends of a span; `byShape` is left alone. */
export interface StandardLaw {
  median: number;
  logDensity(w: number, out: LogTerm): void;
  logSurvival(w: number, out: LogTerm): void;
  logProbability(from: number, to: number, out: SpanTerm): void;
  quantile(p: number): number;
}

/**
 * The law of Y = σ (W − median of W): log time as location plus scale times a standard law.
 *
 * @param rate 1/σ.
 * @param slope d ln(rate) by the working shape: 1 or −1, or 0 where σ is known.
 * @see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., section 2.3.3.
 */
export function locationScale(standard: StandardLaw, rate: number, slope: -1 | 0 | 1): RelapseLaw {
  const { median } = standard;
  const logRate = Math.log(rate);
  const place = (y: number): number => median + rate * y;
  /** A move by the shape is a move of w by its distance from the median. */
  const onTimeScale = (w: number, out: LogTerm): void => {
    out.byShape = slope === 0 ? 0 : slope * out.byPlace * (w - median);
    out.byPlace *= rate;
  };
  return {
    logDensity(y, out) {
      const w = place(y);
      standard.logDensity(w, out);
      onTimeScale(w, out);
      out.value += logRate;
      out.byShape += slope;
    },
    logSurvival(y, out) {
      const w = place(y);
      standard.logSurvival(w, out);
      onTimeScale(w, out);
    },
    logProbability(from, to, out) {
      const [a, b] = [place(from), place(to)];
      standard.logProbability(a, b, out);
      const moved = (out.byFrom === 0 ? 0 : out.byFrom * (a - median)) + out.byTo * (b - median);
      out.byShape = slope * moved;
      out.byFrom *= rate;
      out.byTo *= rate;
    },
    quantile: (p) => (standard.quantile(p) - median) / rate,
  };
}
