import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { HighestCounts } from "./highest-counts.ts";
import { halfNormalPenalty, jeffreysPenalty } from "./penalties.ts";

/** Up to this many series the spread is hardly known. */
const FEW = 5;

function aboutNumber(k: number): Warning[] {
  if (k === 1)
    return [
      {
        code: "one-series",
        message:
          "There is nothing to pool: one series stands alone, and says nothing of how others would differ.",
      },
    ];
  if (k > FEW) return [];
  return [
    {
      code: "few-series",
      message: `With ${k} series it is hardly known how much series differ: please read the interval of their spread.`,
    },
  ];
}

function aboutPenalty({ joint: { penalty, series } }: HighestCounts): Warning[] {
  if (penalty === jeffreysPenalty)
    return [
      {
        code: "likelihood-penalized",
        message: `Every series lies at the same end (all, or none, of its events), where the likelihood grows for ever: the mean is from a ${lower(penalty.label)}.`,
      },
      ...(series.length > 1
        ? [
            {
              code: "spread-not-identifiable",
              message:
                "How far series differ can't be told from such counts. The interval takes one effect for all, and is too narrow where there is more than one.",
            },
          ]
        : []),
    ];
  if (penalty === halfNormalPenalty)
    return [
      {
        code: "likelihood-penalized",
        message: `Some series have all and the others none of their events, so that the likelihood grows with their spread for ever: the answer is from a ${lower(penalty.label)}.`,
      },
    ];
  return [];
}

function lower(label: string): string {
  return label[0]!.toLowerCase() + label.slice(1);
}

function aboutSeries({ joint: { series } }: HighestCounts): Warning[] {
  const silent = series.filter(({ alone }) => alone.extreme === "both").length;
  const ends = series.filter(({ alone }) => alone.extreme === "lowest" || alone.extreme === "highest").length;
  return [
    ...(silent === 0
      ? []
      : [
          {
            code: "series-uninformative",
            message: `In ${silent} of ${series.length} series nobody, or everybody, had the event in both groups: they say nothing of the odds ratio.`,
          },
        ]),
    ...(ends === 0 || series.length === 1
      ? []
      : [
          {
            code: "wald-test-leaves-out",
            message: `In ${ends} of ${series.length} series the estimate of the series alone is infinite: Wald's test of differences gives it no weight; read the likelihood ratio test.`,
          },
        ]),
  ];
}

/** Everything a reader must know about pooled counts. */
export function countsWarnings(highest: HighestCounts, mean: Estimate): Warning[] {
  const { joint, spread, converged } = highest;
  const k = joint.series.length;
  return [
    ...aboutNumber(k),
    ...aboutPenalty(highest),
    ...aboutSeries(highest),
    ...(!joint.penalty.sharedEffect && spread === 0
      ? [
          {
            code: "spread-at-zero",
            message:
              "The series are estimated not to differ at all, which a few series can't show: the interval of the mean may be too narrow.",
          },
        ]
      : []),
    ...(k > 1 && mean.bound !== "closed"
      ? [{ code: "interval-open", message: "The interval of the mean has no end on at least one side." }]
      : []),
    ...(converged
      ? []
      : [
          {
            code: "not-converged",
            message: "The search for the highest likelihood did not end at a clear peak.",
          },
        ]),
  ];
}
