/* The command line: finds the command that was asked for, reads its options, runs it.
 *
 * One table of commands and one of options say all there is; help is printed from them.
 */
#ifndef REFARROWS_CLI_CLI_H
#define REFARROWS_CLI_CLI_H

#define CLI_VERSION "0.1.0"

/* The exit status of a command that could not do what it was asked for. */
enum { CLI_FAILED = 2, CLI_INTERRUPTED = 130 };

/* Returns the exit status. */
int cli_main(int count, char **words);

#endif
