/* Prints the tree of each Python file named, in the form that compare_ast.py gives to CPython's own tree, or what is
 * wrong with it. For comparing only.
 *
 *     dump_ast FILE...              one "== FILE" line, then the tree or the problem, for each
 *     dump_ast --report FILE        what `python3 FILE` would print for a wrong one
 *     dump_ast --time FILE          parses ten times and prints the best time
 *
 * A node is "(Kind line column end_line end_column fields...)", a list is "[...]", an absent field is "-".
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "python/parser.h"

static void dump_expr(const Expr *expr);
static void dump_stmts(StmtList list);

static void dump_head(const char *kind, Span span)
{
    printf("(%s %d %d %d %d", kind, span.line, span.column, span.end_line, span.end_column);
}

static void dump_name(Identifier name)
{
    if (name)
        printf(" '%s'", name);
    else
        printf(" -");
}

static void dump_hex(const char *prefix, const char *text, size_t length)
{
    printf(" %s", prefix);
    for (size_t i = 0; i < length; i++)
        printf("%02x", (unsigned char)text[i]);
}

static void dump_double(const char *prefix, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    printf(" %s%016" PRIx64, prefix, bits);
}

static void dump_constant(const Constant *constant)
{
    static const char *const words[] = {"None", "True", "False", "Ellipsis"};
    switch (constant->kind) {
    case CONSTANT_INT: printf(" i%d:%s", constant->base, constant->text); break;
    case CONSTANT_FLOAT: dump_double("f:", constant->number); break;
    case CONSTANT_COMPLEX: dump_double("c:", constant->number); break;
    case CONSTANT_STR: dump_hex(constant->unicode_prefix ? "u:" : "s:", constant->text, constant->length); break;
    case CONSTANT_BYTES: dump_hex("b:", constant->text, constant->length); break;
    default: printf(" %s", words[constant->kind]);
    }
}

static void dump_optional(const Expr *expr)
{
    if (expr)
        dump_expr(expr);
    else
        printf(" -");
}

static void dump_exprs(ExprList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++)
        dump_optional(list.items[i]);
    printf("]");
}

static void dump_context(ExprContext context)
{
    static const char *const names[] = {"Load", "Store", "Del"};
    printf(" %s", names[context]);
}

static void dump_generators(ComprehensionList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++) {
        printf("(comprehension");
        dump_expr(list.items[i].target);
        dump_expr(list.items[i].iter);
        dump_exprs(list.items[i].ifs);
        printf(" %d)", list.items[i].is_async);
    }
    printf("]");
}

static void dump_keywords(KeywordList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++) {
        dump_head("keyword", list.items[i].span);
        dump_name(list.items[i].name);
        dump_expr(list.items[i].value);
        printf(")");
    }
    printf("]");
}

static void dump_arg(const Arg *arg)
{
    if (!arg) {
        printf(" -");
        return;
    }
    dump_head("arg", arg->span);
    dump_name(arg->name);
    dump_optional(arg->annotation);
    printf(")");
}

static void dump_args(ArgList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++)
        dump_arg(&list.items[i]);
    printf("]");
}

static void dump_arguments(const Arguments *arguments)
{
    printf("(arguments");
    dump_args(arguments->posonly);
    dump_args(arguments->args);
    dump_arg(arguments->vararg);
    dump_args(arguments->kwonly);
    dump_exprs(arguments->kw_defaults);
    dump_arg(arguments->kwarg);
    dump_exprs(arguments->defaults);
    printf(")");
}

static void dump_compare(const Expr *expr)
{
    dump_expr(expr->compare.left);
    printf(" [");
    for (int i = 0; i < expr->compare.comparators.count; i++)
        printf(" %s", ast_compare_operator_name(expr->compare.ops[i]));
    printf("]");
    dump_exprs(expr->compare.comparators);
}

static void dump_expr(const Expr *e)
{
    dump_head(ast_expr_kind_name(e->kind), e->span);
    switch (e->kind) {
    case EXPR_BOOL_OP: printf(e->bool_op.op == BOOL_AND ? " And" : " Or"); dump_exprs(e->bool_op.values); break;
    case EXPR_NAMED: dump_expr(e->named.target); dump_expr(e->named.value); break;
    case EXPR_BIN_OP:
        dump_expr(e->bin_op.left);
        printf(" %s", ast_binary_operator_name(e->bin_op.op));
        dump_expr(e->bin_op.right);
        break;
    case EXPR_UNARY_OP:
        printf(" %s", ast_unary_operator_name(e->unary_op.op));
        dump_expr(e->unary_op.operand);
        break;
    case EXPR_LAMBDA: dump_arguments(e->lambda.args); dump_expr(e->lambda.body); break;
    case EXPR_IF_EXP: dump_expr(e->if_exp.test); dump_expr(e->if_exp.body); dump_expr(e->if_exp.orelse); break;
    case EXPR_DICT: dump_exprs(e->dict.keys); dump_exprs(e->dict.values); break;
    case EXPR_SET: dump_exprs(e->set.elts); break;
    case EXPR_LIST_COMP: case EXPR_SET_COMP: case EXPR_GENERATOR:
        dump_expr(e->comp.elt);
        dump_generators(e->comp.generators);
        break;
    case EXPR_DICT_COMP:
        dump_expr(e->dict_comp.key);
        dump_expr(e->dict_comp.value);
        dump_generators(e->dict_comp.generators);
        break;
    case EXPR_AWAIT: dump_expr(e->await.value); break;
    case EXPR_YIELD: case EXPR_YIELD_FROM: dump_optional(e->yield.value); break;
    case EXPR_COMPARE: dump_compare(e); break;
    case EXPR_CALL: dump_expr(e->call.func); dump_exprs(e->call.args); dump_keywords(e->call.keywords); break;
    case EXPR_FORMATTED_VALUE:
        dump_expr(e->formatted.value);
        printf(" %d", e->formatted.conversion);
        dump_optional(e->formatted.format_spec);
        break;
    case EXPR_JOINED_STR: dump_exprs(e->joined.values); break;
    case EXPR_CONSTANT: dump_constant(&e->constant); break;
    case EXPR_ATTRIBUTE:
        dump_expr(e->attribute.value);
        dump_name(e->attribute.attr);
        dump_context(e->attribute.ctx);
        break;
    case EXPR_SUBSCRIPT:
        dump_expr(e->subscript.value);
        dump_expr(e->subscript.slice);
        dump_context(e->subscript.ctx);
        break;
    case EXPR_STARRED: dump_expr(e->starred.value); dump_context(e->starred.ctx); break;
    case EXPR_NAME: dump_name(e->name.id); dump_context(e->name.ctx); break;
    case EXPR_LIST: case EXPR_TUPLE: dump_exprs(e->sequence.elts); dump_context(e->sequence.ctx); break;
    case EXPR_SLICE:
        dump_optional(e->slice.lower);
        dump_optional(e->slice.upper);
        dump_optional(e->slice.step);
        break;
    case EXPR_KIND_COUNT: abort();
    }
    printf(")");
}

static void dump_patterns(PatternList list);

static void dump_pattern(const Pattern *pattern)
{
    static const char *const words[] = {"None", "True", "False"};
    dump_head(ast_pattern_kind_name(pattern->kind), pattern->span);
    switch (pattern->kind) {
    case PATTERN_VALUE: dump_expr(pattern->value.value); break;
    case PATTERN_SINGLETON: printf(" %s", words[pattern->singleton.value]); break;
    case PATTERN_SEQUENCE: dump_patterns(pattern->sequence.patterns); break;
    case PATTERN_MAPPING:
        dump_exprs(pattern->mapping.keys);
        dump_patterns(pattern->mapping.patterns);
        dump_name(pattern->mapping.rest);
        break;
    case PATTERN_CLASS:
        dump_expr(pattern->cls.cls);
        dump_patterns(pattern->cls.patterns);
        printf(" [");
        for (int i = 0; i < pattern->cls.kwd_attrs.count; i++)
            dump_name(pattern->cls.kwd_attrs.items[i]);
        printf("]");
        dump_patterns(pattern->cls.kwd_patterns);
        break;
    case PATTERN_STAR: dump_name(pattern->star.name); break;
    case PATTERN_AS:
        if (pattern->as.pattern)
            dump_pattern(pattern->as.pattern);
        else
            printf(" -");
        dump_name(pattern->as.name);
        break;
    case PATTERN_OR: dump_patterns(pattern->alternatives.patterns); break;
    case PATTERN_KIND_COUNT: abort();
    }
    printf(")");
}

static void dump_patterns(PatternList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++)
        dump_pattern(list.items[i]);
    printf("]");
}

static void dump_aliases(AliasList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++) {
        dump_head("alias", list.items[i].span);
        dump_name(list.items[i].name);
        dump_name(list.items[i].asname);
        printf(")");
    }
    printf("]");
}

static void dump_handlers(ExceptHandlerList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++) {
        dump_head("ExceptHandler", list.items[i].span);
        dump_optional(list.items[i].type);
        dump_name(list.items[i].name);
        dump_stmts(list.items[i].body);
        printf(")");
    }
    printf("]");
}

static void dump_cases(MatchCaseList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++) {
        printf("(match_case");
        dump_pattern(list.items[i].pattern);
        dump_optional(list.items[i].guard);
        dump_stmts(list.items[i].body);
        printf(")");
    }
    printf("]");
}

static void dump_items(WithItemList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++) {
        printf("(withitem");
        dump_expr(list.items[i].context_expr);
        dump_optional(list.items[i].optional_vars);
        printf(")");
    }
    printf("]");
}

static void dump_stmt(const Stmt *s)
{
    dump_head(ast_stmt_kind_name(s->kind), s->span);
    switch (s->kind) {
    case STMT_FUNCTION_DEF: case STMT_ASYNC_FUNCTION_DEF:
        dump_name(s->function_def.name);
        dump_arguments(s->function_def.args);
        dump_stmts(s->function_def.body);
        dump_exprs(s->function_def.decorators);
        dump_optional(s->function_def.returns);
        break;
    case STMT_CLASS_DEF:
        dump_name(s->class_def.name);
        dump_exprs(s->class_def.bases);
        dump_keywords(s->class_def.keywords);
        dump_stmts(s->class_def.body);
        dump_exprs(s->class_def.decorators);
        break;
    case STMT_RETURN: dump_optional(s->ret.value); break;
    case STMT_DELETE: dump_exprs(s->del.targets); break;
    case STMT_ASSIGN: dump_exprs(s->assign.targets); dump_expr(s->assign.value); break;
    case STMT_AUG_ASSIGN:
        dump_expr(s->aug_assign.target);
        printf(" %s", ast_binary_operator_name(s->aug_assign.op));
        dump_expr(s->aug_assign.value);
        break;
    case STMT_ANN_ASSIGN:
        dump_expr(s->ann_assign.target);
        dump_expr(s->ann_assign.annotation);
        dump_optional(s->ann_assign.value);
        printf(" %d", s->ann_assign.simple);
        break;
    case STMT_FOR: case STMT_ASYNC_FOR:
        dump_expr(s->loop.target);
        dump_expr(s->loop.iter);
        dump_stmts(s->loop.body);
        dump_stmts(s->loop.orelse);
        break;
    case STMT_WHILE: case STMT_IF:
        dump_expr(s->branch.test);
        dump_stmts(s->branch.body);
        dump_stmts(s->branch.orelse);
        break;
    case STMT_WITH: case STMT_ASYNC_WITH: dump_items(s->with.items); dump_stmts(s->with.body); break;
    case STMT_MATCH: dump_expr(s->match.subject); dump_cases(s->match.cases); break;
    case STMT_RAISE: dump_optional(s->raise.exc); dump_optional(s->raise.cause); break;
    case STMT_TRY: case STMT_TRY_STAR:
        dump_stmts(s->try_stmt.body);
        dump_handlers(s->try_stmt.handlers);
        dump_stmts(s->try_stmt.orelse);
        dump_stmts(s->try_stmt.finalbody);
        break;
    case STMT_ASSERT: dump_expr(s->assert_stmt.test); dump_optional(s->assert_stmt.msg); break;
    case STMT_IMPORT: dump_aliases(s->import.names); break;
    case STMT_IMPORT_FROM:
        dump_name(s->import_from.module);
        dump_aliases(s->import_from.names);
        printf(" %d", s->import_from.level);
        break;
    case STMT_GLOBAL: case STMT_NONLOCAL:
        printf(" [");
        for (int i = 0; i < s->scope.names.count; i++)
            dump_name(s->scope.names.items[i]);
        printf("]");
        break;
    case STMT_EXPR: dump_expr(s->expr.value); break;
    case STMT_PASS: case STMT_BREAK: case STMT_CONTINUE: break;
    case STMT_KIND_COUNT: abort();
    }
    printf(")\n");
}

static void dump_stmts(StmtList list)
{
    printf(" [");
    for (int i = 0; i < list.count; i++)
        dump_stmt(list.items[i]);
    printf("]");
}

static void dump_problem(const SyntaxProblem *problem)
{
    printf("!%s|%s|%d|%d|%d|%d|%s\n", syntax_problem_kind_name(problem->kind), problem->message, problem->line,
           problem->column, problem->end_line, problem->end_column, problem->source_line ? problem->source_line : "-");
}

static char *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    if (!file) {
        perror(name);
        exit(2);
    }
    size_t capacity = 1 << 16;
    char *text = malloc(capacity);
    *length = 0;
    for (size_t got; (got = fread(text + *length, 1, capacity - *length, file)) > 0;) {
        *length += got;
        if (*length == capacity)
            text = realloc(text, capacity *= 2);
    }
    fclose(file);
    return text;
}

static void dump_file(const char *name)
{
    size_t length;
    char *text = read_file(name, &length);
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    Module *module = parse_source(&region, name, text, length, PARSE_EXEC, &problem);
    printf("== %s\n", name);
    if (module)
        dump_stmts(module->body);
    else
        dump_problem(&problem);
    printf("\n");
    syntax_problem_finish(&problem);
    region_finish(&region);
    free(text);
}

static void report_file(const char *name)
{
    size_t length;
    char *text = read_file(name, &length);
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    if (!parse_source(&region, name, text, length, PARSE_EXEC, &problem)) {
        char *report = syntax_problem_report(&problem, name);
        fputs(report, stderr);
        free(report);
    }
    syntax_problem_finish(&problem);
    region_finish(&region);
    free(text);
}

static void time_file(const char *name)
{
    size_t length, memory = 0;
    char *text = read_file(name, &length);
    double best = 1e9;
    for (int i = 0; i < 10; i++) {
        struct timespec start, end;
        Region region;
        SyntaxProblem problem;
        region_init(&region);
        clock_gettime(CLOCK_MONOTONIC, &start);
        parse_source(&region, name, text, length, PARSE_EXEC, &problem);
        clock_gettime(CLOCK_MONOTONIC, &end);
        double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
        best = seconds < best ? seconds : best;
        memory = region.total;
        syntax_problem_finish(&problem);
        region_finish(&region);
    }
    printf("%zu bytes, %.1f ms, %.1f MB/s, tree %.1f bytes per byte\n", length, best * 1e3,
           (double)length / best / 1e6, (double)memory / (double)length);
    free(text);
}

int main(int argc, char **argv)
{
    if (argc == 3 && !strcmp(argv[1], "--report"))
        report_file(argv[2]);
    else if (argc == 3 && !strcmp(argv[1], "--time"))
        time_file(argv[2]);
    else
        for (int i = 1; i < argc; i++)
            dump_file(argv[i]);
    return 0;
}
