# Diagnostics of Markov chains by posterior (Vehtari et al. 2021).
#
#   Rscript tests/reference/mcmc-diagnostics.R     (writes mcmc-diagnostics.json beside this file)
#
# Inputs are formulas, so that no file of draws is needed. Uniforms are those of the minimal standard generator,
# s <- 16807 s mod (2^31 - 1), u = s / (2^31 - 1), from the seed 1000 m + 7 for chain m = 1, 2, ...; z = qnorm(u). Chains of n draws:
#   "independent" z      "autoregressive" x_i = .9 x_{i-1} + z_i, x_0 = 0     "antithetic" x_i = -.6 x_{i-1} + z_i
#   "shifted" z + m/2    "scaled" (1 + m) z    "cauchy" tan(pi (u - 1/2))     "rounded" floor(2 z)    "drifting" z + 3 i/n
# rHat is of posterior's own steps, with one change: the two middle draws of an even number are equally far from the median, and
# share a rank; posterior's own answer, where a rounding may separate them, is beside it as rHatPosterior.
suppressMessages({library(posterior); library(jsonlite)})
probabilities <- c(0.025, 0.5, 0.9)

uniforms <- function(n, m) {
  s <- 1000 * m + 7
  sapply(seq_len(n), function(i) { s <<- (16807 * s) %% 2147483647; s / 2147483647 })
}
recursive <- function(z, phi) Reduce(function(x, z) phi * x + z, z, accumulate = TRUE)
kinds <- list(
  independent = function(u, m) qnorm(u),
  autoregressive = function(u, m) recursive(qnorm(u), 0.9),
  antithetic = function(u, m) recursive(qnorm(u), -0.6),
  shifted = function(u, m) qnorm(u) + m / 2,
  scaled = function(u, m) (1 + m) * qnorm(u),
  cauchy = function(u, m) tan(pi * (u - 0.5)),
  rounded = function(u, m) floor(2 * qnorm(u)),
  drifting = function(u, m) qnorm(u) + 3 * seq_along(u) / length(u)
)

r_hat <- function(x) {
  folded <- abs(x - median(x)); S <- length(x); middle <- order(x)[c(ceiling((S + 1) / 2), floor((S + 1) / 2))]
  folded[middle] <- abs(diff(x[middle])) / 2
  basic <- function(x) posterior:::.rhat(posterior:::z_scale(posterior:::.split_chains(x)))
  max(basic(x), basic(folded))
}

one <- function(kind, n, chains) {
  x <- sapply(seq_len(chains), function(m) kinds[[kind]](uniforms(n, m), m))
  q <- function(p) unname(suppressWarnings(mcse_quantile(x, p)))
  list(id = sprintf("%s_%dx%d", kind, chains, n), `function` = "rhat; ess_bulk; ess_tail; mcse_mean; mcse_sd; mcse_quantile",
       package = paste("posterior", packageVersion("posterior")),
       inputs = list(kind = kind, n = n, chains = chains, probabilities = probabilities),
       outputs = suppressWarnings(list(rHat = r_hat(x), rHatPosterior = rhat(x), bulk = ess_bulk(x), tail = ess_tail(x), meanError = mcse_mean(x),
                      standardDeviationError = mcse_sd(x), quantileErrors = q(probabilities))))
}
cases <- rbind(expand.grid(kind = names(kinds), n = c(100, 1000), chains = 4),
               expand.grid(kind = names(kinds), n = 13, chains = 2),
               expand.grid(kind = c("independent", "autoregressive", "drifting"), n = 251, chains = 1))
entries <- lapply(seq_len(nrow(cases)), function(i) one(as.character(cases$kind[i]), cases$n[i], cases$chains[i]))
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
write(toJSON(list(software = R.version.string, entries = entries), digits = NA, auto_unbox = TRUE, pretty = 1),
      file.path(dirname(path), "mcmc-diagnostics.json"))
