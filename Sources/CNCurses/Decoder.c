// Bytes from the terminal to keys and characters.
//
// This is not left to wget_wch: there the letters č đ ŋ š ž have the same numbers as F5, F9, Insert and
// others, a byte that is no UTF-8 swallows what follows it, and every byte costs two system calls.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "Internal.h"
#include "Unicode.h"

#include <curses.h>
#include <string.h>
#include <term.h>

typedef struct Sequence {
  char bytes[16];
  size_t length;
  CNEvent event;
} Sequence;

static Sequence sequences[64];
static size_t sequence_count;

// MARK: What the keys send

static void add(const char *bytes, CNEventKind kind, uint32_t value) {
  size_t length = strlen(bytes);
  if (length == 0 || length > sizeof sequences[0].bytes) { return; }
  if (sequence_count == sizeof sequences / sizeof sequences[0]) { return; }
  Sequence *sequence = &sequences[sequence_count++];
  memcpy(sequence->bytes, bytes, length);
  sequence->length = length;
  sequence->event = (CNEvent){.kind = kind, .value = value};
}

static void add_capability(const char *name, CNEventKind kind, uint32_t value) {
  const char *bytes = tigetstr(name);
  if (bytes != NULL && bytes != (char *)-1) { add(bytes, kind, value); }
}

void cn_decoder_start(void) {
  static const struct { const char *name; CNKey key; } keys[] = {
    {"kcuu1", CNKeyUp}, {"kcud1", CNKeyDown}, {"kcub1", CNKeyLeft}, {"kcuf1", CNKeyRight},
    {"khome", CNKeyHome}, {"kend", CNKeyEnd}, {"kpp", CNKeyPageUp}, {"knp", CNKeyPageDown},
    {"kich1", CNKeyInsert}, {"kdch1", CNKeyDelete}, {"kbs", CNKeyBackspace}, {"kent", CNKeyEnter},
    {"kcbt", CNKeyBackTab},
  };
  static const char *const functions[] = {
    "kf1", "kf2", "kf3", "kf4", "kf5", "kf6", "kf7", "kf8", "kf9", "kf10", "kf11", "kf12",
  };
  // The Linux console's, whose form no general rule covers.
  static const char *const console[] = {"\033[[A", "\033[[B", "\033[[C", "\033[[D", "\033[[E"};
  sequence_count = 0;
  for (size_t index = 0; index < sizeof keys / sizeof keys[0]; index++) {
    add_capability(keys[index].name, CNEventKey, keys[index].key);
  }
  for (uint32_t index = 0; index < 12; index++) { add_capability(functions[index], CNEventFunction, index + 1); }
  for (uint32_t index = 0; index < 5; index++) { add(console[index], CNEventFunction, index + 1); }
}

// The length of the longest sequence the bytes start with; `more` tells whether a longer one may be under way.
static size_t match(const uint8_t *bytes, size_t length, bool *more, CNEvent *event) {
  size_t best = 0;
  *more = false;
  for (size_t index = 0; index < sequence_count; index++) {
    const Sequence *sequence = &sequences[index];
    size_t common = length < sequence->length ? length : sequence->length;
    if (memcmp(bytes, sequence->bytes, common) != 0) { continue; }
    if (length < sequence->length) {
      *more = true;
    } else if (sequence->length > best) {
      best = sequence->length;
      *event = sequence->event;
    }
  }
  return best;
}

// MARK: Control sequences

// ESC [ parameters final: its length, or 0 when the end is not there yet.
static size_t control_length(const uint8_t *bytes, size_t length) {
  for (size_t index = 2; index < length; index++) {
    if (bytes[index] >= 0x40 && bytes[index] <= 0x7E) { return index + 1; }
    // No part of such a sequence: it ended without an end.
    if (bytes[index] < 0x20 || bytes[index] > 0x7E) { return index; }
  }
  return length < CN_SEQUENCE_MAX ? 0 : length;
}

