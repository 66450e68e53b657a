/* libunistring knows the names of assigned characters and their corrected names. Control characters have no name of
 * their own, only aliases, and the unified ideographs are named by rule: both are here. */
#include "python/unicode_name.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uniname.h>

typedef struct NamedCharacter {
    const char *name;
    uint8_t code_point;
} NamedCharacter;

/* NameAliases.txt, control characters; sorted by name. */
static const NamedCharacter controls[] = {
    {"ACK", 0x06}, {"ACKNOWLEDGE", 0x06}, {"ALERT", 0x07}, {"APC", 0x9F}, {"APPLICATION PROGRAM COMMAND", 0x9F},
    {"BACKSPACE", 0x08}, {"BEL", 0x07}, {"BPH", 0x82}, {"BREAK PERMITTED HERE", 0x82}, {"BS", 0x08}, {"CAN", 0x18},
    {"CANCEL", 0x18}, {"CANCEL CHARACTER", 0x94}, {"CARRIAGE RETURN", 0x0D}, {"CCH", 0x94},
    {"CHARACTER TABULATION", 0x09}, {"CHARACTER TABULATION SET", 0x88},
    {"CHARACTER TABULATION WITH JUSTIFICATION", 0x89}, {"CONTROL SEQUENCE INTRODUCER", 0x9B}, {"CR", 0x0D},
    {"CSI", 0x9B}, {"DATA LINK ESCAPE", 0x10}, {"DC1", 0x11}, {"DC2", 0x12}, {"DC3", 0x13}, {"DC4", 0x14},
    {"DCS", 0x90}, {"DEL", 0x7F}, {"DELETE", 0x7F}, {"DEVICE CONTROL FOUR", 0x14}, {"DEVICE CONTROL ONE", 0x11},
    {"DEVICE CONTROL STRING", 0x90}, {"DEVICE CONTROL THREE", 0x13}, {"DEVICE CONTROL TWO", 0x12}, {"DLE", 0x10},
    {"END OF GUARDED AREA", 0x97}, {"END OF LINE", 0x0A}, {"END OF MEDIUM", 0x19}, {"END OF PROTECTED AREA", 0x97},
    {"END OF SELECTED AREA", 0x87}, {"END OF TEXT", 0x03}, {"END OF TRANSMISSION", 0x04},
    {"END OF TRANSMISSION BLOCK", 0x17}, {"ENQ", 0x05}, {"ENQUIRY", 0x05}, {"EOL", 0x0A}, {"EOM", 0x19}, {"EOT", 0x04},
    {"EPA", 0x97}, {"ESA", 0x87}, {"ESC", 0x1B}, {"ESCAPE", 0x1B}, {"ETB", 0x17}, {"ETX", 0x03}, {"FF", 0x0C},
    {"FILE SEPARATOR", 0x1C}, {"FORM FEED", 0x0C}, {"FS", 0x1C}, {"GROUP SEPARATOR", 0x1D}, {"GS", 0x1D},
    {"HIGH OCTET PRESET", 0x81}, {"HOP", 0x81}, {"HORIZONTAL TABULATION", 0x09}, {"HORIZONTAL TABULATION SET", 0x88},
    {"HORIZONTAL TABULATION WITH JUSTIFICATION", 0x89}, {"HT", 0x09}, {"HTJ", 0x89}, {"HTS", 0x88}, {"IND", 0x84},
    {"INDEX", 0x84}, {"INFORMATION SEPARATOR FOUR", 0x1C}, {"INFORMATION SEPARATOR ONE", 0x1F},
    {"INFORMATION SEPARATOR THREE", 0x1D}, {"INFORMATION SEPARATOR TWO", 0x1E}, {"LF", 0x0A}, {"LINE FEED", 0x0A},
    {"LINE TABULATION", 0x0B}, {"LINE TABULATION SET", 0x8A}, {"LOCKING-SHIFT ONE", 0x0E},
    {"LOCKING-SHIFT ZERO", 0x0F}, {"MESSAGE WAITING", 0x95}, {"MW", 0x95}, {"NAK", 0x15}, {"NBH", 0x83},
    {"NEGATIVE ACKNOWLEDGE", 0x15}, {"NEL", 0x85}, {"NEW LINE", 0x0A}, {"NEXT LINE", 0x85}, {"NL", 0x0A},
    {"NO BREAK HERE", 0x83}, {"NUL", 0x00}, {"NULL", 0x00}, {"OPERATING SYSTEM COMMAND", 0x9D}, {"OSC", 0x9D},
    {"PAD", 0x80}, {"PADDING CHARACTER", 0x80}, {"PARTIAL LINE BACKWARD", 0x8C}, {"PARTIAL LINE DOWN", 0x8B},
    {"PARTIAL LINE FORWARD", 0x8B}, {"PARTIAL LINE UP", 0x8C}, {"PLD", 0x8B}, {"PLU", 0x8C}, {"PM", 0x9E},
    {"PRIVACY MESSAGE", 0x9E}, {"PRIVATE USE ONE", 0x91}, {"PRIVATE USE TWO", 0x92}, {"PRIVATE USE-1", 0x91},
    {"PRIVATE USE-2", 0x92}, {"PU1", 0x91}, {"PU2", 0x92}, {"RECORD SEPARATOR", 0x1E}, {"REVERSE INDEX", 0x8D},
    {"REVERSE LINE FEED", 0x8D}, {"RI", 0x8D}, {"RS", 0x1E}, {"SCI", 0x9A}, {"SET TRANSMIT STATE", 0x93},
    {"SGC", 0x99}, {"SHIFT IN", 0x0F}, {"SHIFT OUT", 0x0E}, {"SI", 0x0F}, {"SINGLE CHARACTER INTRODUCER", 0x9A},
    {"SINGLE GRAPHIC CHARACTER INTRODUCER", 0x99}, {"SINGLE SHIFT THREE", 0x8F}, {"SINGLE SHIFT TWO", 0x8E},
    {"SINGLE-SHIFT-2", 0x8E}, {"SINGLE-SHIFT-3", 0x8F}, {"SO", 0x0E}, {"SOH", 0x01}, {"SOS", 0x98}, {"SPA", 0x96},
    {"SS2", 0x8E}, {"SS3", 0x8F}, {"SSA", 0x86}, {"ST", 0x9C}, {"START OF GUARDED AREA", 0x96},
    {"START OF HEADING", 0x01}, {"START OF PROTECTED AREA", 0x96}, {"START OF SELECTED AREA", 0x86},
    {"START OF STRING", 0x98}, {"START OF TEXT", 0x02}, {"STRING TERMINATOR", 0x9C}, {"STS", 0x93}, {"STX", 0x02},
    {"SUB", 0x1A}, {"SUBSTITUTE", 0x1A}, {"SYN", 0x16}, {"SYNCHRONOUS IDLE", 0x16}, {"TAB", 0x09},
    {"UNIT SEPARATOR", 0x1F}, {"US", 0x1F}, {"VERTICAL TABULATION", 0x0B}, {"VERTICAL TABULATION SET", 0x8A},
    {"VT", 0x0B}, {"VTS", 0x8A},
};

