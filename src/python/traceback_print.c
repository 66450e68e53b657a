/* What the interpreter prints about an exception: causes and contexts first, then its traceback, its last line, its
 * notes, and the members of a group in boxes. As CPython's print_exception_recursive and what it calls, in pythonrun.c.
 *
 * The text is built as a str. Printing runs the program's code (str of an exception); when that fails the report says
 * so and goes on. When memory or the recursion limit ends it early, what is written so far is the report.
 */
#include "python/traceback_print.h"

#include <stdio.h>
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/str_parts.h"
#include "python/suggestion.h"
#include "python/text.h"
#include "python/vm.h"

enum { GROUP_MAX_WIDTH = 15, GROUP_MAX_DEPTH = 10 };   /* as CPython's traceback limits for groups */

static const char cause_message[] = "The above exception was the direct cause of the following exception:\n";
static const char context_message[] = "During handling of the above exception, another exception occurred:\n";

/* ---- writing ---- */

int report_text(Vm *vm, Report *report, const char *text) { return writer_ascii(vm, &report->out, text, strlen(text)); }

int report_str(Vm *vm, Report *report, Object *str) { return writer_str(vm, &report->out, str); }

int report_owned(Vm *vm, Report *report, Object *str)
{
    int result = str ? report_str(vm, report, str) : -1;
    xdecref(vm, str);
    return result;
}

int report_spaces(Vm *vm, Report *report, int64_t count) { return writer_fill(vm, &report->out, ' ', count); }

static int write_indent(Vm *vm, Report *report) { return report_spaces(vm, report, 2 * (int64_t)report->group_depth); }

int report_margin(Vm *vm, Report *report)
{
    if (write_indent(vm, report) < 0)
        return -1;
    return report->group_depth ? report_text(vm, report, "| ") : 0;
}

/* An object's text, made by the program's code perhaps; when that fails, what is to stand there instead. */
static Object *text_or(Vm *vm, Object *text, const char *otherwise)
{
    if (text)
        return text;
    vm_clear_error(vm);
    return str_from_c(vm, otherwise);
}

/* ---- the last line ---- */

static bool is_silent_module(Object *module)
{
    return str_equals_c(module, "builtins") || str_equals_c(module, "__main__");
}

static int write_type_name(Vm *vm, Report *report, Type *type)
{
    Object *module = type_module(vm, type);
    int result = 0;
    if (!module || !is_str(vm, module)) {
        vm_clear_error(vm);
        result = report_text(vm, report, "<unknown>.");
    } else if (!is_silent_module(module)) {
        result = report_str(vm, report, module) < 0 ? -1 : report_text(vm, report, ".");
    }
    xdecref(vm, module);
    return result < 0 ? -1 : report_str(vm, report, type->qualname);
}

/* ": message", or nothing when it is empty. `value` is the exception, or the message of a SyntaxError. */
static int write_message(Vm *vm, Report *report, Object *value)
{
    if (value == none(vm))
        return 0;
    Object *text = text_or(vm, object_str(vm, value), "<exception str() failed>");
    if (!text)
        return -1;
    int result = str_length(text) == 0 && !report->is_plain ? 0 : report_text(vm, report, ": ");
    return report_owned(vm, report, text) < 0 ? -1 : result;
}

static int write_suggestion(Vm *vm, Report *report, Object *exception)
{
    Object *suggestion = suggestion_for(vm, exception);
    return suggestion ? report_owned(vm, report, suggestion) : 0;
}

static int write_last_line(Vm *vm, Report *report, Object *exception, Object *message)
{
    if (report_margin(vm, report) < 0 || write_type_name(vm, report, object_type(vm, exception)) < 0)
        return -1;
    if (message)
        return write_message(vm, report, message);
    return write_message(vm, report, exception) < 0 ? -1 : write_suggestion(vm, report, exception);
}

/* ---- notes ---- */

static int write_note_lines(Vm *vm, Report *report, Object *note)
{
    Object *keep_ends = bool_object(vm, true);
    Object *lines = text_splitlines(vm, note, &keep_ends, 1, NULL);
    int result = lines ? 0 : -1;
    for (int64_t i = 0; result == 0 && i < ((List *)lines)->length; i++)
        if (report_margin(vm, report) < 0 || report_str(vm, report, ((List *)lines)->items[i]) < 0)
            result = -1;
    xdecref(vm, lines);
    return result < 0 ? -1 : report_text(vm, report, "\n");
}

static int write_note(Vm *vm, Report *report, Object *note)
{
    Object *text = object_str(vm, note);
    if (!text) {
        vm_clear_error(vm);
        return report_text(vm, report, "<note str() failed>\n");
    }
    int result = write_note_lines(vm, report, text);
    decref(vm, text);
    return result;
}

static bool is_sequence(Vm *vm, Object *object)
{
    const TypeSlots *slots = &object_type(vm, object)->slots;
    return !is_dict(vm, object) && (slots->item || slots->get_item);
}

