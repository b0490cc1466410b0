#ifndef CSTOREFILES_H
#define CSTOREFILES_H

#include <stdbool.h>
#include <stdint.h>

/// SQLite's file layer, made to touch a store's own files and nothing else.
///
/// A rollback journal that stands beside a database is played back into it, and it may name a further
/// file, a "super-journal", which SQLite then reads and deletes wherever it is. In a folder that others
/// can write in, that is theirs to choose. SQLite lets a program put a layer of its own before the one
/// for Unix (https://www.sqlite.org/vfs.html); this one holds these rules:
///
/// - No super-journal is opened, and a journal that names one is refused whenever it is opened.
/// - Only the journal of a database that is open can be looked for or deleted.
/// - Of a database in a held folder (below) nothing else is opened than a plain file with one name, as
///   its journal; no write-ahead log and no shared memory; and no link is followed on the way.
///
/// Files without a name, which SQLite makes for itself, are left to the layer below.

/// What the path of a file in a folder begins with that the program holds open: the number of its
/// descriptor follows, a slash and the name. Such a path leads to that very folder, whatever is put under
/// its name meanwhile.
#define CSF_HELD "/proc/self/fd/"

/// The extended error of SQLite with which a planted file is refused.
#define CSF_PLANTED 51214

/// Puts the layer before all others. May be called any number of times.
///
/// Returns 0, or SQLite's error.
int csf_install(void);

/// A connection of SQLite's.
struct sqlite3;

/// Lets a connection neither read nor write a value of more bytes than so many.
void csf_limit_values(struct sqlite3 *connection, int32_t most);

/// What the file is called in a folder that the program works in; its journal stands beside it.
#define CSF_WORK "store"

/// Has a signal that ends the program clear a folder away first, with the file that is made in it. What the folder
/// is called in the one it stands in follows the descriptor of that one; then comes its own.
///
/// Returns false, and does nothing, while another folder of the process is worked in.
bool csf_work_begin(int32_t in, const char *called, int32_t opened);

/// Ends that, once the folder is cleared away. Only after `csf_work_begin` returned true.
void csf_work_end(void);

#endif
