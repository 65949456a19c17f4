import type { TrialResult, TrialScore } from "../../../schema/index.ts";

/** A period on the horizontal axis. */
export interface PeriodBand {
  period: number;
  block: number | null;
  treatment: string;
  from: number;
  to: number;
  mean: number;
  lower: number | null;
  upper: number | null;
  nScores: number;
}

/** Where periods and scores stand on the horizontal axis: in days, or one after the other. */
export interface TimelinePlaces {
  isInDays: boolean;
  bands: readonly PeriodBand[];
  /** One for each score, in their order. */
  times: readonly number[];
}

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** First and last time of each period, in the order of time. */
function spansOf(scores: readonly TrialScore[], times: readonly number[]): Map<number, [number, number]> {
  const spans = new Map<number, [number, number]>();
  scores.forEach(({ period }, i) => {
    const time = times[i]!;
    const [from, to] = spans.get(period) ?? [time, time];
    spans.set(period, [Math.min(from, time), Math.max(to, time)]);
  });
  return spans;
}

/** Half of the usual time between one score and the next of its period; where no period has two days, between periods. */
function usualHalf(scores: readonly TrialScore[], times: readonly number[]): number {
  const gaps = times.slice(1).map((time, i) => ({
    gap: time - times[i]!,
    isWithin: scores[i + 1]!.period === scores[i]!.period,
  }));
  const later = gaps.filter(({ gap }) => gap > 0);
  const within = later.filter(({ isWithin }) => isWithin).map(({ gap }) => gap);
  return 0.5 * (middle(within) ?? middle(later.map(({ gap }) => gap)) ?? 1);
}

/**
 * The ground of each period: from half of the usual time between scores before its first one to as long after its last one,
 * but no further than midway to its neighbours.
 */
function placesAt(result: TrialResult, times: readonly number[], isInDays: boolean): TimelinePlaces {
  const { scores, periods } = result;
  const spans = spansOf(scores, times);
  const half = usualHalf(scores, times);
  const inOrder = periods.filter(({ period }) => spans.has(period));
  const bands = inOrder.map(({ period, block, treatment, mean, lower, upper, nScores }, i) => {
    const [first, last] = spans.get(period)!;
    const before = i > 0 ? spans.get(inOrder[i - 1]!.period)![1] : -Infinity;
    const after = i < inOrder.length - 1 ? spans.get(inOrder[i + 1]!.period)![0] : Infinity;
    return {
      period,
      block,
      treatment,
      mean,
      lower,
      upper,
      nScores,
      from: Math.max(first - half, 0.5 * (before + first)),
      to: Math.min(last + half, 0.5 * (last + after)),
    };
  });
  return { isInDays, bands, times };
}

/** Places in days where every score has one and no period lies within another, else one score after the other. */
export function timelinePlaces(result: TrialResult): TimelinePlaces {
  const { scores } = result;
  const days = scores.flatMap(({ day }) => (day === null ? [] : [day]));
  if (days.length === scores.length && days.every((day, i) => i === 0 || day >= days[i - 1]!)) {
    const found = placesAt(result, days, true);
    if (found.bands.every(({ from, to }) => to > from)) return found;
  }
  return placesAt(
    result,
    scores.map((_, i) => i + 1),
    false,
  );
}

/** Neighbours of one treatment and one block as one, for a name above them. */
export function runsOf(
  bands: readonly PeriodBand[],
): Pick<PeriodBand, "treatment" | "block" | "from" | "to">[] {
  const runs: Pick<PeriodBand, "treatment" | "block" | "from" | "to">[] = [];
  for (const { treatment, block, from, to } of bands) {
    const last = runs.at(-1);
    if (last && last.treatment === treatment && last.block === block) last.to = to;
    else runs.push({ treatment, block, from, to });
  }
  return runs;
}
