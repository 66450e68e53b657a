#include "c/parse.h"

#include <stdio.h>
#include <string.h>

#include "c/hint.h"

/* Both keep recursion over the tree within the C stack of any thread. */
enum { DEEPEST_NESTING = 2000, LONGEST_CHAIN = 4000 };

/* ---- tokens ---- */

bool c_at(const CParser *p, CPunct punct)
{
    return p->token->kind == C_TOKEN_PUNCT && p->token->id == punct;
}

bool c_at_keyword(const CParser *p, CKeyword keyword)
{
    return p->token->kind == C_TOKEN_NAME && p->token->id == keyword;
}

CToken *c_next(CParser *p)
{
    CToken *token = p->token;
    if (token->kind == C_TOKEN_OTHER) {
        if (token->id == '"' || token->id == '\'')
            c_diagnose_fatal(p->diagnoser, token->place, "missing terminating '%c' character", token->id);
        c_diagnose_fatal(p->diagnoser, token->place, "unexpected character '%.*s' in program", (int)token->length,
                         token->text);
    }
    p->previous = token;
    if (token->kind != C_TOKEN_END)
        p->token = token->next;
    return token;
}

bool c_take(CParser *p, CPunct punct)
{
    if (!c_at(p, punct))
        return false;
    c_next(p);
    return true;
}

bool c_take_keyword(CParser *p, CKeyword keyword)
{
    if (!c_at_keyword(p, keyword))
        return false;
    c_next(p);
    return true;
}

CPlace c_place_behind(const CParser *p)
{
    if (!p->previous)
        return p->token->place;
    CPlace place = p->previous->place;
    place.column += place.length ? place.length : 1;
    place.length = 1;
    return place;
}

void c_expect(CParser *p, CPunct punct, const char *where)
{
    if (c_take(p, punct))
        return;
    if (p->token->kind == C_TOKEN_OTHER)
        c_next(p);
    bool same_line = p->previous && p->previous->place.line == p->token->place.line && punct != P_SEMICOLON;
    c_diagnose_fatal(p->diagnoser, same_line ? p->token->place : c_place_behind(p), "expected '%s'%s%s",
                     c_punct_text(punct), *where ? " " : "", where);
}

void c_enter(CParser *p)
{
    if (++p->depth > DEEPEST_NESTING)
        c_diagnose_fatal(p->diagnoser, p->token->place, "nested too deeply: more than %d levels", DEEPEST_NESTING);
}

void c_count_operator(CParser *p, int *count)
{
    if (++*count > LONGEST_CHAIN)
        c_diagnose_fatal(p->diagnoser, p->token->place, "this expression has more than %d operators in a row",
                         LONGEST_CHAIN);
}

void c_leave(CParser *p)
{
    p->depth--;
}

/* ---- scopes ---- */

static uint32_t bucket_of(const CScope *scope, const char *name)
{
    return (uint32_t)((uintptr_t)name >> 4) & (scope->buckets - 1);
}

static void open_scope(CParser *p, uint32_t buckets)
{
    CScope *scope = C_NEW(p->pool, CScope);
    scope->outer = p->scope;
    scope->buckets = buckets;
    scope->symbols = c_pool_alloc(p->pool, buckets * sizeof *scope->symbols);
    scope->tags = c_pool_alloc(p->pool, buckets * sizeof *scope->tags);
    p->scope = scope;
}

void c_scope_open(CParser *p) { open_scope(p, SCOPE_BUCKETS); }
void c_scope_close(CParser *p) { p->scope = p->scope->outer; }

static CSymbol *find_in(const CScope *scope, const char *name)
{
    for (CSymbol *symbol = scope->symbols[bucket_of(scope, name)]; symbol; symbol = symbol->next)
        if (symbol->name == name)
            return symbol;
    return NULL;
}

CSymbol *c_symbol_find_here(const CParser *p, const char *name) { return find_in(p->scope, name); }

CSymbol *c_symbol_find(const CParser *p, const char *name)
{
    CSymbol *found = NULL;
    for (const CScope *scope = p->scope; scope && !found; scope = scope->outer)
        found = find_in(scope, name);
    return found;
}

static CSymbol *add_to(CParser *p, CScope *scope, const char *name)
{
    CSymbol *symbol = C_NEW(p->pool, CSymbol);
    CSymbol **bucket = &scope->symbols[bucket_of(scope, name)];
    *symbol = (CSymbol){.next = *bucket, .name = name};
    return *bucket = symbol;
}

