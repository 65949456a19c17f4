# Seconds of processor time that Stan takes to draw the posterior of several patients' curves (cohort.stan, beside this file), without the time
# that it takes to compile the model; and the means and standard deviations that it finds. Run by scripts/performance.mjs.
suppressMessages({library(jsonlite); library(rstan)})
task <- fromJSON(file("stdin"))
own <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))

# Debian keeps Boost outside the package that R looks in; the compiled model must not land beside its source.
boost <- system.file("include", package = "BH")
elsewhere <- if (dir.exists(file.path(boost, "boost"))) NULL else "/usr/include"
source <- file.path(tempdir(), "cohort.stan")
invisible(file.copy(file.path(dirname(own), "cohort.stan"), source))
model <- suppressWarnings(stan_model(source, boost_lib = elsewhere))

runs <- lapply(task$seeds, function(seed) {
  start <- sum(proc.time()[1:2])
  fit <- suppressWarnings(sampling(model, task$data, chains = task$chains, iter = task$warmup + task$draws,
    warmup = task$warmup, cores = 1, seed = seed, refresh = 0, control = list(adapt_delta = task$targetAcceptance)))
  list(seconds = sum(proc.time()[1:2]) - start, fit = fit)
})
draws <- do.call(rbind, lapply(runs, function(run) as.matrix(run$fit, pars = task$parameters)))
versions <- paste0("R ", getRversion(), ", rstan ", packageVersion("rstan"))
cat(toJSON(list(versions = versions, answers = list(
  seconds = median(vapply(runs, function(run) run$seconds, 0)),
  means = unname(colMeans(draws)), standardDeviations = unname(apply(draws, 2, sd)))), digits = NA, auto_unbox = TRUE))
