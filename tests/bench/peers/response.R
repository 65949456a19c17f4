# Times of curve fits by minpack.lm's nlsLM, and of confint's profiles of them. Reads tasks as JSON from standard input,
# writes milliseconds and limits as JSON. Run by scripts/performance.mjs.
suppressMessages({library(minpack.lm); library(jsonlite)})
tasks <- fromJSON(file("stdin"), simplifyDataFrame = FALSE)

median_ms <- function(run, samples) {
  run()
  median(vapply(seq_len(samples), function(i) {
    start <- proc.time()[["elapsed"]]
    n <- 0
    while (n < 1 || proc.time()[["elapsed"]] - start < 0.05) { run(); n <- n + 1 }
    1000 * (proc.time()[["elapsed"]] - start) / n
  }, 0))
}
answers <- lapply(tasks, function(task) {
  data <- list(x = task$x, y = task$y)
  formula <- as.formula(paste("y ~", task$model))
  fit <- function() nlsLM(formula, data = data, start = task$start)
  both <- function() suppressMessages(confint(fit()))
  limits <- tryCatch(unname(both()), error = conditionMessage)
  failed <- is.character(limits)
  list(fit = median_ms(fit, 15), both = if (failed) NULL else median_ms(both, 7), limits = if (failed) NULL else limits,
       error = if (failed) limits else NULL)
})
versions <- paste0("R ", getRversion(), ", minpack.lm ", packageVersion("minpack.lm"))
cat(toJSON(list(versions = versions, answers = answers), digits = NA, auto_unbox = TRUE, null = "null"))
