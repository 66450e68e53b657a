/* Conditions, asked of real steps of small programs, and what is said of texts that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "c/c.h"
#include "machine/condition.h"
#include "machine/timeline.h"
#include "python/python.h"

typedef struct Row {
    const char *text;
    ConditionAnswer answer;
} Row;

/* Beyond the last step the last one is shown. */
enum { LAST = 1000 };

static void ask(const MachineLanguage *language, const char *program, uint64_t step, const Row *rows, size_t count)
{
    Source source = {"test", program, strlen(program)};
    SourceError wrong = {0};
    Timeline *timeline = timeline_create(language, &source, NULL, &wrong);
    assert_non_null(timeline);
    View view;
    view_init(&view);
    timeline_seek(timeline, (Position){step, 0}, &condition_view, &view, NULL);
    for (size_t i = 0; i < count; i++) {
        char message[200];
        Condition *condition = condition_parse(rows[i].text, message, sizeof message, NULL);
        if (condition == NULL)
            fail_msg("%s: %s", rows[i].text, message);
        assert_string_equal(condition_text(condition), rows[i].text);
        ConditionAnswer answer = condition_answer(condition, &view);
        if (answer != rows[i].answer)
            fail_msg("%s: answered %d, not %d", rows[i].text, answer, rows[i].answer);
        condition_destroy(condition);
    }
    view_finish(&view);
    timeline_destroy(timeline);
}

#define ASK(program, step, rows) ask(&python_language, program, step, rows, sizeof(rows) / sizeof *(rows))

static void numbers(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"i == 5", CONDITION_TRUE}, {"i != 5", CONDITION_FALSE}, {"i > 4 and i <= 5", CONDITION_TRUE},
        {"i > 4 && i < 5", CONDITION_FALSE}, {"i % 3 == 2", CONDITION_TRUE}, {"-i % 3 == 1", CONDITION_TRUE},
        {"i // 2 == 2", CONDITION_TRUE}, {"-i // 2 == -3", CONDITION_TRUE}, {"i / 2 == 2.5", CONDITION_TRUE},
        {"i + 2 * 3 == 11", CONDITION_TRUE}, {"(i + 2) * 3 == 21", CONDITION_TRUE}, {"i - 1 - 1 == 3", CONDITION_TRUE},
        {"f < i", CONDITION_TRUE}, {"f == 2.5", CONDITION_TRUE}, {"yes", CONDITION_TRUE}, {"not yes", CONDITION_FALSE},
        {"yes == 1", CONDITION_TRUE}, {"1 < i < 9", CONDITION_TRUE}, {"1 < i < 3", CONDITION_FALSE}, {"i", CONDITION_TRUE},
        {"i - 5", CONDITION_FALSE}, {"i / 0 == 1", CONDITION_UNKNOWN}, {"i == 0x5", CONDITION_TRUE},
        {"big == 123456789012345678", CONDITION_TRUE}, {"big == 123456789012345679", CONDITION_FALSE},
        {"type(i) == \"int\"", CONDITION_TRUE}, {"i == 1_0 - 5", CONDITION_TRUE},
    };
    ASK("i = 5\nf = 2.5\nyes = True\nbig = 123456789012345678\n", LAST, rows);
}

static void texts(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"s == 'abc'", CONDITION_TRUE}, {"s == \"abc\"", CONDITION_TRUE}, {"s < 'abd'", CONDITION_TRUE},
        {"'b' in s", CONDITION_TRUE}, {"'x' not in s", CONDITION_TRUE}, {"len(s) == 3", CONDITION_TRUE},
        {"quoted == 'it\\'s \"so\"'", CONDITION_TRUE}, {"lines == 'a\\nb'", CONDITION_TRUE},
        {"greek == 'αβ'", CONDITION_TRUE}, {"len(greek) == 2", CONDITION_TRUE}, {"s == 3", CONDITION_FALSE},
        {"s < 3", CONDITION_UNKNOWN}, {"empty", CONDITION_FALSE}, {"s", CONDITION_TRUE}, {"s + 'd' == 'abcd'", CONDITION_UNKNOWN},
    };
    ASK("s = 'abc'\nquoted = 'it\\'s \"so\"'\nlines = 'a\\nb'\ngreek = 'αβ'\nempty = ''\n", LAST, rows);
}

