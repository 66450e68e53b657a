/* The narration, from views written by hand. Each test is a step: the view before, the view after, the source line, and
 * the sentences it must give. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/narration.h"
#include "machine/machine.h"

/* A view in a small notation, one thing per line:
 *
 *     E EVENT LINE [PREVIOUS]            what the view stands at: line, call, return, exception, end, error
 *     F NUMBER NAME LINE [slot...]       a frame; a NAME that begins with * is a generator's, with ~ one's that is
 *                                        suspended (at a return) or resumed (at a call), with + a class body's,
 *                                        with & a C function's
 *     O NUMBER KIND TYPE COUNT REPR [slot...]
 *     R NUMBER                           the return value         X NUMBER TEXT     the exception
 *     N NUMBER                           the newest number (before), P LENGTH   bytes of output
 *
 * KIND is a letter: s scalar, S shared scalar, l sequence, m set, d dict, i instance, c class, f function, k cell,
 * M module, o other, T stranded list, b block of C of 8 bytes, B freed block. A slot is LABEL=NUMBER, LABEL=- (unbound), LABEL:VALUE; attributes
 * .LABEL=NUMBER; entries KEY>NUMBER; members *=NUMBER; class @=NUMBER; closure cells %LABEL=NUMBER; a cell's content
 * ^=NUMBER. In a REPR a tilde stands for a space. */

typedef struct Maker {
    View *view;
    uint64_t numbers[64];
    int32_t count;
} Maker;

static int32_t place_of_number(const Maker *maker, const char *text)
{
    uint64_t number = strtoull(text, NULL, 10);
    for (int32_t i = 0; i < maker->count; i++)
        if (maker->numbers[i] == number)
            return i;
    fail_msg("no object %s", text);
    return VIEW_NONE;
}

static ViewText spaced(View *view, const char *word)
{
    char text[200];
    snprintf(text, sizeof text, "%s", word);
    for (char *at = text; *at; at++)
        if (*at == '~')
            *at = ' ';
    return view_add_string(view, text);
}

