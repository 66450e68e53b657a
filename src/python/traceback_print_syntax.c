/* Where a SyntaxError lies: the exception's own fields, which a program may have set to anything. As CPython's
 * parse_syntax_error and print_error_text in pythonrun.c.
 */
#include "python/traceback_print.h"

#include <string.h>

#include "python/vm.h"

/* What the fields say, as far as they make sense. */
typedef struct Place {
    Object *message, *filename, *text;         /* owned; filename NULL: "<string>"; text NULL: none */
    int64_t line, column, end_line, end_column; /* from 1; column and end_column may be -1: not known */
} Place;

static void place_finish(Vm *vm, Place *place)
{
    xdecref(vm, place->message);
    xdecref(vm, place->filename);
    xdecref(vm, place->text);
}

/* An attribute by name; None and, where it may be missing, a missing one give NULL. */
static bool read_object(Vm *vm, Object *exception, Object *name, Object **out)
{
    *out = object_get_attribute(vm, exception, name);
    if (*out == none(vm))
        object_replace(vm, out, NULL);
    return !vm_failed(vm);
}

static bool read_number(Vm *vm, Object *exception, Object *name, int64_t otherwise, int64_t *out)
{
    Object *value;
    int overflow = 0;
    *out = otherwise;
    if (!read_object(vm, exception, name, &value))
        return false;
    if (!value)
        return true;
    bool is_number = is_int(vm, value);
    if (is_number)
        *out = int_as_i64(vm, value, &overflow);
    decref(vm, value);
    return is_number && !overflow;
}

static bool read_end(Vm *vm, Object *exception, Place *place)
{
    place->end_line = place->line;
    place->end_column = -1;
    if (object_type(vm, exception) != builtin_type(vm, TYPE_SyntaxError))
        return true;           /* subclasses have one caret only */
    return read_number(vm, exception, name_of(vm, plain_end_lineno), place->line, &place->end_line)
        && read_number(vm, exception, name_of(vm, plain_end_offset), -1, &place->end_column);
}

static bool read_message(Vm *vm, Object *exception, Place *place)
{
    place->message = object_get_attribute(vm, exception, name_of(vm, plain_msg));
    return place->message != NULL;
}

static bool read_line(Vm *vm, Object *exception, Place *place)
{
    Object *line = object_get_attribute(vm, exception, name_of(vm, plain_lineno));
    int overflow = 0;
    bool is_number = line && is_int(vm, line);
    if (is_number)
        place->line = int_as_i64(vm, line, &overflow);
    xdecref(vm, line);
    return is_number && !overflow;
}

static bool read_place(Vm *vm, Object *exception, Place *place)
{
    return read_message(vm, exception, place)
        && read_object(vm, exception, name_of(vm, plain_filename), &place->filename)
        && read_line(vm, exception, place)
        && read_number(vm, exception, name_of(vm, plain_offset), -1, &place->column)
        && read_end(vm, exception, place)
        && read_object(vm, exception, name_of(vm, plain_text), &place->text);
}

/* ---- text and carets: CPython forgets the margin of exception groups here, and so do we ---- */

enum { TEXT_INDENT = 4 };

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

/* The text without what stands before the line that the column points into. Columns from 0 on, moved along. */
static const char *relevant_part(const char *text, int64_t *length, int64_t *column)
{
    for (; is_blank(*text); text++, --*length)
        --*column;
    if (*length > 0 && text[*length - 1] == '\n')
        --*length;
    if (*column > *length)
        *column = *length;
    const char *newline;
    while ((newline = strchr(text, '\n')) && newline - text < *column) {
        int64_t skipped = newline - text + 1;
        text += skipped;
        *length -= skipped;
        *column -= skipped;
    }
    return text;
}

static int print_carets(Vm *vm, Report *report, int64_t column, int64_t count)
{
    if (column < 0)
        return 0;
    if (report_spaces(vm, report, TEXT_INDENT + column) < 0)
        return -1;
    for (; count > 0; count--)
        if (writer_char(vm, &report->out, '^') < 0)
            return -1;
    return writer_char(vm, &report->out, '\n');
}

static int print_text(Vm *vm, Report *report, const char *text, int64_t length, int64_t column, int64_t end_column)
{
    int64_t visible = length - (length > 0 && text[length - 1] == '\n');
    end_column = end_column > visible + 1 ? visible + 1 : end_column;
    int64_t carets = end_column > 0 && end_column > column ? end_column - column : 1;
    column--;
    text = relevant_part(text, &length, &column);
    if (report_spaces(vm, report, TEXT_INDENT) < 0 ||
        report_owned(vm, report, str_from_utf8(vm, text, strlen(text))) < 0)
        return -1;
    if (text[length] != '\n' && writer_char(vm, &report->out, '\n') < 0)
        return -1;
    return print_carets(vm, report, column, carets);
}

static int print_place_text(Vm *vm, Report *report, const Place *place)
{
    Utf8Buffer buffer;
    size_t size;
    const char *text = place->text && is_str(vm, place->text) ? str_utf8(vm, place->text, &buffer, &size) : NULL;
    if (!text)
        return vm_failed(vm) ? -1 : 0;
    int64_t length = (int64_t)strlen(text);
    int64_t end_column = place->end_line > place->line ? (int64_t)size : place->end_column;
    int result = print_text(vm, report, text, length, place->column, end_column);
    utf8_buffer_finish(&buffer);
    return result;
}

static int print_place(Vm *vm, Report *report, const Place *place)
{
    Object *head = place->filename
        ? str_format(vm, "  File \"%S\", line %lld\n", place->filename, (long long)place->line)
        : str_format(vm, "  File \"<string>\", line %lld\n", (long long)place->line);
    if (!head || report_margin(vm, report) < 0) {
        xdecref(vm, head);
        return -1;
    }
    return report_owned(vm, report, head) < 0 ? -1 : print_place_text(vm, report, place);
}

int report_syntax_error(Vm *vm, Report *report, Object *exception, Object **message)
{
    Place place = {.line = 0};
    *message = NULL;
    Object *marker = object_look_attribute(vm, exception, name_of(vm, plain_print_file_and_line));
    if (!marker)
        return vm_failed(vm) ? -1 : 0;
    decref(vm, marker);
    int result = 0;
    if (read_place(vm, exception, &place)) {
        *message = incref(place.message);
        result = print_place(vm, report, &place);
    }
    place_finish(vm, &place);
    if (result == 0)
        vm_clear_error(vm);
    return result;
}
