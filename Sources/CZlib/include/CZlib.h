#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>

#pragma clang assume_nonnull begin

/// The unpacking of a gzip file, however many parts it is made of.
typedef struct CZInflater CZInflater;

/// What came of a step.
enum CZResult {
  /// More can be done, as soon as there is more to read or more room.
  CZ_MORE,
  /// A part of the file has ended, and its length and check sum are right.
  CZ_PART,
  /// It is no gzip file, or a damaged one.
  CZ_DAMAGED,
};

/// Begins to unpack; `NULL` when there is no memory for it.
CZInflater *_Nullable cz_make(void);

void cz_free(CZInflater *_Nullable inflater);

/// Unpacks as much as there is to read and room for.
///
/// `in` and `in_count` move past what was read, `made` is how much was written.
enum CZResult cz_inflate(
  CZInflater *inflater,
  const unsigned char *_Nonnull *_Nonnull in,
  size_t *in_count,
  unsigned char *out,
  size_t room,
  size_t *made
);

#pragma clang assume_nonnull end

#endif
