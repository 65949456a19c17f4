import type { VegaLiteSpec } from "../../src/render/charts/index.ts";

type Row = Readonly<Record<string, unknown>>;

/** One mark of a specification with the rows that its filters leave. */
export interface SpecLayer {
  name: string | undefined;
  mark: string;
  rows: readonly Row[];
}

interface Part {
  name?: string;
  mark?: string | { type: string };
  data?: { name?: string; values?: readonly Row[] };
  datasets?: Readonly<Record<string, readonly Row[]>>;
  transform?: readonly { filter: string }[];
  layer?: readonly Part[];
  hconcat?: readonly Part[];
  vconcat?: readonly Part[];
  concat?: readonly Part[];
}

interface Around {
  rows: readonly Row[];
  datasets: Readonly<Record<string, readonly Row[]>>;
}

/** A layer without data is meant to draw one mark; Vega-Lite draws none, in silence. */
const NO_DATA: readonly Row[] = [{}];

const isValid = (value: unknown): boolean => value !== null && value !== undefined && !Number.isNaN(value);

function kept(rows: readonly Row[], transforms: Part["transform"] = []): readonly Row[] {
  return transforms.reduce((left, transform) => {
    if (Object.keys(transform).join() !== "filter" || typeof transform.filter !== "string")
      throw new Error(`A law counts rows of filters only, found ${JSON.stringify(transform)}`);
    const keeps = new Function("datum", "isValid", `return (${transform.filter})`);
    return left.filter((datum) => keeps(datum, isValid));
  }, rows);
}

function walk(part: Part, around: Around): SpecLayer[] {
  const datasets = { ...around.datasets, ...part.datasets };
  const { data } = part;
  const own = data?.values ?? (data?.name === undefined ? around.rows : (datasets[data.name] ?? []));
  const rows = kept(own, part.transform);
  const parts = [part.layer, part.hconcat, part.vconcat, part.concat].flatMap((list) => list ?? []);
  const inner = parts.flatMap((one) => walk(one, { rows, datasets }));
  if (part.mark === undefined) return inner;
  const mark = typeof part.mark === "string" ? part.mark : part.mark.type;
  return [{ name: part.name, mark, rows }, ...inner];
}

/** Every layer of a specification; several of one name, in different panels, are taken together. */
export function layersOf(spec: VegaLiteSpec): SpecLayer[] {
  const layers = new Map<string, SpecLayer>();
  for (const layer of walk(spec as Part, { rows: NO_DATA, datasets: {} })) {
    const key = layer.name ?? `unnamed ${layers.size}`;
    layers.set(key, { ...layer, rows: [...(layers.get(key)?.rows ?? []), ...layer.rows] });
  }
  return [...layers.values()];
}
