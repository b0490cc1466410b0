#define _GNU_SOURCE

#include "CTerminalKit.h"

#include <stdlib.h>
#include <vterm.h>

struct TKScreen {
  VTerm *terminal;
  VTermScreen *screen;
  bool alternate, cursor_visible, mouse;
};

static int property_changed(VTermProp property, VTermValue *value, void *user) {
  TKScreen *screen = user;
  if (property == VTERM_PROP_ALTSCREEN) { screen->alternate = value->boolean; }
  if (property == VTERM_PROP_CURSORVISIBLE) { screen->cursor_visible = value->boolean; }
  if (property == VTERM_PROP_MOUSE) { screen->mouse = value->number != VTERM_PROP_MOUSE_NONE; }
  return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = property_changed};

TKScreen *tk_screen_new(int32_t rows, int32_t columns) {
  TKScreen *screen = calloc(1, sizeof *screen);
  if (screen == NULL) { abort(); }
  screen->cursor_visible = true;
  screen->terminal = vterm_new(rows, columns);
  vterm_set_utf8(screen->terminal, 1);
  screen->screen = vterm_obtain_screen(screen->terminal);
  vterm_screen_set_callbacks(screen->screen, &callbacks, screen);
  vterm_screen_enable_altscreen(screen->screen, 1);
  vterm_screen_reset(screen->screen, 1);
  return screen;
}

void tk_screen_free(TKScreen *screen) {
  vterm_free(screen->terminal);
  free(screen);
}

void tk_screen_resize(TKScreen *screen, int32_t rows, int32_t columns) {
  vterm_set_size(screen->terminal, rows, columns);
}

void tk_screen_write(TKScreen *screen, const uint8_t *bytes, size_t length) {
  vterm_input_write(screen->terminal, (const char *)bytes, length);
}

TKCell tk_screen_cell(TKScreen *screen, int32_t row, int32_t column) {
  TKCell cell = {.width = 1};
  VTermScreenCell found;
  if (!vterm_screen_get_cell(screen->screen, (VTermPos){.row = row, .col = column}, &found)) { return cell; }
  for (int index = 0; index < 6; index++) { cell.scalars[index] = found.chars[index]; }
  cell.width = found.chars[0] == UINT32_MAX ? 0 : found.width;
  cell.bold = found.attrs.bold;
  cell.underline = found.attrs.underline != 0;
  cell.reverse = found.attrs.reverse;
  cell.coloured = !VTERM_COLOR_IS_DEFAULT_FG(&found.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&found.bg);
  return cell;
}

// libvterm does not say whether it would mark a paste, so it is asked to begin one and end it again.
static bool marks_paste(TKScreen *screen) {
  char answer[64];
  while (vterm_output_read(screen->terminal, answer, sizeof answer) > 0) {}
  vterm_keyboard_start_paste(screen->terminal);
  bool marked = vterm_output_get_buffer_current(screen->terminal) > 0;
  vterm_keyboard_end_paste(screen->terminal);
  while (vterm_output_read(screen->terminal, answer, sizeof answer) > 0) {}
  return marked;
}

TKState tk_screen_state(TKScreen *screen) {
  VTermPos cursor;
  vterm_state_get_cursorpos(vterm_obtain_state(screen->terminal), &cursor);
  return (TKState){
    .cursor_row = cursor.row,
    .cursor_column = cursor.col,
    .cursor_visible = screen->cursor_visible,
    .alternate = screen->alternate,
    .bracketed_paste = marks_paste(screen),
    .mouse = screen->mouse,
  };
}