CSymbol *c_symbol_add(CParser *p, const char *name) { return add_to(p, p->scope, name); }

CTag *c_tag_find(const CParser *p, const char *name, bool here_only)
{
    for (const CScope *scope = p->scope; scope; scope = here_only ? NULL : scope->outer)
        for (CTag *tag = scope->tags[bucket_of(scope, name)]; tag; tag = tag->next)
            if (tag->name == name)
                return tag;
    return NULL;
}

CTag *c_tag_add(CParser *p, const char *name, CType *type)
{
    CTag *tag = C_NEW(p->pool, CTag);
    CTag **bucket = &p->scope->tags[bucket_of(p->scope, name)];
    *tag = (CTag){*bucket, name, type};
    return *bucket = tag;
}

/* ---- variables ---- */

CVariable *c_variable_new(CParser *p, const char *name, CType *type, CPlace place)
{
    CVariable *variable = C_NEW(p->pool, CVariable);
    *variable = (CVariable){.name = name, .type = type, .place = place, .is_library = p->is_library};
    return variable;
}

CVariable *c_local_new(CParser *p, const char *name, CType *type, CPlace place)
{
    CVariable *variable = c_variable_new(p, name, type, place);
    variable->function = p->function;
    *p->function->last_local = variable;
    p->function->last_local = &variable->next;
    return variable;
}

CVariable *c_global_new(CParser *p, const char *name, CType *type, CPlace place)
{
    CVariable *variable = c_variable_new(p, name, type, place);
    variable->is_global = true;
    *p->last_global = variable;
    p->last_global = &variable->next;
    return variable;
}

CVariable *c_hidden_local(CParser *p, CType *type)
{
    CVariable *variable = c_local_new(p, NULL, type, p->token->place);
    variable->is_hidden = true;
    return variable;
}

CVariable *c_string_literal(CParser *p, CType *type, const char *text, size_t length, CPlace place)
{
    CVariable *variable = c_global_new(p, NULL, type, place);
    CInitItem *item = C_NEW(p->pool, CInitItem);
    *item = (CInitItem){.type = type, .text = text, .length = length};
    variable->is_string = variable->is_static = variable->is_defined = variable->has_initialiser = true;
    variable->items = item;
    return variable;
}

const char *c_show(CParser *p, const CType *type)
{
    const char *text = c_type_text(p->pool, type);
    if (type->alias) {
        CType plain = *type;
        plain.alias = NULL;
        return c_pool_format(p->pool, "'%s' (aka '%s')", text, c_type_text(p->pool, &plain));
    }
    return c_pool_format(p->pool, "'%s'", text);
}

void c_slip(CParser *p, CPlace place, const char *format, ...)
{
    char text[300];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    CSlip *slip = C_NEW(p->pool, CSlip);
    *slip = (CSlip){NULL, place, c_pool_text(p->pool, text, strlen(text))};
    *p->last_slip = slip;
    p->last_slip = &slip->next;
}

/* ---- external declarations ---- */

static void merge_declaration(CParser *p, CVariable *old, CType *type, CPlace place)
{
    bool was_guessed = old->is_guessed;
    old->is_guessed = false;
    if (!c_type_compatible(old->type, type) && !p->is_library) {
        if (was_guessed && type->kind == TY_FUNCTION && type->base->kind == TY_VOID)
            old->type = type;                  /* gcc warns only when what was taken to return int returns nothing */
        else if (old->is_library && old->is_function && !old->is_defined)
            old->type = type;                  /* the program's own idea of a library function */
        else
            c_diagnose(p->diagnoser, place, "conflicting types for '%s': %s, but %s at line %d", old->name,
                       c_show(p, type), c_show(p, old->type), old->place.line);
        return;
    }
    bool completes = old->type->kind == TY_ARRAY && old->type->length < 0;
    if (completes || (old->type->kind == TY_FUNCTION && old->type->is_oldstyle))
        old->type = type;
}

