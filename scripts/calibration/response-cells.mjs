// The study of method.md: visits, truths, and what is asked of each patient.
export const visits = {
  4: [0, 14, 90, 180],
  6: [0, 7, 14, 60, 105, 180],
  8: [-7, 0, 7, 14, 45, 90, 120, 180],
  12: [-14, -7, 0, 3, 7, 14, 30, 60, 90, 120, 150, 180],
};

const typical = { baseline: 9, curve: [0.8, 4, 105, 60], residualSd: 0.8 };

/** Curves are R, h, T50, D of the plateau model; `fromPrior` draws all of it, the spike included, from the priors. */
export const truths = [
  { name: "typical", ...typical },
  { name: "slow wear-off", ...typical, curve: [0.6, 4, 200, 120] },
  { name: "early relapse", ...typical, curve: [0.7, 4, 40, 25] },
  { name: "weak effect", ...typical, curve: [0.25, 4, 105, 60] },
  { name: "no effect", ...typical, curve: [0, 4, 105, 60] },
  { name: "noisy", ...typical, residualSd: 1.6 },
  { name: "correlated, φ .5 a day", ...typical, serialCorrelation: 0.5 },
  { name: "correlated, φ .97 a day", ...typical, serialCorrelation: 0.97 },
  { name: "drawn from the prior", fromPrior: true },
];

export const quantities = ["relief", "T50", "relapseDay", "reliefDays"];
