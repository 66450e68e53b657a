/* Escapes and character classes of a pattern. */
#include <stdio.h>
#include <string.h>

#include "python/modules/re_reader.h"
#include "python/unicode_name.h"
#include "python/vm.h"
#include "python/warn.h"

typedef struct Span { uint32_t first, last; } Span;

/* A category as runs of characters. Runs are bitmaps to PCRE2, much faster than properties, so \d and \w are spelled
 * out too where characters have 8 bits. */
typedef struct Category { const Span *spans; int count; } Category;

#define CATEGORY(...) \
    {(const Span[]){__VA_ARGS__}, (int)(sizeof((const Span[]){__VA_ARGS__}) / sizeof(Span))}

static const Category ascii_digits = CATEGORY({'0', '9'});
static const Category ascii_spaces = CATEGORY({'\t', '\r'}, {' ', ' '});
static const Category ascii_words = CATEGORY({'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'});
static const Category latin_words = CATEGORY({'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xaa, 0xaa}, {0xb2, 0xb3},
                                             {0xb5, 0xb5}, {0xb9, 0xba}, {0xbc, 0xbe}, {0xc0, 0xd6}, {0xd8, 0xf6},
                                             {0xf8, 0xff});
/* what str.isspace() says */
static const Category spaces = CATEGORY({'\t', '\r'}, {0x1c, ' '}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680},
                                        {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f},
                                        {0x3000, 0x3000});

/* ---- categories: \d \s \w and their opposites ---- */

static void put_span(ReReader *r, uint32_t first, uint32_t last)
{
    if (first <= r->limit)
        re_put_ascii(r, "\\x{%x}-\\x{%x}", first, last > r->limit ? r->limit : last);
}

static void put_spans(ReReader *r, const Category *category, bool opposite)
{
    uint32_t next = 0;
    for (int i = 0; i < category->count; i++) {
        Span span = category->spans[i];
        if (!opposite)
            put_span(r, span.first, span.last);
        else if (span.first > next)
            put_span(r, next, span.first - 1);
        next = span.last + 1;
    }
    if (opposite)
        put_span(r, next, 0x10FFFF);
}

static const Category *category_of(const ReReader *r, int32_t letter)
{
    bool ascii = !(r->flags & RE_UNICODE), narrow = r->limit == 0xFF;
    switch (letter) {
    case 's': return ascii ? &ascii_spaces : &spaces;
    case 'd': return ascii || narrow ? &ascii_digits : NULL;
    default: return ascii ? &ascii_words : narrow ? &latin_words : NULL;
    }
}

/* Inside brackets, which the caller writes. */
static void put_category(ReReader *r, int32_t c)
{
    bool opposite = c < 'a';
    int32_t letter = opposite ? c + 'a' - 'A' : c;
    const Category *category = category_of(r, letter);
    if (category)
        put_spans(r, category, opposite);
    else
        re_put_ascii(r, "\\%c{%s}", opposite ? 'P' : 'p', letter == 'd' ? "Nd" : "Xwd");
}

static bool is_category(int32_t c) { return c > 0 && c < 128 && strchr("dDsSwW", c) != NULL; }

/* \b and \B. The pattern's own idea of a word is PCRE2's; another one is spelled out. In CPython \B does not match in
 * an empty text. */
static void put_word_edge(ReReader *r, int32_t c)
{
    bool unicode = r->flags & RE_UNICODE, whole = !(r->pattern->flags & RE_ASCII) && r->pattern->is_text;
    const char *w = unicode ? "\\p{Xwd}" : "0-9A-Z_a-z";
    if (c == 'B')
        re_put_ascii(r, "(?!\\A\\z)");
    if (unicode == whole)
        re_put_ascii(r, "\\%c", (int)c);
    else if (c == 'b')
        re_put_ascii(r, "(?:(?<=[%s])(?![%s])|(?<![%s])(?=[%s]))", w, w, w, w);
    else
        re_put_ascii(r, "(?:(?<=[%s])(?=[%s])|(?<![%s])(?![%s]))", w, w, w, w);
}

/* ---- escapes that stand for one character ---- */

static int32_t simple_escape(int32_t c)
{
    switch (c) {
    case 'a': return '\a';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    case '\\': return '\\';
    default: return -1;
    }
}

