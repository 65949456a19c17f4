# Median milliseconds of nlme's gls with AR(1) and CAR(1) errors on the scores read from standard input.
suppressMessages({library(jsonlite); library(nlme)})
d <- fromJSON(file("stdin"))
d <- data.frame(y = d$y, treated = d$treated, day = d$day)
milliseconds <- function(f) { f(); median(replicate(15, system.time(for (i in 1:10) f())[["elapsed"]] * 100)) }
cat(toJSON(list(versions = paste0("R ", getRversion(), ", nlme ", packageVersion("nlme")), answers = list(
  ar1 = milliseconds(function() gls(y ~ treated, d, correlation = corAR1())),
  car1 = milliseconds(function() gls(y ~ treated, d, correlation = corCAR1(form = ~ day))))), auto_unbox = TRUE))
