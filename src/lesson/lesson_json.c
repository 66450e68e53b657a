/* cJSON says only where it gave up. What is likely to be wrong there is read off the letters around: the mistakes
 * people make by hand are few. */
#include "lesson/lesson_json.h"

#include <string.h>

#include "lesson/lesson.h"
#include "lesson/lesson_file.h"

static bool json_is_space(char c)
{
    return (unsigned char)c <= ' ';
}

/* The first bracket that opens too deep a nesting, or `length`. */
static size_t json_too_deep(const char *text, size_t length)
{
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (quoted) {
            i += c == '\\';
            quoted = c != '"';
        } else if (c == '"')
            quoted = true;
        else if ((c == '[' || c == '{') && ++depth > LESSON_DEEPEST)
            return i;
        else if (c == ']' || c == '}')
            depth--;
    }
    return length;
}

/* A line break inside of quotes: where that text begins, or `length`. cJSON would let it pass. */
static size_t json_broken_text(const char *text, size_t length)
{
    size_t start = length;
    for (size_t i = 0; i < length; i++) {
        if (start == length)
            start = text[i] == '"' ? i : length;
        else if (text[i] == '\n')
            return start;
        else if (text[i] == '\\')
            i++;
        else if (text[i] == '"')
            start = length;
    }
    return start;
}

/* The end of what stands before that byte, blanks left out. */
static size_t json_before(const char *text, size_t at)
{
    while (at > 0 && json_is_space(text[at - 1]))
        at--;
    return at;
}

typedef struct JsonSpot {
    char before, here;         /* the letters at the mistake and before it, blanks skipped; '\0' at the ends */
} JsonSpot;

static JsonSpot json_spot(const char *text, size_t length, size_t *at)
{
    while (*at < length && json_is_space(text[*at]))
        ++*at;
    size_t before = json_before(text, *at);
    return (JsonSpot){before > 0 ? text[before - 1] : '\0', *at < length ? text[*at] : '\0'};
}

static bool json_ends_value(char c)
{
    return c == '"' || c == '}' || c == ']' || (c >= '0' && c <= '9') || c == 'e' || c == 'l';
}

static const char *json_hint(JsonSpot spot)
{
    if (spot.here == '\0')
        return "the text ends too early; a bracket or a brace is not closed";
    if (spot.before == ',' && strchr("]},", spot.here) != NULL)
        return "there is a comma too many before this";
    if (spot.here == '\'')
        return "JSON texts stand in double quotes";
    if (spot.here == '/' || spot.here == '#')
        return "JSON has no comments; remove it";
    if (spot.here == '\\')
        return "JSON knows no such escape; write a backslash as two";
    if (json_ends_value(spot.before) && (spot.here == '"' || spot.here == '{' || spot.here == '['))
        return spot.before == '"' && spot.here != '"' ? "a comma or a colon is missing before this"
                                                      : "a comma is missing before this";
    if (spot.here == ':' || spot.here == '=')
        return "a key in double quotes, a colon and a value are expected here";
    return "this is no JSON; a value, a comma or a closing bracket is expected here";
}

/* Where a key should stand and something else does, cJSON has already stepped over that. */
static size_t json_step_back(const char *text, size_t at)
{
    size_t before = at == 0 ? 0 : json_before(text, at - 1);
    bool awaits_key = before > 0 && (text[before - 1] == ',' || text[before - 1] == '{');
    return awaits_key && !json_is_space(text[at - 1]) && text[at - 1] != '"' ? at - 1 : at;
}

static void json_complain(Complaints *complaints, const char *text, size_t length, size_t at)
{
    at = json_step_back(text, at);
    JsonSpot spot = json_spot(text, length, &at);
    complaint_at_byte(complaints, at, "%s", json_hint(spot));
}

/* Bytes and nesting, before cJSON sees them. */
static bool json_is_safe(Complaints *complaints, const char *text, size_t length)
{
    const char *why = "";
    size_t wrong = lesson_file_first_wrong(text, length, &why);
    size_t deep = json_too_deep(text, length);
    size_t broken = json_broken_text(text, length);
    if (length > LESSON_LARGEST)
        complaint_about_file(complaints, "is larger than 1 MiB, which no lesson needs");
    else if (wrong < length)
        complaint_at_byte(complaints, wrong, "%s", why);
    else if (deep < length)
        complaint_at_byte(complaints, deep, "brackets are nested deeper than %d, which no lesson needs",
                         LESSON_DEEPEST);
    else if (broken < length)
        complaint_at_byte(complaints, broken, "this text is not closed on its line; add a double quote, or write a line"
                                             " break as \\n");
    return complaints->count == 0;
}

cJSON *lesson_json_parse(Complaints *complaints, const char *text, size_t length)
{
    const char *end = text;
    if (!json_is_safe(complaints, text, length))
        return NULL;
    cJSON *root = length == 0 ? NULL : cJSON_ParseWithLengthOpts(text, length, &end, false);
    size_t at = (size_t)(end - text);
    if (root == NULL) {
        json_complain(complaints, text, length, at);
        return NULL;
    }
    while (at < length && json_is_space(text[at]))
        at++;
    if (at == length)
        return root;
    complaint_at_byte(complaints, at, "the lesson has ended before this; remove what follows");
    cJSON_Delete(root);
    return NULL;
}
