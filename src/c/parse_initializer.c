/* Initialisers, flattened while they are read: a cursor walks over the object (C11 6.7.9), braces and designators move
 * it, and every expression becomes an item with the offset where the cursor stands. */
#include <string.h>

#include "c/literal.h"
#include "c/parse.h"

/* An object whose parts are being initialised: an array at an index, a struct or union at a member. */
typedef struct Level {
    CType *type;
    int64_t offset;            /* of the object */
    int64_t index;
    const CMember *member;
} Level;

enum { DEEPEST_OBJECT = 64 };

typedef struct Initialiser {
    CParser *parser;
    CInitItem *first, **last;
    int64_t longest;           /* elements that an array without length turned out to need */
} Initialiser;

static void parse_braced(Initialiser *in, CType *type, int64_t offset);

static CInitItem *add_item(Initialiser *in, CType *type, int64_t offset, const CMember *member)
{
    CInitItem *item = C_NEW(in->parser->pool, CInitItem);
    *item = (CInitItem){.type = type, .offset = offset,
                        .bit_field = member && member->is_bit_field ? member : NULL};
    *in->last = item;
    in->last = &item->next;
    return item;
}

static bool is_string_for(const CParser *p, const CType *type)
{
    if (type->kind != TY_ARRAY || p->token->kind != C_TOKEN_STRING)
        return false;
    int width = 1;
    for (const CToken *t = p->token; t->kind == C_TOKEN_STRING; t = t->next)
        width = c_literal_width(t) > width ? c_literal_width(t) : width;
    return c_type_is_integer(type->base) && type->base->size == width && (width > 1 || c_type_is_char(type->base));
}

/* "..." for an array of char, without the NUL if that does not fit. */
static void add_string(Initialiser *in, CType *type, int64_t offset)
{
    CParser *p = in->parser;
    CPlace place = p->token->place;
    int width = (int)type->base->size;
    size_t room = 0;
    for (const CToken *t = p->token; t->kind == C_TOKEN_STRING; t = t->next)
        room += (size_t)t->length * (size_t)width;
    char *text = c_pool_alloc(p->pool, room + (size_t)width);
    size_t length = 0;
    while (p->token->kind == C_TOKEN_STRING)
        length += c_literal_string(p->diagnoser, c_next(p), width, text + length);
    int64_t count = (int64_t)length / width + 1;
    CInitItem *item = add_item(in, type, offset, NULL);
    item->text = text;
    item->length = length + (size_t)width;
    if (type->length < 0) {
        in->longest = count > in->longest ? count : in->longest;
    } else if (count > type->length) {
        if (count > type->length + 1)
            c_slip(p, place, "The string has %lld characters, but only %lld fit into the array: the rest is lost, and the "
                   "0 that ends a string too.", (long long)count - 1, (long long)type->length);
        item->length = (size_t)(type->length * width);
    }
}

static void add_scalar(Initialiser *in, CType *type, int64_t offset, const CMember *member, CNode *value)
{
    CParser *p = in->parser;
    value = c_convert_assigned(p, value, c_type_unqualified(p->pool, type), "initializing", value->place);
    add_item(in, type, offset, member)->value = value;
}

/* ---- the cursor ---- */

static const CMember *first_member(const CType *record)
{
    const CMember *member = c_type_resolve((CType *)record)->members;
    while (member && !member->name && !c_type_is_record(member->type))
        member = member->next;             /* unnamed bit-fields are not initialised */
    return member;
}

static const CMember *next_member(const CMember *member)
{
    do
        member = member->next;
    while (member && !member->name && !c_type_is_record(member->type));
    return member;
}

static Level level_at(CType *type, int64_t offset)
{
    return (Level){type, offset, 0, c_type_is_record(type) ? first_member(type) : NULL};
}

static bool is_exhausted(const Level *level)
{
    if (c_type_is_array(level->type))
        return level->type->length >= 0 && level->index >= level->type->length;
    return !level->member;
}

