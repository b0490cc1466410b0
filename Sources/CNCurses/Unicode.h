// UTF-8, independent of the locale.

#ifndef CN_UNICODE_H
#define CN_UNICODE_H

#include <stddef.h>
#include <stdint.h>

/// Reads the first scalar. Returns its bytes, or 0 when the text ends in the middle of it; what is no UTF-8 is
/// one byte long and reads as U+FFFD.
static inline size_t cn_scalar(const uint8_t *_Nonnull bytes, size_t length, uint32_t *_Nonnull scalar) {
  uint8_t first = bytes[0];
  size_t size = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  uint32_t value = size == 1 ? first : size == 2 ? first & 0x1Fu : size == 3 ? first & 0x0Fu : first & 0x07u;
  *scalar = 0xFFFD;
  if (size == 0) { return 1; }
  for (size_t index = 1; index < size; index++) {
    if (index >= length) { return 0; }
    if ((bytes[index] & 0xC0) != 0x80) { return 1; }
    value = value << 6 | (bytes[index] & 0x3Fu);
  }
  // Overlong forms, surrogates and what lies beyond Unicode.
  if (size == 3 && (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF))) { return 1; }
  if (size == 4 && (value < 0x10000 || value > 0x10FFFF)) { return 1; }
  *scalar = value;
  return size;
}

#endif
