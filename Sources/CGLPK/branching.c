#include "problem.h"

#include <math.h>

int cglpk_tree_node(cglpk_tree *tree, int32_t *parent, double *objective) {
  FENCE_OPEN(fence_admit());
  int node = glp_ios_curr_node(tree->tree);
  *parent = node == 0 ? 0 : glp_ios_up_node(tree->tree, node);
  *objective = glp_get_obj_val(glp_ios_get_prob(tree->tree));
  FENCE_CLOSE;
}

int cglpk_tree_candidates(cglpk_tree *tree, int32_t *columns, int32_t *count) {
  FENCE_OPEN(fence_admit());
  glp_prob *lp = glp_ios_get_prob(tree->tree);
  *count = 0;
  for (int column = 1; column <= glp_get_num_cols(lp); column++)
    if (glp_ios_can_branch(tree->tree, column)) {
      columns[*count] = column - 1;
      *count += 1;
    }
  FENCE_CLOSE;
}

int cglpk_tree_column_upper(cglpk_tree *tree, int32_t column, double *upper) {
  FENCE_OPEN(fence_admit());
  *upper = glp_get_col_ub(glp_ios_get_prob(tree->tree), column + 1);
  FENCE_CLOSE;
}

int cglpk_tree_probe(
  cglpk_tree *tree, int32_t column, double value, int32_t iterations, double *degradation) {
  FENCE_OPEN(fence_admit());
  glp_prob *lp = glp_ios_get_prob(tree->tree);
  glp_prob *copy = glp_create_prob();
  glp_copy_prob(copy, lp, GLP_OFF);
  glp_set_col_bnds(copy, column + 1, GLP_FX, value, value);
  glp_smcp control;
  glp_init_smcp(&control);
  control.msg_lev = GLP_MSG_OFF;
  control.meth = GLP_DUAL;
  control.it_lim = iterations;
  int answer = glp_simplex(copy, &control);
  *degradation = NAN;
  if (answer == 0 || answer == GLP_EITLIM) {
    if (glp_get_prim_stat(copy) == GLP_NOFEAS)
      *degradation = INFINITY;
    else if (glp_get_dual_stat(copy) == GLP_FEAS)
      *degradation = fabs(glp_get_obj_val(copy) - glp_get_obj_val(lp));
  }
  glp_delete_prob(copy);
  FENCE_CLOSE;
}

int cglpk_tree_branch(cglpk_tree *tree, int32_t column, bool up_first) {
  FENCE_OPEN(fence_admit());
  glp_ios_branch_upon(tree->tree, column + 1, up_first ? GLP_UP_BRNCH : GLP_DN_BRNCH);
  FENCE_CLOSE;
}
