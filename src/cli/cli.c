#include "cli/cli.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/complain.h"

typedef struct CommandRow {
    const char *name;          /* NULL: the window, which is what a FILE alone asks for */
    const char *words;
    CommandBit bit;
    int (*run)(const Options *options);
    size_t least, most;        /* words, besides options */
    const char *help;
} CommandRow;

enum { ANY_NUMBER = 1 << 30 };

static const CommandRow commands[] = {
    {NULL, "[FILE]", FOR_WINDOW, window_command, 0, 1,
     "open the window on a program (.py), a lesson (.json) or a snapshot (.png)"},
    {"run", "FILE [ARG...]", FOR_RUN, run_command, 1, ANY_NUMBER, "run the program without a picture"},
    {"trace", "FILE", FOR_TRACE, trace_command, 1, 1, "every step as JSON"},
    {"text", "FILE", FOR_TEXT, text_command, 1, 1, "a step as plain text"},
    {"snapshot", "FILE", FOR_SNAPSHOT, snapshot_command, 1, 1, "a step as a picture"},
    {"layout", "FILE", FOR_LAYOUT, layout_command, 1, 1, "boxes and arrows of a step as JSON"},
    {"predict", "FILE", FOR_PREDICT, predict_command, 1, 1,
     "questions about every step to come, with their answers, as JSON"},
    {"new-lesson", "FILE", FOR_NEW_LESSON, new_lesson_command, 1, 1,
     "a first version of a lesson about the program"},
    {"check", "LESSON...", FOR_CHECK, check_command, 1, ANY_NUMBER, "say what is wrong with lessons"},
    {"bench", "seek|frame|layout|snapshot FILE", FOR_BENCH, bench_command, 2, 2, "measure, as JSON"},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_usage(const CommandRow *row, FILE *out)
{
    char left[64];
    snprintf(left, sizeof left, "refarrows %s%s%s", row->name ? row->name : "", row->name ? " " : "", row->words);
    fprintf(out, "  %-49s%s\n", left, row->help);
}

static int print_help(void)
{
    puts("refarrows shows a program's memory: every name, every object, every reference as an arrow.\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        print_usage(&commands[i], stdout);
    puts("\nOptions (refarrows COMMAND --help lists those of a command):");
    options_help(~0u, stdout);
    puts("  --version                     the version");
    puts("\nFILE may be - for standard input. The exit status is 2 when something is wrong with the command.");
    return 0;
}

static int print_command_help(const CommandRow *row)
{
    print_usage(row, stdout);
    options_help(row->bit, stdout);
    return 0;
}

static int print_version(void)
{
    puts("refarrows " CLI_VERSION);
    return 0;
}

/* Commands that are no commands: what they print, and under which names. */
typedef struct Notice { const char *names[2]; int (*print)(void); } Notice;

static const Notice notices[] = {{{"--help", "-h"}, print_help}, {{"--version", "-V"}, print_version}};

static const Notice *find_notice(const char *word)
{
    for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
        if (strcmp(word, notices[i].names[0]) == 0 || strcmp(word, notices[i].names[1]) == 0)
            return &notices[i];
    return NULL;
}

static const CommandRow *find_command(const char *word)
{
    for (size_t i = 1; i < COMMAND_COUNT; i++)
        if (strcmp(word, commands[i].name) == 0)
            return &commands[i];
    return &commands[0];
}

/* "refarrows trcae prog.py" is no file that cannot be opened. */
static bool is_mistyped(const CommandRow *row, const char *word)
{
    struct stat status;
    return !row->name && word[0] != '-' && !strpbrk(word, "./") && stat(word, &status) != 0;
}

static int run(const CommandRow *row, int count, char **words)
{
    Options options;
    int status = CLI_FAILED;
    if (options_read(&options, row->bit, row->bit == FOR_RUN, count, words)) {
        if (options.help)
            status = print_command_help(row);
        else if (options.word_count < row->least || options.word_count > row->most)
            complain("write it as: refarrows %s%s%s (see refarrows --help)", row->name ? row->name : "",
                     row->name ? " " : "", row->words);
        else
            status = row->run(&options);
    }
    options_finish(&options);
    return status;
}

/* What was printed must have arrived: a full disk is told like anything else that went wrong. */
static int finish_output(int status)
{
    bool failed = ferror(stdout) != 0;
    if (fflush(stdout) == 0 && !failed)
        return status;
    clearerr(stdout);
    complain("cannot write the output; is the disk full?");
    return status ? status : CLI_FAILED;
}

int cli_main(int count, char **words)
{
    const char *first = count > 1 ? words[1] : "";
    const Notice *notice = find_notice(first);
    if (notice)
        return finish_output(notice->print());
    const CommandRow *row = find_command(first);
    if (count > 1 && is_mistyped(row, first))
        return complain("there is no command and no file '%s'; see refarrows --help", first);
    int skip = row->name ? 2 : 1;
    return finish_output(run(row, count - skip, words + skip));
}
