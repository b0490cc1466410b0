#include "CZlib.h"

// What is read is not written to.
#define ZLIB_CONST

#include <stdlib.h>
#include <zlib.h>

struct CZInflater {
  z_stream stream;
};

CZInflater *cz_make(void) {
  CZInflater *inflater = calloc(1, sizeof *inflater);
  // With 16 added, zlib wants a gzip header and checks the sum and the length at the end.
  if (inflater != NULL && inflateInit2(&inflater->stream, 15 + 16) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void cz_free(CZInflater *inflater) {
  if (inflater == NULL) { return; }
  inflateEnd(&inflater->stream);
  free(inflater);
}

enum CZResult cz_inflate(
  CZInflater *inflater,
  const unsigned char **in,
  size_t *in_count,
  unsigned char *out,
  size_t room,
  size_t *made
) {
  z_stream *stream = &inflater->stream;
  stream->next_in = *in;
  stream->avail_in = (uInt)*in_count;
  stream->next_out = out;
  stream->avail_out = (uInt)room;
  int result = inflate(stream, Z_NO_FLUSH);
  *in = stream->next_in;
  *in_count = stream->avail_in;
  *made = room - stream->avail_out;
  if (result == Z_STREAM_END) { return inflateReset(stream) == Z_OK ? CZ_PART : CZ_DAMAGED; }
  // Without anything to read it can do nothing, which is no fault.
  return result == Z_OK || result == Z_BUF_ERROR ? CZ_MORE : CZ_DAMAGED;
}
