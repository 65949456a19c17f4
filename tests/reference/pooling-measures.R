# Effect measures by metafor's escalc, and Mantel–Haenszel and Peto pools by rma.mh and rma.peto.
#
#   Rscript tests/reference/pooling-measures.R     (writes pooling-measures.json beside this file)
#
# Made-up series, but for dat.bcg of metadat (Colditz et al. 1994). Columns have nof1's names. For SMCR and SMCRH metafor's
# sd1i is the standard deviation before, whatever m1i is; for all other changes it belongs to m1i, the mean after.
suppressMessages({ library(metafor); library(jsonlite) })

software <- paste0(R.version.string, ", metafor ", packageVersion("metafor"))
package <- paste0("metafor@", packageVersion("metafor"))
entry <- function(id, call, series, options, outputs) list(
  id = id, `function` = call, package = package, inputs = list(series = series, options = options), outputs = outputs)

two <- data.frame(mean = c(3.1, 4, 55, 0.8), sd = c(1.2, 2, 21, 0.11), n = c(5, 8, 2, 30),
                  mean_control = c(6.7, 7.2, 71, 0.7), sd_control = c(1.5, 1.8, 14, 0.4), n_control = c(6, 7, 3, 12))
one <- two[, c("mean", "sd", "n")]
change <- data.frame(mean_after = c(2.1, 3.3, 1.9, 40), mean_before = c(7.9, 7, 8.2, 61), sd_after = c(1.1, 1.4, 0.9, 22),
                     sd_before = c(0.9, 1.3, 0.7, 15), n = c(5, 3, 10, 2), correlation = c(0.3, 0.5, -0.2, 0))
events <- data.frame(events = c(18, 5, 0, 0, 3, 4, 1), n = c(22, 5, 6, 4, 9, 4, 300),
                     events_control = c(9, 1, 4, 0, 3, 6, 0), n_control = c(20, 6, 7, 5, 8, 6, 150))
single <- events[, c("events", "n")]
rates <- data.frame(events = c(3, 0, 12, 0), time = c(2.5, 4, 30, 7), events_control = c(5, 2, 0, 0),
                    time_control = c(3, 4.5, 28, 6))
correlations <- data.frame(correlation = c(0.5, -0.2, 0.93, 0), n = c(5, 12, 6, 4))

escalc_two <- function(measure, d, ...) escalc(measure, m1i = d$mean, sd1i = d$sd, n1i = d$n, m2i = d$mean_control,
                                               sd2i = d$sd_control, n2i = d$n_control, ...)
escalc_one <- function(measure, d, ...) escalc(measure, mi = d$mean, sdi = d$sd, ni = d$n, ...)
escalc_change <- function(measure, d, ...) if (measure %in% c("SMCR", "SMCRH"))
  escalc(measure, m1i = d$mean_after, m2i = d$mean_before, sd1i = d$sd_before, sd2i = d$sd_after, ni = d$n,
         ri = d$correlation, ...) else
  escalc(measure, m1i = d$mean_after, m2i = d$mean_before, sd1i = d$sd_after, sd2i = d$sd_before, ni = d$n,
         ri = d$correlation, ...)
escalc_events <- function(measure, d, ...) escalc(measure, ai = d$events, n1i = d$n, ci = d$events_control,
                                                  n2i = d$n_control, ...)
escalc_single <- function(measure, d, ...) escalc(measure, xi = d$events, ni = d$n, ...)
escalc_rates <- function(measure, d, ...) escalc(measure, x1i = d$events, t1i = d$time, x2i = d$events_control,
                                                 t2i = d$time_control, ...)
escalc_rate <- function(measure, d, ...) escalc(measure, xi = d$events, ti = d$time, ...)
escalc_correlation <- function(measure, d, ...) escalc(measure, ri = d$correlation, ni = d$n, ...)

case <- function(f, measure, d, suffix = "", options = setNames(list(), character()), ...) {
  found <- suppressWarnings(f(measure, d, ...))
  entry(paste0("escalc.", measure, suffix), paste("escalc", measure), d, c(list(measure = measure), options),
        list(yi = as.numeric(found$yi), vi = as.numeric(found$vi)))
}
to_all <- list(zeros = list(add = 0.5, to = "all"))
none <- list(zeros = list(add = 0, to = "none"))
quarter <- list(zeros = list(add = 0.25, to = "only-zero"))

