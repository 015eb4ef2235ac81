// Guarded entry points to GLPK 5.0.
//
// GLPK ends the process on an internal error. Here every call stands behind a fence (setjmp inside C
// only), so that such an error comes back as a code and a text. `glpk.h` is not visible from here.
//
// Rules that hold for every function that returns a code:
//   - CGLPK_OK: done. What GLPK itself answered stands in the outputs.
//   - CGLPK_FAULT: GLPK failed inside; cglpk_message() tells how. The thread's GLPK environment and
//     every problem of the thread are gone. Inside a tree callback they are gone as soon as the
//     callback has returned, and until then every further call returns CGLPK_FAULT.
//   - CGLPK_WRONG_THREAD: the problem belongs to another thread; nothing was done.
//   - CGLPK_LOST: the problem went away with an earlier fault of this thread; nothing was done.
//   - CGLPK_BAD_ARGUMENT: refused before GLPK saw it; cglpk_message() tells why.
//
// Rows and columns are counted from 0 here, and infinite bounds are the infinities of IEEE 754.
// Names reach GLPK from files only.
#ifndef CGLPK_H
#define CGLPK_H

#include <stdbool.h>
#include <stdint.h>

enum {
  CGLPK_OK = 0,
  CGLPK_FAULT = 1,
  CGLPK_WRONG_THREAD = 2,
  CGLPK_LOST = 3,
  CGLPK_BAD_ARGUMENT = 4,
};

// What glp_simplex, glp_exact and glp_intopt return (the values are those of glpk.h).
enum {
  CGLPK_DONE = 0x00,
  CGLPK_EBADB = 0x01,
  CGLPK_ESING = 0x02,
  CGLPK_ECOND = 0x03,
  CGLPK_EBOUND = 0x04,
  CGLPK_EFAIL = 0x05,
  CGLPK_EOBJLL = 0x06,
  CGLPK_EOBJUL = 0x07,
  CGLPK_EITLIM = 0x08,
  CGLPK_ETMLIM = 0x09,
  CGLPK_ENOPFS = 0x0A,
  CGLPK_ENODFS = 0x0B,
  CGLPK_EROOT = 0x0C,
  CGLPK_ESTOP = 0x0D,
  CGLPK_EMIPGAP = 0x0E,
  CGLPK_ENOFEAS = 0x0F,
  CGLPK_ENOCVG = 0x10,
  CGLPK_EINSTAB = 0x11,
  CGLPK_EDATA = 0x12,
  CGLPK_ERANGE = 0x13,
};

// Primal, dual and overall status of a solution (the values are those of glpk.h).
enum {
  CGLPK_UNDEF = 1,
  CGLPK_FEAS = 2,
  CGLPK_INFEAS = 3,
  CGLPK_NOFEAS = 4,
  CGLPK_OPT = 5,
  CGLPK_UNBND = 6,
};

// The fence -----------------------------------------------------------------------------------------

// GLPK's version, such as "5.0".
const char *cglpk_version(void);
// A number for the calling thread that no other thread of the process ever has.
uint64_t cglpk_thread(void);
// A number for the calling thread's GLPK environment, new after each fault; 0 before its first use.
uint64_t cglpk_environment(void);
// Text of the calling thread's last fault or refusal; valid until its next call.
const char *cglpk_message(void);
// Frees the calling thread's environment and every problem in it. It also happens when a thread ends.
void cglpk_free_environment(void);

// For tests: the n-th guarded call or line of solver output of this thread from now on (n ≥ 1) raises
// GLPK's internal error, and every further n-th one too where `again` is set; 0 switches it off. Turns on
// the solver's messages, which then count and are thrown away, so that errors also rise in the middle of
// a solve.
void cglpk_test_fail_after(int64_t n, bool again);
// For tests: how many calls and lines of output this thread has counted since cglpk_test_fail_after.
int64_t cglpk_test_events(void);

// Problems ------------------------------------------------------------------------------------------

// A problem of the thread that made it. The fields are private to the C code.
typedef struct cglpk_problem {
  void *problem;
  uint64_t thread;
  uint64_t environment;
} cglpk_problem;

// A model as arrays: columns with bounds, objective and kind, rows one after the other.
typedef struct cglpk_model {
  bool maximize;
  double objective_constant;
  int32_t column_count;
  const double *column_lower;
  const double *column_upper;
  const double *objective;
  const bool *is_integer;
  int32_t row_count;
  const double *row_lower;
  const double *row_upper;
  // Row i holds the positions row_starts[i] ..< row_starts[i + 1] of columns and values.
  const int64_t *row_starts;
  const int32_t *columns;
  const double *values;
} cglpk_model;

