// Roles to attributes and colours.
//
// The background is the user's own, light or dark, so a foreground alone must be one that both carry: red,
// green, magenta, mid grey. Blue, cyan, yellow and white each vanish on one of them and come only with a
// background of their own. Where a state matters, an attribute says it too, for there may be no colour.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "Style.h"
#include "Internal.h"

#include <curses.h>
#include <stdlib.h>

enum { PAIR_NONE, PAIR_TITLE, PAIR_ERROR, PAIR_WARNING, PAIR_SUCCESS, PAIR_MUTED };

/// Of the 256-colour palette, legible on white as on black; the green of the first eight is pale on white.
enum { GREY = 244, GREEN = 28 };

static bool colours;

void cn_style_start(bool monochrome) {
  const char *no_color = getenv("NO_COLOR");
  colours = !monochrome && (no_color == NULL || no_color[0] == '\0') && has_colors();
  if (!colours) { return; }
  start_color();
  short back = use_default_colors() == OK ? -1 : COLOR_BLACK;
  short fore = back == -1 ? -1 : COLOR_WHITE;
  init_pair(PAIR_TITLE, COLOR_WHITE, COLOR_BLUE);
  init_pair(PAIR_ERROR, COLOR_RED, back);
  init_pair(PAIR_WARNING, COLOR_MAGENTA, back);
  init_pair(PAIR_SUCCESS, COLORS >= 256 ? GREEN : COLOR_GREEN, back);
  init_pair(PAIR_MUTED, COLORS >= 256 ? GREY : fore, back);
}

static CNLook look(attr_t attributes, short pair) {
  return (CNLook){.attributes = attributes, .pair = colours ? pair : PAIR_NONE};
}

CNLook cn_look(CNStyle style) {
  switch (style) {
  case CNStyleNormal: return look(A_NORMAL, PAIR_NONE);
  case CNStyleTitle: return look(A_BOLD, PAIR_TITLE);
  case CNStyleHeading: return look(A_BOLD, PAIR_NONE);
  // Reverse is kept for what has focus, so that it can be found in one colour and by a test.
  case CNStyleFocus: return look(A_REVERSE, PAIR_NONE);
  case CNStyleSelected: return look(A_BOLD, PAIR_NONE);
  case CNStyleMuted: return look(A_NORMAL, PAIR_MUTED);
  case CNStyleError: return look(A_BOLD, PAIR_ERROR);
  case CNStyleWarning: return look(A_BOLD, PAIR_WARNING);
  case CNStyleSuccess: return look(A_BOLD, PAIR_SUCCESS);
  case CNStyleBorder: return look(A_NORMAL, PAIR_MUTED);
  case CNStyleKey: return look(A_BOLD, PAIR_NONE);
  case CNStyleInput: return look(A_UNDERLINE, PAIR_NONE);
  case CNStyleInputFocus: return look(A_REVERSE, PAIR_NONE);
  case CNStyleButton: return look(A_NORMAL, PAIR_NONE);
  case CNStyleButtonFocus: return look(A_REVERSE | A_BOLD, PAIR_NONE);
  }
  return look(A_NORMAL, PAIR_NONE);
}