static bool key_of_final(uint8_t final, CNEvent *event) {
  static const struct { char final; CNKey key; } keys[] = {
    {'A', CNKeyUp}, {'B', CNKeyDown}, {'C', CNKeyRight}, {'D', CNKeyLeft},
    {'H', CNKeyHome}, {'F', CNKeyEnd}, {'Z', CNKeyBackTab}, {'M', CNKeyEnter},
  };
  if (final >= 'P' && final <= 'S') {
    *event = (CNEvent){.kind = CNEventFunction, .value = final - 'P' + 1u};
    return true;
  }
  for (size_t index = 0; index < sizeof keys / sizeof keys[0]; index++) {
    if (keys[index].final != final) { continue; }
    *event = (CNEvent){.kind = CNEventKey, .value = keys[index].key};
    return true;
  }
  return false;
}

static void key_of_number(uint32_t number, CNEvent *event) {
  static const struct { uint32_t number; CNEventKind kind; uint32_t value; } keys[] = {
    {1, CNEventKey, CNKeyHome}, {2, CNEventKey, CNKeyInsert}, {3, CNEventKey, CNKeyDelete},
    {4, CNEventKey, CNKeyEnd}, {5, CNEventKey, CNKeyPageUp}, {6, CNEventKey, CNKeyPageDown},
    {7, CNEventKey, CNKeyHome}, {8, CNEventKey, CNKeyEnd},
    {11, CNEventFunction, 1}, {12, CNEventFunction, 2}, {13, CNEventFunction, 3}, {14, CNEventFunction, 4},
    {15, CNEventFunction, 5}, {17, CNEventFunction, 6}, {18, CNEventFunction, 7}, {19, CNEventFunction, 8},
    {20, CNEventFunction, 9}, {21, CNEventFunction, 10}, {23, CNEventFunction, 11}, {24, CNEventFunction, 12},
    {200, CNEventPasteStart, 0},
  };
  for (size_t index = 0; index < sizeof keys / sizeof keys[0]; index++) {
    if (keys[index].number == number) { *event = (CNEvent){.kind = keys[index].kind, .value = keys[index].value}; }
  }
}

// A button going down or the wheel, whatever is held together with it.
static void read_mouse(uint32_t button, uint32_t row, uint32_t column, CNEvent *event) {
  if (!cn_takes_mouse) { return; }
  enum { HELD = 4 | 8 | 16 };
  uint32_t value = button & ~(uint32_t)HELD;
  CNEventKind kind = value == 0 ? CNEventPress : value == 64 ? CNEventWheelUp : value == 65 ? CNEventWheelDown
    : CNEventNone;
  *event = (CNEvent){.kind = kind, .row = (int32_t)row, .column = (int32_t)column};
}

// ESC [ M and three bytes, from terminals without the newer form: its length, or 0 when not all of it is there.
static size_t read_old_mouse(const uint8_t *bytes, size_t length, CNEvent *event) {
  if (length < 6) { return 0; }
  if (bytes[3] >= 32 && bytes[4] > 32 && bytes[5] > 32) {
    read_mouse(bytes[3] - 32u, bytes[5] - 33u, bytes[4] - 33u, event);
  }
  return 6;
}

// The numbers between ESC [ and the final byte; those left out are 0.
static void read_numbers(const uint8_t *bytes, size_t length, uint32_t *numbers, size_t most) {
  for (size_t index = 0; index < most; index++) { numbers[index] = 0; }
  size_t place = 0;
  for (size_t index = 0; index < length && place < most; index++) {
    if (bytes[index] == ';') { place++; continue; }
    if (bytes[index] < '0' || bytes[index] > '9') { return; }
    if (numbers[place] < 10000) { numbers[place] = numbers[place] * 10 + (bytes[index] - '0'); }
  }
}

// With Ctrl or Alt held an arrow goes by words and Delete takes one: what Alt-B, Alt-F and Alt-D do.
static void hold_down(uint32_t modifiers, CNEvent *event) {
  // 1 more than the sum of 1 Shift, 2 Alt, 4 Ctrl.
  if (event->kind != CNEventKey || modifiers < 2 || ((modifiers - 1) & 6) == 0) { return; }
  uint32_t letter = event->value == CNKeyLeft ? 'b' : event->value == CNKeyRight ? 'f'
    : event->value == CNKeyDelete ? 'd' : 0;
  if (letter != 0) { *event = (CNEvent){.kind = CNEventAlt, .value = letter}; }
}