int cglpk_create(cglpk_problem **problem);
// Frees the handle from any thread, and the problem inside where it belongs to the calling thread.
void cglpk_delete(cglpk_problem *problem);
// Replaces whatever the problem holds.
int cglpk_load(cglpk_problem *problem, const cglpk_model *model);
int cglpk_set_column_bounds(cglpk_problem *problem, int32_t column, double lower, double upper);
int cglpk_set_row_bounds(cglpk_problem *problem, int32_t row, double lower, double upper);
// The bounds of the first `count` columns or rows at once: a guarded call for each would take longer than a small program.
int cglpk_set_all_column_bounds(cglpk_problem *problem, int32_t count, const double *lower, const double *upper);
int cglpk_set_all_row_bounds(cglpk_problem *problem, int32_t count, const double *lower, const double *upper);
int cglpk_set_objective(cglpk_problem *problem, int32_t column, double coefficient);
int cglpk_set_objective_constant(cglpk_problem *problem, double constant);
// Adds rows behind the last; starts has count + 1 entries, the first of which may be above 0.
int cglpk_add_rows(
  cglpk_problem *problem, int32_t count, const int64_t *starts, const int32_t *columns,
  const double *values, const double *lower, const double *upper);
// Removes the rows from `count` on.
int cglpk_truncate_rows(cglpk_problem *problem, int32_t count);
// Removes rows, counted from 0 and in rising order.
int cglpk_remove_rows(cglpk_problem *problem, int32_t count, const int32_t *rows);
int cglpk_add_column(
  cglpk_problem *problem, double lower, double upper, double objective, bool is_integer);
int cglpk_size(cglpk_problem *problem, int32_t *rows, int32_t *columns, int32_t *integers);

// The model that a problem holds, into arrays of its size.
int cglpk_get_columns(
  cglpk_problem *problem, double *lower, double *upper, double *objective, bool *is_integer);
int cglpk_get_objective(cglpk_problem *problem, bool *maximize, double *constant);
int cglpk_get_nonzeros(cglpk_problem *problem, int64_t *count);
int cglpk_get_rows(
  cglpk_problem *problem, double *lower, double *upper, int64_t *starts, int32_t *columns, double *values);
// Names stay GLPK's and are valid until the problem changes; null where there is none.
int cglpk_get_column_name(cglpk_problem *problem, int32_t column, const char **name);
int cglpk_get_row_name(cglpk_problem *problem, int32_t row, const char **name);

enum { CGLPK_MPS_FREE = 1, CGLPK_LP_CPLEX = 2, CGLPK_MATHPROG = 3 };
// Reads a file into the problem. GLPK's message comes back by cglpk_message() where read is false.
// The data file is for MathProg only and may be null.
int cglpk_read(cglpk_problem *problem, int format, const char *path, const char *data, bool *read);

// Linear programs -----------------------------------------------------------------------------------

enum { CGLPK_PRIMAL = 1, CGLPK_DUAL_PRIMAL = 2, CGLPK_DUAL = 3 };
// Basic, nonbasic at the lower or the upper bound, free, fixed (the values are those of glpk.h).
enum { CGLPK_BS = 1, CGLPK_NL = 2, CGLPK_NU = 3, CGLPK_NF = 4, CGLPK_NS = 5 };
enum { CGLPK_SCALE_NONE = 0, CGLPK_SCALE_AUTO = 1, CGLPK_SCALE_GEOMETRIC = 2 };
enum { CGLPK_BASIS_STANDARD = 0, CGLPK_BASIS_ADVANCED = 1 };

typedef struct cglpk_simplex_options {
  int method;
  // Milliseconds; INT32_MAX for none.
  int32_t time_limit;
  int32_t iteration_limit;
  // 0 keeps GLPK's defaults of 1e-7.
  double tolerance;
  // Textbook pricing and ratio test instead of steepest edge and Harris.
  bool cautious;
  // The long-step ratio test of the dual simplex, which passes bounds of boxed columns on the way.
  bool long_step;
  // The dual simplex ends with CGLPK_EOBJUL once a minimum cannot come below this; infinite for no limit.
  double objective_limit;
} cglpk_simplex_options;

typedef struct cglpk_status {
  int primal;
  int dual;
  int overall;
  double objective;
  int64_t iterations;
} cglpk_status;

int cglpk_scale(cglpk_problem *problem, int scaling);
int cglpk_basis(cglpk_problem *problem, int basis);
// Runs the simplex method from the present basis. `answer` is one of the return codes of GLPK.
int cglpk_simplex(cglpk_problem *problem, const cglpk_simplex_options *options, int *answer);
// Runs the simplex method in exact arithmetic from the present basis.
int cglpk_exact(cglpk_problem *problem, int32_t time_limit, int *answer);
int cglpk_get_status(cglpk_problem *problem, cglpk_status *status);
// Basic solution; every output may be null.
int cglpk_get_solution(cglpk_problem *problem, double *point, double *row_duals, double *reduced_costs);
// Where each row and column stands in the basis: one of the values of `CGLPK_BS` and so on.
int cglpk_get_basis(cglpk_problem *problem, int8_t *rows, int8_t *columns);
// Sets the basis; whether it is a valid one shows at the next solve.
int cglpk_set_basis(cglpk_problem *problem, const int8_t *rows, const int8_t *columns);
// One multiplier a row, from the row of the basis at which the dual simplex gave up.
int cglpk_get_dual_ray(cglpk_problem *problem, double *multipliers, bool *found);
// One number a column, from the column at which the primal simplex gave up; its sign may be wrong.
int cglpk_get_primal_ray(cglpk_problem *problem, double *direction, bool *found);

