/* Telling what is wrong: one line on stderr that says what to do. */
#ifndef REFARROWS_CLI_COMPLAIN_H
#define REFARROWS_CLI_COMPLAIN_H

/* Prints "refarrows: ", the message and a newline; control characters in it are shown as '?', so that it stays one line
 * whatever a file is called. Returns CLI_FAILED, to be returned by the command. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
