import type { PooledSubgroups, PoolInfluence, PoolSequence } from "../../schema/index.ts";
import type { FurtherPools } from "./further-pools.ts";
import type { PoolCsvRow } from "./pooled-csv.ts";

const pooled = { scale: "pooled" } as const;

function sequenceRows({ steps, unit, level, method }: PoolSequence): PoolCsvRow[] {
  return steps.map(({ series, estimate, standardError, lower, upper }) => ({
    ...pooled,
    parameter: "meanWithout",
    label: "Mean without the series",
    series,
    unit,
    estimate,
    standardError,
    lower,
    upper,
    level,
    method,
  }));
}

const INFLUENCES = [
  "studentizedDeletedResidual",
  "dffits",
  "cooksDistance",
  "hat",
  "tauSquaredDeleted",
] as const;

function influenceRows({ series }: PoolInfluence): PoolCsvRow[] {
  return series.flatMap((one) =>
    INFLUENCES.map((parameter) => ({ ...pooled, parameter, series: one.series, estimate: one[parameter] })),
  );
}

function subgroupRows({ subgroups, moderator, betweenTest }: PooledSubgroups): PoolCsvRow[] {
  return [
    ...subgroups.map(({ level, mean: { given: _, dataShare: __, patient: ___, ...mean } }) => ({
      ...mean,
      ...pooled,
      parameter: "subgroupMean",
      label: `Mean effect where ${moderator} is ${level}`,
    })),
    ...(betweenTest
      ? [
          {
            ...pooled,
            parameter: "subgroupPValue",
            label: `Test between subgroups by ${moderator}`,
            estimate: betweenTest.pValue,
          },
        ]
      : []),
  ];
}

/** What was asked for beside a pool, as rows of its CSV file, on the scale of the pool. */
export function furtherCsvRows({
  leaveOneOut,
  influence,
  funnel,
  filled,
  subgroups,
}: FurtherPools): PoolCsvRow[] {
  return [
    ...(subgroups ? subgroupRows(subgroups) : []),
    ...(leaveOneOut ? sequenceRows(leaveOneOut) : []),
    ...(influence ? influenceRows(influence) : []),
    ...(funnel?.tests ?? []).map(({ name, label, pValue }) => ({
      ...pooled,
      parameter: "asymmetryPValue",
      label,
      method: name,
      estimate: pValue,
    })),
    ...(filled?.estimates ?? []).map(({ given: _, dataShare: __, patient: ___, ...row }) => ({
      ...row,
      ...pooled,
      parameter: `filled:${row.parameter}`,
      label: `${row.label}, with ${filled!.nFilled} series filled in`,
    })),
  ];
}
