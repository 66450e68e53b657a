/* The rasteriser: covered areas are those of geometry, clips hold to the pixel, and a picture of every kind of shape
 * equals the golden one to the byte.
 *
 * The golden picture is tests/golden/shapes.png. It is made only by running this test with REFARROWS_GOLDEN=update, and
 * is to be looked at before it is kept.
 */
#include "draw/raster.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/painter.h"
#include "draw/png.h"

enum { SIDE = 200 };

typedef struct Canvas {
    Surface surface;
    Raster raster;
} Canvas;

static void canvas_open(Canvas *canvas)
{
    assert_true(surface_init(&canvas->surface, SIDE, SIDE));
    for (int i = 0; i < SIDE * SIDE; i++)
        canvas->surface.pixels[i] = 0xFF000000;
    raster_init(&canvas->raster);
    raster_target(&canvas->raster, &canvas->surface, surface_box(&canvas->surface));
}

static void canvas_close(Canvas *canvas)
{
    raster_finish(&canvas->raster);
    surface_finish(&canvas->surface);
}

/* White on black: the sum of the values is the covered area. */
static double area_of(const Canvas *canvas)
{
    double sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++)
        sum += canvas->surface.pixels[i] & 0xFF;
    return sum / 255;
}

static const RasterPaint white = {.fill = 0xFFFFFFFF};

static void expect_area(double area, double expected, double tolerance)
{
    if (fabs(area - expected) > tolerance)
        fail_msg("area is %.2f, should be %.2f", area, expected);
}

static void rectangles_cover_their_area(void **state)
{
    static const struct { Rect rect; float radius; double area; } cases[] = {
        {{10, 10, 50, 30}, 0, 1500}, {{10.5f, 10.25f, 50, 30}, 0, 1500}, {{3.3f, 7.7f, 0.5f, 100}, 0, 50},
        {{10, 10, 50, 30}, 10, 1500 - 100 * (4 - 3.14159265)}, {{10.3f, 20.8f, 80, 80}, 40, 3.14159265 * 1600},
        {{50, 50, 9, 9}, 4.5f, 3.14159265 * 20.25},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Canvas canvas;
        canvas_open(&canvas);
        raster_rect(&canvas.raster, cases[i].rect, cases[i].radius, &white);
        expect_area(area_of(&canvas), cases[i].area, 0.5 + cases[i].area * 0.002);
        canvas_close(&canvas);
    }
}

static void outlines_cover_their_area(void **state)
{
    static const struct { float radius, width, dash; double area; } cases[] = {
        {0, 2, 0, 2 * (50 + 30) * 2}, {12, 3, 0, 3 * (160 - 8 * 12 + 2 * 3.14159265 * 12)},
        {12, 2, 5, (160 - 8 * 12 + 2 * 3.14159265 * 12)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Canvas canvas;
        canvas_open(&canvas);
        RasterPaint paint = {.stroke = 0xFFFFFFFF, .width = cases[i].width, .dash_on = cases[i].dash,
                             .dash_off = cases[i].dash};
        raster_rect(&canvas.raster, (Rect){20.4f, 30.6f, 50, 30}, cases[i].radius, &paint);
        expect_area(area_of(&canvas), cases[i].area, cases[i].area * 0.03);
        canvas_close(&canvas);
    }
}

static const uint8_t square_verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};

static void paths_cover_their_area(void **state)
{
    const Point diamond[] = {{100, 20.5f}, {180, 100}, {100, 179.5f}, {20, 100}};
    Canvas canvas;
    canvas_open(&canvas);
    raster_path(&canvas.raster, square_verbs, 5, diamond, &white);
    expect_area(area_of(&canvas), 160 * 159 / 2.0, 2);
    canvas_close(&canvas);
}

static void strokes_have_round_ends(void **state)
{
    const uint8_t verbs[] = {PATH_MOVE, PATH_LINE};
    const Point points[] = {{40, 50.3f}, {140, 120}};
    Canvas canvas;
    canvas_open(&canvas);
    RasterPaint paint = {.stroke = 0xFFFFFFFF, .width = 12};
    raster_path(&canvas.raster, verbs, 2, points, &paint);
    double length = sqrt(100 * 100 + 69.7 * 69.7);
    expect_area(area_of(&canvas), length * 12 + 3.14159265 * 36, 4);
    canvas_close(&canvas);
}

