# A patient after the other: the response curve by minpack.lm's nlsLM, then confint's profiles of its five parameters. Reads
# days and scores as JSON from standard input, writes how long all took and how many succeeded. Run by scripts/performance.mjs.
suppressMessages({library(minpack.lm); library(jsonlite); library(MASS)})
patients <- fromJSON(file("stdin"), simplifyDataFrame = FALSE)
model <- y ~ B * (1 - R * (1 - exp(-log(2) * x / h)) / (1 + exp(log(81) * (x - T50) / D)))

fit_one <- function(data) {
  start <- list(B = max(data$y), R = 0.75, h = 4, T50 = 110, D = 50)
  tryCatch(nlsLM(model, data = data, start = start), error = function(e) NULL)
}
limits_of <- function(fit) tryCatch(suppressWarnings(suppressMessages(confint(fit))), error = function(e) NULL)

invisible(limits_of(fit_one(patients[[1]])))
began <- proc.time()
found <- vapply(patients, function(data) {
  fit <- fit_one(data)
  limits <- if (is.null(fit)) NULL else limits_of(fit)
  c(!is.null(fit), !is.null(limits) && !anyNA(limits))
}, c(FALSE, FALSE))
took <- proc.time() - began
used <- sum(gc()[, 6])
versions <- paste0("R ", getRversion(), ", minpack.lm ", packageVersion("minpack.lm"))
cat(toJSON(list(versions = versions, fitted = sum(found[1, ]), limits = sum(found[2, ]), seconds = took[["elapsed"]],
                cpuSeconds = took[["user.self"]] + took[["sys.self"]], megabytes = used), digits = NA, auto_unbox = TRUE))