// What every terminal of the xterm family sends, with Shift, Alt or Ctrl held or not, whatever TERM says.
static void read_control(const uint8_t *bytes, size_t length, CNEvent *event) {
  if (length < 3) { return; }
  uint8_t final = bytes[length - 1];
  uint32_t numbers[3];
  if (length > 3 && bytes[2] == '<') {
    read_numbers(bytes + 3, length - 4, numbers, 3);
    if (final == 'M' && numbers[1] > 0 && numbers[2] > 0) {
      read_mouse(numbers[0], numbers[2] - 1, numbers[1] - 1, event);
    }
    return;
  }
  // Answers to questions never asked start with > ? =.
  if (length > 2 && bytes[2] >= 0x3C && bytes[2] <= 0x3F) { return; }
  read_numbers(bytes + 2, length - 3, numbers, 2);
  if (final == '~') { key_of_number(numbers[0], event); } else if (final != 'M') { key_of_final(final, event); }
  hold_down(numbers[1], event);
}

// MARK: Strings

// ESC and ] P X ^ or _: how a terminal begins a string, such as its answer to what another program has asked it.
static bool begins_string(uint8_t second) {
  return second == ']' || second == 'P' || second == 'X' || second == '^' || second == '_';
}

// From its beginning to BEL or ESC \, or to what is no part of a string, and then it has no end: its length, or 0
// when more may come.
static size_t string_length(const uint8_t *bytes, size_t length, bool *has_end) {
  *has_end = false;
  for (size_t index = 2; index < length; index++) {
    if (bytes[index] == 0x07) {
      *has_end = true;
      return index + 1;
    }
    if (bytes[index] == 0x1B) {
      if (index + 1 == length) { return 0; }
      *has_end = bytes[index + 1] == '\\';
      return *has_end ? index + 2 : index;
    }
    if (bytes[index] < 0x20 || bytes[index] == 0x7F) { return index; }
  }
  return length < CN_STRING_MAX ? 0 : length;
}

// Whether a string that has no end is more likely an answer cut off than Alt and keys typed after it.
static bool is_answer(const uint8_t *bytes, size_t length) {
  if (length < 4) { return false; }
  if (bytes[1] == '_') { return bytes[2] == 'G'; }
  size_t place = 2;
  while (place < length && bytes[place] >= '0' && bytes[place] <= '9') { place++; }
  if (bytes[1] == ']') { return place > 2; }
  return bytes[1] == 'P' && place < length && strchr("$+!>", bytes[place]) != NULL;
}

// MARK: Escape

// ESC O final: the keypad, when in application mode.
static void read_keypad(uint8_t final, CNEvent *event) {
  if (key_of_final(final, event)) { return; }
  // rxvt's arrows with Ctrl held.
  if (final == 'c' || final == 'd') {
    *event = (CNEvent){.kind = CNEventAlt, .value = final == 'c' ? 'f' : 'b'};
    return;
  }
  // j to y stand for * + , - . / 0 to 9.
  if (final >= 'j' && final <= 'y') { *event = (CNEvent){.kind = CNEventCharacter, .value = final - 0x40u}; }
}

