import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { InputError } from "../../errors.ts";
import { checkFitOptions } from "../../response/check-fit-options.ts";
import type { FitResponseOptions } from "../../response/index.ts";
import { drawBeside } from "../draw-beside.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { reportError } from "../report-error.ts";
import type { ResponseFlags } from "../response-options.ts";
import { assemble } from "./assemble.ts";
import { batchEnding } from "./batch-ending.ts";
import { type BatchHeader, batchHeader } from "./batch-header.ts";
import { type BatchEntry, type BatchPlan, planBatch } from "./batch-plan.ts";
import { batchProgress } from "./batch-progress.ts";
import { garbageCollection } from "./collect-garbage.ts";
import { aloneCrew, type CrewContext, threadCrew } from "./crew.ts";
import { type BatchManifest, nFailures } from "./manifest.ts";
import { manifestEntries } from "./manifest-entries.ts";
import { inspectOutput, openOutput } from "./open-output.ts";
import { writing } from "./output-error.ts";
import { outputLayout } from "./output-layout.ts";
import type { PatientSource } from "./patient-source.ts";
import type { Outcome } from "./patient-task.ts";
import { chunks, pendingEntries } from "./pending-tasks.ts";
import type { ReportLook } from "./report-pages.ts";
import { runAll } from "./run-tasks.ts";
import { isOfShard, ofShard, type Shard } from "./shard.ts";
import { type StopSignal, stopOnSignals, stopSignal } from "./stop-signal.ts";

/** Fewer patients than this for each thread are done sooner without threads. */
const WORTH_A_THREAD = 8;

/** What a batch is made of. */
export interface BatchRequest {
  files: readonly string[];
  out: string;
  source: PatientSource;
  flags: ResponseFlags;
  options: FitResponseOptions;
  /** As the manifest tells them. */
  told: Record<string, unknown>;
  shard: Shard | null;
  /** undefined where it follows from the machine and the number of patients. */
  workers: number | undefined;
  resume: boolean;
  replace: boolean;
  failFast: boolean;
  look: ReportLook;
  quiet: boolean;
}

/** A batch that has been read. */
interface Batch extends BatchRequest {
  plan: BatchPlan;
  /** Those of the shard. */
  entries: readonly BatchEntry[];
  header: BatchHeader;
  io: Io;
}

/**
 * Writes a report for each patient of many files, as far as they can be read and have an answer, then an index, tables
 * and a manifest.
 *
 * @returns 0 when every patient has a report, 1 when some have none, 2 when nothing can be read or written, 130 when
 *   it was interrupted.
 */
export async function runBatch(request: BatchRequest, io: Io): Promise<ExitCode> {
  const { told, options, shard, out } = request;
  const plan = await planBatch(request.files, request.source, (error, index) => {
    if (isOfShard({ index }, shard)) reportError(error, io);
  });
  if (plan.entries.every(({ place }) => place === null)) {
    if (shard !== null) io.stderr("nof1: none of the files can be read\n");
    return exitCodes.badInput;
  }
  const header = batchHeader(told, options.seed ?? 1, shard, plan);
  const batch: Batch = { ...request, plan, header, entries: ofShard(plan.entries, shard), io };
  const hasUnreadable = batch.entries.some(({ place }) => place === null);
  if (request.failFast && hasUnreadable) return exitCodes.noAnswer;
  const { stage } = await inspectOutput(out);
  if (stage === "new" || request.replace) await tryFirst(batch);
  const { complete, release } = await openOutput(out, header, request);
  try {
    return complete === null ? await begin(batch) : await tellComplete(batch, complete);
  } finally {
    await release();
  }
}

/** Wrong options show in the first patient, before anything is written. */
async function tryFirst({ entries, source, options }: Batch): Promise<void> {
  const first = entries.find(({ place }) => place !== null);
  if (first === undefined) return;
  const { patients } = await source(first.file);
  const patient = patients[first.place!]!;
  try {
    checkFitOptions(patient, options);
  } catch (error) {
    if (error instanceof RangeError) throw error;
  }
}

