# Rank tests and location limits by R, and by full enumeration where R has no exact answer (ties, zeros).
#
#   Rscript tests/reference/ranks.R     (writes ranks.json beside this file)
#
# "wilcox.test" and "cor.test" entries are R's own: exact without ties, normal with continuity correction for any. R shifts
# Kendall's S towards 0 also in a one-sided test of the other side; there it is left out. "enumeration" entries go through
# every sign, every choice or every order, two-sided: the share of statistics at least as far from their expectation.
suppressMessages(library(jsonlite))
sides <- c("two.sided", "greater", "less")
near <- 1e-9

shares <- function(all, observed, expected) list(
  `two-sided` = mean(abs(all - expected) >= abs(observed - expected) - near),
  greater = mean(all >= observed - near), less = mean(all <= observed + near))
by_side <- function(p) setNames(lapply(sides, p), c("two-sided", "greater", "less"))
entry <- function(id, call, inputs, outputs, package = paste("stats", getRversion())) list(
  id = id, `function` = call, package = package, inputs = inputs, outputs = outputs)

# Every statistic under the null hypothesis.
all_signed <- function(ranks) as.vector(as.matrix(expand.grid(rep(list(0:1), length(ranks)))) %*% ranks)
all_sums <- function(ranks, m) combn(seq_along(ranks), m, function(chosen) sum(ranks[chosen])) - m * (m + 1) / 2
orders <- function(n) if (n == 1) matrix(1) else {
  shorter <- orders(n - 1)
  do.call(rbind, lapply(n:1, function(place) t(apply(shorter, 1, append, n, place - 1))))
}
concordance <- function(x, y) sum(sign(outer(x, x, "-")) * sign(outer(y, y, "-"))) / 2

signed_enumerated <- function(id, d) {
  one <- function(zeros) {
    used <- if (zeros == "pratt") d else d[d != 0]
    ranks <- rank(abs(used)) * (used != 0)
    list(statistic = sum(ranks[used > 0]), expected = sum(ranks) / 2,
         pValue = shares(all_signed(ranks[ranks > 0]), sum(ranks[used > 0]), sum(ranks) / 2))
  }
  entry(paste0("signed_enumerated_", id), "sum over all signs", list(differences = d),
        list(dropped = one("dropped"), pratt = one("pratt")), "enumeration")
}
sum_enumerated <- function(id, x, y) {
  ranks <- rank(c(x, y)); m <- length(x)
  u <- sum(ranks[seq_len(m)]) - m * (m + 1) / 2
  entry(paste0("sum_enumerated_", id), "sum over all choices", list(first = x, second = y),
        list(statistic = u, pValue = shares(all_sums(ranks, m), u, m * length(y) / 2)), "enumeration")
}
kendall_enumerated <- function(id, x, y) {
  s <- concordance(x, y)
  all <- apply(orders(length(y)), 1, function(o) concordance(x, y[o]))
  entry(paste0("kendall_enumerated_", id), "S over all orders; cor", list(x = x, y = y),
        list(statistic = s, tauB = cor(x, y, method = "kendall"), pValue = shares(all, s, 0)), "enumeration")
}

quietly <- suppressWarnings
signed_r <- function(id, d, exact) {
  p <- by_side(function(a) quietly(wilcox.test(d, exact = exact, alternative = a)$p.value))
  entry(paste0("signed_", if (exact) "exact_" else "normal_", id), "wilcox.test", list(differences = d),
        list(statistic = unname(quietly(wilcox.test(d, exact = exact)$statistic)), pValue = p))
}
sum_r <- function(id, x, y, exact) {
  p <- by_side(function(a) quietly(wilcox.test(x, y, exact = exact, alternative = a)$p.value))
  entry(paste0("sum_", if (exact) "exact_" else "normal_", id), "wilcox.test", list(first = x, second = y),
        list(statistic = unname(quietly(wilcox.test(x, y, exact = exact)$statistic)), pValue = p))
}
kendall_r <- function(id, x, y, exact) {
  test <- function(a) quietly(cor.test(x, y, method = "kendall", exact = exact, continuity = TRUE, alternative = a))
  s <- concordance(x, y)
  p <- by_side(function(a) test(a)$p.value)
  if (!exact) p[[if (s > 0) "less" else "greater"]] <- NULL
  entry(paste0("kendall_", if (exact) "exact_" else "normal_", id), "cor.test", list(x = x, y = y),
        list(statistic = s, tauB = unname(test("two.sided")$estimate), pValue = p))
}
limits <- function(id, x, y = NULL, level = 0.95) {
  fit <- wilcox.test(x, y, exact = TRUE, conf.int = TRUE, conf.level = level)
  entry(paste0("limits_", id), "wilcox.test(conf.int = TRUE)", list(first = x, second = y, level = level),
        list(estimate = unname(fit$estimate), lower = fit$conf.int[1], upper = fit$conf.int[2]))
}

# Hollander & Wolfe (1973), pages 29, 69 and 187, as in R's own examples.
depression <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30) -
  c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
