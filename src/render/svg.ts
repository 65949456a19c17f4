import type { TopLevelSpec } from "vega-lite";
import type { VegaLiteSpec } from "./charts/vega-lite-spec.ts";
import { labelSvg } from "./svg-label.ts";

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
  const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  const logger = quietLogger(options.onWarning ?? (() => {}));
  // A copy, since Vega marks the rows that it is given.
  const copy = JSON.parse(JSON.stringify(spec)) as unknown as TopLevelSpec;
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
    return labelSvg(svg, spec);
  } finally {
    view.finalize();
  }
}
