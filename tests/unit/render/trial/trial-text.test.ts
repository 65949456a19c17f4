import { describe, expect, it } from "vitest";
import { trialCsv, trialHtml, trialMarkdown, trialText } from "../../../../src/render/index.ts";
import { trialAnswer } from "../../../../src/render/trial/trial-answer.ts";
import { countInWords, lowerFirst } from "../../../../src/render/trial/trial-names.ts";
import { trialResults } from "../../../helpers/trial-results.ts";

const result = (name: string) => trialResults[name]!;

describe("the answer of a trial", () => {
  it("gives the effect with its direction and interval, how extreme it is, and what that says", () => {
    expect(trialAnswer(result("six pairs"))).toBe(
      "With IVIG, scores were 3.2 lower than with saline, which is better (95 % interval of the difference: −3.7 to −2.7). If the treatments did the same, 2 of 64 possible assignments would give a result at least as extreme: p = 0.031, two-sided. The draw of treatments alone would seldom give as much.",
    );
  });

  it("calls lower scores worse where higher ones are better", () => {
    expect(trialAnswer(result("sixty scores in two phases"))).toContain(
      "scores were 3.0 lower than with usual care, which is worse",
    );
  });

  it("gives a ratio as one", () => {
    expect(trialAnswer(result("a ratio"))).toMatch(
      /^With IVIG, scores were 0\.57 times those with saline, which is better \(95 % interval of the ratio: 0\.51 to 0\.63\)\./u,
    );
  });

  it("says that a design is too small for a verdict", () => {
    expect(trialAnswer(result("one pair"))).toMatch(
      /no limit either side\)\. If the treatments did the same, 2 of 2 possible assignments would give a result at least as extreme: p = 1\.00, two-sided\. The design is too small/u,
    );
  });

  it("calls equal scores no difference", () => {
    expect(trialAnswer(result("all scores equal"))).toMatch(
      /^With IVIG, scores were on average as with saline, a difference of 0\.0 /u,
    );
  });

  it("says that there is no test and no interval without a design", () => {
    expect(trialAnswer(result("no design"))).toBe(
      "With IVIG, scores were 3.2 lower than with saline, which is better (without an interval). There is no test: chance cannot be told from the treatment.",
    );
  });

  it("says how many of the assignments were drawn, and the direction of a one-sided test", () => {
    expect(trialAnswer(result("sixty alternating scores"))).toMatch(
      / \d+ of 2000 assignments, drawn at random from [\d.]+ × 10¹\S and with the actual one among them, would give a result at least as extreme: p below 0\.001/u,
    );
    expect(trialAnswer(result("one-sided"))).toContain(
      "1 of 64 possible assignments would give a result at least as extreme: p = 0.016, one-sided, for improvement",
    );
  });

  it("says that patients of one design were tested together", () => {
    expect(trialAnswer(result("two patients of one design"))).toContain("of all 2 patients together");
  });

  it("puts no number or bracket right behind a name that is read from right to left", () => {
    expect(trialText(result("names from right to left")).split("\n\nTo compute this again")[0]).not.toMatch(
      /\p{Script=Hebrew}[^\p{L}\n]*(\d|\()[^\n]*better/u,
    );
  });
});

