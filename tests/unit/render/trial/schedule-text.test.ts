import { describe, expect, it } from "vitest";
import { scheduleCsv, scheduleHtml, scheduleMarkdown, scheduleText } from "../../../../src/render/index.ts";
import { blinded, schedules } from "../../../helpers/trial-schedules.ts";

const open = schedules["four pairs"]!;
const blind = blinded["four pairs"]!;

describe("a schedule for the pharmacy", () => {
  it("says how long the trial lasts, and what its analysis can find", () => {
    const text = scheduleText(open);
    expect(text).toContain(
      "8 periods of 28 days, 7 days between one and the next, after a run-in of 14 days: the last one ends on day 287.",
    );
    expect(text).toContain("The design could have given 16 assignments.");
    expect(text).toContain("is 0.063 one-sided and 0.13 two-sided.");
    expect(text).toContain("only those who prepare them may see it");
    expect(text).toMatch(/1 +1 +(IVIG|saline) +K\d{3} +15 +42/u);
    expect(text).toContain("seed 3");
  });

  it("has the periods of each patient under a heading where there are several", () => {
    const markdown = scheduleMarkdown(schedules["several patients"]!);
    expect(markdown).toContain("6 patients with 3 periods each of 14 days");
    expect(markdown.match(/^### patient \d/gmu)).toHaveLength(6);
  });

  it("is a page from which no name can break out", () => {
    const html = scheduleHtml(schedules["long names"]!, "<svg></svg>");
    expect(html).not.toContain("<b>normal");
    expect(html).toContain("<svg></svg>");
  });

  it("is CSV with a row for each period", () => {
    const lines = scheduleCsv(open).trimEnd().split("\n");
    expect(lines[0]).toBe("patient,period,block,treatment,kit,first_day,last_day");
    expect(lines).toHaveLength(1 + open.periods.length);
  });
});

describe("a blinded schedule", () => {
  it.each(Object.keys(blinded))("tells in no format which treatment comes when, nor the seed: %s", (name) => {
    const schedule = blinded[name]!;
    const openText = scheduleText(schedules[name]!);
    const text = scheduleText(schedule);
    expect(openText.split("\nSchedule\n")[1]).toContain("Treatment");
    const table = text.split("\nSchedule\n")[1]!;
    for (const treatment of schedule.treatments) expect(table).not.toContain(treatment.slice(0, 20));
    expect(text).not.toMatch(/seed/u);
    expect(scheduleCsv(schedule).split("\n")[0]).toBe("patient,period,block,kit,first_day,last_day");
    expect(scheduleCsv(schedule)).not.toContain("IVIG");
  });

  it("says who may see it, and which treatments are in the trial", () => {
    expect(scheduleText(blind)).toContain("patients and those who score may see it");
    expect(scheduleText(blind)).toContain("Treatments in the trial: saline, IVIG.");
  });
});
