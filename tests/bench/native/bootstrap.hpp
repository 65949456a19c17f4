// Ten thousand resampled means in memory that is allocated once, and Efron's BCa limits from them.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

struct Bootstrap {
  static constexpr int resamples = 10000;
  static constexpr double data[20] = {73, 80, 66, 90, 58, 71, 77, 62, 85, 69, 74, 81, 60, 79, 88, 64, 70, 76, 83, 67};
  double means[resamples];
  uint64_t state[2] = {0x9E3779B97F4A7C15ull, 0xD1B54A32D192ED03ull};

  // xoroshiro128+ (Blackman & Vigna 2021).
  uint64_t draw() {
    uint64_t a = state[0], b = state[1] ^ a, result = a + state[1];
    state[0] = ((a << 24) | (a >> 40)) ^ b ^ (b << 16);
    state[1] = (b << 37) | (b >> 27);
    return result;
  }

  static double mean(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += data[i];
    return sum / n;
  }

  void resample(int n) {
    for (double &mean : means) {
      double sum = 0;
      for (int i = 0; i < n; i++) sum += data[((draw() >> 32) * (uint64_t)n) >> 32];
      mean = sum / n;
    }
    std::sort(means, means + resamples);
  }

  // Type 7.
  double quantile(double p) const {
    double place = p * (resamples - 1);
    int below = (int)place;
    return means[below] + (place - below) * (means[std::min(below + 1, resamples - 1)] - means[below]);
  }

  static double normal_cdf(double z) { return 0.5 * std::erfc(-z * M_SQRT1_2); }

  // Newton's steps from the middle; p isn't extreme here.
  static double normal_quantile(double p) {
    double z = 0;
    for (int i = 0; i < 8; i++) z -= (normal_cdf(z) - p) / (std::exp(-0.5 * z * z) / std::sqrt(2 * M_PI));
    return z;
  }

  // The sum of the two 95 % limits.
  double bca(int n) const {
    double estimate = mean(n), cubes = 0, squares = 0;
    auto below = std::lower_bound(means, means + resamples, estimate - 1e-9) - means;
    auto upTo = std::upper_bound(means, means + resamples, estimate + 1e-9) - means;
    for (int i = 0; i < n; i++) {
      double left = (data[i] - estimate) / (n - 1);
      cubes += left * left * left;
      squares += left * left;
    }
    double a = cubes / (6 * std::pow(squares, 1.5)), z0 = normal_quantile(0.5 * (below + upTo) / resamples), sum = 0;
    for (double z : {-1.959963984540054, 1.959963984540054}) {
      sum += quantile(normal_cdf(z0 + (z0 + z) / (1 - a * (z0 + z))));
    }
    return sum;
  }
};
