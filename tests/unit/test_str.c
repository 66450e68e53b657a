/* str from C: sizes, sharing, interning, growth in place, the writer, str_format. What scripts can see is in
 * tests/python/text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "python/objects/containers.h"
#include "python/objects/str.h"
#include "python/vm.h"
#include "python/vm_life.h"

static int start(void **state)
{
    *state = vm_create();
    return *state ? 0 : -1;
}

static int end(void **state)
{
    vm_destroy(*state);
    return 0;
}

static Object *text(Vm *vm, const char *utf8)
{
    Object *str = str_from_c(vm, utf8);
    assert_non_null(str);
    return str;
}

static void assert_text(Vm *vm, Object *str, const char *expected)
{
    Utf8Buffer buffer;
    assert_non_null(str);
    assert_string_equal(str_utf8(vm, str, &buffer, NULL), expected);
    utf8_buffer_finish(&buffer);
}

static void test_sizes_are_cpythons(void **state)
{
    Vm *vm = *state;
    static const struct { const char *utf8; int64_t length; int kind; uint64_t size; } cases[] = {
        {"", 0, 1, 49}, {"a", 1, 1, 50}, {"abcdefghij", 10, 1, 59}, {"\xc3\xa9", 1, 1, 74}, {"ab\xc3\xa9", 3, 1, 76},
        {"\xe2\x82\xac", 1, 2, 76}, {"ab\xe2\x82\xac", 3, 2, 80}, {"\xf0\x9f\x98\x80", 1, 4, 80},
        {"ab\xf0\x9f\x98\x80", 3, 4, 88},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Object *str = text(vm, cases[i].utf8);
        assert_int_equal(str_length(str), cases[i].length);
        assert_int_equal(((Str *)str)->kind, cases[i].kind);
        assert_int_equal(object_size(vm, str), cases[i].size);
        assert_int_equal(str_at((Str *)str, cases[i].length), 0);
        assert_text(vm, str, cases[i].utf8);
        decref(vm, str);
    }
}

static void test_small_strings_are_shared(void **state)
{
    Vm *vm = *state;
    Object *a = text(vm, "q"), *b = str_from_code_point(vm, 'q'), *ab = text(vm, "xq"), *c = str_substring(vm, ab, 1, 2);
    assert_ptr_equal(a, b);
    assert_ptr_equal(a, c);
    Object *e = text(vm, ""), *f = str_substring(vm, ab, 2, 2);
    assert_ptr_equal(e, f);
    Object *all = str_substring(vm, ab, 0, 99);
    assert_ptr_equal(all, ab);
    Object *euro = str_from_code_point(vm, 0x20AC), *other = str_from_code_point(vm, 0x20AC);
    assert_ptr_not_equal(euro, other);
    assert_true(str_equal(euro, other));
    Object *made[] = {a, b, ab, c, e, f, all, euro, other};
    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++)
        decref(vm, made[i]);
}

static void test_interned_str_dies_with_its_last_user(void **state)
{
    Vm *vm = *state;
    int64_t before = dict_length(vm->interned);
    Object *a = text(vm, "a name that nobody else uses"), *b = text(vm, "a name that nobody else uses");
    assert_ptr_not_equal(a, b);
    str_intern(vm, &a);
    str_intern(vm, &b);
    assert_ptr_equal(a, b);
    assert_int_equal(a->count, 2);                    /* the table's references do not count */
    assert_int_equal(dict_length(vm->interned), before + 1);
    decref(vm, a);
    decref(vm, b);
    assert_int_equal(dict_length(vm->interned), before);
}

static void test_append_grows_in_place_only_when_alone(void **state)
{
    Vm *vm = *state;
    Object *s = text(vm, "ab"), *more = text(vm, "cd"), *held = s;
    uint64_t number = s->number;
    assert_int_equal(str_append(vm, &s, more), 0);
    assert_int_equal(s->number, number);
    assert_text(vm, s, "abcd");
    held = incref(s);
    assert_int_equal(str_append(vm, &s, more), 0);
    assert_ptr_not_equal(s, held);
    assert_text(vm, held, "abcd");
    assert_text(vm, s, "abcdcd");
    str_hash(vm, s);
    number = s->number;
    assert_int_equal(str_append(vm, &s, more), 0);    /* hashed: somebody may have it as a key */
    assert_int_not_equal(s->number, number);
    Object *euro = text(vm, "\xe2\x82\xac");
    assert_int_equal(str_append(vm, &s, euro), 0);
    assert_text(vm, s, "abcdcdcd\xe2\x82\xac");
    decref(vm, euro);
    decref(vm, held);
    decref(vm, more);
    decref(vm, s);
}

