// Ten scores around a plateau of relief that wears off; parameters B, logit R, ln h, ln T50, ln D: as in
// tests/bench/native/plateau.hpp.
const days = [-7, 0, 4, 10, 28, 60, 90, 112, 140, 168];
const scores = [9.1, 8.9, 5.4, 3.1, 2.2, 2.1, 3.2, 5.1, 7.6, 8.8];

export const start = [9, 1.1, Math.log(4), Math.log(110), Math.log(50)];

export const model = {
  size: days.length,
  residuals(p, out) {
    const relief = 1 / (1 + Math.exp(-p[1]));
    const rate = Math.LN2 / Math.exp(p[2]);
    const half = Math.exp(p[3]);
    const steepness = Math.log(81) / Math.exp(p[4]);
    for (let i = 0; i < days.length; i++) {
      const day = days[i];
      let r = 0;
      if (day > 0) r = (relief * (1 - Math.exp(-rate * day))) / (1 + Math.exp(steepness * (day - half)));
      out[i] = p[0] * (1 - r) - scores[i];
    }
  },
  jacobian(p, { values }) {
    const relief = 1 / (1 + Math.exp(-p[1]));
    const rate = Math.LN2 / Math.exp(p[2]);
    const half = Math.exp(p[3]);
    const steepness = Math.log(81) / Math.exp(p[4]);
    for (let i = 0; i < days.length; i++) {
      const day = days[i];
      if (day <= 0) {
        values[5 * i] = 1;
        for (let k = 1; k < 5; k++) values[5 * i + k] = 0;
        continue;
      }
      const remaining = Math.exp(-rate * day);
      const z = steepness * (day - half);
      const kept = 1 / (1 + Math.exp(z));
      const r = relief * (1 - remaining) * kept;
      const lost = r * (1 - kept);
      values[5 * i] = 1 - r;
      values[5 * i + 1] = -p[0] * r * (1 - relief);
      values[5 * i + 2] = p[0] * relief * kept * remaining * rate * day;
      values[5 * i + 3] = -p[0] * lost * steepness * half;
      values[5 * i + 4] = -p[0] * lost * z;
    }
  },
};
