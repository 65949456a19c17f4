/** The coefficients B_2k/(2k (2k − 1)) of Stirling's series: DLMF 5.11.1. */
const STIRLING: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

/** Stirling's series at a + b minus that at a, every power differenced by itself, for a ≥ 10. */
function seriesDifference(a: number, b: number): number {
  const u = 1 / a;
  const v = 1 / (a + b);
  const first = -b * u * v;
  const second = first * (u + v);
  let power = u;
  let difference = first; // v^k − u^k
  let sum = 0;
  for (const coefficient of STIRLING) {
    sum += coefficient * difference;
    difference = v * v * difference + second * power;
    power *= u * u;
  }
  return sum;
}

/**
 * ln Γ(a + b) − ln Γ(a), with an error relative to b (1 + |ln a|), however small b or large a.
 *
 * @param a > 0.
 * @param b In (0, 1].
 * @see DLMF 5.5.1 up to a = 10, 5.11.1 beyond; the idea of ALGDIV in Didonato & Morris (1992), ACM Trans Math Softw
 * 18:360–373, algorithm 708. doi:10.1145/131766.131776
 * @example
 * logGammaDifference(1e8, 0.5); // ½ ln 1e8 − 1.25e-9
 */
export function logGammaDifference(a: number, b: number): number {
  let raised = a;
  let excess = 0; // Π (1 + b/(a + j)) − 1
  for (; raised < 10; raised++) excess += (1 + excess) * (b / raised);
  const ratio = b / raised;
  const stirling =
    (raised + b - 0.5) * Math.log1p(ratio) - b + b * Math.log(raised) + seriesDifference(raised, b);
  if (excess === 0) return stirling;
  return stirling - (excess < Number.MAX_VALUE ? Math.log1p(excess) : Math.log(b) - Math.log(a));
}
