// For tests: a program on a pseudo-terminal of its own, and a terminal emulator (libvterm) that shows what a
// person would see.

#ifndef CTERMINALKIT_H
#define CTERMINALKIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

#pragma clang assume_nonnull begin

// MARK: The program

typedef struct TKProcess {
  int32_t pid;
  /// Readable when the program has ended.
  int32_t pidfd;
  int32_t master;
  /// Kept open, so that the terminal and its settings outlive the program.
  int32_t slave;
} TKProcess;

/// Opens a new terminal, with nothing on it yet.
bool tk_open(int32_t rows, int32_t columns, TKProcess *process);

/// Starts a program on it as the leader of a session, with default signals and the given environment only.
bool tk_start(TKProcess *process, const char *path, char *_Nullable const *_Nonnull arguments,
              char *_Nullable const *_Nonnull environment);

/// What became of a program.
typedef struct TKEnding {
  /// The exit code, or -1 when a signal ended it.
  int32_t code;
  /// The signal that ended it, or 0.
  int32_t signal;
  int64_t cpu_microseconds;
} TKEnding;

/// Collects the program if it has ended.
bool tk_reap(int32_t pid, TKEnding *ending);

bool tk_resize(int32_t master, int32_t rows, int32_t columns);

// MARK: The screen

typedef struct TKScreen TKScreen;

TKScreen *tk_screen_new(int32_t rows, int32_t columns);
void tk_screen_free(TKScreen *screen);
void tk_screen_resize(TKScreen *screen, int32_t rows, int32_t columns);
void tk_screen_write(TKScreen *screen, const uint8_t *bytes, size_t length);

typedef struct TKCell {
  uint32_t scalars[6];
  /// 0 for the right half of a wide character.
  int32_t width;
  bool bold, underline, reverse;
  bool coloured;
} TKCell;

TKCell tk_screen_cell(TKScreen *screen, int32_t row, int32_t column);

typedef struct TKState {
  int32_t cursor_row, cursor_column;
  bool cursor_visible, alternate, bracketed_paste, mouse;
} TKState;

TKState tk_screen_state(TKScreen *screen);

// MARK: Where things are

/// The path of the file this code was loaded from: the test bundle.
const char *_Nullable tk_image_path(void);

#pragma clang assume_nonnull end

#endif
