import type { ValueAndGradient } from "../../../src/math/derivatives.ts";

/** Moré, Garbow & Hillstrom (1981), ACM Trans Math Softw 7:17–41, problems 1 and 5, and others made for these tests. */

/** 100 (y − x²)² + (1 − x)²: a bent valley, lowest at (1, 1). */
export const rosenbrock: ValueAndGradient = ([x, y], gradient) => {
  const bend = y! - x! * x!;
  gradient[0] = -400 * x! * bend - 2 * (1 - x!);
  gradient[1] = 200 * bend;
  return 100 * bend * bend + (1 - x!) ** 2;
};

/** Beale's function, lowest at (3, ½), nearly flat in the distance. */
export const beale: ValueAndGradient = ([x, y], gradient) => {
  gradient.fill(0);
  let sum = 0;
  [1.5, 2.25, 2.625].forEach((goal, i) => {
    const power = i + 1;
    const miss = goal - x! * (1 - y! ** power);
    sum += miss * miss;
    gradient[0]! -= 2 * miss * (1 - y! ** power);
    gradient[1]! += 2 * miss * x! * power * y! ** (power - 1);
  });
  return sum;
};

/** (x + y − 2)² + tiny · (x − y)²: a long flat valley, lowest at (1, 1). */
export const flatValley: ValueAndGradient = ([x, y], gradient) => {
  const [across, along] = [x! + y! - 2, x! - y!];
  gradient[0] = 2 * across + 2e-8 * along;
  gradient[1] = 2 * across - 2e-8 * along;
  return across * across + 1e-8 * along * along;
};

/** x − ln x − ln(2 − y) − y/4: infinite for x ≤ 0 and for y ≥ 2, lowest at (1, −2). */
export const walled: ValueAndGradient = ([x, y], gradient) => {
  if (!(x! > 0) || !(y! < 2)) return Infinity;
  gradient[0] = 1 - 1 / x!;
  gradient[1] = 1 / (2 - y!) - 0.25;
  return x! - Math.log(x!) - Math.log(2 - y!) - y! / 4;
};
