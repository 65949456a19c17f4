import type { PooledBayesSensitivity, PooledResult } from "../../schema/index.ts";
import { furtherPoolMethods } from "../methods/further-pool-methods.ts";
import { poolMethods } from "../methods/pool-methods.ts";
import { softwareSentence } from "../methods/software.ts";
import { closingPages } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { type Picture, wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { furtherCsvRows } from "./further-csv.ts";
import type { FurtherPools } from "./further-pools.ts";
import { furtherSections } from "./further-sections.ts";
import { moderatorSections } from "./moderator-sections.ts";
import type { PoolView } from "./pool-view.ts";
import { pooledCsv } from "./pooled-csv.ts";
import { pooledReport } from "./pooled-report.ts";
import { FOREST_CAPTION } from "./pooled-reports.ts";

/** A pool with what was asked for beside it. */
export interface PoolAndFurther {
  result: PooledResult;
  sensitivity: PooledBayesSensitivity | null;
  further: FurtherPools;
  /** The scale that people read. */
  view: PoolView;
}

/** Pictures of the sections, as `toSvg` makes them; null where there is none. */
export interface FurtherPictures {
  forest: string;
  bubble: string | null;
  cumulative: string | null;
  leaveOneOut: string | null;
  influence: string | null;
  funnel: string | null;
}

function report({ result, sensitivity, further, view }: PoolAndFurther): WordReport {
  const base = pooledReport(result, sensitivity);
  const asked = furtherSections(further, view);
  const ofModerators = moderatorSections(further, view);
  const sections = base.sections.flatMap((section) => {
    if (section.id === "moderators") return [section, ...ofModerators];
    return section.id === "left-out" ? [...asked, section] : [section];
  });
  const made = Object.values(further).filter((one) => one !== null);
  const pages = closingPages(
    [
      ...poolMethods(result).slice(0, -1),
      ...furtherPoolMethods(further),
      softwareSentence(result.provenance),
    ],
    [result, ...(sensitivity ? [sensitivity] : []), ...made],
  );
  const closing = sections.map((section) => pages.find(({ id }) => id === section.id) ?? section);
  return { ...base, sections: closing };
}

/** A pool with subgroups and diagnostics as plain text. */
export function furtherText(pool: PoolAndFurther): string {
  return wordReportText(report(pool));
}

/** A pool with subgroups and diagnostics as Markdown. */
export function furtherMarkdown(pool: PoolAndFurther): string {
  return wordReportMarkdown(report(pool));
}

/** A pool with subgroups and diagnostics as CSV. */
export function furtherCsv({ result, sensitivity, further }: PoolAndFurther): string {
  return pooledCsv(result, sensitivity, furtherCsvRows(further));
}

/**
 * A pool with subgroups and diagnostics as one HTML page that works offline and without scripts.
 *
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 */
export function furtherHtml(pool: PoolAndFurther, pictures: FurtherPictures): string {
  const picture = (svg: string | null, caption: string): Picture | undefined =>
    svg === null ? undefined : { svg, caption };
  return wordReportHtml(
    report(pool),
    { svg: pictures.forest, caption: FOREST_CAPTION },
    {
      moderators: picture(
        pictures.bubble,
        "Each series as a bubble, its area the weight; the fitted line, and the interval of the mean at the series’ values.",
      ),
      cumulative: picture(
        pictures.cumulative,
        "The mean of the first series, the first two, and so on, each with its interval; the first stands alone.",
      ),
      "leave-one-out": picture(pictures.leaveOneOut, "The mean without each series, with its interval."),
      influence: picture(
        pictures.influence,
        "Above: how far each series lies from the others, how far it moves the mean, and τ² without it; dashed: where it counts as far. Below: at the right what adds to the differences, at the top what moves the mean.",
      ),
      funnel: picture(
        pictures.funnel,
        "Each series over its standard error, the surest on top. Dashed: where 95 % would lie around the mean if series differed by chance alone. Shades: the p-value of a series alone. Hollow: what trim and fill adds.",
      ),
    },
  );
}
