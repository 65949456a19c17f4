# Time to relapse: gamma laws, gamma frailty, and the range of n times, which survreg doesn't fit: likelihoods written
# out here, maximised by optim and polished by Newton steps on numDeriv's derivatives, profile limits by uniroot.
# Run: Rscript tests/reference/relapse-parametric.R > tests/reference/relapse-parametric.json
suppressMessages({ library(survival); library(numDeriv) })

numbers <- function(x) paste0("[", paste(ifelse(is.na(x), "null", sprintf("%.15g", x)), collapse = ", "), "]")
matrix_rows <- function(m) paste0("[", paste(apply(m, 1, numbers), collapse = ", "), "]")

# Derivatives at u = 1 of f(at + u - 1): numDeriv's steps are shares of the argument, and a parameter may be near 0.
settled <- function(method, f, at, d = 0.03) {
  method(function(u) f(at + u - 1), rep(1, length(at)), method.args = list(d = d, r = 5))
}
# The minimum of f, and the profile limits of its first parameter.
solve_for <- function(f, start, level = 0.95) {
  mode <- optim(start, f, control = list(reltol = 1e-14, maxit = 20000))$par
  for (i in 1:8) mode <- mode - solve(settled(hessian, f, mode), settled(grad, f, mode))
  covariance <- solve(settled(hessian, f, mode))
  goal <- f(mode) + qchisq(level, 1) / 2
  inner <- function(held) {
    g <- function(rest) f(c(held, rest))
    if (length(mode) == 1) return(f(held))
    best <- optim(mode[-1], g, method = "BFGS", control = list(reltol = 1e-15, maxit = 2000))
    best <- optim(best$par, g, method = "BFGS", control = list(reltol = 1e-15, maxit = 2000))
    best$value
  }
  reach <- sqrt(covariance[1, 1])
  limit <- function(side) {
    far <- 2
    while (inner(mode[1] + side * far * reach) < goal) far <- far * 1.5
    uniroot(function(h) inner(h) - goal, mode[1] + side * c(0.2, far) * reach, tol = 1e-11)$root
  }
  list(mode = mode, value = f(mode), covariance = covariance, limits = exp(sort(c(limit(-1), limit(1)))))
}

entry <- function(id, what, inputs, found) paste0(
  "    {\n      \"id\": \"", id, "\",\n      \"function\": \"", what, "\",\n      \"package\": \"numDeriv@",
  packageVersion("numDeriv"), "\",\n      \"inputs\": ", inputs, ",\n      \"outputs\": { \"mode\": ", numbers(found$mode),
  ", \"logLikelihood\": ", sprintf("%.15g", -found$value), ", \"covariance\": ", matrix_rows(found$covariance),
  ", \"medianLimits\": ", numbers(found$limits), " }\n    }")

spans <- function(left, right) paste0("{ \"left\": ", numbers(left), ", \"right\": ", numbers(right), " }")

# Working parameters: log median, log shape.
gamma_objective <- function(left, right) function(theta) {
  shape <- exp(theta[2])
  scale <- exp(theta[1]) / qgamma(0.5, shape)
  end <- ifelse(is.na(right), Inf, right)
  -sum(ifelse(left == end, dgamma(left, shape, scale = scale, log = TRUE),
              log(pgamma(end, shape, scale = scale) - pgamma(left, shape, scale = scale))))
}
weibull_hazard <- function(t, theta) log(2) * (t / exp(theta[1]))^exp(theta[2])