static void advance(Level *level)
{
    if (c_type_is_array(level->type))
        level->index++;
    else
        level->member = level->type->kind == TY_UNION ? NULL : next_member(level->member);
}

static CType *part_type(const Level *level)
{
    return c_type_is_array(level->type) ? level->type->base : level->member->type;
}

static int64_t part_offset(const Level *level)
{
    return level->offset + (c_type_is_array(level->type) ? level->index * level->type->base->size
                                                         : level->member->offset);
}

static void note_length(Initialiser *in, const Level *levels)
{
    if (c_type_is_array(levels[0].type) && levels[0].type->length < 0 && levels[0].index + 1 > in->longest)
        in->longest = levels[0].index + 1;
}

/* ---- designators ---- */

static void designate_index(Initialiser *in, Level *level, int64_t *last)
{
    CParser *p = in->parser;
    CPlace place = p->token->place;
    if (!c_type_is_array(level->type))
        c_diagnose_fatal(p->diagnoser, place, "array designator cannot initialize non-array type %s",
                         c_show(p, level->type));
    level->index = *last = c_parse_constant(p, "array designator");
    if (c_take(p, P_ELLIPSIS))
        *last = c_parse_constant(p, "array designator");
    if (level->index < 0 || *last < level->index || (level->type->length >= 0 && *last >= level->type->length))
        c_diagnose_fatal(p->diagnoser, place, "array designator index (%lld) exceeds array bounds (%lld)",
                         (long long)*last, (long long)level->type->length);
    c_expect(p, P_CLOSE_BRACKET, "");
}

static void push_level(Initialiser *in, Level *levels, int *depth, CType *type, int64_t offset)
{
    if (*depth + 1 >= DEEPEST_OBJECT)
        c_diagnose_fatal(in->parser->diagnoser, in->parser->token->place, "initializer is nested too deeply");
    levels[++*depth] = level_at(type, offset);
}

/* Sets the level to the member, going into unnamed records on the way. */
static void designate_member(Initialiser *in, Level *levels, int *depth)
{
    CParser *p = in->parser;
    CToken *name = c_next(p);
    for (;;) {
        Level *level = &levels[*depth];
        int64_t offset = 0;
        if (!c_type_is_record(level->type))
            c_diagnose_fatal(p->diagnoser, name->place, "field designator cannot initialize a non-struct type %s",
                             c_show(p, level->type));
        const CMember *found = c_type_member(level->type, name->text, &offset);
        if (!found)
            c_diagnose_fatal(p->diagnoser, name->place, "field designator '%.*s' does not refer to any field in type %s",
                             (int)name->length, name->text, c_show(p, level->type));
        const CMember *member = level->type->members;
        int64_t inner = 0;
        while (member != found && !(!member->name && c_type_is_record(member->type)
                                    && c_type_member(member->type, name->text, &inner)))
            member = member->next;
        level->member = member;
        if (member == found)
            return;
        push_level(in, levels, depth, member->type, level->offset + member->offset);
    }
}

/* Moves the cursor; returns the last index of a range [a ... b]. */
static int64_t parse_designators(Initialiser *in, Level *levels, int *depth)
{
    CParser *p = in->parser;
    int64_t last = -1;
    *depth = 0;
    for (bool first = true;; first = false) {
        if (!c_at(p, P_DOT) && !c_at(p, P_OPEN_BRACKET))
            break;
        if (!first) {
            CType *type = part_type(&levels[*depth]);
            push_level(in, levels, depth, type, part_offset(&levels[*depth]));
        }
        if (c_take(p, P_DOT)) {
            designate_member(in, levels, depth);
        } else {
            c_next(p);
            int64_t end;
            designate_index(in, &levels[*depth], &end);
            if (*depth == 0)
                last = end;
        }
    }
    if (!c_take(p, P_ASSIGN) && !c_at(p, P_OPEN_BRACE))
        c_expect(p, P_ASSIGN, "after designator");
    return last;
}

