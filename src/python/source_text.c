/* In order: byte-order mark, coding comment, conversion, check for null bytes and UTF-8, line ends. */
#include "python/source_text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <utf8proc.h>

#include "python/codec_charmap.h"

enum { LONGEST_CODING = 64 };

static const char byte_order_mark[] = "\xEF\xBB\xBF";

const char *source_text_line(const char *text, size_t length, int line, size_t *line_length)
{
    const char *end = text + length;
    for (; line > 1 && text < end; line--) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        text = newline ? newline + 1 : end;
    }
    const char *newline = text < end && line >= 1 ? memchr(text, '\n', (size_t)(end - text)) : NULL;
    *line_length = line < 1 ? 0 : (size_t)((newline ? newline + 1 : end) - text);
    return text;
}

/* ------------------------------------------------------------------------------------------ coding comment --------- */

/* Where the name after "coding:" or "coding=" in a comment line stands; NULL if there is none. */
static const char *find_coding(const char *line, size_t length, char *name)
{
    size_t blank = 0;
    while (blank < length && (line[blank] == ' ' || line[blank] == '\t' || line[blank] == '\f'))
        blank++;
    if (blank == length || line[blank] != '#')
        return NULL;
    const char *end = line + length;
    const char *place = memmem(line, length, "coding", 6);
    while (place && (place + 6 >= end || (place[6] != ':' && place[6] != '=')))
        place = memmem(place + 1, (size_t)(end - place - 1), "coding", 6);
    if (!place)
        return NULL;
    place += 7;
    while (place < end && (*place == ' ' || *place == '\t'))
        place++;
    size_t count = 0;
    const char *start = place;
    while (place < end && count + 1 < LONGEST_CODING && (isalnum((unsigned char)*place) || strchr("-_.", *place)))
        name[count++] = *place++;
    name[count] = '\0';
    return count > 0 ? start : NULL;
}

static bool is_blank_or_comment(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!strchr(" \t\f\r\n", line[i]))
            return line[i] == '#';
    return true;
}

/* Where the coding declared in the first two lines stands; NULL if there is none. */
static const char *declared_coding(const char *bytes, size_t length, char *name)
{
    for (int line = 1; line <= 2; line++) {
        size_t line_length;
        const char *text = source_text_line(bytes, length, line, &line_length);
        const char *place = find_coding(text, line_length, name);
        if (place || !is_blank_or_comment(text, line_length))
            return place;
    }
    return NULL;
}

/* From CODING_LATIN1 on: one byte a character. */
typedef enum Coding { CODING_UNKNOWN, CODING_UTF8, CODING_ASCII, CODING_LATIN1, CODING_LATIN9, CODING_CP1252 } Coding;

static Coding coding_named(const char *name)
{
    static const struct { const char *name; Coding coding; } known[] = {
        {"utf-8", CODING_UTF8}, {"utf8", CODING_UTF8}, {"u8", CODING_UTF8}, {"utf", CODING_UTF8},
        {"utf-8-sig", CODING_UTF8}, {"latin-1", CODING_LATIN1}, {"latin1", CODING_LATIN1}, {"l1", CODING_LATIN1},
        {"iso-8859-1", CODING_LATIN1}, {"iso8859-1", CODING_LATIN1}, {"iso-latin-1", CODING_LATIN1},
        {"8859", CODING_LATIN1}, {"cp819", CODING_LATIN1}, {"latin", CODING_LATIN1},
        {"iso-8859-15", CODING_LATIN9}, {"iso8859-15", CODING_LATIN9}, {"latin-9", CODING_LATIN9},
        {"latin9", CODING_LATIN9}, {"cp1252", CODING_CP1252}, {"windows-1252", CODING_CP1252}, {"1252", CODING_CP1252},
        {"ascii", CODING_ASCII}, {"us-ascii", CODING_ASCII}, {"646", CODING_ASCII},
    };
    char dashed[LONGEST_CODING];
    snprintf(dashed, sizeof dashed, "%s", name);
    for (char *c = dashed; *c; c++)
        if (*c == '_')
            *c = '-';
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (!strcasecmp(known[i].name, dashed) || !strncasecmp(dashed, "utf-8-", 6))
            return known[i].coding;
    return CODING_UNKNOWN;
}

/* --------------------------------------------------------------------------------------------- mistakes ------------ */

static bool fail(SyntaxProblem *problem, int line, int column, const char *message)
{
    problem->kind = PROBLEM_SYNTAX_ERROR;
    problem->line = problem->end_line = line;
    problem->column = problem->end_column = column;
    snprintf(problem->message, sizeof problem->message, "%s", message);
    return false;
}

static bool fail_utf8(const char *name, const char *bytes, size_t offset, SyntaxProblem *problem)
{
    int line = 1;
    for (size_t i = 0; i < offset; i++)
        line += bytes[i] == '\n';
    char message[sizeof problem->message];
    snprintf(message, sizeof message, "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding "
             "declared; see https://peps.python.org/pep-0263/ for details", (unsigned char)bytes[offset], name, line);
    return fail(problem, line, 0, message);
}

/* --------------------------------------------------------------------------------------------- conversion ---------- */

