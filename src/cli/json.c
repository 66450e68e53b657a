#include "cli/json.h"

#include <stdlib.h>
#include <string.h>

enum { JSON_FLUSH = 1 << 16 };     /* bytes held back at most between two lines, about */

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

/* How many bytes from `at` on need no escape. */
static size_t plain_length(const char *at, const char *end)
{
    const char *c = at;
    while (c < end && (unsigned char)*c >= ' ' && *c != '"' && *c != '\\' && *c != '\xed')
        c++;
    return (size_t)(c - at);
}

/* Writes the escape of what stands at `at`; returns how many bytes that was. */
static size_t put_escape(JsonWriter *json, const char *at, const char *end)
{
    static const char letters[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    unsigned char c = (unsigned char)*at;
    char escape[8];
    if (c == 0xed && end - at >= 3 && (unsigned char)at[1] >= 0xa0) {
        unsigned code = 0xd000u | ((unsigned char)at[1] & 0x3fu) << 6 | ((unsigned char)at[2] & 0x3fu);
        put(json, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", code));
        return 3;
    }
    if (c == 0xed)
        put(json, at, 1);
    else if (c == '"' || c == '\\')
        put(json, (char[]){'\\', (char)c}, 2);
    else if (c < sizeof letters && letters[c])
        put(json, (char[]){'\\', letters[c]}, 2);
    else
        put(json, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", c));
    return 1;
}

void json_text_begin(JsonWriter *json)
{
    before_value(json);
    put(json, "\"", 1);
}

void json_text_part(JsonWriter *json, const char *text, size_t length)
{
    const char *at = text, *end = text + length;
    while (at < end) {
        size_t plain = plain_length(at, end);
        put(json, at, plain);
        at += plain;
        if (at < end)
            at += put_escape(json, at, end);
    }
}

void json_text_end(JsonWriter *json)
{
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
