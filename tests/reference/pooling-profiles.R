# Profile limits of two outcomes, DFBETAS of meta-regressions and predictions at chosen moderators, by metafor.
#
#   Rscript tests/reference/pooling-profiles.R     (writes pooling-profiles.json beside this file)
suppressMessages({library(jsonlite); library(metafor)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
tight <- list(optimizer = "BFGS", reltol = 1e-15, maxit = 5000)
version <- paste0("metafor@", packageVersion("metafor"))
entry <- function(id, f, inputs, outputs) list(id = id, `function` = f, package = version, inputs = inputs, outputs = outputs)
cases <- list()
both <- list(
  six = list(yi = c(0.8, 1.4, 0.5, 1.1, 0.9, 1.0, 0.1, 1.3, 0.3, 1.9, 0.7), vi = c(0.03, 0.05, 0.02, 0.06, 0.04, 0.08, 0.03, 0.05, 0.02, 0.04, 0.05),
    series = c("a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f"),
    outcome = c("relief", "duration", "relief", "duration", "relief", "duration", "relief", "duration", "relief", "duration", "relief")),
  eight = list(yi = c(0.9, 1.2, 0.5, 1.6, 1.4, 2.1, 0.1, 0.4, 0.3, 1.5, 0.7, 0.6, 1.9, 1.7, -0.2, 0.9), vi = rep(c(0.03, 0.05, 0.02, 0.04), 4),
    series = rep(letters[1:8], each = 2), outcome = rep(c("relief", "duration"), 8)))
for (name in names(both)) for (method in c("REML", "ML")) {
  rho <- 0.5; d <- as.data.frame(both[[name]]); d$id <- seq_along(d$yi); d$outcome <- factor(d$outcome, levels = c("relief", "duration"))
  V <- vcalc(vi, cluster = series, obs = id, rho = rho, data = d)
  fitted <- function(...) rma.mv(yi, V, mods = ~ outcome - 1, random = ~ outcome | series, struct = "UN", data = d, method = method, control = tight, ...)
  fit <- fitted()
  height <- function(r) as.numeric(logLik(fitted(rho = r)) - logLik(fit)) + qchisq(0.95, 1) / 2
  limit <- function(from, to) if (height(to) >= 0) sign(to) else uniroot(height, sort(c(from, to)), tol = 1e-10)$root
  tau2 <- lapply(1:2, function(i) as.numeric(confint(fit, tau2 = i, control = list(tol = 1e-10, vc.max = 100))$random[1, 2:3]))
  cases[[length(cases) + 1]] <- entry(sprintf("limits.%s.%s", name, method), "rma.mv struct UN, confint; logLik at held rho", c(both[[name]], method = method, rho = rho),
    list(tau2 = tau2, rho = c(limit(fit$rho, -0.999999), limit(fit$rho, 0.999999)), rho_estimate = fit$rho))
}
b <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
rows <- list(yi = as.numeric(b$yi), vi = as.numeric(b$vi), ablat = b$ablat, year = b$year)
for (mods in c("~ 1", "~ ablat", "~ ablat + year")) {
  fit <- rma(yi, vi, mods = as.formula(mods), data = b, method = "REML", control = list(threshold = 1e-14, maxiter = 1000))
  cases[[length(cases) + 1]] <- entry(paste0("dfbetas.", mods), "influence.rma.uni", c(rows, mods = mods), list(dfbetas = unname(as.list(as.data.frame(dfbetas(fit))))))
}
fit <- rma(yi, vi, mods = ~ ablat + year, data = b, method = "REML", test = "knha", control = list(threshold = 1e-14, maxiter = 1000))
at <- rbind(c(30, 1960), c(60, 1940))
p <- predict(fit, newmods = at)
cases[[length(cases) + 1]] <- entry("predict", "predict.rma, knha", c(rows, list(at = at)), list(pred = p$pred, se = p$se, lower = p$ci.lb, upper = p$ci.ub, pi_lower = p$pi.lb, pi_upper = p$pi.ub))
lines <- vapply(cases, toJSON, "", auto_unbox = TRUE, digits = 15, na = "null")
writeLines(c(sprintf('{"software":"%s","entries":[', R.version.string), paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(here, "pooling-profiles.json"))
