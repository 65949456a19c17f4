# Least-squares curves of R's own Orange, ChickWeight and Indometh, with profile limits found without R's profile().
#
#   Rscript tests/reference/nls-profiles.R     (writes nls-profiles.json beside this file)
#
# Each entry has the data, R's fit (nls with a self-starting model, then Gauss-Newton steps until nothing changes), what
# R's own confint says (limits or its error message), and `limits`: the first value on each side of the estimate where
# the deviance (S(b) - S)/s^2 reaches F(.95; 1, n - p). S(b) is the lowest sum of squares with that parameter held. It is
# computed afresh at every b: amplitudes by QR for given shapes, shapes by nlminb from the best points of a grid and
# from the last solution. Columns of free amplitudes are rescaled so that none underflows. The biexponential is taken
# with lrc1 > lrc2, as SSbiexp means it; without that order the two terms may change places. A limit is null where the
# deviance has not reached F within 1,000 standard errors; `deviance` then holds how far it came, and 0 elsewhere.
library(jsonlite)
RANGE <- 1000

# Each model: names, which are amplitudes, columns of the amplitudes for given shapes (scaled at will where `scaled`),
# shapes to and from unconstrained numbers, where parameter j is held at b, and a grid of shapes.
logis <- list(
  formula = y ~ SSlogis(x, Asym, xmid, scal), text = "Asym/(1+exp((xmid-x)/scal))",
  names = c("Asym", "xmid", "scal"), amplitudes = 1, shapes = 2:3,
  column = function(p, k, x, scaled) {
    if (scaled && p[2] > max(x)) exp((x - max(x)) / p[3]) / (1 + exp((x - p[2]) / p[3])) else 1 / (1 + exp((p[2] - x) / p[3]))
  },
  decode = function(q, j, b) if (j == 2) c(b, exp(q)) else if (j == 3) c(q, b) else c(q[1], exp(q[2])),
  encode = function(shapes, j, b) if (j == 2) log(shapes[2]) else if (j == 3) shapes[1] else c(shapes[1], log(shapes[2])),
  grid = function(x) {
    expand.grid(min(x) + diff(range(x)) * c(seq(0, 1, 0.1), 1.5, 2, 3, 5, 9, 30, 100), diff(range(x)) * c(0.03, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2))
  })
biexp <- list(
  formula = y ~ SSbiexp(x, A1, lrc1, A2, lrc2), text = "A1*exp(-exp(lrc1)*x)+A2*exp(-exp(lrc2)*x)",
  names = c("A1", "lrc1", "A2", "lrc2"), amplitudes = c(1, 3), shapes = c(2, 4),
  column = function(p, k, x, scaled) exp(-exp(p[k + 1]) * (if (scaled) x - min(x) else x)),
  decode = function(q, j, b) {
    if (j == 2) c(b, b - exp(q)) else if (j == 4) c(b + exp(q), b) else c(q[1] + exp(q[2]), q[1])
  },
  encode = function(shapes, j, b) {
    if (j == 2) log(b - shapes[2]) else if (j == 4) log(shapes[1] - b) else c(shapes[2], log(shapes[1] - shapes[2]))
  },
  grid = function(x) subset(expand.grid(c(seq(-6, 4, 0.5), 8, 20), c(-40, -12, seq(-6.25, 4, 0.5))), Var1 > Var2))

# The lowest sum of squares with parameter j held at b, and where.
lowest <- function(m, x, y, j, b, near) {
  squares <- function(q) {
    p <- numeric(length(m$names))
    p[m$shapes] <- m$decode(q, j, b)
    rest <- y
    columns <- matrix(0, length(x), 0)
    for (k in m$amplitudes) {
      if (k == j) rest <- rest - b * m$column(p, k, x, FALSE) else columns <- cbind(columns, m$column(p, k, x, TRUE))
    }
    if (!all(is.finite(rest)) || !all(is.finite(columns))) return(1e10)
    columns <- columns[, apply(abs(columns), 2, max) > 0, drop = FALSE]
    if (length(columns) == 0) return(sum(rest^2))
    unit <- apply(columns, 2, function(v) v / max(abs(v)))
    sum(qr.resid(qr(unit, tol = 1e-13), rest)^2)
  }
  codes <- suppressWarnings(t(apply(rbind(near, m$grid(x)), 1, m$encode, j, b)))
  if (nrow(codes) == 1) codes <- t(codes)
  codes <- unique(codes[is.finite(rowSums(codes)), , drop = FALSE])
  starts <- rbind(codes[1, ], codes[order(apply(codes, 1, squares))[1:4], , drop = FALSE])
  tight <- list(rel.tol = 1e-15, x.tol = 1e-12, iter.max = 1000, eval.max = 4000)
  best <- list(objective = Inf)
  for (i in seq_len(nrow(starts))) {
    found <- nlminb(starts[i, ], squares, control = tight)
    found <- nlminb(found$par, squares, control = tight)
    if (found$objective < best$objective) best <- list(objective = found$objective, shapes = m$decode(found$par, j, b))
  }
  best
}

