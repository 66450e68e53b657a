/* The table of themes. Text on its ground has a contrast of 4.5 or more, in "contrast" of 7; colours that mean different
 * things can be told apart by colour-blind eyes, too. tests/unit/test_theme.c checks it. */
#include "draw/theme.h"

#include <stddef.h>
#include <string.h>

#define OPAQUE(rgb) (UINT32_C(0xFF000000) | (rgb))

static const Theme themes[] = {
    {
        .name = "light",
        .colors = {
            [COLOR_NONE] = 0,
            [COLOR_PAGE] = OPAQUE(0xF6F5F1),
            [COLOR_PANEL] = OPAQUE(0xFFFFFF),
            [COLOR_CANVAS] = OPAQUE(0xFBFAF7),
            [COLOR_LINE] = OPAQUE(0xE3E0D8),
            [COLOR_TEXT] = OPAQUE(0x1F2328),
            [COLOR_SOFT] = OPAQUE(0x6B7078),
            [COLOR_FAINT] = OPAQUE(0xA9ADB3),
            [COLOR_ACCENT] = OPAQUE(0x0B6BCB),
            [COLOR_ACCENT_SOFT] = OPAQUE(0xE3F0FC),
            [COLOR_MARK] = OPAQUE(0xB45309),
            [COLOR_MARK_SOFT] = OPAQUE(0xFEF1D8),
            [COLOR_OK] = OPAQUE(0x0F7B55),
            [COLOR_DEAD] = OPAQUE(0xB42318),
            [COLOR_GHOST] = OPAQUE(0xC9CCD1),
            [COLOR_SHADOW] = 0x14000000,
            [COLOR_FRAME] = OPAQUE(0xFFFFFF),
            [COLOR_ON_ACCENT] = OPAQUE(0xFFFFFF),
            [COLOR_KEYWORD] = OPAQUE(0x8660B8),
            [COLOR_STRING] = OPAQUE(0x23755A),
            [COLOR_NUMBER] = OPAQUE(0x3A6DA6),
            [COLOR_COMMENT] = OPAQUE(0x80858C),
            [COLOR_LIST_TINT] = OPAQUE(0xFFF6E6),
            [COLOR_LIST_EDGE] = OPAQUE(0xD98E04),
            [COLOR_INT_TINT] = OPAQUE(0xEEF4FB),
            [COLOR_INT_EDGE] = OPAQUE(0x4B7FB8),
            [COLOR_FUNCTION_TINT] = OPAQUE(0xF3EFFA),
            [COLOR_FUNCTION_EDGE] = OPAQUE(0x8660B8),
            [COLOR_STR_TINT] = OPAQUE(0xE9F7F0),
            [COLOR_STR_EDGE] = OPAQUE(0x2E8B6A),
            [COLOR_INSTANCE_TINT] = OPAQUE(0xFDEFF5),
            [COLOR_INSTANCE_EDGE] = OPAQUE(0xC0588F),
            [COLOR_DICT_TINT] = OPAQUE(0xFFF0EB),
            [COLOR_DICT_EDGE] = OPAQUE(0xC8562B),
            [COLOR_OTHER_TINT] = OPAQUE(0xF2F2F0),
            [COLOR_OTHER_EDGE] = OPAQUE(0x737983),
            [COLOR_ARROW_0] = OPAQUE(0x0B6BCB),
            [COLOR_ARROW_1] = OPAQUE(0x8A5A00),
            [COLOR_ARROW_2] = OPAQUE(0x0F8A7E),
            [COLOR_ARROW_3] = OPAQUE(0xA02C8C),
            [COLOR_ARROW_OBJECT] = OPAQUE(0x6B7078),
            [COLOR_DIM] = 0xB014171A,
        },
    },
    {
        .name = "dark",
        .colors = {
            [COLOR_NONE] = 0,
            [COLOR_PAGE] = OPAQUE(0x15171B),
            [COLOR_PANEL] = OPAQUE(0x1C1F25),
            [COLOR_CANVAS] = OPAQUE(0x181B20),
            [COLOR_LINE] = OPAQUE(0x2D323B),
            [COLOR_TEXT] = OPAQUE(0xE8EAED),
            [COLOR_SOFT] = OPAQUE(0xA2A8B2),
            [COLOR_FAINT] = OPAQUE(0x6B727D),
            [COLOR_ACCENT] = OPAQUE(0x6CB2FF),
            [COLOR_ACCENT_SOFT] = OPAQUE(0x1D3350),
            [COLOR_MARK] = OPAQUE(0xFFC46B),
            [COLOR_MARK_SOFT] = OPAQUE(0x3A2E17),
            [COLOR_OK] = OPAQUE(0x5CD6A9),
            [COLOR_DEAD] = OPAQUE(0xFF8A80),
            [COLOR_GHOST] = OPAQUE(0x4A505A),
            [COLOR_SHADOW] = 0x55000000,
            [COLOR_FRAME] = OPAQUE(0x1F232A),
            [COLOR_ON_ACCENT] = OPAQUE(0x1C1F25),
            [COLOR_KEYWORD] = OPAQUE(0xB79AE6),
            [COLOR_STRING] = OPAQUE(0x66C9A0),
            [COLOR_NUMBER] = OPAQUE(0x7FB0E6),
            [COLOR_COMMENT] = OPAQUE(0x848B96),
            [COLOR_LIST_TINT] = OPAQUE(0x2C2517),
            [COLOR_LIST_EDGE] = OPAQUE(0xE6A93C),
            [COLOR_INT_TINT] = OPAQUE(0x1B2736),
            [COLOR_INT_EDGE] = OPAQUE(0x7FB0E6),
            [COLOR_FUNCTION_TINT] = OPAQUE(0x28223A),
            [COLOR_FUNCTION_EDGE] = OPAQUE(0xB79AE6),
            [COLOR_STR_TINT] = OPAQUE(0x16291F),
            [COLOR_STR_EDGE] = OPAQUE(0x66C9A0),
            [COLOR_INSTANCE_TINT] = OPAQUE(0x321E2A),
            [COLOR_INSTANCE_EDGE] = OPAQUE(0xE58BB8),
            [COLOR_DICT_TINT] = OPAQUE(0x33211A),
            [COLOR_DICT_EDGE] = OPAQUE(0xF08A5F),
            [COLOR_OTHER_TINT] = OPAQUE(0x23262C),
            [COLOR_OTHER_EDGE] = OPAQUE(0x9BA2AD),
            [COLOR_ARROW_0] = OPAQUE(0x6CB2FF),
            [COLOR_ARROW_1] = OPAQUE(0xFFC46B),
            [COLOR_ARROW_2] = OPAQUE(0x5FD3C6),
            [COLOR_ARROW_3] = OPAQUE(0xE879C8),
            [COLOR_ARROW_OBJECT] = OPAQUE(0xA2A8B2),
            [COLOR_DIM] = 0xB014171A,
        },
    },
    {
        .name = "contrast",
        .colors = {
            [COLOR_NONE] = 0,
            [COLOR_PAGE] = OPAQUE(0xFFFFFF),
            [COLOR_PANEL] = OPAQUE(0xFFFFFF),
            [COLOR_CANVAS] = OPAQUE(0xFFFFFF),
            [COLOR_LINE] = OPAQUE(0x595959),
            [COLOR_TEXT] = OPAQUE(0x000000),
            [COLOR_SOFT] = OPAQUE(0x333333),
            [COLOR_FAINT] = OPAQUE(0x595959),
            [COLOR_ACCENT] = OPAQUE(0x003FA8),
            [COLOR_ACCENT_SOFT] = OPAQUE(0xD6E6FF),
            [COLOR_MARK] = OPAQUE(0x9A3300),
            [COLOR_MARK_SOFT] = OPAQUE(0xFFE9BF),
            [COLOR_OK] = OPAQUE(0x00563B),
            [COLOR_DEAD] = OPAQUE(0xA30000),
            [COLOR_GHOST] = OPAQUE(0x595959),
            [COLOR_SHADOW] = 0x20000000,
            [COLOR_FRAME] = OPAQUE(0xFFFFFF),
            [COLOR_ON_ACCENT] = OPAQUE(0xFFFFFF),
            [COLOR_KEYWORD] = OPAQUE(0x5B2A9B),
            [COLOR_STRING] = OPAQUE(0x00563B),
            [COLOR_NUMBER] = OPAQUE(0x003FA8),
            [COLOR_COMMENT] = OPAQUE(0x4A4A4A),
            [COLOR_LIST_TINT] = OPAQUE(0xFFF7E0),
            [COLOR_LIST_EDGE] = OPAQUE(0x7A4A00),
            [COLOR_INT_TINT] = OPAQUE(0xEAF2FF),
            [COLOR_INT_EDGE] = OPAQUE(0x0B4A94),
            [COLOR_FUNCTION_TINT] = OPAQUE(0xF2ECFF),
            [COLOR_FUNCTION_EDGE] = OPAQUE(0x5B2A9B),
            [COLOR_STR_TINT] = OPAQUE(0xE6F7EE),
            [COLOR_STR_EDGE] = OPAQUE(0x00563B),
            [COLOR_INSTANCE_TINT] = OPAQUE(0xFFEAF4),
            [COLOR_INSTANCE_EDGE] = OPAQUE(0x8F1F60),
            [COLOR_DICT_TINT] = OPAQUE(0xFFEDE6),
            [COLOR_DICT_EDGE] = OPAQUE(0x943000),
            [COLOR_OTHER_TINT] = OPAQUE(0xF2F2F2),
            [COLOR_OTHER_EDGE] = OPAQUE(0x404040),
            [COLOR_ARROW_0] = OPAQUE(0x003FA8),
            [COLOR_ARROW_1] = OPAQUE(0x8A4B00),
            [COLOR_ARROW_2] = OPAQUE(0x006B5F),
            [COLOR_ARROW_3] = OPAQUE(0x99257A),
            [COLOR_ARROW_OBJECT] = OPAQUE(0x404040),
            [COLOR_DIM] = 0xB014171A,
        },
    },
};

enum { THEME_COUNT = sizeof themes / sizeof themes[0] };

const Theme *theme_find(const char *name)
{
    for (int i = 0; i < THEME_COUNT; i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}

const Theme *theme_at(int index)
{
    return index >= 0 && index < THEME_COUNT ? &themes[index] : NULL;
}

const Theme *theme_next(const Theme *theme)
{
    return &themes[(theme - themes + 1) % THEME_COUNT];
}

uint32_t theme_color(const Theme *theme, uint8_t role, uint8_t alpha)
{
    uint32_t color = role < COLOR_COUNT ? theme->colors[role] : 0;
    uint32_t own = color >> 24;
    return ((own * alpha + 127) / 255) << 24 | (color & 0xFFFFFF);
}
