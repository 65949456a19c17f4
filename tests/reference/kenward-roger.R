# Kenward–Roger and Satterthwaite tests by pbkrtest and lmerTest, and fits by nlme with tight control, on five SYNTHETIC trials
# made up by the seeds below; the fit of lme.agg5.ar1 (single-case.json) is repeated with tight control too.
#
#   Rscript tests/reference/kenward-roger.R     (writes kenward-roger.json beside this file; needs single-case.json there)
suppressMessages({library(jsonlite); library(nlme); library(lme4); library(lmerTest); library(pbkrtest)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
tight <- lmerControl(optimizer = "nloptwrap", optCtrl = list(algorithm = "NLOPT_LN_BOBYQA", xtol_abs = 1e-11, xtol_rel = 0, ftol_abs = 1e-15,
  ftol_rel = 0, maxeval = 20000), calc.derivs = FALSE, check.conv.singular = "ignore")
entry <- function(id, f, package, inputs, outputs) list(id = id, `function` = f, package = package, inputs = inputs, outputs = outputs)
versions <- function(...) paste0(sapply(c(...), function(p) paste0(p, "@", packageVersion(p))), collapse = "; ")
trial <- function(seed, patients, cycles, days, tau, effect, slope, keep = 1, block = 1) {
  set.seed(seed); d <- expand.grid(day = seq_len(days), half = 1:2, cycle = seq_len(cycles), patient = seq_len(patients))
  first <- matrix(rbinom(patients * cycles, 1, .5), patients)
  d$treated <- as.numeric((d$half == 1) == (first[cbind(d$patient, d$cycle)] == 1))
  b0 <- rnorm(patients, 60, tau); b1 <- rnorm(patients, effect, slope); bc <- matrix(rnorm(patients * cycles, 0, block), patients)
  d$trend <- (d$cycle - 1) + (d$half - 1) / 2
  d$y <- round(b0[d$patient] + b1[d$patient] * d$treated + bc[cbind(d$patient, d$cycle)] + .6 * d$trend + rnorm(nrow(d), 0, 6), 1)
  d <- d[runif(nrow(d)) < keep, ]; d$patient <- paste0("P", d$patient); d$block <- paste(d$patient, d$cycle, sep = "/"); d
}
rows <- function(fit) {
  kr <- summary(fit, ddf = "Kenward-Roger")$coefficients; sa <- summary(fit, ddf = "Satterthwaite")$coefficients
  list(beta = unname(fixef(fit)), se = unname(sa[, 2]), sigma = sigma(fit), G = lapply(VarCorr(fit), function(v) matrix(as.numeric(v), nrow(v))),
    logLik = as.numeric(logLik(fit)), kr_se = unname(sqrt(diag(as.matrix(vcovAdj(fit))))), kr_df = unname(kr[, 3]), kr_p = unname(kr[, 5]),
    sat_df = unname(sa[, 3]), sat_p = unname(sa[, 5]))
}
joint <- function(fit, L) { kr <- KRmodcomp(fit, L)$stats; sa <- contestMD(fit, L, ddf = "Satterthwaite")
  list(kr_F = kr$Fstat, kr_df = kr$ddf, kr_p = kr$p.value, kr_scaling = kr$F.scaling, sat_F = sa[["F value"]], sat_df = sa$DenDF, sat_p = sa[["Pr(>F)"]]) }
lmm <- function(id, d, formula) {
  fit <- lmer(formula, d, REML = TRUE, control = tight); p <- length(fixef(fit)); L <- cbind(matrix(0, p - 1, 1), diag(p - 1))
  entry(id, paste("lmer", paste(deparse(formula), collapse = "")), versions("lme4", "pbkrtest", "lmerTest"),
    list(patient = d$patient, block = d$block, cycle = d$cycle, treated = d$treated, trend = d$trend, y = d$y), c(rows(fit), list(joint = joint(fit, L))))
}
cases <- list(
  lmm("trial.intercepts", trial(1, 4, 3, 2, 8, -10, 4), y ~ treated + trend + (1 | patient)),
  lmm("trial.slopes", trial(2, 6, 3, 3, 8, -10, 6), y ~ treated + trend + (1 + treated | patient)),
  lmm("trial.nested.missing", trial(3, 5, 3, 3, 8, -10, 3, keep = .7, block = 5), y ~ treated + trend + (1 | patient) + (1 | block)),
  lmm("trial.diagonal", trial(14, 6, 4, 2, 8, -10, 6, keep = .85), y ~ treated + trend + (1 | patient) + (0 + treated | patient)),
  lmm("trial.crossed", within(trial(5, 5, 4, 1, 8, -10, 0), {block <- paste0("C", cycle); y <- y + c(-6, 2, 7, 0)[cycle]}),
    y ~ treated + (1 | patient) + (1 | block)))
gls_tight <- glsControl(tolerance = 1e-12, msTol = 1e-14, opt = "optim", optimMethod = "BFGS", msMaxIter = 500)
lme_tight <- lmeControl(opt = "optim", optimMethod = "BFGS", msMaxIter = 1000, maxIter = 500, tolerance = 1e-12, msTol = 1e-14, niterEM = 0)
source <- fromJSON(file.path(here, "single-case.json"), simplifyVector = FALSE)$entries
agg <- Filter(function(e) e$id == "lme.agg5.ar1", source)[[1]]$inputs$data
a <- data.frame(lapply(agg, unlist)); a$tb <- as.numeric(a$trt == "B")
cases[[7]] <- lmm("singular.slopes", trial(28, 5, 3, 2, 8, -10, 0), y ~ treated + trend + (1 + treated | patient))
fit <- lme(y ~ tb, random = ~ tb | id, correlation = corAR1(form = ~ day | id), data = a, method = "REML", control = lme_tight)
cases[[6]] <- entry("lme.agg5.ar1.tight", "nlme::lme, BFGS to 1e-14", versions("nlme"), list(data = "lme.agg5.ar1 of single-case.json"),
  list(beta = unname(fixef(fit)), se = unname(sqrt(diag(vcov(fit)))), sigma = fit$sigma, G = matrix(as.numeric(getVarCov(fit)), 2),
    phi = unname(coef(fit$modelStruct$corStruct, unconstrained = FALSE)), logLik = as.numeric(logLik(fit))))
v <- trial(8, 1, 4, 7, 0, -10, 0); v$sd <- ifelse(v$treated == 1, "treated", "control"); v$y <- round(v$y + ifelse(v$treated == 1, 1, 4) * rnorm(nrow(v)), 1)
for (method in c("REML", "ML")) {
  fit <- gls(y ~ treated + trend, v, weights = varIdent(form = ~ 1 | sd), correlation = corAR1(), method = method, control = gls_tight)
  cases[[length(cases) + 1]] <- entry(paste0("gls.varIdent.", method), "nlme::gls, varIdent and corAR1", versions("nlme"),
    list(treated = v$treated, trend = v$trend, stratum = v$sd, y = v$y, method = method),
    list(beta = unname(coef(fit)), se = unname(sqrt(diag(vcov(fit)))), sigma = unname(fit$sigma * coef(fit$modelStruct$varStruct, unconstrained = FALSE, allCoef = TRUE)),
      strata = names(coef(fit$modelStruct$varStruct, unconstrained = FALSE, allCoef = TRUE)),
      phi = unname(coef(fit$modelStruct$corStruct, unconstrained = FALSE)), logLik = as.numeric(logLik(fit))))
}
lines <- vapply(cases, toJSON, "", auto_unbox = TRUE, digits = 15, na = "null")
writeLines(c(sprintf('{"software":"%s","synthetic":true,"entries":[', R.version.string), paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(here, "kenward-roger.json"))
