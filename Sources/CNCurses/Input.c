// Waiting: one poll on the terminal and the self-pipe, so that an idle program does nothing at all.

#define _GNU_SOURCE

#include "Internal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static uint8_t bytes[4096];
static size_t start, end;
static int64_t last_read;
static bool hung_up;

/// How long to wait for the rest of a sequence before an ESC is taken for the key. tmux and slow lines can split
/// one; a person does not type ESC [ within a quarter of a second.
static int64_t escape_delay;
enum { SEQUENCE_DELAY = 250 };

static enum { NO_PASTE, BRACKETED, BURST } paste;
/// How long it must be quiet before a paste whose end never came is over, and one that had no markers.
enum { BRACKETED_QUIET = 500, BURST_QUIET = 50 };
/// The fewest bytes in one reading that no hand can have typed.
enum { BURST_LENGTH = 16 };
/// The fewest that no hand can have typed though there is no line break among them.
enum { FLOOD_LENGTH = 512 };

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Moves what is left to the beginning.
static void make_room(void) {
  if (start == 0) { return; }
  memmove(bytes, bytes + start, end - start);
  explicit_bzero(bytes + end - start, start);
  end -= start;
  start = 0;
}

void cn_take_typed_ahead(void) {
  int waiting = 0;
  if (ioctl(CN_IN, FIONREAD, &waiting) != 0 || waiting <= 0) { return; }
  make_room();
  size_t room = sizeof bytes - end;
  ssize_t got = read(CN_IN, bytes + end, (size_t)waiting < room ? (size_t)waiting : room);
  if (got <= 0) { return; }
  for (size_t index = end; index < end + (size_t)got; index++) {
    if (bytes[index] == '\n') { bytes[index] = '\r'; }
  }
  end += (size_t)got;
  last_read = now();
}

void cn_input_start(void) {
  start = end = 0;
  hung_up = false;
  paste = NO_PASTE;
  // The user's own wish, as other curses programs take it, within reason.
  const char *wish = getenv("ESCDELAY");
  long delay = wish != NULL ? strtol(wish, NULL, 10) : 0;
  escape_delay = delay > 0 && delay <= 10000 ? delay : 25;
  cn_take_typed_ahead();
}

static void hang_up(void) {
  hung_up = true;
  cn_expect_end(SIGHUP);
}

static CNEvent event_of(CNEventKind kind, uint32_t value) { return (CNEvent){.kind = kind, .value = value}; }

// MARK: Signals

static bool take_signal(CNEvent *event) {
  for (;;) {
    int number = cn_next_signal();
    if (number < 0) { return false; }
    if (number == SIGWINCH) {
      cn_fit_size();
      // A window that was smaller for a moment has lost what stood there, though its size is as before.
      cn_redraw();
      *event = event_of(CNEventResize, 0);
      return true;
    }
    if (number == SIGCONT) { cn_recover(); }
    *event = number == 0 ? event_of(CNEventWake, 0) : event_of(CNEventSignal, (uint32_t)number);
    return true;
  }
}

// MARK: Bytes

// Several lines at once or very much, and nothing but text: a paste from a terminal that does not mark them.
static bool is_burst(const uint8_t *text, size_t length) {
  if (length < BURST_LENGTH) { return false; }
  bool line_break = false, more = false;
  for (size_t index = 0; index < length; index++) {
    uint8_t byte = text[index];
    if (byte == '\r' || byte == '\n') { line_break = true; continue; }
    if ((byte < 0x20 && byte != '\t') || byte == 0x7F) { return false; }
    more = more || line_break;
  }
  return more || length >= FLOOD_LENGTH;
}

// Whether another mark of the end comes before one of a beginning: the one before it was pasted itself.
static bool ends_again(const uint8_t *text, size_t length) {
  const uint8_t *last = memmem(text, length, "\033[201~", 6);
  const uint8_t *first = memmem(text, length, "\033[200~", 6);
  return last != NULL && (first == NULL || last < first);
}

// Reads what is there. Returns true when it turned out to be the start of an unmarked paste.
static bool fill(void) {
  make_room();
  ssize_t got = read(CN_IN, bytes + end, sizeof bytes - end);
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) { return false; }
  // Told that there is something, and there is nothing: the line is gone (EIO, or an end of file).
  if (got <= 0) { hang_up(); return false; }
  bool fresh = end == 0;
  end += (size_t)got;
  last_read = now();
  return fresh && paste == NO_PASTE && is_burst(bytes, end);
}

// How long the bytes at hand may still be added to.
static int64_t patience(void) {
  if (paste == BRACKETED) { return BRACKETED_QUIET; }
  if (paste == BURST) { return BURST_QUIET; }
  return end - start == 1 && bytes[start] == 0x1B ? escape_delay : SEQUENCE_DELAY;
}

static bool take_input(bool complete, CNEvent *event) {
  while (start < end) {
    size_t size = cn_decode(bytes + start, end - start, complete, paste != NO_PASTE, event);
    if (size == 0) { return false; }
    // It may be a part of a password.
    explicit_bzero(bytes + start, size);
    start += size;
    if (event->kind == CNEventNone) { continue; }
    if (event->kind == CNEventPasteStart) { paste = BRACKETED; last_read = now(); }
    if (event->kind == CNEventPasteEnd) {
      // A mark of the end within what is pasted: not every terminal takes it out.
      if (ends_again(bytes + start, end - start)) { continue; }
      if (is_burst(bytes + start, end - start)) { paste = BURST; continue; }
      paste = NO_PASTE;
    }
    return true;
  }
  return false;
}

// MARK: Waiting

static struct pollfd *poll_both(int64_t timeout) {
  static struct pollfd ends[2];
  ends[0] = (struct pollfd){.fd = CN_IN, .events = POLLIN};
  ends[1] = (struct pollfd){.fd = cn_signal_pipe(), .events = POLLIN};
  int ready = poll(ends, 2, timeout < 0 ? -1 : (int)timeout);
  if (ready < 0) { ends[0].revents = ends[1].revents = 0; }
  return ends;
}

static int64_t sooner(int64_t first, int64_t second) {
  if (first < 0) { return second; }
  if (second < 0) { return first; }
  return first < second ? first : second;
}

CNEvent cn_wait(int32_t timeout_ms) {
  CNEvent event = event_of(CNEventNone, 0);
  if (!cn_active) { return event; }
  int64_t deadline = timeout_ms < 0 ? -1 : now() + timeout_ms;
  for (;;) {
    if (take_input(false, &event)) { return event; }
    int64_t wait = deadline < 0 ? -1 : (deadline > now() ? deadline - now() : 0);
    int64_t quiet = -1;
    if (start < end || paste != NO_PASTE) {
      quiet = last_read + patience() - now();
      if (quiet < 0) { quiet = 0; }
    }
    if (hung_up) { wait = 0; }
    struct pollfd *ends = poll_both(sooner(wait, quiet));
    if (ends[1].revents != 0 && take_signal(&event)) { return event; }
    if (hung_up) { return event_of(CNEventHangup, 0); }
    if ((ends[0].revents & POLLIN) != 0) {
      if (fill()) { paste = BURST; return event_of(CNEventPasteStart, 0); }
      continue;
    }
    if (ends[0].revents != 0) { hang_up(); continue; }
    if (quiet >= 0 && now() >= last_read + patience()) {
      if (take_input(true, &event)) { return event; }
      if (paste != NO_PASTE) { paste = NO_PASTE; return event_of(CNEventPasteEnd, 0); }
      continue;
    }
    if (deadline >= 0 && now() >= deadline) { return event_of(CNEventNone, 0); }
  }
}
