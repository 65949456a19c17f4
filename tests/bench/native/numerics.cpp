// The peer of tests/bench/numerics.bench.mjs: the same tasks in C++, compiled by g++ -O3 when the benchmark runs.
// Prints one line a task: name, nanoseconds a run (median of 15 batches), and a checksum that keeps the work alive.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <vector>

using Clock = std::chrono::steady_clock;

static void report(const char *name, int runs, const std::function<double()> &task) {
  std::vector<double> times;
  double sum = 0;
  for (int batch = 0; batch < 16; batch++) {
    auto start = Clock::now();
    for (int i = 0; i < runs; i++) sum += task();
    double ns = std::chrono::duration<double, std::nano>(Clock::now() - start).count() / runs;
    if (batch > 0) times.push_back(ns);
  }
  std::sort(times.begin(), times.end());
  std::printf("%s %.1f %.6g\n", name, times[times.size() / 2], sum);
}

// Householder QR of an m × n matrix by rows, solving least squares in place; returns the first coefficient.
static double householder(double *a, double *b, int m, int n, double *x) {
  for (int k = 0; k < n; k++) {
    double norm = 0;
    for (int i = k; i < m; i++) norm += a[i * n + k] * a[i * n + k];
    norm = std::sqrt(norm);
    if (norm == 0) continue;
    double alpha = a[k * n + k] > 0 ? -norm : norm;
    double v0 = a[k * n + k] - alpha;
    a[k * n + k] = v0;
    double scale = -alpha * v0;
    for (int j = k + 1; j <= n; j++) {
      double s = 0;
      for (int i = k; i < m; i++) s += a[i * n + k] * (j < n ? a[i * n + j] : b[i]);
      s /= scale;
      for (int i = k; i < m; i++) (j < n ? a[i * n + j] : b[i]) -= s * a[i * n + k];
    }
    x[k] = alpha;
  }
  for (int k = n - 1; k >= 0; k--) {
    double s = b[k];
    for (int j = k + 1; j < n; j++) s -= a[k * n + j] * b[j];
    b[k] = s / x[k];
  }
  for (int k = 0; k < n; k++) x[k] = b[k];
  return x[0];
}

// The plateau curve in working parameters B, logit R, log h, log T50, log D, with its derivatives.
static double plateau(double t, const double *p, double *d) {
  double B = p[0];
  if (t <= 0) {
    d[0] = 1;
    d[1] = d[2] = d[3] = d[4] = 0;
    return B;
  }
  double R = 1 / (1 + std::exp(-p[1])), h = std::exp(p[2]), T = std::exp(p[3]), D = std::exp(p[4]);
  double delay = M_LN2 * t / h, u = std::exp(-delay), on = 1 - u, k = std::log(81.0) / D, z = k * (t - T);
  double w = 1 / (1 + std::exp(z)), r = R * on * w, lost = r * (1 - w);
  d[0] = 1 - r;
  d[1] = -B * r * (1 - R);
  d[2] = B * R * w * u * delay;
  d[3] = -B * lost * k * T;
  d[4] = -B * lost * z;
  return B * (1 - r);
}

static const double T10[10] = {-7, 0, 4, 10, 28, 60, 90, 112, 140, 168};
static const double Y10[10] = {9.1, 8.9, 5.4, 3.1, 2.2, 2.1, 3.2, 5.1, 7.6, 8.8};

