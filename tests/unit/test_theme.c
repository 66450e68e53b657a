/* The palettes: text can be read, and what means different things looks different, for the three kinds of colour
 * blindness as well.
 *
 * Contrast is that of WCAG 2.1. Colour blindness is simulated by the matrices of Machado, Oliveira and Fernandes (2009)
 * for a full deficiency, in linear RGB; differences are CIE76 in Lab, where 2.3 can just be noticed. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "draw/theme.h"

typedef struct Color { double v[3]; } Color;
typedef struct Sight { const char *name; double matrix[3][3]; } Sight;

static const Sight sights[] = {
    {"full sight", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {"protanopia", {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {"deuteranopia", {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
                      {-0.011820, 0.042940, 0.968881}}},
    {"tritanopia", {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
};

static Color linear(uint32_t argb)
{
    Color color;
    for (int i = 0; i < 3; i++) {
        double part = (argb >> (16 - 8 * i) & 0xFF) / 255.0;
        color.v[i] = part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
    }
    return color;
}

static Color multiply(const double matrix[3][3], Color color)
{
    Color result;
    for (int i = 0; i < 3; i++) {
        result.v[i] = 0;
        for (int k = 0; k < 3; k++)
            result.v[i] += matrix[i][k] * color.v[k];
        result.v[i] = fmin(fmax(result.v[i], 0), 1);
    }
    return result;
}

static double lab_part(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static Color lab(Color color)
{
    static const double XYZ[3][3] = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041},
    };
    static const double WHITE[3] = {0.95047, 1, 1.08883};
    double f[3];
    for (int i = 0; i < 3; i++)
        f[i] = lab_part((XYZ[i][0] * color.v[0] + XYZ[i][1] * color.v[1] + XYZ[i][2] * color.v[2]) / WHITE[i]);
    return (Color){{116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}};
}

static double difference(const Sight *sight, uint32_t a, uint32_t b)
{
    Color first = lab(multiply(sight->matrix, linear(a))), second = lab(multiply(sight->matrix, linear(b)));
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += (first.v[i] - second.v[i]) * (first.v[i] - second.v[i]);
    return sqrt(sum);
}

static double luminance(uint32_t argb)
{
    Color color = linear(argb);
    return 0.2126 * color.v[0] + 0.7152 * color.v[1] + 0.0722 * color.v[2];
}

static double contrast(uint32_t a, uint32_t b)
{
    double first = luminance(a), second = luminance(b);
    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

/* Text on the grounds it stands on, and edges against their tints. */
static const struct { uint8_t ink, ground; double least, least_strong; } readings[] = {
    {COLOR_TEXT, COLOR_PAGE, 7, 7}, {COLOR_TEXT, COLOR_PANEL, 7, 7}, {COLOR_TEXT, COLOR_CANVAS, 7, 7},
    {COLOR_TEXT, COLOR_MARK_SOFT, 7, 7}, {COLOR_TEXT, COLOR_ACCENT_SOFT, 7, 7}, {COLOR_SOFT, COLOR_PANEL, 4.5, 7},
    {COLOR_SOFT, COLOR_CANVAS, 4.5, 7}, {COLOR_ACCENT, COLOR_PANEL, 4.5, 7}, {COLOR_MARK, COLOR_PANEL, 4.5, 7},
    {COLOR_MARK, COLOR_CANVAS, 4.5, 7}, {COLOR_DEAD, COLOR_CANVAS, 4.5, 7}, {COLOR_ON_ACCENT, COLOR_ACCENT, 4.5, 7},
    {COLOR_KEYWORD, COLOR_PANEL, 4.5, 7}, {COLOR_STRING, COLOR_PANEL, 4.5, 7}, {COLOR_NUMBER, COLOR_PANEL, 4.5, 7},
    {COLOR_TEXT, COLOR_LIST_TINT, 7, 7}, {COLOR_TEXT, COLOR_INT_TINT, 7, 7}, {COLOR_TEXT, COLOR_FUNCTION_TINT, 7, 7},
    {COLOR_TEXT, COLOR_STR_TINT, 7, 7}, {COLOR_TEXT, COLOR_INSTANCE_TINT, 7, 7}, {COLOR_TEXT, COLOR_DICT_TINT, 7, 7},
    {COLOR_ARROW_0, COLOR_CANVAS, 4.5, 6}, {COLOR_ARROW_1, COLOR_CANVAS, 4.5, 6}, {COLOR_ARROW_2, COLOR_CANVAS, 4, 6},
    {COLOR_ARROW_3, COLOR_CANVAS, 4.5, 6}, {COLOR_ARROW_OBJECT, COLOR_CANVAS, 4.5, 6},
};

