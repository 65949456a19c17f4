import type { Chart, ChartableResult, VegaLiteSpec } from "../../src/render/charts/index.ts";
import { leastMarks } from "./result-rows.ts";
import { layersOf } from "./spec-layers.ts";
import { type Box, type Drawing, drawingOf, type TextLine } from "./svg-boxes.ts";

/** One law that every picture obeys: what breaks it, in words; none where it holds. */
export interface ChartLaw {
  name: string;
  faults(picture: Picture): string[];
}

/** A picture with all that a law looks at. */
export interface Picture {
  /** Name of the chart. */
  chart: string;
  result: ChartableResult;
  spec: VegaLiteSpec;
  svg: string;
  drawing: Drawing;
}

/** What a law looks at, read from the SVG. */
export function pictureOf({ name, spec: draw }: Chart, result: ChartableResult, svg: string): Picture {
  return { chart: name, result, spec: draw(result), svg, drawing: drawingOf(svg) };
}

/** Pixels by which boxes may reach over each other or over the edge: half a line's stroke and rounding. */
const SLACK = 1;
/** The smallest type that can be read on paper, where 720 pixels are the width of a page. */
const SMALLEST_TYPE = 10;

const short = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
const at = ({ left, top }: Box): string => `at ${Math.round(left)}, ${Math.round(top)}`;

function reach(a: Box, b: Box): number {
  const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.min(x, y);
}

const isSame = (a: TextLine, b: TextLine): boolean =>
  a.text === b.text && Math.abs(a.left - b.left) < 0.5 && Math.abs(a.top - b.top) < 0.5;

function isOutside(box: Box, page: Box): boolean {
  return (
    box.left < page.left - SLACK ||
    box.top < page.top - SLACK ||
    box.right > page.right + SLACK ||
    box.bottom > page.bottom + SLACK
  );
}

/** A halo behind a text is the same text in the same place. */
function overlaps({ drawing: { texts } }: Picture): string[] {
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => reach(a, b) > SLACK && !isSame(a, b))
      .map((b) => `${short(a.text)} ${at(a)} overlaps ${short(b.text)} ${at(b)}`),
  );
}

function clipped({ drawing: { page, texts, marks } }: Picture): string[] {
  return [
    ...texts.filter((text) => isOutside(text, page)).map((text) => `${short(text.text)} ${at(text)}`),
    ...marks.filter((mark) => isOutside(mark, page)).map((mark) => `${mark.group} ${at(mark)}`),
  ];
}

/** Labels of an axis that shows a quantity: numbers, perhaps with a unit. */
const QUANTITY = /^[−-]?[\d.,]*\d(e[−-]?\d+)?( ?%)?$/u;

function axesOf(texts: readonly TextLine[]): TextLine[][] {
  const axes = new Map<number, TextLine[]>();
  for (const text of texts)
    if (text.axis !== null) axes.set(text.axis, [...(axes.get(text.axis) ?? []), text]);
  return [...axes.values()];
}

function untitledAxes({ drawing: { texts } }: Picture): string[] {
  return axesOf(texts).flatMap((own) => {
    const labels = own.filter(({ group }) => group.includes("role-axis-label"));
    const isTitled = own.some(({ group }) => group.includes("role-axis-title"));
    const isQuantity = labels.some(({ text }) => QUANTITY.test(text));
    return isQuantity && !isTitled ? [`axis ${labels.map(({ text }) => text).join(" ")}`] : [];
  });
}

/** Labels that round to the same number say nothing. */
function repeatedLabels({ drawing: { texts } }: Picture): string[] {
  return axesOf(texts).flatMap((own) => {
    const labels = own.filter(({ group }) => group.includes("role-axis-label")).map(({ text }) => text);
    const repeated = labels.filter((label, i) => QUANTITY.test(label) && labels.indexOf(label) < i);
    return repeated.length > 0 ? [`axis ${labels.join(" ")}`] : [];
  });
}

/** Points drawn over words: their middle stands in the line's box. */
function hiddenWords({ drawing: { texts, marks } }: Picture): string[] {
  const points = marks.filter(({ group }) => group.includes("mark-symbol"));
  return points.flatMap((point) => {
    const x = 0.5 * (point.left + point.right);
    const y = 0.5 * (point.top + point.bottom);
    return texts
      .filter(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)
      .map((text) => `${point.group} ${at(point)} over ${short(text.text)}`);
  });
}

