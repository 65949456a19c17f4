import { describe, expect, it } from "vitest";
import { forestChart, toSvg } from "../../../../src/render/charts/index.ts";
import {
  pooledAnswer,
  pooledCsv,
  pooledHtml,
  pooledMarkdown,
  pooledText,
  proportionCsv,
  proportionText,
} from "../../../../src/render/index.ts";
import type { PooledResult } from "../../../../src/schema/pooled-result.ts";
import { pooledFixtures, proportionFixtures } from "../../../helpers/pooled-results.ts";

const { one, two, three, collapsed, thirteen, tables, given, common } = pooledFixtures as Record<
  string,
  PooledResult
>;

describe("a pool in words", () => {
  it.each(Object.entries(pooledFixtures))("reads the same from a file, without a hole: %s", (_, result) => {
    const text = pooledText(result);
    expect(pooledText(JSON.parse(JSON.stringify(result)))).toBe(text);
    for (const written of [text, pooledMarkdown(result), pooledCsv(result)])
      expect(written).not.toMatch(/undefined|NaN|Infinity|\[object/u);
  });

  it("begins with the mean, how sure it is, and what a further series may show", () => {
    expect(pooledAnswer(thirteen!)).toBe(
      "Risk ratio: 0.49, the mean over 13 series (95 % interval: 0.33 to 0.73, Hartung–Knapp). The interval leaves out 1, which means no effect. In a further series like these: 0.14 to 1.76 (95 % prediction interval).",
    );
  });

  it("says when the pool knows less than its series", () => {
    expect(pooledAnswer(two!)).toContain(
      "It is wider than the widest of the series’ own: 2 series cannot tell how much such series differ, and so hardly what their mean is. The interval holds 1, which means no effect: there may be none.",
    );
  });

  it("does not pool one series", () => {
    expect(pooledAnswer(one!)).toBe(
      "There is nothing to pool: morozumi-2009 stands alone (proportion of patients with the event: 92 %, its own 95 % interval: 38 to 99 %).",
    );
    expect(pooledText(one!)).not.toContain("How far do the series differ?");
  });

  it("never lets a τ² of 0 pass for agreement", () => {
    const text = pooledText(collapsed!);
    expect(text).toContain("τ², the variance of the true effects between series, is estimated as 0.");
    expect(text).toContain("compatible with any τ² up to 0.63 (95 %)");
    expect(text).toContain("is narrower than that of the mean, and says too little");
  });

  it("warns of few series, and says which interval to trust", () => {
    expect(pooledText(two!)).toContain("With 2 series it is hardly known how much series differ (τ²)");
    expect(pooledText(given!)).toContain("please go by the Hartung–Knapp one");
    expect(pooledText(thirteen!)).not.toContain("\nWarnings\n");
  });

  it("shows each series with its counts, weight and certainty", () => {
    expect(pooledText(two!)).toMatch(/jann-2020 +7\/11 +0\/12 +16\.3 \(1\.04 to 255\) +35 % +stated\n/u);
    expect(pooledText(two!)).toContain("Not every count is printed in its source: geerts-2021 (inferred).");
    expect(pooledText(three!)).not.toContain("Certainty");
  });

  it("says what a mean over unlike series is not, and what series without a control group cannot show", () => {
    expect(pooledText(two!)).toContain(
      "The series differ in outcome (half of the pain; 1 point): their mean is of no one of these",
    );
    expect(pooledText(three!)).toContain("show what happened, not what the treatment did");
    expect(pooledText(two!)).not.toContain("not what the treatment did");
  });

  it("calls one effect for all an assumption, and explains a weight of 0", () => {
    expect(pooledText(common!)).toContain("One effect was taken for all series");
    expect(pooledText(tables!)).toContain("jann-2020: the weight is 0");
  });

  it("shows the mean on both scales", () => {
    expect(pooledText(thirteen!)).toMatch(
      /Hartung–Knapp +0\.49 +0\.33 to 0\.73 +−0\.71 \(−1\.11 to −0\.32\)\n/u,
    );
    expect(pooledText(common!)).not.toContain("On the");
  });

  it("escapes names from the file in HTML and Markdown", async () => {
    const result = pooledFixtures.five!;
    const html = pooledHtml(result, await toSvg(forestChart(result)));
    expect(html).toContain("Smith &amp; &lt;Jones&gt; et al. 2001 part B with a long name");
    expect(html).not.toContain("<Jones>");
    expect(pooledMarkdown(result)).not.toContain("<Jones>");
  });

  it("writes every number of both scales as CSV", () => {
    const lines = pooledCsv(two!).trimEnd().split("\n");
    expect(lines.length).toBe(1 + 6 + 1 + 2 + 1 + 4);
    expect(lines[0]).toMatch(/^parameter,label,series,scale,unit,estimate,/u);
    expect(lines.filter((line) => line.includes(",natural,")).length).toBe(5);
  });
});

describe("one proportion in words", () => {
  it("gives the chosen method first, and all the others", () => {
    const text = proportionText(proportionFixtures.some!);
    expect(text).toContain("18 of 22 patients: 82 % (95 % interval: 61 to 93 %, Wilson).");
    expect(text).toMatch(/Wilson +61\.5 % +92\.7 % /u);
    expect(text).toMatch(/Clopper–Pearson +59\.7 % +94\.8 % +35\.1 points +yes/u);
    expect(proportionCsv(proportionFixtures.some!).trimEnd().split("\n").length).toBe(18);
  });

  it("says that all or nobody of a few is little evidence, and which methods fail there", () => {
    const text = proportionText(proportionFixtures.none!);
    expect(text).toContain("Nobody had the event, and still the interval is wide: 7 patients tell little.");
    expect(text).toContain("Logit: At 0 of 7 the log odds are infinite, so there is no logit interval.");
    expect(proportionText(proportionFixtures.single!)).toContain("one patient tells little");
  });
});
