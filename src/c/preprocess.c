#include "c/preprocess.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/headers.h"
#include "c/hint.h"

enum { DEEPEST_INCLUDE = 100, INCLUDE_LIMIT = 16 << 20 };

typedef struct CCondition {
    struct CCondition *outer;
    CPlace place;
    bool was_true, had_else;
} CCondition;

typedef CToken *(*Directive)(CPreprocessor *pre, CToken *name);

static bool is_punct(const CToken *token, CPunct punct)
{
    return token->kind == C_TOKEN_PUNCT && token->id == punct;
}

static bool is_directive(const CToken *token)
{
    return token->starts_line && is_punct(token, P_HASH);
}

/* The first token of the next line. */
static CToken *next_line(CToken *token)
{
    while (!token->starts_line)
        token = token->next;
    return token;
}

/* A copy of the rest of the line from `token`, closed by an end; `*rest` is the next line. */
static CToken *copy_line(CPreprocessor *pre, CToken *token, CToken **rest)
{
    CToken head = {0}, *last = &head;
    for (; !token->starts_line; token = token->next)
        last = last->next = c_token_copy(pre, token);
    *rest = token;
    CToken *end = c_token_copy(pre, token);
    end->kind = C_TOKEN_END;
    end->length = 0;
    last->next = end;
    return head.next;
}

/* ---- #define ---- */

static void add_parameter(CPreprocessor *pre, CMacro *macro, const char *name)
{
    const char **more = c_pool_alloc(pre->pool, ((size_t)macro->parameter_count + 1) * sizeof *more);
    if (macro->parameter_count)
        memcpy(more, macro->parameters, (size_t)macro->parameter_count * sizeof *more);
    more[macro->parameter_count++] = name;
    macro->parameters = more;
}

/* Behind the opening parenthesis; returns what comes behind the closing one. */
static CToken *read_parameters(CPreprocessor *pre, CMacro *macro, CToken *token)
{
    while (!is_punct(token, P_CLOSE)) {
        if (macro->parameter_count && !is_punct(token, P_COMMA))
            c_diagnose_fatal(pre->diagnoser, token->place, "expected ',' or ')' in macro parameter list");
        if (macro->parameter_count)
            token = token->next;
        bool named = token->kind == C_TOKEN_NAME;
        macro->is_variadic = is_punct(token, P_ELLIPSIS) || (named && is_punct(token->next, P_ELLIPSIS));
        if (!named && !macro->is_variadic)
            c_diagnose_fatal(pre->diagnoser, token->place, "invalid token in macro parameter list");
        add_parameter(pre, macro, named ? token->text : pre->name_va_args);
        token = named && macro->is_variadic ? token->next->next : token->next;
        if (macro->is_variadic && !is_punct(token, P_CLOSE))
            c_diagnose_fatal(pre->diagnoser, token->place, "missing ')' in macro parameter list");
    }
    return token->next;
}

static CToken *define(CPreprocessor *pre, CToken *directive)
{
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    if (line->kind != C_TOKEN_NAME)
        c_diagnose_fatal(pre->diagnoser, directive->place, "macro name missing");
    CMacro *macro = C_NEW(pre->pool, CMacro);
    macro->name = line->text;
    CToken *body = line->next;
    if (is_punct(body, P_OPEN) && !body->has_space) {
        macro->is_function = true;
        body = read_parameters(pre, macro, body->next);
    }
    macro->body = body;
    c_macro_add(pre, macro);
    return rest;
}

static CToken *undef(CPreprocessor *pre, CToken *directive)
{
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    if (line->kind != C_TOKEN_NAME)
        c_diagnose_fatal(pre->diagnoser, directive->place, "macro name missing");
    c_macro_remove(pre, line->text);
    return rest;
}

/* ---- #include ---- */

static char *read_whole(CPool *pool, const char *path, size_t *length)
{
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return NULL;
    size_t room = 1 << 16, used = 0;
    char *text = malloc(room);
    for (size_t got; text && (got = fread(text + used, 1, room - used, stream)) > 0 && used < INCLUDE_LIMIT;) {
        used += got;
        if (used == room)
            text = realloc(text, room *= 2);
    }
    fclose(stream);
    char *copy = text ? c_pool_text(pool, text, used) : NULL;
    free(text);
    *length = used;
    return copy;
}