function tinyTexts({ drawing: { texts } }: Picture): string[] {
  return texts
    .filter(({ fontSize }) => fontSize < SMALLEST_TYPE)
    .map(({ text, fontSize }) => `${short(text)} is ${fontSize} px`);
}

/** Marks of which each stands for one row of its data; a line or an area is one mark of many rows. */
const ONE_EACH = ["point", "circle", "square", "tick", "rule", "rect", "bar", "text"];

function undrawnRows({ spec, svg }: Picture): string[] {
  const filled = svg.replace(/<g\b[^>]*\/>/gu, "");
  return layersOf(spec).flatMap(({ name, mark, rows }) => {
    if (name === undefined) return [`a layer of ${mark}s has no name`];
    const groups = filled
      .split(new RegExp(`<g class="mark-\\w+ role-mark ${name.replaceAll(/\W/gu, "_")}_marks"`, "u"))
      .slice(1);
    const drawn = groups
      .map((group) => group.split("</g>", 1)[0]!.match(/<(path|line|rect|text)\b/gu)?.length ?? 0)
      .reduce((sum, count) => sum + count, 0);
    if (ONE_EACH.includes(mark))
      return drawn === rows.length ? [] : [`${name} drew ${drawn} of ${rows.length} rows`];
    return rows.length === 0 || drawn > 0 ? [] : [`${name} drew nothing of ${rows.length} rows`];
  });
}

function tooFewMarks({ chart, result, drawing: { marks } }: Picture): string[] {
  const drawn = marks.filter(({ group }) => group.includes("role-mark")).length;
  const least = leastMarks(chart, result);
  return drawn < least ? [`${drawn} marks for ${least} rows of the result`] : [];
}

function hiddenMarks({ drawing: { hidden } }: Picture): string[] {
  return hidden.filter(({ group }) => group.includes("role-mark")).map((mark) => `${mark.group} ${at(mark)}`);
}

/** Words for an interval: a range of numbers, that there is no limit, or the probability of what is said. */
const INTERVAL =
  /\d[^.;]*? (to|–) [−-]?[\d<>]|\d–\d|interval|limit|at least|at most|between|p = |p < |probability /u;

/** Charts of what has no interval. */
const WITHOUT_INTERVAL: Readonly<Record<string, string>> = {
  "next-score": "standard deviations now and after one more score are its answer, and stand in its words",
  "reconstructed-samples": "samples that fit a report are counted, not estimated",
};

/** A result with a closed interval has its numbers in the words. */
function unsaidInterval({ chart, result }: Picture, description: string): string[] {
  if (chart in WITHOUT_INTERVAL) return [];
  const rows = "estimates" in result && Array.isArray(result.estimates) ? result.estimates : [];
  const isKnown = rows.some(({ lower, upper }) => typeof lower === "number" && typeof upper === "number");
  return isKnown && !INTERVAL.test(description) ? [`no interval in words: ${short(description)}`] : [];
}

/** The description says what the title's lines say, and both are there. */
function wordless(picture: Picture): string[] {
  const { spec, svg, drawing } = picture;
  const { texts } = drawing;
  const description = typeof spec.description === "string" ? spec.description : "";
  const subtitle = texts.filter(({ group }) => group.includes("role-title-subtitle")).map(({ text }) => text);
  return [
    ...(/\p{L}{3}/u.test(description) ? [] : ["no description"]),
    ...(/<desc [^>]*>[^<]{20}/u.test(svg) ? [] : ["no alt text"]),
    ...unsaidInterval(picture, description),
    ...(subtitle.length > 0 ? [] : ["no words under the title"]),
  ];
}

/** Every law that a picture obeys. */
export const chartLaws: readonly ChartLaw[] = [
  { name: "draws every row of its data", faults: undrawnRows },
  { name: "draws a mark for every row of its result", faults: tooFewMarks },
  { name: "hides no mark behind the edge of its panel", faults: hiddenMarks },
  { name: "names the quantity of every axis of numbers", faults: untitledAxes },
  { name: "labels no two ticks of an axis alike", faults: repeatedLabels },
  { name: "says its finding in words, beside it and to a screen reader", faults: wordless },
  { name: "lets no two texts overlap", faults: overlaps },
  { name: "sets no point over words", faults: hiddenWords },
  { name: "keeps every text and mark on the page", faults: clipped },
  { name: "sets no text too small to read", faults: tinyTexts },
];
