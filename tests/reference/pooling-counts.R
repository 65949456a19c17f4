# Exact likelihoods for counts by metafor (which fits them by lme4), and conditional and beta-binomial likelihoods written out
# here and maximised by nlminb.
#
#   Rscript tests/reference/pooling-counts.R     (writes pooling-counts.json beside this file)
suppressMessages({library(jsonlite); library(metafor)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
answer <- function(fit) list(est = as.numeric(fit$beta), se = fit$se, tau2 = fit$tau2, ci = c(fit$ci.lb, fit$ci.ub),
  QE_Wld = fit$QE.Wld, QE_LRT = fit$QE.LRT, QE_df = fit$QE.df, I2 = fit$I2, H2 = fit$H2, logLik = as.numeric(logLik(fit)))
entry <- function(id, f, inputs, outputs) list(id = id, `function` = f, package = paste0("metafor@", packageVersion("metafor"),
  "+lme4@", packageVersion("lme4")), inputs = inputs, outputs = outputs)
tight <- list(glmerCtrl = list(optimizer = "Nelder_Mead", optCtrl = list(maxfun = 1e5, FtolAbs = 1e-14, FtolRel = 1e-16, XtolRel = 1e-12)))
cases <- list()
proportions <- list(spread = list(x = c(3, 12, 1, 20, 7), n = c(22, 15, 9, 31, 7)), even = list(x = c(4, 9, 6), n = c(12, 20, 15)))
for (name in names(proportions)) for (q in c(1, 7, 21)) {
  d <- proportions[[name]]
  fit <- suppressWarnings(rma.glmm(measure = "PLO", xi = d$x, ni = d$n, nAGQ = q, control = tight))
  cases[[length(cases) + 1]] <- entry(sprintf("plo.%s.%d", name, q), "rma.glmm PLO", c(d, nAGQ = q), answer(fit))
}
rates <- list(x = c(2, 9, 30, 5, 0), t = c(3.5, 10, 14, 6, 4))
for (q in c(1, 7)) {
  fit <- suppressWarnings(rma.glmm(measure = "IRLN", xi = rates$x, ti = rates$t, nAGQ = q, control = tight))
  cases[[length(cases) + 1]] <- entry(sprintf("irln.%d", q), "rma.glmm IRLN", c(rates, nAGQ = q), answer(fit))
}
# -ln of the integrated noncentral hypergeometric likelihood, by integrate() from -8.5 to 8.5 standard deviations.
conditional <- function(v, d) { total <- 0
  for (i in seq_along(d$a)) {
    m <- d$a[i] + d$c[i]; u <- max(0, m - d$n2[i]):min(d$n1[i], m); base <- lchoose(d$n1[i], u) + lchoose(d$n2[i], m - u)
    at <- function(z) vapply(z, function(one) { e <- base + u * (v[1] + v[2] * one); top <- max(e)
      exp(e[u == d$a[i]] - top - log(sum(exp(e - top)))) * dnorm(one) }, 0)
    total <- total + log(integrate(at, -8.5, 0, rel.tol = 1e-12, subdivisions = 2000)$value +
                         integrate(at, 0, 8.5, rel.tol = 1e-12, subdivisions = 2000)$value) }
  -total }
tables <- list(
  ivig = list(a = c(7, 12), n1 = c(11, 30), c = c(0, 9), n2 = c(12, 30)),
  spread = list(a = c(15, 12, 6, 9, 4), n1 = c(16, 16, 34, 29, 10), c = c(9, 1, 12, 2, 3), n2 = c(16, 16, 32, 28, 12)))
for (name in names(tables)) {
  d <- tables[[name]]
  best <- nlminb(c(1, 0.8), conditional, d = d, control = list(rel.tol = 1e-13))
  se <- sqrt(solve(numDeriv::hessian(function(v) conditional(v, d), best$par))[1, 1])
  cases[[length(cases) + 1]] <- entry(paste0("conditional.", name), "nlminb of the noncentral hypergeometric likelihood, integrate()", d,
    list(est = best$par[1], se = se, tau2 = best$par[2]^2, logLik = -best$objective))
  fit <- suppressWarnings(rma.glmm(measure = "OR", ai = d$a, n1i = d$n1, ci = d$c, n2i = d$n2, model = "UM.FS", nAGQ = 7,
    control = tight))
  cases[[length(cases) + 1]] <- entry(paste0("um_fs.", name), "rma.glmm OR UM.FS", c(d, nAGQ = 7), answer(fit))
}
negative <- function(v, d) { p <- plogis(v[1]); rho <- plogis(v[2]); m <- (1 - rho) / rho
  -sum(lchoose(d$n, d$x) + lbeta(d$x + p * m, d$n - d$x + (1 - p) * m) - lbeta(p * m, (1 - p) * m)) }
d <- proportions$spread
best <- nlminb(c(0, 0), negative, d = d, control = list(rel.tol = 1e-15, x.tol = 1e-12))
se <- sqrt(solve(numDeriv::hessian(function(v) negative(v, d), best$par))[1, 1])
cases[[length(cases) + 1]] <- entry("beta_binomial.spread", "nlminb of the beta-binomial likelihood", d,
  list(est = best$par[1], se = se, rho = plogis(best$par[2]), logLik = -best$objective))
lines <- vapply(cases, toJSON, "", auto_unbox = TRUE, digits = 15, na = "null")
writeLines(c(sprintf('{"software":"%s","entries":[', R.version.string), paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(here, "pooling-counts.json"))