static double fit() {
  const int m = 10, n = 5;
  double p[n] = {9, 1.1, std::log(4.0), std::log(110.0), std::log(50.0)};
  double jac[(m + n) * n], res[m + n], a[(m + n) * n], b[m + n], step[n], scale[n] = {0};
  auto evaluate = [&](const double *q, double *r, double *j) {
    double s = 0, d[n];
    for (int i = 0; i < m; i++) {
      r[i] = Y10[i] - plateau(T10[i], q, d);
      s += r[i] * r[i];
      if (j) for (int k = 0; k < n; k++) j[i * n + k] = d[k];
    }
    return s;
  };
  double rss = evaluate(p, res, jac), lambda = 1e-3;
  for (int iteration = 0; iteration < 100; iteration++) {
    for (int k = 0; k < n; k++) {
      double s = 0;
      for (int i = 0; i < m; i++) s += jac[i * n + k] * jac[i * n + k];
      scale[k] = std::max(scale[k], s);
    }
    std::copy(jac, jac + m * n, a);
    std::copy(res, res + m, b);
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < n; j++) a[(m + k) * n + j] = j == k ? std::sqrt(lambda * scale[k]) : 0;
      b[m + k] = 0;
    }
    householder(a, b, m + n, n, step);
    double q[n], r[m], j[m * n], size = 0, length = 0;
    for (int k = 0; k < n; k++) {
      q[k] = p[k] + step[k];
      size += step[k] * step[k] * scale[k];
      length += p[k] * p[k] * scale[k];
    }
    double next = evaluate(q, r, j);
    if (next < rss) {
      double gain = rss - next;
      std::copy(q, q + n, p);
      std::copy(r, r + m, res);
      std::copy(j, j + m * n, jac);
      rss = next;
      lambda = std::max(lambda / 9, 1e-12);
      if (gain <= 1e-14 * rss || size <= 1e-16 * length) break;
    } else {
      if (size <= 1e-16 * length) break;
      lambda *= 8;
    }
  }
  return rss;
}

static uint64_t state[2] = {0x9E3779B97F4A7C15ull, 0xD1B54A32D192ED03ull};
static inline uint64_t draw() {
  uint64_t s0 = state[0], s1 = state[1], result = s0 + s1;
  s1 ^= s0;
  state[0] = ((s0 << 24) | (s0 >> 40)) ^ s1 ^ (s1 << 16);
  state[1] = (s1 << 37) | (s1 >> 27);
  return result;
}

// 10,000 resampled means of n numbers, sorted; returns the 2.5 % point.
static double bootstrap(int n, bool bca) {
  static const double data[20] = {73, 80, 66, 90, 58, 71, 77, 62, 85, 69, 74, 81, 60, 79, 88, 64, 70, 76, 83, 67};
  static double means[10000];
  double mean = 0;
  for (int i = 0; i < n; i++) mean += data[i] / n;
  int below = 0;
  for (int r = 0; r < 10000; r++) {
    double s = 0;
    for (int i = 0; i < n; i++) s += data[(uint64_t)(((draw() >> 32) * (uint64_t)n) >> 32)];
    means[r] = s / n;
    below += means[r] < mean;
  }
  std::sort(means, means + 10000);
  if (!bca) return means[249];
  double cubes = 0, squares = 0;
  for (int i = 0; i < n; i++) {
    double d = (data[i] - mean) / (n - 1);
    cubes += d * d * d;
    squares += d * d;
  }
  return means[249] + cubes / (6 * std::pow(squares, 1.5)) + below * 1e-9;
}

int main() {
  report("fit 5 parameters, 10 points", 2000, fit);
  double design[100], target[20];
  for (int i = 0; i < 100; i++) design[i] = std::sin(1.0 + i * i);
  for (int i = 0; i < 20; i++) target[i] = std::cos(i);
  report("QR 20 x 5", 20000, [&] {
    double a[100], b[20], x[5];
    std::copy(design, design + 100, a);
    std::copy(target, target + 20, b);
    return householder(a, b, 20, 5, x);
  });
  double spd[64];
  for (int i = 0; i < 8; i++)
    for (int j = 0; j < 8; j++) spd[i * 8 + j] = 1.0 / (1 + i + j) + (i == j ? 1 : 0);
  report("Cholesky 8 x 8", 100000, [&] {
    double l[64] = {0};
    for (int j = 0; j < 8; j++) {
      double pivot = spd[j * 8 + j];
      for (int k = 0; k < j; k++) pivot -= l[j * 8 + k] * l[j * 8 + k];
      double root = std::sqrt(pivot);
      l[j * 8 + j] = root;
      for (int i = j + 1; i < 8; i++) {
        double s = spd[i * 8 + j];
        for (int k = 0; k < j; k++) s -= l[i * 8 + k] * l[j * 8 + k];
        l[i * 8 + j] = s / root;
      }
    }
    return l[63];
  });
  report("10,000 resampled means, n = 5", 40, [] { return bootstrap(5, false); });
  report("10,000 resampled means, n = 20", 40, [] { return bootstrap(20, false); });
  report("BCa of the mean, n = 5", 40, [] { return bootstrap(5, true); });
  report("BCa of the mean, n = 20", 40, [] { return bootstrap(20, true); });
}
