# Intervals for one proportion by base R.
#
#   Rscript tests/reference/proportions.R     (writes proportions.json beside this file)
#
# prop.test for Wilson with and without continuity correction (R takes no correction off at exactly half, so such counts are
# left out there), binom.test for Clopper–Pearson, qbeta for posteriors, uniroot for mid-P and the likelihood ratio, and for
# Blaker and Sterne a search of the acceptability functions on a grid of 2e-5, refined by bisection: first and last
# proportion with a value of at least 1 − level.
suppressMessages(library(jsonlite))

blaker_value <- function(p, x, n) {
  k <- 0:n; d <- dbinom(k, n, p); smaller <- pmin(cumsum(d), rev(cumsum(rev(d))))
  sum(d[smaller <= smaller[x + 1] * (1 + 1e-12)])
}
sterne_value <- function(p, x, n) { d <- dbinom(0:n, n, p); sum(d[d <= d[x + 1] * (1 + 1e-12)]) }

# The limit between a rejected and an accepted proportion: a crossing or a jump, by bisection of the decision.
edge <- function(value, x, n, alpha, out, inside) {
  for (i in 1:60) { middle <- (out + inside) / 2; if (value(middle, x, n) >= alpha) inside <- middle else out <- middle }
  inside
}
searched <- function(value, x, n, level) {
  grid <- seq(0, 1, by = 2e-5); alpha <- 1 - level
  accepted <- which(vapply(grid, function(p) value(p, x, n) >= alpha, TRUE))
  first <- accepted[1]; last <- accepted[length(accepted)]
  c(if (first == 1) 0 else edge(value, x, n, alpha, grid[first - 1], grid[first]),
    if (last == length(grid)) 1 else edge(value, x, n, alpha, grid[last + 1], grid[last]))
}
root <- function(f, a, b) uniroot(f, c(a, b), tol = 1e-15, maxiter = 10000)$root
mid_p <- function(x, n, level) {
  a <- (1 - level) / 2
  c(if (x == 0) 0 else root(function(p) pbinom(x, n, p, FALSE) + dbinom(x, n, p) / 2 - a, 0, 1),
    if (x == n) 1 else root(function(p) pbinom(x - 1, n, p) + dbinom(x, n, p) / 2 - a, 0, 1))
}
ratio <- function(x, n, level) {
  drop <- qchisq(level, 1) / 2; top <- dbinom(x, n, x / n, TRUE)
  f <- function(p) top - dbinom(x, n, p, TRUE) - drop
  c(if (x == 0) 0 else root(f, 1e-300, x / n), if (x == n) 1 else root(f, x / n, 1 - 1e-16))
}
posterior <- function(x, n, level, prior) qbeta(c((1 - level) / 2, (1 + level) / 2), x + prior, n - x + prior)

case <- function(x, n, level) list(
  id = sprintf("r.%d_%d_%g", x, n, level), `function` = "prop.test, binom.test, qbeta, uniroot, search",
  package = paste0("stats@", getRversion()), inputs = list(x = x, n = n, level = level), outputs = list(
    wilson = suppressWarnings(as.numeric(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)),
    wilson_cc = if (2 * x != n) suppressWarnings(as.numeric(prop.test(x, n, conf.level = level)$conf.int)) else NA,
    clopper_pearson = as.numeric(binom.test(x, n, conf.level = level)$conf.int),
    jeffreys_equal_tailed = posterior(x, n, level, 0.5), uniform_beta_equal_tailed = posterior(x, n, level, 1),
    mid_p = mid_p(x, n, level), likelihood_ratio = ratio(x, n, level),
    blaker = searched(blaker_value, x, n, level), minlike_sterne = searched(sterne_value, x, n, level)))
counts <- list(c(0, 3), c(1, 3), c(2, 3), c(3, 3), c(2, 6), c(3, 6), c(1, 10), c(5, 10), c(9, 10), c(4, 17), c(1, 40), c(37, 41))
cases <- c(lapply(counts, function(x) case(x[1], x[2], 0.95)), lapply(counts[1:9], function(x) case(x[1], x[2], 0.8)),
           lapply(counts[4:12], function(x) case(x[1], x[2], 0.99)))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
lines <- vapply(cases, toJSON, "", auto_unbox = TRUE, digits = 15, na = "null")
writeLines(c(sprintf('{"software":"%s","entries":[', R.version.string), paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(here, "proportions.json"))
