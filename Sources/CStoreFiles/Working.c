// The folder that a program works in goes with it when a signal ends it, so that no copy of the cases is left behind.

#define _GNU_SOURCE

#include "CStoreFiles.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// What ends a program by default, and is not the program's own fault.
static const int ending[] = {
  SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGIO, SIGPWR,
};
enum { ENDING = sizeof ending / sizeof ending[0], LONGEST = 64 };

static struct sigaction before[ENDING];
static bool taken[ENDING];
static int parent, folder;
static char name[LONGEST];
// From the moment somebody works until nothing of it is left to be seen to.
static atomic_flag busy = ATOMIC_FLAG_INIT;
static atomic_bool working;

// Nothing here but system calls that a handler may make; the signal has its default action again.
static void clear_and_end(int number) {
  if (atomic_load(&working)) {
    unlinkat(folder, CSF_WORK, 0);
    unlinkat(folder, CSF_WORK "-journal", 0);
    unlinkat(parent, name, AT_REMOVEDIR);
  }
  raise(number);
}

bool csf_work_begin(int32_t in, const char *called, int32_t opened) {
  if (strlen(called) >= LONGEST || atomic_flag_test_and_set(&busy)) { return false; }
  parent = in;
  folder = opened;
  strcpy(name, called);
  atomic_store(&working, true);
  struct sigaction action = {.sa_handler = clear_and_end, .sa_flags = SA_RESETHAND | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < ENDING; index++) {
    sigaction(ending[index], NULL, &before[index]);
    // Who has it ignored (nohup), or sees to it otherwise, goes on with that.
    taken[index] = (before[index].sa_flags & SA_SIGINFO) == 0 && before[index].sa_handler == SIG_DFL;
    if (taken[index]) { sigaction(ending[index], &action, NULL); }
  }
  return true;
}

void csf_work_end(void) {
  atomic_store(&working, false);
  for (int index = 0; index < ENDING; index++) {
    if (taken[index]) { sigaction(ending[index], &before[index], NULL); }
  }
  atomic_flag_clear(&busy);
}
