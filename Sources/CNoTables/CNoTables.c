// Foundation brings the tables of ICU: how every language writes days, numbers and lists, 34 MB. Veiviser
// writes all of that itself, and asks Foundation for nothing that reads them. The linker takes the first
// definition of a name, so this one keeps the tables out of the program.
//
// It is the empty table of contents that ICU itself gives those who have no use for its data (its
// stubdata.cpp): what would read a table gets the answer that there is none. With a Foundation of another
// ICU the name differs and the tables come along; scripts/package says when the package grows by that.

#include <stdint.h>

struct TableOfContents {
  uint16_t header_size;
  uint8_t magic[2];
  struct {
    uint16_t size, reserved;
    uint8_t is_big_endian, charset_family, size_of_character, reserved_byte;
    uint8_t format[4], format_version[4], data_version[4];
  } info;
  uint8_t padding[8];
  uint32_t count, reserved;
};

// Where Foundation is a library of the machine's, it keeps its own tables: nobody outside sees these.
__attribute__((visibility("hidden"))) _Alignas(16) const struct TableOfContents icudt76_dat = {
    .header_size = 32,
    .magic = {0xDA, 0x27},
    .info = {
        .size = sizeof icudt76_dat.info,
        .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
        .size_of_character = sizeof(uint16_t),
        .format = {0x54, 0x6F, 0x43, 0x50},  // ToCP
        .format_version = {1},
    },
};