CVariable *c_declare_function(CParser *p, const char *name, CType *type, CPlace place, CStorage storage)
{
    CSymbol *symbol = find_in(p->file_scope, name);
    if (symbol && (!symbol->variable || !symbol->variable->is_function))
        c_diagnose_fatal(p->diagnoser, place, "redefinition of '%s' as different kind of symbol", name);
    if (!symbol) {
        symbol = add_to(p, p->file_scope, name);
        symbol->variable = c_global_new(p, name, type, place);
        symbol->variable->is_function = true;
        symbol->variable->is_library |= place.file && place.file->is_builtin;
    } else {
        merge_declaration(p, symbol->variable, type, place);
    }
    if (p->scope != p->file_scope && !c_symbol_find_here(p, name))
        c_symbol_add(p, name)->variable = symbol->variable;
    symbol->variable->is_static |= storage == STORAGE_STATIC;
    return symbol->variable;
}

static CVariable *declare_global(CParser *p, const CToken *name, CType *type, const CSpecifiers *specifiers)
{
    CSymbol *symbol = c_symbol_find_here(p, name->text);
    if (symbol && (!symbol->variable || symbol->variable->is_function))
        c_diagnose_fatal(p->diagnoser, name->place, "redefinition of '%s' as different kind of symbol", name->text);
    if (!symbol) {
        symbol = c_symbol_add(p, name->text);
        symbol->variable = c_global_new(p, name->text, type, name->place);
    } else {
        merge_declaration(p, symbol->variable, type, name->place);
    }
    CVariable *variable = symbol->variable;
    variable->is_static |= specifiers->storage == STORAGE_STATIC;
    if (specifiers->align > variable->align)
        variable->align = specifiers->align;
    return variable;
}

static void define_global(CParser *p, const CToken *name, CType *type, const CSpecifiers *specifiers)
{
    CVariable *variable = declare_global(p, name, type, specifiers);
    if (!c_take(p, P_ASSIGN)) {
        variable->is_tentative |= specifiers->storage != STORAGE_EXTERN;
        if (specifiers->storage != STORAGE_EXTERN && type->kind == TY_VOID)
            c_diagnose(p->diagnoser, name->place, "variable '%s' has incomplete type 'void'", name->text);
        return;
    }
    if (variable->is_defined)
        c_diagnose(p->diagnoser, name->place, "redefinition of '%s'", name->text);
    variable->is_defined = true;
    variable->place = name->place;
    c_parse_initialiser(p, variable);
}

static void declare_alias(CParser *p, const CToken *name, CType *type)
{
    CSymbol *old = c_symbol_find_here(p, name->text);
    if (old && old->alias && c_type_compatible(old->alias, type))
        return;
    if (old)
        c_diagnose(p->diagnoser, name->place, "redefinition of '%s' as different kind of symbol", name->text);
    CType *alias = c_type_is_variable(type) && type->kind == TY_VLA ? type : c_type_copy(p->pool, type);
    alias->alias = name->text;
    c_symbol_add(p, name->text)->alias = alias;
}

/* ---- functions ---- */

static void add_parameters(CParser *p, CFunction *function)
{
    for (const CParameter *parameter = function->type->parameters; parameter; parameter = parameter->next) {
        CVariable *variable = parameter->variable;
        if (!variable)
            variable = c_variable_new(p, parameter->name, parameter->type, parameter->place);
        variable->function = function;
        variable->is_parameter = true;
        *function->last_local = variable;
        function->last_local = &variable->next;
        function->parameter_count++;
        if (!c_type_is_complete(parameter->type))
            c_diagnose(p->diagnoser, parameter->place, "parameter has incomplete type %s",
                       c_show(p, parameter->type));
        if (!parameter->name)
            variable->is_hidden = true;
        else if (c_symbol_find_here(p, parameter->name))
            c_diagnose(p->diagnoser, parameter->place, "redefinition of parameter '%s'", parameter->name);
        else
            c_symbol_add(p, parameter->name)->variable = variable;
    }
}

static void check_main(CParser *p, const CVariable *variable)
{
    if (strcmp(variable->name, "main") != 0)
        return;
    const CType *type = variable->type;
    if (!c_type_is_integer(type->base) && type->base->kind != TY_VOID)
        c_diagnose(p->diagnoser, variable->place, "'main' must return 'int'");
    if (type->parameters && !c_type_is_integer(type->parameters->type))
        c_diagnose(p->diagnoser, variable->place,
                   "first parameter of 'main' (argument count) must be of type 'int'");
}

