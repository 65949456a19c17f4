# Tests of one trial's periods by R: paired t, exact signed ranks, exact conditional logistic regression of pairs, Firth's logistic
# regression, proportional odds, and exact limits of Poisson rates. All trials are SYNTHETIC, written out below.
#
#   Rscript tests/reference/trial-models.R     (writes trial-models.json beside this file)
suppressMessages({library(jsonlite); library(MASS); library(exactRankTests); library(brglm2)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
entry <- function(id, f, package, inputs, outputs) list(id = id, `function` = f, package = package, inputs = inputs, outputs = outputs)
version <- function(p) paste0(p, "@", packageVersion(p))
cases <- list(); add <- function(...) cases[[length(cases) + 1]] <<- entry(...)
trials <- list(
  five = list(B = c(4.5, 3, 6, 2.5, 5), A = c(7, 6.5, 6, 8, 7.5)),
  three = list(B = c(4, 3, 5), A = c(7, 4, 6)),
  ties = list(B = c(4, 3, 6, 2, 5, 7, 4, 1), A = c(5, 4, 6, 6, 3, 8, 9, 4)),
  ten = list(B = c(3.1, 4.2, 5.3, 2.2, 6.5, 4.9, 3.3, 5.8, 2.7, 4.4), A = c(5.2, 4.0, 7.7, 6.1, 6.4, 7.2, 3.9, 8.8, 6.6, 4.1)))
for (name in names(trials)) {
  x <- trials[[name]]; d <- x$B - x$A; t <- t.test(x$B, x$A, paired = TRUE)
  add(paste0("paired-t.", name), "stats::t.test(paired)", version("stats"), x, list(estimate = mean(d), t = unname(t$statistic), df = unname(t$parameter),
    p = t$p.value, lower = t$conf.int[1], upper = t$conf.int[2]))
  w <- suppressWarnings(wilcox.exact(x$B, x$A, paired = TRUE, exact = TRUE))
  add(paste0("signed-rank.", name), "exactRankTests::wilcox.exact(paired)", version("exactRankTests"), x, list(V = unname(w$statistic), p = w$p.value))
}
plain <- list(B = c(3.13, 4.22, 5.31, 2.24, 6.55, 4.96, 3.37), A = c(5.2, 4, 7.7, 6.1, 6.4, 7.2, 4.9))
w <- wilcox.test(plain$B, plain$A, paired = TRUE, exact = TRUE, conf.int = TRUE)
add("hodges-lehmann.plain", "stats::wilcox.test(paired, exact, conf.int)", version("stats"), plain,
  list(estimate = unname(w$estimate), lower = w$conf.int[1], upper = w$conf.int[2]))

# Responses: score at most the cut-off.
twoByTwo <- function(x, cutoff) array(unlist(lapply(seq_along(x$B), function(i) c(x$B[i] <= cutoff, x$B[i] > cutoff, x$A[i] <= cutoff, x$A[i] > cutoff) * 1)), c(2, 2, length(x$B)))
for (case in list(list("ten", 4.5), list("ties", 4), list("five", 4.6), list("five", 6))) {
  x <- trials[[case[[1]]]]; tab <- twoByTwo(x, case[[2]]); m <- lapply(c("two.sided", "greater", "less"), function(a) mantelhaen.test(tab, exact = TRUE, alternative = a))
  number <- function(v) if (is.finite(v) && v > 0) v else NA
  add(paste0("exact-logistic.", case[[1]], ".", case[[2]]), "stats::mantelhaen.test(exact)", version("stats"), c(x, cutoff = case[[2]]),
    list(oddsRatio = number(unname(m[[1]]$estimate)), lower = number(m[[1]]$conf.int[1]), upper = number(m[[1]]$conf.int[2]), greater = m[[2]]$p.value, less = m[[3]]$p.value))
}
# Two periods of each treatment in a block.
blocks <- list(B = c(3, 5, 4, 2, 6, 3), A = c(6, 4, 7, 8, 5, 3), size = 2); tab <- array(0, c(2, 2, 3))
for (i in 1:6) { k <- (i + 1) %/% 2; tab[ifelse(blocks$B[i] <= 4, 1, 2), 1, k] <- tab[ifelse(blocks$B[i] <= 4, 1, 2), 1, k] + 1
  tab[ifelse(blocks$A[i] <= 4, 1, 2), 2, k] <- tab[ifelse(blocks$A[i] <= 4, 1, 2), 2, k] + 1 }
m <- lapply(c("two.sided", "greater", "less"), function(a) mantelhaen.test(tab, exact = TRUE, alternative = a))
add("exact-logistic.blocks.4", "stats::mantelhaen.test(exact)", version("stats"), c(blocks, cutoff = 4),
  list(oddsRatio = unname(m[[1]]$estimate), lower = m[[1]]$conf.int[1], upper = m[[1]]$conf.int[2], greater = m[[2]]$p.value, less = m[[3]]$p.value))

# Firth: estimate by brglm2, limits and test from the profile of the likelihood times the root of the information, by optimisation.
firth <- function(x, cutoff) {
  y <- c(x$B <= cutoff, x$A <= cutoff) * 1; z <- rep(1:0, c(length(x$B), length(x$A)))
  pl <- function(a, b) { p <- plogis(a + b * z); X <- cbind(1, z); sum(dbinom(y, 1, p, log = TRUE)) + .5 * log(det(t(X) %*% (X * p * (1 - p)))) }
  prof <- function(b) optimize(function(a) pl(a, b), c(-30, 30), maximum = TRUE, tol = 1e-10)$objective
  fit <- glm(y ~ z, family = binomial, method = "brglmFit", type = "MPL_Jeffreys", control = list(epsilon = 1e-12, maxit = 1000))
  b <- unname(coef(fit)[2]); top <- prof(b); dev <- function(v) 2 * (top - prof(v)) - qchisq(.95, 1)
  list(estimate = b, se = unname(sqrt(diag(vcov(fit)))[2]), lower = uniroot(dev, c(b - 20, b), tol = 1e-9)$root, upper = uniroot(dev, c(b, b + 20), tol = 1e-9)$root,
    deviance = 2 * (top - prof(0)), p = pchisq(2 * (top - prof(0)), 1, lower.tail = FALSE))
}
for (case in list(list("ten", 4.5), list("five", 6.2), list("three", 5)))
  add(paste0("penalized-logistic.", case[[1]]), "brglm2::brglmFit (MPL_Jeffreys); profile by optimize and uniroot", version("brglm2"), c(trials[[case[[1]]]], cutoff = case[[2]]), firth(trials[[case[[1]]]], case[[2]]))

# Proportional odds: higher is worse, so that the order is turned.
odds <- function(x, penalised) {
  v <- -c(x$B, x$A); y <- as.integer(factor(v)); z <- rep(1:0, c(length(x$B), length(x$A))); J <- max(y)
  nll <- function(q, b) { a <- c(-Inf, cumsum(c(q[1], exp(q[-1]))), Inf); p <- plogis(a[y + 1] - b * z) - plogis(a[y] - b * z); if (any(p <= 0)) 1e10 else -sum(log(p)) }
  pen <- function(b) if (penalised) b / 2 - log1p(exp(b)) else 0
  start <- { k <- qlogis(cumsum(table(y))[-J] / length(y)); c(k[1], log(diff(k))) }
  prof <- function(b) { q <- start; for (i in 1:6) q <- optim(q, nll, b = b, method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))$par; -nll(q, b) + pen(b) }
  best <- optimize(prof, c(-12, 12), maximum = TRUE, tol = 1e-9); top <- best$objective; dev <- function(b) 2 * (top - prof(b)) - qchisq(.95, 1)
  out <- list(estimate = best$maximum, lower = uniroot(dev, c(best$maximum - 25, best$maximum), tol = 1e-8)$root, upper = uniroot(dev, c(best$maximum, best$maximum + 25), tol = 1e-8)$root,
    deviance = 2 * (top - prof(0)), p = pchisq(2 * (top - prof(0)), 1, lower.tail = FALSE))
  if (!penalised) { f <- polr(factor(v, ordered = TRUE) ~ z, Hess = TRUE, control = list(reltol = 1e-16)); out$polr <- unname(coef(f)); out$polr_se <- unname(sqrt(diag(vcov(f)))[1]) }
  out
}
for (name in c("ten", "ties")) add(paste0("proportional-odds.", name), "MASS::polr; profile by optim and uniroot", version("MASS"), trials[[name]], odds(trials[[name]], FALSE))
for (name in c("ten", "ties", "five")) add(paste0("penalized-proportional-odds.", name), "optim of the likelihood with log-F(1, 1)", version("stats"), trials[[name]], odds(trials[[name]], TRUE))

for (k in list(c(0, 3), c(1, 4), c(7, 28))) { t <- poisson.test(k[1], k[2]); add(paste0("poisson.", k[1], ".", k[2]), "stats::poisson.test", version("stats"),
  list(events = k[1], time = k[2]), list(rate = unname(t$estimate), lower = t$conf.int[1], upper = t$conf.int[2])) }
for (k in list(c(5, 4, 1, 4), c(3, 4, 0, 4), c(2, 5, 6, 4), c(4, 3, 4, 3))) { t <- poisson.test(k[c(1, 3)], k[c(2, 4)])
  g <- poisson.test(k[c(1, 3)], k[c(2, 4)], alternative = "greater")$p.value; l <- poisson.test(k[c(1, 3)], k[c(2, 4)], alternative = "less")$p.value
  add(paste0("two-rates.", paste(k, collapse = ".")), "stats::poisson.test, two samples", version("stats"), list(events = k[1], time = k[2], referenceEvents = k[3], referenceTime = k[4]),
    list(lower = t$conf.int[1], upper = if (is.finite(t$conf.int[2])) t$conf.int[2] else NA, greater = g, less = l)) }
lines <- vapply(cases, toJSON, "", auto_unbox = TRUE, digits = 15, na = "null")
writeLines(c(sprintf('{"software":"%s","synthetic":true,"entries":[', R.version.string), paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(here, "trial-models.json"))
