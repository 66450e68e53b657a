/* Fuzzing the lesson reader: any bytes give a lesson or at least one complaint, never a crash. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/lesson.h"

const char *const fuzz_words[] = {
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\n", "null", "true", "-1", "1e999", "0.5",
    "99999999999", "\"at\":", "\"say\": \"x\",", "\"line\": 3", "\"event\": \"call\"", "\"program\":", "{}", "[]",
    "\"program_file\": \"x\",", "\xFF", "\xC3\xA9", "//", "\"a/b\": 1,", "[[[[[[[[[[[[[[[[",
    NULL,
};

const size_t fuzz_piece = LESSON_LARGEST;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *said = NULL, *text = malloc(size + 1);
    size_t length = 0;
    FILE *out = open_memstream(&said, &length);
    if (!text || !out)
        abort();
    if (size)
        memcpy(text, data, size);
    Lesson *lesson = lesson_parse("fuzz.json", text, size, out);
    fclose(out);
    if ((lesson == NULL) != (length > 0))
        abort();
    lesson_destroy(lesson);
    free(said);
    free(text);
    return 0;
}
