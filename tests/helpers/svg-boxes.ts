import { lineWidth } from "./font-widths.ts";

/** A rectangle in pixels of the whole picture. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One line of text as it is drawn. */
export interface TextLine extends Box {
  text: string;
  /** Class of its group, such as `mark-text role-axis-label`. */
  group: string;
  /** Number of the axis it belongs to; null outside of axes. */
  axis: number | null;
  fontSize: number;
}

/** One mark that is not text; only what is left of it where its group is clipped. */
export interface Mark extends Box {
  tag: string;
  group: string;
}

/** What a picture drew. */
export interface Drawing {
  page: Box;
  texts: TextLine[];
  marks: Mark[];
  /** Marks of clipped groups of which nothing is left. */
  hidden: Mark[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface Frame {
  matrix: Matrix;
  group: string;
  axis: number | null;
  clip: Box | null;
}

const times = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
];

/** The matrix of a `transform` attribute. */
function matrixOf(transform = ""): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, values] of transform.matchAll(/(\w+)\(([^)]*)\)/gu)) {
    const [x = 0, y = 0] = values!.split(/[\s,]+/u).map(Number);
    const angle = (x * Math.PI) / 180;
    if (name === "translate") matrix = times(matrix, [1, 0, 0, 1, x, y]);
    else if (name === "scale") matrix = times(matrix, [x, 0, 0, y || x, 0, 0]);
    else if (name === "rotate")
      matrix = times(matrix, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]);
    else throw new Error(`Unknown transform ${name}`);
  }
  return matrix;
}

function around([a, b, c, d, e, f]: Matrix, points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x, y]) => a * x + c * y + e);
  const ys = points.map(([x, y]) => b * x + d * y + f);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const corners = (left: number, top: number, right: number, bottom: number): [number, number][] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

const NUMBERS = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 } as const;

/** The points of a path and the handles of its curves; of an arc its ends and, generously, a box of its radius. */
function pathPoints(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, letter, text] of path.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/giu)) {
    const kind = letter!.toUpperCase() as keyof typeof NUMBERS;
    const isRelative = letter !== kind;
    const numbers = (text!.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/giu) ?? []).map(Number);
    for (let i = 0; i < numbers.length; i += NUMBERS[kind]) {
      const own = numbers.slice(i, i + NUMBERS[kind]);
      const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
      if (kind === "H") x = fromX + own[0]!;
      else if (kind === "V") y = fromY + own[0]!;
      else {
        const pairs = kind === "A" ? own.slice(5) : own;
        for (let j = 0; j < pairs.length; j += 2) points.push([fromX + pairs[j]!, fromY + pairs[j + 1]!]);
        [x, y] = points.at(-1)!;
      }
      points.push([x, y]);
    }
  }
  return points;
}

const numberOf = (attributes: Map<string, string>, name: string): number => Number(attributes.get(name) ?? 0);

/** Box of an element other than text in its own coordinates; null where nothing is drawn. */
function shapePoints(tag: string, attributes: Map<string, string>): [number, number][] | null {
  const value = (name: string): number => numberOf(attributes, name);
  if (tag === "path") {
    const points = pathPoints(attributes.get("d") ?? "");
    return points.length > 0 ? points : null;
  }
  if (tag === "line") return corners(value("x1"), value("y1"), value("x2"), value("y2"));
  const [x, y] = [value("x"), value("y")];
  return corners(x, y, x + value("width"), y + value("height"));
}

const decode = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Lines of a text element: its own text, or one for each `tspan`. */
function linesOf(content: string): { text: string; dy: number }[] {
  if (!content.includes("<tspan")) return [{ text: decode(content), dy: 0 }];
  let dy = 0;
  return [...content.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/gu)].map(([, attributes, text]) => {
    dy += Number(/ dy="([^"]*)"/u.exec(attributes!)?.[1] ?? 0);
    return { text: decode(text!), dy };
  });
}

/** Tops of ascenders and bottoms of descenders of Inter, in em from the baseline. */
const [ASCENDER, DESCENDER] = [0.757, 0.205];

