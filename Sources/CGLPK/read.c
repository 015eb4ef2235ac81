#include "problem.h"

#include <string.h>

// GLPK copies file names into buffers of fixed size without looking.
enum { LONGEST_PATH = 3000 };

static bool read_mathprog(glp_prob *lp, const char *path, const char *data) {
  glp_tran *translator = glp_mpl_alloc_wksp();
  bool done = glp_mpl_read_model(translator, path, data != NULL) == 0 &&
              (data == NULL || glp_mpl_read_data(translator, data) == 0) &&
              glp_mpl_generate(translator, NULL) == 0;
  if (done) glp_mpl_build_prob(translator, lp);
  glp_mpl_free_wksp(translator);
  return done;
}

int cglpk_read(cglpk_problem *problem, int format, const char *path, const char *data, bool *read) {
  *read = false;
  if (strlen(path) > LONGEST_PATH || (data != NULL && strlen(data) > LONGEST_PATH))
    return fence_refuse("the path is longer than 3000 bytes");
  FENCE_OPEN(fence_admit_problem(problem));
  fence_record(true);
  glp_prob *lp = lp_of(problem);
  switch (format) {
    case CGLPK_MPS_FREE: *read = glp_read_mps(lp, GLP_MPS_FILE, NULL, path) == 0; break;
    case CGLPK_LP_CPLEX: *read = glp_read_lp(lp, NULL, path) == 0; break;
    case CGLPK_MATHPROG: *read = read_mathprog(lp, path, data); break;
    default: break;
  }
  fence_record(false);
  FENCE_CLOSE;
}