describe("a report of a trial", () => {
  it.each(Object.keys(trialResults))(
    "has no empty word and says what the trial does not show: %s",
    (name) => {
      for (const text of [trialText(result(name)), trialMarkdown(result(name))]) {
        expect(text).not.toMatch(/undefined|NaN|\[object|Infinity/u);
        expect(text).toContain("What the result does not show");
        expect(text).toContain("Whether relief carried over from one period into the next");
      }
    },
  );

  it("says what was asked, and whether p could have reached the level at all", () => {
    const text = trialText(result("six pairs"));
    expect(text).toContain(
      "Do the scores of anna differ with IVIG, compared with saline? Lower scores are better.",
    );
    expect(text).toContain("can give is 0.031: a result at the level of 5 % was possible.");
    expect(trialText(result("AB phases of five and five"))).toContain(
      "can give is 0.20: whatever the scores, the level of 5 % was out of reach.",
    );
  });

  it("warns of phases in a fixed order, and says each thing once", () => {
    const text = trialText(result("AB phases of five and five"));
    expect(text).toContain("The treatments follow each other in a fixed order");
    expect(text.match(/whatever the scores/gu)).toHaveLength(1);
  });

  it("counts the blocks in which the treatment was better", () => {
    expect(trialText(result("six pairs"))).toContain("Better with IVIG in 6 of 6 blocks.");
    expect(trialText(result("without days"))).not.toContain("Block by block");
  });

  it("lists effect sizes with intervals that stay open inside at complete separation", () => {
    expect(trialText(result("AB phases of five and five"))).toMatch(/NAP +100 % +64 to 100 %/u);
  });

  it("lists the effect, the test, the probabilities and the further quantities of models", () => {
    const text = trialText(result("six pairs with a model"));
    expect(text).toMatch(/Paired t +−3\.4 +−4\.2 to −2\.6 +t = −11\.20 on 5 df +below 0\.001/u);
    expect(text).toContain("Paired t: probability of any benefit, above 99 %.");
    expect(text).toContain("Paired t: the interval of 6 pairs leans on the normal distribution.");
    expect(text).toMatch(/Standard deviation of the differences +0\.740 +none/u);
    expect(trialText(result("six pairs"))).not.toContain("By models");
  });

  it("names every treatment of several, and compares two of them", () => {
    const text = trialText(result("three treatments"));
    expect(text).toMatch(/gabapentin +3 +6 +5\.5/u);
    expect(text).toContain("anna: IVIG compared with saline · ");
  });

  it("cuts long names in sentences", () => {
    const [, , answer] = trialText(result("names of 200 characters")).split("\n");
    expect(answer).toMatch(/^With IVIG normal saline with albumin 0\.1 % g…, scores were/u);
  });

  it("lets no name of a file break out of a page or a table", () => {
    const html = trialHtml(result("names that could break out"), {});
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
    expect(trialMarkdown(result("names that could break out"))).not.toMatch(/<script>| a \| b /u);
  });

  it("places each picture in its section, and leaves out what is absent", () => {
    const svgs = {
      "trial-timeline": "<svg>1</svg>",
      randomization: "<svg>2</svg>",
      "paired-dots": "<svg>3</svg>",
    };
    const html = trialHtml(result("six pairs"), svgs);
    expect(html.match(/<svg>\d/gu)).toEqual(["<svg>1", "<svg>2", "<svg>3"]);
    expect(
      trialHtml(result("six pairs"), { randomization: "<svg>2</svg>" }).match(/<figure>/gu),
    ).toHaveLength(1);
  });
});

describe("a trial as CSV", () => {
  it("has a row for each effect, p-value, effect size and answer of a model", () => {
    const one = result("six pairs with a model");
    const lines = trialCsv([one]).trimEnd().split("\n");
    const ofModels = 2 + 1 + 1;
    expect(lines).toHaveLength(1 + one.estimates.length + 2 + one.effectSizes.length + ofModels);
    expect(lines.find((line) => line.startsWith("randomizationPValue"))).toContain(",probability,0.03125,");
    expect(lines.filter((line) => line.includes("the model paired-t"))).toHaveLength(ofModels);
    expect(lines.slice(1).every((line) => line.includes(",anna,"))).toBe(true);
  });
});

describe("counts and messages in words", () => {
  it("groups digits, and gives very large counts by their power of ten", () => {
    expect(countInWords("924")).toBe("924");
    expect(countInWords("1048576")).toBe("1,048,576");
    expect(countInWords("118264581564861424")).toBe("1.2 × 10¹⁷");
    expect(countInWords("9999999999")).toBe("1.0 × 10¹⁰");
    expect(countInWords("3".repeat(400))).toBe("3.3 × 10³⁹⁹");
  });

  it("begins small behind a colon, but for abbreviations", () => {
    expect(lowerFirst("The interval")).toBe("the interval");
    expect(lowerFirst("NAP and Tau")).toBe("NAP and Tau");
  });
});