function textLines(
  content: string,
  attributes: Map<string, string>,
  { matrix, group, axis }: Frame,
): TextLine[] {
  const fontSize = Number.parseFloat(attributes.get("font-size") ?? "11");
  const weight = attributes.get("font-weight") === "bold" ? 700 : numberOf(attributes, "font-weight");
  const anchor = { middle: 0.5, end: 1 }[attributes.get("text-anchor") ?? ""] ?? 0;
  const own = times(matrix, matrixOf(attributes.get("transform")));
  return linesOf(content)
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, dy }) => {
      const width = lineWidth(text, fontSize, weight);
      const left = -anchor * width;
      const box = corners(left, dy - ASCENDER * fontSize, left + width, dy + DESCENDER * fontSize);
      return { ...around(own, box), text, group, axis, fontSize };
    });
}

function within(box: Box, clip: Box | null): Box {
  if (!clip) return box;
  return {
    left: Math.max(box.left, clip.left),
    top: Math.max(box.top, clip.top),
    right: Math.min(box.right, clip.right),
    bottom: Math.min(box.bottom, clip.bottom),
  };
}

const attributesOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/ ([\w:-]+)="([^"]*)"/gu)].map(([, name, value]) => [name!, decode(value!)]));

/** Rectangles of the clip paths, in their own coordinates, by identifier. */
function clipBoxes(svg: string): Map<string, [number, number][]> {
  const paths = svg.matchAll(/<clipPath id="([^"]*)"><(rect|path)([^>]*)\/?>/gu);
  return new Map([...paths].map(([, id, tag, text]) => [id!, shapePoints(tag!, attributesOf(text!)) ?? []]));
}

const isDrawn = (attributes: Map<string, string>): boolean =>
  attributes.get("display") !== "none" && attributes.get("opacity") !== "0";

function addMark(drawing: Drawing, tag: string, attributes: Map<string, string>, frame: Frame): void {
  const points = shapePoints(tag, attributes);
  if (points === null || !isDrawn(attributes)) return;
  const whole = around(times(frame.matrix, matrixOf(attributes.get("transform"))), points);
  const box = within(whole, frame.clip);
  const mark = { tag, group: frame.group, ...box };
  if (box.left > box.right || box.top > box.bottom) drawing.hidden.push({ ...mark, ...whole });
  else drawing.marks.push(mark);
}

/** Where every line of text and every mark of a picture stands; texts are as wide as in the fonts shipped for PNG. */
export function drawingOf(svg: string): Drawing {
  const [, left = 0, top = 0, width = 0, height = 0] =
    /viewBox="(\S+) (\S+) (\S+) (\S+)"/u.exec(svg)?.map(Number) ?? [];
  const page = { left, top, right: left + width, bottom: top + height };
  const drawing: Drawing = { page, texts: [], marks: [], hidden: [] };
  const clips = clipBoxes(svg);
  const stack: Frame[] = [{ matrix: [1, 0, 0, 1, 0, 0], group: "", axis: null, clip: null }];
  const elements =
    /<(text)\b([^>]*)>([\s\S]*?)<\/text>|<(g)\b([^>]*)>|<(\/g)>|<(path|line|rect|image)\b([^>]*?)\/?>/gu;
  const body = svg.replace(/<defs>[\s\S]*?<\/defs>/gu, "").replace(/<(g|text)\b[^>]*\/>/gu, "");
  let nAxes = 0;
  for (const [
    ,
    text,
    textAttributes,
    content,
    open,
    groupAttributes,
    close,
    tag,
    attributes,
  ] of body.matchAll(elements)) {
    const frame = stack.at(-1)!;
    if (text && isDrawn(attributesOf(textAttributes!)))
      drawing.texts.push(...textLines(content!, attributesOf(textAttributes!), frame));
    else if (open) {
      const inner = entered(frame, attributesOf(groupAttributes!), clips);
      stack.push(
        /role-axis$/u.test(inner.group) && inner.axis === null ? { ...inner, axis: nAxes++ } : inner,
      );
    } else if (close) stack.pop();
    else if (tag) addMark(drawing, tag, attributesOf(attributes!), frame);
  }
  return drawing;
}

function entered(
  frame: Frame,
  attributes: Map<string, string>,
  clips: Map<string, [number, number][]>,
): Frame {
  const matrix = times(frame.matrix, matrixOf(attributes.get("transform")));
  const id = /url\(#([^)]*)\)/u.exec(attributes.get("clip-path") ?? "")?.[1];
  const points = id === undefined ? undefined : clips.get(id);
  const clip = points && points.length > 0 ? within(around(matrix, points), frame.clip) : frame.clip;
  return { matrix, group: attributes.get("class") ?? frame.group, axis: frame.axis, clip };
}
