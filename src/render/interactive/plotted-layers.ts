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
  /** null where a position is one of the layout and has no axis. */
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

function panelsOf(part: Part): Part[][] {
  const groups = GROUPS.flatMap((key) => partsOf(part, key));
  return groups.length > 0 ? groups.flatMap(panelsOf) : [flat(part)];
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

/** True for lines and grounds across a panel, which mark one value for all rows. */
function crosses(channels: Channels): boolean {
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
  return panelsOf(spec).flatMap((layers, panel) => {
    const titles = { x: titleOf(layers, "x"), y: titleOf(layers, "y") };
    return layers.flatMap((layer) => {
      const channels = channelsOf(layer);
      const isPlotted = MARKS.includes(markType(layer)) && !crosses(channels);
      if (typeof layer.name !== "string" || !isPlotted) return [];
      const [x, y] = [axisChannel(channels, "x", titles), axisChannel(channels, "y", titles)];
      return x === null && y === null ? [] : [{ name: layer.name, panel, x, y }];
    });
  });
}
