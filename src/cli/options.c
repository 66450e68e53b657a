#include "cli/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/complain.h"

typedef enum OptionKind {
    OPTION_FLAG,               /* bool */
    OPTION_TEXT,               /* const char * */
    OPTION_COUNT,              /* uint64_t; `given` is a bool beside it */
    OPTION_CHOICE,             /* uint64_t: which of the words in `value`, separated by | */
    OPTION_SIZE,               /* width and height */
    OPTION_SCALE               /* double */
} OptionKind;

typedef struct OptionRow {
    const char *name;
    const char *value;         /* what it takes, for help; NULL: nothing */
    OptionKind kind;
    size_t field;              /* offset in Options */
    size_t given;              /* offset of a bool that says that it was given; 0: none */
    unsigned commands;         /* CommandBits */
    const char *help;
} OptionRow;

#define FIELD(name) offsetof(Options, name)

enum {
    FOR_PROGRAMS = FOR_WINDOW | FOR_RUN | FOR_TRACE | FOR_TEXT | FOR_SNAPSHOT | FOR_LAYOUT | FOR_BENCH
                   | FOR_PREDICT | FOR_NEW_LESSON,
    FOR_PICTURES = FOR_SNAPSHOT | FOR_LAYOUT | FOR_BENCH,
    FOR_ALL = FOR_PROGRAMS | FOR_CHECK,
    SIZE_LIMIT = 16384         /* pixels on a side: more than any printer asks for, and still 1 GiB */
};

#define SCALE_LIMIT 16.0

