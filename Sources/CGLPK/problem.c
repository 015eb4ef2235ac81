#include "problem.h"

#include <math.h>
#include <stdlib.h>

static int bound_type(double lower, double upper) {
  bool has_lower = lower != -INFINITY;
  bool has_upper = upper != INFINITY;
  if (!has_lower && !has_upper) return GLP_FR;
  if (!has_upper) return GLP_LO;
  if (!has_lower) return GLP_UP;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void set_row(glp_prob *lp, int row, double lower, double upper) {
  glp_set_row_bnds(lp, row, bound_type(lower, upper), lower, upper);
}

static void set_column(glp_prob *lp, int column, double lower, double upper) {
  glp_set_col_bnds(lp, column, bound_type(lower, upper), lower, upper);
}

int cglpk_create(cglpk_problem **problem) {
  *problem = NULL;
  // The handle outlives the environment, so it is not in GLPK's memory.
  cglpk_problem *handle = calloc(1, sizeof *handle);
  if (handle == NULL) return fence_refuse("no memory for a problem");
  *problem = handle;
  FENCE_OPEN(fence_admit());
  handle->problem = glp_create_prob();
  handle->thread = cglpk_thread();
  handle->environment = fence_environment();
  FENCE_CLOSE;
}

static int delete_problem(cglpk_problem *problem) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_delete_prob(lp_of(problem));
  FENCE_CLOSE;
}

void cglpk_delete(cglpk_problem *problem) {
  if (problem == NULL) return;
  if (problem->problem != NULL) delete_problem(problem);
  free(problem);
}

// Rows are handed over as triplets in one go, which is the fastest way that GLPK has.
static void load_matrix(glp_prob *lp, const cglpk_model *model) {
  int64_t count = model->row_count == 0 ? 0 : model->row_starts[model->row_count];
  if (count == 0) return;
  int size = (int)count + 1;
  int *rows = glp_alloc(size, sizeof *rows);
  int *columns = glp_alloc(size, sizeof *columns);
  double *values = glp_alloc(size, sizeof *values);
  for (int row = 0; row < model->row_count; row++)
    for (int64_t at = model->row_starts[row]; at < model->row_starts[row + 1]; at++) {
      rows[at + 1] = row + 1;
      columns[at + 1] = model->columns[at] + 1;
      values[at + 1] = model->values[at];
    }
  glp_load_matrix(lp, (int)count, rows, columns, values);
  glp_free(rows);
  glp_free(columns);
  glp_free(values);
}

int cglpk_load(cglpk_problem *problem, const cglpk_model *model) {
  if (model->row_count > 0 && model->row_starts[model->row_count] >= INT32_MAX - 1)
    return fence_refuse("more coefficients than GLPK can hold");
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  glp_erase_prob(lp);
  glp_set_obj_dir(lp, model->maximize ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(lp, 0, model->objective_constant);
  if (model->column_count > 0) glp_add_cols(lp, model->column_count);
  for (int column = 0; column < model->column_count; column++) {
    set_column(lp, column + 1, model->column_lower[column], model->column_upper[column]);
    glp_set_obj_coef(lp, column + 1, model->objective[column]);
    if (model->is_integer[column]) glp_set_col_kind(lp, column + 1, GLP_IV);
  }
  if (model->row_count > 0) glp_add_rows(lp, model->row_count);
  for (int row = 0; row < model->row_count; row++)
    set_row(lp, row + 1, model->row_lower[row], model->row_upper[row]);
  load_matrix(lp, model);
  FENCE_CLOSE;
}

int cglpk_set_column_bounds(cglpk_problem *problem, int32_t column, double lower, double upper) {
  FENCE_OPEN(fence_admit_problem(problem));
  set_column(lp_of(problem), column + 1, lower, upper);
  FENCE_CLOSE;
}

int cglpk_set_row_bounds(cglpk_problem *problem, int32_t row, double lower, double upper) {
  FENCE_OPEN(fence_admit_problem(problem));
  set_row(lp_of(problem), row + 1, lower, upper);
  FENCE_CLOSE;
}

int cglpk_set_all_column_bounds(cglpk_problem *problem, int32_t count, const double *lower, const double *upper) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  for (int column = 0; column < count; column++) set_column(lp, column + 1, lower[column], upper[column]);
  FENCE_CLOSE;
}

