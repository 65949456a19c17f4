// The peer of tests/bench/numerics.bench.mjs: the same tasks in C++, compiled by g++ -O3 when the benchmark runs.
#include "bootstrap.hpp"
#include "levenberg-marquardt.hpp"
#include "plain-fit.hpp"
#include "report.hpp"
#if __has_include(<boost/math/distributions/beta.hpp>)
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/students_t.hpp>
#define WITH_BOOST
#endif

static void fits() {
  Plateau model;
  const double start[5] = {9, 1.1, std::log(4.0), std::log(110.0), std::log(50.0)};
  LevenbergMarquardt<Plateau> search(model, Plateau::size, 5);
  report("fit, 5 parameters, 10 points", 1000, [&] { return search.fit(start, 1e-8); });
  report("fit, the peer a plain method", 1000, [&] { return plain_fit(model, start); });
}

// The last coefficient but for its sign and place.
static double solve(double *a, double *b) {
  double reflections[5];
  int pivots[5];
  factor_qr(a, 20, 5, reflections, pivots);
  apply_q_transposed(a, 20, 5, reflections, b);
  solve_upper(a, 5, b, 5);
  return b[4];
}

static void factorizations() {
  std::vector<double> design(100), target(20), a(100), b(20), spd(64), l(64);
  for (int i = 0; i < 100; i++) design[i] = std::sin(1.0 + i * i);
  for (int i = 0; i < 20; i++) target[i] = std::cos(i);
  for (int i = 0; i < 64; i++) spd[i] = 1.0 / (1 + i / 8 + i % 8) + (i / 8 == i % 8);
  report("QR 20 x 5 and its solution", 20000, [&] {
    std::copy(design.begin(), design.end(), a.begin());
    std::copy(target.begin(), target.end(), b.begin());
    return solve(a.data(), b.data());
  });
  report("QR in new arrays", 20000, [&] {
    std::vector<double> factors = design, rotated = target;
    return solve(factors.data(), rotated.data());
  });
  report("Cholesky 8 x 8", 100000, [&] {
    std::copy(spd.begin(), spd.end(), l.begin());
    return cholesky(l.data(), 8) ? l[63] : NAN;
  });
  report("Cholesky in a new array", 100000, [&] {
    std::vector<double> factor = spd;
    return cholesky(factor.data(), 8) ? factor[63] : NAN;
  });
}

static void resampling() {
  static Bootstrap bootstrap;
  for (int n : {5, 20}) {
    report(n == 5 ? "10,000 means, n = 5" : "10,000 means, n = 20", 10, [&] {
      bootstrap.resample(n);
      return bootstrap.quantile(0.5);
    });
    report(n == 5 ? "10,000 means and BCa, n = 5" : "10,000 means and BCa, n = 20", 10, [&] {
      bootstrap.resample(n);
      return bootstrap.bca(n);
    });
  }
}

#ifdef WITH_BOOST
static double fraction(double x) { return x - std::floor(x); }

// A thousand points spread evenly over probabilities and parameters: Roberts's sequence, as in the other languages.
template <class Quantile> static double quantiles(Quantile quantile) {
  double sum = 0;
  for (int i = 1; i <= 1000; i++) {
    sum += quantile(fraction(i * 0.8191725133961645), fraction(i * 0.6710436067037893), fraction(i * 0.5497004779019703));
  }
  return sum / 1000;
}

static void distributions() {
  using namespace boost::math;
  report("1,000 t quantiles", 1, [] {
    return quantiles([](double p, double u, double) { return quantile(students_t(1 + 50 * u), p); });
  });
  report("1,000 beta quantiles", 1, [] {
    return quantiles([](double p, double u, double v) { return quantile(beta_distribution<>(0.5 + 20 * u, 0.5 + 20 * v), p); });
  });
}
#else
static void distributions() {}
#endif

int main() {
  fits();
  factorizations();
  resampling();
  distributions();
}
