# The tasks of tests/bench/numerics.bench.mjs in R, with the packages boot and, for the fit, minpack.lm where they are
# installed. Prints name, nanoseconds of processor time a run (median of 5 batches), result.
report <- function(name, runs, task) {
  time <- function() {
    spent <- system.time(for (i in seq_len(runs)) result <<- task(), gcFirst = FALSE)
    1e9 * (spent[["user.self"]] + spent[["sys.self"]]) / runs
  }
  result <- 0
  time()
  cat(sprintf("%s\t%.1f\t%.12g\n", name, median(replicate(5, time())), result))
}

days <- c(-7, 0, 4, 10, 28, 60, 90, 112, 140, 168)
scores <- c(9.1, 8.9, 5.4, 3.1, 2.2, 2.1, 3.2, 5.1, 7.6, 8.8)
start <- c(9, 1.1, log(4), log(110), log(50))
day <- pmax(days, 0)
parts <- function(p) {
  remaining <- exp(-log(2) / exp(p[3]) * day)
  z <- log(81) / exp(p[5]) * (day - exp(p[4]))
  kept <- 1 / (1 + exp(z))
  list(remaining = remaining, z = z, kept = kept, r = plogis(p[2]) * (1 - remaining) * kept)
}
residuals <- function(p) p[1] * (1 - parts(p)$r) - scores
jacobian <- function(p) with(parts(p), {
  lost <- r * (1 - kept)
  cbind(
    1 - r, -p[1] * r * plogis(-p[2]), p[1] * plogis(p[2]) * kept * remaining * log(2) / exp(p[3]) * day,
    -p[1] * lost * log(81) / exp(p[5]) * exp(p[4]), -p[1] * lost * z
  )
})
if (requireNamespace("minpack.lm", quietly = TRUE)) {
  tight <- minpack.lm::nls.lm.control(ftol = 1e-14, ptol = 1e-14)
  report("fit, 5 parameters, 10 points", 200, function() {
    minpack.lm::nls.lm(start, fn = residuals, jac = jacobian, control = tight)$deviance
  })
}

design <- matrix(sin(1 + (0:99)^2), 20, 5, byrow = TRUE)
target <- cos(0:19)
positive <- outer(0:7, 0:7, function(i, j) 1 / (1 + i + j) + (i == j))
decomposed <- qr(design, LAPACK = TRUE)
report("QR in new arrays", 2000, function() qr.coef(qr(design, LAPACK = TRUE), target)[decomposed$pivot[5]])
report("Cholesky in a new array", 20000, function() chol(positive)[64])

data <- c(73, 80, 66, 90, 58, 71, 77, 62, 85, 69, 74, 81, 60, 79, 88, 64, 70, 76, 83, 67)
for (n in c(5, 20)) {
  values <- data[1:n]
  report(sprintf("10,000 means, n = %d", n), 10, function() {
    sort(colMeans(matrix(sample(values, n * 10000, TRUE), n)))[5000]
  })
  if (requireNamespace("boot", quietly = TRUE)) {
    report(sprintf("10,000 means and BCa, n = %d", n), 1, function() {
      sum(boot::boot.ci(boot::boot(values, function(v, i) mean(v[i]), 10000), type = "bca")$bca[4:5])
    })
  }
}

i <- 1:1000
p <- (i * 0.8191725133961645) %% 1
u <- (i * 0.6710436067037893) %% 1
v <- (i * 0.5497004779019703) %% 1
report("1,000 t quantiles", 20, function() mean(qt(p, 1 + 50 * u)))
report("1,000 beta quantiles", 5, function() mean(qbeta(p, 0.5 + 20 * u, 0.5 + 20 * v)))
