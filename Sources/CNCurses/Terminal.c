// Taking the terminal over, giving it back, and drawing.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "Internal.h"
#include "Style.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// <term.h> makes macros of everyday words.
#undef columns

volatile sig_atomic_t cn_active = 0;
bool cn_takes_mouse;

static SCREEN *screen;
static struct termios before;
static bool utf8;
static struct { int row, column; } cursor = {-1, -1};

// What a crash handler writes. Made beforehand, since a handler may not ask terminfo.
static char reset_bytes[256];
static size_t reset_length;

// MARK: Small helpers

void cn_write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno == EINTR) { continue; }
    if (written <= 0) { return; }
    bytes += written;
    length -= (size_t)written;
  }
}

// A process in the background may put the modes back too, without being stopped for it.
static void set_modes(const struct termios *modes) {
  sigset_t output, previous;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, &previous);
  while (tcsetattr(CN_IN, TCSANOW, modes) != 0 && errno == EINTR) {}
  pthread_sigmask(SIG_SETMASK, &previous, NULL);
}

void cn_choose_locale(void) {
  // Only the character type: LC_NUMERIC would change how C writes numbers.
  setlocale(LC_CTYPE, "");
  utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (!utf8 && setlocale(LC_CTYPE, "C.UTF-8") != NULL) {
    utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  }
}

bool cn_utf8(void) { return utf8; }

static void append_reset(const char *bytes, size_t length) {
  if (reset_length + length > sizeof reset_bytes) { return; }
  memcpy(reset_bytes + reset_length, bytes, length);
  reset_length += length;
}

// Adds a capability without its padding, $<20>, which only tputs understands.
static bool append_capability(const char *name) {
  const char *text = tigetstr(name);
  if (text == NULL || text == (char *)-1) { return false; }
  while (*text != '\0') {
    const char *padding = strstr(text, "$<");
    const char *end = padding != NULL ? strchr(padding, '>') : NULL;
    if (end == NULL) { append_reset(text, strlen(text)); break; }
    append_reset(text, (size_t)(padding - text));
    text = end + 1;
  }
  return true;
}

static void prepare_reset(void) {
  reset_length = 0;
  append_reset(CN_PASTE_OFF, strlen(CN_PASTE_OFF));
  if (cn_takes_mouse) { append_reset(CN_MOUSE_OFF, strlen(CN_MOUSE_OFF)); }
  append_capability("rmkx");
  append_capability("cnorm");
  append_capability("sgr0");
  // Without another screen to go back to, the prompt at least starts on a line of its own.
  if (!append_capability("rmcup")) { append_reset("\r\n", 2); }
}

// MARK: Lifecycle

// Takes a piece out of a capability, where it holds it.
static void cut_capability(const char *name, const char *piece) {
  char *text = tigetstr(name);
  if (text == NULL || text == (char *)-1) { return; }
  char *found = strstr(text, piece);
  if (found == NULL) { return; }
  char *rest = found + strlen(piece);
  memmove(found, rest, strlen(rest) + 1);
}

// Many terminals are told the set of characters along with every change of attributes. None but the
// first is ever used here, and a letter in a field is little more than half the bytes without.
static void shorten_attributes(void) {
  // xterm and what is like it
  cut_capability("sgr", "%?%p9%t\033(0%e\033(B%;");
  cut_capability("sgr0", "\033(B");
  // screen and tmux
  cut_capability("sgr", "%?%p9%t\016%e\017%;");
  cut_capability("sgr0", "\017");
}

// What the description of the terminal says, for a line that knows no size.
static int described_rows, described_columns;

CNStart cn_find_terminal(const char **name) {
  const char *term = getenv("TERM");
  if (term == NULL || term[0] == '\0') { return CNStartUnknownTerminal; }
  int status = 0;
  if (setupterm(term, CN_OUT, &status) != OK) {
    // Over ssh the server often lacks a newer terminal's description: xterm-kitty, xterm-ghostty.
    if (strncmp(term, "xterm-", 6) != 0) { return CNStartUnknownTerminal; }
    term = "xterm-256color";
    if (setupterm(term, CN_OUT, &status) != OK) { return CNStartUnknownTerminal; }
  }
  const char *address = tigetstr("cup");
  bool addressable = address != NULL && address != (char *)-1 && strcmp(term, "dumb") != 0;
  prepare_reset();
  described_rows = tigetnum("lines");
  described_columns = tigetnum("cols");
  del_curterm(cur_term);
  if (!addressable) { return CNStartCannotAddress; }
  *name = term;
  return CNStartOk;
}

