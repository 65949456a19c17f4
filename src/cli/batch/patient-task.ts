import { join } from "node:path";
import { EstimationError, InputError } from "../../errors.ts";
import { responseCurveChart } from "../../render/charts/response-curve.ts";
import type { FurtherResults } from "../../render/html/further-sections.ts";
import { responseHtml } from "../../render/html.ts";
import { type FitResponseOptions, fitResponse } from "../../response/index.ts";
import type { Patient } from "../../schema/patient.ts";
import { type DrawPicture, drawStill } from "../drawing.ts";
import { furtherResults } from "../further-results.ts";
import { interactivePage } from "../interactive.ts";
import { outputLayout } from "./output-layout.ts";
import type { ReportLook } from "./report-pages.ts";
import { writeFolder, writeWhole } from "./write-folder.ts";

/** One patient to be reported; plain data, since it may go to another thread. */
export interface PatientTask {
  index: number;
  folder: string;
  patient: Patient;
  sha256: string;
}

/** A patient without a report. */
export interface Failure {
  /** `no answer` where the scores allow none; `failed` where the program did. */
  status: "no answer" | "failed";
  message: string;
}

/** How a patient ended. */
export interface Outcome {
  index: number;
  failure: Failure | null;
}

/** Files of a patient's folder, by name. */
export type PatientPages = Readonly<Record<string, string>>;

/** The result, and its picture and page where they are wanted. */
async function patientPages(
  { patient, sha256 }: PatientTask,
  options: FitResponseOptions,
  { pages, interactive }: ReportLook,
  draw: DrawPicture,
): Promise<PatientPages> {
  const result = fitResponse(patient, options);
  result.provenance.inputSha256 = sha256;
  const json = { "result.json": `${JSON.stringify(result, null, 2)}\n` };
  if (pages === "none") return json;
  const chart = responseCurveChart(result);
  const further = async (drawn: DrawPicture): Promise<FurtherResults> =>
    pages === "brief" ? {} : furtherResults({ result, patient, options }, drawn);
  const page = async (svg: string, drawn: DrawPicture): Promise<string> =>
    responseHtml(result, svg, await further(drawn));
  if (interactive) {
    const svg = await draw(chart);
    return { ...json, "chart.svg": `${svg}\n`, "report.html": await interactivePage(chart, page) };
  }
  const [svg, beside] = await Promise.all([draw(chart), further(draw)]);
  return { ...json, "chart.svg": `${svg}\n`, "report.html": responseHtml(result, svg, beside) };
}

/** The pages, or why there are none. */
export type Found = { pages: PatientPages; failure: null } | { pages: null; failure: Failure };

/** One patient's trouble never ends a batch. */
export async function pagesOrFailure(
  task: PatientTask,
  options: FitResponseOptions,
  look: ReportLook,
  draw: DrawPicture = drawStill,
): Promise<Found> {
  try {
    return { pages: await patientPages(task, options, look, draw), failure: null };
  } catch (error) {
    if (error instanceof EstimationError) return failed("no answer", error.message);
    const isPlain = error instanceof InputError || error instanceof RangeError;
    if (isPlain || !(error instanceof Error))
      return failed("failed", String((error as Error).message ?? error));
    return failed("failed", `${error.name}: ${error.message}`);
  }
}

export function failed(status: Failure["status"], message: string): Found {
  return { pages: null, failure: { status, message } };
}

/**
 * Writes what was found of a patient, whole or not at all.
 *
 * @throws {InputError} when the output cannot be written.
 */
export async function writeOutcome(
  { index, folder }: Pick<PatientTask, "index" | "folder">,
  { pages, failure }: Found,
  out: string,
): Promise<Outcome> {
  const { failures, temporary } = outputLayout(out);
  if (failure === null) await writeFolder(join(out, folder), pages, temporary);
  else await writeWhole(join(failures, `${index}.json`), JSON.stringify(failure), temporary);
  return { index, failure };
}