/* The character that a byte stands for. iso-8859-15 is latin-1 but for eight. */
static uint32_t decoded_byte(Coding coding, uint8_t byte)
{
    static const struct { uint8_t byte; uint16_t c; } latin9[] = {
        {0xA4, 0x20AC}, {0xA6, 0x160}, {0xA8, 0x161}, {0xB4, 0x17D}, {0xB8, 0x17E}, {0xBC, 0x152}, {0xBD, 0x153},
        {0xBE, 0x178},
    };
    uint32_t c = byte;
    const char *reason;
    if (coding == CODING_CP1252 && charmap_get(&byte, &c, &reason) < 0)
        return byte;
    for (size_t i = 0; coding == CODING_LATIN9 && i < sizeof latin9 / sizeof latin9[0]; i++)
        if (latin9[i].byte == byte)
            return latin9[i].c;
    return c;
}

enum { UTF8_OF_A_BYTE = 3 };   /* bytes at most */

/* Writes UTF-8 for bytes of one of the codes of one byte a character; returns its end. */
static char *decode_bytes(Coding coding, const char *bytes, size_t length, char *to)
{
    for (size_t i = 0; i < length; i++)
        to += utf8proc_encode_char((utf8proc_int32_t)decoded_byte(coding, (uint8_t)bytes[i]), (utf8proc_uint8_t *)to);
    return to;
}

static const char *copy_decoded(Region *region, Coding coding, const char *bytes, size_t *length)
{
    char *text = region_alloc_array(region, *length + 1, UTF8_OF_A_BYTE);
    *length = (size_t)(decode_bytes(coding, bytes, *length, text) - text);
    return text;
}

char *source_text_decode(const char *bytes, size_t length, size_t *decoded_length)
{
    static const char now[] = "utf-8";
    char name[LONGEST_CODING];
    const char *place = declared_coding(bytes, length, name);
    Coding coding = place ? coding_named(name) : CODING_UTF8;
    if (coding < CODING_LATIN1)
        return NULL;
    char *text = malloc(UTF8_OF_A_BYTE * length + sizeof now);
    if (!text)
        return NULL;
    const char *rest = place + strlen(name);
    char *to = decode_bytes(coding, bytes, (size_t)(place - bytes), text);
    to = stpcpy(to, now);
    to = decode_bytes(coding, rest, length - (size_t)(rest - bytes), to);
    *to = '\0';
    *decoded_length = (size_t)(to - text);
    return text;
}

static bool check_utf8(const char *name, const char *bytes, size_t length, SyntaxProblem *problem)
{
    size_t i = 0;
    while (i < length) {
        if ((unsigned char)bytes[i] < 0x80) {
            i++;
            continue;
        }
        int32_t code_point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)bytes + i, (utf8proc_ssize_t)(length - i),
                                                 &code_point);
        if (size <= 0)
            return fail_utf8(name, bytes, i, problem);
        i += (size_t)size;
    }
    return true;
}

/* A copy with "\r\n" and '\r' turned into '\n', and a newline at the end if there is none. */
static void copy_lines(Region *region, const char *bytes, size_t length, SourceText *result)
{
    char *text = region_alloc(region, length + 2), *to = text;
    if (!length || !memchr(bytes, '\r', length)) {
        if (length)
            memcpy(text, bytes, length);
        to += length;
    } else {
        for (size_t i = 0; i < length; i++) {
            bool is_return = bytes[i] == '\r';
            *to++ = is_return ? '\n' : bytes[i];
            if (is_return && i + 1 < length && bytes[i + 1] == '\n')
                i++;
        }
    }
    if (to > text && to[-1] != '\n')
        *to++ = '\n';
    *to = '\0';
    *result = (SourceText){text, (size_t)(to - text)};
}

/* The file's code, as its mark and its comment tell it; CODING_UNKNOWN with the problem filled. */
static Coding choose_coding(const char *bytes, size_t length, bool has_mark, SyntaxProblem *problem)
{
    char declared[LONGEST_CODING], message[sizeof problem->message];
    bool is_declared = declared_coding(bytes, length, declared) != NULL;
    Coding coding = is_declared ? coding_named(declared) : CODING_UTF8;
    bool is_bad_mark = has_mark && is_declared && strncasecmp(declared, "utf-8", 5) && strncasecmp(declared, "utf_8", 5);
    if (coding != CODING_UNKNOWN && !is_bad_mark)
        return coding;
    const char *shown = coding == CODING_LATIN1 ? "iso-8859-1" : declared;
    snprintf(message, sizeof message, has_mark ? "encoding problem: %s with BOM" : "encoding problem: %s", shown);
    fail(problem, 0, -1, message);
    return CODING_UNKNOWN;
}

bool source_text_prepare(Region *region, const char *name, const char *bytes, size_t length, bool is_decoded,
                         SourceText *result, SyntaxProblem *problem)
{
    bool has_mark = !is_decoded && length >= 3 && !memcmp(bytes, byte_order_mark, 3);
    if (has_mark) {
        bytes += 3;
        length -= 3;
    }
    Coding coding = is_decoded ? CODING_UTF8 : choose_coding(bytes, length, has_mark, problem);
    if (coding == CODING_UNKNOWN)
        return false;
    if (length && memchr(bytes, '\0', length))
        return fail(problem, 0, 0, "source code cannot contain null bytes");
    if (coding >= CODING_LATIN1)
        bytes = copy_decoded(region, coding, bytes, &length);
    else if (!check_utf8(name, bytes, length, problem))
        return false;
    copy_lines(region, bytes, length, result);
    return true;
}
