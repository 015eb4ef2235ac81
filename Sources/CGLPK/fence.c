#include "fence.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

enum { MESSAGE_SIZE = 2048 };

struct thread_state {
  uint64_t thread;
  uint64_t environment;
  struct fence *top;
  // A nested call failed, and the calls around it have not been left yet.
  bool broken;
  bool recording;
  bool counting;
  bool failing_again;
  int64_t count;
  int64_t fail_at;
  size_t length;
  char message[MESSAGE_SIZE];
};

static _Thread_local struct thread_state state;
static atomic_uint_least64_t threads;
static atomic_uint_least64_t environments;
static pthread_key_t exit_key;
static pthread_once_t exit_once = PTHREAD_ONCE_INIT;

// Keeps the end of what is too long: GLPK says last what went wrong.
static void append(const char *text) {
  size_t length = strlen(text);
  size_t half = MESSAGE_SIZE / 2;
  if (length >= half) {
    text += length - half + 1;
    length = half - 1;
  }
  if (state.length + length >= MESSAGE_SIZE) {
    memmove(state.message, state.message + state.length - half + 1, half - 1);
    state.length = half - 1;
  }
  memcpy(state.message + state.length, text, length);
  state.length += length;
  state.message[state.length] = 0;
}

static void clear_message(void) {
  state.length = 0;
  state.message[0] = 0;
}

// GLPK prints the reason of an error just before it calls the error hook. Nothing is ever shown.
static int receive_output(void *info, const char *text) {
  (void)info;
  if (glp_at_error() || state.recording)
    append(text);
  else
    fence_count();
  return 1;
}

static void receive_error(void *info) {
  (void)info;
  if (state.top != NULL) fence_break();
  // Without a fence GLPK aborts behind this; no entry point is without one.
}

static void at_thread_exit(void *unused) {
  (void)unused;
  cglpk_free_environment();
}

static void make_exit_key(void) { pthread_key_create(&exit_key, at_thread_exit); }

static int open_environment(void) {
  int answer = glp_init_env();
  if (answer > 1) return fence_refuse("GLPK could not be initialized");
  glp_term_hook(receive_output, NULL);
  glp_error_hook(receive_error, NULL);
  glp_term_out(state.counting ? GLP_ON : GLP_OFF);
  state.environment = atomic_fetch_add(&environments, 1) + 1;
  // Any value but null makes the system call at_thread_exit.
  pthread_once(&exit_once, make_exit_key);
  pthread_setspecific(exit_key, &state);
  return CGLPK_OK;
}

int fence_admit(void) {
  if (state.broken) return CGLPK_FAULT;
  if (state.environment == 0) return open_environment();
  return CGLPK_OK;
}

int fence_admit_problem(const cglpk_problem *problem) {
  if (problem == NULL) return fence_refuse("no problem");
  if (problem->thread != cglpk_thread()) return CGLPK_WRONG_THREAD;
  if (state.broken) return CGLPK_FAULT;
  if (problem->environment != state.environment) return CGLPK_LOST;
  return CGLPK_OK;
}

void fence_push(struct fence *fence) {
  if (state.top == NULL) clear_message();
  fence->outer = state.top;
  state.top = fence;
}

void fence_pop(struct fence *fence) { state.top = fence->outer; }

int fence_caught(struct fence *fence) {
  state.top = fence->outer;
  state.broken = true;
  state.recording = false;
  if (state.top == NULL) cglpk_free_environment();
  return CGLPK_FAULT;
}

void fence_count(void) {
  if (!state.counting) return;
  state.count += 1;
  bool due = state.failing_again ? state.count % state.fail_at == 0 : state.count == state.fail_at;
  if (due) glp_error("fault asked for by a test\n");
}

bool fence_is_broken(void) { return state.broken; }

_Noreturn void fence_break(void) { _longjmp(state.top->target, 1); }

int fence_refuse(const char *text) {
  clear_message();
  append(text);
  return CGLPK_BAD_ARGUMENT;
}

bool fence_wants_output(void) { return state.counting; }

void fence_record(bool record) {
  state.recording = record;
  glp_term_out(record || state.counting ? GLP_ON : GLP_OFF);
}

uint64_t fence_environment(void) { return state.environment; }

const char *cglpk_version(void) { return glp_version(); }

uint64_t cglpk_thread(void) {
  if (state.thread == 0) state.thread = atomic_fetch_add(&threads, 1) + 1;
  return state.thread;
}

uint64_t cglpk_environment(void) { return state.environment; }

const char *cglpk_message(void) { return state.message; }

void cglpk_free_environment(void) {
  // Inside a callback the environment is still in use by the calls around it.
  if (state.top != NULL || state.environment == 0) return;
  glp_free_env();
  state.environment = 0;
  state.broken = false;
}

void cglpk_test_fail_after(int64_t n, bool again) {
  state.counting = n > 0;
  state.count = 0;
  state.fail_at = n;
  state.failing_again = again;
  if (state.environment != 0) glp_term_out(state.counting ? GLP_ON : GLP_OFF);
}

int64_t cglpk_test_events(void) { return state.count; }
