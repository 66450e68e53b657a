/* Changes and their causes, from views written by hand in a small notation, and the outline made of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "machine/change.h"
#include "machine/outline.h"

/* One frame or object per line, first the frames:
 *
 *     F NUMBER NAME slot...          O NUMBER TYPE COUNT slot...
 *
 * A slot is LABEL=NUMBER (reference), LABEL=- (not bound), LABEL:VALUE (C value); in a dict KEY>NUMBER, in a set
 * *NUMBER. A type that begins with a small letter i is a scalar. */

static int32_t place_of(const uint64_t *numbers, int32_t count, uint64_t number)
{
    for (int32_t i = 0; i < count; i++)
        if (numbers[i] == number)
            return i;
    fail_msg("no object %d", (int)number);
    return VIEW_NONE;
}

typedef struct Notation {
    View *view;
    uint64_t numbers[64];
    int32_t count;
} Notation;

static void add_slot(Notation *n, const char *word, bool in_frame)
{
    ViewSlot *slot = view_add_slot(n->view);
    const char *sign = strpbrk(word, "=:>*");
    assert_non_null(sign);
    slot->role = in_frame ? ROLE_NAME : *sign == '>' ? ROLE_ENTRY : *sign == '*' ? ROLE_MEMBER : ROLE_ITEM;
    if (*sign == '>')
        slot->key = place_of(n->numbers, n->count, strtoull(word, NULL, 10));
    else
        slot->label = view_add_text(n->view, word, (size_t)(sign - word));
    slot->state = *sign == ':' ? SLOT_VALUE : sign[1] == '-' ? SLOT_UNBOUND : SLOT_REFERENCE;
    if (slot->state == SLOT_VALUE)
        slot->value = view_add_string(n->view, sign + 1);
    if (slot->state == SLOT_REFERENCE)
        slot->target = place_of(n->numbers, n->count, strtoull(sign + 1, NULL, 10));
}

static uint8_t kind_of(const char *type)
{
    return type[0] == 'i' ? KIND_SCALAR : type[0] == 'd' ? KIND_DICT : type[0] == 's' ? KIND_SET : KIND_SEQUENCE;
}

static void add_line(Notation *n, char *line)
{
    char *rest, *word = strtok_r(line, " ", &rest);
    bool is_frame = word[0] == 'F';
    uint64_t number = strtoull(strtok_r(NULL, " ", &rest), NULL, 10);
    char *name = strtok_r(NULL, " ", &rest);
    uint32_t first = n->view->slot_count;
    if (is_frame) {
        ViewFrame *frame = view_add_frame(n->view);
        frame->number = number;
        frame->name = view_add_string(n->view, name);
        frame->line = 1;
    } else {
        ViewObject *object = view_add_object(n->view);
        object->number = number;
        object->type = view_add_string(n->view, name);
        object->repr = view_add_string(n->view, name + 1);
        object->kind = kind_of(name);
        object->count = strtoull(strtok_r(NULL, " ", &rest), NULL, 10);
        object->size = 28;
    }
    while ((word = strtok_r(NULL, " ", &rest)) != NULL)
        add_slot(n, word, is_frame);
    if (is_frame)
        n->view->frames[n->view->frame_count - 1].slot_count = n->view->slot_count - first;
    else
        n->view->objects[n->view->object_count - 1].slot_count = n->view->slot_count - first;
}

