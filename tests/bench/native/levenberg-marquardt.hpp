// The method of src/math/optimize/least-squares.ts, step for step, in memory that is allocated once: pivoted QR, damping
// by rotations, geodesic acceleration, limits on the parameters, Bates and Watts's offset, the covariance.
#pragma once
#include "householder.hpp"
#include <vector>

template <class Model> class LevenbergMarquardt {
  using Vector = std::vector<double>;
  const Model &model;
  int n, p, n_free, pivots[16];
  double sum = 0, damping = 1, growth = 2;
  Vector residuals, jacobian, packed, rotated, scales, reflections, least, sizes, lower, upper;
  Vector s, z, row, step, slope, bend, next, next_residuals;

  static constexpr double epsilon = 2.220446049250313e-16, least_damping = 1e-30;

  static double squares(const Vector &v) {
    double total = 0;
    for (double x : v) total += x * x;
    return total;
  }

  bool is_held(int j) const {
    if (x[j] > lower[j] && x[j] < upper[j]) return false;
    double slope = 0;
    for (int i = 0; i < n; i++) slope += jacobian[i * p + j] * residuals[i];
    return x[j] <= lower[j] ? slope > 0 || lower[j] == upper[j] : slope < 0;
  }

  void project(Vector &v) const {
    for (int j = 0; j < p; j++) v[j] = std::min(std::max(v[j], lower[j]), upper[j]);
  }

  bool linearize(double unit) {
    model.jacobian(x.data(), jacobian.data());
    n_free = p;
    for (int j = 0; j < p; j++) {
      double square = 0;
      for (int i = 0; i < n; i++) square += jacobian[i * p + j] * jacobian[i * p + j];
      if (!std::isfinite(square)) return false;
      bool held = is_held(j);
      if (held) {
        n_free--;
        square = 0;
        for (int i = 0; i < n; i++) jacobian[i * p + j] = 0;
      }
      scales[j] = std::max(std::sqrt(square), held ? 0 : unit / std::max(std::fabs(x[j]), sizes[j]));
      if (scales[j] == 0) scales[j] = 1;
      for (int i = 0; i < n; i++) packed[i * p + j] = jacobian[i * p + j] / scales[j];
    }
    factor_qr(packed.data(), n, p, reflections.data(), pivots);
    rotated = residuals;
    apply_q_transposed(packed.data(), n, p, reflections.data(), rotated.data());
    return true;
  }

  int linearize_finely() {
    linearize(0);
    return qr_rank(packed.data(), p, 1e-13);
  }

  double offset(int rank) const {
    double tangent = 0, normal = 0;
    for (int i = 0; i < rank; i++) tangent += rotated[i] * rotated[i];
    for (int i = rank; i < n; i++) normal += rotated[i] * rotated[i];
    return tangent == 0 ? 0 : std::sqrt(tangent / rank) / std::sqrt(normal / (n - rank));
  }

  void rotate_in(int from) {
    double right = 0;
    for (int k = from; k < p; k++) {
      double below = row[k], diagonal = s[k * p + k], length = std::sqrt(diagonal * diagonal + below * below);
      if (below == 0 || length == 0) continue;
      double cosine = diagonal / length, sine = below / length;
      s[k * p + k] = length;
      for (int l = k + 1; l < p; l++) {
        double kept = s[k * p + l];
        s[k * p + l] = cosine * kept + sine * row[l];
        row[l] = cosine * row[l] - sine * kept;
      }
      double kept = z[k];
      z[k] = cosine * kept + sine * right;
      right = cosine * right - sine * kept;
    }
  }

  double straight_step() {
    for (int i = 0; i < p; i++) {
      z[i] = rotated[i];
      for (int j = i; j < p; j++) s[i * p + j] = packed[i * p + j];
    }
    for (int j = 0; j < p; j++) {
      for (int l = j + 1; l < p; l++) row[l] = 0;
      row[j] = std::sqrt(damping);
      rotate_in(j);
    }
    for (int k = 0; k < p; k++)
      if (s[k * p + k] == 0) s[k * p + k] = 1, z[k] = 0;
    solve_upper(s.data(), p, z.data(), p);
    for (int k = 0; k < p; k++) step[pivots[k]] = -z[k] / scales[pivots[k]];
    for (int i = 0; i < n; i++) {
      slope[i] = 0;
      for (int j = 0; j < p; j++) slope[i] += jacobian[i * p + j] * step[j];
    }
    return squares(slope) + 2 * damping * squares(z);
  }

  bool bend_step() {
    for (int j = 0; j < p; j++) {
      next[j] = x[j] + 0.1 * step[j];
      if (next[j] < lower[j] || next[j] > upper[j]) return true;
    }
    model.residuals(next.data(), next_residuals.data());
    for (int i = 0; i < n; i++) slope[i] = (2 / 0.1) * ((next_residuals[i] - residuals[i]) / 0.1 - slope[i]);
    for (int k = 0; k < p; k++) {
      double total = 0;
      for (int i = 0; i < n; i++) total += jacobian[i * p + pivots[k]] * slope[i];
      bend[k] = total / scales[pivots[k]];
    }
    solve_upper_transposed(s.data(), p, bend.data(), p);
    solve_upper(s.data(), p, bend.data(), p);
    if (!(2 * std::sqrt(squares(bend)) / std::sqrt(squares(z)) <= 0.75)) return false;
    for (int k = 0; k < p; k++) step[pivots[k]] -= 0.5 * bend[k] / scales[pivots[k]];
    return true;
  }

  enum Outcome { moved, moved_little, refused, stuck };

  Outcome try_step(double promised) {
    for (int j = 0; j < p; j++) next[j] = x[j] + step[j];
    project(next);
    model.residuals(next.data(), next_residuals.data());
    double reached = squares(next_residuals);
    if (!(reached < sum)) return refused;
    double excess = 2 * (sum - reached) / promised - 1;
    damping = std::max(damping * std::max(1.0 / 9, 1 - excess * excess * excess), least_damping);
    growth = 2;
    bool little = true;
    for (int j = 0; j < p; j++)
      if (std::fabs(next[j] - x[j]) > 1e-14 * std::max(std::fabs(x[j]), least[j])) little = false;
    x = next;
    residuals = next_residuals;
    sum = reached;
    return little ? moved_little : moved;
  }

  double first_step() {
    double undamped = 0;
    for (int k = 0; k < p; k++) undamped += rotated[k] * rotated[k];
    if (!(undamped > epsilon * sum)) return 0;
    double promised = straight_step();
    while (!(promised > epsilon * sum) && damping > least_damping) {
      damping = std::max(damping / 1000, least_damping);
      promised = straight_step();
    }
    return promised;
  }

  Outcome lower_sum() {
    double promised = first_step();
    for (int attempt = 0; attempt < 100; attempt++) {
      if (!(promised > epsilon * sum)) return stuck;
      if (!(promised > 1e-6 * sum) || bend_step()) {
        Outcome outcome = try_step(promised);
        if (outcome != refused) return outcome;
      }
      damping *= growth;
      growth *= 2;
      promised = straight_step();
    }
    return stuck;
  }

  void descend(double tolerance) {
    for (bool little = false; linearize(std::sqrt(sum)) && sum > 0 && offset(n_free) > tolerance && !little;) {
      Outcome outcome = lower_sum();
      if (outcome == stuck) return;
      little = outcome == moved_little;
    }
  }

  int sharpen(int rank, double tolerance) {
    for (int round = 0; round < 20; round++) {
      double before = offset(rank), kept = sum;
      if (!(before > tolerance && before <= 1e-3)) break;
      next = x;
      next_residuals = residuals;
      for (int k = 0; k < rank; k++) z[k] = rotated[k];
      solve_upper(packed.data(), p, z.data(), rank);
      for (int k = 0; k < rank; k++) x[pivots[k]] -= z[k] / scales[pivots[k]];
      project(x);
      model.residuals(x.data(), residuals.data());
      sum = squares(residuals);
      int found = sum <= kept * (1 + 1e-9) ? linearize_finely() : -1;
      if (found >= 0 && offset(found) < 0.7 * before) {
        rank = found;
        continue;
      }
      x = next;
      residuals = next_residuals;
      sum = kept;
      linearize_finely();
      break;
    }
    return rank;
  }

  void find_covariance(int rank) {
    std::fill(s.begin(), s.end(), 0);
    for (int k = 0; k < rank; k++) {
      std::fill(z.begin(), z.end(), 0);
      z[k] = 1;
      solve_upper(packed.data(), p, z.data(), k + 1);
      for (int i = 0; i <= k; i++)
        for (int j = 0; j <= i; j++) s[i * p + j] += z[i] * z[j];
    }
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        double entry = s[std::max(i, j) * p + std::min(i, j)] * sum / (n - n_free);
        covariance[pivots[i] * p + pivots[j]] = entry / (scales[pivots[i]] * scales[pivots[j]]);
      }
    }
  }

public:
  Vector x, covariance;

  LevenbergMarquardt(const Model &of, int residuals_, int parameters)
      : model(of), n(residuals_), p(parameters), residuals(n), jacobian(n * p), packed(n * p), rotated(n), scales(p),
        reflections(p), least(p), sizes(p), lower(p, -INFINITY), upper(p, INFINITY), s(p * p), z(p), row(p), step(p),
        slope(n), bend(p), next(p), next_residuals(n), x(p), covariance(p * p) {}

  // The least sum of squares.
  double fit(const double *start, double tolerance) {
    x.assign(start, start + p);
    model.residuals(x.data(), residuals.data());
    sum = squares(residuals);
    damping = 1;
    growth = 2;
    for (int j = 0; j < p; j++) {
      sizes[j] = x[j] == 0 ? 1 : std::fabs(x[j]);
      least[j] = x[j] == 0 ? 1 : 1e-3 * sizes[j];
    }
    descend(tolerance);
    find_covariance(sharpen(linearize_finely(), tolerance / 100));
    return sum;
  }
};
