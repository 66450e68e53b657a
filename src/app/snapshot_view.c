#include "app/snapshot_view.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draw/png.h"

/* ---- writing ---- */

/* A word without the letters that part words here. */
static void print_word(FILE *out, const char *word)
{
    for (; *word; word++) {
        if (strchr(" %=,:\n", *word))
            fprintf(out, "%%%02x", (unsigned char)*word);
        else
            fputc(*word, out);
    }
}

static void print_set(FILE *out, const char *key, const ChoiceSet *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        fprintf(out, "%s%" PRIu64, i ? "," : key, set->numbers[i]);
}

static void print_words(FILE *out, const char *key, const ChoiceWords *list)
{
    for (uint32_t i = 0; i < choice_count_words(list); i++) {
        fputs(i ? "," : key, out);
        print_word(out, list->words[i]);
    }
}

static void print_choices(FILE *out, const Choices *choices)
{
    print_set(out, " opened=", &choices->opened);
    print_set(out, " folded=", &choices->folded);
    if (choices->focus[0]) {
        fputs(" focus=", out);
        print_word(out, choices->focus);
    }
    print_words(out, " hidden=", &choices->hidden);
    print_words(out, " folded_types=", &choices->folded_types);
    for (uint32_t i = 0; i < choices->pin_count; i++) {
        const ChoicePin *pin = &choices->pins[i];
        fprintf(out, "%s%" PRIu64 ":%d:%g", i ? "," : " pins=", pin->number, (int)pin->column, (double)pin->y);
    }
}

char *snapshot_view_print(const SnapshotView *view)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        return NULL;
    fprintf(out, "size=%dx%d scale=%g larger=%g theme=%s level=%" PRIu64 " full=%d present=%d zoom=%g pan=%g,%g",
            view->width, view->height, view->scale, view->enlarged, view->theme, view->level, view->full,
            view->present, view->zoom, view->pan_x, view->pan_y);
    if (view->left > 0 || view->words > 0 || view->output > 0)
        fprintf(out, " panels=%g,%g,%g", view->left, view->words, view->output);
    if (view->inside.instruction || view->inside.moment)
        fprintf(out, " inside=%" PRIu64 ",%" PRIu64, view->inside.instruction, view->inside.moment);
    if (view->compares)
        fprintf(out, " compare=%" PRIu64 ",%" PRIu64, view->kept.step, view->kept.instruction);
    print_choices(out, &view->choices);
    return fclose(out) == 0 ? text : NULL;
}

/* ---- reading ---- */

static void read_word(char *word, size_t size, const char *text, size_t length)
{
    size_t used = 0;
    for (size_t i = 0; i < length && used + 1 < size; i++) {
        unsigned letter = (unsigned char)text[i];
        if (letter == '%' && i + 2 < length && sscanf(text + i + 1, "%2x", &letter) == 1)
            i += 2;
        word[used++] = (char)letter;
    }
    word[used] = '\0';
}

static void read_set(ChoiceSet *set, const char *value)
{
    int taken;
    uint64_t number;
    for (; set->count < CHOICE_OBJECTS && sscanf(value, "%" SCNu64 "%n", &number, &taken) == 1; value++) {
        if (!choice_has(set, number))
            choice_toggle(set, number);
        value += taken;
        if (*value != ',')
            break;
    }
}

static bool is_listed(const ChoiceWords *list, const char *word)
{
    for (uint32_t i = 0; i < choice_count_words(list); i++)
        if (strcmp(list->words[i], word) == 0)
            return true;
    return false;
}

static void read_words(ChoiceWords *list, const char *value, size_t length)
{
    char word[CHOICE_LETTERS];
    for (size_t at = 0; at < length;) {
        const char *comma = memchr(value + at, ',', length - at);
        size_t piece = comma ? (size_t)(comma - value) - at : length - at;
        read_word(word, sizeof word, value + at, piece);
        if (word[0] && !is_listed(list, word))
            choice_toggle_word(list, word);
        at += piece + 1;
    }
}

static void read_pins(Choices *choices, const char *value)
{
    int taken, column;
    uint64_t number;
    float y;
    while (choices->pin_count < CHOICE_PINS
           && sscanf(value, "%" SCNu64 ":%d:%f%n", &number, &column, &y, &taken) == 3 && isfinite(y)) {
        choice_pin(choices, (ChoicePin){number, column, y});
        value += taken;
        if (*value++ != ',')
            break;
    }
}