// Branch and cut ------------------------------------------------------------------------------------

enum { CGLPK_BR_FFV = 1, CGLPK_BR_LFV = 2, CGLPK_BR_MFV = 3, CGLPK_BR_DTH = 4, CGLPK_BR_PCH = 5 };
enum { CGLPK_BT_DFS = 1, CGLPK_BT_BFS = 2, CGLPK_BT_BLB = 3, CGLPK_BT_BPH = 4 };
enum { CGLPK_PP_NONE = 0, CGLPK_PP_ROOT = 1, CGLPK_PP_ALL = 2 };
enum {
  CGLPK_IROWGEN = 1,
  CGLPK_IBINGO = 2,
  CGLPK_IHEUR = 3,
  CGLPK_ICUTGEN = 4,
  CGLPK_IBRANCH = 5,
  CGLPK_ISELECT = 6,
  CGLPK_IPREPRO = 7,
};

// Cover cuts are not offered: GLPK keeps them in static variables, so that two threads collide.
typedef struct cglpk_tree_options {
  int branching;
  int backtracking;
  int preprocessing;
  double integer_tolerance;
  double objective_tolerance;
  int32_t time_limit;
  bool mir_cuts;
  bool gomory_cuts;
  bool clique_cuts;
  bool presolve;
  bool binarize;
  bool simple_rounding;
  bool feasibility_pump;
  bool proximity_search;
} cglpk_tree_options;

// A tree during its callback; valid until the callback returns.
typedef struct cglpk_tree {
  void *tree;
} cglpk_tree;

typedef struct cglpk_event {
  int reason;
  // Subproblem in hand, 0 for none.
  int32_t node;
  int64_t nodes;
  int64_t active_nodes;
  int64_t iterations;
  bool has_incumbent;
  double incumbent;
} cglpk_event;

// Called at every step of the tree, on the solving thread. Any answer but 0 ends the search. It may make
// guarded calls, each behind a fence of its own; after one of them has failed the whole solve fails.
typedef int (*cglpk_callback)(cglpk_tree *tree, const cglpk_event *event, void *context);

// Branch and cut; without presolve an optimal basis of the relaxation must be present.
int cglpk_branch_and_cut(
  cglpk_problem *problem, const cglpk_tree_options *options, cglpk_callback callback, void *context,
  int *answer);
// Outcome of branch and cut: one of the statuses, and where it is FEAS or OPT the objective and the
// point (which may be null).
int cglpk_get_integer_solution(cglpk_problem *problem, int *status, double *objective, double *point);

// Least bound of the open nodes; `found` is false where none is open.
int cglpk_tree_bound(cglpk_tree *tree, double *bound, bool *found);
// Relaxation's point at the node in hand.
int cglpk_tree_point(cglpk_tree *tree, double *point);
// Point of the best integer solution so far.
int cglpk_tree_incumbent(cglpk_tree *tree, double *point);
// Subproblem above the one in hand (0 for none) and the objective of the relaxation in hand.
int cglpk_tree_node(cglpk_tree *tree, int32_t *parent, double *objective);
// Columns that the node in hand may be branched upon, into an array of the size of the columns.
int cglpk_tree_candidates(cglpk_tree *tree, int32_t *columns, int32_t *count);
int cglpk_tree_column_upper(cglpk_tree *tree, int32_t column, double *upper);
// By how much the objective of the relaxation in hand gets worse, at least, where a column is fixed; after
// that many steps of the dual simplex. Infinite where no point is left, NaN where nothing was learned.
int cglpk_tree_probe(
  cglpk_tree *tree, int32_t column, double value, int32_t iterations, double *degradation);
// Branches upon a column (during CGLPK_IBRANCH); the branch that is looked at first is up or down.
int cglpk_tree_branch(cglpk_tree *tree, int32_t column, bool up_first);
// Adds rows that hold in the subtree of the node in hand (during CGLPK_IROWGEN).
int cglpk_tree_add_rows(
  cglpk_tree *tree, int32_t count, const int64_t *starts, const int32_t *columns, const double *values,
  const double *lower, const double *upper);
// Offers a feasible point (during CGLPK_IHEUR); GLPK looks at whole numbers and the objective only.
int cglpk_tree_offer(cglpk_tree *tree, const double *point, bool *accepted);

#endif
