// Levenberg–Marquardt at its plainest, for what the safer method costs: unpivoted QR, no acceleration, no covariance, an
// end where the sum of squares stands still.
#pragma once
#include "householder.hpp"
#include "plateau.hpp"

inline double plain_fit(const Plateau &model, const double *start) {
  const int m = Plateau::size, n = 5;
  double p[n], jac[m * n], res[m], a[(m + n) * n], b[m + n], scales[n] = {0}, reflections[n];
  std::copy(start, start + n, p);
  auto squares = [](const double *v, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) sum += v[i] * v[i];
    return sum;
  };
  model.residuals(p, res);
  model.jacobian(p, jac);
  double sum = squares(res, m), damping = 1e-3;
  for (int iteration = 0; iteration < 100; iteration++) {
    for (int k = 0; k < n; k++) {
      double square = 0;
      for (int i = 0; i < m; i++) square += jac[i * n + k] * jac[i * n + k];
      scales[k] = std::max(scales[k], square);
    }
    std::copy(jac, jac + m * n, a);
    std::copy(res, res + m, b);
    std::fill(a + m * n, a + (m + n) * n, 0);
    std::fill(b + m, b + m + n, 0);
    for (int k = 0; k < n; k++) a[(m + k) * n + k] = std::sqrt(damping * scales[k]);
    for (int k = 0; k < n; k++) reflections[k] = reflect(a, m + n, n, k, length_below(a, m + n, n, k, k));
    apply_q_transposed(a, m + n, n, reflections, b);
    solve_upper(a, n, b, n);
    double q[n], r[m], step = 0, length = 0;
    for (int k = 0; k < n; k++) {
      q[k] = p[k] - b[k];
      step += b[k] * b[k] * scales[k];
      length += p[k] * p[k] * scales[k];
    }
    model.residuals(q, r);
    double next = squares(r, m), gain = sum - next;
    if (next < sum) {
      std::copy(q, q + n, p);
      std::copy(r, r + m, res);
      model.jacobian(p, jac);
      sum = next;
      damping = std::max(damping / 9, 1e-12);
      if (gain <= 1e-14 * sum) break;
    } else {
      damping *= 8;
    }
    if (step <= 1e-16 * length) break;
  }
  return sum;
}
