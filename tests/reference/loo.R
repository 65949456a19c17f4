# Leave-one-out by Pareto-smoothed weights, differences of models and stacking weights, by loo.
#
#   Rscript tests/reference/loo.R     (writes loo.json beside this file)
#
# Inputs are formulas, so that no file of draws is needed. With frac the fractional part and logit(p) = log(p/(1 - p)), draw s
# of S has the location m + a logit(frac(s * 0.6180339887498949)) and the log standard deviation
# l + b logit(frac(s * 0.7548776662466927)); the score y_i has the log-likelihood of a normal density there. Weighted draws
# ("ap") have the log ratio -c log(frac(s * 0.5698402909980532)), which loo takes as log_p - log_g. loo's Monte-Carlo error
# is the standard deviation of the logarithm of 1,000 normal quantiles, ours that of the delta method: they differ by the
# second order. Stacking weights are those of loo's optimiser, stopped by constrOptim's own tolerances, with its log score.
suppressMessages({library(loo); library(jsonlite)})
frac <- function(x) x %% 1
logit <- function(p) log(p / (1 - p))
y <- c(2, 3.5, 4, 1.2, 6.5, 3)
models <- list(list(m = 3.3, a = 0.15, l = 0.5, b = 0.05), list(m = 2.2, a = 0.12, l = 0, b = 0.05),
               list(m = 5.2, a = 0.2, l = 0.3, b = 0.08), list(m = 3.1, a = 0.3, l = 0.4, b = 0.15))

log_likelihood <- function(S, model) {
  s <- seq_len(S)
  location <- model$m + model$a * logit(frac(s * 0.6180339887498949))
  sd <- exp(model$l + model$b * logit(frac(s * 0.7548776662466927)))
  sapply(y, function(value) -0.5 * ((value - location) / sd)^2 - log(sd) - 0.5 * log(2 * pi))
}
quiet <- function(expr) suppressMessages(suppressWarnings(expr))
row <- function(fit) {
  p <- fit$pointwise
  list(elpd = unname(p[, "elpd_loo"]), monteCarloError = unname(p[, "mcse_elpd_loo"]),
       paretoShape = fit$diagnostics$pareto_k, total = fit$estimates["elpd_loo", "Estimate"],
       standardError = fit$estimates["elpd_loo", "SE"])
}
entries <- list()
for (S in c(500, 4000)) {
  fits <- lapply(models, function(model) quiet(loo(log_likelihood(S, model), r_eff = rep(1, length(y)))))
  for (k in seq_along(models)) {
    entries[[length(entries) + 1]] <- list(id = sprintf("loo_%d_%d", k, S), `function` = "loo",
      package = paste("loo", packageVersion("loo")), inputs = c(list(y = y, S = S, c = 0), models[[k]]), outputs = row(fits[[k]]))
  }
  compared <- quiet(loo_compare(fits))
  order <- as.integer(sub("model", "", rownames(compared)))
  points <- sapply(fits, function(fit) fit$pointwise[, "elpd_loo"])
  weights <- as.numeric(stacking_weights(points, optim_control = list(reltol = 1e-14)))
  entries[[length(entries) + 1]] <- list(id = sprintf("stacking_%d", S), `function` = "loo_compare; stacking_weights",
    package = paste("loo", packageVersion("loo")), inputs = list(elpds = points),
    outputs = list(difference = unname(compared[order(order), "elpd_diff"]), differenceStandardError = unname(compared[order(order), "se_diff"]),
                   weights = weights, logScore = sum(log(exp(points) %*% weights))))
}
for (c in c(0.2, 0.5)) {
  S <- 4000
  ratio <- -c * log(frac(seq_len(S) * 0.5698402909980532))
  fit <- quiet(loo_approximate_posterior(log_likelihood(S, models[[1]]), log_p = ratio, log_g = rep(0, S)))
  entries[[length(entries) + 1]] <- list(id = sprintf("ap_%g", c), `function` = "loo_approximate_posterior",
    package = paste("loo", packageVersion("loo")), inputs = c(list(y = y, S = S, c = c), models[[1]]), outputs = row(fit))
}
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
write(toJSON(list(software = R.version.string, entries = entries), digits = NA, auto_unbox = TRUE, pretty = 1),
      file.path(dirname(path), "loo.json"))
