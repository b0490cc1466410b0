#include "CPostgres.h"

#ifdef POSTGRESQL
#ifndef LIBPQ_FE_H
#error "The trait PostgreSQL needs the headers of libpq (Debian: libpq-dev)."
#else
static const char schema[] = {
#embed "schema.sql"
  , 0};

const char *const cpg_schema = schema;
#endif
#endif
