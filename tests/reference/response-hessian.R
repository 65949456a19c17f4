# Standard errors of the posterior modes resp_MAP_* of curves-and-survival.json, from numDeriv's Hessian.
#
#   Rscript tests/reference/response-hessian.R     (writes response-hessian.json beside this file)
#
# The scores, priors and starting modes are the inputs and `working` of those entries, cited by id. The objective is
# written here again from the method: a normal score read in steps, open at the floor and the ceiling, times normal
# priors on the working scale. numDeriv's own first step, a tenth of each parameter, is .47 of a log T50 of 4.7: a
# factor of 1.6 in days. Its Richardson extrapolation has not settled there, and these `standardErrorsAtDefaultStep`
# are the ones printed in curves-and-survival.json. A first step of .02 on each working parameter has settled: .01 gives
# the same but for `changeWithHalfTheStep`, relative.

library(numDeriv)

single <- function(id, t, y, baseline, working) {
  list(id = id, t = t, left = left(y), right = right(y), starts = 0, working = working,
       names = c("baseline", "logit relief", "log onsetHalfTime", "log T50", "log wearOffDuration", "log residualSd"),
       mean = c(baseline, 0.85, log(4), log(105), log(60), log(0.8)), sd = c(1, 1.1, 0.6, 0.4, 0.5, 0.4))
}
several <- function(id, starts, t, left, right, working) {
  courses <- seq_along(starts)
  list(id = id, t = t, left = left, right = right, starts = starts, working = working,
       names = c("baseline", "log onsetHalfTime", "log wearOffDuration", "log residualSd", "mean logit relief",
                 "mean log T50", paste("logit relief", courses), paste("log T50", courses)),
       mean = c(10, log(4), log(60), log(0.8), 0.85, log(105)), sd = c(1, 0.6, 0.5, 0.4, 1.1, 0.4))
}
left <- function(y) ifelse(y == 0, -Inf, y - 0.5)
right <- function(y) ifelse(y == 10, Inf, y + 0.5)

visits <- c(-3, 0, 4, 8, 14, 30, 60, 90, 120)
three <- c(10, 4, 2, 2, 3, 5, 8, 10, 7, 5, 6, 8, 9, 9, 3, 2, 2, 4, 7)
patients <- list(
  single("resp_MAP_synth15", c(-7, 0, 2, 4, 7, 10, 14, 28, 56, 84, 98, 112, 126, 140, 168),
         c(9, 9, 7, 6, 4, 3, 3, 2, 2, 2, 4, 5, 7, 7, 9), 9,
         c(8.97204379961692, 1.39604144298006, 1.50205270763542, 4.74699024018693, 4.24248520255969, -0.956221936719593)),
  single("resp_MAP_synth5", c(0, 14, 60, 100, 150), c(10, 2, 3, 6, 10), 10,
         c(10.4567170281903, 1.37933920704612, 1.0485256744946, 4.61809003853595, 4.21810333615593, -0.574282378471793)),
  single("resp_MAP_synth3", c(0, 10, 120), c(8, 2, 7), 8,
         c(7.98109044159525, 1.45857959441273, 1.12478824814787, 4.58219013128659, 4.06134454606978, -0.577910020913688)),
  single("resp_MAP_synth_floorceil", visits, c(10, 10, 3, 0, 0, 0, 1, 5, 9), 10,
         c(10.2205313807079, 3.15083426481495, 0.647291581160503, 4.52720921042418, 4.02822282710538, -0.567013278155492)),
  single("resp_MAP_synth_nonresponder", visits, c(8, 8, 8, 7, 7, 7, 8, 8, 8), 8,
         c(8.24999879012323, -1.49981711412898, 1.52279936406706, 4.13533479150643, 4.18863203366244, -0.873390076978372)),
  several("resp_MAP_synth_3courses", c(0, 150, 300),
          c(0, 7, 14, 30, 60, 90, 120, 150, 155, 165, 180, 210, 240, 300, 307, 320, 350, 380, 420), left(three), right(three),
          c(9.81705361403402, 1.15507437087092, 4.43005799451595, -0.980313543626185, 0.987007235542658, 4.4487625483342,
            1.45961579997478, -0.00155323153661205, 1.57542569092379, 4.56431222499669, 4.02814420596567, 4.63840770010543)),
  several("resp_MAP_kizawa2006_as_quoted", c(0, 183, 214), c(0, 14, 183, 197, 221),
          c(9.5, 1.5, 9.5, 5.5, 1.5), c(Inf, 2.5, Inf, 8.5, 2.5),
          c(10.5199267209666, 1.06393410114268, 4.0690538618901, -0.531761169893273, 0.808252811369713, 4.6557103472857,
            1.46068213456719, -0.154059926238349, 1.09605497357682, 4.65431323524652, 4.65729673596556, 4.65650533561476)))