static void objects(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"len(items) == 3", CONDITION_TRUE}, {"items[0] == 4", CONDITION_TRUE}, {"items[-1] == 'z'", CONDITION_TRUE},
        {"items[7] == 1", CONDITION_UNKNOWN}, {"5 in items", CONDITION_TRUE}, {"6 in items", CONDITION_FALSE},
        {"d['k'] == 2", CONDITION_TRUE}, {"'k' in d", CONDITION_TRUE}, {"2 in d", CONDITION_FALSE},
        {"d[1] is items", CONDITION_TRUE}, {"d[1][1] == 5", CONDITION_TRUE}, {"a is b", CONDITION_TRUE}, {"a is not items", CONDITION_TRUE},
        {"a.next is None", CONDITION_TRUE}, {"a->next == None", CONDITION_TRUE}, {"a.x == 7", CONDITION_TRUE},
        {"a.y == 7", CONDITION_UNKNOWN}, {"count(items) == 2", CONDITION_TRUE}, {"type(a) == 'Node'", CONDITION_TRUE},
        {"nobody == 1", CONDITION_UNKNOWN}, {"nobody == 1 or i_am", CONDITION_TRUE}, {"i_am and nobody", CONDITION_UNKNOWN},
        {"3 in numbers", CONDITION_TRUE}, {"not none", CONDITION_TRUE}, {"gone is None", CONDITION_UNKNOWN},
        {"same == items", CONDITION_TRUE}, {"same is items", CONDITION_FALSE}, {"empty", CONDITION_FALSE},
    };
    ASK("class Node:\n    kind = 'list'\n    def __init__(self):\n        self.next = None\n        self.x = 7\n"
                   "items = [4, 5, 'z']\nsame = [4, 5, 'z']\nd = {'k': 2, 1: items}\na = b = Node()\ni_am = True\n"
                   "numbers = {1, 2, 3}\nnone = None\nempty = []\ngone = 1\ndel gone\n", LAST, rows);
}

static void names_outwards(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"local == 1", CONDITION_TRUE}, {"x == 'inner'", CONDITION_TRUE}, {"only_global == 3", CONDITION_TRUE},
        {"free == 2", CONDITION_TRUE}, {"late == 1", CONDITION_UNKNOWN},
    };
    ASK("x = 'outer'\nonly_global = 3\ndef f():\n    free = 2\n    def g():\n        local = 1\n        x = 'inner'\n"
        "        free\n        raise ValueError\n        late = 1\n    g()\nf()\n", 13, rows);
}

