import { beforeAll, describe, expect, it } from "vitest";
import { drawCohortChain, hamiltonian } from "../../src/cohort/index.ts";
import { patientsOfDraws } from "../../src/cohort/next-patient.ts";
import { prepareCohort } from "../../src/cohort/prepared-cohort.ts";
import { targetOf } from "../../src/cohort/sampling/draw-cohort-chain.ts";
import { typicalPatient, withBaseline } from "../../src/cohort/typical-patient.ts";
import { sampledQuantity } from "../../src/inference/hamiltonian/diagnostics/sampled-quantity.ts";
import { diagnoseChains } from "../../src/inference/hamiltonian/index.ts";
import type { CourseAlone } from "../../src/response/quantities/course-alone.ts";
import type { SampledQuantity } from "../../src/schema/sampling-summary.ts";
import { sparseCohort } from "../helpers/sparse-cohort.ts";

// Stan's own Monte-Carlo errors and ours add up in squares.
const { patients, entry } = sparseCohort();
const stan = entry.outputs.summary;
const names = Object.keys(stan);
const N_CHAINS = 4;
const LEVELS: [level: number, low: string, high: string][] = [
  [0.95, "q0.025", "q0.975"],
  [0.9, "q0.05", "q0.95"],
  [0.5, "q0.25", "q0.75"],
];

const LOG_81 = Math.log(81);
const expit = (x: number): number => 1 / (1 + Math.exp(-x));
/** Day on which relief R, wearing off around T50 over D days, falls to 30 %, the onset forgotten; NaN where it never is there. */
const closedDay = (r: number, t50: number, d: number): number =>
  r > 0.3 ? t50 + (d / LOG_81) * Math.log(r / 0.3 - 1) : Number.NaN;

/** Everything that Stan lists, draw by draw. */
function drawnQuantities(values: Record<string, number[]>): void {
  const cohort = prepareCohort(patients, { approximation: sampler });
  const target = targetOf(cohort);
  const typical = typicalPatient(cohort.layout, cohort.settings, 0, 1);
  const chains = Array.from({ length: N_CHAINS }, (_, i) =>
    drawCohortChain(patients, { approximation: sampler }, i),
  );
  const positions = chains.flatMap(({ draws, dimension, nDraws }) =>
    Array.from({ length: nDraws }, (_, i) => draws.subarray(i * dimension, (i + 1) * dimension)),
  );
  const population = positions.map(target.populationAt);
  const next = patientsOfDraws(typical, population);
  const day = (course: CourseAlone): number => course.crossing(0.3) ?? Number.NaN;
  positions.forEach((position, i) => {
    const put = (name: string, value: number): void => {
      values[name] ??= [];
      values[name].push(value);
    };
    const theta = population[i]!;
    const [muR, logH, muT, logD, logSigma, logTauR, logTauT] = theta as unknown as number[];
    put("muR", muR!);
    put("muT", muT!);
    for (const [name, value] of [
      ["h", logH!],
      ["D", logD!],
      ["sigma", logSigma!],
    ] as const) {
      put(`log_${name}`, value);
      put(name, Math.exp(value));
    }
    put("tauR", Math.exp(logTauR!));
    put("tauT", Math.exp(logTauT!));
    cohort.members.forEach(({ group, problem }, m) => {
      const own = group.ownParameters(theta, target.effectsAt(position, m));
      const [k] = problem.parameters.courses;
      const [r, t50] = [own[k![0]!]!, own[k![2]!]!];
      const baseline = own[problem.parameters.baseline]!;
      const course = typical.read(
        withBaseline(
          typical,
          Float64Array.from(theta, (v, j) => (j === 0 ? r : j === 2 ? t50 : v)),
        ),
      );
      put(`B${m + 1}`, baseline);
      put(`logit_R${m + 1}`, r);
      put(`log_T50${m + 1}`, t50);
      put(`R${m + 1}`, expit(r));
      put(`T50_${m + 1}`, Math.exp(t50));
      put(`T30_exact${m + 1}`, day(course));
      put(`T30_closed${m + 1}`, closedDay(expit(r), Math.exp(t50), Math.exp(logD!)));
      put(`relief_days_0_180_${m + 1}`, baseline * course.integral()!);
    });
    const course = typical.read(withBaseline(typical, next[i]!));
    const [r, t50] = [expit(next[i]![0]!), Math.exp(next[i]![2]!)];
    put("next_R", r);
    put("next_T50", t50);
    put("next_T30_exact", day(course));
    put("next_T30_closed", closedDay(r, t50, Math.exp(logD!)));
    put("next_relief_days_0_180_per_B", course.integral()!);
  });
  expect(diagnoseChains(chains).warnings.map(({ code }) => code)).not.toContain("chains-not-mixed");
}

const sampler = hamiltonian({ chains: N_CHAINS, warmup: 1000, draws: 1000 });

/** Draws that exist, as chains of one length. */
function existing(values: readonly number[]): Float64Array[] {
  const length = values.length / N_CHAINS;
  const chains = Array.from({ length: N_CHAINS }, (_, c) =>
    values.slice(c * length, (c + 1) * length).filter(Number.isFinite),
  );
  const shortest = Math.min(...chains.map((chain) => chain.length));
  return chains.map((chain) => Float64Array.from(chain.slice(0, shortest)));
}

describe("the full posterior of six patients with few scores", () => {
  const values: Record<string, number[]> = {};
  beforeAll(() => drawnQuantities(values), 240_000);

  it.each(names)("is within four Monte-Carlo errors of Stan's: %s", (name) => {
    const { mean, mcse_mean, quantiles, mcse_quantiles, p_never } = stan[name];
    const chains = existing(values[name]!);
    const rows = LEVELS.map(([level]) => sampledQuantity(name, chains, level));
    const first = rows[0]!;
    const check = (what: string, value: number, error: number, theirs: number, theirError: number): void => {
      const allowed = 4 * Math.hypot(error, theirError);
      expect(
        Math.abs(value - theirs),
        `${name} ${what}: ${value} ± ${error}, Stan ${theirs}`,
      ).toBeLessThanOrEqual(allowed);
    };
    check("mean", first.mean!, first.meanError!, mean, mcse_mean);
    check("median", first.median!, first.medianError!, quantiles["q0.5"], mcse_quantiles["q0.5"]);
    LEVELS.forEach(([, low, high], l) => {
      const row: SampledQuantity = rows[l]!;
      check(low, row.lower!, row.lowerError!, quantiles[low], mcse_quantiles[low]);
      check(high, row.upper!, row.upperError!, quantiles[high], mcse_quantiles[high]);
    });
    if (p_never === undefined) return;
    const flags = Float64Array.from(values[name]!, (v) => (Number.isFinite(v) ? 0 : 1));
    const share = flags.reduce((a, b) => a + b, 0) / flags.length;
    // Draws are worth a quarter of independent ones at least.
    expect(Math.abs(share - p_never)).toBeLessThanOrEqual(
      4 * Math.sqrt((4 * p_never * (1 - p_never) + 1e-4) / flags.length),
    );
  });
});
