# Nested and bivariate random effects with known sampling covariance by metafor, and cluster-robust tests by clubSandwich.
#
#   Rscript tests/reference/pooling-multilevel.R     (writes pooling-multilevel.json beside this file)
suppressMessages({library(jsonlite); library(metafor); library(clubSandwich)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
tight <- list(optimizer = "BFGS", reltol = 1e-14, maxit = 5000)
entry <- function(id, f, inputs, outputs) list(id = id, `function` = f, package = paste0("metafor@", packageVersion("metafor"),
  "+clubSandwich@", packageVersion("clubSandwich")), inputs = inputs, outputs = outputs)
robust_rows <- function(fit, cluster) {
  cr1 <- robust(fit, cluster = cluster, adjust = TRUE)
  cr2 <- coef_test(fit, vcov = "CR2", cluster = cluster, test = "Satterthwaite")
  list(CR1_se = cr1$se, CR1_df = cr1$dfs[1], CR2_se = cr2$SE, CR2_df = if (is.null(cr2$df_Satt)) cr2$df else cr2$df_Satt)
}
profile_rows <- function(fit) { ci <- confint(fit, control = list(tol = 1e-9, vc.max = 400))
  list(limits = lapply(1:2, function(i) as.numeric(ci[[i]]$random[1, 2:3]))) }
cases <- list()
rows <- list(yi = c(-6, -5.2, -4.1, -3.5, -5.9, -6.4, -2.2, -2.9, -1.0), vi = c(0.4, 0.5, 0.6, 0.4, 0.3, 0.5, 0.7, 0.6, 0.5),
  paper = c("a", "a", "a", "b", "b", "b", "c", "c", "d"), patient = c("1", "1", "2", "1", "1", "2", "1", "2", "1"))
d <- as.data.frame(rows); d$id <- seq_along(d$yi); d$pp <- interaction(d$paper, d$patient)
for (method in c("REML", "ML")) for (rho in c(0, 0.6)) {
  V <- vcalc(vi, cluster = paper, obs = id, rho = rho, data = d)
  fit <- rma.mv(yi, V, random = ~ 1 | paper/patient, data = d, method = method, control = tight)
  cases[[length(cases) + 1]] <- entry(sprintf("nested.%s.%g", method, rho), "rma.mv ~1|paper/patient, vcalc", c(rows, method = method, rho = rho),
    c(list(est = as.numeric(fit$beta), se = fit$se, sigma2 = fit$sigma2, QE = fit$QE, logLik = as.numeric(logLik(fit))),
      robust_rows(fit, d$paper), profile_rows(fit)))
}
fit3 <- rma.mv(yi, vi, random = ~ 1 | paper/patient/id, data = d, method = "REML", control = tight)
cases[[length(cases) + 1]] <- entry("nested.three", "rma.mv ~1|paper/patient/id", c(rows, method = "REML", rho = 0),
  list(est = as.numeric(fit3$beta), se = fit3$se, sigma2 = fit3$sigma2, QE = fit3$QE, logLik = as.numeric(logLik(fit3))))
both <- list(yi = c(0.8, 1.4, 0.5, 1.1, 0.9, 1.0, 0.1, 1.3, 0.3, 1.9, 0.7), vi = c(0.03, 0.05, 0.02, 0.06, 0.04, 0.08, 0.03, 0.05, 0.02, 0.04, 0.05),
  series = c("a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f"),
  outcome = c("relief", "duration", "relief", "duration", "relief", "duration", "relief", "duration", "relief", "duration", "relief"))
b <- as.data.frame(both); b$id <- seq_along(b$yi); b$outcome <- factor(b$outcome, levels = c("relief", "duration"))
for (method in c("REML", "ML")) for (rho in c(0, 0.5)) {
  V <- vcalc(vi, cluster = series, obs = id, rho = rho, data = b)
  fit <- rma.mv(yi, V, mods = ~ outcome - 1, random = ~ outcome | series, struct = "UN", data = b, method = method, control = tight)
  cases[[length(cases) + 1]] <- entry(sprintf("bivariate.%s.%g", method, rho), "rma.mv ~outcome|series, struct UN", c(both, method = method, rho = rho),
    c(list(est = as.numeric(fit$beta), se = fit$se, tau2 = fit$tau2, rho = fit$rho, QE = fit$QE, logLik = as.numeric(logLik(fit))),
      robust_rows(fit, b$series)))
}
lines <- vapply(cases, toJSON, "", auto_unbox = TRUE, digits = 15, na = "null")
writeLines(c(sprintf('{"software":"%s","entries":[', R.version.string), paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(here, "pooling-multilevel.json"))
