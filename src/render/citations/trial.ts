/** Where the methods of a trial's report come from, as they are cited. */
export const TRIAL = {
  randomizationTest:
    "Edgington ES, Onghena P. Randomization Tests, 4th ed. Boca Raton: Chapman & Hall/CRC; 2007.",
  monteCarlo:
    "Phipson B, Smyth GK. Permutation P-values should never be zero: calculating exact P-values when permutations are randomly drawn. Stat Appl Genet Mol Biol 2010;9:39. doi:10.2202/1544-6115.1585",
  inversion:
    "Garthwaite PH. Confidence intervals from randomization tests. Biometrics 1996;52:1387–1393. doi:10.2307/2532852",
  effectSizes:
    "Pustejovsky JE. Procedural sensitivities of effect sizes for single-case designs with directly observed behavioral outcome measures. Psychol Methods 2019;24:217–235. doi:10.1037/met0000179",
  estimand:
    "ICH E9(R1). Addendum on estimands and sensitivity analysis in clinical trials. International Council for Harmonisation; 2019.",
  rates:
    "Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437–442. doi:10.1093/biomet/28.3-4.437",
  reporting:
    "Vohra S, Shamseer L, Sampson M, et al. CONSORT extension for reporting N-of-1 trials (CENT) 2015 statement. BMJ 2015;350:h1738. doi:10.1136/bmj.h1738",
} as const;
