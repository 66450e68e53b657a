/* str: making, sharing and hashing strings.
 *
 * A str is one block: the header, then the characters, 1, 2 or 4 bytes each as the largest needs, then a zero. So its
 * size is CPython's to the byte: 49 + n for ASCII, 73 + n for Latin-1, 74 + 2n, 76 + 4n. Two kinds of str exist once only:
 * the empty one, and each one-character str of Latin-1. Names are interned: equal interned strings are one object, and
 * the table of them holds its references uncounted, so that an interned str dies with its last user.
 * Source of behaviour: CPython's unicodeobject.c, PyUnicode_New, get_latin1_char, PyUnicode_InternInPlace.
 */
#include "python/objects/str.h"
#include "python/objects/str_parts.h"

#include "python/objects/class.h"
#include "python/objects/containers.h"
#include "python/vm.h"

static size_t block_size(int64_t length, int kind, bool ascii)
{
    return (size_t)(ascii ? STR_ASCII_HEADER : STR_HEADER) + ((size_t)length + 1) * (size_t)kind;
}

/* All but the head and the characters. */
static void prepare(Str *s, int64_t length, int kind, bool ascii)
{
    s->length = length;
    s->hash = -1;
    s->kind = (uint8_t)kind;
    s->ascii = ascii;
    s->interned = 0;
    memset(s->padding, 0, sizeof s->padding);
    s->data = (char *)s + (ascii ? STR_ASCII_HEADER : STR_HEADER);
    chars_put(s->data, kind, length, 0);
}

static Object *str_allocate(Vm *vm, int64_t length, uint32_t max)
{
    if (length > INT64_MAX / 8)
        return vm_raise_memory(vm);
    int kind = chars_kind_of(max);
    bool ascii = max < 0x80;
    Str *s = (Str *)object_new_builtin(vm, TYPE_STR, block_size(length, kind, ascii));
    if (!s)
        return NULL;
    prepare(s, length, kind, ascii);
    return OBJECT(s);
}

void str_prepare_character(Str *s, Object head, uint32_t c)
{
    s->head = head;
    prepare(s, 1, 1, c < 0x80);
    chars_put(s->data, 1, 0, c);
}

static Object *str_empty(Vm *vm)
{
    if (!vm->empty_str)
        vm->empty_str = str_allocate(vm, 0, 0);
    return xincref(vm->empty_str);
}

Object *str_new(Vm *vm, int64_t length, uint32_t max)
{
    return length == 0 ? str_empty(vm) : str_allocate(vm, length, max);
}

Object *str_resize(Vm *vm, Object *str, int64_t length)
{
    if (length == 0) {
        decref(vm, str);
        return str_empty(vm);
    }
    Str *s = (Str *)str;
    s = (Str *)object_resize(vm, str, block_size(length, s->kind, s->ascii));
    if (!s)
        return NULL;
    s->data = (char *)s + (s->ascii ? STR_ASCII_HEADER : STR_HEADER);
    s->length = length;
    s->hash = -1;
    chars_put(s->data, s->kind, length, 0);
    return OBJECT(s);
}

Object *str_from_code_point(Vm *vm, uint32_t c)
{
    if (c < 256)
        return incref(&vm->characters[c].value.head);
    Object *str = str_allocate(vm, 1, c);
    if (str)
        chars_put(str_buffer(str), ((Str *)str)->kind, 0, c);
    return str;
}

Object *str_from_chars(Vm *vm, Chars chars)
{
    if (chars.length == 1)
        return str_from_code_point(vm, chars_at(chars, 0));
    Object *str = str_new(vm, chars.length, chars_max(chars));
    if (str && chars.length > 0)
        chars_copy(str_buffer(str), ((Str *)str)->kind, 0, chars);
    return str;
}

Object *str_from_kind(Vm *vm, int kind, const void *characters, int64_t length)
{
    return str_from_chars(vm, (Chars){characters, length, kind});
}

/* One character of valid UTF-8; *text moves on. */
static uint32_t next_utf8(const uint8_t **text)
{
    const uint8_t *p = *text;
    int extra = p[0] < 0x80 ? 0 : p[0] < 0xE0 ? 1 : p[0] < 0xF0 ? 2 : 3;
    uint32_t c = extra == 0 ? p[0] : p[0] & (0x3Fu >> extra);
    for (int i = 1; i <= extra; i++)
        c = c << 6 | (p[i] & 0x3F);
    *text = p + extra + 1;
    return c;
}

