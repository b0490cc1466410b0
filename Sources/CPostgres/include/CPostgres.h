#ifndef CPOSTGRES_H
#define CPOSTGRES_H

// The client library of PostgreSQL, where the trait of that name is on; else nothing at all.

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#elif __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#endif

#ifdef LIBPQ_FE_H
// The SQLSTATE of a result, or NULL: its name is a macro that Swift does not see.
static inline const char *cpg_state(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

// The shape of the store on a server, as SQL.
extern const char *const cpg_schema;
#endif

#endif
