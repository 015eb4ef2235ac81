// The fence around every call into GLPK; see cglpk.h for what the codes mean.
#ifndef CGLPK_FENCE_H
#define CGLPK_FENCE_H

#include <glpk.h>
#include <setjmp.h>

#include "cglpk.h"

struct fence {
  jmp_buf target;
  struct fence *outer;
};

// Makes the environment ready for a call, or says why there can be none.
int fence_admit(void);
// The same for a call that uses a problem.
int fence_admit_problem(const cglpk_problem *problem);
void fence_push(struct fence *fence);
void fence_pop(struct fence *fence);
// After a jump to the fence: leaves it, and drops the environment where it was the outermost one.
int fence_caught(struct fence *fence);
// Counts a call or a line of output, and raises the fault that a test asked for.
void fence_count(void);
// Whether a guarded call inside the present one has failed.
bool fence_is_broken(void);
// Leaves the innermost guarded call by its fence. Only C frames may lie between.
_Noreturn void fence_break(void);
// Refuses a call with a text.
int fence_refuse(const char *text);
// Whether the solver's messages are to be produced, because a test counts them.
bool fence_wants_output(void);
// Collects what GLPK prints from here on as the message, for readers of files.
void fence_record(bool record);
// This thread's number of its environment.
uint64_t fence_environment(void);

// Opens the fence: stands at the top of a function, before any work. Nothing that changes behind it is
// read after a jump, for the function returns at once.
#define FENCE_OPEN(admission)                   \
  struct fence fence;                           \
  int fence_refusal = (admission);              \
  if (fence_refusal != CGLPK_OK)                \
    return fence_refusal;                       \
  fence_push(&fence);                           \
  if (_setjmp(fence.target) != 0)               \
    return fence_caught(&fence);                \
  fence_count()

// Closes the fence and returns: stands at the end of the function.
#define FENCE_CLOSE                             \
  fence_pop(&fence);                            \
  return CGLPK_OK

#endif