/* What is no sequence is shown by its repr; CPython forgets the end of the line here, and so do we. */
static int write_odd_notes(Vm *vm, Report *report, Object *notes)
{
    Object *text = text_or(vm, object_repr(vm, notes), "<__notes__ repr() failed>");
    if (report_margin(vm, report) < 0) {
        xdecref(vm, text);
        return -1;
    }
    return report_owned(vm, report, text);
}

static int write_notes(Vm *vm, Report *report, Object *notes)
{
    if (!is_sequence(vm, notes))
        return write_odd_notes(vm, report, notes);
    Object *list = sequence_list(vm, notes);
    int result = list ? 0 : -1;
    for (int64_t i = 0; result == 0 && i < ((List *)list)->length; i++)
        result = write_note(vm, report, ((List *)list)->items[i]);
    xdecref(vm, list);
    return result;
}

/* ---- one exception ---- */

static int write_exception_lines(Vm *vm, Report *report, Object *exception, Object *notes)
{
    Object *message;
    if (report_syntax_error(vm, report, exception, &message) < 0)
        return -1;
    int result = write_last_line(vm, report, exception, message);
    xdecref(vm, message);
    if (result < 0 || report_text(vm, report, "\n") < 0)
        return -1;
    return notes ? write_notes(vm, report, notes) : 0;
}

/* The exception without its traceback and the chain that led to it. */
static int write_without_frames(Vm *vm, Report *report, Object *exception)
{
    Object *notes = object_look_attribute(vm, exception, name_of(vm, notes));
    int result = vm_failed(vm) ? -1 : write_exception_lines(vm, report, exception, notes);
    xdecref(vm, notes);
    return result;
}

static int write_exception(Vm *vm, Report *report, Object *exception)
{
    return report_traceback(vm, report, exception) < 0 ? -1 : write_without_frames(vm, report, exception);
}

/* ---- groups ---- */

static int write_recursive(Vm *vm, Report *report, Object *exception);

/* "+-+---------------- 1 ----------------" */
static int write_box_title(Vm *vm, Report *report, int64_t i)
{
    char title[64];
    const char *corner = i == 0 ? "+-" : "  ";
    if (i >= GROUP_MAX_WIDTH)
        snprintf(title, sizeof title, "%s+---------------- ... ----------------\n", corner);
    else
        snprintf(title, sizeof title, "%s+---------------- %lld ----------------\n", corner, (long long)i + 1);
    return write_indent(vm, report) < 0 ? -1 : report_text(vm, report, title);
}

static int write_remaining(Vm *vm, Report *report, int64_t count)
{
    if (report_margin(vm, report) < 0)
        return -1;
    const char *plural = count > 1 ? "s" : "";
    return report_owned(vm, report, str_format(vm, "and %lld more exception%s\n", (long long)count, plural));
}

static int write_member(Vm *vm, Report *report, Object *members, int64_t i)
{
    return i < GROUP_MAX_WIDTH ? write_recursive(vm, report, tuple_item(members, i))
                               : write_remaining(vm, report, tuple_length(members) - GROUP_MAX_WIDTH);
}

/* The bottom line is drawn once, by the innermost box that ends there. */
static int close_box(Vm *vm, Report *report)
{
    if (!report->needs_close)
        return 0;
    report->needs_close = false;
    return write_indent(vm, report) < 0 ? -1 : report_text(vm, report, "+------------------------------------\n");
}

static int write_members(Vm *vm, Report *report, Object *members)
{
    int64_t shown = tuple_length(members);
    if (shown > GROUP_MAX_WIDTH)
        shown = GROUP_MAX_WIDTH + 1;
    report->needs_close = false;
    for (int64_t i = 0; i < shown; i++) {
        bool is_last = i == shown - 1;
        if (is_last)
            report->needs_close = true;
        if (write_box_title(vm, report, i) < 0)
            return -1;
        report->group_depth++;
        if (write_member(vm, report, members, i) < 0 || (is_last && close_box(vm, report) < 0))
            return -1;
        report->group_depth--;
    }
    return 0;
}

static int write_group(Vm *vm, Report *report, Object *group)
{
    if (report->group_depth > GROUP_MAX_DEPTH) {
        if (report_margin(vm, report) < 0)
            return -1;
        return report_owned(vm, report, str_format(vm, "... (max_group_depth is %d)\n", GROUP_MAX_DEPTH));
    }
    if (report->group_depth == 0)
        report->group_depth = 1;
    if (write_exception(vm, report, group) < 0 ||
        write_members(vm, report, exception_field(group, GROUP_EXCEPTIONS)) < 0)
        return -1;
    if (report->group_depth == 1)
        report->group_depth = 0;
    return 0;
}

/* ---- chains ---- */

static int add_seen(Vm *vm, Report *report, Object *exception, bool *was_there)
{
    Object *address = int_from_i64(vm, (int64_t)object_address(vm, exception));
    int there = address ? set_contains(vm, report->seen, address) : -1;
    int result = there < 0 ? -1 : set_add(vm, report->seen, address);
    xdecref(vm, address);
    *was_there = there > 0;
    return result;
}

