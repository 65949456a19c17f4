# Kaplan-Meier curves, their quantiles, bands and restricted means, log-rank tests and Turnbull masses, by survival, km.ci
# and npsurv, and the law of a Brownian bridge's supremum by finite differences.
#
#   Rscript tests/reference/relapse-nonparametric.R     (writes relapse-nonparametric.json beside this file)
#
# A row is (lower, upper], exact where the two are equal, and not yet relapsed where upper is null. npsurv takes (lower,
# upper] with exact times as points, like nof1. km.ci reads the critical values of its bands from the tables of Klein &
# Moeschberger and interpolates in them, so nof1's own are compared with the tables themselves, at their nodes; those for
# equal precision are the approximation of Miller & Siegmund, whose formula is checked here. The exact law is computed a
# second way: the density of the process absorbed at the bounds, by Crank-Nicolson steps with Richardson's extrapolation.
suppressMessages({library(survival); library(km.ci); library(npsurv); library(jsonlite)})
version <- function(p) paste(p, packageVersion(p))
entries <- list()
add <- function(...) entries[[length(entries) + 1]] <<- list(...)
na_null <- function(x) lapply(unname(x), function(v) if (is.na(v)) NULL else v)

exact_sets <- list(
  ties = list(time = c(30, 30, 45, 45, 60, 60, 90, 120), status = c(1, 0, 1, 1, 1, 0, 1, 0)),
  complete_10 = list(time = c(12, 25, 31, 40, 55, 61, 78, 90, 104, 130), status = rep(1, 10)),
  early_censoring = list(time = c(5, 10, 22, 30, 41, 55, 70), status = c(0, 0, 1, 1, 0, 1, 1)),
  late_plateau = list(time = c(20, 35, 50, 65, 80, 95), status = c(1, 1, 1, 0, 0, 0)),
  one_relapse = list(time = c(40, 60, 80), status = c(0, 1, 0)),
  twelve = list(time = c(33, 41, 47, 58, 66, 66, 79, 85, 97, 101, 140, 151), status = c(1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1)))
kinds <- c("log-log", "log", "logit", "arcsin", "plain")
for (name in names(exact_sets)) for (level in c(0.9, 0.95)) {
  set <- exact_sets[[name]]
  limits <- list()
  for (kind in kinds) {
    fit <- survfit(Surv(set$time, set$status) ~ 1, conf.type = kind, conf.int = level)
    q <- quantile(fit, c(0.5, 0.25, 0.75, 0.4))
    limits[[kind]] <- list(lower = na_null(fit$lower), upper = na_null(fit$upper),
                           quantile = na_null(q$quantile), quantileLower = na_null(q$lower), quantileUpper = na_null(q$upper))
  }
  known <- if (set$status[which.max(set$time)] == 1) max(set$time) + 20 else max(set$time)
  taus <- c(50, known)
  means <- lapply(taus, function(tau) unname(survival:::survmean(fit, rmean = tau)$matrix[c("rmean", "se(rmean)")]))
  add(id = sprintf("curve_%s_%g", name, level), `function` = "survfit, quantile, survmean", package = version("survival"),
      inputs = c(set, list(level = level, p = c(0.5, 0.25, 0.75, 0.4), taus = taus)),
      outputs = list(time = fit$time, nAtRisk = fit$n.risk, nEvents = fit$n.event, nCensored = fit$n.censor, survival = fit$surv,
                     errorOfLog = na_null(ifelse(is.finite(fit$std.err), fit$std.err, NA)), cumulativeHazard = fit$cumhaz,
                     cumulativeHazardError = fit$std.chaz, limits = limits, means = do.call(rbind, means)))
}

groups <- list(
  two_small = list(time = c(20, 31, 40, 44, 55, 70, 90, 90), status = c(1, 1, 1, 0, 1, 1, 1, 0), group = c(1, 1, 1, 1, 2, 2, 2, 2)),
  two_tied = list(time = c(30, 30, 60, 60, 30, 60, 90, 90, 120), status = c(1, 1, 1, 0, 1, 1, 1, 1, 0), group = c(1, 1, 1, 1, 2, 2, 2, 2, 2)),
  three = list(time = c(10, 43, 51, 52, 20, 31, 40, 44, 55, 70, 90), status = c(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1),
               group = c(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3)),
  one_never_at_risk = list(time = c(3, 4, 20, 31, 40, 55, 70), status = c(0, 0, 1, 1, 1, 1, 1), group = c(1, 1, 2, 2, 2, 3, 3)))
# Every way in which the labels can fall, by their statistic sum(T^2/n) of Nelson log-rank scores.
all_labels <- function(sizes) {
  if (length(sizes) == 1) return(matrix(1, 1, sizes))
  chosen <- combn(sum(sizes), sizes[1])
  rest <- all_labels(sizes[-1])
  do.call(rbind, lapply(seq_len(ncol(chosen)), function(i) t(apply(rest, 1, function(r) {
    label <- numeric(sum(sizes)); label[chosen[, i]] <- 1; label[-chosen[, i]] <- r + 1; label }))))
}
for (name in names(groups)) {
  set <- groups[[name]]
  test <- survdiff(Surv(time, status) ~ group, set)
  df <- sum(test$exp > 0) - 1
  pooled <- survfit(Surv(time, status) ~ 1, set)
  score <- set$status - pooled$cumhaz[match(set$time, pooled$time)]
  statistic <- function(label) sum(tapply(score, label, sum)^2 / tapply(score, label, length))
  values <- apply(all_labels(as.vector(table(set$group))), 1, statistic)
  add(id = paste0("logrank_", name), `function` = "survdiff; enumeration of labels", package = version("survival"), inputs = set,
      outputs = list(observed = unname(test$obs), expected = unname(test$exp), chiSquared = test$chisq, degreesOfFreedom = df,
                     pValue = pchisq(test$chisq, df, lower.tail = FALSE), nAssignments = length(values),
                     exactPValue = mean(values >= statistic(set$group) - 1e-9)))
}

