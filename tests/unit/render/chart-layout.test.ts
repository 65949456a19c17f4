import { describe, expect, it } from "vitest";
import { placeCourseLabels } from "../../../src/render/charts/response-curve/course-labels.ts";
import { dayTicks, scoreTicks } from "../../../src/render/charts/response-curve/ticks.ts";
import { textWidth, wrapText } from "../../../src/render/charts/text-width.ts";

describe("dayTicks", () => {
  it.each([
    [-14, 180, 10, [0, 30, 60, 90, 120, 150, 180]],
    [0, 10, 6, [0, 2, 4, 6, 8, 10]],
    [0, 400, 8, [0, 60, 120, 180, 240, 300, 360]],
    [0, 2000, 8, [0, 360, 720, 1080, 1440, 1800]],
  ])("from %d to %d, at most %d", (low, high, most, ticks) => {
    expect(dayTicks(low, high, most)).toEqual(ticks);
  });
});

describe("scoreTicks", () => {
  it.each([
    [0, 10, [0, 2, 4, 6, 8, 10]],
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [1, 5, [1, 2, 3, 4, 5]],
    [0, 4, [0, 1, 2, 3, 4]],
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])("from %d to %d", (minimum, maximum, ticks) => {
    expect(scoreTicks(minimum, maximum)).toEqual(ticks);
  });
});

describe("wrapText", () => {
  it("breaks into few lines of about equal length, and keeps a number with its sign", () => {
    const text = "Best relief was 79 % of baseline and relapse came after 112 days";
    const lines = wrapText(text, 12, 300);
    expect(lines.join(" ")).toBe(text);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(300);
    expect(wrapText("a 79 % b", 12, 25).some((line) => line.startsWith("%"))).toBe(false);
    expect(wrapText("", 12, 100)).toEqual([""]);
  });
});

describe("placeCourseLabels", () => {
  const courses = (days: number[]) =>
    days.map((day, i) => ({
      course: i + 1,
      day,
      dayEarliest: null,
      dayLatest: null,
      doseGPerKg: 2,
      note: null,
    }));

  it.each([
    [[0, 183, 214]],
    [[0, 10, 20]],
    [Array.from({ length: 12 }, (_, i) => 31 * i)],
    [Array.from({ length: 40 }, (_, i) => 9 * i)],
    [[0, 1, 2, 3]],
    [[0, 390]],
  ])("lets no flag touch another, or the rule of a later course: %j", (days) => {
    const toX = (day: number): number => 1.3 * day;
    const { labels, height, laneHeight } = placeCourseLabels(courses(days), toX, 650);
    const boxes = labels.map(({ day, lane, lines }) => ({
      from: toX(day),
      to: toX(day) + Math.max(...lines.map((line) => textWidth(line, 11))) + 4,
      lane,
    }));
    for (const [i, box] of boxes.entries()) {
      expect(box.to).toBeLessThanOrEqual(650);
      expect((box.lane + 1) * laneHeight).toBeLessThanOrEqual(height);
      for (const later of boxes.slice(i + 1)) {
        if (later.from < box.to) expect(later.lane).toBeLessThan(box.lane);
      }
    }
  });

  it("needs no room without courses", () => {
    expect(placeCourseLabels([], (day) => day, 100)).toMatchObject({ labels: [], height: 0 });
  });
});
