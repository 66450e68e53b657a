#include "cli/json.h"

#include <stdlib.h>
#include <string.h>

enum { JSON_FLUSH = 1 << 16 };     /* bytes held back at most between two lines, about */

#define NO_CHARACTER "\\ufffd"    /* for bytes that are no text, which JSON cannot hold */

void json_init(JsonWriter *json, FILE *out)
{
    *json = (JsonWriter){.out = out};
}

static void put(JsonWriter *json, const char *text, size_t length)
{
    if (length > json->capacity - json->length) {
        size_t capacity = json->capacity ? json->capacity : JSON_FLUSH;
        while (capacity - json->length < length)
            capacity *= 2;
        json->bytes = realloc(json->bytes, capacity);
        if (!json->bytes) {
            fputs("refarrows: not enough memory to write JSON\n", stderr);
            abort();
        }
        json->capacity = capacity;
    }
    memcpy(json->bytes + json->length, text, length);
    json->length += length;
}

static void flush(JsonWriter *json)
{
    if (!json->out || json->length == 0)
        return;
    fwrite(json->bytes, 1, json->length, json->out);
    json->length = 0;
}

void json_finish(JsonWriter *json)
{
    flush(json);
    free(json->bytes);
    *json = (JsonWriter){0};
}

static void before_value(JsonWriter *json)
{
    if (json->follows)
        put(json, ",", 1);
    json->follows = true;
}

void json_open(JsonWriter *json, char bracket)
{
    before_value(json);
    put(json, &bracket, 1);
    json->follows = false;
}

void json_close(JsonWriter *json, char bracket)
{
    put(json, &bracket, 1);
    json->follows = true;
}

void json_key(JsonWriter *json, const char *key)
{
    before_value(json);
    put(json, "\"", 1);
    put(json, key, strlen(key));
    put(json, "\":", 2);
    json->follows = false;
}

/* How long the sequence of UTF-8 is that begins at `at`; 0: it is none, -1: it may be one, but the end comes first.
 * Surrogates count as sequences of three, as in WTF-8. */
static int sequence_length(const char *at, const char *end)
{
    unsigned char lead = (unsigned char)*at;
    int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    for (int i = 1; i < length; i++) {
        if (at + i == end)
            return -1;
        unsigned char c = (unsigned char)at[i], least = i > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        if (c < least || c > (lead == 0xf4 && i == 1 ? 0x8f : 0xbf))
            return 0;
    }
    return length;
}

static bool is_surrogate(const char *at, int length)
{
    return length == 3 && *at == '\xed' && (unsigned char)at[1] >= 0xa0;
}

/* How many bytes from `at` on need no escape. */
static size_t plain_length(const char *at, const char *end)
{
    const char *c = at;
    while (c < end && (unsigned char)*c >= ' ' && *c != '"' && *c != '\\') {
        int length = (unsigned char)*c < 0x80 ? 1 : sequence_length(c, end);
        if (length <= 0 || is_surrogate(c, length))
            break;
        c += length;
    }
    return (size_t)(c - at);
}

/* Writes the escape of what stands at `at`; returns how many bytes that was. A byte that is no text is replaced, and the
 * beginning of a sequence that goes on in the next part is kept for that. */
static size_t put_escape(JsonWriter *json, const char *at, const char *end)
{
    static const char letters[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    unsigned char c = (unsigned char)*at;
    char escape[8];
    int length = sequence_length(at, end);
    if (length < 0) {
        json->cut_length = (size_t)(end - at);
        memcpy(json->cut, at, json->cut_length);
        return json->cut_length;
    }
    if (is_surrogate(at, length)) {
        unsigned code = 0xd000u | ((unsigned char)at[1] & 0x3fu) << 6 | ((unsigned char)at[2] & 0x3fu);
        put(json, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", code));
        return 3;
    }
    if (c >= 0x80)
        put(json, NO_CHARACTER, sizeof NO_CHARACTER - 1);
    else if (c == '"' || c == '\\')
        put(json, (char[]){'\\', (char)c}, 2);
    else if (c < sizeof letters && letters[c])
        put(json, (char[]){'\\', letters[c]}, 2);
    else
        put(json, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", c));
    return 1;
}

static void put_text(JsonWriter *json, const char *at, const char *end)
{
    while (at < end) {
        size_t plain = plain_length(at, end);
        put(json, at, plain);
        at += plain;
        if (at < end)
            at += put_escape(json, at, end);
    }
}

/* What was kept of a character turned out to be none. */
static void replace_cut(JsonWriter *json)
{
    for (; json->cut_length > 0; json->cut_length--)
        put(json, NO_CHARACTER, sizeof NO_CHARACTER - 1);
}

/* Completes the sequence that was cut by the end of the last part; returns how many bytes of this one that took. */
static size_t complete_cut(JsonWriter *json, const char *text, size_t length)
{
    char whole[sizeof json->cut];
    size_t had = json->cut_length, taken = 0;
    memcpy(whole, json->cut, had);
    while (taken < length && sequence_length(whole, whole + had + taken) < 0) {
        whole[had + taken] = text[taken];
        taken++;
    }
    if (sequence_length(whole, whole + had + taken) == 0) {
        replace_cut(json);
        return 0;
    }
    json->cut_length = 0;
    put_text(json, whole, whole + had + taken);
    return taken;
}

void json_text_begin(JsonWriter *json)
{
    before_value(json);
    put(json, "\"", 1);
}

void json_text_part(JsonWriter *json, const char *text, size_t length)
{
    size_t taken = json->cut_length > 0 ? complete_cut(json, text, length) : 0;
    put_text(json, text + taken, text + length);
}

void json_text_end(JsonWriter *json)
{
    replace_cut(json);
    put(json, "\"", 1);
}

void json_text(JsonWriter *json, const char *text, size_t length)
{
    json_text_begin(json);
    json_text_part(json, text, length);
    json_text_end(json);
}

void json_string(JsonWriter *json, const char *text)
{
    json_text(json, text, strlen(text));
}

void json_unsigned(JsonWriter *json, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    json_raw(json, digits + at, sizeof digits - at);
}

void json_signed(JsonWriter *json, int64_t number)
{
    char digits[24];
    json_raw(json, digits, (size_t)snprintf(digits, sizeof digits, "%lld", (long long)number));
}

void json_bool(JsonWriter *json, bool value)
{
    json_raw(json, value ? "true" : "false", value ? 4 : 5);
}

void json_null(JsonWriter *json)
{
    json_raw(json, "null", 4);
}

void json_raw(JsonWriter *json, const char *text, size_t length)
{
    before_value(json);
    put(json, text, length);
}

void json_line(JsonWriter *json)
{
    put(json, "\n", 1);
    json->follows = false;
    if (json->length >= JSON_FLUSH)
        flush(json);
}
