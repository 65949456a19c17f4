# Multivariate random effects by metafor's rma.mv, on made-up data: three quantities of eight patients, some of them missing.
library(metafor)
y <- list(c(0.9, 4.9, 6.6), c(0.2, 4.0, 4.9), c(2.6, 4.3), c(-1.4, 4.6, 4.6), c(2.1, 7.0), c(0.5, 5.2, 6.3), c(-0.3, 3.9),
  c(1.7, 5.3, 6.1))
present <- list(c(1, 2, 3), c(1, 2, 3), c(1, 2), c(1, 2, 3), c(1, 3), c(1, 2, 3), c(1, 2), c(1, 2, 3))
within <- matrix(c(.25, .02, .06, .02, .04, .03, .06, .03, .09), 3)
scale <- c(1, 1.5, .8, 1.2, 2, .6, 1, .9)
S <- lapply(seq_along(y), function(i) within[present[[i]], present[[i]]] * scale[i])
dat <- data.frame(y = unlist(y), outcome = factor(unlist(present)), patient = rep(seq_along(y), lengths(y)))
fit <- rma.mv(y, bldiag(S), mods = ~ outcome - 1, random = ~ outcome | patient, struct = "UN", data = dat,
  method = "REML", control = list(optimizer = "optim", optmethod = "BFGS", reltol = 1e-14, maxit = 5000))
cat(jsonlite::toJSON(list(
  meta = list(by = paste0("metafor@", packageVersion("metafor")), script = "multivariate-pool.R"),
  entries = list(list(
    id = jsonlite::unbox("three_outcomes_eight_patients"), "function" = jsonlite::unbox("rma.mv(struct = \"UN\", method = \"REML\")"),
    package = jsonlite::unbox(paste0("metafor@", packageVersion("metafor"))),
    inputs = list(estimates = y, present = lapply(present, function(p) p - 1), covariances = S),
    outputs = list(means = as.vector(coef(fit)), covariance = unname(vcov(fit)), between = unname(fit$G),
      logLik = jsonlite::unbox(as.numeric(logLik(fit))))
  ))
), digits = 12, pretty = TRUE))
