#include "problem.h"

#include <float.h>
#include <math.h>

// GLPK gives a bound that is not there as the largest number.
static double lower_bound(double bound) { return bound == -DBL_MAX ? -INFINITY : bound; }
static double upper_bound(double bound) { return bound == +DBL_MAX ? INFINITY : bound; }

int cglpk_get_columns(
  cglpk_problem *problem, double *lower, double *upper, double *objective, bool *is_integer) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  for (int column = 0; column < glp_get_num_cols(lp); column++) {
    lower[column] = lower_bound(glp_get_col_lb(lp, column + 1));
    upper[column] = upper_bound(glp_get_col_ub(lp, column + 1));
    objective[column] = glp_get_obj_coef(lp, column + 1);
    is_integer[column] = glp_get_col_kind(lp, column + 1) != GLP_CV;
  }
  FENCE_CLOSE;
}

int cglpk_get_objective(cglpk_problem *problem, bool *maximize, double *constant) {
  FENCE_OPEN(fence_admit_problem(problem));
  *maximize = glp_get_obj_dir(lp_of(problem)) == GLP_MAX;
  *constant = glp_get_obj_coef(lp_of(problem), 0);
  FENCE_CLOSE;
}

int cglpk_get_nonzeros(cglpk_problem *problem, int64_t *count) {
  FENCE_OPEN(fence_admit_problem(problem));
  *count = glp_get_num_nz(lp_of(problem));
  FENCE_CLOSE;
}

int cglpk_get_rows(
  cglpk_problem *problem, double *lower, double *upper, int64_t *starts, int32_t *columns, double *values) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int count = glp_get_num_cols(lp);
  int *indices = glp_alloc(count + 1, sizeof *indices);
  double *coefficients = glp_alloc(count + 1, sizeof *coefficients);
  int64_t filled = 0;
  starts[0] = 0;
  for (int row = 0; row < glp_get_num_rows(lp); row++) {
    lower[row] = lower_bound(glp_get_row_lb(lp, row + 1));
    upper[row] = upper_bound(glp_get_row_ub(lp, row + 1));
    int length = glp_get_mat_row(lp, row + 1, indices, coefficients);
    for (int at = 1; at <= length; at++) {
      columns[filled] = indices[at] - 1;
      values[filled] = coefficients[at];
      filled += 1;
    }
    starts[row + 1] = filled;
  }
  glp_free(indices);
  glp_free(coefficients);
  FENCE_CLOSE;
}

int cglpk_get_column_name(cglpk_problem *problem, int32_t column, const char **name) {
  FENCE_OPEN(fence_admit_problem(problem));
  *name = glp_get_col_name(lp_of(problem), column + 1);
  FENCE_CLOSE;
}

int cglpk_get_row_name(cglpk_problem *problem, int32_t row, const char **name) {
  FENCE_OPEN(fence_admit_problem(problem));
  *name = glp_get_row_name(lp_of(problem), row + 1);
  FENCE_CLOSE;
}
