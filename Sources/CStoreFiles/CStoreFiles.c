#define _GNU_SOURCE

#include "CStoreFiles.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

static_assert(CSF_PLANTED == (SQLITE_CANTOPEN | 200 << 8), "the header repeats SQLite's number");

/// An open database. It stands behind what the layer below keeps of the file.
typedef struct Open {
  struct Open *next;
  /// SQLite keeps the text until the file is closed.
  const char *name;
  bool held;
  /// What is done with the file: the functions of the layer below, but for closing.
  sqlite3_io_methods methods;
  int (*close)(sqlite3_file *);
} Open;

static sqlite3_vfs layer;
static sqlite3_vfs *below;
static Open *all;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static bool is_held(const char *name) { return strncmp(name, CSF_HELD, strlen(CSF_HELD)) == 0; }

/// How much the layer below keeps of a file, up to where a pointer can stand.
static size_t size_below(void) {
  return ((size_t)below->szOsFile + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
}

static Open *entry(sqlite3_file *file) { return (Open *)((char *)file + size_below()); }

/// What a file is to the open databases.
typedef enum { STRANGE, JOURNAL, LOG, HELD_JOURNAL, HELD_LOG } Kind;

static Kind kind(const char *name) {
  Kind kind = STRANGE;
  pthread_mutex_lock(&mutex);
  for (Open *open = all; open != NULL && kind == STRANGE; open = open->next) {
    size_t length = strlen(open->name);
    if (strncmp(name, open->name, length) != 0) { continue; }
    if (strcmp(name + length, "-journal") == 0) { kind = open->held ? HELD_JOURNAL : JOURNAL; }
    if (strcmp(name + length, "-wal") == 0) { kind = open->held ? HELD_LOG : LOG; }
  }
  pthread_mutex_unlock(&mutex);
  return kind;
}

static int close_database(sqlite3_file *file) {
  Open *open = entry(file);
  pthread_mutex_lock(&mutex);
  for (Open **link = &all; *link != NULL; link = &(*link)->next) {
    if (*link == open) {
      *link = open->next;
      break;
    }
  }
  pthread_mutex_unlock(&mutex);
  return open->close(file);
}

/// Whether a plain file with this one name stands there, or nothing at all.
///
/// Opening a pipe would wait for its other end, and a file with a second name is one from elsewhere.
static bool is_plain(const char *name, bool one_name) {
  struct stat status;
  if (lstat(name, &status) != 0) { return true; }
  return S_ISREG(status.st_mode) && (!one_name || status.st_nlink == 1);
}

/// Whether a journal ends as one does that names a super-journal
/// (https://www.sqlite.org/fileformat.html#the_rollback_journal, and `readSuperJournal` in its source).
///
/// The program never writes to two databases in one transaction, so no journal of its own does.
static bool names_another(sqlite3_file *file) {
  static const unsigned char mark[8] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
  unsigned char end[8];
  sqlite3_int64 size = 0;
  if (file->pMethods->xFileSize(file, &size) != SQLITE_OK || size < 8) { return false; }
  return file->pMethods->xRead(file, end, sizeof end, size - 8) == SQLITE_OK
         && memcmp(end, mark, sizeof mark) == 0;
}

static int open_journal(const char *name, sqlite3_file *file, int flags, int *out) {
  Kind known = kind(name);
  if (known == STRANGE || (known == HELD_JOURNAL && !is_plain(name, true))) { return CSF_PLANTED; }
  int result = below->xOpen(below, name, file, flags, out);
  if (result != SQLITE_OK || !names_another(file)) { return result; }
  file->pMethods->xClose(file);
  file->pMethods = NULL;
  return CSF_PLANTED;
}

static int open_database(const char *name, sqlite3_file *file, int flags, int *out) {
  bool held = is_held(name);
  if (held) {
    if (!is_plain(name, false)) { return CSF_PLANTED; }
    // A file is made by the program, with its mode, before SQLite is told of it.
    flags &= ~SQLITE_OPEN_CREATE;
  }
  int result = below->xOpen(below, name, file, flags, out);
  if (result != SQLITE_OK) { return result; }
  Open *open = entry(file);
  *open = (Open){.name = name, .held = held, .methods = *file->pMethods};
  open->close = open->methods.xClose;
  open->methods.xClose = close_database;
  // The first version has no shared memory, without which there is no write-ahead log.
  if (held) open->methods.iVersion = 1;
  file->pMethods = &open->methods;
  pthread_mutex_lock(&mutex);
  open->next = all;
  all = open;
  pthread_mutex_unlock(&mutex);
  return SQLITE_OK;
}

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  file->pMethods = NULL;
  if (flags & SQLITE_OPEN_SUPER_JOURNAL) { return CSF_PLANTED; }
  if (name == NULL) { return below->xOpen(below, name, file, flags, out); }
  if (flags & SQLITE_OPEN_MAIN_DB) { return open_database(name, file, flags, out); }
  if (flags & SQLITE_OPEN_MAIN_JOURNAL) { return open_journal(name, file, flags, out); }
  if ((flags & SQLITE_OPEN_WAL) && kind(name) != LOG) { return CSF_PLANTED; }
  return below->xOpen(below, name, file, flags, out);
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int synchronise) {
  (void)vfs;
  Kind known = kind(name);
  if (known == STRANGE || known == HELD_LOG) { return CSF_PLANTED; }
  return below->xDelete(below, name, synchronise);
}

static int look_for_file(sqlite3_vfs *vfs, const char *name, int flags, int *found) {
  (void)vfs;
  *found = 0;
  switch (kind(name)) {
    case STRANGE: return CSF_PLANTED;
    case HELD_LOG: return SQLITE_OK;
    case HELD_JOURNAL:
      // A link to nowhere would only be met at the first save.
      if (!is_plain(name, true)) { return CSF_PLANTED; }
      return below->xAccess(below, name, flags, found);
    default: return below->xAccess(below, name, flags, found);
  }
}

/// The layer below goes along all links here; a held path must stay as it is.
static int full_name(sqlite3_vfs *vfs, const char *name, int size, char *full) {
  (void)vfs;
  if (!is_held(name)) { return below->xFullPathname(below, name, size, full); }
  if (strlen(name) >= (size_t)size) { return SQLITE_CANTOPEN; }
  strcpy(full, name);
  return SQLITE_OK;
}

static int installed = SQLITE_ERROR;

static void install(void) {
  below = sqlite3_vfs_find(NULL);
  if (below == NULL) { return; }
  // All that has to do with no file is left to the layer below, which looks at no more than this of it.
  layer = *below;
  layer.pNext = NULL;
  layer.zName = "veiviser";
  layer.szOsFile = (int)(size_below() + sizeof(Open));
  layer.xOpen = open_file;
  layer.xDelete = delete_file;
  layer.xAccess = look_for_file;
  layer.xFullPathname = full_name;
  installed = sqlite3_vfs_register(&layer, 1);
}

void csf_limit_values(sqlite3 *connection, int32_t most) {
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, most);
}

int csf_install(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
  return installed;
}
