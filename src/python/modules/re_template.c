/* Templates of sub() and expand(): text with \1, \g<1>, \g<name> and escapes in it. */
#include <stdio.h>
#include <string.h>

#include "python/modules/re.h"
#include "python/objects/containers.h"
#include "python/text.h"
#include "python/vm.h"

typedef struct Template {
    Vm *vm;
    RePattern *pattern;
    Object *text;              /* the template itself; borrowed */
    Chars source;
    int64_t at;
    Object *parts;             /* list of literals and of group numbers */
    uint32_t *literal;         /* what is being gathered: a block in the arena with room for all of it */
    int64_t length;
} Template;

static int32_t peek(const Template *t)
{
    return t->at < t->source.length ? (int32_t)chars_at(t->source, t->at) : -1;
}

static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }
static bool is_octal(int32_t c) { return c >= '0' && c <= '7'; }

static void put(Template *t, uint32_t c) { t->literal[t->length++] = c; }

/* Raises re.error with a text of which `piece` (may be NULL) is a part; returns false. */
static bool wrong(Template *t, int64_t position, const char *format, Object *piece)
{
    Object *text = str_format(t->vm, format, piece);
    Utf8Buffer buffer;
    const char *utf8 = text ? str_utf8(t->vm, text, &buffer, NULL) : NULL;
    if (utf8) {
        ReMistake mistake = {.position = position, .type = TYPE_Exception, .found = true};
        snprintf(mistake.text, sizeof mistake.text, "%s", utf8);
        utf8_buffer_finish(&buffer);
        re_raise(t->vm, &mistake, t->text);
    }
    xdecref(t->vm, text);
    return false;
}

static bool wrong_piece(Template *t, int64_t position, const char *format, int64_t start, int64_t end)
{
    Chars piece = chars_slice(t->source, start, end);
    Object *text = str_from_kind(t->vm, piece.kind, piece.data, piece.length);
    if (text)
        wrong(t, position, format, text);
    xdecref(t->vm, text);
    return false;
}

/* ---- parts ---- */

static bool end_literal(Template *t)
{
    if (t->length == 0)
        return true;
    Object *literal = is_str(t->vm, t->text) ? str_from_kind(t->vm, 4, t->literal, t->length)
                                             : bytes_from(t->vm, NULL, (size_t)t->length);
    for (int64_t i = 0; literal && is_bytes(t->vm, literal) && i < t->length; i++)
        ((Bytes *)literal)->data[i] = (char)t->literal[i];
    t->length = 0;
    int result = literal ? list_append(t->vm, t->parts, literal) : -1;
    xdecref(t->vm, literal);
    return result == 0;
}

static bool add_group(Template *t, int64_t group, int64_t position)
{
    if (group > t->pattern->group_count) {
        Object *number = int_from_i64(t->vm, group);
        if (number)
            wrong(t, position, "invalid group reference %S", number);
        xdecref(t->vm, number);
        return false;
    }
    Object *number = end_literal(t) ? int_from_i64(t->vm, group) : NULL;
    int result = number ? list_append(t->vm, t->parts, number) : -1;
    xdecref(t->vm, number);
    return result == 0;
}

/* ---- \g<...> ---- */

static bool add_named_group(Template *t, int64_t start, int64_t end)
{
    Chars piece = chars_slice(t->source, start, end);
    Object *name = str_from_kind(t->vm, piece.kind, piece.data, piece.length);
    if (!name)
        return false;
    Object *found = dict_get(t->vm, t->pattern->group_index, name);
    int overflow;
    bool fine = false;
    if (!str_is_identifier(name))
        wrong(t, start, "bad character in group name %R", name);
    else if (!found)
        vm_raise(t->vm, TYPE_IndexError, "unknown group name %R", name);
    else
        fine = add_group(t, int_as_i64(t->vm, found, &overflow), start);
    decref(t->vm, name);
    return fine;
}

static bool add_group_in_brackets(Template *t)
{
    if (peek(t) != '<')
        return wrong(t, t->at, "missing <", NULL);
    int64_t start = ++t->at, number = 0;
    bool digits = true;
    for (; peek(t) != '>'; t->at++) {
        if (peek(t) < 0)
            return t->at == start ? wrong(t, start, "missing group name", NULL)
                                  : wrong(t, start, "missing >, unterminated name", NULL);
        digits = digits && is_digit(peek(t));
        number = digits && number < INT32_MAX ? number * 10 + peek(t) - '0' : number;
    }
    int64_t end = t->at++;
    if (end == start)
        return wrong(t, start, "missing group name", NULL);
    return digits ? add_group(t, number, start) : add_named_group(t, start, end);
}

