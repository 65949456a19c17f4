import type { SummaryEstimate, SummaryResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { impossiblePart, LAYERS, methodName, rowLimits } from "./row-words.ts";
import { shownLevel } from "./summary-number.ts";

const UNITS: Readonly<Record<string, string>> = { fraction: "%", value: "–" };

/** What each method takes for granted, those that take the same in one sentence. */
function assumptions(rows: readonly SummaryEstimate[]): string[] {
  const methods = new Map<string, Set<string>>();
  for (const { assumes, methodLabel } of rows)
    methods.set(assumes, (methods.get(assumes) ?? new Set()).add(methodLabel));
  return [...methods].map(([assumes, labels]) => `${[...labels].join("; ")}: ${assumes}.`);
}

function cells(row: SummaryEstimate, result: SummaryResult): string[] {
  const { lower, upper } = rowLimits(row);
  return [
    methodName(row, result),
    row.given ?? "–",
    lower,
    upper,
    UNITS[row.unit] ?? row.unit,
    shownLevel(row.level),
    impossiblePart(row, result.report) || "–",
  ];
}

/** One section for each layer that has an interval, with what it takes for granted. */
export function layerSections(result: SummaryResult): WordSection[] {
  return LAYERS.flatMap(({ layer, heading }) => {
    const rows = result.estimates.filter((row) => row.layer === layer);
    if (rows.length === 0) return [];
    return [
      {
        id: layer,
        heading,
        sentences: assumptions(rows),
        tables: [
          {
            caption: '"–": no limit, or nothing further given.',
            head: ["Interval", "Given", "From", "To", "Unit", "Level", "Beyond the bounds"],
            groups: [{ rows: rows.map((row) => cells(row, result)) }],
          },
        ],
      },
    ];
  });
}
