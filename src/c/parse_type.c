#include <string.h>

#include "c/hint.h"

/* ---- attributes ---- */

typedef struct Attributes {
    int32_t align;
    bool packed;
} Attributes;

static void skip_balanced(CParser *p)
{
    int depth = 0;
    do {
        if (p->token->kind == C_TOKEN_END)
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected ')'");
        depth += c_at(p, P_OPEN) - c_at(p, P_CLOSE);
        c_next(p);
    } while (depth > 0);
}

enum { LARGEST_ALIGNMENT = 1 << 16 };      /* more would move a frame over half the stack */

static int32_t parse_alignment(CParser *p)
{
    CPlace place = p->token->place;
    int64_t align = c_parse_constant(p, "alignment");
    if (align < 0 || (align & (align - 1)))
        c_diagnose(p->diagnoser, place, "requested alignment is not a power of 2");
    else if (align > LARGEST_ALIGNMENT)
        c_diagnose(p->diagnoser, place, "requested alignment must be %d or smaller", LARGEST_ALIGNMENT);
    else
        return (int32_t)align;
    return 0;
}

static bool is_attribute(const CToken *word, const char *name)
{
    size_t length = strlen(name);
    return !strcmp(word->text, name)
        || (!strncmp(word->text, "__", 2) && !strncmp(word->text + 2, name, length) && !strcmp(word->text + 2 + length, "__"));
}