/* A mistake in the escape that began at `start` and has been read up to r->at. */
static bool wrong_escape(ReReader *r, int64_t start, const char *before, const char *after)
{
    return re_wrong_piece(r, start, before, start, r->at, false, after);
}

/* Exactly so many hexadecimal digits. */
static bool read_hex(ReReader *r, int64_t start, int digits, uint32_t *out)
{
    *out = 0;
    int n = 0;
    for (int value; n < digits && (value = re_hex_value(re_peek(r))) >= 0; n++, r->at++)
        *out = *out << 4 | (uint32_t)value;
    if (n < digits)
        return wrong_escape(r, start, "incomplete escape ", "");
    return *out <= 0x10FFFF || wrong_escape(r, start, "bad escape ", "");
}

static bool read_named(ReReader *r, int64_t start, uint32_t *out)
{
    int64_t name, end;
    char text[100];
    if (!re_accept(r, '{'))
        return re_wrong(r, r->at, "missing {");
    if (!re_read_until(r, '}', "character name", &name, &end))
        return false;
    size_t n = 0;
    for (int64_t i = name; i < end && n < sizeof text - 1; i++)
        text[n++] = (char)chars_at(r->source, i);
    int32_t c = unicode_name_find(text, n);
    *out = (uint32_t)c;
    return c >= 0 || re_wrong_piece(r, start, "undefined character name ", name, end, true, "");
}

/* Up to three octal digits, the first of which has been read. */
static bool read_octal(ReReader *r, int64_t start, int32_t first, int most, uint32_t *out)
{
    *out = (uint32_t)first - '0';
    for (int n = 1; n < most && re_is_octal(re_peek(r)); n++)
        *out = *out * 8 + (uint32_t)re_peek(r) - '0', r->at++;
    return *out <= 0377 || wrong_escape(r, start, "octal escape value ", " outside of range 0-0o377");
}

/* \x, \u, \U, \N: 1 done, 0 none of them, -1 mistake. */
static int read_coded(ReReader *r, int64_t start, int32_t c, uint32_t *out)
{
    bool text = r->pattern->is_text;
    if (c == 'x' || (text && (c == 'u' || c == 'U')))
        return read_hex(r, start, c == 'x' ? 2 : c == 'u' ? 4 : 8, out) ? 1 : -1;
    if (c == 'N' && text)
        return read_named(r, start, out) ? 1 : -1;
    return 0;
}

static bool bad_escape(ReReader *r, int64_t start) { return wrong_escape(r, start, "bad escape ", ""); }

/* ---- outside a class ---- */

/* \1 to \99, or an octal escape of three digits. */
static bool read_reference(ReReader *r, int64_t start, int32_t c, ReWidth *width)
{
    int32_t group = c - '0';
    if (re_is_digit(re_peek(r))) {
        int32_t second = re_peek(r);
        r->at++;
        if (re_is_octal(c) && re_is_octal(second) && re_is_octal(re_peek(r))) {
            uint32_t value = (uint32_t)((c - '0') * 64 + (second - '0') * 8 + re_peek(r) - '0');
            r->at++;
            if (value > 0377)
                return wrong_escape(r, start, "octal escape value ", " outside of range 0-0o377");
            re_put_literal(r, value);
            return true;
        }
        group = group * 10 + second - '0';
    }
    if (group > r->pattern->group_count)
        return re_wrong(r, start + 1, "invalid group reference %d", group);
    if (!re_group_is_usable(r, group, start))
        return false;
    *width = (ReWidth){r->pattern->groups[group].min, r->pattern->groups[group].max};
    re_put_ascii(r, "\\g{%d}", group);
    return true;
}

static bool read_place(ReReader *r, int32_t c)
{
    if (c == 'A')
        re_put_ascii(r, "\\A");
    else if (c == 'Z')
        re_put_ascii(r, "\\z");
    else if (c == 'b' || c == 'B')
        put_word_edge(r, c);
    else
        return false;
    return true;
}

