import { describe, expect, it } from "vitest";
import { readTrials } from "../../../../src/read/index.ts";
import { adverseEventsResultSchema } from "../../../../src/schema/index.ts";
import { adverseEvents } from "../../../../src/trial/adverse-events/index.ts";

const trialOf = (text: string) => readTrials(text)[0]!;
const counted = trialOf(
  "period,treatment,score,adverse_events\n1,A,7,0\n1,A,6,0\n2,B,3,2\n2,B,,1\n3,B,2,0\n3,B,4,\n4,A,6,\n4,A,5,",
);

describe("adverse events of a trial", () => {
  const result = adverseEvents(counted);

  it("are added up in each period, those told beside a missing score too; no count is not 0", () => {
    expect(result.periods.map(({ nEvents }) => nEvents)).toEqual([0, 3, 0, null]);
    expect(result.periods[3]).toMatchObject({ rate: null, lower: null, upper: null });
    expect(result.warnings.map(({ code }) => code)).toEqual([
      "events-taken-as-independent",
      "events-not-told",
    ]);
  });

  it("have rates per period under each treatment, and their ratio with an open end where the reference has none", () => {
    const [treated, reference, ratio] = result.estimates;
    expect(treated).toMatchObject({ estimate: 1.5, unit: "per period", bound: "closed" });
    expect(reference).toMatchObject({ estimate: 0, lower: 0, bound: "closed" });
    expect(ratio).toMatchObject({ estimate: null, upper: null, bound: "open-upper" });
    expect(result.test).toMatchObject({ events: 3, referenceEvents: 0 });
    // Three of three at 2/3 of the time: (2/3)³ on one side.
    expect(result.test!.pValue).toBeCloseTo(2 * (2 / 3) ** 3, 12);
  });

  it("per day, rates are divided by the length of a period, and the ratio stays", () => {
    const daily = adverseEvents(counted, { periodDays: 7 });
    expect(daily.estimates[0]!.estimate).toBeCloseTo(1.5 / 7, 14);
    expect(daily.estimates[2]!.lower).toBeCloseTo(result.estimates[2]!.lower!, 12);
    expect(daily.rateUnit).toBe("day");
  });

  it("is plain JSON of its schema", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(adverseEventsResultSchema.safeParse(result).success).toBe(true);
  });

  it("without any event tell nothing of the ratio", () => {
    const none = adverseEvents(trialOf("treatment,score,adverse_events\nA,7,0\nB,3,0\nB,2,0\nA,6,0"));
    expect(none.test).toBeNull();
    expect(none.estimates[2]).toMatchObject({ estimate: null, lower: null, upper: null, bound: "open" });
    expect(none.warnings.map(({ code }) => code)).toContain("no-events");
  });

  it("are refused where a treatment has no count, and options that are none", () => {
    const text = "treatment,score,adverse_events\nA,7,\nB,3,1\nB,2,0\nA,6,";
    expect(() => adverseEvents(trialOf(text))).toThrow(
      "Cannot compare adverse events: needs a period with a count under A, got none",
    );
    expect(() => adverseEvents(counted, { level: 95 })).toThrow(RangeError);
    expect(() => adverseEvents(counted, { periodDays: 0 })).toThrow("periodDays must be a number above 0");
  });
});