static int is_seen(Vm *vm, Report *report, Object *exception)
{
    Object *address = int_from_i64(vm, (int64_t)object_address(vm, exception));
    int there = address ? set_contains(vm, report->seen, address) : -1;
    xdecref(vm, address);
    return there;
}

static int write_link(Vm *vm, Report *report, Object *exception, const char *message)
{
    bool needs_close = report->needs_close;
    if (vm_enter_recursion(vm, " in print_chained") < 0)
        return -1;
    int result = write_recursive(vm, report, exception);
    vm_leave_recursion(vm);
    report->needs_close = needs_close;
    if (result < 0 || report_margin(vm, report) < 0 || report_text(vm, report, "\n") < 0 ||
        report_margin(vm, report) < 0 || report_text(vm, report, message) < 0 || report_margin(vm, report) < 0)
        return -1;
    return report_text(vm, report, "\n");
}

static int write_chain(Vm *vm, Report *report, Object *exception)
{
    bool was_there;
    const Exception *e = (const Exception *)exception;
    if (add_seen(vm, report, exception, &was_there) < 0)
        return -1;
    Object *link = e->cause ? e->cause : e->suppress_context ? NULL : e->context;
    if (!link)
        return 0;
    int seen = is_seen(vm, report, link);
    if (seen)
        return seen < 0 ? -1 : 0;
    const char *message = e->cause ? cause_message : context_message;
    incref(link);
    int result = write_link(vm, report, link, message);
    decref(vm, link);
    return result;
}

static int write_recursive(Vm *vm, Report *report, Object *exception)
{
    if (vm_enter_recursion(vm, " in print_exception_recursive") < 0)
        return -1;
    int result = write_chain(vm, report, exception);
    if (result == 0)
        result = object_is_instance(vm, exception, builtin_type(vm, TYPE_BaseExceptionGroup))
            ? write_group(vm, report, exception) : write_exception(vm, report, exception);
    vm_leave_recursion(vm);
    return result;
}

/* ---- the whole ---- */

/* Half characters cannot be printed: stderr shows them as escapes (errors="backslashreplace"). */
static Object *escape_surrogates(Vm *vm, Object *text)
{
    StrWriter out;
    Chars chars = str_chars(text);
    int result = 0;
    writer_init(&out);
    for (int64_t i = 0; i < chars.length && result == 0; i++) {
        char escape[8];
        uint32_t c = chars_at(chars, i);
        if (unicode_is_surrogate(c))
            result = writer_ascii(vm, &out, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)c));
        else
            result = writer_char(vm, &out, c);
    }
    decref(vm, text);
    if (result == 0)
        return writer_finish(vm, &out);
    writer_discard(vm, &out);
    return NULL;
}

static Object *report_finish(Vm *vm, Report *report)
{
    xdecref(vm, report->seen);
    vm_clear_error(vm);        /* what ended the report early */
    Object *text = writer_finish(vm, &report->out);
    if (text && ((Str *)text)->kind > 1)
        text = escape_surrogates(vm, text);
    vm_clear_error(vm);
    return text;
}

/* A report must not disturb the exception that is on its way. */
static Object *with_error_put_aside(Vm *vm, Object *exception, void (*write)(Vm *, Report *, Object *))
{
    Object *raised = vm->raised;
    vm->raised = NULL;
    Report report = {.group_depth = 0};
    writer_init(&report.out);
    incref(exception);
    write(vm, &report, exception);
    Object *text = report_finish(vm, &report);
    decref(vm, exception);
    vm->raised = raised;
    return text;
}

static void write_all(Vm *vm, Report *report, Object *exception)
{
    report->seen = set_new(vm, NULL);
    if (report->seen)
        write_recursive(vm, report, exception);
}

/* The last line of a SyntaxError is its message alone, which only the full report knows how to find. */
static void write_only_last_line(Vm *vm, Report *report, Object *exception)
{
    Object *message = NULL;
    Report rest = {.group_depth = 0};
    writer_init(&rest.out);
    report_syntax_error(vm, &rest, exception, &message);
    vm_clear_error(vm);
    writer_discard(vm, &rest.out);
    write_last_line(vm, report, exception, message);
    xdecref(vm, message);
}

static void write_plain(Vm *vm, Report *report, Object *exception)
{
    report->is_plain = true;
    if (report_traceback(vm, report, exception) == 0 && write_type_name(vm, report, object_type(vm, exception)) == 0 &&
        write_message(vm, report, exception) == 0)
        report_text(vm, report, "\n");
}

Object *traceback_format_plain(Vm *vm, Object *exception) { return with_error_put_aside(vm, exception, write_plain); }

Object *traceback_format(Vm *vm, Object *exception) { return with_error_put_aside(vm, exception, write_all); }

Object *exception_last_line(Vm *vm, Object *exception)
{
    return with_error_put_aside(vm, exception, write_only_last_line);
}
