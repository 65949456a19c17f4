import type { ResponseResult } from "../schema/index.ts";
import { escapeHtml } from "./escape-html.ts";
import { figure } from "./html/figure.ts";
import {
  diagnosticsHtmlSection,
  type FurtherResults,
  forecastHtmlSection,
  learnedHtmlSection,
} from "./html/further-sections.ts";
import { ownText, page, sentenceHtml } from "./html/page.ts";
import {
  coursesTable,
  estimatesTable,
  priorsTable,
  probabilitiesTable,
  scoresTable,
  sensitivityTable,
} from "./html/response-tables.ts";
import { listOf, section } from "./html/sections.ts";
import { isPriorsAlone } from "./is-priors-alone.ts";
import { responseMethods } from "./methods/response-methods.ts";
import { nameWithOutcome } from "./patient-name.ts";
import { describeRelapseRule, higherIsBetter } from "./relapse-rule.ts";
import { responseSummary } from "./response-summary.ts";
import { responseQuestion, responseText, SINGLE_ARM, type TextSection } from "./response-text.ts";
import { count, fittingSentences } from "./text/assumptions.ts";
import { closingPages } from "./words/ground-sections.ts";
import { sectionHtml } from "./words/word-report-html.ts";

function opening(result: ResponseResult, svg: string): string {
  const { model, nObservations, nCourses, relapseAt, origin } = result;
  const day0 = origin === null ? "" : ` · day 0 is ${escapeHtml(origin)}`;
  const priorsAlone = isPriorsAlone(result);
  const caption = priorsAlone
    ? "Curve and band are those of the priors; the scores are only drawn beside them."
    : "Where the line is dashed and the bars are pale there are no scores: what is drawn there is the model’s.";
  return `<header>
<h1>${ownText(nameWithOutcome(result))}</h1>
<p class="meta">${count(nObservations, "score")}, ${count(nCourses, "course")} · model ${ownText(model)} · relapse: ${escapeHtml(describeRelapseRule(relapseAt, higherIsBetter(result)))}${day0}</p>
<p class="question">${responseQuestion(result)}</p>
<p class="answer">${sentenceHtml(responseSummary(result))}</p>
<p class="note">${escapeHtml(SINGLE_ARM[0]!)} What is called relief includes the natural course, regression to the mean and other treatments.</p>
</header>
${figure({ svg, caption })}`;
}

/** What stands in each section besides its sentences. */
function content({ id, sentences }: TextSection, result: ResponseResult): string[] {
  if (id === "sensitivity")
    return [listOf(sentences), ...result.sensitivity.map((s) => sensitivityTable(result, s))];
  if (id === "single-arm") return [`<p>${escapeHtml(sentences.join(" "))}</p>`];
  if (id === "assumptions") return [listOf(fittingSentences(result)), priorsTable(result)];
  return [listOf(sentences)];
}

/**
 * Writes a report of a result as one HTML file that works offline and without scripts: the question, the answer in one
 * sentence, the picture, the numbers, what the data could not tell, the assumptions, the data as read, and what is needed
 * to compute it again. It loads nothing, and its content security policy forbids that anything be loaded or run.
 *
 * @param svg The picture, as `toSvg` makes it.
 * @param further What else was computed from the fit: what comes next, what the scores changed, how well the curve fits.
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 * @example
 * const html = responseHtml(result, await toSvg(responseCurveChart(result)));
 */
export function responseHtml(result: ResponseResult, svg: string, further: FurtherResults = {}): string {
  const written = responseText(result).map((text) => {
    const html = section(text.id, text.heading, ...content(text, result));
    const isWarning = text.id === "warnings";
    return { id: text.id, html: isWarning ? `<div class="warnings">\n${html}\n</div>` : html };
  });
  const htmlOf = (test: (id: TextSection["id"]) => boolean): string[] =>
    written.filter(({ id }) => test(id)).map(({ html }) => html);
  const body = [
    opening(result, svg),
    ...htmlOf((id) => id === "found"),
    ...forecastHtmlSection(further),
    section("numbers", "The numbers", estimatesTable(result), probabilitiesTable(result)),
    ...htmlOf((id) => id !== "found" && id !== "assumptions"),
    ...learnedHtmlSection(further),
    ...diagnosticsHtmlSection(further),
    ...htmlOf((id) => id === "assumptions"),
    section("data", "The data as read", scoresTable(result), coursesTable(result)),
    ...closingPages(responseMethods(result), [result]).map((part) =>
      sectionHtml(part, undefined, part.foldedUnder === undefined),
    ),
  ];
  return page(`${nameWithOutcome(result)}: response to treatment`, body.join("\n"));
}
