import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { csvLines, ESTIMATE_COLUMNS, estimateRecords } from "../../render/csv.ts";
import { type IndexColumns, indexEnd, indexLine, indexStart } from "../../render/index-html.ts";
import { indexMeasures } from "../../render/index-page/index-measures.ts";
import { responseSummary } from "../../render/response-summary.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import { systemReason } from "../files.ts";
import type { BatchHeader } from "./batch-header.ts";
import {
  type BatchManifest,
  type ManifestEntry,
  manifestEnd,
  manifestLine,
  manifestStart,
  noCounts,
} from "./manifest.ts";
import { writing } from "./output-error.ts";
import { SUMMARY_FILES } from "./output-layout.ts";
import { hasPages } from "./report-pages.ts";
import type { StopSignal } from "./stop-signal.ts";
import { openText, type TextFile } from "./text-file.ts";
import { syncFolder } from "./write-folder.ts";

/** An index has pictures where the patients have. */
function columnsOf({ options }: BatchHeader): IndexColumns {
  return { pictures: hasPages(options.pages), measures: true, sortable: true };
}

/** Who watches over the making of an index. */
export interface AssemblyWatch {
  stop: StopSignal;
  /** Called after each row. */
  onRow(): void;
}

/** The index, both tables and the manifest, as they are being written. */
type Summaries = Record<(typeof SUMMARY_FILES)[number], TextFile>;

/** @throws {InputError} when somebody changed the folder meanwhile. */
async function resultOf(folder: string): Promise<ResponseResult> {
  const path = join(folder, "result.json");
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    const message = `cannot be read: ${systemReason(error)}; remove ${folder} to have it written again`;
    throw new InputError([{ path, message }]);
  }
}

/** What the rows are written to. */
interface Target {
  to: Summaries;
  out: string;
  columns: IndexColumns;
}

async function addReport({ to, out, columns }: Target, folder: string, entry: ManifestEntry): Promise<void> {
  const result = await resultOf(join(out, folder));
  const records = estimateRecords(result);
  const rows = records.map((record) => [folder, ...ESTIMATE_COLUMNS.map((column) => record[column])]);
  await to["results.csv"].write(csvLines(rows));
  await to["results.jsonl"].write(
    records.map((record) => `${JSON.stringify({ folder, patient: record.patient, ...record })}\n`).join(""),
  );
  const path = encodeURIComponent(folder);
  const row = {
    patient: entry.name,
    href: `${path}/${columns.pictures ? "report.html" : "result.json"}`,
    status: entry.status,
    summary: responseSummary(result),
    picture: `${path}/chart.svg`,
    measures: indexMeasures(result),
  };
  await to["index.html"].write(indexLine(row, columns));
}

async function addFailure(
  { to, columns }: Target,
  { name, status, message = "" }: ManifestEntry,
): Promise<void> {
  await to["index.html"].write(indexLine({ patient: name, href: null, status, summary: message }, columns));
}

async function addAll(
  target: Target,
  header: BatchHeader,
  nRows: number,
  entries: AsyncIterable<ManifestEntry>,
  { stop, onRow }: AssemblyWatch,
): Promise<BatchManifest["counts"] | null> {
  const { to, columns } = target;
  const counts = noCounts();
  let isFirst = true;
  await to["index.html"].write(indexStart(nRows, columns));
  await to["results.csv"].write(csvLines([["folder", ...ESTIMATE_COLUMNS]]));
  await to["manifest.json"].write(manifestStart(header));
  for await (const entry of entries) {
    if (stop.requested) return null;
    counts[entry.status]++;
    await to["manifest.json"].write(manifestLine(entry, isFirst));
    isFirst = false;
    if (entry.folder === null) await addFailure(target, entry);
    else await addReport(target, entry.folder, entry);
    onRow();
  }
  await to["index.html"].write(indexEnd(columns));
  await to["manifest.json"].write(manifestEnd(counts));
  return counts;
}

/**
 * Writes index, tables and manifest of a batch from the reports in its folder, one after the other, in the order of the
 * entries; the manifest appears last. Nothing in them is a time or depends on who made which report.
 *
 * @param temporary Folder on the same disk for what is being written.
 * @returns How many rows ended how; null where it was asked to stop, and then nothing stands in the folder yet.
 */
export async function assemble(
  { out, temporary }: { out: string; temporary: string },
  header: BatchHeader,
  nRows: number,
  entries: AsyncIterable<ManifestEntry>,
  watch: AssemblyWatch,
): Promise<BatchManifest["counts"] | null> {
  await writing(out, () => mkdir(temporary, { recursive: true }));
  const opened = await Promise.all(
    SUMMARY_FILES.map(
      async (name) => [name, await openText(join(temporary, name), join(out, name))] as const,
    ),
  );
  const files = Object.fromEntries(opened) as Summaries;
  let counts: BatchManifest["counts"] | null;
  try {
    counts = await addAll({ to: files, out, columns: columnsOf(header) }, header, nRows, entries, watch);
  } finally {
    for (const [, file] of opened) await file.close();
  }
  if (counts === null) return null;
  await writing(out, async () => {
    for (const name of SUMMARY_FILES) await rename(join(temporary, name), join(out, name));
    await syncFolder(out);
  });
  return counts;
}
