import type { VegaLiteSpec } from "../charts/vega-lite-spec.ts";
import { plainText } from "../plain-text.ts";
import type { DraftSpot, Reading } from "./draft-spot.ts";
import { type AxisChannel, type PlottedLayer, plottedLayers } from "./plotted-layers.ts";
import { type PlacedItem, placedItems, type SceneMark } from "./scene.ts";
import { isTime, rowName, spotWords } from "./spot-words.ts";
import { timesAtPlaces } from "./time-at-places.ts";

/** A place in a picture that says what it shows. */
export interface Spot {
  /** Pixels of the picture. */
  x: number;
  y: number;
  /** What is shown there: names, values and units. */
  words: string;
  /** Time on the axis; null where the picture has no axis of time, or several. */
  time: number | null;
}

/** Heads of arrows stand at the edge of a panel: what they point to lies beyond it. */
const ARROWS = /^(?:triangle-(?:left|right|down)|arrow|wedge|M)/u;

const numberOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

function readingOf(channel: AxisChannel | null, { item }: PlacedItem): Reading | null {
  if (channel === null) return null;
  const value = numberOf(item.datum?.[channel.field]);
  const end = channel.end === null ? null : numberOf(item.datum?.[channel.end]);
  if (channel.end === null) return { title: channel.title, value, from: null, to: null };
  return { title: channel.title, value: null, from: value, to: end };
}

/** Adds what another layer knows of the same row. */
function join(first: Reading | null, second: Reading | null): Reading | null {
  if (first === null || second === null) return first ?? second;
  return {
    title: first.title,
    value: first.value ?? second.value,
    from: first.from ?? second.from,
    to: first.to ?? second.to,
  };
}

/** The same row of data in the same panel, or the same row of the layout. */
function keyOf({ panel, x, y }: PlottedLayer, place: PlacedItem): string {
  if (y === null) return `${panel} y ${Math.round(place.y)}`;
  if (x === null) return `${panel} x ${Math.round(place.x)} ${JSON.stringify(place.item.datum)}`;
  return `${panel} ${JSON.stringify(place.item.datum)}`;
}

/** The name of a row on an axis of names; empty where there is none. */
function ownName({ rows }: PlottedLayer, { item }: PlacedItem): string {
  const name = rows === null ? undefined : item.datum?.[rows];
  return typeof name === "string" ? plainText(name) : "";
}

/** What a row says of itself where neither axis does. */
function saidOf({ x, y }: PlottedLayer, { said }: Readonly<Record<string, unknown>>): string {
  return x === null && y === null && typeof said === "string" ? plainText(said) : "";
}

/** How Vega-Lite names the marks of a layer. */
const drawnName = (name: string): string => name.replace(/\W/gu, "_");

function draftsOf(spec: VegaLiteSpec, root: SceneMark, origin: readonly [number, number]): DraftSpot[] {
  const { marks, words } = placedItems(root, origin);
  const drafts = new Map<string, DraftSpot>();
  for (const layer of plottedLayers(spec)) {
    for (const place of marks.get(`${drawnName(layer.name)}_marks`) ?? []) {
      const { opacity, datum, shape = "" } = place.item;
      if (opacity === 0 || datum === undefined || ARROWS.test(shape)) continue;
      const said = saidOf(layer, datum);
      if (said === "" && layer.x === null && layer.y === null) continue;
      const [x, y] = [readingOf(layer.x, place), readingOf(layer.y, place)];
      const isPoint = x?.from == null && y?.from == null;
      const key = said === "" ? keyOf(layer, place) : `${layer.panel} ${said}`;
      const known = drafts.get(key);
      const row =
        layer.y === null && said === "" ? ownName(layer, place) || rowName(words, place, origin[0]) : "";
      if (!known) drafts.set(key, { place, isPoint, x, y, heading: layer.heading, said, row });
      else {
        Object.assign(known, { x: join(known.x, x), y: join(known.y, y) });
        if (isPoint && !known.isPoint) Object.assign(known, { place, isPoint });
      }
    }
  }
  return [...drafts.values()];
}

const tenth = (pixels: number): number => Math.round(10 * pixels) / 10;

/**
 * The places of a picture that say what they show, from left to right; row by row where all stand in rows, and
 * in the order of the data where these say themselves what they show.
 *
 * @param root The outermost mark of the scene that Vega drew from the specification.
 * @param origin Where the drawing begins in the picture, in pixels.
 */
export function spotsOf(spec: VegaLiteSpec, root: SceneMark, origin: readonly [number, number]): Spot[] {
  const drafts = draftsOf(spec, root, origin).flatMap((draft) => {
    const words = spotWords(draft);
    return words === "" ? [] : [{ ...draft, words }];
  });
  const timed = drafts.flatMap(({ place, x }) =>
    x !== null && isTime(x) ? [{ x: place.x, reading: x }] : [],
  );
  const times = timesAtPlaces(timed);
  const timeOf = new Map(timed.map(({ reading }, i) => [reading, times[i]!]));
  const spots = drafts.map(({ place, x, words }) => {
    const time = x === null ? null : (timeOf.get(x) ?? null);
    return { x: tenth(place.x), y: tenth(place.y), words, time };
  });
  if (drafts.every(({ said }) => said !== "")) return spots;
  const inRows = drafts.every(({ y }) => y === null);
  return spots.sort((a, b) => (inRows ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
}
