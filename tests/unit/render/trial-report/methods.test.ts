import { describe, expect, it } from "vitest";
import { methodsParagraph } from "../../../../src/render/index.ts";
import { trialResults } from "../../../helpers/trial-results.ts";

const of = (name: string): ReturnType<typeof methodsParagraph> => methodsParagraph(trialResults[name]!);

describe("a methods paragraph", () => {
  it.each(Object.keys(trialResults))("cites every reference by its number, and no other: %s", (name) => {
    const { text, references } = of(name);
    const cited = [...text.matchAll(/\[([\d,]+)\]/gu)].flatMap(([, numbers]) =>
      numbers!.split(",").map(Number),
    );
    expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(references.map((_, i) => i + 1));
    expect(text).not.toMatch(/undefined|NaN|\[object|\.\.|\s\s/u);
    expect(text.endsWith(".")).toBe(true);
  });

  it("tells the design, the test, the number of assignments and the interval", () => {
    const { text, references } = of("six pairs");
    expect(text).toMatch(
      /assigned in pairs of periods, .*drawn at random \(12 periods with 36 scores\) \[1\]/u,
    );
    expect(text).toContain("two-sided randomization test of the difference of means over all 64 assignments");
    expect(text).toContain("The 95 % confidence interval holds the effects, taken as a constant shift");
    expect(text).toContain("The least effect that matters was set at 2 score points.");
    expect(references[0]).toMatch(/^Guyatt/u);
    expect(references.at(-1)).toContain("h1738");
  });

  it("says where assignments were drawn instead of counted, with the seed", () => {
    expect(of("sixty alternating scores").text).toMatch(
      /the actual one, and others drawn at random with seed \d+/u,
    );
  });

  it("says of a trial without a test that the order was not analysed as randomised", () => {
    const untested = Object.values(trialResults).find(({ randomization }) => randomization === null)!;
    const { text } = methodsParagraph(untested);
    expect(text).toContain("the order was not analysed as randomised");
    expect(text).not.toContain("randomization test");
  });

  it("names the plan that was hashed, and every departure from it", () => {
    const result = trialResults["six pairs"]!;
    const planned = (deviations: string[]) => {
      const plan = {
        sha256: "ab12",
        deviations,
        reason: deviations.length > 0 ? "asked by a reviewer" : null,
      };
      const { provenance } = result;
      return methodsParagraph({
        ...result,
        provenance: { ...provenance, options: { ...provenance.options, plan } },
      });
    };
    expect(planned([]).text).toContain("followed a plan fixed before unblinding (SHA-256 ab12)");
    expect(planned(["sides: 2 was planned, got 1"]).text).toMatch(
      /departs from the plan .*sides: 2 was planned/u,
    );
    expect(methodsParagraph(result).text).toContain(
      "No plan that had been fixed before unblinding was checked",
    );
  });
});
