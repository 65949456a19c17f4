import type { VegaLitePart, VegaLiteSpec } from "../charts/vega-lite-spec.ts";

/** A position channel that is read off an axis. */
export interface AxisChannel {
  field: string;
  /** Field of the other end of a bar; null where there is none. */
  end: string | null;
  /** Title of the axis, with its unit. */
  title: string;
}

/** A layer of a chart whose marks stand for values. */
export interface PlottedLayer {
  name: string;
  /** Number of the panel that it belongs to. */
  panel: number;
  /** Title of that panel; empty where there is none, or no other panel to be told from. */
  heading: string;
  /** Field that names its rows; null where the axis has no names. */
  rows: string | null;
  /** null where a position is one of the layout and has no axis; if both are, only rows that say themselves what they show count. */
  x: AxisChannel | null;
  y: AxisChannel | null;
}

type Part = VegaLitePart;
type Titles = Readonly<Record<"x" | "y", string>>;
type Channels = Readonly<Record<string, Part | undefined>>;

const GROUPS = ["hconcat", "vconcat", "concat"] as const;
/** Marks of single values; lines, areas and words are no places to point at. */
const MARKS: readonly unknown[] = ["point", "circle", "square", "rect", "bar", "rule", "tick"];

const partsOf = (part: Part, key: string): Part[] => (part[key] as Part[] | undefined) ?? [];
const channelsOf = (part: Part): Channels => (part.encoding as Channels | undefined) ?? {};

function markType({ mark }: Part): unknown {
  return typeof mark === "object" && mark !== null ? (mark as Part).type : mark;
}

/** Layers within layers, one after the other. */
function flat(part: Part): Part[] {
  return part.layer === undefined ? [part] : partsOf(part, "layer").flatMap(flat);
}

/** Layers under one title. */
interface Panel {
  heading: string;
  layers: readonly Part[];
}

function headingOf({ title }: Part): string {
  const text = typeof title === "object" && title !== null ? (title as Part).text : title;
  return typeof text === "string" ? text : "";
}

/** @param isPart False for the whole picture, whose title stands above all panels. */
function panelsOf(part: Part, isPart = false): Panel[] {
  const groups = GROUPS.flatMap((key) => partsOf(part, key));
  if (groups.length > 0) return groups.flatMap((group) => panelsOf(group, true));
  return [{ heading: isPart ? headingOf(part) : "", layers: flat(part) }];
}

/** The title that a channel's axis has in any layer of a panel. */
function titleOf(layers: readonly Part[], channel: "x" | "y"): string {
  for (const layer of layers) {
    const found = channelsOf(layer)[channel];
    const title = found?.title ?? (found?.axis as Part | null | undefined)?.title;
    if (typeof title === "string" && title !== "") return title;
  }
  return "";
}

function axisChannel(channels: Channels, name: "x" | "y", titles: Titles): AxisChannel | null {
  const { field, scale } = channels[name] ?? {};
  if (typeof field !== "string" || scale === null || titles[name] === "") return null;
  const end = channels[`${name}2`]?.field;
  return { field, end: typeof end === "string" ? end : null, title: titles[name] };
}

/** The field of an upright axis of names. */
function namesField({ y }: Channels): string | null {
  const isNamed = y?.type === "nominal" || y?.type === "ordinal";
  return isNamed && typeof y.field === "string" ? y.field : null;
}

/** True where both positions are computed with the layout. */
const standsInPixels = ({ x, y }: Channels): boolean => x?.scale === null && y?.scale === null;

/** Marks that fill a panel from edge to edge where they have a place on one axis only. */
const FILLING: readonly unknown[] = ["rule", "rect", "bar"];

/** True for lines and grounds across a panel, which mark one value for all rows. */
function crosses(layer: Part, channels: Channels): boolean {
  if (FILLING.includes(markType(layer)) && !("x" in channels && "y" in channels)) return true;
  const isLaidOut = (name: string): boolean => {
    const channel = channels[name];
    return channel !== undefined && (channel.scale === null || channel.value !== undefined);
  };
  return (isLaidOut("y") && "y2" in channels) || (isLaidOut("x") && "x2" in channels);
}

/**
 * The layers of a chart that someone may want to point at, with the axes that their values are read off.
 *
 * @example
 * plottedLayers(responseCurveChart(result)).map(({ name }) => name); // "scoreBars", "scorePoints", …
 */
export function plottedLayers(spec: VegaLiteSpec): PlottedLayer[] {
  const panels = panelsOf(spec);
  const headings = new Set(panels.map(({ heading }) => heading).filter((heading) => heading !== ""));
  return panels.flatMap(({ heading: own, layers }, panel) => {
    const heading = headings.size > 1 ? own : "";
    const titles = { x: titleOf(layers, "x"), y: titleOf(layers, "y") };
    return layers.flatMap((layer) => {
      const channels = channelsOf(layer);
      const isPlotted = MARKS.includes(markType(layer)) && !crosses(layer, channels);
      if (typeof layer.name !== "string" || !isPlotted) return [];
      const [x, y] = [axisChannel(channels, "x", titles), axisChannel(channels, "y", titles)];
      if (x === null && y === null && !standsInPixels(channels)) return [];
      return [{ name: layer.name, panel, heading, rows: namesField(channels), x, y }];
    });
  });
}
