/* Ints as text and as bytes. Decimal conversions of more than the limit of digits are refused as CPython refuses them,
 * since their cost grows with the square of the length; bases that are powers of two have no limit. */
#include "python/objects/int_limbs.h"

#include <string.h>

#include <gmp.h>

#include "python/objects/str.h"
#include "python/vm.h"

enum {
    DIGITS_NEVER_LIMITED = 640,                       /* CPython's threshold: shorter text is always converted */
    MAX_BASE = 36,
    MESSAGE_CHARACTERS = 200                          /* of the text in "invalid literal" */
};

static const char DIGIT_CHARACTERS[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 'a' - 'A';
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : MAX_BASE;
}

static bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }

/* ---- to text ---- */

static void digits_of_limb(IntDigits *digits, uint64_t limb, unsigned base)
{
    char *end = digits->small + sizeof digits->small, *start = end;
    do {
        *--start = DIGIT_CHARACTERS[limb % base];
        limb /= base;
    } while (limb);
    digits->text = start;
    digits->length = (size_t)(end - start);
}

static bool digits_too_long(Vm *vm, size_t length)
{
    uint64_t limit = vm->int_max_str_digits;
    if (limit == 0 || length <= limit || length <= DIGITS_NEVER_LIMITED)
        return false;
    vm_raise(vm, TYPE_ValueError, "Exceeds the limit (%llu digits) for integer string conversion; "
             "use sys.set_int_max_str_digits() to increase the limit", limit);
    return true;
}

/* mpn_get_str writes digit values and perhaps leading zeros; makes characters of them at the start of the block. */
static void tidy_digits(IntDigits *digits, size_t written)
{
    size_t zeros = 0;
    while (zeros + 1 < written && digits->text[zeros] == 0)
        zeros++;
    digits->length = written - zeros;
    for (size_t i = 0; i < digits->length; i++)
        digits->text[i] = DIGIT_CHARACTERS[(unsigned char)digits->text[i + zeros]];
}

static bool digits_of_limbs(Vm *vm, IntDigits *digits, const uint64_t *limbs, size_t count, int base)
{
    Scratch copy;                                     /* mpn_get_str destroys what it converts */
    size_t room = mpn_sizeinbase(limbs, (mp_size_t)count, base) + 2;
    if (!scratch_init(vm, &copy, count + 1))
        return false;
    digits->text = mem_alloc(vm, room);
    if (digits->text) {
        memcpy(copy.limbs, limbs, count * sizeof(uint64_t));
        tidy_digits(digits, mpn_get_str((unsigned char *)digits->text, base, copy.limbs, (mp_size_t)count));
    } else {
        vm_raise_memory(vm);
    }
    scratch_release(vm, &copy);
    return digits->text != NULL;
}

bool int_digits_init(Vm *vm, IntDigits *digits, const Object *object, int base)
{
    size_t count = int_limb_count(object);
    const uint64_t *limbs = as_int(object)->limbs;
    bool limited = !is_power_of_two(base) && vm->int_max_str_digits;
    if (count <= 1) {
        digits_of_limb(digits, count ? limbs[0] : 0, (unsigned)base);
        return true;
    }
    /* Before any work is done: 19 decimal digits are less than one limb. */
    if (limited && count > 1 && digits_too_long(vm, (count - 1) * 19))
        return false;
    if (!digits_of_limbs(vm, digits, limbs, count, base))
        return false;
    if (limited && digits_too_long(vm, digits->length)) {
        int_digits_release(vm, digits);
        return false;
    }
    return true;
}

void int_digits_release(Vm *vm, IntDigits *digits)
{
    if (digits->text < digits->small || digits->text >= digits->small + sizeof digits->small)
        mem_free(vm, digits->text);
}

static const char *base_prefix(int base) { return base == 2 ? "0b" : base == 8 ? "0o" : base == 16 ? "0x" : ""; }