/* Half a turn of a circle with a thick pen: an arc's stroke has exactly its length times its width. */
static void curves_are_stroked_evenly(void **state)
{
    const uint8_t verbs[] = {PATH_MOVE, PATH_CUBIC, PATH_CUBIC};
    const float k = 60 * 0.55228475f;
    const Point points[] = {{40, 100}, {40, 100 - k}, {100 - k, 40}, {100, 40}, {100 + k, 40}, {160, 100 - k}, {160, 100}};
    Canvas canvas;
    canvas_open(&canvas);
    RasterPaint paint = {.stroke = 0xFFFFFFFF, .width = 10};
    raster_path(&canvas.raster, verbs, 3, points, &paint);
    expect_area(area_of(&canvas), 3.14159265 * 60 * 10 + 3.14159265 * 25, 6);
    canvas_close(&canvas);
}

static void opposite_ways_cut_a_hole(void **state)
{
    const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE,
                             PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    const Point points[] = {{20, 20}, {120, 20}, {120, 120}, {20, 120}, {40, 40}, {40, 100}, {100, 100}, {100, 40}};
    Canvas canvas;
    canvas_open(&canvas);
    raster_path(&canvas.raster, verbs, 10, points, &white);
    expect_area(area_of(&canvas), 100 * 100 - 60 * 60, 0.01);
    canvas_close(&canvas);
}

static void draw_everything(Raster *raster)
{
    const Point star[] = {{-50, 90}, {250, 110}, {100, -60}, {90, 260}};
    const uint8_t curve[] = {PATH_MOVE, PATH_CUBIC};
    RasterPaint both = {.fill = 0x80FFFFFF, .stroke = 0xFFFFFFFF, .width = 7};
    RasterPaint dashed = {.stroke = 0xFFFFFFFF, .width = 3, .dash_on = 9, .dash_off = 4};
    raster_rect(raster, (Rect){-20, -20, 300, 150}, 40, &both);
    raster_rect(raster, (Rect){30.5f, 60, 120, 300}, 15, &dashed);
    raster_path(raster, square_verbs, 5, star, &both);
    raster_path(raster, curve, 2, star, &both);
}

/* Inside the clip the picture is the same as without it, outside nothing is touched. */
static void clips_hold_to_the_pixel(void **state)
{
    Canvas whole, part;
    PixelBox clip = {37, 51, 141, 160};
    canvas_open(&whole);
    canvas_open(&part);
    draw_everything(&whole.raster);
    raster_target(&part.raster, &part.surface, clip);
    draw_everything(&part.raster);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool inside = x >= clip.x0 && x < clip.x1 && y >= clip.y0 && y < clip.y1;
            uint32_t expected = inside ? whole.surface.pixels[y * SIDE + x] : 0xFF000000, got = part.surface.pixels[y * SIDE + x];
            int difference = abs((int)(expected & 0xFF) - (int)(got & 0xFF));
            if (difference > (inside ? 2 : 0))
                fail_msg("pixel %d,%d is %08x, should be %08x", x, y, got, expected);
        }
    canvas_close(&whole);
    canvas_close(&part);
}

static void strange_numbers_are_harmless(void **state)
{
    static const float strange[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 0};
    Canvas canvas;
    canvas_open(&canvas);
    RasterPaint paint = {.fill = 0xFFFFFFFF, .stroke = 0xFF00FF00, .width = 3, .dash_on = 3, .dash_off = 2};
    for (int i = 0; i < 6 * 6; i++) {
        float a = strange[i % 6], b = strange[i / 6];
        const Point points[] = {{a, b}, {b, a}, {50, a}, {b, 60}};
        raster_rect(&canvas.raster, (Rect){a, b, b, a}, 5, &paint);
        raster_rect(&canvas.raster, (Rect){10, a, 20, b}, a, &paint);
        raster_path(&canvas.raster, square_verbs, 5, points, &paint);
        const uint8_t curve[] = {PATH_MOVE, PATH_CUBIC};
        raster_path(&canvas.raster, curve, 2, points, &paint);
    }
    canvas_close(&canvas);
}