term <- c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46)
weeks <- c(1.15, 0.88, 0.90, 0.74, 1.21)
tuna <- list(x = c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1), y = c(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8))
wave <- function(n, step) round(100 * sin(seq_len(n) * step), 3)

entries <- c(
  lapply(c(1, 2, 5, 12, 40), function(n) { q <- unique(round(seq(0, n * (n + 1) / 2, length.out = 30)))
    entry(paste0("psignrank_", n), "psignrank", list(n = n, q = q), list(cdf = psignrank(q, n))) }),
  apply(rbind(c(1, 1), c(3, 2), c(4, 9), c(12, 12), c(40, 35)), 1, function(s) {
    q <- unique(round(seq(0, s[1] * s[2], length.out = 30)))
    entry(paste0("pwilcox_", s[1], "_", s[2]), "pwilcox", list(m = s[1], n = s[2], q = q), list(cdf = pwilcox(q, s[1], s[2]))) }),
  list(
    signed_r("depression", depression, TRUE), signed_r("one", 2.5, TRUE), signed_r("all_positive", c(1, 2, 3, 4, 5), TRUE),
    signed_r("wave", wave(30, 1.7) + 20, TRUE), signed_r("depression", depression, FALSE),
    signed_r("pain", c(-3, -2, 0, -4, 1, -2, -5, 0, -1), FALSE), signed_r("large", wave(800, 1.7) + 4, FALSE),
    signed_enumerated("depression", depression),
    signed_enumerated("pain", c(-3, -2, 0, -4, 1, -2, -5, 0, -1)), signed_enumerated("two", c(1, -1)),
    signed_enumerated("all_equal", c(2, 2, 2, 2)), signed_enumerated("zeros", c(0, 0, 0, 1, 2, -3, 3)),
    signed_enumerated("fourteen", c(1, 1, 2, -1, 3, 3, -2, 4, 0, 5, 1, -4, 2, 6)),
    sum_r("term", term, weeks, TRUE), sum_r("one_each", 1, 2, TRUE), sum_r("separated", c(1, 2, 3), c(4, 5, 6, 7), TRUE),
    sum_r("wave", wave(25, 1.7), wave(21, 2.3) + 31.1111, TRUE), sum_r("term", term, weeks, FALSE),
    sum_r("pain", c(8, 7, 9, 8, 8, 6), c(3, 4, 8, 3, 7), FALSE), sum_r("large", wave(300, 1.7), wave(280, 2.3) + 9.1111, FALSE),
    sum_enumerated("term", term, weeks), sum_enumerated("pain", c(8, 7, 9, 8, 8, 6), c(3, 4, 8, 3, 7)),
    sum_enumerated("skewed", c(1, 1, 1, 1, 2), c(1, 1, 3, 3)), sum_enumerated("all_equal", c(4, 4), c(4, 4, 4)),
    sum_enumerated("binary", c(0, 1, 1, 1, 1, 0), c(0, 0, 0, 1, 0, 0, 0)), sum_enumerated("one_each", 5, 5),
    kendall_r("tuna", tuna$x, tuna$y, TRUE), kendall_r("two", c(1, 2), c(2, 1), TRUE), kendall_r("three", 1:3, c(1, 3, 2), TRUE),
    kendall_r("wave", wave(45, 1.7), wave(45, 1.9), TRUE), kendall_r("falling", 1:12, -wave(12, 0.1), TRUE),
    kendall_r("tuna", tuna$x, tuna$y, FALSE),
    kendall_r("pain", c(0, 2, 4, 8, 12, 16, 20, 26), c(9, 6, 4, 3, 3, 4, 6, 7), FALSE),
    kendall_r("both_tied", c(1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 6, 6), c(2, 1, 2, 3, 3, 3, 5, 4, 4, 5, 5, 6), FALSE),
    kendall_r("large", wave(300, 1.7), round(wave(300, 1.72) / 10), FALSE),
    kendall_enumerated("one_side", c(0, 2, 4, 8, 12, 16, 20), c(9, 6, 3, 3, 3, 6, 7)),
    kendall_enumerated("other_side", c(1, 1, 2, 2, 2, 3), c(5, 4, 6, 8, 9, 7)),
    kendall_enumerated("both_sides", c(1, 1, 2, 2, 3, 3, 3), c(4, 4, 4, 6, 5, 6, 7)),
    kendall_enumerated("binary", c(0, 0, 0, 1, 1, 1), c(0, 0, 1, 0, 1, 1)),
    kendall_enumerated("untied", 1:6, c(2, 1, 4, 3, 6, 5)),
    limits("depression", depression), limits("depression_80", depression, level = 0.8), limits("six", c(1, 2, 4, 8, 16, 32)),
    limits("wave", wave(30, 1.7)), limits("term", term, weeks), limits("term_80", term, weeks, 0.8),
    limits("three_four", c(1.1, 2.2, 3.7), c(4.1, 5.3, 6.9, 7.2), 0.9), limits("waves", wave(25, 1.7), wave(21, 2.3) + 9.1111)))
path <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
write(toJSON(list(software = R.version.string, entries = entries), digits = NA, auto_unbox = TRUE, null = "null"),
      file.path(dirname(path), "ranks.json"))
