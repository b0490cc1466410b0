// A description of the terminal that comes from who knows where is tried by a process that may die of it: ncurses
// trusts what it reads.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "Internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// Draws a little of everything where nobody sees it.
static void rehearse(bool monochrome) {
  const char *name = "";
  if (cn_find_terminal(&name) != CNStartOk) { return; }
  cn_choose_locale();
  cn_active = 1;
  if (!cn_raise_screen(name, monochrome)) { return; }
  for (int turn = 0; turn < 2; turn++) {
    for (int32_t row = 0; row < LINES; row++) {
      for (int32_t column = 0; column + 1 < COLS; column += 1 + row % 7) {
        const uint8_t text[] = "\xC3\xA5";
        cn_put(row, column, text, 2, 1, (CNStyle)((row + column + turn) % (CNStyleButtonFocus + 1)));
      }
      cn_cursor(row, row);
      cn_flush();
    }
    resize_term(18, 60);
    clearok(curscr, TRUE);
    cn_cursor(-1, -1);
    cn_flush();
    cn_erase();
    cn_flush();
  }
  curs_set(1);
  endwin();
}

// Rehearses in a process that may die of it. What ncurses reads of its memory without having written it is made of
// the one byte or the other, so that nothing is right by chance.
static bool survives_with(int filling, bool monochrome) {
  pid_t child = fork();
  if (child < 0) { return false; }
  if (child == 0) {
    static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGFPE, SIGTRAP, SIGALRM};
    for (size_t index = 0; index < sizeof fatal / sizeof fatal[0]; index++) { signal(fatal[index], SIG_DFL); }
    // One that never comes to an end is as bad.
    alarm(2);
    mallopt(M_PERTURB, filling);
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0) { _exit(1); }
    for (int end = 0; end <= 2; end++) { dup2(nothing, end); }
    rehearse(monochrome);
    _exit(0);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) { return false; }
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool cn_survives(bool monochrome) {
  return survives_with(0, monochrome) && survives_with(0xFF, monochrome) && survives_with(0xA5, monochrome);
}
