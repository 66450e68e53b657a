/* The parser: shapes and places of trees, mistakes and limits. The broad comparisons with CPython are compare_ast.py and
 * compare_errors.py; here stands what needs no CPython. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "python/parser.h"

typedef struct Parsed {
    Region region;
    SyntaxProblem problem;
    Module *module;
} Parsed;

static Parsed *parse(const char *text, ParseMode mode)
{
    Parsed *parsed = malloc(sizeof *parsed);
    region_init(&parsed->region);
    parsed->module = parse_source(&parsed->region, "t.py", text, strlen(text), mode, &parsed->problem);
    return parsed;
}

static void drop(Parsed *parsed)
{
    syntax_problem_finish(&parsed->problem);
    region_finish(&parsed->region);
    free(parsed);
}

static void test_precedence(void **state)
{
    Parsed *parsed = parse("-a ** b + c * d", PARSE_EVAL);
    const Expr *sum = parsed->module->expression;
    assert_int_equal(sum->kind, EXPR_BIN_OP);
    assert_int_equal(sum->bin_op.op, TREE_BINARY_ADD);
    assert_int_equal(sum->bin_op.left->kind, EXPR_UNARY_OP);
    assert_int_equal(sum->bin_op.left->unary_op.operand->bin_op.op, TREE_BINARY_POW);
    assert_int_equal(sum->bin_op.right->bin_op.op, TREE_BINARY_MULT);
    drop(parsed);
}

static void test_spans_count_bytes(void **state)
{
    Parsed *parsed = parse("\xC3\xA9 = (1,\n 2)\n", PARSE_EXEC);
    const Stmt *stmt = parsed->module->body.items[0];
    Span span = stmt->assign.value->span;
    assert_int_equal(span.line, 1);
    assert_int_equal(span.column, 5);
    assert_int_equal(span.end_line, 2);
    assert_int_equal(span.end_column, 3);
    drop(parsed);
}

static void test_constants(void **state)
{
    Parsed *parsed = parse("[0xF_F, 1.5, 2j, 'a' r'\\n', b'\\x00', u'x']", PARSE_EVAL);
    Expr **items = parsed->module->expression->sequence.elts.items;
    assert_int_equal(items[0]->constant.base, 16);
    assert_string_equal(items[0]->constant.text, "FF");
    assert_true(items[1]->constant.number == 1.5);
    assert_int_equal(items[2]->constant.kind, CONSTANT_COMPLEX);
    assert_string_equal(items[3]->constant.text, "a\\n");
    assert_int_equal(items[4]->constant.length, 1);
    assert_true(items[5]->constant.unicode_prefix);
    drop(parsed);
}

static void test_fstring(void **state)
{
    Parsed *parsed = parse("f'a{b!r:>{w}}c{d=}'", PARSE_EVAL);
    ExprList values = parsed->module->expression->joined.values;
    assert_int_equal(values.count, 4);
    assert_int_equal(values.items[1]->formatted.conversion, CONVERSION_REPR);
    assert_int_equal(values.items[1]->formatted.format_spec->joined.values.count, 2);
    assert_string_equal(values.items[2]->constant.text, "cd=");
    assert_int_equal(values.items[3]->formatted.value->span.column, 15);
    drop(parsed);
}

static void test_soft_keywords_are_names(void **state)
{
    Parsed *parsed = parse("match = case = 1\nmatch(x)\nmatch x:\n  case [1, *_]: pass\n", PARSE_EXEC);
    StmtList body = parsed->module->body;
    assert_int_equal(body.items[0]->kind, STMT_ASSIGN);
    assert_int_equal(body.items[1]->kind, STMT_EXPR);
    assert_int_equal(body.items[2]->kind, STMT_MATCH);
    drop(parsed);
}

static void test_problem_has_place_and_line(void **state)
{
    Parsed *parsed = parse("x = 1\n\xC3\xA9 = f(a b)\n", PARSE_EXEC);
    assert_null(parsed->module);
    assert_string_equal(parsed->problem.message, "invalid syntax. Perhaps you forgot a comma?");
    assert_int_equal(parsed->problem.line, 2);
    assert_int_equal(parsed->problem.column, 7);
    assert_int_equal(parsed->problem.end_column, 10);
    char *report = syntax_problem_report(&parsed->problem, "t.py");
    assert_string_equal(report, "  File \"t.py\", line 2\n    \xC3\xA9 = f(a b)\n          ^^^\n"
                                "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
    free(report);
    drop(parsed);
}

static void expect_kind(const char *text, size_t length, SyntaxProblemKind kind)
{
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    assert_null(parse_source(&region, "t.py", text, length, PARSE_EXEC, &problem));
    assert_int_equal(problem.kind, kind);
    syntax_problem_finish(&problem);
    region_finish(&region);
}

/* Nothing that nests may end in a crash. */
static void test_deep_nesting_is_an_answer(void **state)
{
    static const char *const openings[] = {"(", "[", "{", "{1:", "f(", "-", "not ", "lambda:", "a if b else ", "2**"};
    enum { DEPTH = 100000 };
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
        size_t size = strlen(openings[i]);
        char *text = malloc(DEPTH * size + 1);
        for (size_t k = 0; k < DEPTH; k++)
            memcpy(text + k * size, openings[i], size);
        text[DEPTH * size] = '1';
        bool is_bracket = strpbrk(openings[i], "([{") != NULL;
        expect_kind(text, DEPTH * size + 1, is_bracket ? PROBLEM_SYNTAX_ERROR : PROBLEM_MEMORY_ERROR);
        free(text);
    }
}

static void test_bad_bytes(void **state)
{
    expect_kind("x = 1\0", 6, PROBLEM_SYNTAX_ERROR);
    expect_kind("x = '\xFF'\n", 8, PROBLEM_SYNTAX_ERROR);
    expect_kind("# coding: nonsense\n", 19, PROBLEM_SYNTAX_ERROR);
}

static void test_memory_limit_is_an_answer(void **state)
{
    Region region;
    SyntaxProblem problem;
    char text[20000];
    for (size_t i = 0; i < sizeof text; i += 2)
        memcpy(text + i, "1\n", 2);
    region_init(&region);
    region.limit = 100000;
    assert_null(parse_source(&region, "t.py", text, sizeof text, PARSE_EXEC, &problem));
    assert_int_equal(problem.kind, PROBLEM_MEMORY_ERROR);
    region_finish(&region);
}

static void test_modes(void **state)
{
    Parsed *parsed = parse("1, 2\n", PARSE_EVAL);
    assert_int_equal(parsed->module->expression->kind, EXPR_TUPLE);
    drop(parsed);
    parsed = parse("x = 1", PARSE_EVAL);
    assert_null(parsed->module);
    drop(parsed);
    parsed = parse("if x:\n  y\n", PARSE_SINGLE);
    assert_int_equal(parsed->module->body.count, 1);
    drop(parsed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_precedence), cmocka_unit_test(test_spans_count_bytes), cmocka_unit_test(test_constants),
        cmocka_unit_test(test_fstring), cmocka_unit_test(test_soft_keywords_are_names),
        cmocka_unit_test(test_problem_has_place_and_line), cmocka_unit_test(test_deep_nesting_is_an_answer),
        cmocka_unit_test(test_bad_bytes), cmocka_unit_test(test_memory_limit_is_an_answer),
        cmocka_unit_test(test_modes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
