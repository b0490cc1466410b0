// Fits text to cells. What the caller counts as one cluster of one or two cells, the terminal may count
// otherwise; here the caller's count wins, so that no row is ever pushed out of line.

#define _GNU_SOURCE

#include "Internal.h"
#include "Style.h"
#include "Unicode.h"

/// The columns of a scalar: 0 for a mark, -1 for what must not reach the terminal.
static int columns(uint32_t scalar) {
  if (scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0)) { return -1; }
  if (scalar < 0x7F) { return 1; }
  // Format characters turn text round, hide it or join it: soft hyphen, zero-width and bidirectional marks,
  // line separators, byte order mark, variation selectors, tags. ncurses lets them all through.
  if (scalar == 0xAD || scalar == 0x061C || scalar == 0xFEFF) { return -1; }
  if (scalar >= 0x200B && scalar <= 0x200F) { return -1; }
  if (scalar >= 0x2028 && scalar <= 0x202E) { return -1; }
  if (scalar >= 0x2060 && scalar <= 0x206F) { return -1; }
  if (scalar >= 0xFE00 && scalar <= 0xFE0F) { return -1; }
  if (scalar >= 0xFFF9 && scalar <= 0xFFFB) { return -1; }
  if (scalar >= 0xE0000 && scalar <= 0xE0FFF) { return -1; }
  return wcwidth((wchar_t)scalar);
}

int32_t cn_next_cell(const uint8_t **bytes, size_t *length, int32_t room, wchar_t *text, size_t most) {
  size_t count = 0;
  int32_t taken = 1;
  while (*length > 0) {
    uint32_t scalar;
    size_t size = cn_scalar(*bytes, *length, &scalar);
    if (size == 0) { size = 1; scalar = 0xFFFD; }
    if (scalar >= 0x80 && !cn_utf8()) { scalar = '?'; }
    int width = columns(scalar);
    // A second letter of the cluster opens the next cell.
    if (width > 0 && count > 0) { break; }
    *bytes += size;
    *length -= size;
    if (width < 0 || width > room) { continue; }
    if (width == 0 && count == 0) { text[count++] = L' '; }
    if (count < most) { text[count++] = (wchar_t)scalar; }
    if (width > 0) { taken = width; }
  }
  if (count == 0) { text[count++] = L' '; }
  text[count] = L'\0';
  return taken;
}
