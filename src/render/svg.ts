import type { TopLevelSpec } from "vega-lite";
import type { VegaLiteSpec } from "./charts/vega-lite-spec.ts";
import type { SceneMark } from "./interactive/scene.ts";
import { loadVega } from "./load-vega.ts";
import { plainLines } from "./plain-text.ts";
import { labelSvg } from "./svg-label.ts";

/** A picture with the scene that it was drawn from. */
export interface DrawnScene {
  svg: string;
  root: SceneMark;
  /** Where the drawing begins in the picture, in pixels. */
  origin: readonly [number, number];
}

/** Options of `toSvg`. */
export interface ToSvgOptions {
  /** Called with each warning of Vega and Vega-Lite; by default warnings are dropped. */
  onWarning?: (message: string) => void;
}

/** A logger for Vega: warnings are handed on, errors thrown, and nothing is written to the console. */
function quietLogger(onWarning: (message: string) => void) {
  const logger = {
    level: (_level?: number) => logger,
    error(...messages: unknown[]): never {
      throw new Error(messages.map(String).join(" "));
    },
    warn(...messages: unknown[]) {
      onWarning(messages.map(String).join(" "));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

/**
 * Draws a Vega-Lite specification as SVG: without canvas, DOM or `eval`, and without loading anything.
 *
 * Equal specifications give equal bytes. The picture carries its title and description for screen readers.
 *
 * @param spec With its data inline.
 * @returns One `<svg>` element.
 * @throws {Error} when the specification cannot be drawn or names data to load.
 * @example
 * const svg = await toSvg(responseCurveChart(result));
 */
export async function toSvg(spec: VegaLiteSpec, options: ToSvgOptions = {}): Promise<string> {
  return (await drawScene(spec, options)).svg;
}

/** Draws as `toSvg` does, and keeps what was drawn where. */
export async function drawScene(spec: VegaLiteSpec, options: ToSvgOptions = {}): Promise<DrawnScene> {
  const { vega, vegaLite, expressionInterpreter } = await loadVega();
  const logger = quietLogger(options.onWarning ?? (() => {}));
  // A copy, since Vega marks the rows that it is given; what a file said is text in it.
  const copy = JSON.parse(JSON.stringify(spec), (_, value) =>
    typeof value === "string" ? plainLines(value) : value,
  ) as unknown as TopLevelSpec;
  const compiled = vegaLite.compile(copy, { logger });
  const refused: string[] = [];
  const refuse = (uri: string): Promise<never> => {
    refused.push(uri);
    return Promise.reject(new Error("nothing is loaded"));
  };
  const loader = { ...vega.loader(), load: refuse, sanitize: refuse };
  const view = new vega.View(vega.parse(compiled.spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "none",
    loader,
    logger,
  });
  try {
    const svg = await view.toSVG();
    if (refused.length > 0)
      throw new Error(`Cannot draw a chart that loads data or pictures: found "${refused[0]}"`);
    const { root } = view.scenegraph() as unknown as { root: SceneMark };
    const [[x, y], padding] = [view.origin(), view.padding()];
    const edge = typeof padding === "number" ? { left: padding, top: padding } : padding;
    return { svg: labelSvg(svg, spec), root, origin: [x + (edge.left ?? 0), y + (edge.top ?? 0)] };
  } finally {
    view.finalize();
  }
}
