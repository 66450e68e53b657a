#include "cli/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/complain.h"
#include "draw/png.h"

enum { SOURCE_LIMIT = SOURCE_LIMIT_MIB << 20, SOURCE_CHUNK = 1 << 16 };

static bool fail(void)
{
    return false;
}

#define FAIL(...) (complain(__VA_ARGS__), fail())

/* Reads to the end, or up to one byte beyond the limit. */
static bool read_stream(SourceFile *file, FILE *stream)
{
    size_t capacity = 0, got;
    do {
        if (file->length + SOURCE_CHUNK + 1 > capacity) {
            capacity = 2 * capacity + SOURCE_CHUNK + 1;
            char *grown = realloc(file->text, capacity);
            if (!grown)
                return FAIL("there is not enough memory to read %s", file->name);
            file->text = grown;
        }
        got = fread(file->text + file->length, 1, SOURCE_CHUNK, stream);
        file->length += got;
    } while (got > 0 && file->length <= SOURCE_LIMIT);
    file->text[file->length] = '\0';
    if (ferror(stream))
        return FAIL("cannot read %s: %s", file->name, strerror(errno));
    if (file->length > SOURCE_LIMIT)
        return FAIL("%s is larger than %d MiB, the most that a program may have; is it the right file?", file->name,
                    SOURCE_LIMIT_MIB);
    return true;
}