static void define_function(CParser *p, const CToken *name, CType *type, const CSpecifiers *specifiers)
{
    CVariable *variable = c_declare_function(p, name->text, type, name->place, specifiers->storage);
    if (variable->is_defined && !variable->is_library)
        c_diagnose(p->diagnoser, name->place, "redefinition of '%s'", name->text);
    if (type->base->kind != TY_VOID && !c_type_is_complete(type->base))
        c_diagnose(p->diagnoser, name->place, "incomplete result type %s in function definition",
                   c_show(p, type->base));
    check_main(p, variable);
    CFunction *function = C_NEW(p->pool, CFunction);
    *function = (CFunction){.variable = variable, .type = type, .is_library = p->is_library};
    function->last_local = &function->locals;
    *p->last_function = function;
    p->last_function = &function->next;
    variable->is_defined = true;
    variable->is_library = p->is_library;
    variable->type = type;
    variable->place = name->place;
    variable->function = function;
    CFunction *outer = p->function;
    p->function = function;
    c_scope_open(p);
    if (c_type_is_record(type->base)) {
        function->result = c_hidden_local(p, c_type_pointer(p->pool, type->base));
        function->result->is_parameter = true;
    }
    add_parameters(p, function);
    c_parse_body(p, function);
    c_scope_close(p);
    p->function = outer;
}

static bool begins_body(const CParser *p, const CType *type)
{
    return type->kind == TY_FUNCTION && c_at(p, P_OPEN_BRACE);
}

static void declare_one(CParser *p, const CToken *name, CType *type, const CSpecifiers *specifiers)
{
    if (specifiers->storage == STORAGE_TYPEDEF)
        declare_alias(p, name, type);
    else if (type->kind == TY_FUNCTION)
        c_declare_function(p, name->text, type, name->place, specifiers->storage);
    else
        define_global(p, name, type, specifiers);
}

static void parse_external(CParser *p)
{
    if (c_at_keyword(p, K_STATIC_ASSERT)) {
        c_parse_static_assert(p);
        return;
    }
    if (c_at_keyword(p, K_ASM))
        c_diagnose_fatal(p->diagnoser, p->token->place, "inline assembly is not supported: refarrows runs C only");
    if (c_take(p, P_SEMICOLON))
        return;
    CSpecifiers specifiers = c_parse_specifiers(p);
    if (c_take(p, P_SEMICOLON))
        return;
    for (bool first = true;; first = false) {
        CToken *name = NULL;
        CType *type = c_parse_declarator(p, specifiers.type, &name);
        if (!name)
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected identifier or '('");
        if (specifiers.is_implicit_int && type->kind != TY_FUNCTION)
            c_diagnose_fatal(p->diagnoser, specifiers.place, "unknown type name '%s'%s", name->text,
                             c_hint_name(p, name->text, HINT_TYPE));
        CSpecifiers own = c_own_specifiers(p, &specifiers);
        if (first && type->kind == TY_FUNCTION && type->is_oldstyle && type->parameters && !c_at(p, P_OPEN_BRACE))
            type = c_parse_old_parameters(p, type);
        if (first && begins_body(p, type)) {
            define_function(p, name, type, &own);
            return;
        }
        declare_one(p, name, type, &own);
        if (c_take(p, P_SEMICOLON))
            return;
        bool has_body = type->kind == TY_FUNCTION && !c_at(p, P_COMMA) && !c_at(p, P_ASSIGN);
        if (has_body && p->token->kind == C_TOKEN_NAME)
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected the body of '%s', in '{ }', or ';' after its head",
                             name->text);
        if (!c_take(p, P_COMMA))
            c_expect(p, P_SEMICOLON, type->kind == TY_FUNCTION ? "after function declarator"
                                                               : "after top level declarator");
    }
}

void c_parse_init(CParser *parser, CPool *pool, CDiagnoser *diagnoser, CNames *names)
{
    *parser = (CParser){.pool = pool, .diagnoser = diagnoser, .names = names};
    parser->last_function = &parser->functions;
    parser->last_global = &parser->globals;
    parser->last_slip = &parser->slips;
    open_scope(parser, FILE_SCOPE_BUCKETS);
    parser->file_scope = parser->scope;
}

void c_parse(CParser *parser, CToken *tokens)
{
    parser->token = tokens;
    parser->previous = NULL;
    while (parser->token->kind != C_TOKEN_END)
        parse_external(parser);
}
