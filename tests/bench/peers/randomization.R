# Median milliseconds of randomization tests of the difference of means in plain R, on the trials read from standard input.
suppressMessages(library(jsonlite))
d <- fromJSON(file("stdin"))
milliseconds <- function(f, runs, samples) {
  f()
  median(replicate(samples, system.time(for (i in seq_len(runs)) f())[["elapsed"]])) * 1000 / runs
}
# Two-sided p-value from the sums of the scores under the treatment.
p.of <- function(sums, observed, total, n, k) {
  difference <- function(s) s / k - (total - s) / (n - k)
  mean(abs(difference(sums)) >= abs(difference(observed)) - 1e-9)
}
any.order <- function(x) {
  n <- length(x$y); k <- sum(x$treated)
  picks <- combn(n, k)
  p.of(colSums(matrix(x$y[picks], nrow = k)), sum(x$y[x$treated == 1]), sum(x$y), n, k)
}
pairs <- function(x) {
  n <- length(x$y) / 2
  differences <- x$y[seq(2, 2 * n, 2)] - x$y[seq(1, 2 * n, 2)]
  sums <- 0
  for (difference in differences) sums <- c(sums, sums + difference) # sums over every set of swapped pairs
  first <- sum(x$y[seq(1, 2 * n, 2)])
  p.of(first + sums, sum(x$y[x$treated == 1]), sum(x$y), 2 * n, n)
}
drawn <- function(x) {
  n <- length(x$y); k <- sum(x$treated)
  sums <- replicate(99999, sum(x$y[sample.int(n, k)]))
  p.of(c(sums, sum(x$y[x$treated == 1])), sum(x$y[x$treated == 1]), sum(x$y), n, k)
}
cat(toJSON(list(versions = paste0("R ", getRversion()), answers = list(
  exact12 = milliseconds(function() any.order(d$exact12), 20, 11),
  exact40 = milliseconds(function() pairs(d$exact40), 1, 5),
  drawn60 = milliseconds(function() drawn(d$drawn60), 1, 5))), auto_unbox = TRUE))
