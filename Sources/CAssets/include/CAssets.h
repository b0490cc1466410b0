#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

#pragma clang assume_nonnull begin

/// One file of assets/, embedded when the program was compiled.
struct CAsset {
  /// Path below assets/, such as "texts/nb/common/screens.json".
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// How many files are embedded.
size_t cassets_count(void);

/// The embedded file at a place from 0 up to the count.
struct CAsset cassets_at(size_t index);

#pragma clang assume_nonnull end

#endif
