import { normalCdf } from "../../math/special/normal-tails.ts";

/** What an observation is expected to leave of a quantity's variance. */
export interface ExpectedNarrowing {
  /** Root of the expected posterior variance. */
  expectedSd: number;
  /** 1 − expectedSd / sd without the observation. */
  relativeReduction: number;
  /** Standard error of `relativeReduction` for the number of draws, by the jackknife. */
  monteCarloError: number;
}

/** Draws of a score's law: the latent score is normal, and read in steps that end at the cuts. */
export interface ScoreLaw {
  means: ArrayLike<number>;
  sds: ArrayLike<number>;
  /** Latent scores between which a reading is the same, ascending. */
  cuts: readonly number[];
}

/** Groups of neighbouring draws that the jackknife leaves out in turn. */
const N_GROUPS = 10;

/** Sums over draws: their number, values and squares, and for each reading p, p q, p q², p². */
interface Sums {
  n: number;
  values: number;
  squares: number;
  readings: Float64Array;
}

/**
 * The expected posterior variance of a quantity after one more score, from equally likely draws.
 *
 * Every reading v of the score weighs draw i by p_i(v) = P(v | draw i); its posterior variance is that of the weighted
 * draws, without the bias of their small number, Σ W (q − q̄)² / (1 − Σ W²), and counts with probability Σ p_i(v) / n. A
 * reading that fewer than two draws account for teaches nothing here.
 *
 * @param values The quantity q in each draw.
 * @see Raiffa & Schlaifer (1961), Applied Statistical Decision Theory, section 5.3 (preposterior analysis); Chaloner &
 * Verdinelli (1995), Stat Sci 10:273–304, section 2. doi:10.1214/ss/1177009939
 */
export function expectedNarrowing(values: ArrayLike<number>, law: ScoreLaw): ExpectedNarrowing {
  const center = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const groups = Array.from({ length: N_GROUPS }, () => emptySums(law.cuts.length + 1));
  for (let i = 0; i < values.length; i++) {
    add(groups[Math.floor((i * N_GROUPS) / values.length)]!, values[i]! - center, law, i);
  }
  const all = groups.reduce((sum, group) => combined(sum, group, 1), emptySums(law.cuts.length + 1));
  const { sd, left } = spreads(all);
  const without = groups.map((group) => reduction(spreads(combined(all, group, -1))));
  const mean = without.reduce((sum, value) => sum + value, 0) / N_GROUPS;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    expectedSd: left,
    relativeReduction: reduction({ sd, left }),
    monteCarloError: Math.sqrt(((N_GROUPS - 1) / N_GROUPS) * squares),
  };
}

function emptySums(nReadings: number): Sums {
  return { n: 0, values: 0, squares: 0, readings: new Float64Array(4 * nReadings) };
}

function add(sums: Sums, value: number, { means, sds, cuts }: ScoreLaw, i: number): void {
  sums.n++;
  sums.values += value;
  sums.squares += value * value;
  let below = 0;
  for (let v = 0; v <= cuts.length; v++) {
    const upTo = v < cuts.length ? normalCdf((cuts[v]! - means[i]!) / sds[i]!) : 1;
    const p = upTo - below;
    below = upTo;
    sums.readings[4 * v]! += p;
    sums.readings[4 * v + 1]! += p * value;
    sums.readings[4 * v + 2]! += p * value * value;
    sums.readings[4 * v + 3]! += p * p;
  }
}

function combined(a: Sums, b: Sums, sign: 1 | -1): Sums {
  return {
    n: a.n + sign * b.n,
    values: a.values + sign * b.values,
    squares: a.squares + sign * b.squares,
    readings: a.readings.map((sum, k) => sum + sign * b.readings[k]!),
  };
}

/** The standard deviation without the score, and the root of the expected variance with it. */
function spreads({ n, values, squares, readings }: Sums): { sd: number; left: number } {
  const variance = (squares - (values * values) / n) / (n - 1);
  let expected = 0;
  for (let k = 0; k < readings.length; k += 4) {
    const p = readings[k]!;
    if (!(p > 0)) continue;
    const repeated = readings[k + 3]! / (p * p);
    const mean = readings[k + 1]! / p;
    const own = (readings[k + 2]! / p - mean * mean) / (1 - repeated);
    expected += (p / n) * (repeated > 0.5 ? variance : Math.max(0, own));
  }
  return { sd: Math.sqrt(variance), left: Math.sqrt(expected) };
}

function reduction({ sd, left }: { sd: number; left: number }): number {
  return sd > 0 ? 1 - left / sd : 0;
}
