# Times of Turnbull's estimate by survival's survfit and by npsurv. Reads tasks as JSON from standard input, writes
# milliseconds and the log-likelihood of npsurv as JSON. Run by scripts/performance.mjs.
suppressMessages({library(survival); library(jsonlite)})
tasks <- fromJSON(file("stdin"), simplifyDataFrame = FALSE)
has_npsurv <- requireNamespace("npsurv", quietly = TRUE)

median_ms <- function(run, samples = 15) {
  run()
  median(vapply(seq_len(samples), function(i) {
    start <- proc.time()[["elapsed"]]
    n <- 0
    while (n < 1 || proc.time()[["elapsed"]] - start < 0.05) { run(); n <- n + 1 }
    1000 * (proc.time()[["elapsed"]] - start) / n
  }, 0))
}
answers <- lapply(tasks, function(task) {
  lower <- as.numeric(task$lower)
  upper <- vapply(task$upper, function(u) if (is.null(u)) Inf else as.numeric(u), 0)
  response <- Surv(lower, ifelse(is.finite(upper), upper, NA), type = "interval2")
  spans <- cbind(lower, upper)
  list(survfit = median_ms(function() survfit(response ~ 1)),
       npsurv = if (has_npsurv) median_ms(function() npsurv::npsurv(spans)) else NULL,
       logLikelihood = if (has_npsurv) npsurv::npsurv(spans, tol = 1e-14)$ll else NULL)
})
versions <- c(paste0("R ", getRversion(), ", survival ", packageVersion("survival")),
              if (has_npsurv) paste("npsurv", packageVersion("npsurv")))
cat(toJSON(list(versions = paste(versions, collapse = ", "), answers = answers), digits = NA, auto_unbox = TRUE, null = "null"))