/* What gcc adds and would change what the program does: passed over in silence, it would run otherwise than with gcc. */
static void refuse_attribute(CParser *p, const CToken *word)
{
    static const char *const refused[] = {"constructor", "destructor", "cleanup", "vector_size", "alias"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (is_attribute(word, refused[i]))
            c_diagnose_fatal(p->diagnoser, word->place, "the attribute '%s' is not supported: it is gcc's, not C's",
                             refused[i]);
}

static void parse_attribute(CParser *p, Attributes *attributes)
{
    const CToken *word = c_next(p);
    bool packed = is_attribute(word, "packed"), aligned = is_attribute(word, "aligned");
    refuse_attribute(p, word);
    attributes->packed |= packed;
    if (aligned && c_take(p, P_OPEN)) {
        attributes->align = parse_alignment(p);
        c_expect(p, P_CLOSE, "");
    } else if (aligned) {
        attributes->align = 16;
    } else if (c_at(p, P_OPEN)) {
        skip_balanced(p);
    }
}

static void parse_attributes(CParser *p, Attributes *attributes)
{
    while (c_at_keyword(p, K_ATTRIBUTE) || c_at_keyword(p, K_EXTENSION)) {
        if (c_next(p)->id == K_EXTENSION)
            continue;
        c_expect(p, P_OPEN, "");
        c_expect(p, P_OPEN, "");
        while (!c_at(p, P_CLOSE)) {
            if (p->token->kind == C_TOKEN_NAME)
                parse_attribute(p, attributes);
            else
                c_expect(p, P_COMMA, "in attribute list");
        }
        c_next(p);
        c_expect(p, P_CLOSE, "");
    }
}

int32_t c_skip_attributes(CParser *p)
{
    Attributes attributes = {0};
    parse_attributes(p, &attributes);
    return attributes.align;
}

CSpecifiers c_own_specifiers(CParser *p, const CSpecifiers *specifiers)
{
    CSpecifiers own = *specifiers;
    int32_t align = c_skip_attributes(p);
    own.align = align > own.align ? align : own.align;
    return own;
}

/* ---- struct and union ---- */

static void check_member(CParser *p, const CMember *member, bool is_last)
{
    bool is_flexible = member->type->kind == TY_ARRAY && member->type->length < 0;
    if (member->type->kind == TY_FUNCTION)
        c_diagnose(p->diagnoser, member->place, "field '%s' declared as a function", member->name);
    else if (c_type_is_variable(member->type))
        c_diagnose(p->diagnoser, member->place, "the length of the array '%s' in a struct must be a constant",
                   member->name ? member->name : "");
    else if (is_flexible && !is_last)
        c_diagnose(p->diagnoser, member->place, "flexible array member '%s' is not at the end of struct",
                   member->name);
    else if (!is_flexible && !c_type_is_complete(member->type))
        c_diagnose(p->diagnoser, member->place, "field has incomplete type %s", c_show(p, member->type));
}

static void parse_bit_width(CParser *p, CMember *member)
{
    CPlace place = p->token->place;
    int64_t width = c_parse_constant(p, "bit-field width");
    member->is_bit_field = true;
    if (!c_type_is_integer(member->type))
        c_diagnose_fatal(p->diagnoser, member->place, "bit-field '%s' has non-integral type %s",
                         member->name ? member->name : "", c_show(p, member->type));
    else if (width < 0 || width > member->type->size * 8 || (width > 1 && member->type->kind == TY_BOOL))
        c_diagnose(p->diagnoser, place, "width of bit-field (%lld bits) exceeds the width of its type (%lld bits)",
                   (long long)width, member->type->kind == TY_BOOL ? 1LL : (long long)member->type->size * 8);
    else if (width == 0 && member->name)
        c_diagnose(p->diagnoser, place, "named bit-field '%s' has zero width", member->name);
    member->bit_width = (uint8_t)width;
}

static void check_duplicate(CParser *p, const CType *record, const CMember *member)
{
    int64_t offset = 0;
    if (member->name && c_type_member(record, member->name, &offset))
        c_diagnose(p->diagnoser, member->place, "duplicate member '%s'", member->name);
}

static CMember **parse_members(CParser *p, CType *record, CMember **last)
{
    CSpecifiers specifiers = c_parse_specifiers(p);
    bool is_unnamed_record = c_at(p, P_SEMICOLON) && c_type_is_record(specifiers.type);
    if (is_unnamed_record && !c_type_is_complete(specifiers.type))      /* its members are looked for: there are none */
        c_diagnose_fatal(p->diagnoser, p->token->place, "field has incomplete type %s", c_show(p, specifiers.type));
    while (!c_at(p, P_SEMICOLON) || is_unnamed_record) {
        CMember *member = C_NEW(p->pool, CMember);
        CToken *name = NULL;
        member->place = p->token->place;
        member->type = is_unnamed_record || c_at(p, P_COLON) ? specifiers.type
                                                             : c_parse_declarator(p, specifiers.type, &name);
        if (name) {
            member->name = name->text;
            member->place = name->place;
        }
        if (c_take(p, P_COLON))
            parse_bit_width(p, member);
        else if (!name && !is_unnamed_record)
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected member name or ';' after declaration specifiers");
        CSpecifiers own = c_own_specifiers(p, &specifiers);
        if (own.align > member->type->align) {
            member->type = c_type_copy(p->pool, member->type);
            member->type->align = own.align;
        }
        check_duplicate(p, record, member);
        *last = member;
        last = &member->next;
        if (is_unnamed_record || !c_take(p, P_COMMA))
            break;
    }
    c_expect(p, P_SEMICOLON, "at end of declaration list");
    return last;
}

static void parse_record_body(CParser *p, CType *record)
{
    CMember **last = &record->members;
    while (!c_take(p, P_CLOSE_BRACE)) {
        if (p->token->kind == C_TOKEN_END)
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected '}' at the end of struct");
        if (c_at_keyword(p, K_STATIC_ASSERT))
            c_parse_static_assert(p);
        else if (!c_take(p, P_SEMICOLON))
            last = parse_members(p, record, last);
    }
    for (CMember *member = record->members; member; member = member->next) {
        check_member(p, member, !member->next && record->kind == TY_STRUCT);
        record->is_flexible |= member->type->kind == TY_ARRAY && member->type->length < 0;
    }
}

static CType *new_record(CParser *p, CTypeKind kind, const char *tag)
{
    CType *type = C_NEW(p->pool, CType);
    *type = (CType){.kind = (uint8_t)kind, .tag = tag, .align = 1, .number = ++p->next_record};
    return type;
}

static CType *parse_record(CParser *p, CTypeKind kind)
{
    Attributes attributes = {0};
    parse_attributes(p, &attributes);
    CToken *tag = p->token->kind == C_TOKEN_NAME && !p->token->id ? c_next(p) : NULL;
    parse_attributes(p, &attributes);
    bool has_body = c_at(p, P_OPEN_BRACE);
    if (!tag && !has_body)
        c_diagnose_fatal(p->diagnoser, p->token->place, "expected identifier or '{' after '%s'",
                         kind == TY_STRUCT ? "struct" : "union");
    CTag *found = tag ? c_tag_find(p, tag->text, has_body || c_at(p, P_SEMICOLON)) : NULL;
    CType *type = found ? found->type : new_record(p, kind, tag ? tag->text : NULL);
    if (tag && !found)
        c_tag_add(p, tag->text, type);
    if (type->kind != kind)
        c_diagnose_fatal(p->diagnoser, tag->place, "use of '%s' with tag type that does not match previous declaration",
                         tag->text);
    if (!has_body)
        return type;
    if (type->is_complete)
        c_diagnose_fatal(p->diagnoser, tag ? tag->place : p->token->place, "redefinition of '%s'",
                         tag ? tag->text : "");
    if (type->is_open)
        c_diagnose_fatal(p->diagnoser, tag ? tag->place : p->token->place, "nested redefinition of '%s'",
                         tag ? tag->text : "");
    c_next(p);
    type->is_open = true;
    parse_record_body(p, type);
    type->is_open = false;
    parse_attributes(p, &attributes);
    type->is_packed = attributes.packed;
    type->packing = p->token->packing;
    if (attributes.align > type->align)
        type->align = attributes.align;
    c_type_lay_out(type);
    return type;
}

/* ---- enum ---- */

static void parse_enumerator(CParser *p, CType *type, int64_t *value, CEnumerator ***last)
{
    CToken *name = c_next(p);
    if (name->kind != C_TOKEN_NAME || name->id)
        c_diagnose_fatal(p->diagnoser, name->place, "expected identifier in enumerator list");
    c_skip_attributes(p);
    if (c_take(p, P_ASSIGN))
        *value = c_parse_constant(p, "enumerator value");
    if (c_symbol_find_here(p, name->text))
        c_diagnose(p->diagnoser, name->place, "redefinition of '%s'", name->text);
    CEnumerator *enumerator = C_NEW(p->pool, CEnumerator);
    *enumerator = (CEnumerator){NULL, name->text, (*value)++};
    **last = enumerator;
    *last = &enumerator->next;
    CSymbol *symbol = c_symbol_add(p, name->text);
    symbol->enumerator = enumerator;
    symbol->enum_type = type;
}

/* Unsigned unless some value is negative, wider if one needs it: as gcc. */
static CType *enum_base(const CType *type)
{
    bool negative = false, wide = false;
    for (const CEnumerator *e = type->enumerators; e; e = e->next) {
        negative |= e->value < 0;
        wide |= e->value > (int64_t)UINT32_MAX || e->value < INT32_MIN;
    }
    for (const CEnumerator *e = type->enumerators; e && negative; e = e->next)
        wide |= e->value > INT32_MAX;
    return c_type_basic(wide ? negative ? TY_LONG : TY_ULONG : negative ? TY_INT : TY_UINT);
}

static CType *parse_enum(CParser *p)
{
    c_skip_attributes(p);
    CToken *tag = p->token->kind == C_TOKEN_NAME && !p->token->id ? c_next(p) : NULL;
    bool has_body = c_at(p, P_OPEN_BRACE);
    if (!tag && !has_body)
        c_diagnose_fatal(p->diagnoser, p->token->place, "expected identifier or '{' after 'enum'");
    CTag *found = tag ? c_tag_find(p, tag->text, has_body) : NULL;
    CType *type = found ? found->type : C_NEW(p->pool, CType);
    if (!found)
        *type = (CType){.kind = TY_ENUM, .size = 4, .align = 4, .tag = tag ? tag->text : NULL,
                        .base = c_type_basic(TY_UINT)};
    if (tag && !found)
        c_tag_add(p, tag->text, type);
    if (type->kind != TY_ENUM)
        c_diagnose_fatal(p->diagnoser, tag->place, "use of '%s' with tag type that does not match previous declaration",
                         tag->text);
    if (!has_body)
        return type;
    if (type->is_complete)
        c_diagnose_fatal(p->diagnoser, tag->place, "redefinition of '%s'", tag->text);
    c_next(p);
    int64_t value = 0;
    CEnumerator **last = &type->enumerators;
    while (!c_take(p, P_CLOSE_BRACE)) {
        parse_enumerator(p, type, &value, &last);
        if (!c_take(p, P_COMMA) && !c_at(p, P_CLOSE_BRACE))
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected ',' or '}' in enumerator list");
    }
    c_skip_attributes(p);
    type->base = enum_base(type);
    type->size = type->base->size;
    type->align = type->base->align;
    type->is_complete = true;
    return type;
}

/* ---- specifiers ---- */

/* How often each word was said decides the basic type. */
typedef struct Words {
    int void_, bool_, char_, short_, int_, long_, float_, double_, signed_, unsigned_, complex_;
} Words;

static int *word_counter(Words *words, CKeyword keyword)
{
    switch (keyword) {
    case K_VOID: return &words->void_;
    case K_BOOL: return &words->bool_;
    case K_CHAR: return &words->char_;
    case K_SHORT: return &words->short_;
    case K_INT: return &words->int_;
    case K_LONG: return &words->long_;
    case K_FLOAT: return &words->float_;
    case K_DOUBLE: return &words->double_;
    case K_SIGNED: return &words->signed_;
    case K_UNSIGNED: return &words->unsigned_;
    case K_COMPLEX: return &words->complex_;
    default: return NULL;
    }
}

static const struct { Words words; CTypeKind kind; } combinations[] = {
    {{.void_ = 1}, TY_VOID}, {{.bool_ = 1}, TY_BOOL},
    {{.char_ = 1}, TY_CHAR}, {{.char_ = 1, .signed_ = 1}, TY_SCHAR}, {{.char_ = 1, .unsigned_ = 1}, TY_UCHAR},
    {{.short_ = 1}, TY_SHORT}, {{.short_ = 1, .int_ = 1}, TY_SHORT}, {{.short_ = 1, .signed_ = 1}, TY_SHORT},
    {{.short_ = 1, .int_ = 1, .signed_ = 1}, TY_SHORT}, {{.short_ = 1, .unsigned_ = 1}, TY_USHORT},
    {{.short_ = 1, .int_ = 1, .unsigned_ = 1}, TY_USHORT},
    {{.int_ = 1}, TY_INT}, {{.signed_ = 1}, TY_INT}, {{.int_ = 1, .signed_ = 1}, TY_INT},
    {{.unsigned_ = 1}, TY_UINT}, {{.int_ = 1, .unsigned_ = 1}, TY_UINT},
    {{.long_ = 1}, TY_LONG}, {{.long_ = 1, .int_ = 1}, TY_LONG}, {{.long_ = 1, .signed_ = 1}, TY_LONG},
    {{.long_ = 1, .int_ = 1, .signed_ = 1}, TY_LONG}, {{.long_ = 1, .unsigned_ = 1}, TY_ULONG},
    {{.long_ = 1, .int_ = 1, .unsigned_ = 1}, TY_ULONG},
    {{.long_ = 2}, TY_LLONG}, {{.long_ = 2, .int_ = 1}, TY_LLONG}, {{.long_ = 2, .signed_ = 1}, TY_LLONG},
    {{.long_ = 2, .int_ = 1, .signed_ = 1}, TY_LLONG}, {{.long_ = 2, .unsigned_ = 1}, TY_ULLONG},
    {{.long_ = 2, .int_ = 1, .unsigned_ = 1}, TY_ULLONG},
    {{.float_ = 1}, TY_FLOAT}, {{.double_ = 1}, TY_DOUBLE}, {{.double_ = 1, .long_ = 1}, TY_LDOUBLE},
};

static CType *basic_of(CParser *p, const Words *words, CPlace place)
{
    for (size_t i = 0; i < sizeof combinations / sizeof *combinations; i++)
        if (memcmp(&combinations[i].words, words, sizeof *words) == 0)
            return c_type_basic(combinations[i].kind);
    if (words->complex_)
        c_diagnose_fatal(p->diagnoser, place, "complex numbers are not supported: keep real and imaginary part apart");
    c_diagnose_fatal(p->diagnoser, place, "these words do not name a type together");
}

static CType *parse_typeof(CParser *p)
{
    c_expect(p, P_OPEN, "after 'typeof'");
    CType *type = c_starts_type(p, p->token) ? c_parse_type_name(p) : c_parse_expression(p)->type;
    c_expect(p, P_CLOSE, "");
    return type;
}

static CType *va_list_type(CParser *p)
{
    CTag *tag = c_tag_find(p, c_name(p->names, "__va_list_tag", 13), false);
    return tag ? tag->type : c_type_basic(TY_VOID);
}

/* A specifier that is a whole type; NULL if the next token is none. */
static CType *parse_whole_type(CParser *p, bool has_type)
{
    CToken *token = p->token;
    switch (token->id) {
    case K_STRUCT: c_next(p); return parse_record(p, TY_STRUCT);
    case K_UNION: c_next(p); return parse_record(p, TY_UNION);
    case K_ENUM: c_next(p); return parse_enum(p);
    case K_TYPEOF: c_next(p); return parse_typeof(p);
    case K_VA_LIST: c_next(p); return c_type_array(p->pool, va_list_type(p), 1);
    case K_NONE: break;
    default: return NULL;
    }
    CSymbol *symbol = has_type || token->kind != C_TOKEN_NAME ? NULL : c_symbol_find(p, token->text);
    if (!symbol || !symbol->alias)
        return NULL;
    c_next(p);
    return symbol->alias;
}

static const struct { CKeyword keyword; CStorage storage; } storages[] = {
    {K_TYPEDEF, STORAGE_TYPEDEF}, {K_EXTERN, STORAGE_EXTERN}, {K_STATIC, STORAGE_STATIC}, {K_AUTO, STORAGE_AUTO},
    {K_REGISTER, STORAGE_REGISTER},
};

static bool take_storage(CParser *p, CSpecifiers *specifiers)
{
    for (size_t i = 0; i < sizeof storages / sizeof *storages; i++) {
        if (!c_at_keyword(p, storages[i].keyword))
            continue;
        if (specifiers->storage && specifiers->storage != storages[i].storage)
            c_diagnose(p->diagnoser, p->token->place, "multiple storage classes in declaration specifiers");
        specifiers->storage = storages[i].storage;
        c_next(p);
        return true;
    }
    return false;
}

static int32_t parse_alignas(CParser *p)
{
    c_expect(p, P_OPEN, "after '_Alignas'");
    int32_t align = c_starts_type(p, p->token) ? c_parse_type_name(p)->align : parse_alignment(p);
    c_expect(p, P_CLOSE, "");
    return align;
}

bool c_take_qualifier(CParser *p, CQualifiers *qualifiers)
{
    CKeyword keyword = p->token->kind == C_TOKEN_NAME ? (CKeyword)p->token->id : K_NONE;
    bool is_atomic = keyword == K_ATOMIC && !(p->token->next->kind == C_TOKEN_PUNCT && p->token->next->id == P_OPEN);
    if (keyword != K_CONST && keyword != K_VOLATILE && keyword != K_RESTRICT && !is_atomic)
        return false;
    qualifiers->is_const |= keyword == K_CONST;
    qualifiers->is_volatile |= keyword == K_VOLATILE;
    c_next(p);
    return true;
}

/* Words that say nothing about the type here. */
static bool take_other(CParser *p, CSpecifiers *specifiers)
{
    if (c_at_keyword(p, K_ATTRIBUTE) || c_at_keyword(p, K_EXTENSION)) {
        int32_t align = c_skip_attributes(p);
        specifiers->align = align > specifiers->align ? align : specifiers->align;
        return true;
    }
    if (c_take_keyword(p, K_INLINE)) {
        specifiers->is_inline = true;
        return true;
    }
    if (c_take_keyword(p, K_ALIGNAS)) {
        specifiers->align = parse_alignas(p);
        return true;
    }
    if (c_at_keyword(p, K_INT128))
        c_diagnose_fatal(p->diagnoser, p->token->place, "'__int128' is not supported: use 'long long', of 64 bits");
    return c_take_keyword(p, K_NORETURN) || c_take_keyword(p, K_THREAD_LOCAL);
}

/* Where a declaration should begin. */
static const char *what_stands_outside(const CParser *p)
{
    bool in_function = p->function != NULL;
    if (c_at(p, P_CLOSE_BRACE))
        return "extraneous closing brace ('}')";
    if (c_at(p, P_OPEN_BRACE))
        return "expected a declaration: '{' begins a function's body only right behind its head, without a ';' between";
    return in_function ? "expected a declaration" : "expected a declaration: a statement stands inside a function; is "
        "there a '}' too many above?";
}

static CType *implicit_int(CParser *p, CSpecifiers *specifiers, bool said_something)
{
    const CToken *token = p->token;
    bool is_name = token->kind == C_TOKEN_NAME && !token->id;
    bool next_is_name = is_name && token->next->kind == C_TOKEN_NAME && !token->next->id;
    bool next_is_star = is_name && token->next->kind == C_TOKEN_PUNCT && token->next->id == P_STAR;
    if (next_is_name && !strcmp(token->text, "__label__"))
        c_diagnose_fatal(p->diagnoser, token->place, "local labels (__label__) are not supported: they are gcc's, not C's");
    if (next_is_name || next_is_star)
        c_diagnose_fatal(p->diagnoser, token->place, "unknown type name '%s'%s", token->text,
                         c_hint_name(p, token->text, HINT_TYPE));
    if (!is_name && !said_something)
        c_diagnose_fatal(p->diagnoser, token->place, "%s", what_stands_outside(p));
    specifiers->is_implicit_int = !said_something;
    return c_type_basic(TY_INT);
}

CSpecifiers c_parse_specifiers(CParser *p)
{
    CSpecifiers specifiers = {.place = p->token->place};
    Words words = {0};
    CQualifiers qualifiers = {0};
    CType *type = NULL;
    bool has_words = false;
    for (;;) {
        if (take_storage(p, &specifiers) || c_take_qualifier(p, &qualifiers) || take_other(p, &specifiers))
            continue;
        if (p->token->kind != C_TOKEN_NAME)
            break;
        int *counter = word_counter(&words, (CKeyword)p->token->id);
        if (counter && !type) {
            ++*counter;
            has_words = true;
            c_next(p);
            continue;
        }
        CType *whole = type || has_words ? NULL : parse_whole_type(p, false);
        if (!whole)
            break;
        type = whole;
    }
    bool said = specifiers.storage || qualifiers.is_const || qualifiers.is_volatile;
    if (!type)
        type = has_words ? basic_of(p, &words, specifiers.place) : implicit_int(p, &specifiers, said);
    specifiers.type = c_type_qualified(p->pool, type, qualifiers.is_const, qualifiers.is_volatile);
    return specifiers;
}

bool c_starts_type(const CParser *p, const CToken *token)
{
    static const bool type_keywords[256] = {
        [K_VOID] = true, [K_BOOL] = true, [K_CHAR] = true, [K_SHORT] = true, [K_INT] = true, [K_LONG] = true,
        [K_FLOAT] = true, [K_DOUBLE] = true, [K_SIGNED] = true, [K_UNSIGNED] = true, [K_COMPLEX] = true,
        [K_STRUCT] = true, [K_UNION] = true, [K_ENUM] = true, [K_TYPEDEF] = true, [K_EXTERN] = true,
        [K_STATIC] = true, [K_AUTO] = true, [K_REGISTER] = true, [K_CONST] = true, [K_VOLATILE] = true,
        [K_RESTRICT] = true, [K_INLINE] = true, [K_NORETURN] = true, [K_ALIGNAS] = true, [K_THREAD_LOCAL] = true,
        [K_ATOMIC] = true, [K_TYPEOF] = true, [K_VA_LIST] = true, [K_INT128] = true, [K_ATTRIBUTE] = true,
        [K_EXTENSION] = true,
    };
    if (token->kind != C_TOKEN_NAME)
        return false;
    if (token->id)
        return type_keywords[token->id];
    CSymbol *symbol = c_symbol_find(p, token->text);
    return symbol && symbol->alias;
}

/* ---- static assertions ---- */

void c_parse_static_assert(CParser *p)
{
    CToken *word = c_next(p);
    c_expect(p, P_OPEN, "after '_Static_assert'");
    int64_t holds = c_parse_constant(p, "static assertion");
    CToken *text = c_take(p, P_COMMA) ? c_next(p) : NULL;
    while (p->token->kind == C_TOKEN_STRING)
        c_next(p);
    c_expect(p, P_CLOSE, "");
    c_expect(p, P_SEMICOLON, "after '_Static_assert'");
    if (!holds)
        c_diagnose(p->diagnoser, word->place, "static assertion failed%s%.*s", text ? ": " : "",
                   text ? (int)text->length : 0, text ? text->text : "");
}