static uint8_t role_of(const char *word, const char *sign, bool in_frame)
{
    static const struct { char mark; uint8_t role; } marks[] = {
        {'.', ROLE_ATTRIBUTE}, {'*', ROLE_MEMBER}, {'@', ROLE_CLASS}, {'%', ROLE_CELL}, {'^', ROLE_CONTENT},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (*word == marks[i].mark)
            return marks[i].role;
    return in_frame ? ROLE_NAME : *sign == '>' ? ROLE_ENTRY : ROLE_ITEM;
}

static void add_slot(Maker *maker, const char *word, bool in_frame)
{
    const char *sign = strpbrk(word, "=:>");
    assert_non_null(sign);
    uint8_t role = role_of(word, sign, in_frame);
    const char *label = strchr(".*@%^", *word) != NULL ? word + 1 : word;
    ViewText text = view_add_text(maker->view, label, (size_t)(sign - label));
    ViewText value = *sign == ':' ? view_add_string(maker->view, sign + 1) : (ViewText){0, 0};
    ViewSlot *slot = view_add_slot(maker->view);
    slot->role = role;
    slot->label = text;
    slot->value = value;
    slot->state = *sign == ':' ? SLOT_VALUE : sign[1] == '-' ? SLOT_UNBOUND : SLOT_REFERENCE;
    if (slot->state == SLOT_REFERENCE)
        slot->target = place_of_number(maker, sign + 1);
    if (role == ROLE_ENTRY)
        slot->key = place_of_number(maker, word);
}

static StepEvent event_of(const char *word)
{
    for (int event = STEP_LINE; event <= STEP_ERROR; event++)
        if (strcmp(step_event_name((StepEvent)event), word) == 0)
            return (StepEvent)event;
    fail_msg("no event %s", word);
    return STEP_LINE;
}

static void add_frame(Maker *maker, char **words, int count)
{
    View *view = maker->view;
    const char *name = words[2] + strspn(words[2], "*~+&");
    ViewText text = view_add_string(view, name);
    ViewFrame *frame = view_add_frame(view);
    uint32_t index = view->frame_count - 1;
    frame->number = strtoull(words[1], NULL, 10);
    frame->name = text;
    frame->line = atoi(words[3]);
    frame->is_generator = words[2][0] == '*' || words[2][0] == '~';
    frame->is_returning = view->event == STEP_RETURN;
    frame->is_yielding = frame->is_returning && words[2][0] == '~';
    frame->is_resumed = view->event == STEP_CALL && words[2][0] == '~';
    frame->is_class_body = words[2][0] == '+';
    frame->is_module = index == 0 && words[2][0] != '&';
    frame->called_from = index == 0 ? 0 : view->frames[index - 1].line;
    frame->is_active = true;
    for (int i = 4; i < count; i++)
        add_slot(maker, words[i], true);
    view->frames[index].slot_count = view->slot_count - view->frames[index].first_slot;
}

static void add_object(Maker *maker, char **words, int count)
{
    static const char letters[] = "slmdicfkMobB";
    static const uint8_t kinds[] = {KIND_SCALAR, KIND_SEQUENCE, KIND_SET, KIND_DICT, KIND_INSTANCE, KIND_CLASS,
                                    KIND_FUNCTION, KIND_CELL, KIND_MODULE, KIND_OTHER,
                                    KIND_BLOCK, KIND_BLOCK};
    View *view = maker->view;
    ViewText type = view_add_string(view, words[3]), repr = spaced(view, words[5]);
    const char *letter = strchr(letters, words[2][0]);
    ViewObject *object = view_add_object(view);
    uint32_t index = view->object_count - 1, parts = 0;
    object->number = strtoull(words[1], NULL, 10);
    object->kind = letter == NULL ? KIND_SCALAR : kinds[letter - letters];
    if (words[2][0] == 'T')
        object->kind = KIND_SEQUENCE;
    object->flags = words[2][0] == 'S' ? OBJECT_SHARED : words[2][0] == 'T' ? OBJECT_STRANDED : 0;
    if (words[2][0] == 'B')
        object->flags = OBJECT_FREED;
    object->type = type;
    object->size = object->kind == KIND_BLOCK ? 8 : 0;
    object->count = strtoull(words[4], NULL, 10);
    object->repr = repr;
    for (int i = 6; i < count; i++, parts++)
        add_slot(maker, words[i], false);
    view->objects[index].slot_count = parts;
    view->objects[index].length = parts > 0 ? parts : strlen(words[5]) > 2 && strcmp(words[5], "set()") != 0;
}

static void add_rest(Maker *maker, char **words)
{
    View *view = maker->view;
    switch (words[0][0]) {
    case 'R': view->return_value = place_of_number(maker, words[1]); break;
    case 'N': view->newest_number = strtoull(words[1], NULL, 10); break;
    case 'P': view->output_length = strtoull(words[1], NULL, 10); break;
    case 'X':
        view->exception = place_of_number(maker, words[1]);
        view->error = spaced(view, words[2]);
        break;
    default: fail_msg("what is %s?", words[0]);
    }
}

static void add_line(Maker *maker, char *line)
{
    char *words[40] = {NULL}, *rest;
    int count = 0;
    for (char *word = strtok_r(line, " ", &rest); word != NULL && count < 40; word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    if (count == 0)
        return;
    if (words[0][0] == 'E') {
        maker->view->event = event_of(words[1]);
        maker->view->line = atoi(words[2]);
        maker->view->previous_line = count > 3 ? atoi(words[3]) : 0;
    } else if (words[0][0] == 'F')
        add_frame(maker, words, count);
    else if (words[0][0] == 'O')
        add_object(maker, words, count);
    else
        add_rest(maker, words);
}

/* Numbers first, so that slots can refer to objects further down. */
static void make_view(View *view, const char *notation)
{
    char text[3000], *rest;
    Maker maker = {.view = view};
    for (const char *at = notation; at != NULL; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (*at == 'O')
            maker.numbers[maker.count++] = strtoull(at + 1, NULL, 10);
    }
    view_init(view);
    snprintf(text, sizeof text, "%s", notation);
    for (char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
        add_line(&maker, line);
}

/* Checks the narration of a step, from all the facts that its views leave open, at one depth. */
static void check_facts(const char *before, const char *after, StepFacts facts, NarrationDepth depth,
                        const char *expected)
{
    View a, b;
    ChangeList changes;
    Narration narration;
    make_view(&a, before);
    make_view(&b, after);
    change_init(&changes);
    change_compute(&changes, &a, &b);
    narration_init(&narration);
    facts.before = &a;
    facts.after = &b;
    facts.changes = &changes;
    narration_make(&facts, &narration);
    char *text = narration_text(&narration, depth);
    assert_string_equal(text == NULL ? "" : text, expected);
    assert_int_equal(narration.headline, 0);
    free(text);
    narration_finish(&narration);
    change_finish(&changes);
    view_finish(&a);
    view_finish(&b);
}

/* Of one that printed something. */
static void check_told(const char *before, const char *after, const char *source, const char *printed,
                       NarrationDepth depth, const char *expected)
{
    StepFacts facts = {.source_line = source, .output = printed, .output_length = strlen(printed)};
    check_facts(before, after, facts, depth, expected);
}

/* Checks the narration of a step. */
static void check(const char *before, const char *after, const char *source, const char *expected)
{
    check_told(before, after, source, "6\n", NARRATION_CAUSES, expected);
}

/* C. */

static void test_c_loop(void **state)
{
    check("E line 4\nF 1 &main 4 i:0", "E line 5 4\nF 1 &main 5 i:0", "    for (;;)",
          "`for (;;)` tested its condition; the program went on at line 5.");
    check("E line 4\nF 1 &main 4 i:0", "E line 5 4\nF 1 &main 5 i:0", "    switch (i)",
          "`switch (i)` chose among its cases; the program went on at line 5.");
}

static void test_c_start(void **state)
{
    check("E call 4\nF 1 &main 4 i=-", "E line 5\nF 1 &main 5 i=-", "    int i;",
          "main started at line 5; none of its variables has a value yet.");
}

static void test_c_block_freed(void **state)
{
    check("E line 4\nF 1 &main 4 p=1\nO 1 b int[2] 0 int[2]\nO 2 b int[2] 0 int[2]\nN 9",
          "E line 5 4\nF 1 &main 5 p=2\nO 2 b int[2] 0 int[2]\nN 9", "p = pop(p);",
          "`p = pop(p);` rebound p to the block of 8 bytes.\nThe line also freed the block of 8 bytes.");
}

static void test_c_block_freed_and_pointed_at(void **state)
{
    check("E line 4\nF 1 &main 4 p=1\nO 1 b int[2] 0 int[2] 0:3\nN 9",
          "E line 5 4\nF 1 &main 5 p=1\nO 1 B int[2] 0 int[2] 0=-\nN 9", "free(p);",
          "`free(p);` freed the block of 8 bytes: what still points at it dangles.");
}

static void test_c_block_forgotten_later(void **state)
{
    check("E line 4\nF 1 &main 4 p=1\nO 1 B int[2] 0 int[2]\nO 2 b int[2] 0 int[2]\nN 9",
          "E line 5 4\nF 1 &main 5 p=2\nO 2 b int[2] 0 int[2]\nN 9", "p = q;",
          "`p = q;` rebound p from the block of 8 bytes to the block of 8 bytes.");
}

/* The last pointer to the block goes out of scope on the line that frees it. */
static void test_c_block_freed_as_its_pointer_ends(void **state)
{
    check("E line 4\nF 1 &main 4 p=1 i:0\nO 1 b int[2] 0 int[2]\nN 9", "E line 5 4\nF 1 &main 5 i:0\nN 9", "free(p);",
          "`free(p);` freed the block of 8 bytes.\nThe lifetime of p ended with its block.");
    check("E line 4\nF 1 &main 4 s=1 i:0\nO 1 S char[2] 0 'a'\nN 9", "E line 5 4\nF 1 &main 5 i:0\nN 9", "    i;",
          "`i;` ran, and nothing that is shown changed.\nThe lifetime of s ended with its block.");
}

static void test_c_item_set(void **state)
{
    check("E line 4\nF 1 &main 4 p=1\nO 1 b int[2] 1 int[2] 0=-\nN 9",
          "E line 5 4\nF 1 &main 5 p=1\nO 1 b int[2] 1 int[2] 0:3\nN 9", "p[0] = 3;", "`p[0] = 3;` set p[0] to 3.");
}

/* Names. */

static void test_bound_to_existing(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 1 [4]\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1 b=1\nO 1 l list 2 [4]\nN 9", "b = a\n",
          "`b = a` bound b to the list [4], which a already names: its count rose to 2.");
}

static void test_bound_to_new(void **state)
{
    check("E line 1\nF 1 <module> 1\nN 9", "E line 2 1\nF 1 <module> 2 a=10\nO 10 l list 1 []\nN 10", "a = []",
          "`a = []` made a new empty list and bound a to it.");
}

static void test_rebound_and_freed(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1 b=2\nO 1 s int 2 400\nO 2 s int 1 900\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1 b=1\nO 1 s int 3 400\nN 9", "b = a",
          "`b = a` rebound b to the int 400, which a already names: its count rose to 3.\n"
          "The int 900 lost its last reference and was freed.");
}

static void test_shared_has_no_counts(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1 b=2\nO 1 S int 50 4\nO 2 S int 30 9\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1 b=1\nO 1 S int 51 4\nN 9", "b = 4  # as a",
          "`b = 4` rebound b from the int 9 to the int 4, which a already names.");
}

