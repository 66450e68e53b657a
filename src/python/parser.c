/* The whole way from bytes to a module. */
#include "python/parser.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "python/parser_rules.h"
#include "python/source_text.h"

/* A tree beyond this is taken for a mistake, or an attack: MemoryError. */
static const size_t memory_limit = (size_t)3 << 30;

/* file: [statements] ENDMARKER */
static void *parse_file(Parser *p)
{
    StmtList body = parse_statements(p);
    parser_expect(p, TOKEN_END);
    Module *module = REGION_NEW(p->region, Module);
    module->kind = MODULE_EXEC;
    module->body = body;
    return module;
}

/* eval: expressions NEWLINE* ENDMARKER */
static void *parse_eval(Parser *p)
{
    Expr *expression = parse_expressions(p);
    while (parser_accept(p, TOKEN_NEWLINE))
        continue;
    parser_expect(p, TOKEN_END);
    Module *module = REGION_NEW(p->region, Module);
    module->kind = MODULE_EVAL;
    module->expression = expression;
    return module;
}

/* interactive: compound_stmt NEWLINE | simple_stmts. Here the newline that ends a compound statement may be the end. */
static void *parse_single(Parser *p)
{
    size_t mark = parser_mark(p);
    Stmt *compound = parse_compound_stmt(p);
    if (compound)
        parser_push(p, compound);
    else
        parse_simple_stmts(p);
    if (parser_peek(p)->kind != TOKEN_END && parser_peek(p)->kind != TOKEN_ERROR)
        parser_raise_at(p, p->tokens[p->position - 1].span, "multiple statements found while compiling a single statement");
    parser_expect(p, TOKEN_END);
    Module *module = REGION_NEW(p->region, Module);
    module->kind = MODULE_SINGLE;
    module->body = parser_take_stmts(p, mark);
    return module;
}

static void drop_newline(char *line)
{
    if (line)
        line[strcspn(line, "\n")] = '\0';
}

/* Only a whole program gets a newline that its text lacks. So the line of an expression has none in CPython, and where
 * it ends too soon no column is found, nor a line where there is nothing at all. */
static void place_without_newline(SyntaxProblem *problem)
{
    drop_newline(problem->source_line);
    size_t bytes = problem->source_line ? strlen(problem->source_line) : 0;
    if ((size_t)problem->column > bytes && strcmp(problem->message, "invalid syntax") == 0)
        problem->column = problem->end_column = 0;
    if (bytes == 0 && problem->line == 1)
        problem->line = problem->end_line = 0;
}

static void take_error(const ParserError *error, bool lacks_newline, SyntaxProblem *problem)
{
    problem->kind = error->kind;
    problem->line = error->line;
    problem->column = error->column;
    problem->end_line = error->end_line;
    problem->end_column = error->end_column;
    problem->is_at_end = error->is_at_end;
    snprintf(problem->message, sizeof problem->message, "%s", error->message);
    if (error->lexer)
        syntax_problem_place(problem, error->lexer->text, (size_t)(error->lexer->end - error->lexer->text),
                             error->lexer->first_line);
    if (lacks_newline)
        place_without_newline(problem);
    else if (error->is_lexers)
        drop_newline(problem->source_line);
}

static Module *parse_text(Region *region, Region *scratch, const char *name, const char *text, size_t length,
                          ParseMode mode, SyntaxProblem *problem)
{
    static const ParserRule rules[] = {
        [PARSE_EXEC] = parse_file, [PARSE_EVAL] = parse_eval, [PARSE_SINGLE] = parse_single,
    };
    SourceText source;
    bool is_decoded = mode & PARSE_DECODED;
    mode &= ~PARSE_DECODED;
    if (!source_text_prepare(scratch, name, text, length, is_decoded, &source, problem))
        return NULL;
    IdentifierTable names;
    identifier_table_init(&names, region);
    Lexer *lexer = REGION_NEW(scratch, Lexer);
    Parser *parser = REGION_NEW(scratch, Parser);
    lexer_run(lexer, scratch, &names, source.text, source.length, 1, 0);
    parser_init(parser, region, scratch, &names, lexer);
    Module *module = parser_run(parser, rules[mode]);
    if (module)
        module->line_count = lexer->line - (lexer->next == lexer->line_start);
    else
        take_error(&parser->error, mode != PARSE_EXEC && (length == 0 || text[length - 1] != '\n'), problem);
    return module;
}

Module *parse_source(Region *region, const char *name, const char *text, size_t length, ParseMode mode,
                     SyntaxProblem *problem)
{
    Region scratch;
    jmp_buf exhausted;
    jmp_buf *outer = region->on_exhausted;
    size_t outer_limit = region->limit;
    Module *volatile module = NULL;
    syntax_problem_init(problem);
    region_init(&scratch);
    scratch.limit = memory_limit;
    if (!region->limit)
        region->limit = memory_limit;
    region->on_exhausted = scratch.on_exhausted = &exhausted;
    if (!setjmp(exhausted))
        module = parse_text(region, &scratch, name, text, length, mode, problem);
    else
        problem->kind = PROBLEM_MEMORY_ERROR;
    region->on_exhausted = outer;
    region->limit = outer_limit;
    region_finish(&scratch);
    return module;
}