static void values_of_c(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"i == 3", CONDITION_TRUE}, {"letter == 'q'", CONDITION_FALSE}, {"letter == 113", CONDITION_TRUE},
        {"word == \"hey\"", CONDITION_TRUE}, {"s.at.x == 5", CONDITION_TRUE}, {"s.side[2] == 9", CONDITION_TRUE},
        {"s.next == NULL", CONDITION_TRUE}, {"!s.next", CONDITION_TRUE}, {"p->at.y == 6", CONDITION_TRUE},
        {"p != NULL && p->side[0] == 7", CONDITION_TRUE}, {"grid[1][2] == 6", CONDITION_TRUE}, {"*middle == 5", CONDITION_TRUE},
        {"middle[1] == 6", CONDITION_TRUE}, {"middle[-1] == 4", CONDITION_TRUE}, {"middle[9] == 4", CONDITION_UNKNOWN},
        {"len(grid) == 2", CONDITION_TRUE}, {"len(s.side) == 3", CONDITION_TRUE}, {"middle == same", CONDITION_TRUE},
        {"h->next == p", CONDITION_TRUE}, {"h->next->at.x == 5", CONDITION_TRUE}, {"heap[1] == 8", CONDITION_TRUE},
        {"all == 4", CONDITION_TRUE}, {"s == s", CONDITION_UNKNOWN}, {"*i == 3", CONDITION_UNKNOWN}, {"d * 2 == 5", CONDITION_TRUE},
    };
    ask(&c_language, "#include <stdlib.h>\nint all = 4;\nstruct s { struct { int x, y; } at; int side[3]; struct s *next; };\n"
        "int main(void)\n{\n    int i = 3; char letter = 'q', word[] = \"hey\"; double d = 2.5;\n"
        "    struct s s = {{5, 6}, {7, 8, 9}, NULL}, *p = &s;\n    int grid[2][3] = {{1, 2, 3}, {4, 5, 6}}, *middle = &grid[1][1], *same = middle;\n"
        "    struct s *h = malloc(sizeof *h); h->next = p;\n    int *heap = malloc(2 * sizeof *heap); heap[1] = 8;\n"
        "    return 0;\n}\n", 6, rows, sizeof rows / sizeof *rows);
}

static void mistakes(void **state)
{
    (void)state;
    static const struct { const char *text, *message; size_t column; } rows[] = {
        {"", "a condition is missing; for example: len(items) == 3", 0},
        {"i = 3", "\"=\" does not compare; write ==", 2},
        {"i ==", "something is missing after \"==\"", 4},
        {"(i == 3", "a closing ) is missing", 7},
        {"i == 3)", "\")\" is not expected here", 6},
        {"i == 'abc", "the text is not closed with '", 5},
        {"size(i)", "there is no size(); there are len, count and type", 0},
        {"i ? 3", "\"?\" is not expected here", 2},
        {"a.3", "after . the name of a field is expected", 2},
        {"d[1", "a closing ] is missing", 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char message[200] = "";
        size_t column = 99;
        Condition *condition = condition_parse(rows[i].text, message, sizeof message, &column);
        assert_null(condition);
        assert_string_equal(message, rows[i].message);
        assert_int_equal(column, rows[i].column);
    }
    char longest[CONDITION_LONGEST + 2], message[200];
    memset(longest, '(', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_null(condition_parse(longest, message, sizeof message, NULL));
    assert_string_equal(message, "the condition is longer than 300 bytes");
    longest[CONDITION_LONGEST] = '\0';
    assert_null(condition_parse(longest, message, sizeof message, NULL));
}

/* Random texts made of pieces of conditions: no crash, and an answer or a message. */
static void random_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a", "b", "1", "'x'", "(", ")", "[", "]", ".", " and ", " or ", "not ", " in ", " is ", "==", "<", "+", "-", "*", "//", "%",
        "len(", "count(", "type(", "None", "->", "&&", "\"", "\\", "9", "x", " ",
    };
    uint32_t seed = 7;
    View view;
    view_init(&view);
    for (int i = 0; i < 20000; i++) {
        char text[200] = "", message[200];
        for (int n = 0; n < 12; n++) {
            seed = seed * 1664525u + 1013904223u;
            strcat(text, pieces[(seed >> 8) % (sizeof pieces / sizeof *pieces)]);
        }
        size_t column = 0;
        message[0] = '\0';
        Condition *condition = condition_parse(text, message, sizeof message, &column);
        if (condition != NULL)
            condition_answer(condition, &view);
        else
            assert_true(message[0] != '\0' && column <= strlen(text));
        condition_destroy(condition);
    }
    view_finish(&view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers), cmocka_unit_test(texts), cmocka_unit_test(objects), cmocka_unit_test(names_outwards),
        cmocka_unit_test(values_of_c),
        cmocka_unit_test(mistakes), cmocka_unit_test(random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
