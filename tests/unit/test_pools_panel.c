/* The panel of arenas, pools and blocks and the card of bytes: compared with golden draw lists, which are made with the
 * argument --write after the picture was looked at; and what can be clicked in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scene/panels/screen.h"

static bool writes;

static float half_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return style->size * 0.5f * (float)length;
}

static const TextMeasure measure = {half_width, NULL};

enum { POOL = 16 << 10, HEAD = 48, BLOCK = 2048, BLOCKS = 7 };

#define ARENA UINT64_C(0x7f0010400000)

/* One arena of four pools: full, with free blocks, emptied, untouched. The second one is listed. `later` is a step on: its
 * first block was freed, and its third taken. */
static void make_map(PoolMap *map, bool later)
{
    static const uint8_t states[] = {POOL_FULL, POOL_USED, POOL_EMPTY, POOL_UNTOUCHED};
    pool_map_init(map);
    map->arena_size = 1 << 20;
    map->pool_size = POOL;
    map->pool_head = HEAD;
    map->alignment = 16;
    map->small_max = 512;
    map->small_used = 123456;
    map->large_used = 7890;
    *pool_map_add_arena(map) = (MapArena){.address = ARENA, .free_pools = 2, .place = 1, .pool_count = 4};
    for (uint32_t i = 0; i < 4; i++)
        *pool_map_add_pool(map) = (MapPool){.address = ARENA + i * POOL, .state = states[i], .block_size = i < 3 ? BLOCK : 0,
            .capacity = i < 3 ? BLOCKS : 0, .used = i == 0 ? BLOCKS : i == 1 ? 2 : 0, .is_next = i == 1};
    MapPool *pool = &map->pools[1];
    pool->block_count = BLOCKS;
    static const uint8_t before[] = {BLOCK_USED, BLOCK_USED, BLOCK_FREE, BLOCK_FREE, BLOCK_KEPT, BLOCK_UNTOUCHED,
                                     BLOCK_UNTOUCHED};
    for (uint32_t i = 0; i < BLOCKS; i++)
        *pool_map_add_block(map) = (MapBlock){.address = pool->address + HEAD + i * BLOCK, .size = BLOCK, .part = "",
                                              .state = before[i], .object = i < 2 ? 40 + i : 0};
    MapBlock *blocks = map->blocks;
    blocks[1].part = "items";
    pool->first_free = blocks[later ? 0 : 2].address;
    blocks[2].next_free = blocks[3].address;
    if (!later)
        return;
    blocks[0] = (MapBlock){.address = blocks[0].address, .size = BLOCK, .part = "", .state = BLOCK_FREE,
                           .next_free = blocks[3].address};
    blocks[2].state = BLOCK_USED;
    blocks[2].object = 57;
}

static void make_bytes(ObjectBytes *bytes)
{
    object_bytes_init(bytes);
    bytes->number = 57;
    bytes->size = 88;
    strcpy(bytes->type, "list");
    object_bytes_add_part(bytes, "PyListObject", ARENA + 100, 88);
    static const struct { const char *name, *type, *value; int64_t offset; } fields[] = {
        {"_gc_next", "uintptr_t", "the next one tracked", -16}, {"ob_refcnt", "Py_ssize_t", "2", 0},
        {"ob_item", "void *", "0x7f0010404830", 24},
    };
    for (size_t i = 0; i < 3; i++) {
        BytesField *field = object_bytes_add_field(bytes, fields[i].type, fields[i].offset, 8);
        strcpy(field->name, fields[i].name);
        strcpy(field->value, fields[i].value);
    }
    object_bytes_add_part(bytes, "ob_item", ARENA + 0x4830, 32)->is_cut = true;
}

static void expect_golden(const char *path, const DrawList *list)
{
    char *got = draw_list_print(list);
    FILE *file = fopen(path, writes ? "wb" : "rb");
    assert_non_null(file);
    if (writes) {
        fputs(got, file);
    } else {
        char *wanted = calloc(1, strlen(got) + 2);
        assert_int_equal(fread(wanted, 1, strlen(got) + 1, file), strlen(got));
        assert_string_equal(got, wanted);
        free(wanted);
    }
    fclose(file);
    free(got);
}

typedef struct Picture {
    Syntax syntax;
    PanelModel model;
    DrawList list;
    PanelHits hits;
} Picture;

static void draw(Picture *picture)
{
    draw_list_init(&picture->list);
    syntax_scan(&picture->syntax, "x = 1\n", 6, false);
    picture->model.title = picture->model.file_name = "t.py";
    picture->model.syntax = &picture->syntax;
    screen_draw(1280, 720, &picture->model, &measure, &picture->list, &picture->hits);
}

static void finish(Picture *picture)
{
    draw_list_finish(&picture->list);
    syntax_finish(&picture->syntax);
}

static void test_the_panel_of_pools(void **state)
{
    PoolMap before, now;
    make_map(&before, false);
    make_map(&now, true);
    Picture picture = {.model = {.pools = &now, .pools_before = &before,
                                 .pools_focus = {now.pools[1].address, now.blocks[2].address}}};
    draw(&picture);
    expect_golden("tests/golden/pools-panel.txt", &picture.list);
    finish(&picture);
    pool_map_finish(&before);
    pool_map_finish(&now);
}

/* Each pool that was used, and each block, is found where it is drawn. */
static void test_pools_and_blocks_can_be_clicked(void **state)
{
    PoolMap map;
    make_map(&map, false);
    Picture picture = {.model = {.pools = &map, .pools_focus = {.pool = map.pools[1].address}}};
    draw(&picture);
    ScreenPlan plan = screen_plan(1280, 720, &picture.model);
    uint32_t pools = 0;
    for (size_t i = 0; i < picture.hits.count; i++)
        pools += picture.hits.items[i].target == TARGET_POOL;
    assert_int_equal(pools, 3);
    bool found[BLOCKS] = {false};
    for (float y = plan.memory.y; y < plan.memory.y + plan.memory.h; y += 4)
        for (float x = plan.memory.x; x < plan.memory.x + plan.memory.w; x += 4) {
            uint64_t address = screen_block_at(&plan, &picture.model, x, y);
            if (address && screen_hit(&picture.hits, x, y).target == TARGET_BLOCKS)
                found[(address - map.blocks[0].address) / BLOCK] = true;
        }
    for (int i = 0; i < BLOCKS; i++)
        assert_true(found[i]);
    finish(&picture);
    pool_map_finish(&map);
}

static void test_the_card_of_bytes(void **state)
{
    ObjectBytes bytes;
    make_bytes(&bytes);
    Picture picture = {.model = {.bytes = &bytes}};
    draw(&picture);
    expect_golden("tests/golden/bytes-card.txt", &picture.list);
    finish(&picture);
    object_bytes_finish(&bytes);
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_panel_of_pools), cmocka_unit_test(test_pools_and_blocks_can_be_clicked),
        cmocka_unit_test(test_the_card_of_bytes),
    };
    writes = count > 1 && strcmp(words[1], "--write") == 0;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
