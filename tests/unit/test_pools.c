/* The map of arenas, pools and blocks, and objects unfolded into their bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "python/alloc_map.h"
#include "python/gc.h"
#include "python/object_structs.h"
#include "python/vm_life.h"

static const PoolOptions everything = {.all_blocks = true, .owners = true};

static int start(void **state)
{
    *state = vm_create();
    return *state ? 0 : -1;
}

static int stop(void **state)
{
    vm_destroy(*state);
    return 0;
}

static uint64_t nominal(Vm *vm, const void *place) { return arena_nominal(vm->arena, place); }

/* What each pool says of itself is what its blocks say. */
static void expect_consistent(const PoolMap *map)
{
    uint64_t bytes = 0;
    for (uint32_t p = 0; p < map->pool_count; p++) {
        const MapPool *pool = &map->pools[p];
        uint32_t used = 0, listed = 0, free_blocks = 0;
        for (uint32_t b = 0; b < pool->block_count; b++) {
            const MapBlock *block = &map->blocks[pool->first_block + b];
            used += block->state == BLOCK_USED || block->state == BLOCK_KEPT;
            free_blocks += block->state == BLOCK_FREE;
            assert_true(block->object == 0 || block->state == BLOCK_USED);
        }
        for (uint64_t at = pool->first_free; at; listed++)
            at = pool_map_block_at(map, at)->next_free;
        assert_int_equal(used, pool->used);
        assert_int_equal(listed, free_blocks);
        assert_true(pool->state != POOL_FULL || pool->used == pool->capacity);
        assert_true(pool->state != POOL_EMPTY || pool->used == 0);
        bytes += (uint64_t)used * pool->block_size;
    }
    assert_int_equal(bytes, map->small_used);
    for (uint32_t a = 0; a < map->arena_count; a++) {
        uint32_t free_pools = 0;
        for (uint32_t i = 0; i < map->arenas[a].pool_count; i++)
            free_pools += map->pools[map->arenas[a].first_pool + i].state < POOL_USED;
        assert_int_equal(free_pools, map->arenas[a].free_pools);
    }
}

static void test_map_agrees_with_itself(void **state)
{
    Vm *vm = *state;
    PoolMap map;
    pool_map_init(&map);
    Object *kept[3000];
    for (int i = 0; i < 3000; i++)
        kept[i] = i % 3 ? list_new(vm, i % 70) : int_from_i64(vm, 1000000 + i);
    alloc_map(vm, &everything, &map);
    expect_consistent(&map);
    for (int i = 0; i < 3000; i += 2)
        decref(vm, kept[i]);
    alloc_map(vm, &everything, &map);
    expect_consistent(&map);
    for (int i = 1; i < 3000; i += 2)
        decref(vm, kept[i]);
    gc_collect(vm, 2);
    alloc_map(vm, &everything, &map);
    expect_consistent(&map);
    pool_map_finish(&map);
}

static void test_a_freed_block_comes_back(void **state)
{
    Vm *vm = *state;
    PoolMap map;
    pool_map_init(&map);
    void *first = mem_alloc(vm, 200), *second = mem_alloc(vm, 200);
    uint64_t address = nominal(vm, first);
    alloc_map(vm, &everything, &map);
    assert_int_equal(pool_map_block_at(&map, address)->state, BLOCK_USED);
    assert_int_equal(pool_map_pool_at(&map, address)->block_size, 208);
    mem_free(vm, first);
    alloc_map(vm, &everything, &map);
    assert_int_equal(pool_map_block_at(&map, address)->state, BLOCK_FREE);
    assert_int_equal(pool_map_pool_at(&map, address)->first_free, address);
    assert_ptr_equal(mem_alloc(vm, 193), first);
    mem_free(vm, first);
    mem_free(vm, second);
    pool_map_finish(&map);
}

static void test_owners_are_named(void **state)
{
    Vm *vm = *state;
    PoolMap map;
    pool_map_init(&map);
    Object *list = list_new(vm, 0);
    for (int i = 0; i < 5; i++)
        list_append(vm, list, none(vm));
    alloc_map(vm, &everything, &map);
    const MapBlock *itself = pool_map_block_at(&map, nominal(vm, list));
    const MapBlock *items = pool_map_block_at(&map, nominal(vm, ((List *)list)->items));
    assert_int_equal(itself->object, list->number);
    assert_string_equal(itself->part, "");
    assert_int_equal(items->object, list->number);
    assert_string_equal(items->part, "items");
    uint64_t address = itself->address;
    decref(vm, list);
    alloc_map(vm, &everything, &map);
    assert_int_equal(pool_map_block_at(&map, address)->state, BLOCK_KEPT);     /* for the next list */
    pool_map_finish(&map);
}

static void test_large_blocks(void **state)
{
    Vm *vm = *state;
    PoolMap map;
    pool_map_init(&map);
    void *small = mem_alloc(vm, 512), *large = mem_alloc(vm, 513);
    alloc_map(vm, &everything, &map);
    assert_non_null(pool_map_pool_at(&map, nominal(vm, small)));
    assert_null(pool_map_pool_at(&map, nominal(vm, large)));
    assert_true(pool_map_block_at(&map, nominal(vm, large))->size >= 513);
    mem_free(vm, large);
    mem_free(vm, small);
    pool_map_finish(&map);
}