static void read_view(View *view, const char *text, uint64_t newest)
{
    Notation n = {.view = view};
    char copy[2048], *rest;
    view_init(view);
    view->newest_number = newest;
    for (const char *line = text; line != NULL && *line != '\0'; line = strchr(line, '\n'), line += line != NULL)
        if (*line == 'O')
            n.numbers[n.count++] = strtoull(line + 2, NULL, 10);
    snprintf(copy, sizeof copy, "%s", text);
    for (char *line = strtok_r(copy, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
        add_line(&n, line);
}

/* The list as text: "KIND of what <cause". */

static const char *const kinds[] = {"pushed", "popped", "bound", "rebound", "unbound", "born", "appeared", "died",
                                    "count", "value", "output"};

static void write_change(FILE *out, const Change *change)
{
    fprintf(out, "%s", kinds[change->kind]);
    if (change->holder != 0)
        fprintf(out, " %c%d", change->holder_is_frame ? 'F' : 'O', (int)change->holder);
    if (change->object_before != 0)
        fprintf(out, " from %d", (int)change->object_before);
    if (change->object != 0)
        fprintf(out, " %d", (int)change->object);
    if (change->before != change->after)
        fprintf(out, " %d-%d", (int)change->before, (int)change->after);
    if (change->cause != VIEW_NONE)
        fprintf(out, " <%d", (int)change->cause);
    fputs("; ", out);
}

static void check_with(const char *before, const char *after, const char *expected, bool truncated)
{
    View a, b;
    ChangeList list;
    char text[2048] = "";
    read_view(&a, before, 50);
    read_view(&b, after, 99);
    b.truncated = truncated;
    change_init(&list);
    change_compute(&list, &a, &b);
    FILE *out = fmemopen(text, sizeof text, "w");
    for (uint32_t i = 0; i < list.count; i++)
        write_change(out, &list.items[i]);
    fclose(out);
    assert_string_equal(text, expected);
    change_finish(&list);
    view_finish(&a);
    view_finish(&b);
}

static void check(const char *before, const char *after, const char *expected)
{
    check_with(before, after, expected, false);
}

static void test_nothing_changes(void **state)
{
    check("F 1 m x=10 y=-\nO 10 i 3\n", "F 1 m x=10 y=-\nO 10 i 3\n", "");
}

/* b = 9, a = 4, b = 4: the count of 9 falls, that of 4 rises, both because of b. */
static void test_rebinding(void **state)
{
    check("F 1 m a=4 b=9\nO 4 i 10\nO 9 i 7\n", "F 1 m a=4 b=4 c=9\nO 4 i 11\nO 9 i 7\n",
          "rebound F1 from 9 4; bound F1 9; count 4 10-11 <0; ");
    check("F 1 m a=4 b=9 c=9\nO 4 i 10\nO 9 i 7\n", "F 1 m a=4 b=4 c=9\nO 4 i 11\nO 9 i 6\n",
          "rebound F1 from 9 4; count 4 10-11 <0; count 9 7-6 <0; ");
}

static void test_birth_appearance_and_death(void **state)
{
    check("F 1 m x=10\nO 10 i 1\n", "F 1 m x=60 y=20\nO 60 i 1\nO 20 i 4\n",
          "rebound F1 from 10 60; bound F1 20; born 60 <0; appeared 20 <1; died 10 <0; ");
}

static void test_names_come_and_go(void **state)
{
    check("F 1 m x=10 y=- z=10\nO 10 i 2\n", "F 1 m x=- y=10\nO 10 i 1\n",
          "unbound F1 from 10; bound F1 10; unbound F1 from 10; count 10 2-1 <0; ");
    check("F 1 m x:1 y:5\n", "F 1 m x:2 y:5\n", "rebound F1; ");
}

/* A new list brings its items' references; a list that was merely not seen does not. */
static void test_slots_of_new_holders(void **state)
{
    check("F 1 m x=10\nO 10 i 1\n", "F 1 m x=10 l=60\nO 10 i 3\nO 60 list 1 0=10 1=10\n",
          "bound F1 60; bound O60 10; bound O60 10; born 60 <0; count 10 1-3 <1; ");
    check("F 1 m x=10\nO 10 i 3\n", "F 1 m x=10 l=20\nO 10 i 3\nO 20 list 1 0=10 1=10\n",
          "bound F1 20; appeared 20 <0; ");
}

static void test_frames(void **state)
{
    check("F 1 m x=10\nO 10 i 1\n", "F 1 m x=10\nF 2 f a=10\nO 10 i 2\n", "pushed F2; bound F2 10; count 10 1-2 <1; ");
    check("F 1 m x=10\nF 2 f a=10 b=11\nO 10 i 2\nO 11 i 1\n", "F 1 m x=10\nO 10 i 1\n",
          "popped F2; count 10 2-1 <0; died 11 <0; ");
}

/* A popped frame releases a list, the list its items from the end, each what it holds, depth first. */
static void test_cascade(void **state)
{
    check("F 1 m k=9\nF 2 f l=20\nO 9 i 2\nO 20 list 1 0=21 1=22 2=9\nO 21 list 1 0=23\nO 22 list 1\nO 23 i 1\n",
          "F 1 m k=9\nO 9 i 1\n",
          "popped F2; count 9 2-1 <2; died 20 <0; died 22 <2; died 21 <2; died 23 <4; ");
}

/* Held twice: it dies with the last reference. A cycle without one dies for lack of being seen. */
static void test_shared_and_cyclic(void **state)
{
    check("F 1 m a=20 b=21\nO 20 list 1 0=30\nO 21 list 1 0=30\nO 30 i 2\n", "F 1 m a=- b=-\n",
          "unbound F1 from 20; unbound F1 from 21; died 20 <0; died 21 <1; died 30 <3; ");
    check("F 1 m a=20\nO 20 list 2 0=21\nO 21 list 1 0=20\n", "F 1 m a=-\n",
          "unbound F1 from 20; died 20 <0; died 21 <1; ");
}

static void test_dicts_and_sets(void **state)
{
    check("F 1 m d=20\nO 20 dict 1 10>11 12>13\nO 10 i 1\nO 11 i 1\nO 12 i 1\nO 13 i 1\n",
          "F 1 m d=20\nO 20 dict 1 12>60\nO 12 i 1\nO 60 i 1\n",
          "rebound O20 from 13 60; unbound O20 from 11; born 60 <0; died 13 <0; died 10 <1; died 11 <1; ");
    check("F 1 m s=20\nO 20 set 1 *10 *11\nO 10 i 1\nO 11 i 1\n",
          "F 1 m s=20\nO 20 set 1 *11 *60\nO 11 i 1\nO 60 i 1\n",
          "bound O20 60; unbound O20 from 10; born 60 <0; died 10 <1; ");
}

static void test_truncated_views_report_no_deaths(void **state)
{
    check_with("F 1 m x=10\nO 10 i 1\n", "F 1 m x=60\nO 60 i 1\n", "rebound F1 from 10 60; born 60 <0; ", true);
}

static void test_value_and_output(void **state)
{
    View a, b;
    ChangeList list;
    read_view(&a, "F 1 m x=10\nO 10 ione 1\n", 50);
    read_view(&b, "F 1 m x=10\nO 10 itwo 1\n", 50);
    b.output_length = 12;
    change_init(&list);
    change_compute(&list, &a, &b);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.items[0].kind, CHANGE_VALUE);
    assert_int_equal(list.items[0].object, 10);
    assert_int_equal(list.items[1].kind, CHANGE_OUTPUT);
    assert_int_equal(list.items[1].after, 12);
    change_finish(&list);
    view_finish(&a);
    view_finish(&b);
}

/* A chain of 200,000 objects falls in one cascade, and the time stays linear. */
static void test_a_long_cascade(void **state)
{
    enum { COUNT = 200000 };
    View a, b;
    ChangeList list;
    read_view(&a, "F 1 m x=1\nO 1 list 1 0=1\n", COUNT);
    read_view(&b, "F 1 m x=-\n", COUNT);
    a.slots[1].target = 1;
    for (uint64_t i = 2; i <= COUNT; i++) {
        ViewObject *object = view_add_object(&a);
        object->number = i;
        object->kind = KIND_SEQUENCE;
        object->slot_count = 1;
        ViewSlot *slot = view_add_slot(&a);
        slot->role = ROLE_ITEM;
        slot->target = i < COUNT ? (int32_t)i : VIEW_NONE;
    }
    change_init(&list);
    clock_t begun = clock();
    change_compute(&list, &a, &b);
    assert_true(clock() - begun < 2 * CLOCKS_PER_SEC);
    assert_int_equal(list.count, COUNT + 1);
    assert_int_equal(list.items[COUNT].object, COUNT);
    assert_int_equal(list.items[COUNT].cause, COUNT - 1);
    change_finish(&list);
    view_finish(&a);
    view_finish(&b);
}

/* 20,000 slots without a label, one of them gone, and names that moved: still fast. */
static void test_many_equal_slots(void **state)
{
    enum { COUNT = 20000 };
    View a, b;
    ChangeList list;
    read_view(&a, "F 1 m x=1 w=1\nO 1 other 1\n", 5);
    read_view(&b, "F 1 m v=1 x=1\nO 1 other 1\n", 5);
    for (int i = 0; i < COUNT; i++) {
        view_add_slot(&a)->role = ROLE_STACK;
        view_add_slot(&b)->role = ROLE_STACK;
    }
    a.objects[0].slot_count = COUNT;
    b.objects[0].slot_count = COUNT - 1;
    b.objects[0].first_slot++;
    change_init(&list);
    clock_t begun = clock();
    change_compute(&list, &a, &b);
    assert_true(clock() - begun < CLOCKS_PER_SEC);
    assert_int_equal(list.count, 3);           /* v bound, w unbound, a temporary gone */
    change_finish(&list);
    view_finish(&a);
    view_finish(&b);
}

/* The outline. */

static void check_outline(const char *before, const char *after, const char *expected)
{
    View a, b;
    ChangeList list;
    char text[2048] = "";
    read_view(&b, after, 99);
    b.step = 7;
    b.line = 4;
    change_init(&list);
    if (before != NULL) {
        read_view(&a, before, 50);
        change_compute(&list, &a, &b);
    }
    FILE *out = fmemopen(text, sizeof text, "w");
    outline_write(out, &b, before != NULL ? &a : NULL, before != NULL ? &list : NULL, NULL);
    fclose(out);
    assert_string_equal(text, expected);
    change_finish(&list);
    view_finish(&b);
    if (before != NULL)
        view_finish(&a);
}

static void test_outline_plain(void **state)
{
    check_outline(NULL, "F 1 m x=10 y=- z=20\nO 10 i5 1\nO 20 list 2 0=10\n",
                  "step 7: line 4 is about to run\n"
                  "frame m, line 1\n  x: i5 5, object 10\n  y: not bound\n  z: list, object 20\n"
                  "objects\n  object 10: i5 5, 1 reference, 28 bytes\n"
                  "  object 20: list ist, 2 references, 28 bytes\n    0: i5 5, object 10\n");
}

static void test_outline_with_changes(void **state)
{
    check_outline("F 1 m x=10 w=10\nF 2 f a=11\nO 10 i5 2\nO 11 i6 1\n", "F 1 m x=60 y=10\nO 60 i7 1\nO 10 i5 1\n",
                  "step 7: line 4 is about to run\n"
                  "frame m, line 1\n  x: i7 7, object 60, was i5 5, object 10\n  y: i5 5, object 10, new\n"
                  "  no longer w: i5 5, object 10\nfinished f\n"
                  "objects\n  object 60: i7 7, 1 reference, 28 bytes, new\n"
                  "  object 10: i5 5, 1 reference, was 2, 28 bytes\n"
                  "released\n  object 11: i6 6\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_changes), cmocka_unit_test(test_rebinding),
        cmocka_unit_test(test_birth_appearance_and_death), cmocka_unit_test(test_names_come_and_go),
        cmocka_unit_test(test_slots_of_new_holders), cmocka_unit_test(test_frames), cmocka_unit_test(test_cascade),
        cmocka_unit_test(test_shared_and_cyclic), cmocka_unit_test(test_dicts_and_sets),
        cmocka_unit_test(test_truncated_views_report_no_deaths), cmocka_unit_test(test_value_and_output),
        cmocka_unit_test(test_a_long_cascade), cmocka_unit_test(test_many_equal_slots),
        cmocka_unit_test(test_outline_plain), cmocka_unit_test(test_outline_with_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
