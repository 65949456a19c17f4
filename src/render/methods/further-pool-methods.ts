import { FUNNEL_TEST_SOURCES, FURTHER_SOURCES } from "../citations/further-pooling.ts";
import { sourcesOf } from "../citations/sources.ts";
import type { FurtherPools } from "../pooling/further-pools.ts";
import type { Cited } from "../words/cited.ts";

/** What is said of each part that stands beside a pool. */
const SAID: Readonly<Record<keyof FurtherPools, string>> = {
  cumulative: "The pool was also made step by step, one more series at a time.",
  leaveOneOut: "Each series was left out in turn.",
  influence: "The influence of each series on the pool was computed.",
  funnel: "Whether small series go with other effects was judged by a funnel and by tests of its symmetry.",
  filled: "Series that may be missing were added by trim and fill.",
  subgroups: "Subgroups were pooled by themselves.",
  permutation: "Moderators were tested by permuting their values.",
  predicted: "The mean was predicted at chosen values of the moderators.",
};

/** How what stands beside a pool was computed, for a paper. */
export function furtherPoolMethods(further: FurtherPools): Cited[] {
  return (Object.keys(SAID) as (keyof FurtherPools)[]).flatMap((part) => {
    const result = further[part];
    if (result === null) return [];
    const { tests = [] } = result.provenance.options;
    const ofTests = Array.isArray(tests) ? tests.flatMap((name) => sourcesOf(FUNNEL_TEST_SOURCES, name)) : [];
    return [{ sentence: SAID[part], references: [...sourcesOf(FURTHER_SOURCES, result.kind), ...ofTests] }];
  });
}