set.seed(20040601)
visits <- function(n, exact) {
  rows <- t(sapply(seq_len(n), function(i) {
    time <- round(rweibull(1, 1.8, 120))
    if (runif(1) < exact) return(c(time, time))
    days <- cumsum(c(0, round(runif(12, 15, 45))))
    c(max(days[days < time]), min(c(days[days >= time], Inf)))
  }))
  list(lower = rows[, 1], upper = rows[, 2])
}
spans <- list(visits_4 = visits(4, 0), visits_8 = visits(8, 0), mixed_12 = visits(12, 0.3), visits_25 = visits(25, 0), mixed_50 = visits(50, 0.2),
              touching = list(lower = c(2, 4, 2, 4), upper = c(4, 6, 6, 6)),
              exact_at_end = list(lower = c(2, 4, 4, 4), upper = c(4, 4, 6, Inf)),
              left_censored = list(lower = c(0, 0, 5, 10, 10), upper = c(5, 12, 20, 15, Inf)))
for (name in names(spans)) {
  set <- spans[[name]]
  fit <- npsurv(cbind(set$lower, set$upper), tol = 1e-14)
  # exact times of npsurv are points; its intervals are (left, right]
  kept <- fit$f$p > 1e-9
  add(id = paste0("masses_", name), `function` = "npsurv (constrained Newton method)", package = version("npsurv"),
      inputs = list(lower = set$lower, upper = na_null(ifelse(is.finite(set$upper), set$upper, NA))),
      outputs = list(lower = fit$f$left[kept], upper = na_null(ifelse(is.finite(fit$f$right), fit$f$right, NA)[kept]),
                     probability = fit$f$p[kept], logLikelihood = fit$ll))
}

tables <- list(`hall-wellner` = list(table = critical.value.hall.95, from = function(j) 0.02 * (j - 1)),
               `equal-precision` = list(table = critical.value.nair.95, from = function(j) 0.02 * j))
for (name in names(tables)) {
  t <- tables[[name]]
  nodes <- expand.grid(i = c(1, 6, 16, 26, 36, 41, 45), j = c(1, 3, 6, 11, 21, 30))
  nodes <- nodes[!is.na(t$table[cbind(nodes$i, nodes$j)]), ]
  add(id = paste0("table_", name), `function` = "critical values at 95 % from Klein & Moeschberger's tables", package = version("km.ci"),
      inputs = list(from = t$from(nodes$j), to = 0.1 + 0.02 * (nodes$i - 1)), outputs = list(criticalValue = t$table[cbind(nodes$i, nodes$j)]))
}

# P(|U| <= c over a length) for the stationary process with correlation exp(-s): f' = f'' - x f', with f = 0 at -c and c.
absorbed <- function(c, length, cells, steps) {
  x <- seq(-c, c, length.out = cells + 1)[2:cells]
  h <- 2 * c / cells
  generator <- matrix(0, cells - 1, cells - 1)
  diag(generator) <- -2 / h^2
  for (i in seq_len(cells - 2)) { generator[i, i + 1] <- 1 / h^2 - x[i] / (2 * h); generator[i + 1, i] <- 1 / h^2 + x[i + 1] / (2 * h) }
  eye <- diag(cells - 1)
  k <- length / steps
  # f(x) = P(stays | U = x) solves the backward equation; two implicit half steps first, since f starts with a jump.
  f <- rep(1, cells - 1)
  half <- solve(eye - 0.25 * k * generator)
  for (i in 1:4) f <- half %*% f
  step <- solve(eye - 0.5 * k * generator, eye + 0.5 * k * generator)
  for (i in seq_len(steps - 1)) f <- step %*% f
  weights <- rep(c(4, 2), length.out = cells - 1) * h / 3   # Simpson; f is 0 at the ends
  sum(weights * dnorm(x) * f)
}
laws <- list(c(2.5, 0.1, 0.6), c(2.9769, 0.15, 0.85), c(3.2, 0.02, 0.98), c(1.96, 0.4, 0.6))
for (law in laws) {
  span <- 0.5 * log(law[3] * (1 - law[2]) / (law[2] * (1 - law[3])))
  coarse <- absorbed(law[1], span, 200, 200)
  middle <- absorbed(law[1], span, 400, 400)
  fine <- absorbed(law[1], span, 800, 800)
  first <- c(middle + (middle - coarse) / 3, fine + (fine - middle) / 3)
  add(id = sprintf("stays_%g_%g_%g", law[1], law[2], law[3]), `function` = "finite differences", package = "base",
      inputs = list(c = law[1], from = law[2], to = law[3]),
      outputs = list(probability = first[2], change = abs(first[2] - first[1])))
}
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
write(toJSON(list(software = R.version.string, entries = entries), digits = NA, auto_unbox = TRUE, null = "null", pretty = 1),
      file.path(dirname(path), "relapse-nonparametric.json"))
