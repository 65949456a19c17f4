// Cholesky, Householder QR with column pivoting, and solves with triangles: by rows, as in src/math/linear.
#pragma once
#include <algorithm>
#include <cmath>

inline double length_below(const double *a, int rows, int columns, int column, int from) {
  double sum = 0;
  for (int i = from; i < rows; i++) sum += a[i * columns + column] * a[i * columns + column];
  if (sum > 1e-280 && sum < 1e280) return std::sqrt(sum);
  double largest = 0;
  for (int i = from; i < rows; i++) largest = std::max(largest, std::fabs(a[i * columns + column]));
  if (largest == 0 || !std::isfinite(largest)) return largest;
  sum = 0;
  for (int i = from; i < rows; i++) sum += std::pow(a[i * columns + column] / largest, 2);
  return largest * std::sqrt(sum);
}

inline double reflect(double *a, int rows, int columns, int k, double length) {
  if (length == 0) return 0;
  double head = a[k * columns + k];
  double diagonal = head > 0 ? -length : length;
  double scale = (diagonal - head) / diagonal;
  for (int i = k + 1; i < rows; i++) a[i * columns + k] /= head - diagonal;
  for (int j = k + 1; j < columns; j++) {
    double sum = a[k * columns + j];
    for (int i = k + 1; i < rows; i++) sum += a[i * columns + k] * a[i * columns + j];
    sum *= scale;
    a[k * columns + j] -= sum;
    for (int i = k + 1; i < rows; i++) a[i * columns + j] -= sum * a[i * columns + k];
  }
  a[k * columns + k] = diagonal;
  return scale;
}

// A P = Q R over A itself: the scales of the reflections, and which column became column k.
inline void factor_qr(double *a, int rows, int columns, double *scales, int *pivots) {
  for (int j = 0; j < columns; j++) pivots[j] = j;
  for (int k = 0; k < std::min(rows, columns); k++) {
    int longest = k;
    double length = length_below(a, rows, columns, k, k);
    for (int j = k + 1; j < columns; j++) {
      double candidate = length_below(a, rows, columns, j, k);
      if (candidate > length) longest = j, length = candidate;
    }
    if (longest != k) {
      for (int i = 0; i < rows; i++) std::swap(a[i * columns + k], a[i * columns + longest]);
      std::swap(pivots[k], pivots[longest]);
    }
    scales[k] = reflect(a, rows, columns, k, length);
  }
}

inline void apply_q_transposed(const double *a, int rows, int columns, const double *scales, double *b) {
  for (int k = 0; k < std::min(rows, columns); k++) {
    double sum = b[k];
    for (int i = k + 1; i < rows; i++) sum += a[i * columns + k] * b[i];
    sum *= scales[k];
    b[k] -= sum;
    for (int i = k + 1; i < rows; i++) b[i] -= sum * a[i * columns + k];
  }
}

inline int qr_rank(const double *a, int columns, double tolerance) {
  int rank = 0;
  while (rank < columns && std::fabs(a[rank * columns + rank]) > tolerance * std::fabs(a[0])) rank++;
  return rank;
}

inline void solve_upper(const double *r, int columns, double *x, int order) {
  for (int i = order - 1; i >= 0; i--) {
    double sum = x[i];
    for (int j = i + 1; j < order; j++) sum -= r[i * columns + j] * x[j];
    x[i] = sum / r[i * columns + i];
  }
}

inline void solve_upper_transposed(const double *r, int columns, double *x, int order) {
  for (int i = 0; i < order; i++) {
    double sum = x[i];
    for (int j = 0; j < i; j++) sum -= r[j * columns + i] * x[j];
    x[i] = sum / r[i * columns + i];
  }
}

// A = L Lᵀ over A itself; false where A isn't positive definite.
inline bool cholesky(double *l, int n) {
  for (int j = 0; j < n; j++) {
    double diagonal = l[j * n + j], pivot = diagonal;
    for (int k = 0; k < j; k++) pivot -= l[j * n + k] * l[j * n + k];
    if (!(pivot > 1e-14 * std::fabs(diagonal)) || !std::isfinite(pivot)) return false;
    double root = std::sqrt(pivot);
    l[j * n + j] = root;
    for (int i = j + 1; i < n; i++) {
      l[j * n + i] = 0;
      double sum = l[i * n + j];
      for (int k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
      l[i * n + j] = sum / root;
    }
  }
  return true;
}
