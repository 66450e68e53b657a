/* bytes and bytearray from C: sizes, sharing, the way a bytearray's room grows and shrinks, codecs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "python/codec.h"
#include "python/objects/bytearray.h"
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

static void test_sizes_and_sharing(void **state)
{
    Vm *vm = *state;
    Object *empty = bytes_from(vm, "", 0), *one = bytes_from(vm, "x", 1), *again = bytes_from(vm, "x", 1);
    Object *five = bytes_from(vm, "hello", 5);
    assert_int_equal(object_size(vm, empty), 33);
    assert_int_equal(object_size(vm, one), 34);
    assert_int_equal(object_size(vm, five), 38);
    assert_ptr_equal(one, again);
    assert_ptr_equal(empty, vm->empty_bytes);
    assert_int_equal(((Bytes *)five)->data[5], 0);
    Object *made[] = {empty, one, again, five};
    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++)
        decref(vm, made[i]);
}

/* The capacities that CPython 3.11's bytearray goes through when 20 bytes are appended to an empty one. */
static void test_bytearray_grows_as_cpythons(void **state)
{
    Vm *vm = *state;
    static const int64_t capacities[] = {2, 5, 5, 5, 8, 8, 8, 12, 12, 12, 12, 19, 19, 19, 19, 19, 19, 19, 27, 27};
    Object *object = bytearray_from(vm, NULL, 0);
    ByteArray *array = (ByteArray *)object;
    assert_int_equal(object_size(vm, object), 56);
    for (size_t i = 0; i < sizeof capacities / sizeof capacities[0]; i++) {
        assert_int_equal(bytearray_add(vm, array, (uint8_t)i), 0);
        assert_int_equal(array->capacity, capacities[i]);
        assert_int_equal((uint8_t)array->start[i], i);
        assert_int_equal(array->start[i + 1], 0);
    }
    decref(vm, object);
}

static void test_deleting_at_the_front_moves_the_start(void **state)
{
    Vm *vm = *state;
    Object *object = bytearray_from(vm, "0123456789", 10);
    ByteArray *array = (ByteArray *)object;
    assert_int_equal(bytearray_splice(vm, array, 0, 2, (Chars){"", 0, 1}), 0);
    assert_int_equal(array->start - array->block, 2);
    assert_int_equal(array->capacity, 11);
    assert_memory_equal(array->start, "23456789", 9);
    assert_int_equal(bytearray_splice(vm, array, 2, 4, (Chars){"wxyz", 4, 1}), 0);
    assert_memory_equal(array->start, "23wxyz6789", 11);
    assert_int_equal(bytearray_splice(vm, array, 1, 9, (Chars){"", 0, 1}), 0);
    assert_memory_equal(array->start, "29", 3);
    decref(vm, object);
}

static void test_array_with_exports_keeps_its_size(void **state)
{
    Vm *vm = *state;
    Object *object = bytearray_from(vm, "abc", 3);
    ByteArray *array = (ByteArray *)object;
    array->exports = 1;
    assert_int_equal(bytearray_add(vm, array, 'd'), -1);
    assert_true(vm_failed_with(vm, TYPE_BufferError));
    vm_clear_error(vm);
    assert_int_equal(array->length, 3);
    array->exports = 0;
    assert_int_equal(bytearray_add(vm, array, 'd'), 0);
    decref(vm, object);
}

/* Every code point that is no surrogate comes back from every encoding that can hold it. */
static void test_codecs_round_trip(void **state)
{
    Vm *vm = *state;
    static const char *const names[] = {"utf-8", "utf-16", "utf-32", "utf-16-be", "utf-32-be", "utf-8-sig"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        Object *name = str_from_c(vm, names[i]);
        for (uint32_t c = 1; c < 0x110000; c += c < 0x3000 ? 7 : 997) {
            if (c >= 0xD800 && c < 0xE000)
                continue;
            uint32_t both[] = {'a', c, c};
            Object *str = str_from_kind(vm, 4, both, 3);
            Object *bytes = codec_encode(vm, str, name, NULL);
            Object *back = codec_decode(vm, bytes, name, NULL);
            assert_true(str_equal(str, back));
            decref(vm, str);
            decref(vm, bytes);
            decref(vm, back);
        }
        decref(vm, name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes_and_sharing),
        cmocka_unit_test(test_bytearray_grows_as_cpythons),
        cmocka_unit_test(test_deleting_at_the_front_moves_the_start),
        cmocka_unit_test(test_array_with_exports_keeps_its_size),
        cmocka_unit_test(test_codecs_round_trip),
    };
    return cmocka_run_group_tests(tests, start, end);
}
