import { describe, expect, it } from "vitest";
import { logLogistic } from "../../../../src/response/models/log-logistic.ts";
import { plateau } from "../../../../src/response/models/plateau.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

describe("log-logistic", () => {
  it("has lost 10 % of its relief on T10 and half on T50, once the onset is over", () => {
    const p = [0.8, 1e-3, 105, 3];
    const [T10] = logLogistic.landmarks.map(({ value }) => value(p));
    expectRelative([logLogistic.relief(T10!, p), logLogistic.relief(105, p)], [0.72, 0.4], 1e-14);
  });

  it("keeps more of its relief in the long run than the logistic of the same slope at T50", () => {
    const steepness = (105 * Math.log(81)) / 60;
    expect(logLogistic.relief(400, [0.8, 4, 105, steepness])).toBeGreaterThan(
      100 * plateau.relief(400, [0.8, 4, 105, 60]),
    );
  });
});