Object *int_to_text(Vm *vm, Object *object, int base, bool prefix)
{
    IntDigits digits;
    StrWriter writer;
    const char *before = prefix ? base_prefix(base) : "";
    if (!int_digits_init(vm, &digits, object, base))
        return NULL;
    if (!int_is_negative(object) && !*before) {
        Object *text = str_new(vm, (int64_t)digits.length, 0x7f);   /* a digit alone is no shared character either */
        if (text)
            memcpy(str_buffer(text), digits.text, digits.length);
        int_digits_release(vm, &digits);
        return text;
    }
    writer_init(&writer);
    bool ok = (!int_is_negative(object) || writer_char(vm, &writer, '-') == 0)
        && writer_ascii(vm, &writer, before, strlen(before)) == 0
        && writer_ascii(vm, &writer, digits.text, digits.length) == 0;
    int_digits_release(vm, &digits);
    if (ok)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

/* ---- from text ---- */

/* What is left of a text while it is read. */
typedef struct Cursor { const char *at, *end; } Cursor;

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void strip(Cursor *cursor)
{
    while (cursor->at < cursor->end && is_space(*cursor->at))
        cursor->at++;
    while (cursor->end > cursor->at && is_space(cursor->end[-1]))
        cursor->end--;
}

static bool take_sign(Cursor *cursor)
{
    if (cursor->at == cursor->end || (*cursor->at != '-' && *cursor->at != '+'))
        return false;
    return *cursor->at++ == '-';
}

/* The base that "0x", "0o", "0b" announces; 0 when there is none. */
static int announced_base(const Cursor *cursor)
{
    if (cursor->end - cursor->at < 2 || cursor->at[0] != '0')
        return 0;
    switch (cursor->at[1] | ('a' - 'A')) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
    }
}

/* Skips the prefix, and one underscore behind it. Base 0 becomes the base of the prefix, or 10; then a leading zero is
 * only allowed for zero itself, because "010" was octal once. */
static int take_prefix(Cursor *cursor, int base, bool *must_be_zero)
{
    int announced = announced_base(cursor);
    *must_be_zero = base == 0 && announced == 0 && cursor->at < cursor->end && *cursor->at == '0';
    if (announced == 0 || (base != 0 && base != announced))
        return base == 0 ? 10 : base;
    cursor->at += 2;
    if (cursor->at < cursor->end && *cursor->at == '_')
        cursor->at++;
    return announced;
}

/* Digits with single underscores between them; their number, or -1 when the text is something else. */
static int64_t count_digits(const Cursor *cursor, int base)
{
    int64_t count = 0;
    char before = '_';
    for (const char *p = cursor->at; p < cursor->end; before = *p++)
        if (*p != '_')
            count++;
        else if (before == '_')
            return -1;
    for (const char *p = cursor->at; p < cursor->end; p++)
        if (*p != '_' && digit_value(*p) >= base)
            return -1;
    return before == '_' ? -1 : count;
}

static Object *from_few_digits(Vm *vm, const Cursor *cursor, int base, bool negative)
{
    uint64_t value = 0;
    for (const char *p = cursor->at; p < cursor->end; p++)
        if (*p != '_')
            value = value * (uint64_t)base + (uint64_t)digit_value(*p);
    return int_from_limbs(vm, negative, &value, 1);
}

static Object *from_many_digits(Vm *vm, const Cursor *cursor, int base, bool negative, size_t count)
{
    enum { BITS_OF_BASE_36 = 6 };
    Scratch limbs;
    unsigned char *values = mem_alloc(vm, count);
    if (!values)
        return vm_raise_memory(vm);
    size_t used = 0;
    for (const char *p = cursor->at; p < cursor->end; p++)
        if (*p != '_')
            values[used++] = (unsigned char)digit_value(*p);
    if (!scratch_init(vm, &limbs, used * BITS_OF_BASE_36 / LIMB_BITS + 2)) {
        mem_free(vm, values);
        return NULL;
    }
    mp_size_t length = mpn_set_str(limbs.limbs, values, used, base);
    mem_free(vm, values);
    return scratch_finish(vm, &limbs, negative, (size_t)length);
}

static Object *bad_literal(Vm *vm, Cursor whole, int base, Object *original)
{
    Object *text = original ? incref(original) : str_from_utf8(vm, whole.at, (size_t)(whole.end - whole.at));
    Object *repr = text ? object_repr(vm, text) : NULL;
    if (repr)
        object_replace(vm, &repr, str_substring(vm, repr, 0, MESSAGE_CHARACTERS));
    if (repr)
        vm_raise(vm, TYPE_ValueError, "invalid literal for int() with base %d: %U", base, repr);
    xdecref(vm, text);
    xdecref(vm, repr);
    return NULL;
}

