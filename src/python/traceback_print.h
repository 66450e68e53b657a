/* The report of an exception while it is being written: shared by the traceback_print files. Callers use
 * traceback_format and exception_last_line of objects/exception.h.
 */
#ifndef REFARROWS_PYTHON_TRACEBACK_PRINT_H
#define REFARROWS_PYTHON_TRACEBACK_PRINT_H

#include "python/objects/exception.h"
#include "python/objects/str.h"

typedef struct Report {
    StrWriter out;
    Object *seen;              /* set of the addresses of exceptions shown already; owned */
    int group_depth;           /* how many boxes we are in; each moves the text two columns to the right */
    bool needs_close;          /* the bottom line of the innermost box is still to be drawn */
    bool is_plain;             /* no chain, notes, boxes, suggestions: of what could not be raised */
} Report;

/* All of these: 0, or -1 with an exception set. */

/* ASCII text; a str; a str that is taken over, where NULL is an error already set. */
int report_text(Vm *vm, Report *report, const char *text);
int report_str(Vm *vm, Report *report, Object *str);
int report_owned(Vm *vm, Report *report, Object *str);
int report_spaces(Vm *vm, Report *report, int64_t count);
/* What stands in front of every line: the indentation, and the bar "| " inside of boxes. */
int report_margin(Vm *vm, Report *report);

/* traceback_print_frames.c: "Traceback (most recent call last):" and the frames. As _PyTraceBack_Print_Indented. */
int report_traceback(Vm *vm, Report *report, Object *exception);
/* One entry of a traceback: its place, and the line with carets where that is known. */
int report_frame(Vm *vm, Report *report, const Traceback *traceback);
/* traceback_print_syntax.c: file, line, text and carets of a SyntaxError, as print_exception_file_and_line.
 * *message is what the last line then says: a new reference; NULL if the exception is no complete SyntaxError. */
int report_syntax_error(Vm *vm, Report *report, Object *exception, Object **message);

/* traceback_print_anchors.c: where in an expression the blame lies. For a binary operation its operator, for a
 * subscript the brackets; as bytes from the start of the text. False for everything else. As extract_anchors_from_line
 * of CPython 3.11.2, which takes a parenthesis behind the left operand for the operator. */
bool anchors_find(const char *text, size_t length, int *left, int *right);

#endif
