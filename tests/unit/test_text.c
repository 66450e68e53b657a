/* Text: widths are in proportion and agree with what is drawn, letters that no font has do no harm, a missing font is
 * told in one line. */
#include "draw/text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const TextStyle sans = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_TEXT, 20};
static const TextStyle mono = {FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, 20};

static int open_fonts(void **state)
{
    char error[5000];
    *state = text_create(error, sizeof error);
    if (!*state)
        print_error("%s\n", error);
    return *state ? 0 : -1;
}

static int close_fonts(void **state)
{
    text_destroy(*state);
    return 0;
}

static float width(TextFonts *fonts, TextStyle style, const char *text)
{
    return text_width(fonts, &style, text, strlen(text));
}

static void assert_near(float a, float b, float tolerance)
{
    if (fabsf(a - b) > tolerance)
        fail_msg("%g is not %g", (double)a, (double)b);
}

static void widths_are_in_proportion(void **state)
{
    TextStyle twice = sans;
    twice.size *= 2;
    assert_near(width(*state, twice, "Hamburg 123"), 2 * width(*state, sans, "Hamburg 123"), 0.01f);
    assert_near(width(*state, mono, "iiii"), width(*state, mono, "WWWW"), 0.01f);
    assert_near(width(*state, mono, "x"), 12, 0.01f);        /* JetBrains Mono advances 600 of 1000 */
    assert_near(width(*state, sans, ""), 0, 0);
    assert_true(width(*state, sans, "W") > 2 * width(*state, sans, "i"));
    TextMeasure measure = text_measure(*state);
    assert_near(measure.width(measure.context, &sans, "abc", 3), width(*state, sans, "abc"), 0);
}

typedef struct Ink { int x0, x1, y0, y1, count; } Ink;

enum { SIDE = 300 };

static Ink ink_of(TextFonts *fonts, TextStyle style, float x, float scale, const char *text)
{
    Surface surface;
    Ink ink = {SIDE, -1, SIDE, -1, 0};
    assert_true(surface_init(&surface, SIDE, SIDE));
    memset(surface.pixels, 0, SIDE * SIDE * sizeof *surface.pixels);
    text_draw(fonts, &surface, surface_box(&surface), x, 150, &style, scale, 0xFFFFFFFF, text, strlen(text));
    for (int i = 0; i < SIDE * SIDE; i++) {
        if ((surface.pixels[i] & 0xFF) < 0x40)
            continue;
        int px = i % SIDE, py = i / SIDE;
        ink = (Ink){px < ink.x0 ? px : ink.x0, px > ink.x1 ? px : ink.x1, py < ink.y0 ? py : ink.y0,
                    py > ink.y1 ? py : ink.y1, ink.count + 1};
    }
    surface_finish(&surface);
    return ink;
}

static void drawing_agrees_with_measuring(void **state)
{
    for (float scale = 0.5f; scale <= 4; scale *= 1.37f) {
        Ink ink = ink_of(*state, mono, 20, scale, "HHHH");
        assert_near((float)(ink.x1 - ink.x0), width(*state, mono, "HHHH") * scale - 3.2f * scale, 1.5f + 0.6f * scale);
        assert_int_equal(ink.y1, 149);                       /* stands on the baseline */
        assert_near((float)(ink.y1 - ink.y0 + 1), 0.73f * 20 * scale, 1.5f);
    }
}

/* Greek, Cyrillic, Chinese, Japanese, Korean, arrows, emoji; ink alone would not do, a missing letter is a box. */
static void scripts_have_letters(void **state)
{
    static const char *const samples[] = {
        "\xCE\xA9", "\xD0\x96", "\xE6\xBC\xA2", "\xE3\x81\x82", "\xED\x95\x9C", "\xE2\x86\x92", "\xF0\x9F\x98\x80",
    };
    Ink missing = ink_of(*state, mono, 20, 2, "\xF3\xB0\x80\x80");
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        Ink ink = ink_of(*state, mono, 20, 2, samples[i]);
        assert_true(ink.count > 20);
        assert_false(ink.count == missing.count && ink.x1 - ink.x0 == missing.x1 - missing.x0);
    }
    assert_near(width(*state, mono, "\xE2\x9C\x8C\xEF\xB8\x8F"), width(*state, mono, "\xE2\x9C\x8C"), 0);
}

