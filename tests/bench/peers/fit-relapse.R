# Times of survreg, and of the profile limits of the median around it. Reads tasks as JSON from standard input, writes
# milliseconds and limits as JSON. Run by scripts/performance.mjs.
suppressMessages({library(survival); library(jsonlite)})
tasks <- fromJSON(file("stdin"), simplifyDataFrame = FALSE)

median_ms <- function(run, samples = 15) {
  run()
  median(vapply(seq_len(samples), function(i) {
    start <- proc.time()[["elapsed"]]
    n <- 0
    while (n < 1 || proc.time()[["elapsed"]] - start < 0.05) { run(); n <- n + 1 }
    1000 * (proc.time()[["elapsed"]] - start) / n
  }, 0))
}
# survreg holds no median, so the profile is of the likelihood written out, started from its fit.
limits <- function(lower, upper, fit) {
  survival <- function(t, log_median, log_scale) exp(-log(2) * (t / exp(log_median))^exp(-log_scale))
  exact <- !is.na(upper) & lower == upper
  held <- function(m, s) {
    gone <- survival(lower, m, s)
    after <- ifelse(is.na(upper), 0, survival(upper, m, s))
    density <- log(2) * exp(-s) / lower * (lower / exp(m))^exp(-s) * gone
    -sum(log(ifelse(exact, density, gone - after)))
  }
  lowest <- function(m) optimize(function(s) held(m, s), log(fit$scale) + c(-2, 2), tol = 1e-8)$objective
  center <- unname(coef(fit) + fit$scale * log(log(2)))
  goal <- lowest(center) + qchisq(0.95, 1) / 2
  reach <- 8 * sqrt(vcov(fit)[1, 1])
  exp(vapply(c(-1, 1), function(side) uniroot(function(m) lowest(m) - goal, sort(center + side * c(0, reach)), tol = 1e-9)$root, 0))
}
answers <- lapply(tasks, function(task) {
  upper <- vapply(task$upper, function(u) if (is.null(u)) NA_real_ else as.numeric(u), 0)
  response <- Surv(as.numeric(task$lower), upper, type = "interval2")
  both <- function() limits(as.numeric(task$lower), upper, survreg(response ~ 1, dist = "weibull"))
  list(fit = median_ms(function() survreg(response ~ 1, dist = "weibull")), both = median_ms(both), limits = both())
})
cat(toJSON(list(versions = paste0("R ", getRversion(), ", survival ", packageVersion("survival")), answers = answers),
           digits = NA, auto_unbox = TRUE, null = "null"))
