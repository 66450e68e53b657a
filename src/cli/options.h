/* Options: what was written behind a command. One table says which there are, what they take, which commands they
 * belong to, and what help says about them. */
#ifndef REFARROWS_CLI_OPTIONS_H
#define REFARROWS_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Bits of the commands, for the table of options. */
typedef enum CommandBit {
    FOR_WINDOW = 1, FOR_RUN = 2, FOR_TRACE = 4, FOR_TEXT = 8, FOR_SNAPSHOT = 16, FOR_LAYOUT = 32, FOR_CHECK = 64,
    FOR_BENCH = 128, FOR_PREDICT = 256, FOR_NEW_LESSON = 512
} CommandBit;

enum { FORMAT_JSONL, FORMAT_PYTHON_TUTOR };
enum { BY_LINE, BY_INSTRUCTION, BY_COLLECTOR };

typedef struct Options {
    const char *const *words;  /* what is no option: FILE and so on, NULL-terminated */
    size_t word_count;
    char **storage;            /* of words; owned */

    uint64_t format, by;       /* FORMAT_..., BY_... */
    uint64_t from, steps;      /* a window of the run */
    bool has_steps;
    uint64_t step;
    bool has_step;
    uint64_t since;            /* the step to compare with */
    bool has_since;
    uint64_t object;           /* number */
    bool has_object;
    const char *name;          /* NULL: not given */
    uint64_t moment;           /* --collector: which of that step, from 1 */
    bool has_moment;
    uint64_t instruction;      /* --instruction: within the step, from 1 */
    bool has_instruction;
    uint64_t bytes;            /* --bytes: number of an object */
    bool has_bytes, pools, stop_at_error;
    const char *language, *output, *theme, *input;     /* NULL: not given */
    int width, height;
    bool has_size;
    double scale;
    uint64_t level;            /* TruthLevel */
    bool has_level;
    uint64_t depth;            /* NarrationDepth */
    bool has_depth;
    bool all, full, help, holders;
} Options;

/* Reads the words behind a command. With `stop_at_file` everything behind the first word that is no option belongs to
 * that word. False when something is wrong; it was complained about. Finish the options in any case. */
bool options_read(Options *options, CommandBit command, bool stop_at_file, int count, char **words);
void options_finish(Options *options);

/* Prints the table's rows for the commands in `commands`. */
void options_help(unsigned commands, FILE *out);

#endif