static void test_hash_of_str_and_bytes_agree(void **state)
{
    Vm *vm = *state;
    Object *s = text(vm, "hello"), *b = bytes_from(vm, "hello", 5);
    assert_true(str_hash(vm, s) == INT64_C(-2096571579003691106));
    assert_true(object_hash(vm, b) == str_hash(vm, s));
    decref(vm, s);
    decref(vm, b);
}

static void test_writer_widens_and_cuts(void **state)
{
    Vm *vm = *state;
    StrWriter writer;
    writer_init(&writer);
    for (int i = 0; i < 100; i++)
        assert_int_equal(writer_ascii(vm, &writer, "ab", 2), 0);
    assert_int_equal(writer_char(vm, &writer, 0xE9), 0);
    assert_int_equal(writer_char(vm, &writer, 0x20AC), 0);
    assert_int_equal(writer_char(vm, &writer, 0x1F600), 0);
    Object *str = writer_finish(vm, &writer);
    assert_int_equal(str_length(str), 203);
    assert_int_equal(object_size(vm, str), 76 + 4 * 203);
    assert_int_equal(str_at((Str *)str, 199), 'b');
    assert_int_equal(str_at((Str *)str, 202), 0x1F600);
    decref(vm, str);
    assert_ptr_equal(writer_finish(vm, &writer), vm->empty_str);
    decref(vm, vm->empty_str);
}

static void test_format_conversions(void **state)
{
    Vm *vm = *state;
    Object *q = text(vm, "it's"), *n = int_from_i64(vm, 5);
    Object *str = str_format(vm, "%s|%.2s|%d|%lld|%zu|%c|%%|%R|%S|%A|%T|%N|%U|%05d|%x", "a\xc3\xa9", "h\xc3\xa9",
                             -3, INT64_C(1) << 40, (size_t)7, 'x', q, n, q, n, builtin_type(vm, TYPE_LIST), q, 42, 255);
    assert_text(vm, str, "a\xc3\xa9|h|-3|1099511627776|7|x|%|\"it's\"|5|\"it's\"|int|list|it's|00042|ff");
    decref(vm, str);
    decref(vm, q);
    decref(vm, n);
}

static void test_find_in_object(void **state)
{
    Vm *vm = *state;
    Object *s = text(vm, "abcabc"), *p = text(vm, "bc");
    assert_int_equal(str_find(vm, s, p, 0, 6, 1), 1);
    assert_int_equal(str_find(vm, s, p, 0, 6, -1), 4);
    assert_int_equal(str_find(vm, s, p, 2, 5, 1), -1);
    assert_int_equal(str_find(vm, s, p, 2, INT64_MAX, 1), 4);
    assert_true(str_equals_c(s, "abcabc"));
    assert_false(str_equals_c(s, "abcab"));
    assert_true(str_compare(s, p) < 0);
    decref(vm, s);
    decref(vm, p);
}

static void test_long_utf8_needs_a_block(void **state)
{
    Vm *vm = *state;
    Object *unit = text(vm, "\xf0\x9f\x98\x80"), *times = int_from_i64(vm, 1000);
    Object *s = object_binary(vm, unit, times, BINARY_MULTIPLY);
    Utf8Buffer buffer;
    size_t length;
    const char *utf8 = str_utf8(vm, s, &buffer, &length);
    assert_int_equal(length, 4000);
    assert_memory_equal(utf8 + 3996, "\xf0\x9f\x98\x80", 5);
    utf8_buffer_finish(&buffer);
    decref(vm, s);
    decref(vm, unit);
    decref(vm, times);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes_are_cpythons),
        cmocka_unit_test(test_small_strings_are_shared),
        cmocka_unit_test(test_interned_str_dies_with_its_last_user),
        cmocka_unit_test(test_append_grows_in_place_only_when_alone),
        cmocka_unit_test(test_hash_of_str_and_bytes_agree),
        cmocka_unit_test(test_writer_widens_and_cuts),
        cmocka_unit_test(test_format_conversions),
        cmocka_unit_test(test_find_in_object),
        cmocka_unit_test(test_long_utf8_needs_a_block),
    };
    return cmocka_run_group_tests(tests, start, end);
}