# Log median of a patient with frailty 1, log shape, log frailty variance.
frailty_objective <- function(left, right, patient) function(theta) {
  variance <- exp(theta[3]); k <- 1 / variance; shape <- exp(theta[2])
  total <- 0
  for (p in unique(patient)) {
    l <- left[patient == p]; r <- right[patient == p]
    exact <- !is.na(r) & l == r; open <- is.na(r); span <- !exact & !open
    sure <- sum(log(shape * weibull_hazard(l[exact], theta) / l[exact]))
    gone <- sum(weibull_hazard(l[exact | open], theta))
    d <- sum(exact)
    if (!any(span)) {
      total <- total + sure + lgamma(k + d) - lgamma(k) + d * log(variance) - (k + d) * log1p(variance * gone)
    } else {
      from <- weibull_hazard(l[span], theta); to <- weibull_hazard(r[span], theta)
      # The product of differences, expanded: each term is a Laplace transform of the gamma law.
      choices <- as.matrix(expand.grid(rep(list(0:1), sum(span))))
      terms <- apply(choices, 1, function(c) (-1)^sum(c) * (1 + variance * (gone + sum(ifelse(c == 1, to, from))))^(-k - d))
      total <- total + sure + lgamma(k + d) - lgamma(k) + d * log(variance) + log(sum(terms))
    }
  }
  -total
}
range_objective <- function(n, a, b, density, cdf) function(theta) {
  -(log(n * (n - 1)) + density(a, theta) + density(b, theta) + (n - 2) * log(cdf(b, theta) - cdf(a, theta)))
}

eight <- list(left = c(2, 2, 3, 3, 4, 2, 4, 5), right = c(6, 4, 4, 6, 6, 3, 5, NA))
mixed <- list(left = c(75, 92, 60, 120, 90, 100), right = c(75, 92, 120, 180, NA, 100))
# Five patients whose courses differ more between than within them, so that the variance has a maximum.
time <- c(40, 48, 44, 95, 110, 101, 60, 66, 180, 170, 205, 88, 80)
patient <- c(1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5)
right <- ifelse(seq_along(time) %in% c(6, 11), NA, time)
seen <- list(left = 15 * floor(time / 15), right = ifelse(is.na(right), NA, 15 * floor(time / 15) + 15))
with_patients <- function(left, right) sub(" }$", paste0(", \"patient\": ", numbers(patient), " }"), spans(left, right))
weibull_density <- function(t, theta) log(exp(theta[2]) / t * weibull_hazard(t, theta)) - weibull_hazard(t, theta)
weibull_cdf <- function(t, theta) -expm1(-weibull_hazard(t, theta))
normal_density <- function(t, theta) dlnorm(t, theta[1], exp(theta[2]), log = TRUE)
normal_cdf <- function(t, theta) plnorm(t, theta[1], exp(theta[2]))

entries <- c(
  entry("gamma_spans", "gamma law, spans and a right-censored time", spans(eight$left, eight$right),
        solve_for(gamma_objective(eight$left, eight$right), c(log(4), log(10)))),
  entry("gamma_mixed", "gamma law, exact times, spans and a right-censored time", spans(mixed$left, mixed$right),
        solve_for(gamma_objective(mixed$left, mixed$right), c(log(100), log(20)))),
  entry("frailty_exact", "Weibull law with a gamma frailty, closed form", with_patients(time, right),
        solve_for(frailty_objective(time, right, patient), c(log(90), log(8), log(0.5)))),
  entry("frailty_spans", "Weibull law with a gamma frailty, product of differences expanded",
        with_patients(seen$left, seen$right),
        solve_for(frailty_objective(seen$left, seen$right, patient), c(log(90), log(8), log(0.5)))),
  entry("range_weibull", "earliest and latest of 5 times, Weibull", "{ \"n\": 5, \"minimum\": 2, \"maximum\": 6 }",
        solve_for(range_objective(5, 2, 6, weibull_density, weibull_cdf), c(log(4), log(3)))),
  entry("range_log-normal", "earliest and latest of 5 times, log-normal",
        "{ \"n\": 5, \"minimum\": 2, \"maximum\": 6 }",
        solve_for(range_objective(5, 2, 6, normal_density, normal_cdf), c(log(3.5), log(0.4)))))

cat("{\n  \"meta\": { \"script\": \"relapse-parametric.R\", \"R\": \"", R.version$major, ".", R.version$minor,
    "\", \"numDeriv\": \"", as.character(packageVersion("numDeriv")), "\" },\n  \"entries\": [\n", paste(entries, collapse = ",\n"),
    "\n  ]\n}\n", sep = "")
