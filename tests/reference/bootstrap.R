# Bootstrap limits, bias and acceleration by boot, from resamples that any program can draw again.
#
#   Rscript tests/reference/bootstrap.R     (writes bootstrap.json beside this file)
#
# Resample r takes data[floor(n * s / 2147483647) + 1] for the next n numbers s of Park and Miller's generator
# s <- 16807 s mod 2147483647, which starts from s = 1 and is exact in doubles.
# `type7` are the formulas with R's quantile(type = 7); ties of replicates with the estimate count half in `z0`.
# `boot` are boot.ci's limits, from the same replicates: it interpolates order (R + 1) p on the normal scale, and counts no tie.
# `acceleration` is from boot::empinf's jackknife values less their mean: empinf takes the differences from the estimate, which
# is not their mean unless the statistic is linear; Efron & Tibshirani (1993, equation 14.15) center them. The standard error of the mean is sd/sqrt(n); replicates without spread
# have a studentized value of -Inf or Inf (0 where they equal the estimate), which boot.ci would leave out.
suppressMessages({library(boot); library(jsonlite)})
statistics <- list(mean = mean, sd = sd, median = median, ratio = function(x) mean(x) / sd(x))
standard_error <- function(x) sd(x) / sqrt(length(x))

resamples <- function(data, R) {
  n <- length(data); s <- 1
  t(replicate(R, { out <- numeric(n); for (i in seq_len(n)) { s <<- (16807 * s) %% 2147483647; out[i] <- data[floor(n * s / 2147483647) + 1] }; out }))
}
two <- function(t, p, q) unname(quantile(t, c(p, q), type = 7))

one <- function(id, name, data, R, level, studentize = FALSE) {
  f <- statistics[[name]]; drawn <- resamples(data, R); t <- apply(drawn, 1, f); t0 <- f(data)
  tail <- (1 - level) / 2; z <- qnorm(1 - tail)
  object <- boot(data, function(d, i) f(d[i]), R = 2)
  influence <- empinf(data = data, statistic = function(d, i) f(d[i]), stype = "i", type = "jack")
  influence <- influence - mean(influence)
  a <- sum(influence^3) / (6 * sum(influence^2)^1.5)
  close <- 1e-12 * max(abs(t0), diff(range(t)))
  z0 <- qnorm((mean(t < t0 - close) + mean(t <= t0 + close)) / 2)
  w <- pnorm(z0 + (z0 + c(-z, z)) / (1 - a * (z0 + c(-z, z))))
  object$t <- matrix(t); object$R <- R
  by_boot <- boot.ci(object, conf = level, type = c("perc", "basic"))
  limits <- list(percentile = by_boot$percent[4:5], basic = by_boot$basic[4:5])
  type7 <- list(percentile = two(t, tail, 1 - tail), basic = 2 * t0 - rev(two(t, tail, 1 - tail)), bca = two(t, w[1], w[2]))
  tied <- any(abs(t - t0) <= close)
  if (!tied) limits$bca <- boot.ci(object, conf = level, type = "bca", L = influence)$bca[4:5]
  if (studentize) {
    pivot <- ifelse(abs(t - t0) <= close, 0, (t - t0) / apply(drawn, 1, standard_error))
    type7$studentized <- t0 - rev(two(pivot, tail, 1 - tail)) * standard_error(data)
    if (all(is.finite(pivot))) {
      object$t <- cbind(t, apply(drawn, 1, standard_error)^2); object$t0 <- c(t0, standard_error(data)^2)
      limits$studentized <- boot.ci(object, conf = level, type = "stud")$student[4:5]
    }
  }
  list(id = id, `function` = "boot.ci; empinf; quantile", package = paste("boot", packageVersion("boot")),
       inputs = list(statistic = name, data = data, nResamples = R, level = level, studentize = studentize),
       outputs = list(estimate = t0, z0 = z0, acceleration = a, tied = tied, type7 = type7, boot = limits))
}

relief <- c(73, 80, 66, 90, 58, 71, 77, 62, 85, 69, 74, 81, 60, 79, 88, 64, 70, 76, 83, 67)
days <- c(12.3, 20.1, 31.7, 33.4, 40.9, 58.2, 77.7, 141.5)
entries <- list(
  one("mean_5", "mean", relief[1:5], 1999, 0.95, TRUE), one("mean_20", "mean", relief, 1999, 0.95, TRUE),
  one("mean_20_999", "mean", relief, 999, 0.9, TRUE), one("mean_8", "mean", days, 1999, 0.95, TRUE),
  one("mean_8_80", "mean", days, 999, 0.8), one("sd_8", "sd", days, 1999, 0.95), one("sd_20", "sd", relief, 999, 0.95),
  one("median_8", "median", days, 1999, 0.95), one("median_5", "median", relief[6:10], 1999, 0.9), one("ratio_20", "ratio", relief, 1999, 0.95),
  one("mean_signed", "mean", c(-3, -2.5, -0.2, 0.1, 4.7, 6.1), 1999, 0.95),
  one("mean_6", "mean", c(2, 3, 5, 9, 17, 60), 1999, 0.95, TRUE))
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
write(toJSON(list(software = R.version.string, entries = entries), digits = NA, auto_unbox = TRUE), file.path(dirname(path), "bootstrap.json"))
