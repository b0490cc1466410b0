// Signals that can be waited for become events; those that end a crashed process give the terminal back first.

#define _GNU_SOURCE

#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <nss.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
enum { FATAL = sizeof fatal / sizeof fatal[0] };

// By the number of the signal.
static struct sigaction waited_before[NSIG];
static struct sigaction fatal_before[FATAL];
static bool fatal_installed;
static bool backtrace_wanted;
static int pipe_ends[2] = {-1, -1};
static atomic_bool wake_noted;

// MARK: The self-pipe

bool cn_ends(int number) {
  switch (number) {
    case SIGINT:
    case SIGTERM:
    case SIGHUP:
    case SIGQUIT:
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

static bool is_waited(int number) {
  return cn_ends(number) || number == SIGCONT || number == SIGTSTP || number == SIGWINCH || number == SIGPIPE;
}

static void note(int number) {
  int kept = errno;
  if (cn_ends(number)) { cn_expect_end(number); }
  uint8_t byte = (uint8_t)number;
  // A full pipe holds more than enough to wake the reader.
  (void)!write(pipe_ends[1], &byte, 1);
  errno = kept;
}

void cn_wake(void) {
  if (pipe_ends[1] < 0) { return; }
  // However many ask, one byte is enough until it has been read.
  if (!atomic_exchange(&wake_noted, true)) { note(0); }
}

int cn_signal_pipe(void) { return pipe_ends[0]; }

int cn_next_signal(void) {
  uint8_t byte;
  if (read(pipe_ends[0], &byte, 1) != 1) { return -1; }
  if (byte == 0) { atomic_store(&wake_noted, false); }
  return byte;
}

// MARK: Crashes

static void set_default(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static void unblock(int number) {
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
}

static void crash(int number) {
  cn_emergency_restore();
  // Swift's backtracer waits half a minute for a key, with echo off, on a terminal it did not set up. It gets
  // the signal only when somebody asked for it by SWIFT_BACKTRACE.
  set_default(number);
  for (int index = 0; backtrace_wanted && index < FATAL; index++) {
    if (fatal[index] == number) { sigaction(number, &fatal_before[index], NULL); }
  }
  unblock(number);
  raise(number);
  _exit(128 + number);
}

static void install_fatal(void) {
  if (fatal_installed) { return; }
  fatal_installed = true;
  const char *backtrace = getenv("SWIFT_BACKTRACE");
  backtrace_wanted = backtrace != NULL && backtrace[0] != '\0';
  // A stack of its own, since the fault may be that the stack is used up.
  static uint8_t stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int index = 0; index < FATAL; index++) { sigaction(fatal[index], &action, &fatal_before[index]); }
  // The backtracer takes this one too, which is a person's way to end a program and no crash.
  struct sigaction quit;
  sigaction(SIGQUIT, NULL, &quit);
  if (quit.sa_handler != SIG_IGN && !backtrace_wanted) { set_default(SIGQUIT); }
}

// MARK: Leaving in time

// The signal that asked the program to leave.
static volatile sig_atomic_t leaving;

// How long there is to save and leave before the program is ended all the same, in microseconds: whoever asked
// is told that it is gone within two seconds.
enum { GRACE = 1700 * 1000 };

void cn_expect_end(int number) {
  if (leaving != 0) { return; }
  leaving = number;
  // One system call, without a lock or memory.
  struct itimerval once = {.it_value = {.tv_sec = GRACE / 1000000, .tv_usec = GRACE % 1000000}};
  setitimer(ITIMER_REAL, &once, NULL);
}

// Has what cannot be written at once left out; gives the flags there were.
static int stop_waiting(int fd) {
  int flags = fcntl(fd, F_GETFL);
  if (flags >= 0) { fcntl(fd, F_SETFL, flags | O_NONBLOCK); }
  return flags;
}

static void wait_again(int fd, int flags) {
  if (flags >= 0) { fcntl(fd, F_SETFL, flags); }
}

// The disk or the line has held the program up for too long. A save that is under way is undone by the store.
static void give_up(int number) {
  (void)number;
  // The line may be as stuck as the rest.
  int output = stop_waiting(CN_OUT);
  int errors = stop_waiting(cn_errors_line());
  cn_emergency_restore();
  // The shell reads and writes through the same descriptions of the terminal, which may be one.
  wait_again(STDERR_FILENO, errors);
  wait_again(CN_OUT, output);
  cn_reraise(leaving != 0 ? leaving : SIGTERM);
}

// MARK: Lifecycle

bool cn_signals_start(void) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) { return false; }
  install_fatal();
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int number = 1; number < NSIG; number++) {
    if (!is_waited(number)) { continue; }
    action.sa_handler = number == SIGPIPE ? SIG_IGN : note;
    sigaction(number, NULL, &waited_before[number]);
    // What the one who started us asked to have ignored (nohup) stays so; a new size is for everyone.
    if (waited_before[number].sa_handler == SIG_IGN && number != SIGWINCH) { continue; }
    sigaction(number, &action, NULL);
    unblock(number);
  }
  struct sigaction alarmed = {.sa_handler = give_up};
  sigfillset(&alarmed.sa_mask);
  sigaction(SIGALRM, &alarmed, NULL);
  unblock(SIGALRM);
  return true;
}

void cn_signals_stop(void) {
  // The crash handlers stay: with the screen down they only make sure that nothing prompts.
  for (int number = 1; number < NSIG; number++) {
    if (is_waited(number)) { sigaction(number, &waited_before[number], NULL); }
  }
}

void cn_ignore_interrupts_after(void) { waited_before[SIGINT].sa_handler = SIG_IGN; }

void cn_stop_group(void) {
  struct sigaction stop, resume;
  sigaction(SIGTSTP, NULL, &stop);
  if (stop.sa_handler == SIG_IGN) { return; }
  // With the default action the system neither queues nor reports the continuation, which is seen to here.
  sigaction(SIGCONT, NULL, &resume);
  set_default(SIGCONT);
  set_default(SIGTSTP);
  // Where no shell could continue the group the system drops this signal, and the program just goes on.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &resume, NULL);
}

void cn_reraise(int32_t number) {
  set_default(number);
  unblock(number);
  raise(number);
  // A signal that does not end a process by default.
  _exit(128 + number);
}

void cn_harden(void) {
  install_fatal();
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  // A file that may grow no more is told as a failed write, like a full disk.
  signal(SIGXFSZ, SIG_IGN);
}

void cn_find_users_in_files(void) {
  __nss_configure_lookup("passwd", "files");
  __nss_configure_lookup("group", "files");
}