static void test_fall_names_who_is_left(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1 b=1 c=1\nO 1 l list 3 [4]\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1 b=1 c=2\nO 1 l list 2 [4]\nO 2 S NoneType 99 None\nN 9", "c = None",
          "`c = None` rebound c to None.\n"
          "The list [4] lost one reference: a and b still name it, so its count fell from 3 to 2.");
}

static void test_unbound(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 S int 50 4\nN 9", "E line 2 1\nF 1 <module> 2\nN 9", "del a",
          "`del a` removed the name a; it referred to the int 4.");
}

static void test_swap(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1 b=2\nO 1 S int 50 4\nO 2 S int 30 9\nN 9",
          "E line 2 1\nF 1 <module> 2 a=2 b=1\nO 1 S int 50 4\nO 2 S int 30 9\nN 9", "a, b = b, a",
          "`a, b = b, a` rebound a to the int 9 and b to the int 4.");
}

static void test_many_names(void **state)
{
    check("E line 1\nF 1 <module> 1\nO 1 S int 50 4\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1 b=1 c=1 d=1 e=1\nO 1 S int 55 4\nN 9", "a = b = c = d = e = 4",
          "`a = b = c = d = e = 4` bound a, b, c, d and e to the int 4.");
    check("E line 1\nF 1 <module> 1\nO 1 S int 50 4\nO 2 S int 50 5\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1 b=2 c=1 d=1 e=1\nO 1 S int 55 4\nO 2 S int 50 5\nN 9", "a, b, c, d, e = v",
          "`a, b, c, d, e = v` bound a to the int 4, b to the int 5, c to the int 4 and 2 more names.");
}