/* A file beside the one that includes it. */
static CFile *open_beside(CPreprocessor *pre, const char *name, const CFile *from)
{
    const char *slash = strrchr(from->name, '/');
    int folder = slash && name[0] != '/' ? (int)(slash - from->name) + 1 : 0;
    CFile *file = C_NEW(pre->pool, CFile);
    file->name = c_pool_format(pre->pool, "%.*s%s", folder, from->name, name);
    file->text = read_whole(pre->pool, file->name, &file->length);
    if (file->text && strlen(file->text) != file->length)
        file->text = NULL;     /* a NUL inside: no text */
    return file->text ? file : NULL;
}

static CFile *open_builtin(CPreprocessor *pre, const char *name)
{
    const char *text = c_header_text(name);
    if (!text)
        return NULL;
    CFile *file = C_NEW(pre->pool, CFile);
    *file = (CFile){c_pool_format(pre->pool, "<%s>", name), text, strlen(text), true};
    return file;
}

static bool is_once(CPreprocessor *pre, const char *name)
{
    for (int i = 0; i < pre->once_count; i++)
        if (strcmp(pre->once[i], name) == 0)
            return true;
    return false;
}

void c_mark_once(CPreprocessor *pre, const char *name)
{
    const char **more = c_pool_alloc(pre->pool, ((size_t)pre->once_count + 1) * sizeof *more);
    if (pre->once_count)
        memcpy(more, pre->once, (size_t)pre->once_count * sizeof *more);
    more[pre->once_count++] = name;
    pre->once = more;
}

/* The name inside <> or "". */
static const char *include_name(CPreprocessor *pre, CToken *line, bool *is_quoted)
{
    line = line->kind == C_TOKEN_STRING || is_punct(line, P_LT) ? line : c_macro_expand_all(pre, line);
    *is_quoted = line->kind == C_TOKEN_STRING;
    if (*is_quoted)
        return c_pool_text(pre->pool, line->text + 1, line->length - 2);
    if (!is_punct(line, P_LT))
        return NULL;
    const char *name = "";
    CToken *token = line->next;
    for (; token->kind != C_TOKEN_END && !is_punct(token, P_GT); token = token->next)
        name = c_pool_format(pre->pool, "%s%.*s", name, (int)token->length, token->text);
    return token->kind == C_TOKEN_END ? NULL : name;
}

static CToken *join_file(CPreprocessor *pre, const CFile *file, CToken *rest)
{
    CToken *tokens = c_lex(pre->diagnoser, pre->names, file);
    if (tokens->kind == C_TOKEN_END)
        return rest;
    CToken *last = tokens;
    while (last->next->kind != C_TOKEN_END)
        last = last->next;
    last->next = rest;
    return tokens;
}

static CToken *include(CPreprocessor *pre, CToken *directive)
{
    bool is_quoted;
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    const char *name = include_name(pre, line, &is_quoted);
    CPlace place = line->kind == C_TOKEN_END ? directive->place : line->place;
    if (!name || !*name)
        c_diagnose_fatal(pre->diagnoser, place, "expected \"FILENAME\" or <FILENAME>");
    const char *refusal = c_header_refusal(name);
    CFile *file = is_quoted ? open_beside(pre, name, directive->place.file) : NULL;
    if (!file && refusal)
        c_diagnose_fatal(pre->diagnoser, place, "<%s> is not supported: %s", name, refusal);
    if (!file)
        file = open_builtin(pre, name);
    if (!file)
        c_diagnose_fatal(pre->diagnoser, place, "'%s' file not found%s", name, c_hint_header(pre->pool, name));
    if (is_once(pre, file->name))
        return rest;
    if (file->is_builtin)
        c_mark_once(pre, file->name);
    if (++pre->include_depth > DEEPEST_INCLUDE * 10)
        c_diagnose_fatal(pre->diagnoser, place, "#include nested too deeply");
    return join_file(pre, file, rest);
}

/* ---- conditions ---- */