/* All of an arena's pools in use, then none: with another arena at hand it is given back. */
static void test_an_arena_is_given_back(void **state)
{
    enum { BLOCKS = 3 * 64 * 31 };         /* of 512 bytes: three arenas full */
    Vm *vm = *state;
    PoolMap map;
    pool_map_init(&map);
    static void *blocks[BLOCKS];
    for (int i = 0; i < BLOCKS; i++)
        blocks[i] = mem_alloc(vm, 512);
    alloc_map(vm, &everything, &map);
    uint32_t most = map.arena_count;
    assert_true(most >= 4);
    for (int i = 0; i < BLOCKS; i++)
        mem_free(vm, blocks[i]);
    alloc_map(vm, &everything, &map);
    expect_consistent(&map);
    assert_true(map.arena_count < most);
    assert_int_equal(map.arena_count + map.arenas_returned, most);
    pool_map_finish(&map);
}

/* ---- bytes ---- */

static const BytesField *field_of(const ObjectBytes *bytes, const char *name)
{
    for (uint32_t i = 0; i < bytes->field_count; i++)
        if (strcmp(bytes->fields[i].name, name) == 0)
            return &bytes->fields[i];
    fail_msg("there is no field %s", name);
    return NULL;
}

static void expect_field(const ObjectBytes *bytes, const char *name, int64_t offset, uint32_t size, const char *value)
{
    const BytesField *field = field_of(bytes, name);
    assert_int_equal(field->offset, offset);
    assert_int_equal(field->size, size);
    if (value)
        assert_string_equal(field->value, value);
}

static void test_bytes_of_a_list(void **state)
{
    Vm *vm = *state;
    ObjectBytes bytes;
    object_bytes_init(&bytes);
    Object *list = list_new(vm, 0), *item = int_from_i64(vm, 100000);
    list_append(vm, list, item);
    assert_true(object_structs(vm, list->number, &bytes));
    assert_int_equal(bytes.size, 88);
    assert_string_equal(bytes.parts[0].name, "PyListObject");
    expect_field(&bytes, "_gc_next", -16, 8, NULL);
    expect_field(&bytes, "ob_refcnt", 0, 8, "1");
    expect_field(&bytes, "ob_size", 16, 8, "1");
    expect_field(&bytes, "allocated", 32, 8, "4");
    assert_int_equal(bytes.part_count, 2);
    assert_int_equal(bytes.parts[1].size, 32);
    assert_int_equal(field_of(&bytes, "ob_item[0]")->target, item->number);
    expect_field(&bytes, "ob_item[3]", 24, 8, "allocated, not used yet");
    assert_false(object_structs(vm, vm->next_number + 10, &bytes));
    decref(vm, item);
    decref(vm, list);
    object_bytes_finish(&bytes);
}

/* What only a variable of C holds is not found by going through the heap: a tracked list holds it, too. */
static Object *holding(Vm *vm, Object *object)
{
    Object *list = list_new(vm, 0);
    list_append(vm, list, object);
    return list;
}

static void test_bytes_of_numbers_and_text(void **state)
{
    Vm *vm = *state;
    ObjectBytes bytes;
    object_bytes_init(&bytes);
    Object *number = int_from_i64(vm, -((INT64_C(5) << 30) + 7));
    Object *holder = holding(vm, number);
    assert_true(object_structs(vm, number->number, &bytes));
    decref(vm, holder);
    expect_field(&bytes, "ob_size", 16, 8, "-2");
    expect_field(&bytes, "ob_digit[0]", 24, 4, "7");
    expect_field(&bytes, "ob_digit[1]", 28, 4, "5");
    Object *text = str_from_utf8(vm, "h\xC3\xA9", 3);
    holder = holding(vm, text);
    assert_true(object_structs(vm, text->number, &bytes));
    decref(vm, holder);
    expect_field(&bytes, "length", 16, 8, "2");
    expect_field(&bytes, "state", 32, 4, "interned 0, kind 1, compact 1, ascii 0");
    expect_field(&bytes, "data[1]", 73, 1, "233 U+00E9");
    decref(vm, number);
    decref(vm, text);
    object_bytes_finish(&bytes);
}

static void test_bytes_of_a_dict(void **state)
{
    Vm *vm = *state;
    ObjectBytes bytes;
    object_bytes_init(&bytes);
    Object *dict = dict_new(vm);
    dict_set_str(vm, dict, "a", none(vm));
    Object *holder = holding(vm, dict);
    assert_true(object_structs(vm, dict->number, &bytes));
    decref(vm, holder);
    expect_field(&bytes, "ma_used", 16, 8, "1");
    expect_field(&bytes, "dk_log2_size", 8, 1, "3");
    expect_field(&bytes, "dk_nentries", 24, 8, "1");
    expect_field(&bytes, "dk_indices[7]", 39, 1, NULL);
    expect_field(&bytes, "entry[0].me_key", 40, 8, NULL);
    assert_int_equal(field_of(&bytes, "entry[0].me_value")->target, none(vm)->number);
    decref(vm, dict);
    object_bytes_finish(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_map_agrees_with_itself, start, stop),
        cmocka_unit_test_setup_teardown(test_a_freed_block_comes_back, start, stop),
        cmocka_unit_test_setup_teardown(test_owners_are_named, start, stop),
        cmocka_unit_test_setup_teardown(test_large_blocks, start, stop),
        cmocka_unit_test_setup_teardown(test_an_arena_is_given_back, start, stop),
        cmocka_unit_test_setup_teardown(test_bytes_of_a_list, start, stop),
        cmocka_unit_test_setup_teardown(test_bytes_of_numbers_and_text, start, stop),
        cmocka_unit_test_setup_teardown(test_bytes_of_a_dict, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