static bool read_file(SourceFile *file, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return FAIL("cannot read %s: %s", path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return FAIL("%s is a directory; name a program in it", path);
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return FAIL("cannot read %s: %s", path, strerror(errno));
    bool read = read_stream(file, stream);
    fclose(stream);
    return read;
}

/* Length of the UTF-8 sequence at `at`, 0 if there is none: neither overlong nor a surrogate nor beyond U+10FFFF. */
static size_t sequence_length(const unsigned char *at, size_t left)
{
    unsigned char c = at[0];
    size_t length = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : (c & 0xf0) == 0xe0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    if (length == 0 || length > left)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    bool out = (c == 0xe0 && at[1] < 0xa0) || (c == 0xed && at[1] >= 0xa0) || (c == 0xf0 && at[1] < 0x90) ||
               (c == 0xf4 && at[1] >= 0x90);
    return out ? 0 : length;
}

static bool is_utf8(const unsigned char *text, size_t length)
{
    for (size_t i = 0, size; i < length; i += size)
        if ((size = sequence_length(text + i, length - i)) == 0)
            return false;
    return true;
}

/* A program that is not UTF-8 is read in the code that its language takes it to be in. */
static void decode(SourceFile *file)
{
    size_t length;
    if (is_utf8((const unsigned char *)file->text, file->length))
        return;
    char *text = file->language->decode(file->text, file->length, &length);
    if (!text)
        return;
    free(file->text);
    file->text = text;
    file->length = length;
    file->was_recoded = true;
}

static bool check_text(const SourceFile *file)
{
    const unsigned char *text = (const unsigned char *)file->text;
    int line = 1;
    for (size_t i = 0; i < file->length;) {
        size_t length = sequence_length(text + i, file->length - i);
        if (length == 0)
            return FAIL("%s, line %d: byte 0x%02x is not UTF-8; save the file as UTF-8", file->name, line, text[i]);
        if (text[i] == '\0')
            return FAIL("%s, line %d: there is a null byte; is it a text file?", file->name, line);
        line += text[i] == '\n';
        i += length;
    }
    return true;
}

static bool has_suffix(const char *path, const char *suffix)
{
    size_t length = strlen(path), ending = strlen(suffix);
    return length >= ending && strcmp(path + length - ending, suffix) == 0;
}

static void read_view(SourceFile *file, const char *path)
{
    char error[300];
    char *view = png_read_text(path, "View", error, sizeof error);
    file->input = png_read_text(path, "Input", error, sizeof error);
    file->view = view ? malloc(sizeof *file->view) : NULL;
    if (file->view)
        snapshot_view_read(file->view, view);
    free(view);
}

/* The words of the lesson, if it is a lesson of this program. */
static void read_carried_lesson(SourceFile *file, const char *path)
{
    char error[300], *said = NULL;
    size_t said_length;
    file->lesson_text = png_read_text(path, "Lesson", error, sizeof error);
    FILE *unread = file->lesson_text ? open_memstream(&said, &said_length) : NULL;
    if (!unread)
        return;
    Lesson *lesson = lesson_parse(path, file->lesson_text, strlen(file->lesson_text), unread);
    fclose(unread);
    free(said);
    bool fits = lesson && lesson->program_length == file->length
                && memcmp(lesson->program, file->text, file->length) == 0;
    if (fits)
        file->lesson = lesson;
    else
        lesson_destroy(lesson);
}

/* A snapshot carries what it shows. */
static bool read_snapshot(SourceFile *file, const char *path)
{
    char error[300];
    char *language = png_read_text(path, "Language", error, sizeof error);
    char *name = language ? png_read_text(path, "Title", error, sizeof error) : NULL;
    char *text = name ? png_read_text(path, "Source", error, sizeof error) : NULL;
    char *step = text ? png_read_text(path, "Step", error, sizeof error) : NULL;
    file->language = step ? language_of_name(language) : NULL;
    file->step = step ? strtoull(step, NULL, 10) : 0;
    if (file->language)
        read_view(file, path);
    free(language);
    free(step);
    if (!file->language) {
        free(name);
        free(text);
        return FAIL("%s is no snapshot that refarrows wrote; name a program (.py) or a lesson (.json)", path);
    }
    free(file->name);
    file->name = name;
    file->text = text;
    file->length = strlen(text);
    read_carried_lesson(file, path);
    return true;
}

/* NULL if it cannot be read. */
static char *read_whole(const char *path)
{
    SourceFile text = {.name = (char *)path};
    if (read_file(&text, path))
        return text.text;
    free(text.text);
    return NULL;
}

/* Each with a newline; NULL if there are none. */
static char *join_lines(char *const *lines, uint32_t count)
{
    char *text = NULL;
    size_t length;
    FILE *out = count ? open_memstream(&text, &length) : NULL;
    for (uint32_t i = 0; out && i < count; i++)
        fprintf(out, "%s\n", lines[i]);
    if (out)
        fclose(out);
    return text;
}

/* A lesson brings its program; what is wrong with it has a place in its file. */
static bool read_lesson(SourceFile *file, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return FAIL("cannot read %s: %s", path, strerror(errno));
    file->lesson = lesson_load(path, stderr);
    if (!file->lesson)
        return false;
    Source program = lesson_source(file->lesson);
    file->language = language_of_name(file->lesson->language);     /* lesson_load has looked that there is one */
    free(file->name);
    file->name = strdup(program.name);
    file->text = strndup(program.text, program.length);
    file->lesson_text = read_whole(path);
    file->input = join_lines(file->lesson->input, file->lesson->input_count);
    file->length = program.length;
    return file->name && file->text ? true : FAIL("there is not enough memory to read %s", path);
}

static bool choose_language(SourceFile *file, const Options *options, const char *path)
{
    bool is_stdin = strcmp(path, "-") == 0;
    if (options->language)
        file->language = language_of_name(options->language);
    else
        file->language = is_stdin ? language_of_name("python") : language_of_path(path);
    if (!file->language && options->language)
        return FAIL("there is no language '%s'; --language takes python or c", options->language);
    if (!file->language)
        return FAIL("%s: refarrows opens .py, .c, .json and .png files; for another name say --language python or c", path);
    return true;
}

static bool read_program(SourceFile *file, const Options *options, const char *path)
{
    struct stat status;
    if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return FAIL("%s is a directory; name a program in it", path);
    if (strcmp(path, "-") != 0 && stat(path, &status) != 0)
        return FAIL("cannot read %s: %s", path, strerror(errno));
    if (!choose_language(file, options, path))
        return false;
    bool read = strcmp(path, "-") == 0 ? read_stream(file, stdin) : read_file(file, path);
    if (read)
        decode(file);
    return read && check_text(file);
}

static bool read_named(SourceFile *file, const Options *options)
{
    const char *path = options->word_count ? options->words[0] : "";
    if (!*path)
        return FAIL("name a program, or - for standard input; see refarrows --help");
    file->name = strdup(strcmp(path, "-") == 0 ? "<stdin>" : path);
    if (!file->name)
        return FAIL("there is not enough memory to start");
    if (!options->language && has_suffix(path, ".png"))
        return read_snapshot(file, path) && check_text(file);
    if (!options->language && has_suffix(path, ".json"))
        return read_lesson(file, path);
    return read_program(file, options, path);
}

/* The lines that --input names, in the place of those that the file brings. */
static bool read_input(SourceFile *file, const char *path)
{
    SourceFile input = {.name = (char *)path};
    bool read = read_file(&input, path) && check_text(&input);
    free(file->input);
    file->input = input.text;
    return read;
}

bool source_read(SourceFile *file, const Options *options)
{
    *file = (SourceFile){0};
    return read_named(file, options) && (!options->input || read_input(file, options->input));
}

void source_finish(SourceFile *file)
{
    free(file->name);
    free(file->text);
    free(file->view);
    free(file->input);
    free(file->lesson_text);
    lesson_destroy(file->lesson);
    *file = (SourceFile){0};
}

bool source_is_c(const SourceFile *file)
{
    return strcmp(file->language->name, "c") == 0;
}

const char *source_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *source_copy_line(const SourceFile *file, int line)
{
    const char *at = file->text, *end = at + file->length;
    for (int i = 1; at && i < line; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : NULL;
    }
    return at && line > 0 ? strndup(at, strcspn(at, "\r\n")) : NULL;
}
