// The model of `fitCohort` with the full posterior, written for Stan: relief and half-loss day vary between patients, the
// rest is shared, every patient has their own baseline, effects are non-centred, scores are read in steps.
data {
  int<lower=1> n;
  int<lower=1> n_patients;
  int<lower=1, upper=n_patients> patient[n];
  vector[n] t;
  vector[n] score_from;
  vector[n] score_to;
  vector[n_patients] baseline_mean;
}
parameters {
  real mean_logit_relief;
  real mean_log_half_lost;
  real log_onset;
  real log_duration;
  real log_sd;
  real<lower=0> spread_relief;
  real<lower=0> spread_half_lost;
  vector[n_patients] baseline;
  vector[n_patients] z_relief;
  vector[n_patients] z_half_lost;
}
model {
  vector[n_patients] relief = inv_logit(mean_logit_relief + spread_relief * z_relief);
  vector[n_patients] half_lost = exp(mean_log_half_lost + spread_half_lost * z_half_lost);
  real steepness = log(81) * exp(-log_duration);
  real rate = log2() * exp(-log_onset);
  real sd_score = exp(log_sd);

  mean_logit_relief ~ normal(0.85, 1.1);
  mean_log_half_lost ~ normal(log(105), 0.4);
  log_onset ~ normal(log(4), 0.6);
  log_duration ~ normal(log(60), 0.5);
  log_sd ~ normal(log(0.8), 0.4);
  spread_relief ~ normal(0, 1);
  spread_half_lost ~ normal(0, 0.5);
  baseline ~ normal(baseline_mean, 1);
  z_relief ~ std_normal();
  z_half_lost ~ std_normal();

  for (i in 1:n) {
    int p = patient[i];
    real share = t[i] <= 0 ? 0
      : relief[p] * -expm1(-rate * t[i]) * inv_logit(-steepness * (t[i] - half_lost[p]));
    real mu = baseline[p] * (1 - share);
    // Above the middle the tails are reflected, so that neither probability is near 1.
    if (mu < 0.5 * (score_from[i] + score_to[i]))
      target += log_diff_exp(normal_lcdf((mu - score_from[i]) / sd_score | 0, 1), normal_lcdf((mu - score_to[i]) / sd_score | 0, 1));
    else
      target += log_diff_exp(normal_lcdf((score_to[i] - mu) / sd_score | 0, 1), normal_lcdf((score_from[i] - mu) / sd_score | 0, 1));
  }
}
