import type { FunnelResult, PooledSubgroups, PoolInfluence, PoolSequence } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatFixed, formatPercent, formatValue } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import { funnelSentences, trimAndFillSentences } from "./funnel-words.ts";
import type { FurtherPools } from "./further-pools.ts";
import { influenceSentences } from "./influence-words.ts";
import { formatPValue } from "./p-value.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatWithLimits, plain, scaleName } from "./pooled-number.ts";
import { sequenceSentences } from "./sequence-words.ts";
import { subgroupSentences } from "./subgroup-words.ts";

const pText = (p: number | null): string => (p === null ? "–" : formatPValue(p));

const SEQUENCES: Readonly<Record<PoolSequence["kind"], { caption: string; head: string }>> = {
  "leave-one-out": { caption: "The pool without each series.", head: "Without" },
  "cumulative-pool": { caption: "The pool as each series comes in.", head: "Up to" },
};

function sequenceTable({ kind, steps, level }: PoolSequence, view: PoolView): WordTable {
  const { caption, head } = SEQUENCES[kind];
  return {
    caption,
    head: [head, `${scaleName(view.scale)}, ${formatPercent(level)}`, "τ²", "I²"],
    groups: [
      {
        rows: steps.map(({ series, tauSquared, iSquared, ...step }) => [
          series,
          formatWithLimits(viewSpan(step, view), view.scale),
          plain(tauSquared),
          formatValue(iSquared, "fraction"),
        ]),
      },
    ],
  };
}

/** How far each coefficient moves; of a mean alone DFFITS says it. */
function coefficientCells({ series, nCoefficients }: PoolInfluence): { heads: string[]; rows: string[][] } {
  const first = nCoefficients > 1 ? series.find(({ dfbetas }) => dfbetas !== null)?.dfbetas : null;
  const parameters = (first ?? []).map(({ parameter }) => parameter);
  return {
    heads: parameters.map((parameter) => `DFBETAS, ${parameter.replace(/^moderator:/u, "")}`),
    rows: series.map(({ dfbetas }) => parameters.map((_, j) => plain(dfbetas?.[j]?.value ?? null))),
  };
}

function influenceTable(influence: PoolInfluence): WordTable {
  const { series } = influence;
  const coefficients = coefficientCells(influence);
  return {
    caption: "What each series does to the pool.",
    head: [
      "Series",
      "Residual, standard errors",
      "DFFITS",
      ...coefficients.heads,
      "Cook’s distance",
      "Leverage",
      "τ² without it",
    ],
    groups: [
      {
        rows: series.map((one, i) => [
          one.series,
          plain(one.studentizedDeletedResidual),
          plain(one.dffits),
          ...coefficients.rows[i]!,
          plain(one.cooksDistance),
          plain(one.hat),
          plain(one.tauSquaredDeleted),
        ]),
      },
    ],
  };
}

function funnelTable({ tests }: FunnelResult): WordTable {
  return {
    caption: "Tests of a lopsided funnel.",
    head: ["Test", "Statistic", "p"],
    groups: [
      {
        rows: tests.map(({ label, statistic, pValue }) => [
          label,
          statistic === null ? "–" : formatFixed(statistic, 2),
          pText(pValue),
        ]),
      },
    ],
  };
}

function subgroupTable({ moderator, subgroups }: PooledSubgroups, view: PoolView): WordTable {
  return {
    caption: `The series of each ${moderator}, pooled by themselves.`,
    head: [moderator, "Series", `${scaleName(view.scale)}, ${formatPercent(subgroups[0]!.mean.level)}`, "τ²"],
    groups: [
      {
        rows: subgroups.map(({ level, series, mean, tauSquared }) => [
          level,
          series.join(", "),
          formatWithLimits(viewSpan(mean, view), view.scale),
          plain(tauSquared),
        ]),
      },
    ],
  };
}

/** What was asked for beside a pool, in words. */
export function furtherSections(further: FurtherPools, view: PoolView): WordSection[] {
  const { subgroups, cumulative, leaveOneOut, influence, funnel, filled } = further;
  return [
    {
      id: "subgroups",
      heading: "Do subgroups differ?",
      sentences: subgroups ? subgroupSentences(subgroups, view) : [],
      tables: subgroups ? [subgroupTable(subgroups, view)] : [],
    },
    {
      id: "cumulative",
      heading: "How did the answer come about?",
      sentences: cumulative ? sequenceSentences(cumulative, view) : [],
      tables: cumulative ? [sequenceTable(cumulative, view)] : [],
    },
    {
      id: "leave-one-out",
      heading: "Does the answer hang on one series?",
      sentences: leaveOneOut ? sequenceSentences(leaveOneOut, view) : [],
      tables: leaveOneOut ? [sequenceTable(leaveOneOut, view)] : [],
    },
    {
      id: "influence",
      heading: "What does each series do to the pool?",
      sentences: influence ? influenceSentences(influence) : [],
      tables: influence ? [influenceTable(influence)] : [],
    },
    {
      id: "funnel",
      heading: "Do small series go with other effects?",
      sentences: [
        ...(funnel ? funnelSentences(funnel) : []),
        ...(filled ? trimAndFillSentences(filled, view) : []),
      ],
      tables: funnel ? [funnelTable(funnel)] : [],
    },
  ];
}