static void mixing_is_exact_at_the_ends(void **state)
{
    uint32_t pixels[7] = {0xFF102030, 0xFF102030, 0xFF102030, 0xFF102030, 0xFF102030, 0xFF102030, 0xFF102030};
    surface_blend_span(pixels, 7, 0xFFABCDEF, 0);
    assert_true(pixels[0] == 0xFF102030 && pixels[6] == 0xFF102030);
    for (unsigned coverage = 1; coverage < 255; coverage++) {
        uint32_t fours[5] = {0xFF102030, 0xFFFFFFFF, 0xFF000000, 0xFF7F8081, 0xFF102030};
        surface_blend_span(fours, 5, 0xFFABCDEF, coverage);
        assert_int_equal(fours[0], surface_mix(0xFF102030, 0xFFABCDEF, coverage));
        assert_int_equal(fours[1], surface_mix(0xFFFFFFFF, 0xFFABCDEF, coverage));
        assert_int_equal(fours[3], surface_mix(0xFF7F8081, 0xFFABCDEF, coverage));
        assert_int_equal(fours[4], fours[0]);
    }
    surface_blend_span(pixels, 7, 0xFFABCDEF, 255);
    assert_true(pixels[0] == 0xFFABCDEF && pixels[6] == 0xFFABCDEF);
}

/* Four pixels at a time must give what one at a time gives. */
static void masks_and_fades_equal_single_pixels(void **state)
{
    uint8_t mask[257];
    uint32_t pixels[257];
    Surface a = {pixels, 257, 1, 257};
    for (unsigned alpha = 0; alpha < 256; alpha += 51) {
        uint32_t color = alpha << 24 | 0xC08040;
        for (int i = 0; i < 257; i++) {
            mask[i] = (uint8_t)(i % 7 == 3 ? 0 : i);
            pixels[i] = 0xFF000000 | (uint32_t)i * 40503u;
        }
        surface_blend_mask(pixels, 257, color, mask);
        for (int i = 0; i < 257; i++)
            assert_int_equal(pixels[i], surface_mix(0xFF000000 | (uint32_t)i * 40503u, color, surface_alpha(color, mask[i])));
    }
    uint32_t from[257], into[257];
    for (int i = 0; i < 257; i++) {
        from[i] = 0xFF000000 | (uint32_t)i * 40503u;
        into[i] = 0xFF000000 | (uint32_t)i * 65521u;
    }
    Surface b = {from, 257, 1, 257}, c = {into, 257, 1, 257};
    surface_crossfade(&a, &b, &c, 0);
    assert_memory_equal(pixels, from, sizeof from);
    surface_crossfade(&a, &b, &c, 256);
    assert_memory_equal(pixels, into, sizeof into);
    surface_crossfade(&a, &b, &c, 100);
    assert_int_equal(pixels[4] & 0xFF, ((from[4] & 0xFF) * 156 + (into[4] & 0xFF) * 100) >> 8);
}

static void draw_shapes(DrawList *list)
{
    Paint card = {.fill = COLOR_PANEL, .stroke = COLOR_LINE, .alpha = 255, .width = 1};
    for (int i = 0; i < 4; i++) {
        float x = 20 + 150 * (float)i;
        draw_rect(list, (Rect){x + 1, 22, 120, 80}, 12, (Paint){.fill = COLOR_SHADOW, .alpha = 255});
        card.width = 1 + (float)i;
        draw_rect(list, (Rect){x, 20, 120, 80}, 4 + 8 * (float)i, card);
        draw_rect(list, (Rect){x + 0.5f, 120.5f, 120, 60}, 11,
                  (Paint){.fill = COLOR_LIST_TINT, .stroke = COLOR_LIST_EDGE, .alpha = 255, .width = 1.5f,
                          .dash_on = 3 + 2 * (float)i, .dash_off = 4});
        draw_circle(list, (Point){x + 100, 130}, 4 + 5 * (float)i, (Paint){.fill = COLOR_INT_EDGE,
                    .stroke = COLOR_PANEL, .alpha = 255, .width = 2});
        const uint8_t verbs[] = {PATH_MOVE, PATH_CUBIC};
        const Point arrow[] = {{x, 240}, {x + 90, 200}, {x - 40, 320}, {x + 120, 300}};
        draw_path(list, verbs, 2, arrow, 4, (Paint){.stroke = COLOR_MARK, .alpha = 80, .width = 9});
        draw_path(list, verbs, 2, arrow, 4, (Paint){.stroke = (uint8_t)(COLOR_ARROW_0 + i), .alpha = 255,
                  .width = 1.2f + (float)i, .dash_on = i == 3 ? 8 : 0, .dash_off = i == 3 ? 5 : 0});
        const Point head[] = {{x + 120, 300}, {x + 105, 292}, {x + 109, 300}, {x + 105, 308}};
        draw_path(list, square_verbs, 5, head, 4, (Paint){.fill = (uint8_t)(COLOR_ARROW_0 + i), .alpha = 255});
    }
    const uint8_t zigzag[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_LINE};
    const Point corners[] = {{30, 340}, {200, 380}, {60, 390}, {330, 345}, {335, 395}};
    draw_path(list, zigzag, 5, corners, 5, (Paint){.stroke = COLOR_DEAD, .alpha = 160, .width = 9});
    draw_clip_push(list, (Rect){400, 330, 180, 60});
    draw_transform_push(list, 1.7f, 380, 300);
    draw_rect(list, (Rect){5, 10, 60, 60}, 9, (Paint){.fill = COLOR_ACCENT, .stroke = COLOR_OK, .alpha = 255, .width = 3});
    draw_transform_pop(list);
    draw_clip_pop(list);
}

