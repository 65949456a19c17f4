import type {
  ModeratorPermutation,
  ModeratorPrediction,
  PooledSubgroups,
  PoolInfluence,
  PoolSequence,
} from "../../schema/index.ts";
import type { FurtherPools } from "./further-pools.ts";
import type { PoolCsvRow } from "./pooled-csv.ts";

const pooled = { scale: "pooled" } as const;

const SEQUENCES: Readonly<Record<PoolSequence["kind"], { parameter: string; label: string }>> = {
  "leave-one-out": { parameter: "meanWithout", label: "Mean without the series" },
  "cumulative-pool": { parameter: "meanUpTo", label: "Mean of the series up to this one" },
};

function sequenceRows({ kind, steps, unit, level, method }: PoolSequence): PoolCsvRow[] {
  return steps.map(({ series, estimate, standardError, lower, upper }) => ({
    ...pooled,
    ...SEQUENCES[kind],
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
  return series.flatMap((one) => [
    ...INFLUENCES.map((parameter) => ({
      ...pooled,
      parameter,
      series: one.series,
      estimate: one[parameter],
    })),
    ...(one.dfbetas ?? []).map(({ parameter, value }) => ({
      ...pooled,
      parameter: `dfbetas:${parameter}`,
      series: one.series,
      estimate: value,
    })),
  ]);
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

function predictedRows({ estimates }: ModeratorPrediction): PoolCsvRow[] {
  return estimates.map(({ given, dataShare: _, patient: __, ...row }) => ({
    ...row,
    ...pooled,
    parameter: `${row.parameter}At`,
    label: `${row.label} at ${given}`,
  }));
}

function permutationRows({ tests, method }: ModeratorPermutation): PoolCsvRow[] {
  return tests.map(({ parameter, pValue }) => ({
    ...pooled,
    parameter: "permutationPValue",
    label: `Test by permutation: ${parameter.replace(/^moderator:/u, "")}`,
    method,
    estimate: pValue,
  }));
}

/** What was asked for beside a pool, as rows of its CSV file, on the scale of the pool. */
export function furtherCsvRows({
  cumulative,
  leaveOneOut,
  influence,
  funnel,
  filled,
  subgroups,
  permutation,
  predicted,
}: FurtherPools): PoolCsvRow[] {
  return [
    ...(predicted ? predictedRows(predicted) : []),
    ...(permutation ? permutationRows(permutation) : []),
    ...(subgroups ? subgroupRows(subgroups) : []),
    ...(cumulative ? sequenceRows(cumulative) : []),
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