static void anchors_place_the_text(void **state)
{
    TextStyle middle = sans, end = sans;
    middle.anchor = ANCHOR_MIDDLE;
    end.anchor = ANCHOR_END;
    Ink a = ink_of(*state, sans, 150, 1, "HoH"), b = ink_of(*state, middle, 150, 1, "HoH"), c = ink_of(*state, end, 150, 1, "HoH");
    float w = width(*state, sans, "HoH");
    assert_near((float)(a.x0 - b.x0), w / 2, 1.1f);
    assert_near((float)(a.x0 - c.x0), w, 1.1f);
}

static void quarters_of_a_pixel_move_the_letters(void **state)
{
    Surface a, b;
    assert_true(surface_init(&a, SIDE, SIDE) && surface_init(&b, SIDE, SIDE));
    memset(a.pixels, 0, SIDE * SIDE * 4);
    memset(b.pixels, 0, SIDE * SIDE * 4);
    text_draw(*state, &a, surface_box(&a), 20, 100, &sans, 1, 0xFFFFFFFF, "l", 1);
    text_draw(*state, &b, surface_box(&b), 20.25f, 100, &sans, 1, 0xFFFFFFFF, "l", 1);
    assert_true(memcmp(a.pixels, b.pixels, SIDE * SIDE * 4) != 0);
    surface_finish(&a);
    surface_finish(&b);
}

static void odd_letters_do_no_harm(void **state)
{
    static const char *const texts[] = {
        "\xC3\xA9\xCE\xBB\xE2\x88\x9E\xE2\x88\x92", "\xF0\x9F\x90\x8D", "\xE4\xBD\xA0", "\xFF\xC3", "\xC0\x80",
        "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\tb\nc\x01\x7F", "\xE2\x82",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        assert_true(width(*state, mono, texts[i]) > 0);
        ink_of(*state, mono, 20, 1, texts[i]);
    }
    /* a letter that nobody has is a box, not nothing */
    assert_true(ink_of(*state, mono, 20, 1, "\xF3\xB0\x80\x80").count > 20);
    /* each wrong byte counts as one replacement */
    assert_near(width(*state, sans, "\xFF\xFF"), 2 * width(*state, sans, "\xEF\xBF\xBD"), 0.01f);
}

static void clips_hold(void **state)
{
    Surface surface;
    assert_true(surface_init(&surface, SIDE, SIDE));
    memset(surface.pixels, 0, SIDE * SIDE * 4);
    text_draw(*state, &surface, (PixelBox){50, 90, 80, 95}, 20, 100, &sans, 1, 0xFFFFFFFF, "MMMMMMMM", 8);
    int inside = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
        int x = i % SIDE, y = i / SIDE;
        if (x >= 50 && x < 80 && y >= 90 && y < 95)
            inside += surface.pixels[i] != 0;
        else
            assert_int_equal(surface.pixels[i], 0);
    }
    assert_true(inside > 0);
    surface_finish(&surface);
}

/* More sizes than the atlas holds: it must start anew and still draw. */
static void many_sizes_are_forgotten(void **state)
{
    Ink before = ink_of(*state, sans, 20, 1, "abc");
    for (int size = 30; size < 400; size++) {
        TextStyle large = sans;
        large.size = (float)size;
        ink_of(*state, large, -100, 1, "ABCDEFGHJKLMNOPQ");
    }
    Ink after = ink_of(*state, sans, 20, 1, "abc");
    assert_memory_equal(&before, &after, sizeof before);
}

static void a_missing_font_is_told(void **state)
{
    char error[5000] = "";
    assert_int_equal(setenv("REFARROWS_FONTS", "/nonexistent", 1), 0);
    TextFonts *fonts = text_create(error, sizeof error);
    unsetenv("REFARROWS_FONTS");
    assert_null(fonts);
    assert_non_null(strstr(error, "fonts-inter"));
    assert_null(strchr(error, '\n'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_in_proportion), cmocka_unit_test(drawing_agrees_with_measuring),
        cmocka_unit_test(scripts_have_letters), cmocka_unit_test(anchors_place_the_text),
        cmocka_unit_test(quarters_of_a_pixel_move_the_letters),
        cmocka_unit_test(odd_letters_do_no_harm), cmocka_unit_test(clips_hold),
        cmocka_unit_test(many_sizes_are_forgotten), cmocka_unit_test(a_missing_font_is_told),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