static bool is_within(double value, double low, double high)
{
    return value >= low && value <= high;      /* no number is in no range */
}

static void read_one(SnapshotView *view, const char *key, const char *value, size_t length)
{
    SnapshotView read = *view;
    int flag = 0;
    if (strcmp(key, "size") == 0 && sscanf(value, "%dx%d", &read.width, &read.height) == 2
        && is_within(read.width, 1, 16384) && is_within(read.height, 1, 16384))
        *view = read;
    else if (strcmp(key, "scale") == 0 && sscanf(value, "%lf", &read.scale) == 1 && is_within(read.scale, 0.1, 16))
        *view = read;
    else if (strcmp(key, "larger") == 0 && sscanf(value, "%lf", &read.enlarged) == 1
             && is_within(read.enlarged, 0.1, 16))
        *view = read;
    else if (strcmp(key, "theme") == 0)
        read_word(view->theme, sizeof view->theme, value, length);
    else if (strcmp(key, "level") == 0 && sscanf(value, "%" SCNu64, &read.level) == 1 && read.level <= 3)
        *view = read;
    else if (strcmp(key, "full") == 0 && sscanf(value, "%d", &flag) == 1)
        view->full = flag;
    else if (strcmp(key, "present") == 0 && sscanf(value, "%d", &flag) == 1)
        view->present = flag;
    else if (strcmp(key, "zoom") == 0 && sscanf(value, "%lf", &read.zoom) == 1 && is_within(read.zoom, 0.01, 100))
        *view = read;
    else if (strcmp(key, "pan") == 0 && sscanf(value, "%lf,%lf", &read.pan_x, &read.pan_y) == 2
             && is_within(read.pan_x, -1e6, 1e6) && is_within(read.pan_y, -1e6, 1e6))
        *view = read;
    else if (strcmp(key, "inside") == 0
             && sscanf(value, "%" SCNu64 ",%" SCNu64, &read.inside.instruction, &read.inside.moment) == 2)
        *view = read;
    else if (strcmp(key, "compare") == 0
             && sscanf(value, "%" SCNu64 ",%" SCNu64, &read.kept.step, &read.kept.instruction) == 2) {
        read.compares = true;
        *view = read;
    } else if (strcmp(key, "opened") == 0)
        read_set(&view->choices.opened, value);
    else if (strcmp(key, "folded") == 0)
        read_set(&view->choices.folded, value);
    else if (strcmp(key, "focus") == 0)
        read_word(view->choices.focus, sizeof view->choices.focus, value, length);
    else if (strcmp(key, "hidden") == 0)
        read_words(&view->choices.hidden, value, length);
    else if (strcmp(key, "folded_types") == 0)
        read_words(&view->choices.folded_types, value, length);
    else if (strcmp(key, "panels") == 0
             && sscanf(value, "%lf,%lf,%lf", &read.left, &read.words, &read.output) == 3
             && is_within(read.left, 0, 1) && is_within(read.words, 0, 1) && is_within(read.output, 0, 1))
        *view = read;
    else if (strcmp(key, "pins") == 0)
        read_pins(&view->choices, value);
}

void snapshot_view_read(SnapshotView *view, const char *text)
{
    char key[24];
    *view = (SnapshotView){.scale = 1, .enlarged = 1, .zoom = 1, .level = 2};
    while (*text) {
        size_t length = strcspn(text, " "), equals = strcspn(text, "= ");
        if (equals < length) {
            read_word(key, sizeof key, text, equals);
            read_one(view, key, text + equals + 1, length - equals - 1);
        }
        text += length;
        text += *text == ' ';
    }
}

/* ---- the file ---- */

enum { CARRY_MOST = 8 };

bool snapshot_write(const char *path, const Surface *surface, const SnapshotCarry *carry, char *error,
                    size_t error_size)
{
    char step[24];
    char *view = snapshot_view_print(&carry->view);
    snprintf(step, sizeof step, "%" PRIu64, carry->step);
    PngText texts[CARRY_MOST] = {
        {"Software", "refarrows"}, {"Title", carry->title}, {"Language", carry->language}, {"Step", step},
        {"View", view ? view : ""}, {"Source", carry->source},
    };
    size_t count = 6;
    if (carry->input && *carry->input)
        texts[count++] = (PngText){"Input", carry->input};
    if (carry->lesson)
        texts[count++] = (PngText){"Lesson", carry->lesson};
    bool written = png_write(path, surface, texts, count, error, error_size);
    free(view);
    return written;
}