/* From inside a part that does not count to the #elif, #else or #endif that ends it. */
static CToken *skip_part(CPreprocessor *pre, CToken *token)
{
    for (int depth = 0; token->kind != C_TOKEN_END; token = next_line(token->next)) {
        if (!is_directive(token) || token->next->starts_line)
            continue;
        const char *name = token->next->text;
        uint32_t length = token->next->length;
        bool opens = (length == 2 && !strncmp(name, "if", 2)) || (length == 5 && !strncmp(name, "ifdef", 5))
                  || (length == 6 && !strncmp(name, "ifndef", 6));
        bool closes = length == 5 && !strncmp(name, "endif", 5);
        bool turns = length == 4 && (!strncmp(name, "elif", 4) || !strncmp(name, "else", 4));
        if (depth == 0 && (closes || turns))
            return token;
        depth += opens - closes;
    }
    return token;
}

static CToken *open_condition(CPreprocessor *pre, CToken *directive, bool is_true, CToken *rest)
{
    CCondition *condition = C_NEW(pre->pool, CCondition);
    *condition = (CCondition){pre->conditions, directive->place, is_true, false};
    pre->conditions = condition;
    return is_true ? rest : skip_part(pre, rest);
}

static CToken *if_(CPreprocessor *pre, CToken *directive)
{
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    bool is_true = c_condition_is_true(pre, line, directive->place);
    return open_condition(pre, directive, is_true, rest);
}

static CToken *if_defined(CPreprocessor *pre, CToken *directive, bool wanted)
{
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    if (line->kind != C_TOKEN_NAME)
        c_diagnose_fatal(pre->diagnoser, directive->place, "macro name missing");
    bool builtin = line->text == pre->name_line || line->text == pre->name_file || line->text == pre->name_counter;
    return open_condition(pre, directive, (builtin || c_macro_find(pre, line)) == wanted, rest);
}

static CToken *ifdef(CPreprocessor *pre, CToken *directive) { return if_defined(pre, directive, true); }
static CToken *ifndef(CPreprocessor *pre, CToken *directive) { return if_defined(pre, directive, false); }

static CCondition *current(CPreprocessor *pre, CToken *directive)
{
    if (!pre->conditions)
        c_diagnose_fatal(pre->diagnoser, directive->place, "#%.*s without #if", (int)directive->length,
                         directive->text);
    return pre->conditions;
}

static CToken *elif(CPreprocessor *pre, CToken *directive)
{
    CCondition *condition = current(pre, directive);
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    if (condition->had_else)
        c_diagnose_fatal(pre->diagnoser, directive->place, "#elif after #else");
    if (condition->was_true || !c_condition_is_true(pre, line, directive->place))
        return skip_part(pre, rest);
    condition->was_true = true;
    return rest;
}

static CToken *else_(CPreprocessor *pre, CToken *directive)
{
    CCondition *condition = current(pre, directive);
    if (condition->had_else)
        c_diagnose_fatal(pre->diagnoser, directive->place, "#else after #else");
    condition->had_else = true;
    CToken *rest = next_line(directive->next);
    return condition->was_true ? skip_part(pre, rest) : rest;
}

static CToken *endif(CPreprocessor *pre, CToken *directive)
{
    pre->conditions = current(pre, directive)->outer;
    return next_line(directive->next);
}

/* ---- the rest ---- */

static CToken *error(CPreprocessor *pre, CToken *directive)
{
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    const char *text = "";
    for (; line->kind != C_TOKEN_END; line = line->next)
        text = c_pool_format(pre->pool, "%s%s%.*s", text, *text ? " " : "", (int)line->length, line->text);
    c_diagnose_fatal(pre->diagnoser, directive->place, "#error: %s", text);
}

static CToken *pragma(CPreprocessor *pre, CToken *directive)
{
    CToken *rest, *line = copy_line(pre, directive->next, &rest);
    c_pragma(pre, line, directive->place);
    return rest;
}