Object *str_from_utf8(Vm *vm, const char *text, size_t length)
{
    Chars bytes = {text, (int64_t)length, 1};
    if (chars_max(bytes) < 0x80)
        return str_from_chars(vm, bytes);
    const uint8_t *start = (const uint8_t *)text, *end = start + length;
    int64_t count = 0;
    uint32_t seen = 0;
    for (const uint8_t *p = start; p < end; count++)
        seen |= next_utf8(&p);
    if (count == 1)
        return str_from_code_point(vm, seen);
    Object *str = str_new(vm, count, seen < UNICODE_MAX ? seen : UNICODE_MAX);
    if (!str)
        return NULL;
    int64_t i = 0;
    for (const uint8_t *p = start; p < end; i++)
        chars_put(str_buffer(str), ((Str *)str)->kind, i, next_utf8(&p));
    return str;
}

Object *str_from_c(Vm *vm, const char *text) { return str_from_utf8(vm, text, strlen(text)); }

uint32_t str_max(const Object *str)
{
    const Str *s = (const Str *)str;
    return s->ascii ? 0x7F : s->kind == 1 ? 0xFF : s->kind == 2 ? 0xFFFF : UNICODE_MAX;
}

Object *str_exact(Vm *vm, Object *str)
{
    return is_exact(str, STR) ? incref(str) : str_from_chars(vm, str_chars(str));
}

/* ---- interning ---- */

Object *str_interned(Vm *vm, const char *text)
{
    Object *str = str_from_c(vm, text);
    if (str)
        str_intern(vm, &str);
    return str;
}

void str_intern(Vm *vm, Object **place)
{
    Str *s = (Str *)*place;
    if (s->interned || !is_exact(s, STR))
        return;
    Object *shared = dict_set_default(vm, vm->interned, OBJECT(s), OBJECT(s));
    if (!shared) {
        vm_clear_error(vm);                           /* no memory for the table: it stays as it is */
        return;
    }
    if (shared != OBJECT(s)) {
        object_replace(vm, place, incref(shared));
        return;
    }
    s->interned = 1;
    s->head.count -= 2;                               /* the table's key and value do not count */
}

static void leave_interned(Vm *vm, Str *s)
{
    s->head.count = 3;                                /* one for us: it must not die again while it leaves the table */
    s->interned = 0;
    type_cache_forget(vm, OBJECT(s));
    dict_delete(vm, vm->interned, OBJECT(s));
}

/* A subclass's characters lie in a block of their own. */
static bool has_own_block(const Str *s)
{
    return s->data != (const char *)s + (s->ascii ? STR_ASCII_HEADER : STR_HEADER);
}

void str_dealloc(Vm *vm, Object *self)
{
    Str *s = (Str *)self;
    if (s->interned)
        leave_interned(vm, s);
    if (has_own_block(s))
        mem_free(vm, s->data);
    object_free(vm, self);
}

uint64_t str_size_of(Vm *vm, Object *self)
{
    const Str *s = (const Str *)self;
    if (has_own_block(s))
        return STR_SUBCLASS_HEADER + ((uint64_t)s->length + 1) * s->kind;
    return block_size(s->length, s->kind, s->ascii);
}

/* An instance of a subclass with the text of `str`, as unicode_subtype_new: the header alone, then what the subclass
 * adds; the characters in a second block. */
Object *str_new_of(Vm *vm, Type *type, Object *str)
{
    const Str *from = (const Str *)str;
    size_t bytes = ((size_t)from->length + 1) * from->kind;
    Str *s = (Str *)object_new(vm, type, type->size);
    if (!s)
        return NULL;
    memset((char *)s + sizeof s->head, 0, type->size - sizeof s->head);
    s->length = from->length;
    s->hash = from->hash;
    s->kind = from->kind;
    s->ascii = from->ascii;
    s->data = (char *)s + (s->ascii ? STR_ASCII_HEADER : STR_HEADER);   /* none of its own yet */
    void *block = mem_alloc(vm, bytes);
    if (!block) {
        decref(vm, OBJECT(s));
        return vm_raise_memory(vm);
    }
    memcpy(block, from->data, bytes);
    s->data = block;
    if (type->flags & TYPE_HAS_GC)
        gc_track(vm, OBJECT(s));
    return OBJECT(s);
}

/* ---- hash and comparison ---- */

int64_t str_hash_now(Str *s)
{
    s->hash = (int64_t)hash_bytes(s->data, (size_t)s->length * s->kind);
    return s->hash;
}

bool str_equals_c(const Object *str, const char *ascii)
{
    const Str *s = (const Str *)str;
    size_t length = strlen(ascii);
    return s->kind == 1 && (size_t)s->length == length && memcmp(s->data, ascii, length) == 0;
}

int str_compare(const Object *a, const Object *b) { return chars_compare(str_chars(a), str_chars(b)); }
