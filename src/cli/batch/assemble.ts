import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { csvLines, ESTIMATE_COLUMNS, estimateRecords } from "../../render/csv.ts";
import { responseSummary } from "../../render/index.ts";
import { type IndexColumns, indexEnd, indexLine, indexStart } from "../../render/index-html.ts";
import { indexMeasures } from "../../render/index-page/index-measures.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
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
import { openText, type TextFile } from "./text-file.ts";
import { syncFolder } from "./write-folder.ts";

const COLUMNS: IndexColumns = { pictures: true, measures: true, sortable: true };

/** The index, both tables and the manifest, as they are being written. */
type Summaries = Record<(typeof SUMMARY_FILES)[number], TextFile>;

async function addReport(to: Summaries, out: string, folder: string, entry: ManifestEntry): Promise<void> {
  const result: ResponseResult = JSON.parse(await readFile(join(out, folder, "result.json"), "utf8"));
  const records = estimateRecords(result);
  const rows = records.map((record) => [folder, ...ESTIMATE_COLUMNS.map((column) => record[column])]);
  await to["results.csv"].write(csvLines(rows));
  await to["results.jsonl"].write(
    records.map((record) => `${JSON.stringify({ folder, patient: record.patient, ...record })}\n`).join(""),
  );
  const path = encodeURIComponent(folder);
  const row = {
    patient: entry.name,
    href: `${path}/report.html`,
    status: entry.status,
    summary: responseSummary(result),
    picture: `${path}/chart.svg`,
    measures: indexMeasures(result),
  };
  await to["index.html"].write(indexLine(row, COLUMNS));
}

async function addFailure(to: Summaries, { name, status, message = "" }: ManifestEntry): Promise<void> {
  await to["index.html"].write(indexLine({ patient: name, href: null, status, summary: message }, COLUMNS));
}

async function addAll(
  to: Summaries,
  out: string,
  header: BatchHeader,
  nRows: number,
  entries: AsyncIterable<ManifestEntry>,
): Promise<BatchManifest["counts"]> {
  const counts = noCounts();
  let isFirst = true;
  await to["index.html"].write(indexStart(nRows, COLUMNS));
  await to["results.csv"].write(csvLines([["folder", ...ESTIMATE_COLUMNS]]));
  await to["manifest.json"].write(manifestStart(header));
  for await (const entry of entries) {
    counts[entry.status]++;
    await to["manifest.json"].write(manifestLine(entry, isFirst));
    isFirst = false;
    if (entry.folder === null) await addFailure(to, entry);
    else await addReport(to, out, entry.folder, entry);
  }
  await to["index.html"].write(indexEnd(COLUMNS));
  await to["manifest.json"].write(manifestEnd(counts));
  return counts;
}

/**
 * Writes index, tables and manifest of a batch from the reports in its folder, one after the other, in the order of the
 * entries; the manifest appears last. Nothing in them is a time or depends on who made which report.
 *
 * @param temporary Folder on the same disk for what is being written.
 */
export async function assemble(
  { out, temporary }: { out: string; temporary: string },
  header: BatchHeader,
  nRows: number,
  entries: AsyncIterable<ManifestEntry>,
): Promise<BatchManifest["counts"]> {
  await writing(out, () => mkdir(temporary, { recursive: true }));
  const opened = await Promise.all(
    SUMMARY_FILES.map(
      async (name) => [name, await openText(join(temporary, name), join(out, name))] as const,
    ),
  );
  const files = Object.fromEntries(opened) as Summaries;
  let counts: BatchManifest["counts"];
  try {
    counts = await addAll(files, out, header, nRows, entries);
  } finally {
    for (const [, file] of opened) await file.close();
  }
  await writing(out, async () => {
    for (const name of SUMMARY_FILES) await rename(join(temporary, name), join(out, name));
    await syncFolder(out);
  });
  return counts;
}
