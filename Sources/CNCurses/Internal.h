// What the files of this target share.

#ifndef CN_INTERNAL_H
#define CN_INTERNAL_H

#include "CNCurses.h"

#include <signal.h>
#include <sys/types.h>

/// The terminal is 0 for reading and 1 for writing; both are checked before anything starts.
enum { CN_IN = 0, CN_OUT = 1 };

/// Bracketed paste: text pasted comes between ESC[200~ and ESC[201~.
#define CN_PASTE_ON "\033[?2004h"
#define CN_PASTE_OFF "\033[?2004l"

/// Presses and the wheel, in the form that has no limit to its places where the terminal knows it.
#define CN_MOUSE_ON "\033[?1000h\033[?1006h"
#define CN_MOUSE_OFF "\033[?1006l\033[?1000l"

/// Writes all of it or gives up; async-signal-safe.
void cn_write_all(int fd, const char *bytes, size_t length);

// Terminal.c
extern volatile sig_atomic_t cn_active;
/// Whether the mouse was asked for.
extern bool cn_takes_mouse;
/// Fits ncurses to the size the kernel now reports; true when it changed.
bool cn_fit_size(void);
/// Finds the description of the terminal that TERM names, and gives the name it has there.
CNStart cn_find_terminal(const char **name);
/// Sees to it that characters are exchanged as UTF-8 where the system can.
void cn_choose_locale(void);
/// Has ncurses set the terminal up; false where it cannot.
bool cn_raise_screen(const char *name, bool monochrome);
/// Puts the terminal back from a handler: one write and one tcsetattr, both async-signal-safe.
void cn_emergency_restore(void);
/// Takes the screen down and up again, after something else has used the terminal.
void cn_recover(void);

// Rehearsal.c
/// Whether ncurses can draw by the description found, tried in another process.
bool cn_survives(bool monochrome);

// Signals.c
bool cn_signals_start(void);
void cn_signals_stop(void);
/// The reading end of the self-pipe.
int cn_signal_pipe(void);
/// The number of the next signal caught, 0 for a wake, -1 for none.
int cn_next_signal(void);
/// Whether a signal ends a program by default and can be waited for; async-signal-safe.
bool cn_ends(int number);
/// Ends the process by the signal if it has not ended by itself soon; async-signal-safe.
void cn_expect_end(int number);
/// Stops the whole process group as the terminal's Ctrl-Z would.
void cn_stop_group(void);

// Errors.c
/// Keeps what is written to standard error, when that is the terminal, from disturbing the screen.
void cn_errors_hold(void);
/// Lets standard error go again and writes what was kept; async-signal-safe.
void cn_errors_release(void);
/// Where standard error leads while it is kept; -1 while it is not.
int cn_errors_line(void);

// Decoder.c
/// Reads from terminfo what this terminal's keys send; call while a terminal is set up.
void cn_decoder_start(void);
/// The most bytes one event can take, and those of a string that a terminal answers with.
enum { CN_SEQUENCE_MAX = 64, CN_STRING_MAX = 2048 };
/// Decodes the first event of the bytes.
///
/// Returns the number of bytes it took, or 0 when more are needed to tell. With `complete` no more will come and the
/// result is never 0. An event of kind CNEventNone means bytes without meaning, to be dropped. In a paste only its
/// end has a meaning of its own.
size_t cn_decode(const uint8_t *bytes, size_t length, bool complete, bool pasting, CNEvent *event);

// Input.c
void cn_input_start(void);
/// Takes in what was typed before the terminal was taken over.
///
/// It came through the line as it was then: its Enter is a line feed, which would be Ctrl-J now. It is typed, and
/// never a paste, since nothing had asked for one yet.
void cn_take_typed_ahead(void);

// Style.c
void cn_style_start(bool monochrome);

#endif
