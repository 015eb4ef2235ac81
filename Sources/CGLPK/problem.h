// What the files of this target share about problems.
#ifndef CGLPK_PROBLEM_H
#define CGLPK_PROBLEM_H

#include "fence.h"

static inline glp_prob *lp_of(const cglpk_problem *problem) { return problem->problem; }

// Adds rows behind the last; called behind a fence.
void problem_add_rows(
  glp_prob *lp, int32_t count, const int64_t *starts, const int32_t *columns, const double *values,
  const double *lower, const double *upper);

#endif
