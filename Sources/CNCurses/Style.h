// How roles look, and how text is fitted to cells.

#ifndef CN_STYLE_H
#define CN_STYLE_H

#include "CNCurses.h"

#include <wchar.h>

typedef struct CNLook {
  unsigned int attributes;
  short pair;
} CNLook;

CNLook cn_look(CNStyle style);

/// Takes from the bytes the text of one cell, of at most `room` columns; blank when nothing is left that fits.
///
/// The text is zero-terminated, at most `most` long. Returns its columns, 1 or 2.
int32_t cn_next_cell(const uint8_t *_Nonnull *_Nonnull bytes, size_t *_Nonnull length, int32_t room,
                     wchar_t *_Nonnull text, size_t most);

#endif