bool re_read_escape(ReReader *r, ReWidth *width, bool *is_place)
{
    int64_t start = r->at - 1;
    int32_t c = re_peek(r);
    uint32_t code;
    if (c == RE_END)
        return re_wrong(r, start, "bad escape (end of pattern)");
    r->at++;
    if (read_place(r, c)) {
        *is_place = true;
        *width = (ReWidth){0, 0};
        return true;
    }
    if (is_category(c)) {
        re_put(r, '[');
        put_category(r, c);
        re_put(r, ']');
        return true;
    }
    if (c >= '1' && c <= '9')
        return read_reference(r, start, c, width);
    int coded = c == '0' ? (read_octal(r, start, c, 3, &code) ? 1 : -1) : read_coded(r, start, c, &code);
    if (coded <= 0) {
        if (coded < 0)
            return false;
        int32_t simple = simple_escape(c);
        if (simple < 0 && re_is_ascii_letter(c))
            return bad_escape(r, start);
        code = (uint32_t)(simple < 0 ? c : simple);
    }
    re_put_literal(r, code);
    return true;
}

/* ---- classes ---- */

/* One member of a class, from `start` on: a character, or a category (*code is its letter). */
static bool read_class_escape(ReReader *r, int64_t start, uint32_t *code, bool *category)
{
    int32_t c = re_peek(r);
    if (c == RE_END)
        return re_wrong(r, start, "bad escape (end of pattern)");
    r->at++;
    if (is_category(c)) {
        *category = true;
        *code = (uint32_t)c;
        return true;
    }
    if (re_is_octal(c))
        return read_octal(r, start, c, 3, code);
    int coded = read_coded(r, start, c, code);
    if (coded)
        return coded > 0;
    int32_t simple = c == 'b' ? '\b' : simple_escape(c);
    if (simple < 0 && (re_is_ascii_letter(c) || re_is_digit(c)))
        return bad_escape(r, start);
    *code = (uint32_t)(simple < 0 ? c : simple);
    return true;
}

static bool read_member(ReReader *r, int64_t open, uint32_t *code, bool *category)
{
    int64_t start = r->at;
    int32_t c = re_peek(r);
    *category = false;
    if (c == RE_END)
        return re_wrong(r, open, "unterminated character set");
    r->at++;
    *code = (uint32_t)c;
    return c != '\\' || read_class_escape(r, start, code, category);
}

static void put_member(ReReader *r, uint32_t code, bool category)
{
    if (category)
        put_category(r, (int32_t)code);
    else
        re_put_literal(r, code);
}

/* What may mean more in a later Python; told once, while the pattern is checked. */
static bool warn_of_set(ReReader *r, const char *what, int64_t position)
{
    if (r->out)
        return true;
    Object *message = str_format(r->vm, "Possible %s at position %lld", what, (long long)position);
    return warn_in_program(r->vm, TYPE_FutureWarning, message) == 0 || (r->failed = true, false);
}

static const char *doubled_sign(uint32_t c)
{
    switch (c) {
    case '-': return "set difference";
    case '&': return "set intersection";
    case '~': return "set symmetric difference";
    case '|': return "set union";
    default: return NULL;
    }
}

/* After the dash. */
static bool read_range(ReReader *r, int64_t open, int64_t start, uint32_t low, bool low_category)
{
    uint32_t high;
    bool category;
    if (re_peek(r) == ']') {
        put_member(r, low, low_category);
        re_put_literal(r, '-');
        return true;
    }
    int64_t second = r->at;
    if (!read_member(r, open, &high, &category))
        return false;
    if (high == '-' && r->at == second + 1 && !warn_of_set(r, "set difference", r->at - 2))
        return false;
    if (low_category || category || high < low)
        return re_wrong_piece(r, start, "bad character range ", start, r->at, false, "");
    re_put_literal(r, low);
    re_put(r, '-');
    re_put_literal(r, high);
    return true;
}

bool re_read_class(ReReader *r)
{
    int64_t open = r->at - 1;
    re_put(r, '[');
    if (re_peek(r) == '[' && !warn_of_set(r, "nested set", r->at))
        return false;
    if (re_accept(r, '^'))
        re_put(r, '^');
    for (int64_t first = r->at; r->at == first || re_peek(r) != ']';) {
        int64_t start = r->at;
        uint32_t code;
        bool category;
        if (!read_member(r, open, &code, &category))
            return false;
        bool doubled = start != first && !category && r->at == start + 1 && re_peek(r) == (int32_t)code;
        if (doubled && doubled_sign(code) && !warn_of_set(r, doubled_sign(code), r->at - 1))
            return false;
        if (!re_accept(r, '-'))
            put_member(r, code, category);
        else if (!read_range(r, open, start, code, category))
            return false;
    }
    r->at++;
    re_put(r, ']');
    return true;
}
