/* A writer of JSON, for traces: they are long, so text goes through one buffer and nothing is built in memory first.
 * (Reading is cJSON's business.) Commas are set by the writer. Usage:
 *
 *     JsonWriter json;
 *     json_init(&json, stdout);
 *     json_open(&json, '{');
 *     json_key(&json, "step");
 *     json_unsigned(&json, 3);
 *     json_close(&json, '}');
 *     json_line(&json);
 *     json_finish(&json);
 */
#ifndef REFARROWS_CLI_JSON_H
#define REFARROWS_CLI_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct JsonWriter {
    FILE *out;                 /* NULL: everything stays in `bytes` */
    char *bytes;
    size_t length, capacity;
    char cut[4];               /* a character of which the last part of a text held only the first bytes */
    size_t cut_length;
    bool follows;              /* a value was written at this level: a comma comes before the next one */
} JsonWriter;

/* Running out of memory ends the process. */
void json_init(JsonWriter *json, FILE *out);

/* Writes what is left. Errors of the stream are left for the caller to see with ferror. */
void json_finish(JsonWriter *json);

void json_open(JsonWriter *json, char bracket);      /* '{' or '[' */
void json_close(JsonWriter *json, char bracket);
void json_key(JsonWriter *json, const char *key);    /* needs no escapes */

/* UTF-8; lone surrogates, in the form that Python's surrogatepass gives them, become \ud800 to \udfff, and
 * bytes that are no text U+FFFD. */
void json_text(JsonWriter *json, const char *text, size_t length);
void json_string(JsonWriter *json, const char *text);

/* A string in pieces. */
void json_text_begin(JsonWriter *json);
void json_text_part(JsonWriter *json, const char *text, size_t length);
void json_text_end(JsonWriter *json);

void json_unsigned(JsonWriter *json, uint64_t number);
void json_signed(JsonWriter *json, int64_t number);
void json_bool(JsonWriter *json, bool value);
void json_null(JsonWriter *json);

/* A value that is JSON already. */
void json_raw(JsonWriter *json, const char *text, size_t length);

/* Ends a line of JSON Lines. */
void json_line(JsonWriter *json);

#endif
