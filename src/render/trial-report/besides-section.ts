import type {
  AdverseEventsResult,
  Estimate,
  IntercurrentEventsResult,
  PeriodEvents,
  TrialResult,
} from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatEstimate, formatInterval, formatPercent, formatRange, formatValue } from "../format-number.ts";
import { pInWords } from "../trial/test-words.ts";
import { supportOf } from "../trial/trial-effect.ts";
import type { WordSection } from "../words/word-report.ts";

const NOTHING = "–";

function rateCells({ nEvents, rate, lower, upper }: PeriodEvents): string[] {
  if (nEvents === null || rate === null || lower === null || upper === null) return ["not told", NOTHING];
  return [`${nEvents}`, formatRange(lower, upper, "")];
}

function eventsTable({ periods, estimates, rateUnit }: AdverseEventsResult): WordTable {
  const hasBlocks = periods.some(({ block }) => block !== null);
  const level = formatPercent(estimates[0]!.level);
  return {
    caption: `Adverse events of each period; exact ${level} limits of the rate, per ${rateUnit}.`,
    head: ["Period", ...(hasBlocks ? ["Block"] : []), "Treatment", "Adverse events", "Limits of the rate"],
    groups: [
      {
        rows: periods.map((row) => [
          `${row.period}`,
          ...(hasBlocks ? [row.block === null ? NOTHING : `${row.block}`] : []),
          row.treatment,
          ...rateCells(row),
        ]),
      },
    ],
  };
}

const shown = (row: Estimate): string =>
  row.estimate === null ? "none" : formatEstimate({ ...row, unit: "" });

function ratesTable({ estimates }: AdverseEventsResult): WordTable {
  return {
    caption: "Rates of adverse events under both treatments, and their ratio.",
    head: ["Quantity", "Estimate", "Exact interval", "Unit"],
    groups: [
      {
        rows: estimates.map((row) => [
          row.label,
          shown(row),
          row.lower === null && row.upper === null ? "none" : formatInterval({ ...row, unit: "" }),
          row.unit,
        ]),
      },
    ],
  };
}

function eventSentences(result: AdverseEventsResult): string[] {
  const { test, treatment, reference, warnings } = result;
  const compared =
    test === null
      ? []
      : [
          `Adverse events: ${test.events} under ${treatment} and ${test.referenceEvents} under ${reference}; ${pInWords(test.pValue)} for equal rates, by the exact conditional test.`,
        ];
  return [...compared, ...warnings.map(({ message }) => message)];
}

function conductTable({ treatments }: IntercurrentEventsResult): WordTable {
  return {
    caption: "Scores planned, missing, and with rescue treatment.",
    head: ["Treatment", "Planned", "Missing", "With rescue"],
    groups: [
      {
        rows: treatments.map(({ treatment, nPlanned, nMissing, nRescue }) => [
          treatment,
          `${nPlanned}`,
          `${nMissing}`,
          `${nRescue}`,
        ]),
      },
    ],
  };
}

/** What the difference is under each strategy; only where some rescue makes them differ. */
function strategiesTable(
  result: TrialResult,
  { treatments, strategies }: IntercurrentEventsResult,
): WordTable[] {
  if (treatments.every(({ nRescue }) => nRescue === 0)) return [];
  return [
    {
      caption: "What the difference of means is, and which question it answers, by strategy (ICH E9 R1).",
      head: ["Strategy", "Difference", "Scores", "Question"],
      groups: [
        {
          rows: strategies.map(({ label, difference, nScores, question }) => [
            label,
            difference === null ? "none" : formatValue(difference, "score", supportOf(result)),
            `${nScores}`,
            question,
          ]),
        },
      ],
    },
  ];
}

/** Adverse events, rescue treatment and missing scores; empty where the file tells of none. */
export function besidesSection(result: TrialResult): WordSection {
  const { adverseEvents, intercurrentEvents } = result;
  return {
    id: "besides",
    heading: "What happened besides",
    sentences: [
      ...(adverseEvents ? eventSentences(adverseEvents) : []),
      ...(intercurrentEvents?.warnings ?? []).map(({ message }) => message),
    ],
    tables: [
      ...(adverseEvents ? [eventsTable(adverseEvents), ratesTable(adverseEvents)] : []),
      ...(intercurrentEvents
        ? [conductTable(intercurrentEvents), ...strategiesTable(result, intercurrentEvents)]
        : []),
    ],
  };
}
