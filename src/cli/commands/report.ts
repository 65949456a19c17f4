import { patientSource } from "../batch/patient-source.ts";
import { type PageKind, pagesOption } from "../batch/report-pages.ts";
import { runBatch } from "../batch/run-batch.ts";
import { type Shard, shardOption } from "../batch/shard.ts";
import type { CommandSetUp } from "../command.ts";
import { expandFolders } from "../files.ts";
import type { ExitCode, Io } from "../io.ts";
import { type CommonOptions, numberOption } from "../options.ts";
import { UsageError } from "../report-error.ts";
import { addResponseFlags, fitOptions, patientOptions, type ResponseFlags } from "../response-options.ts";

/** What a batch has beside the options of a fit. */
interface BatchFlags extends CommonOptions {
  pages: PageKind;
  workers?: number;
  shard?: Shard;
  resume?: boolean;
  replace?: boolean;
  failFast?: boolean;
}

type Flags = ResponseFlags & BatchFlags;

/** What decides a result; of the rest only the look stands in a manifest, or shards would differ. */
const DECIDING: Record<keyof ResponseFlags, true> = {
  model: true,
  interval: true,
  priors: true,
  errors: true,
  improvement: true,
  relapseAt: true,
  horizon: true,
  averageDays: true,
  baselines: true,
  doseOn: true,
  serialCorrelation: true,
  level: true,
  seed: true,
  scale: true,
  step: true,
};

function responseFlagsOf(flags: Flags): ResponseFlags {
  const deciding = Object.entries(flags).filter(([name]) => name in DECIDING);
  return Object.fromEntries(deciding) as unknown as ResponseFlags;
}

/** Writes one report per patient and an index of them. */
export const report: CommandSetUp = (command, io, end) => {
  addResponseFlags(command)
    .argument(
      "<files...>",
      "patients as CSV or JSON, folders of them, patterns such as '*.csv', or - for the standard input",
    )
    .addOption(pagesOption())
    .addOption(
      numberOption(
        "--workers <n>",
        "threads that fit patients (default: one per core when there are enough patients)",
        (value) => Number.isInteger(value) && value >= 1 && value <= 1024,
        "a whole number from 1",
      ),
    )
    .option("--resume", "go on with a run that was stopped; begins one where there is none")
    .option("--replace", "write a finished run anew")
    .option("--fail-fast", "stop at the first patient or file without a report")
    .addOption(shardOption())
    .action(async (files: string[]) => end(await run(files, command.optsWithGlobals(), io)));
};

async function run(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const { output, quiet, workers, shard, resume, replace, failFast } = flags;
  const { pages, interactive = false } = flags;
  if (output === undefined) throw new UsageError("report needs -o OUT, the folder to write to");
  if (resume && replace) throw new UsageError("report takes --resume or --replace, not both");
  if (interactive && pages === "none") throw new UsageError("--interactive: needs pages, got --pages none");
  const asked = patientOptions(flags);
  const options = await fitOptions(flags, io);
  const response = responseFlagsOf(flags);
  const { seed: _, ...told } = response;
  return runBatch(
    {
      files: await expandFolders(files),
      out: output,
      source: patientSource(asked, io),
      flags: response,
      options,
      told: { ...told, priors: options.priors, pages, ...(interactive && { interactive }) },
      shard: shard ?? null,
      workers,
      resume: resume ?? false,
      replace: replace ?? false,
      failFast: failFast ?? false,
      look: { pages, interactive },
      quiet: quiet ?? false,
    },
    io,
  );
}
