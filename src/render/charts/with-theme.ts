import { type ChartTheme, type ColorRole, color } from "./theme.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

type Json = { readonly [key: string]: unknown };

/** The part that a colour plays, for charts name no others. */
const ROLES = new Map<unknown, ColorRole>(
  (Object.entries(color) as [ColorRole, string][]).map(([role, hex]) => [hex, role]),
);

/** Properties that hold colours, and those of colour encodings; words of a user never stand there. */
const HOLDS_COLOR = /colou?r$|^(?:fill|stroke|hue|background|value)$/iu;

/** In pixels; wider rules of a key stand for intervals. */
const THICKEST_LINE = 2.5;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/**
 * Draws a chart in another theme: the same marks and words, in its colours and with its dashes.
 *
 * Lines that have no dash get that of their colour's part, so that no two differ by colour alone.
 *
 * @param spec What a chart function returned, in the light theme.
 * @returns A new specification; the given one stays as it is.
 * @example
 * withTheme(responseCurveChart(result), printTheme).background; // "#ffffff"
 */
export function withTheme(spec: VegaLiteSpec, theme: ChartTheme): VegaLiteSpec {
  return themed(spec, theme) as VegaLiteSpec;
}

function themed(value: unknown, theme: ChartTheme, key = ""): unknown {
  if (Array.isArray(value)) return value.map((entry) => themed(entry, theme, key));
  if (isObject(value)) {
    const dashed = isDashable(value) ? { ...value, ...dashesOf(value, theme) } : value;
    return Object.fromEntries(
      Object.entries(dashed).map(([name, entry]) => [name, themed(entry, theme, name)]),
    );
  }
  const role = HOLDS_COLOR.test(key) ? ROLES.get(value) : undefined;
  return role === undefined ? value : theme.colors[role];
}

type Layer = Json & { mark: Json; encoding: Json };

/** Lines, and the rules that stand for them in a key. */
function isDashable(part: Json): part is Layer {
  const { name, mark, encoding } = part;
  if (!isObject(mark) || !isObject(encoding) || "strokeDash" in mark || "strokeDash" in encoding)
    return false;
  const isLine = mark.type === "line" && mark.filled !== true;
  const isThin = Number(mark.strokeWidth ?? 1) <= THICKEST_LINE;
  return isLine || (mark.type === "rule" && isThin && String(name ?? "").startsWith("key"));
}

/** The dash of a layer of one colour, or of each colour where a field names them. */
function dashesOf({ mark, encoding }: Layer, { colors, dashes }: ChartTheme): Json {
  const own = ROLES.get(mark.color ?? mark.stroke);
  if (own !== undefined) {
    const dash = dashes[own];
    return dash ? { mark: { ...mark, strokeDash: dash } } : {};
  }
  const hue = encoding.color;
  if (!isObject(hue) || typeof hue.field !== "string" || hue.scale !== null) return {};
  const roles = Object.keys(dashes) as ColorRole[];
  if (roles.length === 0) return {};
  const condition = roles.map((role) => ({
    test: `datum['${hue.field}'] === '${colors[role]}'`,
    value: dashes[role],
  }));
  return { encoding: { ...encoding, strokeDash: { condition, value: [1, 0] } } };
}
