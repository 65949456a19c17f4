import type { NextCourseResult, NextScoreResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { dateOf } from "../format-date.ts";
import { formatDay, formatPercent, formatProbability, formatValue } from "../format-number.ts";
import { forecastMethods } from "../methods/further-response-methods.ts";
import { nameWithOutcome } from "../patient-name.ts";
import { SINGLE_ARM } from "../response-text.ts";
import { closingPages, dataOnPaper, unknownOnPaper } from "../words/ground-sections.ts";
import { scoresReadTable } from "../words/scores-read-table.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { outlookSentence, outlooksOf, type ScenarioOutlook } from "./outlook-words.ts";

/** What is looked ahead at for one patient. */
export interface Forecast {
  /** One result, or one for each planned course; all of the same day and patient. */
  next: readonly [NextCourseResult, ...NextCourseResult[]];
  score: NextScoreResult;
}

/** Most candidate days in a table. */
const MOST_DAYS = 14;

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** The answer in a sentence for each scenario. */
export function forecastAnswer({ next }: Pick<Forecast, "next">): string {
  const sentences = outlooksOf(next).map((outlook) => outlookSentence(outlook, next[0]));
  return [...new Set(sentences)].join(" ");
}

/** How long each planned course alone would last, and what the days take for granted. */
function durationSentences({ next }: Forecast): string[] {
  return next.flatMap(({ estimates, course }) => {
    const alone = estimates.find(({ parameter }) => parameter === "courseDuration");
    if (!alone || alone.estimate === null) return [];
    const { lower, upper, level, given } = alone;
    const limits =
      lower === null || upper === null
        ? ""
        : ` (${formatPercent(level)} interval: ${Math.round(lower)} to ${Math.round(upper)})`;
    const on = `The course of day ${formatDay(course!.day)} alone would last ${formatValue(Math.round(alone.estimate), "day")}`;
    return [`${on}${limits}, given ${given}.`];
  });
}

/** Probabilities of each scenario, which add to 100 %. */
function probabilityTable(outlooks: readonly ScenarioOutlook[]): WordTable {
  return {
    caption: "How it may go. The probabilities of each group add to 100 %.",
    head: ["Event", "Probability"],
    groups: outlooks.map(({ name, probabilities }) => ({
      heading: capital(name),
      rows: probabilities.map(({ label, probability }) => [label, formatProbability(probability)]),
    })),
  };
}

/** Days of the crossings, with their dates where the file gave dates. */
function daysTable(outlooks: readonly ScenarioOutlook[], origin: string | null): WordTable[] {
  const cell = (day: number | null): string => {
    if (day === null) return "–";
    const words = `day ${formatDay(Math.round(day))}`;
    return origin === null ? words : `${words} (${dateOf(origin, day)})`;
  };
  const level = formatPercent(outlooks[0]?.crossing.level ?? 0.95);
  return [
    {
      caption: `Day of the crossing with its ${level} interval, given that it comes within the days looked at.`,
      head: ["With", "Median", "From", "To"],
      groups: [
        {
          rows: outlooks.map(({ name, crossing }) => [
            capital(name),
            cell(crossing.estimate),
            cell(crossing.lower),
            cell(crossing.upper),
          ]),
        },
      ],
    },
  ];
}

/** Some of the candidate days, the best one among them. */
function candidateTable({ curve, best, origin }: NextScoreResult): WordTable[] {
  if (!best) return [];
  const every = Math.ceil(curve.length / MOST_DAYS);
  const rows = curve.filter((row, i) => i % every === 0 || row.day === best.day);
  return [
    {
      caption:
        "What one more score on a day would leave of the standard deviation of the relapse day, on average.",
      head: ["Score on", "Left", "Narrower by"],
      groups: [
        {
          rows: rows.map(({ day, expectedSd, relativeReduction }) => [
            `day ${formatDay(day)}${origin === null ? "" : ` (${dateOf(origin, day)})`}${day === best.day ? ", best" : ""}`,
            formatValue(expectedSd, "day"),
            `${Math.max(0, Math.round(100 * relativeReduction))} %`,
          ]),
        },
      ],
    },
  ];
}

function outlookSection(forecast: Forecast): WordSection {
  const { next } = forecast;
  const outlooks = outlooksOf(next);
  return {
    id: "outlook",
    heading: "When will the score cross the threshold?",
    sentences: [
      ...outlooks.map((outlook) => outlookSentence(outlook, next[0])),
      ...durationSentences(forecast),
    ],
    tables: [...daysTable(outlooks, next[0].origin), probabilityTable(outlooks)],
  };
}

function scoreSection({ score }: Forecast): WordSection {
  return {
    id: "next-score",
    heading: "When would one more score tell most?",
    sentences: score.meaning,
    tables: candidateTable(score),
  };
}

/** Sentences of all results, each once. */
function once(
  forecast: Forecast,
  sentencesOf: (result: NextCourseResult | NextScoreResult) => string[],
): string[] {
  return [...new Set([...forecast.next, forecast.score].flatMap(sentencesOf))];
}

/** "today is day 221, that of the last score". */
function todayInWords({ next: [{ today, origin, scores }] }: Forecast): string {
  const last = Math.max(...scores.map(({ day }) => day));
  const date = origin === null ? "" : ` (${dateOf(origin, today)})`;
  return `today is day ${formatDay(today)}${date}${today === last ? ", that of the last score" : ""}`;
}

/** What is looked ahead at in the report of a fit: the outlook and the next score, in one section. */
export function forecastSection(forecast: Forecast): WordSection {
  const [outlook, score] = [outlookSection(forecast), scoreSection(forecast)];
  return {
    id: "forecast",
    heading: "What comes next",
    sentences: [`${capital(todayInWords(forecast))}.`, ...outlook.sentences, ...score.sentences],
    tables: [...outlook.tables, ...score.tables],
    notes: once(forecast, (result) => result.assumptions),
  };
}

/** A look ahead in words. */
export function forecastReport(forecast: Forecast): WordReport {
  const [{ horizon, model }] = forecast.next;
  return {
    name: nameWithOutcome(forecast.next[0]),
    subject: "what comes next",
    question: "When will the score cross the threshold again, and when would one more score tell most?",
    meta: [`model ${model}`, todayInWords(forecast), `${formatValue(horizon, "day")} looked ahead`],
    answer: forecastAnswer(forecast),
    sections: [
      outlookSection(forecast),
      scoreSection(forecast),
      {
        id: "assumptions",
        heading: "What is taken for granted",
        sentences: once(forecast, (result) => result.assumptions),
        tables: [],
      },
      {
        id: "warnings",
        heading: "Warnings",
        sentences: once(forecast, (result) => result.warnings.map(({ message }) => message)),
        tables: [],
      },
      unknownOnPaper([
        "After the last score the curve is the model’s: no score has yet shown how relief ends this time.",
        ...SINGLE_ARM.slice(0, 2),
      ]),
      dataOnPaper([`${capital(todayInWords(forecast))}.`], scoresReadTable(forecast.next[0].scores)),
      ...closingPages(
        forecastMethods(forecast.next[0], forecast.score),
        [...forecast.next, forecast.score],
        [
          "The draws that it rests on are those of the fit: they follow from its --seed, 1 unless another is given.",
        ],
      ),
    ],
  };
}
