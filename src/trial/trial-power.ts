import type { Provenance } from "../schema/provenance.ts";
import type {
  PowerScenario,
  TrialPowerResult,
  TrialPowerRow,
  TriedDesign,
} from "../schema/trial-power-result.ts";
import { version } from "../version.ts";
import { analysisTally, type TallyResult } from "./power/analysis-tally.ts";
import { type PowerSetup, powerSetup, type TrialPowerOptions } from "./power/power-options.ts";
import { powerScenarios, scenarioKey, withoutEffect } from "./power/power-scenarios.ts";
import { powerWarnings } from "./power/power-warnings.ts";
import { severalPatients } from "./power/several-patients.ts";
import { type ScoreLaw, simulateTrials } from "./power/simulate-trials.ts";
import { smallestDesigns } from "./power/smallest-designs.ts";
import { triedDesign } from "./power/tried-design.ts";
import type { TrialDesign } from "./trial-design.ts";

/** Told after every so many replicates. */
const PROGRESS_STEP = 50;

/** Runs every replicate of one scenario through all analyses. */
function runScenario(
  setup: PowerSetup,
  one: TrialDesign,
  scenario: PowerScenario,
  law: ScoreLaw,
  tick: (n: number) => void,
): TallyResult[] {
  const { improvement, level, nReplicates, seed } = setup;
  const design = severalPatients(one, scenario.nPatients);
  const [reference, treatment] = design.treatments as [string, string];
  const difference = improvement === "increase" ? scenario.effect : -scenario.effect;
  const tallies = setup.analyses.map((analysis) => analysisTally(analysis, difference));
  for (let replicate = 0; replicate < nReplicates; replicate++) {
    const trials = simulateTrials(design, law, scenario, { seed, replicate });
    const settings = { design, treatment, reference, improvement, level, seed: seed + replicate };
    for (const tally of tallies) tally.count(trials, settings);
    if ((replicate + 1) % PROGRESS_STEP === 0) tick(PROGRESS_STEP);
  }
  tick(nReplicates % PROGRESS_STEP);
  return tallies.map((tally) => tally.result());
}

/** A row from what an analysis found with the effect and without it. */
function rowOf(
  { nReplicates }: PowerSetup,
  { design, size, sizeUnit }: TriedDesign,
  { name, label }: { name: string; label: string },
  scenario: PowerScenario,
  found: TallyResult,
  none: TallyResult,
): TrialPowerRow {
  const { rejected, coverage, width, widthStandardError, closed, estimate, nWithoutAnswer } = found;
  return {
    design,
    size,
    sizeUnit,
    analysis: name,
    label,
    ...scenario,
    power: rejected.share,
    powerStandardError: rejected.standardError,
    powerLower: rejected.lower,
    powerUpper: rejected.upper,
    typeOneError: none.rejected.share,
    typeOneStandardError: none.rejected.standardError,
    typeOneLower: none.rejected.lower,
    typeOneUpper: none.rejected.upper,
    width,
    widthStandardError,
    closed,
    coverage: coverage?.share ?? null,
    coverageStandardError: coverage?.standardError ?? null,
    coverageLower: coverage?.lower ?? null,
    coverageUpper: coverage?.upper ?? null,
    estimate,
    nWithoutAnswer,
    nReplicates,
  };
}

/** Rows of one design; scenarios that differ in nothing are run once. */
function rowsOf(
  setup: PowerSetup,
  design: TrialDesign,
  tried: TriedDesign,
  tick: (n: number) => void,
): TrialPowerRow[] {
  const known = new Map<string, TallyResult[]>();
  const resultsOf = (scenario: PowerScenario, law: ScoreLaw): TallyResult[] => {
    const key = [scenarioKey(scenario), law.effectStandardDeviation].join();
    const found = known.get(key) ?? runScenario(setup, design, scenario, law, tick);
    known.set(key, found);
    return found;
  };
  return powerScenarios(setup).flatMap((scenario) => {
    const none = resultsOf(withoutEffect(scenario), { ...setup, effectStandardDeviation: 0 });
    const found = resultsOf(scenario, setup);
    return setup.analyses.map((analysis, a) => rowOf(setup, tried, analysis, scenario, found[a]!, none[a]!));
  });
}

/** Scenarios that differ, those without effect among them. */
function countRuns(scenarios: readonly PowerScenario[], { effectStandardDeviation }: PowerSetup): number {
  const found = new Set(scenarios.map(scenarioKey));
  const none = new Set(scenarios.map((scenario) => scenarioKey(withoutEffect(scenario))));
  return effectStandardDeviation > 0 ? found.size + none.size : new Set([...found, ...none]).size;
}

function provenanceOf({ designs: _, analyses, onProgress: __, seed, ...rest }: PowerSetup): Provenance {
  const options = { ...rest, analyses: analyses.map(({ label }) => label) };
  return {
    package: "nof1",
    version,
    seed,
    inputSha256: null,
    options: JSON.parse(JSON.stringify(options)),
  };
}

/**
 * Simulates how often trials of some designs would find an effect (power), how often they would find one where there is none (type
 * I error), and how wide their intervals would be: over effects, carryover, trend, serial correlation, missing scores and numbers
 * of patients, for any analysis.
 *
 * Every row carries the error of the simulation. All scenarios share the same random errors, and a replicate's depend on the seed and
 * its number alone, so that differences between rows are more exact than the rows, and no order of work changes them.
 *
 * @returns Plain rows, one for each design, scenario and analysis, and for each scenario the smallest design that reaches the target.
 * @throws {RangeError} when an option is out of range.
 * @see Morris, White & Crowther (2019), Stat Med 38:2074–2102, table 6 (Monte-Carlo errors). doi:10.1002/sim.8086
 * @example
 * const designs = [5, 6].map((nPairs) => randomizedPairs.design({ treatments: ["placebo", "IVIG"], nPairs }));
 * trialPower({ designs, effect: [2], standardDeviation: 1, nReplicates: 100 }).rows.length; // 2
 */
export function trialPower(options: TrialPowerOptions): TrialPowerResult {
  const setup = powerSetup(options);
  const { designs, improvement, standardDeviation, scoresPerPeriod, level, target, nReplicates } = setup;
  const scenarios = powerScenarios(setup);
  const total = designs.length * countRuns(scenarios, setup) * nReplicates;
  let done = 0;
  const tick = (n: number): void => {
    done += n;
    setup.onProgress?.({ done, total });
  };
  const tried = designs.map(triedDesign);
  const rows = designs.flatMap((design, d) => rowsOf(setup, design, tried[d]!, tick));
  return {
    kind: "trial-power",
    schemaVersion: 1,
    improvement,
    standardDeviation,
    effectStandardDeviation: setup.effectStandardDeviation,
    scoresPerPeriod,
    level,
    target,
    nReplicates,
    designs: tried,
    rows,
    smallest: smallestDesigns(rows, target),
    warnings: powerWarnings(tried, rows, setup.analyses, level),
    provenance: provenanceOf(setup),
  };
}
