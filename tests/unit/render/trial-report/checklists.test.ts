import { describe, expect, it } from "vitest";
import { protocolChecklist, trialChecklist } from "../../../../src/render/index.ts";
import { checklistLines, checklistSection } from "../../../../src/render/trial-report/checklist-section.ts";
import { type TrialChecklist, trialChecklistSchema } from "../../../../src/schema/index.ts";
import { blindedSchedule, planTrial, randomizedPairs, scheduleTrial } from "../../../../src/trial/index.ts";
import { trialResults } from "../../../helpers/trial-results.ts";

const design = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 6 });
const schedule = scheduleTrial(design, { seed: 7 });
const plan = planTrial(design, { improvement: "decrease" });

const all: [string, TrialChecklist][] = [
  ...Object.entries(trialResults).map(([name, result]): [string, TrialChecklist] => [
    name,
    trialChecklist(result),
  ]),
  ["a planned trial", protocolChecklist(schedule, plan)],
  ["a trial without a plan", protocolChecklist(schedule, null)],
];

describe("every checklist", () => {
  it.each(all)("is plain JSON by its schema, without an empty word: %s", (_, checklist) => {
    expect(trialChecklistSchema.parse(JSON.parse(JSON.stringify(checklist)))).toEqual(checklist);
    expect(JSON.stringify(checklist)).not.toMatch(/undefined|NaN|\[object|Infinity/u);
  });

  it.each(all)("numbers each item once, and each has a sentence: %s", (_, { items }) => {
    expect(new Set(items.map(({ item }) => item)).size).toBe(items.length);
    for (const { item, asks, answer, toWrite } of items) {
      expect(asks, item).toMatch(/\.$/u);
      expect(answer ?? toWrite, item).not.toBeNull();
      for (const text of [answer, toWrite]) if (text !== null) expect(text, item).toMatch(/[.?]\)?$/u);
    }
  });

  it.each(all)("has a row, and a line, for each item: %s", (_, checklist) => {
    const rows = checklistSection(checklist).tables[0]!.groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(checklist.items.length);
    expect(checklistLines(checklist).sentences).toHaveLength(checklist.items.length + 1);
  });
});

describe("the checklist of a protocol", () => {
  it("is the same for those who may not know which treatment comes when", () => {
    expect(protocolChecklist(blindedSchedule(schedule), plan)).toEqual(protocolChecklist(schedule, plan));
  });
});