// What ncurses does not know of.
static void modes_on(void) {
  cn_write_all(CN_OUT, CN_PASTE_ON, strlen(CN_PASTE_ON));
  if (cn_takes_mouse) { cn_write_all(CN_OUT, CN_MOUSE_ON, strlen(CN_MOUSE_ON)); }
}

static void modes_off(void) {
  if (cn_takes_mouse) { cn_write_all(CN_OUT, CN_MOUSE_OFF, strlen(CN_MOUSE_OFF)); }
  cn_write_all(CN_OUT, CN_PASTE_OFF, strlen(CN_PASTE_OFF));
}

// No window is larger; a size beyond it is somebody's mistake or malice, and each cell takes memory.
enum { MOST_ROWS = 500, MOST_COLUMNS = 1000 };

static int at_most(int number, int most) { return number < most ? number : most; }

// Makes the screen, no larger than is sane: curses can be told a size in no other way than by the environment.
static SCREEN *make_screen(const char *name) {
  struct winsize now = {0};
  ioctl(CN_OUT, TIOCGWINSZ, &now);
  bool known = now.ws_row > 0 && now.ws_col > 0;
  int rows = known ? now.ws_row : described_rows, columns = known ? now.ws_col : described_columns;
  bool sane = rows <= MOST_ROWS && columns <= MOST_COLUMNS;
  use_env(!sane);
  use_tioctl(sane);
  if (sane) { return newterm(name, stdout, stdin); }
  static const char *const names[] = {"LINES", "COLUMNS"};
  int numbers[] = {at_most(rows, MOST_ROWS), at_most(columns, MOST_COLUMNS)};
  char *before_it[2];
  for (int index = 0; index < 2; index++) {
    const char *value = getenv(names[index]);
    before_it[index] = value != NULL ? strdup(value) : NULL;
    char text[12];
    snprintf(text, sizeof text, "%d", numbers[index]);
    setenv(names[index], text, 1);
  }
  SCREEN *made = newterm(name, stdout, stdin);
  for (int index = 0; index < 2; index++) {
    if (before_it[index] != NULL) { setenv(names[index], before_it[index], 1); } else { unsetenv(names[index]); }
    free(before_it[index]);
  }
  return made;
}

bool cn_raise_screen(const char *name, bool monochrome) {
  screen = make_screen(name);
  if (screen == NULL) { return false; }
  shorten_attributes();
  raw();
  noecho();
  nonl();
  // The keys are read by our own decoder; this has the terminal send what terminfo says.
  keypad(stdscr, TRUE);
  cn_style_start(monochrome);
  cn_decoder_start();
  return true;
}

// MARK: A person's own descriptions

// Where a person's own descriptions are looked for. Those of the system come first here: ncurses trusts what it reads,
// and a description that is broken or hostile ends the program that uses it.
static const char *const own_places[] = {"TERMINFO", "TERMINFO_DIRS", "TERMCAP", "HOME"};
enum { OWN_PLACES = sizeof own_places / sizeof own_places[0] };
static char *set_aside[OWN_PLACES];

static void set_own_aside(void) {
  for (size_t index = 0; index < OWN_PLACES; index++) {
    const char *value = getenv(own_places[index]);
    set_aside[index] = value != NULL ? strdup(value) : NULL;
    unsetenv(own_places[index]);
  }
}

static void bring_own_back(void) {
  for (size_t index = 0; index < OWN_PLACES; index++) {
    if (set_aside[index] == NULL) { continue; }
    setenv(own_places[index], set_aside[index], 1);
    free(set_aside[index]);
    set_aside[index] = NULL;
  }
}

// MARK: Taking and giving back

static CNStart take_over(const char *name, bool monochrome) {
  cn_choose_locale();
  if (!cn_signals_start()) { return CNStartUnknownTerminal; }
  // From here on the terminal changes, so a crash must put it back.
  cn_active = 1;
  if (!cn_raise_screen(name, monochrome)) {
    cn_active = 0;
    set_modes(&before);
    cn_signals_stop();
    return CNStartUnknownTerminal;
  }
  cn_errors_hold();
  cn_input_start();
  cursor.row = -1;
  modes_on();
  return CNStartOk;
}