# ln P(a < Z < b), both ends reflected to the lower tail where a > 0.
log_interval <- function(a, b) {
  upper <- pnorm(ifelse(a > 0, -a, b), log.p = TRUE)
  lower <- pnorm(ifelse(a > 0, -b, a), log.p = TRUE)
  upper + log1p(-exp(lower - upper))
}

relief <- function(t, R, h, T50, D) ifelse(t > 0, R * (1 - 2^(-t / h)) / (1 + exp(log(81) / D * (t - T50))), 0)

# -ln(likelihood x prior density); each course's logit relief and log T50 stand .8 and .3 around their means.
objective <- function(patient) function(theta) {
  p <- as.list(setNames(theta, patient$names))
  J <- length(patient$starts)
  own <- function(name, j) theta[match(if (J == 1) name else paste(name, j), patient$names)]
  mu <- p$baseline
  for (j in 1:J) {
    r <- relief(patient$t - patient$starts[j], plogis(own("logit relief", j)), exp(p[["log onsetHalfTime"]]),
                exp(own("log T50", j)), exp(p[["log wearOffDuration"]]))
    mu <- mu * (1 - r)
  }
  s <- exp(p[["log residualSd"]])
  value <- -sum(log_interval((patient$left - mu) / s, (patient$right - mu) / s))
  value <- value - sum(dnorm(theta[seq_along(patient$mean)], patient$mean, patient$sd, log = TRUE))
  if (J == 1) return(value)
  value - sum(dnorm(theta[6 + 1:J], p[["mean logit relief"]], 0.8, log = TRUE)) -
    sum(dnorm(theta[6 + J + 1:J], p[["mean log T50"]], 0.3, log = TRUE))
}

# Derivatives at u = 1 of f(at + u - 1): numDeriv's steps are shares of the argument, and a parameter may be near 0.
settled <- function(method, f, at, d = 0.02) {
  method(function(u) f(at + u - 1), rep(1, length(at)), method.args = list(d = d, r = 5))
}
solve_for <- function(patient) {
  f <- objective(patient)
  mode <- optim(patient$working, f, method = "BFGS", control = list(reltol = 1e-15, maxit = 500))$par
  for (i in 1:6) mode <- mode - solve(settled(hessian, f, mode), settled(grad, f, mode))
  errors <- function(h) sqrt(diag(solve(h)))
  se <- errors(settled(hessian, f, mode))
  list(mode = mode, value = f(mode), gradient = max(abs(settled(grad, f, mode))), se = se,
       change = max(abs(errors(settled(hessian, f, mode, 0.01)) / se - 1)), default = errors(hessian(f, mode)))
}

numbers <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
entry <- function(patient) {
  found <- solve_for(patient)
  names <- paste0("[", paste0("\"", patient$names, "\"", collapse = ", "), "]")
  paste0("    {\n      \"id\": \"", patient$id, "\",\n      \"function\": \"numDeriv::hessian, first step .02, at the mode\",\n",
         "      \"package\": \"numDeriv@", packageVersion("numDeriv"), "\",\n",
         "      \"inputs\": { \"entry\": \"curves-and-survival.json ", patient$id, "\", \"parameters\": ", names, " },\n",
         "      \"outputs\": {\n        \"mode\": ", numbers(found$mode), ",\n",
         sprintf("        \"negativeLogPosterior\": %.17g,\n        \"largestGradient\": %.3g,\n", found$value, found$gradient),
         "        \"standardErrors\": ", numbers(found$se), ",\n",
         sprintf("        \"changeWithHalfTheStep\": %.2g,\n", found$change),
         "        \"standardErrorsAtDefaultStep\": ", numbers(found$default), "\n      }\n    }")
}

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
writeLines(paste0("{\n  \"meta\": { \"script\": \"tests/reference/response-hessian.R\", \"R\": \"", R.version.string,
                  "\", \"numDeriv\": \"", packageVersion("numDeriv"), "\" },\n  \"entries\": [\n",
                  paste(vapply(patients, entry, ""), collapse = ",\n"), "\n  ]\n}"),
           file.path(here, "response-hessian.json"))
