# Random-effects integrals by other means than Gauss-Hermite, and by lme4's adaptive Gauss-Hermite.
#
#   Rscript tests/reference/gauss-hermite.R     (writes gauss-hermite.glmer.json beside this file)
#
# Data: lme4's cbpp (binomial counts of 15 herds in 4 periods). Parameters are held at the values below, so that only the
# integral is compared. `one effect`: logit p = beta[period] + sd * u. `two effects`: a slope on the centred period number
# is added, correlated with the intercept. `three effects`: a third on its square. The integrals are nested calls of R's
# integrate() around the mode at tolerance 1e-12 (1e-10 and 1e-9 where nested). glmer's own log-likelihood at nAGQ = 25
# leaves out the saturated log-likelihood (lme4 issue 375), which is added here, and is read at glmer's own estimates.
suppressMessages({library(lme4); library(jsonlite)})

data(cbpp)
y <- cbpp$incidence; n <- cbpp$size; period <- as.integer(cbpp$period); herd <- as.integer(cbpp$herd)
x <- period - 2.5
saturated <- sum(dbinom(y, n, y / n, log = TRUE))
fit <- glmer(cbind(incidence, size - incidence) ~ period + (1 | herd), cbpp, binomial, nAGQ = 25,
             control = glmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9)))
beta <- unname(fixef(fit)); sd1 <- unname(getME(fit, "theta"))
linear <- beta[1] + c(0, beta[2:4])[period]

# ln of the product of binomial probabilities of the rows `i`, for a vector of shifts of the linear predictor.
log_lik <- function(i, shift) dbinom(y[i], n[i], plogis(linear[i] + shift), log = TRUE)

one <- sapply(1:15, function(h) {
  i <- which(herd == h)
  f <- function(u) sapply(u, function(v) sum(log_lik(i, sd1 * v)) + dnorm(v, log = TRUE))
  top <- optimize(f, c(-6, 6), maximum = TRUE, tol = 1e-10)
  g <- function(u) exp(f(u) - top$objective)
  left <- integrate(g, top$maximum - 14, top$maximum, rel.tol = 1e-12, subdivisions = 1000)$value
  top$objective + log(left + integrate(g, top$maximum, top$maximum + 14, rel.tol = 1e-12, subdivisions = 1000)$value)
})

factor <- rbind(c(0.65, 0, 0), c(-0.2, 0.4, 0), c(0.1, -0.15, 0.3))   # effects = factor %*% u
joint <- function(i, u, d) {
  b <- factor[1:d, 1:d] %*% u
  sum(log_lik(i, b[1] + b[2] * x[i] + (if (d == 3) b[3] * x[i]^2 else 0))) + sum(dnorm(u, log = TRUE))
}
nested <- function(f, mode, d, tolerance) {
  if (d == 0) return(exp(f(NULL)))
  inner <- function(v) sapply(v, function(w) nested(function(rest) f(c(rest, w)), mode, d - 1, tolerance / 10))
  piece <- function(a, b) integrate(inner, a, b, rel.tol = tolerance, subdivisions = 500)$value
  piece(mode[d] - 9, mode[d]) + piece(mode[d], mode[d] + 9)
}
several <- function(herds, d, tolerance) sapply(herds, function(h) {
  i <- which(herd == h)
  top <- optim(rep(0, d), function(u) -joint(i, u, d), method = "BFGS", control = list(reltol = 1e-15))
  log(nested(function(u) joint(i, u, d) + top$value, top$par, d, tolerance)) - top$value
})

entries <- list(
  list(id = "cbpp_one_effect", `function` = "integrate; glmer", package = paste("lme4", packageVersion("lme4")),
       inputs = list(y = y, n = n, period = period, herd = herd, beta = beta, factor = list(list(sd1))),
       outputs = list(logIntegrals = one, glmerLogLikelihood = as.numeric(logLik(fit)) + saturated)),
  list(id = "cbpp_two_effects", `function` = "integrate", package = "stats",
       inputs = list(y = y, n = n, period = period, herd = herd, beta = beta, factor = factor[1:2, 1:2]),
       outputs = list(logIntegrals = several(1:15, 2, 1e-10))),
  list(id = "cbpp_three_effects", `function` = "integrate", package = "stats",
       inputs = list(y = y, n = n, period = period, herd = herd, beta = beta, factor = factor),
       outputs = list(logIntegrals = several(1:2, 3, 1e-7))))
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
write(toJSON(list(software = paste(R.version.string), entries = entries), digits = NA, auto_unbox = TRUE, pretty = 1),
      file.path(dirname(path), "gauss-hermite.glmer.json"))
