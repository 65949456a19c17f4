import { describe, expect, it } from "vitest";
import { poissonRate } from "../../src/trial/adverse-events/poisson-rate.ts";
import { rateRatio } from "../../src/trial/adverse-events/rate-ratio.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

const entries = (pattern: RegExp) =>
  referenceEntries("trial-models.json", pattern).map((entry): [string, ReferenceEntry] => [entry.id, entry]);

describe("rates of adverse events", () => {
  it.each(entries(/^poisson\./u))(
    "%s: exact limits are those of R's poisson.test",
    (_, { inputs, outputs }) => {
      const found = poissonRate(inputs.events, inputs.time, 0.95);
      const { rate, lower, upper } = outputs;
      expectRelative([found.rate, found.lower, found.upper], [rate, lower, upper], 1e-12);
    },
  );

  it.each(entries(/^two-rates\./u))("%s: limits and tails are R's", (_, { inputs, outputs }) => {
    const found = rateRatio(
      { nEvents: inputs.events, exposure: inputs.time },
      { nEvents: inputs.referenceEvents, exposure: inputs.referenceTime },
      0.95,
    )!;
    expectRelative([found.lower], [outputs.lower], 1e-12);
    expect(found.upper === null).toBe(outputs.upper === null);
    if (outputs.upper !== null) expectRelative([found.upper!], [outputs.upper], 1e-12);
    expectAbsolute([found.pValue], [Math.min(1, 2 * Math.min(outputs.greater, outputs.less))], 1e-12);
  });
});