static void test_chained_names(void **state)
{
    check("E line 1\nF 1 <module> 1\nN 9", "E line 2 1\nF 1 <module> 2 a=10 b=10\nO 10 l list 2 []\nN 10", "a = b = []",
          "`a = b = []` made a new empty list and bound both a and b to it.");
    check("E line 1\nF 1 <module> 1 b=2\nO 1 l list 1 [4]\nO 2 S int 50 5\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1 b=1\nO 1 l list 3 [4]\nN 9", "a = b = c[0]",
          "`a = b = c[0]` bound a and rebound b to the list [4]: its count rose to 3.");
}

static void test_loop_variable(void **state)
{
    check("E line 1\nF 1 <module> 1 x=1\nO 1 S int 50 1\nN 9", "E line 2 1\nF 1 <module> 2 x=2\nO 2 S int 50 2\nN 9",
          "for x in items:", "`for x in items` took the next item, the int 2, and rebound x to it.");
}

static void test_value_in_the_name(void **state)
{
    check("E line 1\nF 1 main 1 x:9\nN 9", "E line 2 1\nF 1 main 2 x:4\nN 9", "x = 4;",
          "`x = 4;` changed x from 9 to 4.");
}

static void test_global_from_function(void **state)
{
    check("E line 2\nF 1 <module> 5 n=1\nF 2 f 2\nO 1 S int 50 1\nN 9",
          "E line 3 2\nF 1 <module> 5 n=2\nF 2 f 3\nO 2 S int 50 2\nN 9", "    n += 1",
          "`n += 1` rebound n in the module from the int 1 to the int 2.");
}

/* Definitions. */

static void test_definition_and_import(void **state)
{
    check("E line 1\nF 1 <module> 1\nN 9",
          "E line 2 1\nF 1 <module> 2 add=10\nO 10 f function 1 <function~add~at~0x7f00>\nN 10", "def add(a, b):",
          "`def add(a, b)` made a new function add and bound add to it.");
    check("E line 1\nF 1 <module> 1\nN 9", "E line 2 1\nF 1 <module> 2 P=10\nO 10 c type 1 <class~'__main__.P'>\nN 10",
          "class P:", "`class P` made a new class P and bound P to it.");
    check("E line 1\nF 1 <module> 1\nN 9",
          "E line 2 1\nF 1 <module> 2 sys=4\nO 4 M module 9 <module~'sys'~(built-in)>\nN 9",
          "import sys", "`import sys` bound sys to the module sys.");
}

/* Parts of objects. */

static void test_item_added(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 1 [4] 0=2\nO 2 S int 9 4\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1\nO 1 l list 1 [4,~5] 0=2 1=3\nO 2 S int 9 4\nO 3 S int 9 5\nN 9",
          "a.append(5)", "`a.append(5)` added the int 5 to a, as a[1].");
}

static void test_item_set_and_removed(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 1 [4] 0=2\nO 2 S int 9 4\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1\nO 1 l list 1 [5] 0=3\nO 3 S int 9 5\nN 9", "a[0] = 5",
          "`a[0] = 5` set a[0] to the int 5.");
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 1 [4] 0=2\nO 2 S int 9 4\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1\nO 1 l list 1 []\nN 9", "a.pop()",
          "`a.pop()` removed a[0], which referred to the int 4.");
}

static void test_items_moved_up(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 1 [4,~5] 0=2 1=3\nO 2 S int 9 4\nO 3 S int 9 5\nN 9",
          "E line 2 1\nF 1 <module> 2 a=1\nO 1 l list 1 [5] 0=3\nO 3 S int 9 5\nN 9", "a.pop(0)",
          "`a.pop(0)` changed a: it became the list [5], with 1 item fewer.");
}

static void test_items_reordered_and_gone(void **state)
{
    static const char before[] = "E line 1\nF 1 <module> 1 a=1\nO 1 l list 1 [4,~5] 0=2 1=3\nO 2 S int 9 4\n"
                                 "O 3 S int 9 5\nN 9";
    check(before, "E line 2 1\nF 1 <module> 2 a=1\nO 1 l list 1 [5,~4] 0=3 1=2\nO 2 S int 9 4\nO 3 S int 9 5\nN 9",
          "a.reverse()", "`a.reverse()` reordered a: it became the list [5, 4].");
    check(before, "E line 2 1\nF 1 <module> 2 a=1\nO 1 l list 1 []\nN 9", "a.clear()",
          "`a.clear()` emptied a, which had 2 items.");
    check(before, "E line 2 1\nF 1 <module> 2 a=1\nO 1 l list 1 [4,~5] 0=3 1=3\nO 3 S int 9 5\nN 9", "a[:] = [5, 5]",
          "`a[:] = [5, 5]` set a[0] to the int 5.");
}

static void test_depths(void **state)
{
    static const char before[] = "E line 1\nF 1 <module> 1 a=1 b=2\nO 1 s int 2 400\nO 2 s int 1 900\nN 9";
    static const char after[] = "E line 2 1\nF 1 <module> 2 a=1 b=1\nO 1 s int 3 400\nN 9";
    check_told(before, after, "b = a", "", NARRATION_SENTENCE, "`b = a` rebound b to the int 400.");
    check_told(before, after, "b = a", "", NARRATION_COUNTS,
               "`b = a` rebound b to the int 400, which a already names: its count rose to 3.\n"
               "The int 900 lost its last reference and was freed.\n"
               "Counts: the int 400 at 0x0 from 2 to 3.\nFreed: the int 900 at 0x0, 0 bytes.");
    check_told("E line 1\nF 1 <module> 1\nN 9", "E line 2 1\nF 1 <module> 2 a=10\nO 10 l list 1 []\nN 10", "a = []", "",
               NARRATION_COUNTS, "`a = []` made a new empty list and bound a to it.\n"
               "Made: the empty list at 0x0, 0 bytes, count 1.");
}

