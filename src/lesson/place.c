/* One recursive walk that knows which part of the path it still looks for, and skips everything else. Names are
 * compared as they are written, so a key with escapes is not found; lessons' keys have none. */
#include "lesson/place.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct PlaceWalk {
    const char *text;
    size_t length, at;
    bool wants_key;
    int repetition;            /* matches of the last name to let pass */
} PlaceWalk;

Place place_of_byte(const char *text, size_t length, size_t byte)
{
    Place place = {1, 1};
    for (size_t i = 0; i < byte && i < length; i++) {
        if (text[i] == '\n')
            place = (Place){place.line + 1, 1};
        else if (((unsigned char)text[i] & 0xC0) != 0x80)
            place.column++;
    }
    return place;
}

static char place_peek(const PlaceWalk *walk)
{
    return walk->at < walk->length ? walk->text[walk->at] : '\0';
}

static void place_skip_space(PlaceWalk *walk)
{
    while (walk->at < walk->length && (unsigned char)walk->text[walk->at] <= ' ')
        walk->at++;
}

static void place_skip_string(PlaceWalk *walk)
{
    for (walk->at++; walk->at < walk->length && walk->text[walk->at] != '"'; walk->at++)
        if (walk->text[walk->at] == '\\')
            walk->at++;
    if (walk->at < walk->length)
        walk->at++;
}

static bool place_is_bare(char c)
{
    return c != '\0' && (unsigned char)c > ' ' && strchr(",]}[{\"", c) == NULL;
}

/* Skips one value, however nested, by counting brackets. */
static void place_skip_value(PlaceWalk *walk)
{
    int depth = 0;
    do {
        place_skip_space(walk);
        char c = place_peek(walk);
        if (c == '"')
            place_skip_string(walk);
        else if (place_is_bare(c))
            while (place_is_bare(place_peek(walk)))
                walk->at++;
        else {
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            walk->at += walk->at < walk->length;
        }
    } while (depth > 0 && walk->at < walk->length);
}

/* Moves to the start of the n-th item; false if there are fewer. */
static bool place_enter_item(PlaceWalk *walk, unsigned long n)
{
    walk->at++;
    for (place_skip_space(walk); walk->at < walk->length && place_peek(walk) != ']'; place_skip_space(walk)) {
        if (n-- == 0)
            return true;
        place_skip_value(walk);
        place_skip_space(walk);
        walk->at += place_peek(walk) == ',';
    }
    return false;
}

/* Moves to the key of the wanted member; false if there is none. */
static bool place_enter_member(PlaceWalk *walk, const char *name, size_t length, int repetition)
{
    walk->at++;
    for (place_skip_space(walk); place_peek(walk) == '"'; place_skip_space(walk)) {
        size_t start = walk->at;
        place_skip_string(walk);
        if (walk->at - start == length + 2 && memcmp(walk->text + start + 1, name, length) == 0 && repetition-- == 0) {
            walk->at = start;
            return true;
        }
        place_skip_space(walk);
        walk->at += place_peek(walk) == ':';
        place_skip_value(walk);
        place_skip_space(walk);
        walk->at += place_peek(walk) == ',';
    }
    return false;
}

/* From the start of a value to that of its part. */
static bool place_enter(PlaceWalk *walk, const char *name, size_t length, bool is_last)
{
    place_skip_space(walk);
    if (place_peek(walk) == '[')
        return place_enter_item(walk, strtoul(name, NULL, 10));
    if (place_peek(walk) != '{' || !place_enter_member(walk, name, length, is_last ? walk->repetition : 0))
        return false;
    if (is_last && walk->wants_key)
        return true;
    place_skip_string(walk);
    place_skip_space(walk);
    walk->at += place_peek(walk) == ':';
    place_skip_space(walk);
    return true;
}

bool place_find(const char *text, size_t length, const char *path, bool key, int repetition, Place *place)
{
    PlaceWalk walk = {text, length, 0, key, repetition};
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        walk.at = 3;
    place_skip_space(&walk);
    while (*path == '/') {
        size_t name = strcspn(path + 1, "/");
        if (!place_enter(&walk, path + 1, name, path[1 + name] == '\0'))
            return false;
        path += 1 + name;
    }
    *place = place_of_byte(text, length, walk.at);
    return true;
}
