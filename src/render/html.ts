import type { ResponseResult } from "../schema/index.ts";
import { escapeHtml } from "./escape-html.ts";
import { inlineSvg, ownText, page, sentenceHtml } from "./html/page.ts";
import {
  coursesTable,
  estimatesTable,
  priorsTable,
  probabilitiesTable,
  scoresTable,
  sensitivityTable,
} from "./html/response-tables.ts";
import { describeRelapseRule, higherIsBetter } from "./relapse-rule.ts";
import { responseSummary } from "./response-summary.ts";
import { responseText, SINGLE_ARM, type TextSection } from "./response-text.ts";
import { count, fittingSentences } from "./text/assumptions.ts";

function section(id: string, heading: string, ...content: string[]): string {
  return [`<section id="${id}">`, `<h2>${escapeHtml(heading)}</h2>`, ...content, "</section>"].join("\n");
}

function list(sentences: readonly string[]): string {
  return `<ul>\n${sentences.map((sentence) => `<li>${sentenceHtml(sentence)}</li>`).join("\n")}\n</ul>`;
}

function opening(result: ResponseResult, svg: string): string {
  const { patient, model, nObservations, nCourses, relapseAt, origin } = result;
  const day0 = origin === null ? "" : ` · day 0 is ${escapeHtml(origin)}`;
  const question = `How did the score move after ${nCourses === 1 ? "the course" : "each course"}, and when did it come back?`;
  return `<header>
<h1>${ownText(patient)}</h1>
<p class="meta">${count(nObservations, "score")}, ${count(nCourses, "course")} · model ${ownText(model)} · relapse: ${escapeHtml(describeRelapseRule(relapseAt, higherIsBetter(result)))}${day0}</p>
<p class="question">${question}</p>
<p class="answer">${sentenceHtml(responseSummary(result))}</p>
<p class="note">${escapeHtml(SINGLE_ARM[0]!)} What is called relief includes the natural course, regression to the mean and other treatments.</p>
</header>
<figure>
${inlineSvg(svg)}
<figcaption>Where the line is dashed and the bars are pale there are no scores: what is drawn there is the model’s.</figcaption>
</figure>`;
}

function reproduction({ provenance }: ResponseResult): string {
  const { package: name, version, seed, inputSha256, options } = provenance;
  const rows = [
    `Made with ${name} ${version}.`,
    seed === null ? "No random numbers were drawn." : `Seed of the random numbers: ${seed}.`,
    inputSha256 === null ? "The input was not a file." : `SHA-256 of the input: ${inputSha256}`,
  ];
  const list = rows.map((row) => `<li>${escapeHtml(row)}</li>`).join("\n");
  return `<ul>\n${list}\n</ul>\n<p>Options, after defaults:</p>\n<pre>${escapeLines(JSON.stringify(options, null, 2))}</pre>`;
}

const escapeLines = (text: string): string => text.split("\n").map(escapeHtml).join("\n");

/** What stands in each section besides its sentences. */
function content({ id, sentences }: TextSection, result: ResponseResult): string[] {
  if (id === "sensitivity")
    return [list(sentences), ...result.sensitivity.map((s) => sensitivityTable(result, s))];
  if (id === "single-arm") return [`<p>${escapeHtml(sentences.join(" "))}</p>`];
  if (id === "assumptions") return [list(fittingSentences(result)), priorsTable(result)];
  return [list(sentences)];
}

/**
 * Writes a report of a result as one HTML file that works offline and without scripts: the question, the answer in one
 * sentence, the picture, the numbers, what the data could not tell, the assumptions, the data as read, and what is needed
 * to compute it again. It loads nothing, and its content security policy forbids that anything be loaded or run.
 *
 * @param svg The picture, as `toSvg` makes it.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 * @example
 * const html = responseHtml(result, await toSvg(responseCurveChart(result)));
 */
export function responseHtml(result: ResponseResult, svg: string): string {
  const sections = responseText(result);
  const written = sections.map((text) => {
    const html = section(text.id, text.heading, ...content(text, result));
    return text.id === "warnings" ? `<div class="warnings">\n${html}\n</div>` : html;
  });
  const [found, ...rest] = written;
  const body = [
    opening(result, svg),
    found,
    section("numbers", "The numbers", estimatesTable(result), probabilitiesTable(result)),
    ...rest,
    section("data", "The data as read", scoresTable(result), coursesTable(result)),
    section("reproduction", "To compute this again", reproduction(result)),
  ];
  return page(`${result.patient}: response to treatment`, body.join("\n"));
}