CNStart cn_start(CNWishes wishes) {
  if (cn_active) { return CNStartOk; }
  cn_takes_mouse = wishes.mouse;
  if (!isatty(CN_IN) || !isatty(CN_OUT) || tcgetattr(CN_IN, &before) != 0) { return CNStartNotATerminal; }
  const char *name = "";
  set_own_aside();
  CNStart found = cn_find_terminal(&name);
  if (found == CNStartUnknownTerminal) {
    // One that only the person has a description of is met by another process first.
    bring_own_back();
    if (!cn_survives(wishes.monochrome)) { return CNStartUnknownTerminal; }
    found = cn_find_terminal(&name);
  }
  if (found == CNStartOk) { found = take_over(name, wishes.monochrome); }
  bring_own_back();
  return found;
}

static void screen_down(void) {
  modes_off();
  endwin();
  set_modes(&before);
  cn_errors_release();
}

static void screen_up(void) {
  cn_errors_hold();
  // While stopped, no word of a new size arrives.
  cn_fit_size();
  modes_on();
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_stop(void) {
  if (!cn_active) { return; }
  curs_set(1);
  screen_down();
  cn_active = 0;
  delscreen(screen);
  screen = NULL;
  cn_signals_stop();
}

void cn_suspend(void) {
  if (!cn_active) { return; }
  screen_down();
  cn_stop_group();
  screen_up();
  cn_take_typed_ahead();
}

void cn_recover(void) {
  if (!cn_active) { return; }
  screen_down();
  screen_up();
}

void cn_emergency_restore(void) {
  if (!cn_active) { return; }
  cn_active = 0;
  cn_write_all(CN_OUT, reset_bytes, reset_length);
  set_modes(&before);
  cn_errors_release();
}

// MARK: Size

bool cn_fit_size(void) {
  struct winsize now;
  if (!cn_active || ioctl(CN_OUT, TIOCGWINSZ, &now) != 0) { return false; }
  // A serial line knows no size and says 0; the one from terminfo stays.
  if (now.ws_row == 0 || now.ws_col == 0) { return false; }
  int rows = at_most(now.ws_row, MOST_ROWS), columns = at_most(now.ws_col, MOST_COLUMNS);
  if (rows == LINES && columns == COLS) { return false; }
  resize_term(rows, columns);
  clearok(curscr, TRUE);
  return true;
}

CNSize cn_size(void) {
  if (!cn_active) { return (CNSize){.columns = 0, .rows = 0}; }
  return (CNSize){.columns = COLS, .rows = LINES};
}

// MARK: Drawing

void cn_erase(void) {
  if (cn_active) { werase(stdscr); }
}

void cn_redraw(void) {
  if (cn_active) { clearok(curscr, TRUE); }
}

void cn_cursor(int32_t row, int32_t column) {
  cursor.row = row;
  cursor.column = column;
}

void cn_flush(void) {
  if (!cn_active) { return; }
  bool visible = cursor.row >= 0 && cursor.row < LINES && cursor.column >= 0 && cursor.column < COLS;
  if (visible) { wmove(stdscr, cursor.row, cursor.column); }
  curs_set(visible ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_put(int32_t row, int32_t column, const uint8_t *bytes, size_t length, int32_t width, CNStyle style) {
  if (!cn_active || row < 0 || column < 0 || row >= LINES || column >= COLS) { return; }
  int32_t end = column + (width < COLS - column ? width : COLS - column);
  CNLook look = cn_look(style);
  while (column < end) {
    wchar_t text[CCHARW_MAX + 1];
    int32_t taken = cn_next_cell(&bytes, &length, end - column, text, CCHARW_MAX);
    cchar_t cell;
    setcchar(&cell, text, look.attributes, look.pair, NULL);
    // The last cell of the screen is written and yet answered with ERR.
    mvwadd_wch(stdscr, row, column, &cell);
    column += taken;
  }
}

bool cn_copy_osc52(const char *base64) {
  // xterm takes some 100,000 characters at most.
  size_t length = strlen(base64);
  if (!cn_active || length > 100000) { return false; }
  if (strspn(base64, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") != length) { return false; }
  cn_write_all(CN_OUT, "\033]52;c;", 7);
  cn_write_all(CN_OUT, base64, length);
  cn_write_all(CN_OUT, "\a", 1);
  return true;
}
