# Pareto-smoothed weights by loo, and summaries of weighted draws.
#
#   Rscript tests/reference/psis.R     (writes psis.json beside this file)
#
# Inputs are formulas, so that no file of draws is needed: u_i = frac(i * 0.6180339887498949), i = 1..n, and
#   "power":  log weight -k log(u)                        (a Pareto tail of shape k)
#   "cauchy": log weight -x^2/2 + log(1 + x^2), x = tan(pi (u - 1/2))   (Cauchy draws for a normal: bounded weights)
#   "zeros":  as "power", but -Inf where u > .7           (given to loo as -10,000, since it refuses infinities)
# The quantity summarised is x_i = tan(pi (v_i - 1/2) / 2), v_i = frac(i * 0.7548776662466927). From loo: k, the smoothed log
# weights (their largest five and a checksum), the effective sample size, and the weighted mean of x. Of quantiles loo's own
# interpolation is kept beside the weighted type 7 of weighted-quantile.ts, written here again from its definition: a second
# implementation, not other software. Monte-Carlo errors are beside a plain simulation in the unit tests. `equal` has R's own type 7 and posterior's errors of
# equally weighted draws.
suppressMessages({library(loo); library(posterior); library(jsonlite)})
frac <- function(x) x %% 1
probabilities <- c(0.025, 0.25, 0.5, 0.9, 0.975)

log_weights <- function(n, kind, k) {
  u <- frac(seq_len(n) * 0.6180339887498949)
  if (kind == "cauchy") { x <- tan(pi * (u - 0.5)); return(-x^2 / 2 + log1p(x^2)) }
  ifelse(kind == "zeros" & u > 0.7, -1e4, -k * log(u))
}
quantity <- function(n) tan(pi * (frac(seq_len(n) * 0.7548776662466927) - 0.5) / 2)

# Sum over the ordered draws of x times the mass of F7 between cumulative weights, F7 uniform on [(h - 1)/size, h/size];
# size is the number of equal draws whose share below would have the variance of the weighted share.
type7 <- function(x, w, p) {
  o <- order(x); x <- x[o]; w <- w[o] / sum(w)
  t <- cumsum(w); below <- pmin(pmax((p - (t - w)) / w, 0), 1)
  size <- p * (1 - p) / sum(w^2 * (below * (1 - p)^2 + (1 - below) * p^2))
  h <- p * (size - 1) + 1
  F7 <- function(t) pmin(pmax(t * size - h + 1, 0), 1)
  sum(diff(F7(c(0, t))) * x)
}

one <- function(n, kind, k) {
  lw <- log_weights(n, kind, k)
  fit <- suppressWarnings(psis(matrix(lw), r_eff = 1))
  smoothed <- fit$log_weights[, 1]
  w <- as.vector(weights(fit, log = FALSE))
  x <- quantity(n)
  list(id = sprintf("psis_%s_%g_%d", kind, k, n), `function` = "psis; E_loo", package = paste("loo", packageVersion("loo")),
       inputs = list(n = n, kind = kind, k = k, probabilities = probabilities),
       outputs = list(shape = fit$diagnostics$pareto_k, nTail = attr(fit, "tail_len"),
                      largest = tail(sort(smoothed), 5), checksum = sum(exp(smoothed - max(lw))),
                      effectiveSampleSize = fit$diagnostics$n_eff,
                      mean = suppressWarnings(E_loo(x, fit, type = "mean")$value),
                      looQuantiles = suppressWarnings(E_loo(x, fit, type = "quantile", probs = probabilities)$value),
                      type7Quantiles = sapply(probabilities, function(p) type7(x, w, p))))
}
cases <- rbind(expand.grid(n = c(25, 60, 225, 1000, 4800), kind = "power", k = c(0.1, 0.5, 0.7, 1.2)),
               expand.grid(n = c(25, 1000, 4800), kind = "cauchy", k = 0),
               expand.grid(n = c(225, 1000), kind = "zeros", k = 0.6))
entries <- lapply(seq_len(nrow(cases)), function(i) one(cases$n[i], as.character(cases$kind[i]), cases$k[i]))
equal <- lapply(c(5, 100, 4000), function(n) {
  x <- quantity(n)
  list(id = sprintf("equal_%d", n), `function` = "quantile; mcse_quantile", package = paste("posterior", packageVersion("posterior")),
       inputs = list(n = n, probabilities = probabilities),
       outputs = list(quantiles = unname(quantile(x, probabilities)),
                      errors = if (n < 100) NULL else {
                        # posterior's inversion with the sample size in place of its estimate from autocorrelations.
                        sapply(probabilities, function(p) {
                          ends <- qbeta(c(0.1586553, 0.8413447), n * p + 1, n * (1 - p) + 1)
                          s <- sort(x)
                          (s[min(ceiling(ends[2] * n), n)] - s[max(floor(ends[1] * n), 1)]) / 2
                        })
                      }))
})
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
write(toJSON(list(software = R.version.string, entries = c(entries, equal)), digits = NA, auto_unbox = TRUE, pretty = 1),
      file.path(dirname(path), "psis.json"))
