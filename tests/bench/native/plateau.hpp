// Ten scores around a plateau of relief that wears off; parameters B, logit R, ln h, ln T50, ln D.
#pragma once
#include <algorithm>
#include <cmath>

struct Plateau {
  static constexpr int size = 10;
  static constexpr double days[size] = {-7, 0, 4, 10, 28, 60, 90, 112, 140, 168};
  static constexpr double scores[size] = {9.1, 8.9, 5.4, 3.1, 2.2, 2.1, 3.2, 5.1, 7.6, 8.8};

  void residuals(const double *p, double *out) const {
    double relief = 1 / (1 + std::exp(-p[1])), rate = M_LN2 / std::exp(p[2]);
    double half = std::exp(p[3]), steepness = std::log(81.0) / std::exp(p[4]);
    for (int i = 0; i < size; i++) {
      double day = days[i], r = 0;
      if (day > 0) r = relief * (1 - std::exp(-rate * day)) / (1 + std::exp(steepness * (day - half)));
      out[i] = p[0] * (1 - r) - scores[i];
    }
  }

  void jacobian(const double *p, double *out) const {
    double relief = 1 / (1 + std::exp(-p[1])), rate = M_LN2 / std::exp(p[2]);
    double half = std::exp(p[3]), steepness = std::log(81.0) / std::exp(p[4]);
    for (int i = 0; i < size; i++) {
      double day = days[i], *row = out + 5 * i;
      if (day <= 0) {
        row[0] = 1;
        std::fill(row + 1, row + 5, 0);
        continue;
      }
      double remaining = std::exp(-rate * day), z = steepness * (day - half);
      double kept = 1 / (1 + std::exp(z)), r = relief * (1 - remaining) * kept, lost = r * (1 - kept);
      row[0] = 1 - r;
      row[1] = -p[0] * r * (1 - relief);
      row[2] = p[0] * relief * kept * remaining * rate * day;
      row[3] = -p[0] * lost * steepness * half;
      row[4] = -p[0] * lost * z;
    }
  }
};