/* member: value, as gcc had it before the standard. */
static bool at_old_designator(const CParser *p)
{
    const CToken *next = p->token->next;
    return p->token->kind == C_TOKEN_NAME && !p->token->id && next->kind == C_TOKEN_PUNCT && next->id == P_COLON;
}

static void parse_old_designator(Initialiser *in, Level *levels, int *depth)
{
    *depth = 0;
    designate_member(in, levels, depth);
    c_next(in->parser);
}

/* ---- reading ---- */

/* One value without a brace for the part under the cursor: goes down to what it fits. */
static void parse_unbraced(Initialiser *in, Level *levels, int *depth)
{
    CParser *p = in->parser;
    CNode *value = NULL;
    for (;;) {
        CType *type = c_type_resolve(part_type(&levels[*depth]));
        int64_t offset = part_offset(&levels[*depth]);
        if (is_string_for(p, type)) {
            add_string(in, type, offset);
            return;
        }
        bool aggregate = c_type_is_array(type) || c_type_is_record(type);
        bool may_wait = aggregate && p->token->kind == C_TOKEN_STRING;     /* an array of char may come first in it */
        if (!value && !may_wait)
            value = c_parse_assignment(p);
        bool same_record = value && c_type_is_record(type) && c_type_compatible(type, value->type);
        if (!aggregate || same_record) {
            add_scalar(in, type, offset, levels[*depth].member, value);
            return;
        }
        push_level(in, levels, depth, type, offset);
        if (is_exhausted(&levels[*depth]))
            c_diagnose_fatal(p->diagnoser, p->token->place, "initializer for aggregate with no elements");
    }
}

static void step_cursor(Level *levels, int *depth)
{
    advance(&levels[*depth]);
    while (*depth > 0 && is_exhausted(&levels[*depth]))
        advance(&levels[--*depth]);
}

static void parse_part(Initialiser *in, Level *levels, int *depth)
{
    CParser *p = in->parser;
    if (c_at(p, P_OPEN_BRACE))
        parse_braced(in, part_type(&levels[*depth]), part_offset(&levels[*depth]));
    else
        parse_unbraced(in, levels, depth);
}

/* [a ... b] = value: the same items again for every further element. */
static void repeat_items(Initialiser *in, CInitItem **from, Level *level, int64_t last)
{
    CInitItem *end = NULL;
    int64_t distance = level->type->base->size, first = level->index;
    for (CInitItem *item = *from; item; item = item->next)
        end = item;
    for (; level->index < last; level->index++)
        for (CInitItem *item = *from; item; item = item == end ? NULL : item->next) {
            CInitItem *copy = add_item(in, item->type, item->offset + distance * (level->index - first + 1), NULL);
            copy->value = item->value;
            copy->text = item->text;
            copy->length = item->length;
            copy->bit_field = item->bit_field;
        }
}

/* A value too many. */
static void leave_out(CParser *p, const CType *type, bool was_told)
{
    bool is_array = c_type_is_array(type);
    if (!was_told)
        c_slip(p, p->token->place, "There are more values than the %s has %s: the rest is left out.",
               is_array ? "array" : "struct", is_array ? "elements" : "members");
    c_parse_assignment(p);
}

static void parse_list(Initialiser *in, CType *type, int64_t offset)
{
    CParser *p = in->parser;
    Level levels[DEEPEST_OBJECT];
    int depth = 0;
    bool told = false;
    levels[0] = level_at(type, offset);
    while (!c_at(p, P_CLOSE_BRACE)) {
        int64_t last = -1;
        CInitItem **from = in->last;
        if (at_old_designator(p))
            parse_old_designator(in, levels, &depth);
        else if (c_at(p, P_DOT) || c_at(p, P_OPEN_BRACKET))
            last = parse_designators(in, levels, &depth);
        if (is_exhausted(&levels[0])) {
            leave_out(p, type, told);
            told = true;
        } else {
            parse_part(in, levels, &depth);
            if (last >= 0 && depth == 0)
                repeat_items(in, from, &levels[0], last);
            note_length(in, levels);
            step_cursor(levels, &depth);
        }
        if (!c_take(p, P_COMMA) && !c_at(p, P_CLOSE_BRACE))
            c_diagnose_fatal(p->diagnoser, c_place_behind(p), "expected ',' or '}' in initializer");
    }
}

