/* The frames of a traceback: file, line and function, the line's text, and carets under what went wrong.
 *
 * As CPython's traceback.c. Only the program itself has source text; other code shows place and name only. Columns are
 * counted in characters, and the line is shown without its indentation but with all that stands behind it.
 */
#include "python/traceback_print.h"

#include <setjmp.h>
#include <string.h>

#include "python/objects/function.h"
#include "python/source_text.h"
#include "python/vm.h"

enum {
    TRACEBACK_LIMIT = 1000,    /* the innermost frames shown, unless sys.tracebacklimit says otherwise */
    REPEAT_CUTOFF = 3,         /* how often the same line is shown in a row */
    SOURCE_INDENT = 4
};

/* ---- the program's text ---- */

typedef struct ProgramText { Region region; SourceText source; } ProgramText;

/* The text with its lines ended as the compiler saw them; empty when there is none. Once the modules are gone CPython has
 * no io module left to read it with. */
static void program_text_open(Vm *vm, ProgramText *program)
{
    SyntaxProblem problem;
    jmp_buf exhausted;
    syntax_problem_init(&problem);
    region_init(&program->region);
    program->source = (SourceText){"", 0};
    if (!vm->program_text || !vm->main_module)
        return;
    program->region.on_exhausted = &exhausted;
    SourceText text = {"", 0};
    if (setjmp(exhausted) == 0 && source_text_prepare(&program->region, vm->program_name, vm->program_text,
                                                      vm->program_length, false, &text, &problem))
        program->source = text;
    program->region.on_exhausted = NULL;
    syntax_problem_finish(&problem);
}

static bool is_program(Vm *vm, const Code *code)
{
    Utf8Buffer buffer;
    const char *name = vm->program_name ? str_utf8(vm, code->filename, &buffer, NULL) : NULL;
    bool same = name && strcmp(name, vm->program_name) == 0;
    if (name)
        utf8_buffer_finish(&buffer);
    vm_clear_error(vm);
    return same;
}

/* ---- carets ---- */

typedef struct Line { const char *text; int64_t bytes, characters, indent; } Line;   /* without the newline */

/* Characters of the line; those from `left` to `right` carry '^' and the others '~', unless there is no anchor. */
typedef struct Marks { int64_t start, end, left, right; } Marks;
enum { NO_ANCHOR = -1 };

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

