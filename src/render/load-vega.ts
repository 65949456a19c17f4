/** What pictures are drawn with. */
interface Vega {
  vega: typeof import("vega");
  vegaLite: typeof import("vega-lite");
  expressionInterpreter: typeof import("vega-interpreter").expressionInterpreter;
}

/** Loads Vega, which takes as long as to draw a picture: only where one is asked for. */
export async function loadVega(): Promise<Vega> {
  const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  return { vega, vegaLite, expressionInterpreter };
}