static const OptionRow rows[] = {
    {"--format", "jsonl|python-tutor", OPTION_CHOICE, FIELD(format), 0, FOR_TRACE,
     "JSON Lines, or one object as Python Tutor makes it: 1000 steps at most without --steps"},
    {"--by", "line|instruction|collector", OPTION_CHOICE, FIELD(by), 0, FOR_TRACE,
     "what a step is; collector: a line, or a moment of the cycle collector"},
    {"--holders", NULL, OPTION_FLAG, FIELD(holders), 0, FOR_TRACE,
     "with each object the list of what holds it, one for each reference"},
    {"--from", "N", OPTION_COUNT, FIELD(from), 0, FOR_TRACE | FOR_SNAPSHOT | FOR_PREDICT, "the first step"},
    {"--steps", "N", OPTION_COUNT, FIELD(steps), FIELD(has_steps), FOR_TRACE | FOR_SNAPSHOT | FOR_BENCH | FOR_PREDICT,
     "how many steps"},
    {"--step", "N", OPTION_COUNT, FIELD(step), FIELD(has_step), FOR_WINDOW | FOR_TEXT | FOR_PICTURES,
     "which step; 0 is the one before the first line"},
    {"--since", "N", OPTION_COUNT, FIELD(since), FIELD(has_since), FOR_TEXT | FOR_SNAPSHOT,
     "compare the step with step N: what is new, changed, gone"},
    {"--object", "N", OPTION_COUNT, FIELD(object), FIELD(has_object), FOR_TEXT,
     "who made object N, when and why did it die?"},
    {"--name", "NAME", OPTION_TEXT, FIELD(name), 0, FOR_TEXT, "when did the name change last, seen from --step? of C also p.x, a[2], object:12/next, an address"},
    {"--instruction", "N", OPTION_COUNT, FIELD(instruction), FIELD(has_instruction), FOR_TEXT | FOR_SNAPSHOT,
     "after the N-th instruction within the step"},
    {"--collector", "N", OPTION_COUNT, FIELD(moment), FIELD(has_moment), FOR_TEXT,
     "the N-th moment of the cycle collector within the step, from 1"},
    {"--bytes", "N", OPTION_COUNT, FIELD(bytes), FIELD(has_bytes), FOR_TEXT, "object N as the C structs that it is"},
    {"--pools", NULL, OPTION_FLAG, FIELD(pools), 0, FOR_TEXT,
     "how the memory is divided: arenas, pools, blocks; of C the heap"},
    {"-o", "OUT", OPTION_TEXT, FIELD(output), 0, FOR_SNAPSHOT | FOR_NEW_LESSON,
     "the file to write; with --all, the directory, or one page: OUT.html"},
    {"--all", NULL, OPTION_FLAG, FIELD(all), 0, FOR_SNAPSHOT, "a picture of every step: files, or a handout"},
    {"--size", "WxH", OPTION_SIZE, FIELD(width), FIELD(has_size), FOR_WINDOW | FOR_PICTURES,
     "pixels; 1920x1080 for pictures"},
    {"--scale", "S", OPTION_SCALE, FIELD(scale), 0, FOR_SNAPSHOT | FOR_BENCH, "draw everything S times as large"},
    {"--theme", "NAME", OPTION_TEXT, FIELD(theme), 0, FOR_WINDOW | FOR_SNAPSHOT | FOR_BENCH, "light, dark or contrast"},
    {"--level", "values|references|counts|memory", OPTION_CHOICE, FIELD(level), FIELD(has_level),
     FOR_WINDOW | FOR_PICTURES, "how much of the truth is shown"},
    {"--depth", "sentence|causes|counts", OPTION_CHOICE, FIELD(depth), FIELD(has_depth), FOR_TEXT,
     "how much is told of what happened; causes without it"},
    {"--full", NULL, OPTION_FLAG, FIELD(full), 0, FOR_PICTURES, "shorten and fold nothing"},
    {"--stop-at-error", NULL, OPTION_FLAG, FIELD(stop_at_error), 0, FOR_PROGRAMS,
     "C: the first mistake that is told ends the program; otherwise it goes on as C would"},
    {"--input", "FILE", OPTION_TEXT, FIELD(input), 0, FOR_PROGRAMS & ~FOR_NEW_LESSON,
     "give the program the lines of FILE to read"},
    {"--language", "python|c", OPTION_TEXT, FIELD(language), 0, FOR_PROGRAMS,
     "of a program whose name does not tell; for - it is python"},
    {"--help", NULL, OPTION_FLAG, FIELD(help), 0, FOR_ALL, "this text"},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* The row of an option, written as --name or --name=value. */
static const OptionRow *find_row(const char *word, CommandBit command)
{
    size_t length = strcspn(word, "=");
    for (size_t i = 0; i < ROW_COUNT; i++)
        if ((rows[i].commands & command) && strlen(rows[i].name) == length && memcmp(rows[i].name, word, length) == 0)
            return &rows[i];
    return NULL;
}

static bool read_count(const OptionRow *row, const char *value, uint64_t *count)
{
    char *end;
    errno = 0;
    *count = strtoull(value, &end, 10);
    if (*value >= '0' && *value <= '9' && !*end && errno == 0)
        return true;
    complain("%s takes a whole number from 0 on, not '%s'", row->name, value);
    return false;
}

static bool read_choice(const OptionRow *row, const char *value, uint64_t *choice)
{
    const char *word = row->value;
    for (*choice = 0;; ++*choice) {
        size_t length = strcspn(word, "|");
        if (strlen(value) == length && memcmp(word, value, length) == 0)
            return true;
        if (!word[length])
            break;
        word += length + 1;
    }
    complain("%s takes %s, not '%s'", row->name, row->value, value);
    return false;
}

static bool read_size(const OptionRow *row, const char *value, Options *options)
{
    char *x, *end;
    errno = 0;
    unsigned long width = strtoul(value, &x, 10), height = *x == 'x' ? strtoul(x + 1, &end, 10) : 0;
    bool digits = *value >= '0' && *value <= '9' && *x == 'x' && x[1] >= '0' && x[1] <= '9' && !*end;
    if (!digits || errno || width < 1 || height < 1 || width > SIZE_LIMIT || height > SIZE_LIMIT) {
        complain("%s takes a size such as 1920x1080, at most %d on a side, not '%s'", row->name, SIZE_LIMIT, value);
        return false;
    }
    options->width = (int)width;
    options->height = (int)height;
    return true;
}

static bool read_scale(const OptionRow *row, const char *value, double *scale)
{
    char *end;
    *scale = strtod(value, &end);
    if (end != value && !*end && *scale >= 0.1 && *scale <= SCALE_LIMIT)
        return true;
    complain("%s takes a number from 0.1 to %.0f, not '%s'", row->name, SCALE_LIMIT, value);
    return false;
}

static bool set_value(Options *options, const OptionRow *row, const char *value)
{
    void *field = (char *)options + row->field;
    switch (row->kind) {
    case OPTION_FLAG: *(bool *)field = true; return true;
    case OPTION_TEXT: *(const char **)field = value; return true;
    case OPTION_COUNT: return read_count(row, value, field);
    case OPTION_CHOICE: return read_choice(row, value, field);
    case OPTION_SIZE: return read_size(row, value, options);
    case OPTION_SCALE: return read_scale(row, value, field);
    }
    return false;
}

/* Reads the option at words[*at]; *at is moved to its value if that is a word of its own. */
static bool read_option(Options *options, CommandBit command, int count, char **words, int *at)
{
    const char *word = words[*at], *value = strchr(word, '=');
    const OptionRow *row = find_row(word, command);
    if (!row) {
        complain("there is no option '%s' here; see refarrows --help", word);
        return false;
    }
    if (!row->value && value) {
        complain("%s takes no value", row->name);
        return false;
    }
    if (value)
        value++;
    else if (row->value && ++*at < count)
        value = words[*at];
    if (row->value && (!value || !*value)) {
        complain("%s needs a value: %s %s", row->name, row->name, row->value);
        return false;
    }
    if (row->given)
        *(bool *)((char *)options + row->given) = true;
    return set_value(options, row, value);
}

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1];
}

bool options_read(Options *options, CommandBit command, bool stop_at_file, int count, char **words)
{
    *options = (Options){.scale = 1, .width = 1920, .height = 1080};
    options->storage = calloc((size_t)count + 1, sizeof *options->storage);
    if (!options->storage) {
        complain("not enough memory to start");
        return false;
    }
    options->words = (const char *const *)options->storage;
    bool only_words = false;
    for (int i = 0; i < count; i++) {
        if (!only_words && strcmp(words[i], "--") == 0) {
            only_words = true;
        } else if (!only_words && is_option(words[i])) {
            if (!read_option(options, command, count, words, &i))
                return false;
        } else {
            options->storage[options->word_count++] = words[i];
            only_words = only_words || stop_at_file;
        }
    }
    return true;
}

void options_finish(Options *options)
{
    free(options->storage);
    *options = (Options){0};
}

enum { HELP_COLUMN = 30 };         /* where an option's meaning stands; a longer option gets a line of its own */

void options_help(unsigned commands, FILE *out)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!(rows[i].commands & commands))
            continue;
        char left[64];
        snprintf(left, sizeof left, "%s %s", rows[i].name, rows[i].value ? rows[i].value : "");
        if (strlen(left) < HELP_COLUMN)
            fprintf(out, "  %-*s%s\n", HELP_COLUMN, left, rows[i].help);
        else
            fprintf(out, "  %s\n  %*s%s\n", left, HELP_COLUMN, "", rows[i].help);
    }
}
