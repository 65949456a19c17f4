import type { ResponseModel } from "../response-model.ts";
import { toNatural, toWorking } from "../working-parameters.ts";

/** Relief at t with its derivatives by each working parameter and, last, by t. */
export type ReliefGradient = (t: number, p: ArrayLike<number>, out: Float64Array) => number;

/**
 * The model's own derivatives, or central differences where it has none (relative error about 1e-9).
 */
export function reliefGradient(model: ResponseModel): ReliefGradient {
  if (model.gradient) return model.gradient.bind(model);
  return (t, p, out) => {
    const natural = Float64Array.from(p);
    model.parameters.forEach((parameter, k) => {
      const working = toWorking(parameter, p[k]!);
      out[k] = difference((offset) => {
        natural[k] = toNatural(parameter, working + offset);
        return model.relief(t, natural);
      }, 1e-3);
      natural[k] = p[k]!;
    });
    out[model.parameters.length] = difference((offset) => model.relief(t + offset, p), 1e-3 * t);
    return model.relief(t, p);
  };
}

function difference(f: (offset: number) => number, step: number): number {
  const wide = (f(step) - f(-step)) / (2 * step);
  const narrow = (f(step / 2) - f(-step / 2)) / step;
  return (4 * narrow - wide) / 3;
}
