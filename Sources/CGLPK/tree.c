#include "problem.h"

_Static_assert(CGLPK_BR_FFV == GLP_BR_FFV && CGLPK_BR_LFV == GLP_BR_LFV && CGLPK_BR_MFV == GLP_BR_MFV, "");
_Static_assert(CGLPK_BR_DTH == GLP_BR_DTH && CGLPK_BR_PCH == GLP_BR_PCH, "");
_Static_assert(CGLPK_BT_DFS == GLP_BT_DFS && CGLPK_BT_BFS == GLP_BT_BFS, "");
_Static_assert(CGLPK_BT_BLB == GLP_BT_BLB && CGLPK_BT_BPH == GLP_BT_BPH, "");
_Static_assert(CGLPK_PP_NONE == GLP_PP_NONE && CGLPK_PP_ROOT == GLP_PP_ROOT && CGLPK_PP_ALL == GLP_PP_ALL, "");
_Static_assert(CGLPK_IROWGEN == GLP_IROWGEN && CGLPK_IBINGO == GLP_IBINGO && CGLPK_IHEUR == GLP_IHEUR, "");
_Static_assert(CGLPK_ICUTGEN == GLP_ICUTGEN && CGLPK_IBRANCH == GLP_IBRANCH, "");
_Static_assert(CGLPK_ISELECT == GLP_ISELECT && CGLPK_IPREPRO == GLP_IPREPRO, "");

struct search {
  cglpk_callback callback;
  void *context;
};

static cglpk_event describe(glp_tree *tree) {
  glp_prob *lp = glp_ios_get_prob(tree);
  int active, all, total;
  glp_ios_tree_size(tree, &active, &all, &total);
  cglpk_event event = {
    .reason = glp_ios_reason(tree),
    .node = glp_ios_curr_node(tree),
    .nodes = total,
    .active_nodes = active,
    .iterations = glp_get_it_cnt(lp),
    .has_incumbent = glp_mip_status(lp) == GLP_FEAS || glp_mip_status(lp) == GLP_OPT,
  };
  if (event.has_incumbent) event.incumbent = glp_mip_obj_val(lp);
  return event;
}

// GLPK calls this. A failure of a guarded call inside the callback was caught by that call's own fence,
// the callback has returned in the ordinary way, and only now, with nothing but C frames of GLPK between
// here and cglpk_branch_and_cut, the search is left by its fence.
static void step(glp_tree *tree, void *info) {
  struct search *search = info;
  cglpk_event event = describe(tree);
  cglpk_tree handle = {tree};
  int answer = search->callback(&handle, &event, search->context);
  if (fence_is_broken()) fence_break();
  if (answer != 0) glp_ios_terminate(tree);
}

int cglpk_branch_and_cut(
  cglpk_problem *problem, const cglpk_tree_options *options, cglpk_callback callback, void *context,
  int *answer) {
  struct search search = {callback, context};
  FENCE_OPEN(fence_admit_problem(problem));
  glp_iocp control;
  glp_init_iocp(&control);
  control.msg_lev = fence_wants_output() ? GLP_MSG_ALL : GLP_MSG_OFF;
  if (fence_wants_output()) control.out_frq = 1;
  control.br_tech = options->branching;
  control.bt_tech = options->backtracking;
  control.pp_tech = options->preprocessing;
  control.tol_int = options->integer_tolerance;
  control.tol_obj = options->objective_tolerance;
  control.tm_lim = options->time_limit;
  control.mir_cuts = options->mir_cuts ? GLP_ON : GLP_OFF;
  control.gmi_cuts = options->gomory_cuts ? GLP_ON : GLP_OFF;
  control.clq_cuts = options->clique_cuts ? GLP_ON : GLP_OFF;
  control.cov_cuts = GLP_OFF;
  control.presolve = options->presolve ? GLP_ON : GLP_OFF;
  control.binarize = options->binarize ? GLP_ON : GLP_OFF;
  control.sr_heur = options->simple_rounding ? GLP_ON : GLP_OFF;
  control.fp_heur = options->feasibility_pump ? GLP_ON : GLP_OFF;
  control.ps_heur = options->proximity_search ? GLP_ON : GLP_OFF;
  if (callback != NULL) {
    control.cb_func = step;
    control.cb_info = &search;
  }
  *answer = glp_intopt(lp_of(problem), &control);
  FENCE_CLOSE;
}

int cglpk_get_integer_solution(cglpk_problem *problem, int *status, double *objective, double *point) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  *status = glp_mip_status(lp);
  *objective = glp_mip_obj_val(lp);
  if (point != NULL)
    for (int column = 0; column < glp_get_num_cols(lp); column++)
      point[column] = glp_mip_col_val(lp, column + 1);
  FENCE_CLOSE;
}

int cglpk_tree_bound(cglpk_tree *tree, double *bound, bool *found) {
  FENCE_OPEN(fence_admit());
  int node = glp_ios_best_node(tree->tree);
  *found = node != 0;
  if (node != 0) *bound = glp_ios_node_bound(tree->tree, node);
  FENCE_CLOSE;
}

int cglpk_tree_point(cglpk_tree *tree, double *point) {
  FENCE_OPEN(fence_admit());
  glp_prob *lp = glp_ios_get_prob(tree->tree);
  for (int column = 0; column < glp_get_num_cols(lp); column++)
    point[column] = glp_get_col_prim(lp, column + 1);
  FENCE_CLOSE;
}

int cglpk_tree_incumbent(cglpk_tree *tree, double *point) {
  FENCE_OPEN(fence_admit());
  glp_prob *lp = glp_ios_get_prob(tree->tree);
  for (int column = 0; column < glp_get_num_cols(lp); column++)
    point[column] = glp_mip_col_val(lp, column + 1);
  FENCE_CLOSE;
}

int cglpk_tree_add_rows(
  cglpk_tree *tree, int32_t count, const int64_t *starts, const int32_t *columns, const double *values,
  const double *lower, const double *upper) {
  FENCE_OPEN(fence_admit());
  problem_add_rows(glp_ios_get_prob(tree->tree), count, starts, columns, values, lower, upper);
  FENCE_CLOSE;
}

int cglpk_tree_offer(cglpk_tree *tree, const double *point, bool *accepted) {
  FENCE_OPEN(fence_admit());
  int columns = glp_get_num_cols(glp_ios_get_prob(tree->tree));
  double *work = glp_alloc(columns + 1, sizeof *work);
  for (int column = 0; column < columns; column++) work[column + 1] = point[column];
  *accepted = glp_ios_heur_sol(tree->tree, work) == 0;
  glp_free(work);
  FENCE_CLOSE;
}