/* ---- escapes ---- */

/* \0, \12, \123: octal, or a group of one or two digits. */
static bool read_number(Template *t, int64_t start)
{
    int32_t first = peek(t);
    int64_t value = first - '0';
    t->at++;
    if (first == '0') {
        for (int n = 0; n < 2 && is_octal(peek(t)); n++)
            value = value * 8 + peek(t) - '0', t->at++;
        put(t, (uint32_t)value);
        return true;
    }
    if (is_digit(peek(t))) {
        int32_t second = peek(t);
        t->at++;
        if (is_octal(first) && is_octal(second) && is_octal(peek(t))) {
            value = (first - '0') * 64 + (second - '0') * 8 + peek(t) - '0';
            t->at++;
            if (value > 0377)
                return wrong_piece(t, start, "octal escape value %U outside of range 0-0o377", start, t->at);
            put(t, (uint32_t)value);
            return true;
        }
        value = value * 10 + second - '0';
    }
    return add_group(t, value, start + 1);
}

static int32_t simple_escape(int32_t c)
{
    static const char letters[] = "abfnrtv\\", values[] = "\a\b\f\n\r\t\v\\";
    const char *found = c > 0 && c < 128 ? strchr(letters, c) : NULL;
    return found ? values[found - letters] : -1;
}

/* After a backslash at `start`. */
static bool read_escape(Template *t, int64_t start)
{
    int32_t c = peek(t);
    if (c < 0)
        return wrong(t, start, "bad escape (end of pattern)", NULL);
    if (is_digit(c))
        return read_number(t, start);
    t->at++;
    if (c == 'g')
        return add_group_in_brackets(t);
    int32_t simple = simple_escape(c);
    if (simple >= 0) {
        put(t, (uint32_t)simple);
        return true;
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return wrong_piece(t, start, "bad escape %U", start, t->at);
    put(t, '\\');
    put(t, (uint32_t)c);
    return true;
}

static bool read_template(Template *t)
{
    while (t->at < t->source.length) {
        uint32_t c = chars_at(t->source, t->at++);
        if (c != '\\')
            put(t, c);
        else if (!read_escape(t, t->at - 1))
            return false;
    }
    return end_literal(t);
}

Object *re_template(Vm *vm, RePattern *pattern, Object *text)
{
    if (!is_str(vm, text) && !text_is_bytes_like(vm, text))
        return vm_raise(vm, TYPE_TypeError, "decoding to str: need a bytes-like object, %T found", text);
    Chars source = text_chars(vm, text);
    if (chars_find_char(source, '\\', 1) < 0)
        return incref(text);
    Template t = {.vm = vm, .pattern = pattern, .text = text, .source = source};
    t.literal = mem_alloc(vm, (size_t)source.length * sizeof *t.literal);
    t.parts = t.literal ? list_new(vm, 0) : NULL;
    if (!t.literal)
        vm_raise_memory(vm);
    if (t.parts && !read_template(&t))
        object_replace(vm, &t.parts, NULL);
    mem_free(vm, t.literal);
    return t.parts;
}

int re_template_append(Vm *vm, Object *pieces, Object *compiled, Object *string, const int64_t *marks)
{
    if (!is_exact(compiled, LIST))
        return list_append(vm, pieces, compiled);
    int result = 0;
    for (int64_t i = 0; result == 0 && i < ((List *)compiled)->length; i++) {
        Object *part = ((List *)compiled)->items[i], *group = NULL;
        if (is_int(vm, part)) {
            const int64_t *mark = &marks[2 * int_compact_value(part)];
            if (mark[0] < 0)
                continue;
            part = group = re_slice(vm, string, mark[0], mark[1]);
        }
        result = part ? list_append(vm, pieces, part) : -1;
        xdecref(vm, group);
    }
    return result;
}

Object *re_join(Vm *vm, Object *string, Object *pieces)
{
    Object *empty = is_str(vm, string) ? str_new(vm, 0, 0) : bytes_from(vm, "", 0);
    Object *args[] = {empty, pieces};
    Object *joined = empty ? object_call_method(vm, name_of(vm, plain_join), args, 2, NULL) : NULL;
    xdecref(vm, empty);
    return joined;
}
