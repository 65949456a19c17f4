# Meta-regression with two moderators and a text, permutation tests, subgroups, Baujat's coordinates, influence with a moderator
# and the other estimators of trim and fill, by metafor. Writes pooling-regression.json beside it:
# Rscript tests/reference/pooling-regression.R
suppressMessages({library(metafor); library(jsonlite)})
arguments <- commandArgs(trailingOnly = FALSE)
here <- dirname(sub("--file=", "", grep("--file=", arguments, value = TRUE)))

bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
tight <- list(threshold = 1e-13, maxiter = 10000)
inputs <- list(yi = as.numeric(bcg$yi), vi = as.numeric(bcg$vi), ablat = bcg$ablat, year = bcg$year, alloc = bcg$alloc)
entry <- function(id, outputs, given = inputs)
  list(id = id, package = paste0("metafor@", packageVersion("metafor")), `function` = "rma", inputs = given, outputs = outputs)
answer <- function(fit) list(b = as.numeric(fit$beta), se = fit$se, p = fit$pval, tau2 = fit$tau2, QM = fit$QM, QMp = fit$QMp,
                             R2 = fit$R2, QE = fit$QE)

regressions <- unlist(lapply(c("z", "t", "knha", "adhoc"), function(test) {
  two <- rma(yi, vi, mods = ~ ablat + year, data = bcg, test = test, control = tight)
  text <- rma(yi, vi, mods = ~ ablat + factor(alloc), data = bcg, test = test, control = tight)
  list(entry(paste0("two.", test), answer(two)), entry(paste0("text.", test), answer(text)))
}), recursive = FALSE)

small <- list(yi = c(-4.2, -3.1, -5, -1.8, -3.6), vi = c(.5, .8, 1.1, .65, .4), dose = c(2, 1, 2, .5, 1.5),
              year = c(2001, 2009, 2004, 2010, 2015))
# By DerSimonian and Laird, since REML stops without an answer for some orders.
permuted <- function(id, test, mods) {
  fit <- rma(small$yi, small$vi, mods = mods, test = test, method = "DL")
  result <- permutest(fit, exact = TRUE, progbar = FALSE)
  entry(id, list(p = result$pval[-1], QMp = result$QMp), small)
}
permutations <- list(
  permuted("permuted.one.z", "z", ~ small$dose), permuted("permuted.one.knha", "knha", ~ small$dose),
  permuted("permuted.two.knha", "knha", ~ small$dose + small$year))

levels <- sort(unique(bcg$alloc))
separate <- lapply(levels, function(level) rma(yi, vi, data = bcg, subset = alloc == level, control = tight))
means <- sapply(separate, function(fit) fit$beta[1]); errors <- sapply(separate, function(fit) fit$se)
between <- rma(means, errors^2, mods = ~ factor(levels), method = "FE")
subgroups <- entry("subgroups", list(level = levels, mean = means, se = errors, tau2 = sapply(separate, function(fit) fit$tau2),
                                     QM = between$QM, QMp = between$QMp))

pdf(NULL)
plain <- rma(yi, vi, data = bcg, control = tight)
points <- baujat(plain)
moderated <- rma(yi, vi, mods = ~ ablat, data = bcg, control = tight)
found <- influence(moderated)$inf
influences <- entry("influence.ablat", unclass(found)[c("rstudent", "dffits", "cook.d", "cov.r", "tau2.del", "QE.del", "hat")])
blups <- blup(moderated)
spread <- list(yi = c(-.9, -.3, .1, .2, .4, .6, .8, 1.1, 1.9, 2.3), vi = c(.3, .08, .02, .04, .05, .25, .3, .6, .5, .9))
filled <- lapply(c("L0", "R0", "Q0"), function(estimator) {
  fit <- trimfill(rma(spread$yi, spread$vi, method = "DL"), estimator = estimator, side = "left")
  entry(paste0("trimfill.", estimator), list(k0 = fit$k0, se = fit$se.k0, est = as.numeric(fit$beta), tau2 = fit$tau2), spread)
})
entries <- c(regressions, permutations, list(subgroups, entry("baujat", list(x = points$x, y = points$y)), influences,
             entry("blup.ablat", list(pred = blups$pred, se = blups$se))), filled)
versions <- paste0("R ", getRversion(), ", metafor ", packageVersion("metafor"))
write(toJSON(list(meta = list(script = "pooling-regression.R", versions = versions), entries = entries), digits = NA,
             auto_unbox = TRUE, pretty = TRUE), file.path(here, "pooling-regression.json"))