static void test_shared_counts_are_in_the_ledger(void **state)
{
    check_told("E line 1\nF 1 <module> 1 a=1 b=2\nO 1 S int 50 4\nO 2 S int 30 9\nN 9",
               "E line 2 1\nF 1 <module> 2 a=1 b=1\nO 1 S int 51 4\nN 9", "b = 4", "", NARRATION_COUNTS,
               "`b = 4` rebound b from the int 9 to the int 4, which a already names.\n"
               "Counts: the int 4 at 0x0 from 50 to 51.");
}

static void test_entries(void **state)
{
    static const char before[] = "E line 1\nF 1 <module> 1 d=1\n"
                                 "O 1 d dict 1 {'k':~4} 2>3\nO 2 S str 9 'k'\nO 3 S int 9 4\nN 9";
    check("E line 1\nF 1 <module> 1 d=1\nO 1 d dict 1 {}\nN 9", before, "d['k'] = 4",
          "`d['k'] = 4` set d['k'], a new key, to the int 4.");
    check(before, "E line 2 1\nF 1 <module> 2 d=1\nO 1 d dict 1 {'k':~5} 2>4\nO 2 S str 9 'k'\nO 4 S int 9 5\nN 9",
          "d['k'] = 5", "`d['k'] = 5` set d['k'] to the int 5.");
    check(before, "E line 2 1\nF 1 <module> 2 d=1\nO 1 d dict 1 {}\nN 9", "del d['k']",
          "`del d['k']` removed the key 'k' from d.");
}

static void test_members(void **state)
{
    static const char one[] = "E line 2 1\nF 1 <module> 2 s=1\nO 1 m set 1 {4} *=2\nO 2 S int 9 4\nN 9";
    static const char none[] = "E line 2 1\nF 1 <module> 2 s=1\nO 1 m set 1 set()\nN 9";
    check(none, one, "s.add(4)", "`s.add(4)` added the int 4 to s.");
    check(one, none, "s.remove(4)", "`s.remove(4)` removed the int 4 from s.");
}

static void test_attribute(void **state)
{
    check("E line 1\nF 1 <module> 1 p=1\nO 1 i Point 1 <Point> @=2\nO 2 c type 5 <class~'__main__.Point'>\nN 9",
          "E line 2 1\nF 1 <module> 2 p=1\n"
          "O 1 i Point 1 <Point> .x=3 @=2\nO 2 c type 5 <class~'__main__.Point'>\nO 3 S int 9 4\nN 9",
          "p.x = 4", "`p.x = 4` bound p.x to the int 4.");
}

/* Frames. */

static void test_call(void **state)
{
    check("E line 7\nF 1 <module> 7 b=1\nO 1 l list 1 [1]\nN 9",
          "E call 1\nF 1 <module> 7 b=1\nF 2 add 1 item=2 bag=1 new=-\nO 1 l list 2 [1]\nO 2 S int 9 3\nN 9",
          "c = add(3, b)",
          "`c = add(3, b)` called add, which pushed a frame, with item bound to the int 3 and bag to the list [1].\n"
          "The count of the list [1] (b) rose from 1 to 2.");
}

static void test_body_start(void **state)
{
    static const char frames[] = "F 1 <module> 7\nF 2 add 1\nN 9";
    char before[160], after[160];
    snprintf(before, sizeof before, "E call 1\n%s", frames);
    snprintf(after, sizeof after, "E line 2\n%s", frames);
    check(before, after, NULL, "add started at line 2.");
    static const char bound[] = "F 1 <module> 7\nF 2 add 1 item=2 bag=1 new=-\nO 1 l list 2 [1]\nO 2 S int 9 3\nN 9";
    snprintf(before, sizeof before, "E call 1\n%s", bound);
    snprintf(after, sizeof after, "E line 2\n%s", bound);
    check(before, after, NULL, "add started at line 2.");
}

static void test_return(void **state)
{
    check("E line 3 2\nF 1 <module> 7\nF 2 add 3 bag=1\nO 1 l list 1 [1]\nN 9",
          "E return 3\nF 1 <module> 7\nF 2 add 3 bag=1\nO 1 l list 2 [1]\nR 1\nN 9", "    return bag",
          "`return bag` returned the list [1] to line 7.");
    check("E line 3 2\nF 1 <module> 7\nF 2 add 3 bag=1\nO 1 l list 1 [1]\nO 2 S NoneType 9 None\nN 9",
          "E return 3\nF 1 <module> 7\nF 2 add 3 bag=1\nO 1 l list 1 [1]\nO 2 S NoneType 9 None\nR 2\nN 9",
          "    bag.sort()", "add returned None to line 7, as a function without a return value does.");
}

