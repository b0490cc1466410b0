// The folder that a program works in goes with it when a signal ends it, so that no copy of the cases is left behind.

#define _GNU_SOURCE

#include "CStoreFiles.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST = 64 };

// By the number of the signal.
static struct sigaction before[NSIG];
static bool taken[NSIG];
static int parent, folder;
static char name[LONGEST];
// From the moment somebody works until nothing of it is left to be seen to.
static atomic_flag busy = ATOMIC_FLAG_INIT;
static atomic_bool working;

// Whether a signal ends a program by default, and is not the program's own fault. CNCurses asks the same of fewer
// (`cn_ends`): it has the alarm and the pipe for itself, and no store needs a terminal.
static bool ends(int number) {
  switch (number) {
    case SIGHUP:
    case SIGINT:
    case SIGQUIT:
    case SIGTERM:
    case SIGPIPE:
    case SIGALRM:
    case SIGUSR1:
    case SIGUSR2:
    case SIGXCPU:
    case SIGVTALRM:
    case SIGPROF:
    case SIGIO:
    case SIGPWR:
    case SIGSTKFLT: return true;
    default: return number >= SIGRTMIN && number <= SIGRTMAX;
  }
}

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
  for (int number = 1; number < NSIG; number++) {
    if (!ends(number)) { continue; }
    sigaction(number, NULL, &before[number]);
    // Who has it ignored (nohup), or sees to it otherwise, goes on with that.
    taken[number] = (before[number].sa_flags & SA_SIGINFO) == 0 && before[number].sa_handler == SIG_DFL;
    if (taken[number]) { sigaction(number, &action, NULL); }
  }
  return true;
}

void csf_work_end(void) {
  atomic_store(&working, false);
  for (int number = 1; number < NSIG; number++) {
    if (taken[number]) { sigaction(number, &before[number], NULL); }
  }
  atomic_flag_clear(&busy);
}
