import type { Reconstruction, SampleSpread, SummaryResult } from "../../schema/index.ts";
import { formatProbability } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import { summaryNumber } from "./summary-number.ts";

const whole = (count: number): string => count.toLocaleString("en-US");

/** How many samples fit, and how many of them were seen. */
export function samplesSentence(
  { nSamples, nPairSets, complete, coverage }: Reconstruction,
  hasPairs: boolean,
): string {
  const pairs = hasPairs ? `, from ${whole(nPairSets)} different sets of score pairs` : "";
  if (complete)
    return `${whole(nSamples)} different ${nSamples === 1 ? "sample fits" : "samples fit"} the report${pairs}; every one was looked at.`;
  const seen =
    coverage === null
      ? ""
      : ` Of what could be drawn, ${formatProbability(coverage.share)} has been seen (Good–Turing), in ${whole(coverage.draws)} draws.`;
  return `There are too many samples that fit to list: ${whole(nSamples)} different ones were drawn${pairs}.${seen}`;
}

function spreadRow(name: string, spread: SampleSpread | null): string[][] {
  if (spread === null) return [];
  const { lower, lowerQuartile, median, upperQuartile, upper } = spread;
  const width = upper > lower ? upper - lower : undefined;
  return [
    [name, ...[lower, lowerQuartile, median, upperQuartile, upper].map((one) => summaryNumber(one, width))],
  ];
}

/** The samples of patients that could be behind the report. */
export function samplesSection({ reconstruction, report }: SummaryResult): WordSection {
  const heading = "Samples that fit the report";
  if (reconstruction === null) return { id: "samples", heading, sentences: [], tables: [] };
  const { nSamples, sd, mean, median } = reconstruction;
  const of = nSamples === 1 ? "the one sample" : `${whole(nSamples)} samples`;
  return {
    id: "samples",
    heading,
    sentences: [
      samplesSentence(reconstruction, report.scores !== undefined),
      "That more samples have one spread than another doesn't make it likelier: the samples are possible, not probable.",
    ],
    tables: [
      {
        caption: `Spread over ${of}, each counted once: how far what isn't reported could lie.`,
        head: ["Of the sample", "Least", "Lower quartile", "Median", "Upper quartile", "Greatest"],
        groups: [
          {
            rows: [
              ...spreadRow("Standard deviation", sd),
              ...spreadRow("Mean", mean),
              ...spreadRow("Median", median),
            ],
          },
        ],
      },
    ],
  };
}