static void test_popped_and_bound(void **state)
{
    check("E return 3\nF 1 <module> 7\nF 2 add 3 bag=1 old=3\nO 1 l list 2 [1]\nO 3 l list 1 [8]\nR 1\nN 9",
          "E line 8 7\nF 1 <module> 8 c=1\nO 1 l list 1 [1]\nN 9", "c = add(3, b)",
          "`c = add(3, b)` bound c to the list [1], which add returned.\n"
          "The frame of add was popped, and its names bag and old went with it.\n"
          "The list [8] lost its last reference and was freed.");
}

/* print(f(1), f(2)): the first list waits among the temporaries while the second call runs. */
static void test_argument_that_waits(void **state)
{
    check("E return 2\nF 1 <module> 3\nF 2 f 2 bag=1\nO 1 l list 2 [1]\nR 1\nN 9",
          "E call 1\nF 1 <module> 3\nF 3 f 1\nN 9", "print(f(1), f(2))",
          "`print(f(1), f(2))` called f, which pushed a frame.\n"
          "Before that, the frame of f was popped, and its name bag went with it.");
}

static void test_generator_keeps_its_names(void **state)
{
    check("E return 3\nF 1 <module> 7\nF 2 ~count 3 bag=1\nO 1 l list 1 [1]\nN 9",
          "E line 8 7\nF 1 <module> 8\nN 9", "next(g)",
          "The frame of count left the stack; the generator keeps it, with its names, to go on with.");
    check("E return 3\nF 1 <module> 7\nF 2 *count 3 n=1\nO 1 S int 9 4\nN 9", "E line 8 7\nF 1 <module> 8\nN 9",
          "next(g)", "The frame of count was popped, and its name n went with it.");
}

static void test_generator_asked(void **state)
{
    check("E line 7\nF 1 <module> 7\nN 9", "E call 3\nF 1 <module> 7\nF 2 *count 3 n=1\nO 1 S int 9 4\nN 9",
          "for i in count():", "`for i in count()` started the generator count: its frame went onto the stack.");
    check("E line 7\nF 1 <module> 7\nN 9", "E call 3\nF 1 <module> 7\nF 2 ~count 3 n=1\nO 1 S int 9 4\nN 9",
          "for i in g:", "`for i in g` resumed the generator count where it was suspended, at line 3: its frame is on"
          " the stack again.");
}

static void test_generator_goes_on(void **state)
{
    static const char resumed[] = "E call 3\nF 1 <module> 7\nF 2 ~<genexpr> 3 x=1\nO 1 S int 9 4\nN 9";
    check("E return 3\nF 1 <module> 7\nF 2 ~<genexpr> 3 x=1\nO 1 S int 9 4\nR 1\nN 9", resumed, "print(sum(g))",
          "`print(sum(g))` resumed the generator expression where it was suspended, at line 3: its frame is on the"
          " stack again.");
    check(resumed, "E line 3\nF 1 <module> 7\nF 2 *<genexpr> 3 x=1\nO 1 S int 9 4\nN 9", "g = (x for x in s)",
          "The generator expression went on at line 3.");
    check("E line 3\nF 1 <module> 7\nF 2 *<genexpr> 3 x=1\nO 1 S int 9 4\nN 9",
          "E return 3\nF 1 <module> 7\nF 2 ~<genexpr> 3 x=1\nO 1 S int 9 4\nR 1\nN 9", "g = (x for x in s)",
          "The generator expression yielded the int 4 to line 7, and is suspended at line 3.");
    check("E line 3\nF 1 <module> 7\nF 2 *<genexpr> 3\nN 9",
          "E return 3\nF 1 <module> 7\nF 2 *<genexpr> 3\nO 1 S NoneType 9 None\nR 1\nN 9", "g = (x for x in s)",
          "The generator expression came to its end: it has no more values.");
}

static void test_end_of_except(void **state)
{
    check("E line 7\nF 1 <module> 7 e=1\nO 1 o KeyError 3 KeyError('z')\nN 9", "E line 8 7\nF 1 <module> 8\nN 9",
          "    x = 1", "The except clause ended, which removed the name e; it referred to the KeyError('z').");
}

static void test_class_body(void **state)
{
    check("E line 1\nF 1 <module> 1\nN 9", "E call 1\nF 1 <module> 1\nF 2 +Point 1\nN 9", "class Point:",
          "`class Point` started the body of class Point, which pushed a frame.");
    check("E line 2\nF 1 <module> 1\nF 2 +Point 2\nN 9", "E return 2\nF 1 <module> 1\nF 2 +Point 2\nO 1 S NoneType 9 None\nR 1\nN 9",
          "    pass",
          "The body of class Point came to its end; its names become the class's attributes.");
}

/* Exceptions and the end. */

static void test_exception(void **state)
{
    static const char raised[] = "E exception 2 2\nF 1 <module> 2\nO 8 o ZeroDivisionError 3 ZeroDivisionError()\n"
                                 "X 8 ZeroDivisionError:~division~by~zero\nN 9";
    check("E line 2\nF 1 <module> 2\nN 7", raised, "x = 1 / 0",
          "`x = 1 / 0` raised ZeroDivisionError: division by zero.");
    check(raised, "E line 4 2\nF 1 <module> 4\nN 9", "x = 1 / 0",
          "The exception sent the program to line 4, where a clause of the module takes over.");
    check(raised, "E error 2 2\nF 1 <module> 2\nO 8 o ZeroDivisionError 3 ZeroDivisionError()\n"
          "X 8 ZeroDivisionError:~division~by~zero\nN 9", "x = 1 / 0",
          "Nothing handled ZeroDivisionError: division by zero, so the program ended there.");
}

