// Times a task: prints its name, nanoseconds of processor time a run (median of 15 batches) and its result.
#pragma once
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

template <class Task> void report(const char *name, int runs, Task task) {
  std::vector<double> times;
  volatile double result = 0;
  for (int batch = 0; batch < 16; batch++) {
    std::clock_t start = std::clock();
    for (int i = 0; i < runs; i++) result = task();
    if (batch > 0) times.push_back((std::clock() - start) * (1e9 / CLOCKS_PER_SEC) / runs);
  }
  std::sort(times.begin(), times.end());
  std::printf("%s\t%.1f\t%.12g\n", name, times[times.size() / 2], result);
}
