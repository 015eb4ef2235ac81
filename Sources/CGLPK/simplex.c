#include "problem.h"

#include <math.h>
#include <string.h>

_Static_assert(CGLPK_EBADB == GLP_EBADB && CGLPK_ESING == GLP_ESING && CGLPK_ECOND == GLP_ECOND, "");
_Static_assert(CGLPK_EBOUND == GLP_EBOUND && CGLPK_EFAIL == GLP_EFAIL, "");
_Static_assert(CGLPK_EOBJLL == GLP_EOBJLL && CGLPK_EOBJUL == GLP_EOBJUL, "");
_Static_assert(CGLPK_EITLIM == GLP_EITLIM && CGLPK_ETMLIM == GLP_ETMLIM, "");
_Static_assert(CGLPK_ENOPFS == GLP_ENOPFS && CGLPK_ENODFS == GLP_ENODFS, "");
_Static_assert(CGLPK_EROOT == GLP_EROOT && CGLPK_ESTOP == GLP_ESTOP && CGLPK_EMIPGAP == GLP_EMIPGAP, "");
_Static_assert(CGLPK_ENOFEAS == GLP_ENOFEAS && CGLPK_ENOCVG == GLP_ENOCVG, "");
_Static_assert(CGLPK_EINSTAB == GLP_EINSTAB && CGLPK_EDATA == GLP_EDATA && CGLPK_ERANGE == GLP_ERANGE, "");
_Static_assert(CGLPK_UNDEF == GLP_UNDEF && CGLPK_FEAS == GLP_FEAS && CGLPK_INFEAS == GLP_INFEAS, "");
_Static_assert(CGLPK_NOFEAS == GLP_NOFEAS && CGLPK_OPT == GLP_OPT && CGLPK_UNBND == GLP_UNBND, "");
_Static_assert(CGLPK_PRIMAL == GLP_PRIMAL && CGLPK_DUAL_PRIMAL == GLP_DUALP && CGLPK_DUAL == GLP_DUAL, "");

int cglpk_scale(cglpk_problem *problem, int scaling) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  if (scaling == CGLPK_SCALE_NONE)
    glp_unscale_prob(lp);
  else if (scaling == CGLPK_SCALE_AUTO)
    glp_scale_prob(lp, GLP_SF_AUTO);
  else
    glp_scale_prob(lp, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N);
  FENCE_CLOSE;
}

int cglpk_basis(cglpk_problem *problem, int basis) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  // The advanced basis needs a matrix.
  if (basis == CGLPK_BASIS_ADVANCED && glp_get_num_nz(lp) > 0)
    glp_adv_basis(lp, 0);
  else
    glp_std_basis(lp);
  FENCE_CLOSE;
}

static void prepare(glp_smcp *control) {
  glp_init_smcp(control);
  control->msg_lev = fence_wants_output() ? GLP_MSG_ALL : GLP_MSG_OFF;
  if (fence_wants_output()) control->out_frq = 1;
}

int cglpk_simplex(cglpk_problem *problem, const cglpk_simplex_options *options, int *answer) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_smcp control;
  prepare(&control);
  control.meth = options->method;
  control.tm_lim = options->time_limit;
  control.it_lim = options->iteration_limit;
  if (options->tolerance > 0) {
    control.tol_bnd = options->tolerance;
    control.tol_dj = options->tolerance;
  }
  if (options->cautious) {
    control.pricing = GLP_PT_STD;
    control.r_test = GLP_RT_STD;
  }
  if (options->long_step) control.r_test = GLP_RT_FLIP;
  if (options->objective_limit != INFINITY) control.obj_ul = options->objective_limit;
  *answer = glp_simplex(lp_of(problem), &control);
  FENCE_CLOSE;
}

int cglpk_exact(cglpk_problem *problem, int32_t time_limit, int *answer) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_smcp control;
  prepare(&control);
  control.tm_lim = time_limit;
  *answer = glp_exact(lp_of(problem), &control);
  FENCE_CLOSE;
}

int cglpk_get_status(cglpk_problem *problem, cglpk_status *status) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  status->primal = glp_get_prim_stat(lp);
  status->dual = glp_get_dual_stat(lp);
  status->overall = glp_get_status(lp);
  status->objective = glp_get_obj_val(lp);
  status->iterations = glp_get_it_cnt(lp);
  FENCE_CLOSE;
}

int cglpk_get_solution(cglpk_problem *problem, double *point, double *row_duals, double *reduced_costs) {
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int rows = glp_get_num_rows(lp);
  int columns = glp_get_num_cols(lp);
  if (point != NULL)
    for (int column = 0; column < columns; column++) point[column] = glp_get_col_prim(lp, column + 1);
  if (reduced_costs != NULL)
    for (int column = 0; column < columns; column++)
      reduced_costs[column] = glp_get_col_dual(lp, column + 1);
  if (row_duals != NULL)
    for (int row = 0; row < rows; row++) row_duals[row] = glp_get_row_dual(lp, row + 1);
  FENCE_CLOSE;
}

// Whether a factorization of the present basis is there or can be made.
static bool factorized(glp_prob *lp) { return glp_bf_exists(lp) || glp_factorize(lp) == 0; }

int cglpk_get_dual_ray(cglpk_problem *problem, double *multipliers, bool *found) {
  *found = false;
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int rows = glp_get_num_rows(lp);
  int variable = glp_get_unbnd_ray(lp);
  // Factorizing an empty matrix is an internal error of GLPK.
  if (variable != 0 && rows > 0 && factorized(lp)) {
    int position =
      variable <= rows ? glp_get_row_bind(lp, variable) : glp_get_col_bind(lp, variable - rows);
    if (position != 0) {
      // The row of the basis inverse at that position, in the space of the rows.
      double *work = glp_alloc(rows + 1, sizeof *work);
      memset(work, 0, (size_t)(rows + 1) * sizeof *work);
      work[position] = 1;
      glp_btran(lp, work);
      memcpy(multipliers, work + 1, (size_t)rows * sizeof *work);
      glp_free(work);
      *found = true;
    }
  }
  FENCE_CLOSE;
}

int cglpk_get_primal_ray(cglpk_problem *problem, double *direction, bool *found) {
  *found = false;
  FENCE_OPEN(fence_admit_problem(problem));
  glp_prob *lp = lp_of(problem);
  int rows = glp_get_num_rows(lp);
  int columns = glp_get_num_cols(lp);
  int variable = glp_get_unbnd_ray(lp);
  if (variable != 0 && rows > 0 && factorized(lp)) {
    bool is_basic =
      (variable <= rows ? glp_get_row_bind(lp, variable) : glp_get_col_bind(lp, variable - rows)) != 0;
    if (!is_basic) {
      int *indices = glp_alloc(rows + 1, sizeof *indices);
      double *values = glp_alloc(rows + 1, sizeof *values);
      memset(direction, 0, (size_t)columns * sizeof *direction);
      int count = glp_eval_tab_col(lp, variable, indices, values);
      if (variable > rows) direction[variable - rows - 1] = 1;
      for (int at = 1; at <= count; at++)
        if (indices[at] > rows) direction[indices[at] - rows - 1] = values[at];
      glp_free(indices);
      glp_free(values);
      *found = true;
    }
  }
  FENCE_CLOSE;
}
