import { parentPort } from "node:worker_threads";
import type { VegaLiteSpec } from "../render/charts/vega-lite-spec.ts";
import { loadVega } from "../render/load-vega.ts";
import { toSvg } from "../render/svg.ts";
import type { DrawnPicture } from "./draw-beside.ts";

const answer = (drawn: DrawnPicture): void => parentPort!.postMessage(drawn);

// A thread of its own for pictures. What it draws with is loaded before the first one is asked for.
void loadVega();
parentPort!.on("message", ({ index, spec }: { index: number; spec: VegaLiteSpec }) => {
  toSvg(spec).then(
    (svg) => answer({ index, svg }),
    (error: unknown) => answer({ index, error: error instanceof Error ? error.message : String(error) }),
  );
});