static size_t decode_escape(const uint8_t *bytes, size_t length, bool complete, CNEvent *event) {
  if (length == 1) {
    if (!complete) { return 0; }
    *event = (CNEvent){.kind = CNEventKey, .value = CNKeyEscape};
    return 1;
  }
  uint8_t second = bytes[1];
  if (second == 0x1B) {
    *event = (CNEvent){.kind = CNEventKey, .value = CNKeyEscape};
    return 1;
  }
  if (second == '[' && length > 2 && bytes[2] == 'M') {
    size_t size = read_old_mouse(bytes, length, event);
    return size == 0 && complete ? length : size;
  }
  if (second == '[' && length > 2) {
    size_t size = control_length(bytes, length);
    if (size == 0) { return complete ? length : 0; }
    read_control(bytes, size, event);
    return size;
  }
  if (second == 'O' && length > 2) {
    read_keypad(bytes[2], event);
    return 3;
  }
  if ((second == '[' || second == 'O') && !complete) { return 0; }
  if (begins_string(second)) {
    bool has_end = false;
    size_t size = length > 2 ? string_length(bytes, length, &has_end) : 0;
    if (size == 0) {
      if (!complete) { return 0; }
      size = length;
    }
    if (has_end || size >= CN_STRING_MAX || is_answer(bytes, size)) { return size; }
  }
  // Alt-Backspace takes a word, as Ctrl-W does.
  if (second == 0x7F) {
    *event = (CNEvent){.kind = CNEventControl, .value = 'w'};
    return 2;
  }
  // Ctrl-C is never a part of anything else: who wants to leave may have pressed Escape first.
  enum { CTRL_C = 3 };
  if (second == CTRL_C) {
    *event = (CNEvent){.kind = CNEventKey, .value = CNKeyEscape};
    return 1;
  }
  // Alt-Enter and its like mean nothing; above all not Escape and then Enter.
  if (second < 0x20) { return 2; }
  uint32_t scalar;
  size_t size = cn_scalar(bytes + 1, length - 1, &scalar);
  if (size == 0 && !complete) { return 0; }
  *event = (CNEvent){.kind = CNEventAlt, .value = scalar};
  return size == 0 ? length : 1 + size;
}

// MARK: Paste

static size_t decode_pasted_escape(const uint8_t *bytes, size_t length, bool complete, CNEvent *event) {
  if (length == 1) { return complete ? 1 : 0; }
  if (bytes[1] != '[') { return 1; }
  size_t size = control_length(bytes, length);
  if (size == 0) { return complete ? length : 0; }
  if (size == 6 && memcmp(bytes, "\033[201~", 6) == 0) { event->kind = CNEventPasteEnd; }
  // Colours from a log, or another start marker: no part of the text.
  return size;
}

// MARK: The whole

static void read_control_character(uint8_t byte, bool pasting, CNEvent *event) {
  if (pasting) {
    if (byte == '\t' || byte == '\n' || byte == '\r') { *event = (CNEvent){.kind = CNEventCharacter, .value = byte}; }
    return;
  }
  switch (byte) {
  case 0x08:
  case 0x7F: *event = (CNEvent){.kind = CNEventKey, .value = CNKeyBackspace}; break;
  case 0x09: *event = (CNEvent){.kind = CNEventKey, .value = CNKeyTab}; break;
  case 0x0D: *event = (CNEvent){.kind = CNEventKey, .value = CNKeyEnter}; break;
  default:
    // Ctrl clears the upper bits: @ A-Z [ \ ] ^ _ give 0 to 31.
    *event = (CNEvent){.kind = CNEventControl, .value = byte + (byte >= 1 && byte <= 26 ? 0x60u : 0x40u)};
  }
}

size_t cn_decode(const uint8_t *bytes, size_t length, bool complete, bool pasting, CNEvent *event) {
  *event = (CNEvent){.kind = CNEventNone, .value = 0};
  if (length == 0) { return 0; }
  uint8_t first = bytes[0];
  if (!pasting && (first < 0x20 || first == 0x7F)) {
    bool more;
    size_t size = match(bytes, length, &more, event);
    if (more && !complete) { return 0; }
    if (size > 0) { return size; }
  }
  if (first == 0x1B) {
    return pasting ? decode_pasted_escape(bytes, length, complete, event)
                   : decode_escape(bytes, length, complete, event);
  }
  if (first < 0x20 || first == 0x7F) {
    read_control_character(first, pasting, event);
    return 1;
  }
  uint32_t scalar;
  size_t size = cn_scalar(bytes, length, &scalar);
  if (size == 0 && !complete) { return 0; }
  if (scalar >= 0x80 && scalar < 0xA0) { return size == 0 ? length : size; }
  *event = (CNEvent){.kind = CNEventCharacter, .value = scalar};
  return size == 0 ? length : size;
}