int cglpk_set_all_row_bounds(cglpk_problem *problem, int32_t count, const double *lower, const double *upper) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  for (int row = 0; row < count; row++) set_row(lp, row + 1, lower[row], upper[row]);
  FENCE_CLOSE;
}

int cglpk_set_objective(cglpk_problem *problem, int32_t column, double coefficient) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_set_obj_coef(lp_of(problem), column + 1, coefficient);
  FENCE_CLOSE;
}

int cglpk_set_objective_constant(cglpk_problem *problem, double constant) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_set_obj_coef(lp_of(problem), 0, constant);
  FENCE_CLOSE;
}

void problem_add_rows(
  glp_prob *lp, int32_t count, const int64_t *starts, const int32_t *columns, const double *values,
  const double *lower, const double *upper) {
  if (count == 0) return;
  int64_t longest = 0;
  for (int row = 0; row < count; row++) {
    int64_t length = starts[row + 1] - starts[row];
    if (length > longest) longest = length;
  }
  int *indices = glp_alloc((int)longest + 1, sizeof *indices);
  double *coefficients = glp_alloc((int)longest + 1, sizeof *coefficients);
  int first = glp_add_rows(lp, count);
  for (int row = 0; row < count; row++) {
    int length = (int)(starts[row + 1] - starts[row]);
    for (int at = 0; at < length; at++) {
      indices[at + 1] = columns[starts[row] + at] + 1;
      coefficients[at + 1] = values[starts[row] + at];
    }
    glp_set_mat_row(lp, first + row, length, indices, coefficients);
    set_row(lp, first + row, lower[row], upper[row]);
  }
  glp_free(indices);
  glp_free(coefficients);
}

int cglpk_add_rows(
  cglpk_problem *problem, int32_t count, const int64_t *starts, const int32_t *columns,
  const double *values, const double *lower, const double *upper) {
  FENCE_OPEN(fence_admit_problem(problem));
  problem_add_rows(lp_of(problem), count, starts, columns, values, lower, upper);
  FENCE_CLOSE;
}

int cglpk_truncate_rows(cglpk_problem *problem, int32_t count) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int total = glp_get_num_rows(lp);
  int removed = total - count;
  if (removed > 0) {
    int *rows = glp_alloc(removed + 1, sizeof *rows);
    for (int at = 1; at <= removed; at++) rows[at] = count + at;
    glp_del_rows(lp, removed, rows);
    glp_free(rows);
  }
  FENCE_CLOSE;
}

int cglpk_remove_rows(cglpk_problem *problem, int32_t count, const int32_t *rows) {
  FENCE_OPEN(fence_admit_problem(problem));
  if (count > 0) {
    int *numbers = glp_alloc(count + 1, sizeof *numbers);
    for (int at = 0; at < count; at++) numbers[at + 1] = rows[at] + 1;
    glp_del_rows(lp_of(problem), count, numbers);
    glp_free(numbers);
  }
  FENCE_CLOSE;
}

int cglpk_add_column(
  cglpk_problem *problem, double lower, double upper, double objective, bool is_integer) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int column = glp_add_cols(lp, 1);
  set_column(lp, column, lower, upper);
  glp_set_obj_coef(lp, column, objective);
  if (is_integer) glp_set_col_kind(lp, column, GLP_IV);
  FENCE_CLOSE;
}

int cglpk_size(cglpk_problem *problem, int32_t *rows, int32_t *columns, int32_t *integers) {
  FENCE_OPEN(fence_admit_problem(problem));
  *rows = glp_get_num_rows(lp_of(problem));
  *columns = glp_get_num_cols(lp_of(problem));
  *integers = glp_get_num_int(lp_of(problem));
  FENCE_CLOSE;
}
