/* The commands, one file each. Each takes its options, tells what is wrong on stderr, and returns the exit status. */
#ifndef REFARROWS_CLI_COMMANDS_H
#define REFARROWS_CLI_COMMANDS_H

#include "cli/options.h"

int window_command(const Options *options);        /* words: at most one FILE */
int run_command(const Options *options);           /* words: FILE and the program's arguments */
int trace_command(const Options *options);         /* words: FILE */
int text_command(const Options *options);
int snapshot_command(const Options *options);
int layout_command(const Options *options);
int predict_command(const Options *options);
int new_lesson_command(const Options *options);    /* words: FILE */
int check_command(const Options *options);         /* words: LESSONs */
int bench_command(const Options *options);         /* words: the kind, FILE */

#endif
