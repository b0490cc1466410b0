// The terminal behind some twenty functions, so that Swift never sees <curses.h>: its macros,
// variadic functions and global state do not import, and its restore code must be signal-safe.
//
// All functions but cn_wake belong to the thread that called cn_start.

#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CN_CLOSED __attribute__((enum_extensibility(closed)))

#pragma clang assume_nonnull begin

// MARK: Lifecycle

/// What came of an attempt to take over the terminal.
typedef enum CN_CLOSED CNStart : int32_t {
  CNStartOk,
  /// Standard input or output is no terminal.
  CNStartNotATerminal,
  /// TERM is unset or not described on this system.
  CNStartUnknownTerminal,
  /// The terminal cannot place its cursor (TERM=dumb, say).
  CNStartCannotAddress,
} CNStart;

/// What the person wants of the terminal.
typedef struct CNWishes {
  /// No colours. They are left out as well when NO_COLOR holds a value, and where the terminal has none.
  bool monochrome;
  /// Presses and the wheel as events; the terminal then keeps them from marking text.
  bool mouse;
} CNWishes;

/// Takes over the terminal: alternate screen, raw keys, bracketed paste, signals as events.
///
/// Nothing is written, and nothing changed, unless the result is CNStartOk.
CNStart cn_start(CNWishes wishes);

/// Gives the terminal back as cn_start found it. Every step is tried even if one fails. Harmless when not started.
void cn_stop(void);

/// Has cn_stop leave interrupts ignored, for a program that has done what it had to and ends at once: one Ctrl-C too
/// many is a signal as soon as the keys are no longer raw, and would say that it ended in another way.
void cn_ignore_interrupts_after(void);

/// Gives the terminal back, stops the process group as Ctrl-Z would, and takes the terminal over again
/// when the group is continued. Returns at once where nobody is there to continue it.
void cn_suspend(void);

/// Has the terminal show nothing of what is typed, for a line outside the full screen. Whatever ends or stops the
/// process meanwhile gives the terminal back first. Harmless where there is no terminal.
void cn_echo_off(void);

/// Has the terminal show what is typed again. Returns false where cn_echo_off found no terminal.
bool cn_echo_on(void);

/// Ends the process with the default action of `signal`, so that the exit status is honest.
_Noreturn void cn_reraise(int32_t signal);

/// Forbids core files and reading of this process's memory by others of the same user, and has a crash end the
/// process at once: by default Swift's backtracer waits half a minute for a key. A file that may grow no more fails to
/// be written and ends nothing. For the first line of main;
/// with SWIFT_BACKTRACE in the environment the backtracer keeps its place.
void cn_harden(void);

/// Has names of users looked up in the system's files alone. Nobody asks for one here, but a library may, such as
/// for the home in a path; and what else tells of users would be loaded into the program, which takes a program
/// of one file down.
void cn_find_users_in_files(void);

/// Whether characters are exchanged as UTF-8; false only where the system has no such locale at all.
bool cn_utf8(void);

// MARK: Drawing

/// What a text is, not how it looks. Meaning is never carried by colour alone.
typedef enum CN_CLOSED CNStyle : uint8_t {
  CNStyleNormal,
  CNStyleTitle,
  CNStyleHeading,
  CNStyleFocus,
  CNStyleSelected,
  CNStyleMuted,
  CNStyleError,
  CNStyleWarning,
  CNStyleSuccess,
  CNStyleBorder,
  CNStyleKey,
  CNStyleInput,
  CNStyleInputFocus,
  CNStyleButton,
  CNStyleButtonFocus,
} CNStyle;

typedef struct CNSize {
  int32_t columns;
  int32_t rows;
} CNSize;

CNSize cn_size(void);

/// Blanks the picture being prepared; nothing is sent before cn_flush.
void cn_erase(void);

/// Puts one grapheme cluster, `length` bytes of UTF-8, into `width` cells (1 or 2).
///
/// Whatever does not fit the cells, and every control or format character, is dropped: what is stored or
/// pasted can never reach the terminal as a command. Places outside the screen are ignored.
void cn_put(int32_t row, int32_t column, const uint8_t *utf8, size_t length, int32_t width, CNStyle style);

/// Places the hardware cursor at the next flush; a negative row hides it.
void cn_cursor(int32_t row, int32_t column);

/// Sends what changed, as one update.
void cn_flush(void);

/// Has the next flush send the whole screen, in case something else has written on it.
void cn_redraw(void);

/// Hands text, already in base64, to the terminal's clipboard (OSC 52). Whether it arrived cannot be known.
/// Returns false when it was not sent: too long, or not base64.
bool cn_copy_osc52(const char *base64);

// MARK: Input

typedef enum CN_CLOSED CNKey : uint32_t {
  CNKeyUp,
  CNKeyDown,
  CNKeyLeft,
  CNKeyRight,
  CNKeyHome,
  CNKeyEnd,
  CNKeyPageUp,
  CNKeyPageDown,
  CNKeyInsert,
  CNKeyDelete,
  CNKeyBackspace,
  CNKeyEnter,
  CNKeyEscape,
  CNKeyTab,
  CNKeyBackTab,
} CNKey;

typedef enum CN_CLOSED CNEventKind : int32_t {
  /// Nothing within the time given.
  CNEventNone,
  /// `value` is a Unicode scalar; never a control character outside a paste.
  CNEventCharacter,
  /// `value` is a CNKey.
  CNEventKey,
  /// `value` is the number of the function key, 1 to 12.
  CNEventFunction,
  /// `value` is what is held together with Ctrl: a small letter, or one of @ \ ] ^ _.
  CNEventControl,
  /// `value` is the Unicode scalar held together with Alt.
  CNEventAlt,
  /// The first button of the mouse went down at `row` and `column`.
  CNEventPress,
  /// The wheel was turned, with the mouse at `row` and `column`.
  CNEventWheelUp,
  CNEventWheelDown,
  /// Until the end comes, every character (line breaks and tabs too) is text, not a command.
  CNEventPasteStart,
  CNEventPasteEnd,
  CNEventResize,
  /// `value` is the signal number: TSTP, CONT, or one that ends a program by default.
  CNEventSignal,
  CNEventWake,
  /// The terminal is gone. Every later call says the same at once; save and leave.
  CNEventHangup,
} CNEventKind;

typedef struct CNEvent {
  CNEventKind kind;
  uint32_t value;
  /// Of the mouse, from 0; the place may lie outside the screen.
  int32_t row, column;
} CNEvent;

/// Waits for the next event, for ever when `timeout_ms` is negative. Uses no processor time meanwhile.
///
/// Drain by a wait of 0 before drawing, so that fast typing is never behind.
CNEvent cn_wait(int32_t timeout_ms);

/// Makes cn_wait return CNEventWake. Callable from any thread, and in a signal handler.
void cn_wake(void);

#pragma clang assume_nonnull end

#endif