static int64_t count_characters(const char *text, int64_t bytes)
{
    int64_t count = 0;
    for (int64_t i = 0; i < bytes; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static int64_t character_column(const Line *line, int64_t byte)
{
    return count_characters(line->text, byte < line->bytes ? byte : line->bytes);
}

static void mark_anchors(const Line *line, const CodePosition *place, Marks *marks)
{
    int left, right;
    int64_t start = place->column, end = place->end_column < line->bytes ? place->end_column : line->bytes;
    if (end <= start || !anchors_find(line->text + start, (size_t)(end - start), &left, &right))
        return;
    marks->left = character_column(line, start + left);
    marks->right = character_column(line, start + right);
}

/* Up to the last character of the line; counted as CPython does, which takes the number of characters for one of bytes
 * when it looks for it. */
static int64_t end_of_text(const Line *line)
{
    int64_t i = line->characters;
    while (i > 0 && is_blank(line->text[i - 1]))
        i--;
    return i;
}

static void find_marks(const Line *line, const CodePosition *place, Marks *marks)
{
    *marks = (Marks){character_column(line, place->column), 0, NO_ANCHOR, NO_ANCHOR};
    marks->end = place->end_line == place->line ? character_column(line, place->end_column) : end_of_text(line);
    if (place->end_line == place->line)
        mark_anchors(line, place, marks);
}

static char mark_at(const Marks *marks, int64_t column)
{
    if (column < marks->start)
        return ' ';
    return marks->left == NO_ANCHOR || (marks->left <= column && column < marks->right) ? '^' : '~';
}

static int print_carets(Vm *vm, Report *report, const Line *line, const Marks *marks)
{
    if (report_margin(vm, report) < 0 || report_spaces(vm, report, SOURCE_INDENT) < 0)
        return -1;
    for (int64_t i = line->indent; i < marks->end; i++)
        if (writer_char(vm, &report->out, (unsigned char)mark_at(marks, i)) < 0)
            return -1;
    return writer_char(vm, &report->out, '\n');
}

/* ---- one frame ---- */

static bool find_line(const ProgramText *program, int number, Line *line)
{
    size_t length;
    line->text = source_text_line(program->source.text, program->source.length, number, &length);
    if (number < 1 || length == 0)
        return false;
    line->bytes = (int64_t)length - (line->text[length - 1] == '\n');
    line->characters = count_characters(line->text, line->bytes);
    line->indent = 0;
    while (line->indent < line->bytes && is_blank(line->text[line->indent]))
        line->indent++;
    return true;
}

static const CodePosition *position_of(const Code *code, const Traceback *traceback)
{
    if (traceback->instruction < 0 || (uint32_t)traceback->instruction >= code->instr_count)
        return NULL;
    const CodePosition *place = &code->positions[traceback->instruction];
    return place->line > 0 && place->column >= 0 && place->end_column >= 0 ? place : NULL;
}

static int print_source(Vm *vm, Report *report, const Line *line, const CodePosition *place)
{
    Object *text = str_from_utf8(vm, line->text + line->indent, (size_t)(line->bytes - line->indent));
    if (!text || report_margin(vm, report) < 0 || report_spaces(vm, report, SOURCE_INDENT) < 0) {
        xdecref(vm, text);
        return -1;
    }
    if (report_owned(vm, report, text) < 0 || writer_char(vm, &report->out, '\n') < 0)
        return -1;
    if (!place)
        return 0;
    Marks marks;
    find_marks(line, place, &marks);
    bool is_whole_line = marks.end - marks.start == line->characters - line->indent;
    return is_whole_line && marks.left == NO_ANCHOR ? 0 : print_carets(vm, report, line, &marks);
}

static int print_frame(Vm *vm, Report *report, const ProgramText *program, const Traceback *traceback)
{
    const Code *code = traceback->frame->frame->code;
    Line line;
    Object *place = str_format(vm, "  File \"%U\", line %d, in %U\n", code->filename, (int)traceback->line, code->name);
    if (!place || report_margin(vm, report) < 0) {
        xdecref(vm, place);
        return -1;
    }
    if (report_owned(vm, report, place) < 0)
        return -1;
    if (!is_program(vm, code) || !find_line(program, traceback->line, &line))
        return 0;
    return print_source(vm, report, &line, position_of(code, traceback));
}

int report_frame(Vm *vm, Report *report, const Traceback *traceback)
{
    ProgramText program;
    program_text_open(vm, &program);
    int result = print_frame(vm, report, &program, traceback);
    region_finish(&program.region);
    return result;
}

/* ---- all frames ---- */

static bool is_same_place(const Traceback *a, const Traceback *b)
{
    const Code *x = a->frame->frame->code, *y = b->frame->frame->code;
    return x->filename == y->filename && x->name == y->name && a->line == b->line;
}

/* CPython forgets the margin of exception groups here, and so do we. */
static int print_repeats(Vm *vm, Report *report, int64_t count)
{
    count -= REPEAT_CUTOFF;
    if (count <= 0)
        return 0;
    return report_owned(vm, report, str_format(vm, "  [Previous line repeated %lld more time%s]\n", (long long)count,
                                               count > 1 ? "s" : ""));
}

static int print_frames(Vm *vm, Report *report, const ProgramText *program, const Traceback *traceback)
{
    const Traceback *previous = NULL;
    int64_t repeats = 0;
    for (; traceback; previous = traceback, traceback = traceback->next) {
        if (previous && !is_same_place(previous, traceback)) {
            if (print_repeats(vm, report, repeats) < 0)
                return -1;
            repeats = 0;
        }
        if (++repeats <= REPEAT_CUTOFF && print_frame(vm, report, program, traceback) < 0)
            return -1;
    }
    return print_repeats(vm, report, repeats);
}

static int64_t frame_limit(Vm *vm)
{
    Object *sys = dict_get_str(vm, vm->modules, "sys"), *limit = NULL;
    if (sys && is_exact(sys, MODULE))
        limit = dict_get_str(vm, module_dict(sys), "tracebacklimit");
    int overflow = 0;
    int64_t value = limit && is_int(vm, limit) ? int_as_i64(vm, limit, &overflow) : TRACEBACK_LIMIT;
    return overflow ? (overflow < 0 ? 0 : TRACEBACK_LIMIT) : value;
}

static const Traceback *innermost(const Traceback *traceback, int64_t limit)
{
    int64_t depth = 0;
    for (const Traceback *t = traceback; t; t = t->next)
        depth++;
    for (; depth > limit; depth--)
        traceback = traceback->next;
    return traceback;
}

static int print_header(Vm *vm, Report *report, Object *exception)
{
    bool is_group = !report->is_plain && object_is_instance(vm, exception, builtin_type(vm, TYPE_BaseExceptionGroup));
    bool begins_box = is_group && report->group_depth == 1;
    if (begins_box) {
        if (report_spaces(vm, report, 2) < 0 || report_text(vm, report, "+ ") < 0)
            return -1;
    } else if (report_margin(vm, report) < 0) {
        return -1;
    }
    return report_text(vm, report, is_group ? "Exception Group Traceback (most recent call last):\n"
                                            : "Traceback (most recent call last):\n");
}

int report_traceback(Vm *vm, Report *report, Object *exception)
{
    const Traceback *traceback = (const Traceback *)((Exception *)exception)->traceback;
    int64_t limit = frame_limit(vm);
    if (!traceback || limit <= 0)
        return 0;
    if (print_header(vm, report, exception) < 0)
        return -1;
    ProgramText program;
    program_text_open(vm, &program);
    int result = print_frames(vm, report, &program, innermost(traceback, limit));
    region_finish(&program.region);
    return result;
}
