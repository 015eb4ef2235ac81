#include "problem.h"

_Static_assert(CGLPK_BS == GLP_BS && CGLPK_NL == GLP_NL && CGLPK_NU == GLP_NU, "");
_Static_assert(CGLPK_NF == GLP_NF && CGLPK_NS == GLP_NS, "");

int cglpk_get_basis(cglpk_problem *problem, int8_t *rows, int8_t *columns) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int row_count = glp_get_num_rows(lp);
  int column_count = glp_get_num_cols(lp);
  for (int row = 0; row < row_count; row++) rows[row] = (int8_t)glp_get_row_stat(lp, row + 1);
  for (int column = 0; column < column_count; column++)
    columns[column] = (int8_t)glp_get_col_stat(lp, column + 1);
  FENCE_CLOSE;
}

int cglpk_set_basis(cglpk_problem *problem, const int8_t *rows, const int8_t *columns) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int row_count = glp_get_num_rows(lp);
  int column_count = glp_get_num_cols(lp);
  for (int row = 0; row < row_count; row++) glp_set_row_stat(lp, row + 1, rows[row]);
  for (int column = 0; column < column_count; column++) glp_set_col_stat(lp, column + 1, columns[column]);
  FENCE_CLOSE;
}
