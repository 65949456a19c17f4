import { describe, it } from "vitest";
import { powerNormalMoments } from "../../../../src/pooling/summary-only/range-conversions/power-normal.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

describe("the moments of a value whose power is normal, cut where it would be below 0", () => {
  it.each([
    [3, 20, 30, 3.73554612838005, 0.924501743818993],
    [2.9, 3, 5, 2.07592369030584, 0.52853231088083],
    [10, 1e4, 1e4, 3.0943262397001, 0.255356614426132],
    [2, 3.5, 2, 2.74300494903706, 0.689872342943386],
  ])("are mpmath's for the power %d about %d with sd %d", (power, center, spread, mean, sd) => {
    const found = powerNormalMoments(power, center, spread);
    expectRelative([found.mean!, found.sd!], [mean, sd], 1e-12);
  });

  it("are those of the log-normal law for the power 0", () => {
    const { mean, sd } = powerNormalMoments(0, 1, 0.5);
    expectRelative([mean!, sd!], [Math.exp(1.125), Math.exp(1.125) * Math.sqrt(Math.expm1(0.25))], 1e-14);
  });
});