static void test_exception_passes_on(void **state)
{
    static const char unwinding[] = "E return 2\nF 1 <module> 5\nF 2 f 2\nN 9";
    check("E exception 2\nF 1 <module> 5\nF 2 f 2\nN 9", unwinding, "    1 / 0",
          "No clause of f stopped the exception, so it is leaving without a return value.");
    check(unwinding, "E exception 5\nF 1 <module> 5\nO 8 o ValueError 3 ValueError()\nX 8 ValueError:~no\nN 9", "f()",
          "ValueError: no left f and arrived at line 5 of the module.\nThe frame of f was popped; the exception's"
          " traceback keeps it for now, with its names.");
}

static void test_stop_iteration(void **state)
{
    check("E line 2\nF 1 <module> 2\nN 9",
          "E exception 2\nF 1 <module> 2\nO 8 o StopIteration 1 StopIteration()\nX 8 StopIteration\nN 9",
          "for x in g:", "`for x in g` asked for the next item, but there was none: StopIteration.");
}

static void test_end(void **state)
{
    check("E line 3\nF 1 <module> 3\nN 9\nP 0", "E end 3 3\nF 1 <module> 3\nN 9\nP 2", "print(a)",
          "`print(a)` printed `6`.\nThe program ended.");
}

static void test_start(void **state)
{
    View view;
    Narration narration;
    make_view(&view, "E line 1\nF 1 <module> 1\nN 9");
    narration_init(&narration);
    narration_make(&(StepFacts){.after = &view}, &narration);
    assert_int_equal(narration.count, 1);
    assert_string_equal(narration.sentences[0],
                        "The program was loaded: the frame of the module is on the stack, and no name is bound yet.");
    assert_int_equal(narration_line(NULL, &view), 0);
    narration_finish(&narration);
    assert_null(narration_text(&narration, NARRATION_CAUSES));
    view_finish(&view);
}

/* Deaths. */

static void test_cascade(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 1 [[],~[]] 0=2 1=3\nO 2 l list 1 []\nO 3 l list 1 []\nN 9",
          "E line 2 1\nF 1 <module> 2\nN 9", "del a",
          "`del a` removed the name a.\n"
          "The list [[], []] lost its last reference and was freed.\n"
          "With it went the empty list and another empty list, to which nothing else referred.");
}

static void test_not_freed_while_held(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 s int 2 1000\nN 9", "E line 2 1\nF 1 <module> 2\nN 9", "del a",
          "`del a` removed the name a; it referred to the int 1000.");
}

static void test_cycle(void **state)
{
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 2 [[...]] 0=1\nN 9", "E line 2 1\nF 1 <module> 2\nN 9", "del a",
          "`del a` removed the name a.\n"
          "The list [[...]] can no longer be reached from any name, but it refers to itself: its count stays above"
          " zero, and only the cycle collector can free it.");
    check("E line 1\nF 1 <module> 1 a=1 b=2\nO 1 i Node 2 <N> .n=2\nO 2 i Node 2 <N> .n=1\nN 9",
          "E line 2 1\nF 1 <module> 2\nN 9", "del a, b",
          "`del a, b` removed a and b.\n"
          "The Node instance and another Node instance can no longer be reached from any name, but they keep each other"
          " alive: their counts stay above zero, and only the cycle collector can free them.");
}

/* A machine that shows what no name leads to flags it, and is believed. */
static void test_stranded(void **state)
{
    static const char stranded[] = "E line 2 1\nF 1 <module> 2\nO 1 T list 1 [[...]] 0=1\nN 9";
    check("E line 1\nF 1 <module> 1 a=1\nO 1 l list 2 [[...]] 0=1\nN 9", stranded, "del a",
          "`del a` removed the name a.\n"
          "The list [[...]] can no longer be reached from any name, but it refers to itself: its count stays above"
          " zero, and only the cycle collector can free it.");
    check(stranded, "E line 3 2\nF 1 <module> 3\nN 9", "gc.collect()",
          "The list [[...]], part of a cycle that no name led to, was freed.");
}

/* A recursive inner function: its cell and it refer to each other, and the frame holds the cell, not the function. */
static void test_closure_cycle_is_not_freed(void **state)
{
    check("E return 3\nF 1 <module> 7\nF 2 outer 3 inner=1\n"
          "O 1 f function 1 <function~outer.<locals>.inner~at~0x1> %inner=2\n"
          "O 2 k cell 2 <cell~at~0x2> ^contents=1\nN 9",
          "E line 8 7\nF 1 <module> 8\nN 9", "outer()",
          "The frame of outer was popped, and its name inner went with it.\n"
          "The function inner can no longer be reached from any name, but it refers to itself: its count stays above"
          " zero, and only the cycle collector can free it.");
}

/* Nothing to see. */

