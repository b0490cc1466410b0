#define _GNU_SOURCE

#include "CTerminalKit.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// After fork in a program with threads, only what is async-signal-safe may be called.
static _Noreturn void become(const char *path, char *const *arguments, char *const *environment, int slave) {
  setsid();
  ioctl(slave, TIOCSCTTY, 0);
  for (int fd = 0; fd <= 2; fd++) { dup2(slave, fd); }
  struct sigaction action = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) { sigaction(number, &action, NULL); }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environment);
  _exit(127);
}

bool tk_open(int32_t rows, int32_t columns, TKProcess *process) {
  *process = (TKProcess){.pid = -1, .pidfd = -1, .master = -1, .slave = -1};
  // Closed on exec from the start: in another test's program it would keep this terminal from hanging up.
  int master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  char name[64];
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, sizeof name) != 0) {
    if (master >= 0) { close(master); }
    return false;
  }
  int slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (slave < 0 || !tk_resize(master, rows, columns)) {
    close(master);
    if (slave >= 0) { close(slave); }
    return false;
  }
  process->master = master;
  process->slave = slave;
  return true;
}

bool tk_start(TKProcess *process, const char *path, char *const *arguments, char *const *environment) {
  pid_t pid = fork();
  if (pid == 0) { become(path, arguments, environment, process->slave); }
  if (pid < 0) { return false; }
  process->pid = pid;
  process->pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
  if (process->pidfd < 0) {
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    return false;
  }
  return true;
}

bool tk_reap(int32_t pid, TKEnding *ending) {
  int status;
  struct rusage usage;
  if (wait4(pid, &status, WNOHANG, &usage) != pid) { return false; }
  ending->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  ending->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ending->cpu_microseconds = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * (int64_t)1000000
    + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  return true;
}

bool tk_resize(int32_t master, int32_t rows, int32_t columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size) == 0;
}

const char *tk_image_path(void) {
  Dl_info info;
  return dladdr((void *)(uintptr_t)tk_image_path, &info) != 0 ? info.dli_fname : NULL;
}