static void parse_braced(Initialiser *in, CType *type, int64_t offset)
{
    CParser *p = in->parser;
    c_enter(p);
    c_expect(p, P_OPEN_BRACE, "");
    c_type_resolve(type);
    if (is_string_for(p, type)) {
        add_string(in, type, offset);
        c_take(p, P_COMMA);
    } else if (c_type_is_array(type) || c_type_is_record(type)) {
        parse_list(in, type, offset);
    } else if (c_at(p, P_OPEN_BRACE)) {
        parse_braced(in, type, offset);
        c_take(p, P_COMMA);
    } else if (!c_at(p, P_CLOSE_BRACE)) {
        add_scalar(in, type, offset, NULL, c_parse_assignment(p));
        c_take(p, P_COMMA);
    }
    if (!c_at(p, P_CLOSE_BRACE) && !c_type_is_array(type) && !c_type_is_record(type))
        c_diagnose_fatal(p->diagnoser, p->token->place, "excess elements in scalar initializer");
    c_expect(p, P_CLOSE_BRACE, "at end of initializer");
    c_leave(p);
}

static void parse_plain(Initialiser *in, CVariable *variable)
{
    CParser *p = in->parser;
    CPlace place = p->token->place;
    CType *type = variable->type;
    if (is_string_for(p, type)) {
        add_string(in, type, 0);
        return;
    }
    CNode *value = c_parse_assignment(p);
    if (c_type_is_array(type)) {
        if (value->kind == N_LITERAL && c_type_compatible(value->type, type)) {
            variable->items = value->variable->items;
            in->first = variable->items;
            in->longest = value->type->length;
            return;
        }
        c_diagnose(p->diagnoser, place, "array initializer must be an initializer list%s",
                   c_type_is_char(type->base) ? " or string literal" : "");
        return;
    }
    add_scalar(in, type, 0, NULL, value);
}

static int64_t bytes_behind(const CInitItem *item, int64_t size)
{
    int64_t end = size;
    for (; item; item = item->next) {
        int64_t last = item->offset + (item->value ? item->type->size : (int64_t)item->length);
        end = last > end ? last : end;
    }
    return end - size;
}

void c_parse_initialiser(CParser *p, CVariable *variable)
{
    Initialiser in = {.parser = p};
    in.last = &in.first;
    CType *type = c_type_resolve(variable->type);
    bool incomplete_array = type->kind == TY_ARRAY && type->length < 0;
    if (!incomplete_array && !c_type_is_complete(type))
        c_diagnose_fatal(p->diagnoser, variable->place, "variable '%s' has incomplete type %s",
                         variable->name ? variable->name : "", c_show(p, type));
    if (type->kind == TY_VLA && !(c_at(p, P_OPEN_BRACE) && p->token->next->kind == C_TOKEN_PUNCT
                                  && p->token->next->id == P_CLOSE_BRACE))
        c_diagnose_fatal(p->diagnoser, p->token->place, "variable-sized object may not be initialized");
    variable->has_initialiser = true;
    if (c_at(p, P_OPEN_BRACE))
        parse_braced(&in, type, 0);
    else
        parse_plain(&in, variable);
    variable->items = in.first;
    if (c_type_is_record(type) && type->is_flexible)
        variable->flexible_size = bytes_behind(in.first, type->size);
    if (incomplete_array) {
        CType *whole = c_type_array(p->pool, type->base, in.longest);
        whole->is_const = type->is_const;
        variable->type = whole;
        for (CInitItem *item = in.first; item; item = item->next)
            if (item->type == type)
                item->type = whole;
    }
}
