import { trialPowerChart } from "../../render/charts/index.ts";
import { trialPowerCsv, trialPowerHtml, trialPowerMarkdown, trialPowerText } from "../../render/index.ts";
import type { TrialPowerResult } from "../../schema/index.ts";
import { trialPower } from "../../trial/index.ts";
import type { TrialDesign } from "../../trial/trial-design.ts";
import type { CommandSetUp } from "../command.ts";
import { exitCodes, type Io } from "../io.ts";
import type { ReportWriter } from "../output-formats.ts";
import { type SizeFlag, sizedDesigns } from "../power/design-sizes.ts";
import { powerAnalyses } from "../power/power-analyses.ts";
import { addPowerFlags, type PowerFlags } from "../power/power-flags.ts";
import { progressLine } from "../power/progress-line.ts";
import { UsageError } from "../report-error.ts";
import { writeReport } from "../write-report.ts";

/** Power of a design by simulation. */
export const power: CommandSetUp = (command, io, end) => {
  addPowerFlags(command).action(async (_, command) => {
    const flags: PowerFlags = command.optsWithGlobals();
    await writeReport(simulated(flags, io), writer, flags, io);
    end(exitCodes.done);
  });
};

const writer: ReportWriter<TrialPowerResult> = {
  text: (results) => results.map(trialPowerText).join("\n"),
  results: (result) => [result],
  csv: ([result]) => trialPowerCsv(result!),
  markdown: (results) => results.map(trialPowerMarkdown).join("\n"),
  chart: trialPowerChart,
  html: trialPowerHtml,
};

const SIZE_FLAGS: readonly SizeFlag[] = ["pairs", "blocks", "periods", "scores"];

/** The designs of the sizes asked for. */
function designsOf(flags: PowerFlags): TrialDesign[] {
  const kind = sizedDesigns.find(({ name }) => name === flags.design)!;
  const sizes = flags[kind.flag];
  const other = SIZE_FLAGS.find((flag) => flag !== kind.flag && flags[flag] !== undefined);
  if (other) throw new UsageError(`--${other}: the size of ${kind.name} is given by --${kind.flag}`);
  if (!sizes) throw new UsageError(`--${kind.flag}: the sizes of ${kind.name} are needed, such as 4,5,6`);
  return sizes.map((size) => {
    try {
      return kind.design(size, flags);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new UsageError(`--${kind.flag} ${size}: ${error.message}`);
    }
  });
}

function simulated(flags: PowerFlags, io: Io): TrialPowerResult {
  const progress = progressLine("trials simulated", flags, io);
  const analyses = powerAnalyses(flags.sides === "1" ? 1 : 2);
  try {
    return trialPower({
      designs: designsOf(flags),
      effect: flags.effect,
      standardDeviation: flags.sd,
      effectStandardDeviation: flags.effectSd,
      analyses: flags.analysis.map((asked) => analyses.find(({ name }) => name === asked)!),
      nPatients: flags.patients,
      phi: flags.phi,
      trend: flags.trend,
      carryover: flags.carryover,
      missing: flags.missing,
      scoresPerPeriod: flags.scoresPerPeriod,
      improvement: flags.improvement,
      level: flags.level,
      target: flags.target,
      nReplicates: flags.replicates,
      seed: flags.seed,
      onProgress: progress.show,
    });
  } finally {
    progress.end();
  }
}