/* #line 100 "name": changes __LINE__ and __FILE__; what is shown keeps the places of the source. */
static CToken *line(CPreprocessor *pre, CToken *directive)
{
    CToken *rest, *words = c_macro_expand_all(pre, copy_line(pre, directive->next, &rest)), *name = words->next;
    char *end = NULL;
    long number = words->kind == C_TOKEN_NUMBER ? strtol(words->text, &end, 10) : 0;
    bool names = words->kind == C_TOKEN_NUMBER && name->kind == C_TOKEN_STRING;
    if (number < 1 || number > INT_MAX || end != words->text + words->length || (!names && name->kind != C_TOKEN_END))
        c_diagnose_fatal(pre->diagnoser, directive->place, "#line wants a line number, and perhaps a \"name\"");
    pre->renumbered = directive->place.file;
    pre->line_shift = (int)number - directive->place.line - 1;
    if (names)
        pre->line_file = c_pool_text(pre->pool, name->text, name->length);
    return rest;
}

static CToken *ignore(CPreprocessor *pre, CToken *directive) { return next_line(directive->next); }

static const struct { const char *name; Directive run; } directives[] = {
    {"define", define}, {"undef", undef}, {"include", include}, {"if", if_}, {"ifdef", ifdef}, {"ifndef", ifndef},
    {"elif", elif}, {"else", else_}, {"endif", endif}, {"error", error}, {"pragma", pragma}, {"warning", ignore},
    {"line", line}, {"ident", ignore},
};

/* `hash` is the # of a directive; returns where to go on. */
static CToken *run_directive(CPreprocessor *pre, CToken *hash)
{
    CToken *name = hash->next;
    if (name->starts_line || name->kind == C_TOKEN_NUMBER)
        return next_line(name);
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
        if (name->length == strlen(directives[i].name) && !strncmp(name->text, directives[i].name, name->length))
            return directives[i].run(pre, name);
    c_diagnose_fatal(pre->diagnoser, name->place, "invalid preprocessing directive '#%.*s'", (int)name->length,
                     name->text);
}