async function tellComplete({ out, io, quiet }: Batch, manifest: BatchManifest): Promise<ExitCode> {
  await removeState(out);
  if (!quiet) io.stderr(`${out} is complete: ${batchEnding(manifest.counts, out)}`);
  return nFailures(manifest) > 0 ? exitCodes.noAnswer : exitCodes.done;
}

async function begin(batch: Batch): Promise<ExitCode> {
  const { out, io, failFast } = batch;
  const stop = stopSignal();
  let [interrupted, failed] = [false, false];
  const forget = stopOnSignals(() => {
    interrupted = true;
    stop.request();
    io.showProgress?.("");
    io.stderr("nof1: stopping after the patients at work; once more to stop at once\n");
  });
  try {
    await work(batch, stop, ({ failure }) => {
      failed ||= failure !== null;
    });
    const ended = interrupted || (failed && failFast) ? null : await finish(batch, stop);
    if (ended !== null) return ended;
    io.stderr(unfinished(out));
    return interrupted ? exitCodes.interrupted : exitCodes.noAnswer;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    reportError(error, io);
    io.stderr(unfinished(out));
    return exitCodes.badInput;
  } finally {
    forget();
  }
}

/** Index, tables and manifest; null where it was asked to stop. */
async function finish(batch: Batch, stop: StopSignal): Promise<ExitCode | null> {
  const { out, header, entries, quiet, io } = batch;
  const progress = batchProgress(entries.length, quiet, io, "index and tables");
  const collect = garbageCollection();
  const onRow = (): void => {
    progress.add(false);
    collect();
  };
  const rows = manifestEntries(entries, out);
  const counts = await assemble(outputLayout(out), header, entries.length, rows, { stop, onRow }).finally(
    progress.end,
  );
  if (counts === null) return null;
  await removeState(out);
  if (!quiet) io.stderr(batchEnding(counts, out));
  return nFailures({ counts }) > 0 ? exitCodes.noAnswer : exitCodes.done;
}

async function work(batch: Batch, stop: StopSignal, onOutcome: (outcome: Outcome) => void): Promise<void> {
  const { out, options, flags, entries, plan, source, io, quiet } = batch;
  const pending = await pendingEntries(entries, out);
  const byIndex = new Map(pending.map((entry) => [entry.index, entry]));
  const progress = batchProgress(pending.length, quiet, io);
  const context: CrewContext = {
    out,
    options,
    flags,
    stop,
    failFast: batch.failFast,
    look: batch.look,
  };
  const automatic = Math.min(availableParallelism(), Math.ceil(pending.length / WORTH_A_THREAD));
  const size = Math.max(1, Math.min(batch.workers ?? automatic, pending.length));
  const crew =
    (batch.workers ?? automatic) > 1
      ? await threadCrew(size, context)
      : aloneCrew(withDrawing(batch, context));
  try {
    const collect = garbageCollection();
    await runAll(chunks(pending, plan, source, crew.size), crew, stop, (outcome) => {
      collect();
      progress.add(outcome.failure !== null);
      if (outcome.failure !== null) {
        progress.end();
        const { file, name } = byIndex.get(outcome.index)!;
        io.stderr(`${file === "-" ? "standard input" : file}: ${name}: ${outcome.failure.message}\n`);
      }
      onOutcome(outcome);
    });
  } finally {
    progress.end();
    await crew.end();
  }
}

/** A few patients' pictures are drawn beside the numbers, where nobody said how many threads there may be. */
function withDrawing({ workers, look }: Batch, context: CrewContext): CrewContext {
  return workers === undefined && look.pages !== "none" ? { ...context, draw: drawBeside() } : context;
}

/** The manifest stands: what the run needed goes, first what it was. */
async function removeState(out: string): Promise<void> {
  const { run, state } = outputLayout(out);
  await writing(out, async () => {
    await rm(run, { force: true });
    await rm(state, { recursive: true, force: true });
  });
}

const unfinished = (out: string): string =>
  `nof1: ${out} is not finished; the same command with --resume goes on where it stopped\n`;
