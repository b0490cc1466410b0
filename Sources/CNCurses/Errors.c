// Standard error while the screen is up: a stray line there would land in the middle of the picture, and the
// last words of a crash would vanish with the alternate screen. So they are kept, and written afterwards.

#define _GNU_SOURCE

#include "Internal.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { STDERR = 2, MOST = 64 * 1024 };

static volatile int real = -1;
static volatile int held = -1;

void cn_errors_hold(void) {
  // Sent to a file, it disturbs nobody.
  if (real >= 0 || !isatty(STDERR)) { return; }
  int memory = memfd_create("stderr", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (memory < 0) { return; }
  // What goes beyond the limit is refused to the writer instead of filling the memory.
  int terminal = fcntl(STDERR, F_DUPFD_CLOEXEC, STDERR + 1);
  bool ready = terminal >= 0 && ftruncate(memory, MOST) == 0 && fcntl(memory, F_ADD_SEALS, F_SEAL_GROW) == 0
    && dup2(memory, STDERR) == STDERR;
  if (!ready) {
    close(memory);
    if (terminal >= 0) { close(terminal); }
    return;
  }
  held = memory;
  real = terminal;
}

int cn_errors_line(void) { return real; }

void cn_errors_release(void) {
  if (real < 0) { return; }
  dup2(real, STDERR);
  close(real);
  real = -1;
  // The descriptors share one offset, which is how much has been written.
  off_t end = lseek(held, 0, SEEK_CUR);
  char piece[512];
  for (off_t at = 0; at < end;) {
    size_t want = end - at < (off_t)sizeof piece ? (size_t)(end - at) : sizeof piece;
    ssize_t got = pread(held, piece, want, at);
    if (got <= 0) { break; }
    cn_write_all(STDERR, piece, (size_t)got);
    at += got;
  }
  close(held);
  held = -1;
}