static Object *text_too_long(Vm *vm, int64_t count)
{
    return vm_raise(vm, TYPE_ValueError, "Exceeds the limit (%llu digits) for integer string conversion: value has "
                    "%lld digits; use sys.set_int_max_str_digits() to increase the limit",
                    (uint64_t)vm->int_max_str_digits, count);
}

Object *int_parse(Vm *vm, const char *text, size_t length, int base, Object *original)
{
    enum { FEW_DIGITS = 12 };                         /* 36**12 is below 2**64 */
    Cursor whole = { text, text + length }, cursor = whole;
    bool must_be_zero;
    strip(&cursor);
    bool negative = take_sign(&cursor);
    int actual = take_prefix(&cursor, base, &must_be_zero);
    int64_t count = count_digits(&cursor, actual);
    int64_t limit = vm->int_max_str_digits;
    if (count < 0)
        return bad_literal(vm, whole, base, original);
    if (!is_power_of_two(actual) && limit && count > limit && count > DIGITS_NEVER_LIMITED)
        return text_too_long(vm, count);
    Object *result = count <= FEW_DIGITS ? from_few_digits(vm, &cursor, actual, negative)
                                         : from_many_digits(vm, &cursor, actual, negative, (size_t)count);
    if (!result || !must_be_zero || int_is_zero(result))
        return result;
    decref(vm, result);
    return bad_literal(vm, whole, base, original);
}

Object *int_from_text(Vm *vm, const char *text, size_t length, int base)
{
    return int_parse(vm, text, length, base, NULL);
}

/* ---- bytes ---- */

static unsigned char byte_at(const unsigned char *bytes, size_t count, size_t place, bool little)
{
    return bytes[little ? place : count - 1 - place];
}

Object *int_from_bytes(Vm *vm, const unsigned char *bytes, size_t count, bool little, bool is_signed)
{
    size_t limbs = count / sizeof(uint64_t) + 1;
    Scratch value;
    if (!scratch_init(vm, &value, limbs))
        return NULL;
    memset(value.limbs, 0, limbs * sizeof(uint64_t));
    for (size_t i = 0; i < count; i++)
        value.limbs[i / 8] |= (uint64_t)byte_at(bytes, count, i, little) << (i % 8 * 8);
    bool negative = is_signed && count > 0 && byte_at(bytes, count, count - 1, little) >> 7;
    if (negative) {
        for (size_t i = count; i < limbs * 8; i++)
            value.limbs[i / 8] |= (uint64_t)0xff << (i % 8 * 8);
        mpn_neg(value.limbs, value.limbs, (mp_size_t)limbs);
    }
    return scratch_finish(vm, &value, negative, limbs);
}

/* Whether the two's complement in `count` bytes can hold it: for n bits, -2**(n-1) to 2**(n-1) - 1. */
static bool fits_bytes(const Object *object, size_t count, bool is_signed)
{
    const uint64_t *limbs = as_int(object)->limbs;
    size_t size = int_limb_count(object);
    uint64_t bits = int_bit_length(object), room = 8 * (uint64_t)count;
    if (!is_signed)
        return bits <= room;
    if (bits == 0 || bits < room)
        return true;
    if (room == 0)                                    /* CPython puts -1 into no bytes at all, but nothing else */
        return bits == 1 && int_is_negative(object);
    return bits == room && int_is_negative(object) && mpn_scan1(limbs, 0) + 1 == bits && size > 0;
}

bool int_to_bytes(Vm *vm, const Object *object, unsigned char *bytes, size_t count, bool little, bool is_signed)
{
    const uint64_t *limbs = as_int(object)->limbs;
    size_t size = int_limb_count(object);
    bool negative = int_is_negative(object);
    unsigned carry = 1;                               /* of inverting and adding one, byte by byte */
    if (negative && !is_signed) {
        vm_raise(vm, TYPE_OverflowError, "can't convert negative int to unsigned");
        return false;
    }
    if (!fits_bytes(object, count, is_signed)) {
        vm_raise(vm, TYPE_OverflowError, "int too big to convert");
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        unsigned byte = i / 8 < size ? limbs[i / 8] >> (i % 8 * 8) & 0xff : 0;
        if (negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
        }
        bytes[little ? i : count - 1 - i] = (unsigned char)byte;
    }
    return true;
}