static void test_text_can_be_read(void **state)
{
    for (int t = 0; theme_at(t); t++) {
        const Theme *theme = theme_at(t);
        bool strong = strcmp(theme->name, "contrast") == 0;
        for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
            double got = contrast(theme->colors[readings[i].ink], theme->colors[readings[i].ground]);
            double least = strong ? readings[i].least_strong : readings[i].least;
            if (got < least)
                fail_msg("%s: role %d on role %d has a contrast of %.2f, not %.1f", theme->name, readings[i].ink,
                         readings[i].ground, got, least);
        }
    }
}

/* Groups whose members must not be taken for each other. Arrows of frames that follow each other, and what is now, what
 * changed and what died. */
static const struct { uint8_t a, b; } pairs[] = {
    {COLOR_ARROW_0, COLOR_ARROW_1}, {COLOR_ARROW_1, COLOR_ARROW_2}, {COLOR_ARROW_2, COLOR_ARROW_3},
    {COLOR_ARROW_3, COLOR_ARROW_0}, {COLOR_ARROW_0, COLOR_ARROW_OBJECT}, {COLOR_ARROW_1, COLOR_ARROW_OBJECT},
    {COLOR_ACCENT, COLOR_MARK}, {COLOR_ACCENT, COLOR_DEAD}, {COLOR_MARK, COLOR_OK}, {COLOR_DEAD, COLOR_OK},
    {COLOR_LIST_EDGE, COLOR_INT_EDGE}, {COLOR_LIST_EDGE, COLOR_FUNCTION_EDGE}, {COLOR_LIST_EDGE, COLOR_STR_EDGE},
    {COLOR_INSTANCE_EDGE, COLOR_STR_EDGE}, {COLOR_INSTANCE_EDGE, COLOR_LIST_EDGE}, {COLOR_DICT_EDGE, COLOR_INT_EDGE},
};

enum { LEAST_DIFFERENCE = 8 };     /* more than three times what can just be noticed */

static void test_colours_are_told_apart(void **state)
{
    for (int t = 0; theme_at(t); t++)
        for (size_t s = 0; s < sizeof sights / sizeof *sights; s++)
            for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
                const Theme *theme = theme_at(t);
                double got = difference(&sights[s], theme->colors[pairs[i].a], theme->colors[pairs[i].b]);
                if (got < LEAST_DIFFERENCE)
                    fail_msg("%s: with %s roles %d and %d differ by %.1f only", theme->name, sights[s].name, pairs[i].a,
                             pairs[i].b, got);
            }
}

/* A simulation that changed nothing would pass: red and green of equal lightness must come close to each other. */
static void test_simulation(void **state)
{
    assert_true(difference(&sights[0], 0xC05030, 0x708030) > 40);
    assert_true(difference(&sights[2], 0xC05030, 0x708030) < difference(&sights[0], 0xC05030, 0x708030) / 2);
    assert_true(contrast(0xFFFFFF, 0x000000) > 20.9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_can_be_read), cmocka_unit_test(test_colours_are_told_apart),
        cmocka_unit_test(test_simulation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
