# Times of random-effects pools by metafor: REML with Hartung and Knapp's test, then the Q-profile interval; for tasks that ask for
# it, the pools that leave one out. Reads tasks as JSON from standard input, writes milliseconds and limits as JSON. Run by scripts/performance.mjs.
suppressMessages({library(metafor); library(jsonlite)})
tasks <- fromJSON(file("stdin"), simplifyDataFrame = FALSE)

median_ms <- function(run, samples) {
  run()
  median(vapply(seq_len(samples), function(i) {
    start <- proc.time()[["elapsed"]]
    n <- 0
    while (n < 1 || proc.time()[["elapsed"]] - start < 0.1) { run(); n <- n + 1 }
    1000 * (proc.time()[["elapsed"]] - start) / n
  }, 0))
}
# Beyond its default of 100, where limits of two series lie.
wide <- list(tau2.max = 1e5)
answers <- lapply(tasks, function(task) {
  fit <- function() rma(task$effects, task$variances, method = "REML", test = "knha")
  once <- fit()
  if (isTRUE(task$leaveOneOut)) {
    steps <- leave1out(once)
    return(list(time = median_ms(function() leave1out(once), 11), estimates = steps$estimate, tauSquared = steps$tau2))
  }
  limits <- confint(once, control = wide)$random["tau^2", c("ci.lb", "ci.ub")]
  list(fit = median_ms(fit, 11), both = median_ms(function() confint(fit(), control = wide), 11),
       limits = c(once$ci.lb, once$ci.ub, unname(limits)))
})
versions <- paste0("R ", getRversion(), ", metafor ", packageVersion("metafor"))
cat(toJSON(list(versions = versions, answers = answers), digits = NA, auto_unbox = TRUE))
