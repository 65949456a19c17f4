import { patientSource } from "../batch/patient-source.ts";
import { runBatch } from "../batch/run-batch.ts";
import { type Shard, shardOption } from "../batch/shard.ts";
import type { CliCommand } from "../command.ts";
import { expandFolders } from "../files.ts";
import type { ExitCode, Io } from "../io.ts";
import { type CommonOptions, numberOption } from "../options.ts";
import { UsageError } from "../report-error.ts";
import { addResponseFlags, fitOptions, patientOptions, type ResponseFlags } from "../response-options.ts";

/** How a batch is run: nothing of it changes a byte of the reports. */
interface BatchFlags extends CommonOptions {
  workers?: number;
  shard?: Shard;
  resume?: boolean;
  replace?: boolean;
  failFast?: boolean;
}

type Flags = ResponseFlags & BatchFlags;

/** Writes one report per patient and an index of them. */
export const report: CliCommand = {
  name: "report",
  add(program, io, end) {
    addResponseFlags(program.command("report"))
      .description("write a folder with one report per patient, an index, tables and a manifest")
      .argument("<files...>", "patients as CSV or JSON, or folders of them")
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
      .action(async (files: string[], _, command) => end(await run(files, command.optsWithGlobals(), io)));
  },
};

async function run(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const { output, quiet, workers, shard, resume, replace, failFast, format: _, ...response } = flags;
  if (output === undefined) throw new UsageError("report needs -o OUT, the folder to write to");
  if (resume && replace) throw new UsageError("report takes --resume or --replace, not both");
  const asked = patientOptions(flags);
  const options = await fitOptions(flags, io);
  const { seed: __, ...told } = response;
  return runBatch(
    {
      files: await expandFolders(files),
      out: output,
      source: patientSource(asked, io),
      flags: response,
      options,
      told: { ...told, priors: options.priors },
      shard: shard ?? null,
      workers,
      resume: resume ?? false,
      replace: replace ?? false,
      failFast: failFast ?? false,
      quiet: quiet ?? false,
    },
    io,
  );
}