# First value beyond the estimate, on one side, where the deviance reaches the goal.
limit <- function(m, x, y, fit, j, side) {
  near <- fit$estimates[m$shapes]
  deviance <- function(steps) {
    found <- lowest(m, x, y, j, fit$estimates[j] + side * steps * fit$errors[j], near)
    near <<- found$shapes
    (found$objective - fit$rss) / fit$rss * fit$df
  }
  inner <- 0
  outer <- 0.25
  while ((reached <- deviance(outer)) < fit$goal) {
    if (outer >= RANGE) return(list(limit = NA, deviance = reached))
    inner <- outer
    outer <- min(1.2 * outer, RANGE)
  }
  steps <- uniroot(function(s) if (s == 0) -fit$goal else deviance(s) - fit$goal, c(inner, outer), tol = 1e-11)$root
  list(limit = fit$estimates[j] + side * steps * fit$errors[j], deviance = 0)
}

fitted_by_r <- function(m, x, y) {
  data <- data.frame(x = x, y = y)
  fit <- nls(m$formula, data)
  p <- coef(fit)
  for (i in 1:30) {
    value <- eval(m$formula[[3]], c(list(x = x), as.list(p)))
    p <- p + qr.coef(qr(attr(value, "gradient")), y - value)
  }
  value <- eval(m$formula[[3]], c(list(x = x), as.list(p)))
  rss <- sum((y - value)^2)
  df <- length(y) - length(p)
  errors <- sqrt(diag(solve(crossprod(attr(value, "gradient")))) * (rss / df))
  own <- tryCatch(suppressMessages(unname(confint(fit))), error = conditionMessage)
  list(estimates = unname(p), errors = unname(errors), rss = rss, df = df, goal = qf(0.95, 1, df), own = own)
}

entry <- function(id, m, x, y) {
  fit <- fitted_by_r(m, x, y)
  sides <- lapply(seq_along(m$names), function(j) lapply(c(-1, 1), function(side) limit(m, x, y, fit, j, side)))
  list(id = id, `function` = "nls, confint; nlminb on the rest and uniroot", package = "stats",
       inputs = list(model = m$text, parameters = m$names, x = x, y = y),
       outputs = list(estimates = fit$estimates, standardErrors = fit$errors, residualSumOfSquares = fit$rss,
                      degreesOfFreedom = fit$df, deviance = fit$goal, limits = lapply(sides, sapply, `[[`, "limit"),
                      deviances = lapply(sides, sapply, `[[`, "deviance"),
                      confint = if (is.character(fit$own)) NULL else fit$own,
                      confintError = if (is.character(fit$own)) fit$own else NULL))
}
of <- function(set, column, value, x, y, m, id) {
  rows <- set[set[[column]] == value, ]
  entry(paste0(id, "_", value), m, rows[[x]], rows[[y]])
}
entries <- c(lapply(1:5, function(i) of(as.data.frame(Orange), "Tree", i, "age", "circumference", logis, "orange")),
             list(of(as.data.frame(ChickWeight), "Chick", 1, "Time", "weight", logis, "chick")),
             lapply(1:6, function(i) of(as.data.frame(Indometh), "Subject", i, "time", "conc", biexp, "indometh")))
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
meta <- list(script = "tests/reference/nls-profiles.R", R = R.version.string,
             data = "R's datasets package: Orange, ChickWeight, Indometh", rangeInStandardErrors = RANGE)
write(toJSON(list(meta = meta, entries = entries), digits = NA, auto_unbox = TRUE, pretty = 1, na = "null", null = "null"),
      file.path(dirname(path), "nls-profiles.json"))