static void test_quiet_lines(void **state)
{
    static const char before[] = "E line 3\nF 1 <module> 3\nN 9", after[] = "E line 5 3\nF 1 <module> 5\nN 9";
    check(before, after, "if a > b:", "`if a > b` tested its condition; the program went on at line 5.");
    check(before, after, "pass", "`pass` did nothing, as it should.");
    check(before, after, "iffy()", "`iffy()` ran, and nothing that is shown changed.");
    check(before, after, "break", "`break` left the loop; the program went on at line 5.");
    check(before, after, "x = [", "Line 3 ran, and nothing that is shown changed.");
    check(before, after, "s = '#'  # a comment", "`s = '#'` ran, and nothing that is shown changed.");
}

static const char loop[] = "for w in words:\n    if w:\n        x = w\n\nprint(x)\n";

/* Of a head of a block in the program `loop`. */
static void check_head(const char *after, const char *source, const char *expected)
{
    StepFacts facts = {.source_line = source, .program = loop};
    char before[200];
    snprintf(before, sizeof before, "E line 0%s", strchr(after + strlen("E line "), ' '));
    check_facts(before, after, facts, NARRATION_CAUSES, expected);
}

static void test_heads_tell_how_it_came_out(void **state)
{
    check_head("E line 3 2\nF 1 <module> 3\nN 9", "    if w:",
               "`if w` was true; the program went on at line 3.");
    check_head("E line 1 2\nF 1 <module> 1\nN 9", "    if w:",
               "`if w` was false; the program went on at line 1.");
    check_head("E line 5 1\nF 1 <module> 5\nN 9", "for w in words:",
               "`for w in words` found no further item, so the loop ended; the program went on at line 5.");
    check_head("E line 2 1\nF 1 <module> 2 w=1\nO 1 S str 5 'p'\nN 9", "for w in words:",
               "`for w in words` took the next item, the str 'p' again: w refers to it already; the program went on at line 2.");
}

static void test_output(void **state)
{
    check("E line 3\nF 1 <module> 3\nN 9\nP 2", "E line 4 3\nF 1 <module> 4\nN 9\nP 4", "print(a)",
          "`print(a)` printed `6`.");
    static const char before[] = "E line 3\nF 1 <module> 3\nN 9\nP 2", after[] = "E line 4 3\nF 1 <module> 4\nN 9\nP 5";
    check_told(before, after, "print()", "a\nb", NARRATION_CAUSES, "`print()` printed 2 lines.");
    check_told(before, after, "print()", "ab\n", NARRATION_CAUSES, "`print()` printed `ab`.");
    check_told(before, after, "print()", "", NARRATION_CAUSES, "`print()` printed 3 bytes.");
    check_told(before, "E line 4 3\nF 1 <module> 4\nN 9\nP 3", "print()", "\n", NARRATION_CAUSES,
               "`print()` printed an empty line.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_c_loop), cmocka_unit_test(test_c_start), cmocka_unit_test(test_c_block_freed),
        cmocka_unit_test(test_c_block_freed_and_pointed_at), cmocka_unit_test(test_c_block_forgotten_later),
        cmocka_unit_test(test_c_block_freed_as_its_pointer_ends),
        cmocka_unit_test(test_c_item_set), cmocka_unit_test(test_items_reordered_and_gone),
        cmocka_unit_test(test_depths), cmocka_unit_test(test_shared_counts_are_in_the_ledger),
        cmocka_unit_test(test_generator_goes_on),
        cmocka_unit_test(test_bound_to_existing), cmocka_unit_test(test_bound_to_new),
        cmocka_unit_test(test_rebound_and_freed), cmocka_unit_test(test_shared_has_no_counts),
        cmocka_unit_test(test_fall_names_who_is_left), cmocka_unit_test(test_unbound), cmocka_unit_test(test_swap),
        cmocka_unit_test(test_many_names), cmocka_unit_test(test_chained_names), cmocka_unit_test(test_loop_variable),
        cmocka_unit_test(test_value_in_the_name), cmocka_unit_test(test_global_from_function),
        cmocka_unit_test(test_definition_and_import), cmocka_unit_test(test_item_added),
        cmocka_unit_test(test_item_set_and_removed), cmocka_unit_test(test_items_moved_up),
        cmocka_unit_test(test_entries), cmocka_unit_test(test_members), cmocka_unit_test(test_attribute),
        cmocka_unit_test(test_call), cmocka_unit_test(test_body_start), cmocka_unit_test(test_return),
        cmocka_unit_test(test_popped_and_bound), cmocka_unit_test(test_argument_that_waits), cmocka_unit_test(test_generator_keeps_its_names),
        cmocka_unit_test(test_class_body), cmocka_unit_test(test_generator_asked),
        cmocka_unit_test(test_end_of_except), cmocka_unit_test(test_exception),
        cmocka_unit_test(test_exception_passes_on),
        cmocka_unit_test(test_stop_iteration), cmocka_unit_test(test_end), cmocka_unit_test(test_start),
        cmocka_unit_test(test_cascade), cmocka_unit_test(test_not_freed_while_held), cmocka_unit_test(test_cycle),
        cmocka_unit_test(test_stranded),
        cmocka_unit_test(test_closure_cycle_is_not_freed), cmocka_unit_test(test_quiet_lines),
        cmocka_unit_test(test_heads_tell_how_it_came_out),
        cmocka_unit_test(test_output),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