cases <- c(
  lapply(c("MD", "SMD", "SMDH", "ROM", "CVR", "VR"), function(m) case(escalc_two, m, two)),
  lapply(c("LS2", "UB", "AV"), function(v) case(escalc_two, "SMD", two, paste0(".", v), list(variance = v), vtype = v)),
  list(case(escalc_two, "ROM", two, ".AV", list(variance = "AV"), vtype = "AV"),
       case(escalc_two, "MD", two, ".HO", list(variance = "HO"), vtype = "HO")),
  lapply(c("MN", "MNLN", "CVLN", "SDLN"), function(m) case(escalc_one, m, one)),
  lapply(c("MC", "ROMC", "CVRC", "VRC"), function(m) case(escalc_change, m, change)),
  lapply(c("SMCC", "SMCR", "SMCRH"), function(m) case(escalc_change, m, change[-4, ])), # 2 patients are too few
  lapply(c("RR", "OR", "RD", "AS", "PETO"), function(m) case(escalc_events, m, events[-4, ])),
  lapply(c("RR", "OR", "RD", "AS"), function(m)
    case(escalc_events, m, events, ".all", to_all, add = 0.5, to = "all")),
  lapply(c("RR", "OR", "RD"), function(m)
    case(escalc_events, m, events, ".quarter", quarter, add = 0.25, to = "only0")),
  list(case(escalc_events, "OR", events[c(1, 5), ], ".none", none, add = 0, to = "none")),
  lapply(c("PR", "PLN", "PLO", "PAS", "PFT"), function(m) case(escalc_single, m, single)),
  lapply(c("PR", "PLN", "PLO"), function(m) case(escalc_single, m, single, ".all", to_all, add = 0.5, to = "all")),
  lapply(c("IRR", "IRD", "IRSD"), function(m) case(escalc_rates, m, rates)),
  lapply(c("IRR", "IRD"), function(m) case(escalc_rates, m, rates, ".all", to_all, add = 0.5, to = "all")),
  lapply(c("IR", "IRLN", "IRS", "IRFT"), function(m) case(escalc_rate, m, rates[, c("events", "time")])),
  lapply(c("COR", "ZCOR"), function(m) case(escalc_correlation, m, correlations)))

bcg <- with(dat.bcg, data.frame(events = tpos, n = tpos + tneg, events_control = cpos, n_control = cpos + cneg))
tables <- function(d) list(ai = d$events, n1i = d$n, ci = d$events_control, n2i = d$n_control)
pool <- function(id, f, d, ...) {
  r <- suppressWarnings(do.call(f, c(tables(d), list(...))))
  statistic <- function(x) if (is.null(x)) NULL else as.numeric(x)
  entry(id, deparse(substitute(f)), d, setNames(list(), character()), Filter(Negate(is.null), list(
    est = as.numeric(r$beta), se = r$se, ci_lb = r$ci.lb, ci_ub = r$ci.ub, k = r$k, QE = r$QE, QEp = r$QEp,
    ll = as.numeric(logLik(r)), MH = statistic(r$MH), MHp = statistic(r$MHp), TA = statistic(r$TA), TAp = statistic(r$TAp)))) # RR, RD: NA
}
small <- events[c(1, 2, 3, 5), ]
pools <- unlist(recursive = FALSE, list(
  lapply(c("OR", "RR", "RD"), function(m) pool(paste0("rma.mh.bcg.", m), rma.mh, bcg, measure = m)),
  lapply(c("OR", "RR", "RD"), function(m) pool(paste0("rma.mh.small.", m), rma.mh, small, measure = m)),
  list(pool("rma.mh.uncorrected.OR", rma.mh, small, measure = "OR", correct = FALSE)),
  lapply(c("OR", "RR", "RD"), function(m) pool(paste0("rma.mh.zeros.", m), rma.mh, events, measure = m)),
  list(pool("rma.peto.bcg", rma.peto, bcg), pool("rma.peto.small", rma.peto, small), pool("rma.peto.zeros", rma.peto, events))))

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
lines <- vapply(c(cases, pools), toJSON, "", auto_unbox = TRUE, digits = 15, dataframe = "rows")
writeLines(c(sprintf('{"software":"%s","entries":[', software), paste0(lines, c(rep(",", length(lines) - 1), "")), "]}"),
           file.path(here, "pooling-measures.json"))