typedef struct Range { int32_t first, last; } Range;

/* Unicode 14.0, as CPython 3.11. */
static const Range ideographs[] = {
    {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B738}, {0x2B740, 0x2B81D},
    {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x30000, 0x3134A},
};

static const char ideograph_prefix[] = "CJK UNIFIED IDEOGRAPH-";

/* Four or five hexadecimal digits behind the prefix, all in capitals as CPython wants them. */
static int32_t find_ideograph(const char *name, size_t length)
{
    size_t prefix = sizeof ideograph_prefix - 1;
    if ((length != prefix + 4 && length != prefix + 5) || memcmp(name, ideograph_prefix, prefix) != 0)
        return -1;
    int32_t code_point = 0;
    for (size_t i = prefix; i < length; i++) {
        static const char digits[] = "0123456789ABCDEF";
        const char *digit = memchr(digits, name[i], sizeof digits - 1);
        if (!digit)
            return -1;
        code_point = code_point * 16 + (int32_t)(digit - digits);
    }
    for (size_t i = 0; i < sizeof ideographs / sizeof *ideographs; i++)
        if (code_point >= ideographs[i].first && code_point <= ideographs[i].last)
            return code_point;
    return -1;
}

static int compare_names(const void *name, const void *entry)
{
    return strcmp(name, ((const NamedCharacter *)entry)->name);
}

int32_t unicode_name_find(const char *name, size_t length)
{
    char upper[UNINAME_MAX];
    if (length >= sizeof upper)
        return -1;
    for (size_t i = 0; i < length; i++)
        upper[i] = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 'a' + 'A') : name[i];
    upper[length] = '\0';
    ucs4_t code_point = unicode_name_character(upper);
    if (code_point != UNINAME_INVALID)
        return (int32_t)code_point;
    const NamedCharacter *control =
        bsearch(upper, controls, sizeof controls / sizeof *controls, sizeof *controls, compare_names);
    return control ? control->code_point : find_ideograph(name, length);
}

static bool is_ideograph(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof ideographs / sizeof *ideographs; i++)
        if (code_point >= (uint32_t)ideographs[i].first && code_point <= (uint32_t)ideographs[i].last)
            return true;
    return false;
}

static_assert(UNINAME_MAX <= UNICODE_NAME_MAX, "a name of libunistring fits");

bool unicode_name_of(uint32_t code_point, char *out)
{
    if (is_ideograph(code_point))
        return snprintf(out, UNICODE_NAME_MAX, "%s%04X", ideograph_prefix, (unsigned)code_point) > 0;
    return unicode_character_name(code_point, out) != NULL;
}
