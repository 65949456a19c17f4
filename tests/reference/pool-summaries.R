# Rubin's rules as mice pools a scalar.
#   Rscript tests/reference/pool-summaries.R > tests/reference/pool-summaries.mice.json
suppressMessages(library(mice))
cases <- list(
  list(estimates = c(1, 2, 3, 2.5), variances = c(1, 1.2, 0.8, 1), complete = 5),
  list(estimates = c(0.61, 0.64, 0.66, 0.67, 0.63), variances = c(0.004, 0.0035, 0.005, 0.0045, 0.0041), complete = 1),
  list(estimates = c(-3.2, -3.1, -2.4), variances = c(0.2, 0.9, 0.4), complete = 30),
  list(estimates = c(-3.2, -3.1, -2.4, -2.9), variances = c(0.2, 0.9, 0.4, 0.3), complete = Inf)
)
number <- function(x) if (is.finite(x)) sprintf("%.17g", x) else "null"
one <- function(case) {
  found <- pool.scalar(case$estimates, case$variances, n = case$complete + 1, k = 1)
  fields <- c("qbar", "t", "df", "fmi")
  values <- vapply(fields, function(name) sprintf('"%s": %s', name, number(found[[name]])), "")
  sprintf('    { "estimates": [%s], "variances": [%s], "complete": %s, %s }',
    paste(vapply(case$estimates, number, ""), collapse = ", "),
    paste(vapply(case$variances, number, ""), collapse = ", "),
    number(case$complete), paste(values, collapse = ", "))
}
cat(sprintf('{\n  "software": "R %s.%s, mice %s, pool.scalar",\n  "cases": [\n%s\n  ]\n}\n',
  R.version$major, R.version$minor, packageVersion("mice"), paste(vapply(cases, one, ""), collapse = ",\n")))