static const char *const predefined[][2] = {
    {"__STDC__", "1"}, {"__STDC_VERSION__", "201710L"}, {"__STDC_HOSTED__", "1"}, {"__x86_64__", "1"},
    {"__x86_64", "1"}, {"__amd64__", "1"}, {"__LP64__", "1"}, {"_LP64", "1"}, {"__linux__", "1"}, {"__linux", "1"},
    {"linux", "1"}, {"__unix__", "1"}, {"__unix", "1"}, {"unix", "1"}, {"__gnu_linux__", "1"}, {"__GNUC__", "12"},
    {"__GNUC_MINOR__", "2"}, {"__GNUC_PATCHLEVEL__", "0"}, {"__VERSION__", "\"12.2.0\""}, {"__CHAR_BIT__", "8"},
    {"__ELF__", "1"}, {"__DATE__", "\"Jan  1 2024\""}, {"__TIME__", "\"00:00:00\""},
    {"__INT_MAX__", "2147483647"}, {"__LONG_MAX__", "9223372036854775807L"}, {"__SIZEOF_INT__", "4"},
    {"__SIZEOF_LONG__", "8"}, {"__SIZEOF_POINTER__", "8"}, {"__SIZEOF_DOUBLE__", "8"}, {"__SIZEOF_SIZE_T__", "8"},
    {"__ORDER_LITTLE_ENDIAN__", "1234"}, {"__ORDER_BIG_ENDIAN__", "4321"}, {"__BYTE_ORDER__", "1234"},
    {"__STDC_NO_THREADS__", "1"}, {"__STDC_NO_COMPLEX__", "1"}, {"__STDC_IEC_559__", "1"}, {"__REFARROWS__", "1"},
    {"__SIZE_TYPE__", "unsigned long"}, {"__PTRDIFF_TYPE__", "long"}, {"__WCHAR_TYPE__", "int"},
    {"__LONG_LONG_MAX__", "9223372036854775807LL"}, {"__SCHAR_MAX__", "127"}, {"__SHRT_MAX__", "32767"},
    {"__SIZEOF_LONG_LONG__", "8"}, {"__SIZEOF_SHORT__", "2"}, {"__SIZEOF_FLOAT__", "4"},
    {"__SIZEOF_LONG_DOUBLE__", "16"}, {"__INT8_TYPE__", "signed char"}, {"__INT16_TYPE__", "short"},
    {"__INT32_TYPE__", "int"}, {"__INT64_TYPE__", "long"}, {"__UINT8_TYPE__", "unsigned char"},
    {"__UINT16_TYPE__", "unsigned short"}, {"__UINT32_TYPE__", "unsigned"}, {"__UINT64_TYPE__", "unsigned long"},
    {"__INTPTR_TYPE__", "long"}, {"__UINTPTR_TYPE__", "unsigned long"}, {"__INTMAX_TYPE__", "long"},
    {"__UINTMAX_TYPE__", "unsigned long"}, {"__FLT_MAX__", "3.40282346638528859812e+38F"},
    {"__FLT_MIN__", "1.17549435082228750797e-38F"}, {"__DBL_MAX__", "1.79769313486231570815e+308"},
    {"__DBL_MIN__", "2.22507385850720138309e-308"}, {"__DBL_MANT_DIG__", "53"}, {"__FLT_MANT_DIG__", "24"},
    {"__FLT_EPSILON__", "1.19209289550781250000e-7F"}, {"__DBL_EPSILON__", "2.22044604925031308085e-16"},
    {"__INT8_MAX__", "0x7f"}, {"__INT16_MAX__", "0x7fff"}, {"__INT32_MAX__", "0x7fffffff"},
    {"__INT64_MAX__", "0x7fffffffffffffffL"}, {"__UINT8_MAX__", "0xff"}, {"__UINT16_MAX__", "0xffff"},
    {"__UINT32_MAX__", "0xffffffffU"}, {"__UINT64_MAX__", "0xffffffffffffffffUL"},
    {"__INTMAX_MAX__", "0x7fffffffffffffffL"}, {"__UINTMAX_MAX__", "0xffffffffffffffffUL"},
    {"__INTPTR_MAX__", "0x7fffffffffffffffL"}, {"__UINTPTR_MAX__", "0xffffffffffffffffUL"},
    {"__SIZE_MAX__", "0xffffffffffffffffUL"}, {"__PTRDIFF_MAX__", "0x7fffffffffffffffL"},
    {"__WCHAR_MAX__", "0x7fffffff"}, {"__INT_WIDTH__", "32"}, {"__LONG_WIDTH__", "64"}, {"__SCHAR_WIDTH__", "8"},
    {"__SHRT_WIDTH__", "16"}, {"__FLT_DIG__", "6"}, {"__DBL_DIG__", "15"}, {"__LDBL_DIG__", "18"},
    {"__LDBL_MANT_DIG__", "64"}, {"__FLT_MAX_EXP__", "128"}, {"__DBL_MAX_EXP__", "1024"},
    {"__DBL_MIN_EXP__", "(-1021)"}, {"__DBL_MAX_10_EXP__", "308"}, {"__FLT_RADIX__", "2"},
    {"__FLT_MAX_10_EXP__", "38"},
};

void c_preprocess_init(CPreprocessor *pre, CPool *pool, CDiagnoser *diagnoser, CNames *names)
{
    *pre = (CPreprocessor){.pool = pool, .diagnoser = diagnoser, .names = names};
    pre->name_defined = c_name(names, "defined", 7);
    pre->name_va_args = c_name(names, "__VA_ARGS__", 11);
    pre->name_va_opt = c_name(names, "__VA_OPT__", 10);
    pre->name_line = c_name(names, "__LINE__", 8);
    pre->name_file = c_name(names, "__FILE__", 8);
    pre->name_counter = c_name(names, "__COUNTER__", 11);
    for (size_t i = 0; i < sizeof predefined / sizeof *predefined; i++)
        c_macro_define_text(pre, predefined[i][0], predefined[i][1]);
}

CToken *c_preprocess(CPreprocessor *pre, const CFile *file)
{
    CToken head = {0}, *last = &head;
    CToken *token = c_lex(pre->diagnoser, pre->names, file);
    while (token->kind != C_TOKEN_END) {
        CToken *replaced = c_macro_expand(pre, token);
        if (!replaced)
            replaced = c_pragma_operator(pre, token);
        if (replaced) {
            token = replaced;
        } else if (is_directive(token)) {
            token = run_directive(pre, token);
        } else {
            token->packing = pre->packing;
            last = last->next = token;
            token = token->next;
        }
    }
    if (pre->conditions)
        c_diagnose_fatal(pre->diagnoser, pre->conditions->place, "unterminated conditional directive");
    last->next = token;
    return head.next;
}