static bool same_pixels(const Surface *a, const Surface *b)
{
    if (a->width != b->width || a->height != b->height)
        return false;
    return memcmp(a->pixels, b->pixels, (size_t)a->width * (size_t)a->height * sizeof *a->pixels) == 0;
}

static void shapes_equal_the_golden_picture(void **state)
{
    const char *path = "tests/golden/shapes.png", *wish = getenv("REFARROWS_GOLDEN");
    char error[300];
    Surface surface, golden;
    DrawList list;
    Painter painter;
    draw_list_init(&list);
    draw_shapes(&list);
    painter_init(&painter, NULL);
    assert_true(surface_init(&surface, 620, 400));
    painter_draw(&painter, &surface, &list, theme_find("light"), 1);
    if (wish && strcmp(wish, "update") == 0 && !png_write(path, &surface, NULL, 0, error, sizeof error))
        fail_msg("%s", error);
    if (!png_read(path, &golden, error, sizeof error))
        fail_msg("%s (run from the top of the tree)", error);
    assert_true(same_pixels(&surface, &golden));
    surface_finish(&golden);
    surface_finish(&surface);
    painter_finish(&painter);
    draw_list_finish(&list);
}

/* More pushes than there is room for, and pops of nothing, must leave the painter standing. */
static void painter_survives_unbalanced_lists(void **state)
{
    DrawList list;
    Surface surface;
    Painter painter;
    draw_list_init(&list);
    for (int i = 0; i < 3; i++)
        draw_clip_pop(&list);
    for (int i = 0; i < 3 * PAINTER_DEPTH; i++) {
        draw_clip_push(&list, (Rect){0, 0, 50, 50});
        draw_transform_push(&list, 1, 0, 0);
    }
    for (int i = 0; i < 4 * PAINTER_DEPTH; i++) {
        draw_clip_pop(&list);
        draw_transform_pop(&list);
    }
    draw_rect(&list, (Rect){60, 60, 10, 10}, 0, (Paint){.fill = COLOR_DEAD, .alpha = 255});
    painter_init(&painter, NULL);
    assert_true(surface_init(&surface, 100, 100));
    painter_draw(&painter, &surface, &list, theme_find("light"), 1);
    assert_int_equal(surface.pixels[65 * 100 + 65], theme_find("light")->colors[COLOR_DEAD]);
    assert_int_equal(surface.pixels[0], theme_find("light")->colors[COLOR_PAGE]);
    surface_finish(&surface);
    painter_finish(&painter);
    draw_list_finish(&list);
}

static void every_theme_has_every_color(void **state)
{
    for (int i = 0; theme_at(i); i++) {
        assert_ptr_equal(theme_find(theme_at(i)->name), theme_at(i));
        for (int role = COLOR_NONE + 1; role < COLOR_COUNT; role++)
            assert_true(theme_at(i)->colors[role] >> 24);
    }
    assert_null(theme_find("plaid"));
    assert_ptr_equal(theme_next(theme_find("light")), theme_find("dark"));
    assert_ptr_equal(theme_next(theme_find("dark")), theme_find("contrast"));
    assert_ptr_equal(theme_next(theme_find("contrast")), theme_find("light"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rectangles_cover_their_area), cmocka_unit_test(outlines_cover_their_area),
        cmocka_unit_test(paths_cover_their_area), cmocka_unit_test(strokes_have_round_ends),
        cmocka_unit_test(curves_are_stroked_evenly), cmocka_unit_test(opposite_ways_cut_a_hole),
        cmocka_unit_test(clips_hold_to_the_pixel), cmocka_unit_test(strange_numbers_are_harmless),
        cmocka_unit_test(mixing_is_exact_at_the_ends),
        cmocka_unit_test(masks_and_fades_equal_single_pixels), cmocka_unit_test(shapes_equal_the_golden_picture),
        cmocka_unit_test(painter_survives_unbalanced_lists), cmocka_unit_test(every_theme_has_every_color),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
