import type { Option } from "commander";
import { choiceOption } from "../options.ts";
import { REPORT_FILES } from "./output-layout.ts";

/** What stands beside each result, from much to nothing: the less, the sooner a batch is done. */
const PAGE_KINDS = ["full", "brief", "none"] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** How the folders of patients are made. */
export interface ReportLook {
  pages: PageKind;
  /** Whether pages are interactive. */
  interactive: boolean;
}

/** `--pages none`. */
export const pagesOption = (): Option =>
  choiceOption(
    "--pages <kind>",
    "picture and page of each patient: full, brief (the fit alone, without forecast, priors and diagnostics), or none (results and tables only, the fastest)",
    PAGE_KINDS,
    PAGE_KINDS[0],
  );

/** Whether patients have a page and a picture, as a manifest tells it. */
export const hasPages = (pages: unknown): boolean => pages !== "none";

/** Names of the files in each patient's folder. */
export function reportFiles(pages: unknown): readonly string[] {
  return hasPages(pages) ? REPORT_FILES : ["result.json"];
}
