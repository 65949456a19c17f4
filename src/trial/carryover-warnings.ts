import type { Warning } from "../schema/provenance.ts";
import type { ResponseResult } from "../schema/response-result.ts";

/** Rows that tell when relief is over, the best first. */
const ENDS = [
  { parameter: "T90", words: "has worn off (T90)" },
  { parameter: "relapseDay", words: "has fallen to the threshold of a relapse" },
];

/** The last day of relief after a course, by a fitted curve; null where the curve does not tell. */
function endOfRelief({ estimates }: ResponseResult): { day: number; words: string } | null {
  for (const { parameter, words } of ENDS) {
    const days = estimates.flatMap((row) =>
      row.parameter === parameter && row.estimate !== null ? [row.estimate] : [],
    );
    if (days.length > 0) return { day: Math.max(...days), words };
  }
  return null;
}

/**
 * Compares the time from one treatment to another after it with how long a fitted response lasts.
 *
 * @param response A fitted curve; T90 where its model has one, else its relapse day.
 * @param unitsBeforeReturn Least number of periods or scores from one to the other; null where none comes after.
 * @param unitDays Days of one of them with the washout after it.
 */
export function carryoverWarnings(
  response: ResponseResult | undefined,
  unitsBeforeReturn: number | null,
  unitDays: number,
): Warning[] {
  if (!response || unitsBeforeReturn === null) return [];
  const between = unitsBeforeReturn * unitDays;
  const end = endOfRelief(response);
  if (end === null) {
    const message =
      "The fitted response does not tell when relief has worn off, so that nothing is known about relief carried over.";
    return [{ code: "carryover-unknown", message }];
  }
  if (between >= end.day) return [];
  const until = Math.ceil(end.day);
  return [
    {
      code: "carryover-expected",
      message: `Relief would carry over: by the fitted response of ${response.patient} it ${end.words} about ${until} days after a course, but another treatment may begin after ${between} days. Plan at least ${until} days from one to the other, washout included.`,
    },
  ];
}
