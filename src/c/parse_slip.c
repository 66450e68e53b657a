/* What C allows, or compilers let pass with a warning, though nobody means it: it is found in the tree and told when the
 * expression runs, so that its consequence can be watched. */
#include <string.h>

#include "c/headers.h"
#include "c/parse.h"

enum { LONGEST_QUOTE = 40 };

/* "'x'", or "This" for what is too long to be quoted. */
static const char *quoted(CParser *p, const CNode *node)
{
    const CSpan *span = node->kind == N_DECAY && !node->span.file ? &node->left->span : &node->span;
    int length = span->end_column - span->column;
    if (!span->file || span->line != span->end_line || length < 1 || length > LONGEST_QUOTE)
        return "This";
    return c_pool_format(p->pool, "'%.*s'", length, c_line_start(span->file, span->line) + span->column - 1);
}

static void warn(CNode *node, const char *text)
{
    if (!node->warning)
        node->warning = text;
}

static bool is_string(const CNode *node)
{
    return node->kind == N_DECAY && node->left->kind == N_VARIABLE && node->left->variable->is_string;
}

static void number_for_pointer(CParser *p, CNode *node, const CType *to)
{
    bool fits = c_is_lvalue(node) && c_type_compatible(node->type, to->base);
    const char *text = quoted(p, node);
    const char *meant = fits && *text == '\'' ? c_pool_format(p->pool, " Did you mean '&%s?", text + 1) : "";
    warn(node, c_pool_format(p->pool, "%s is a number, but a pointer (%s) is wanted here: the number is taken for an "
                             "address.%s", text, c_type_text(p->pool, to), meant));
}

static void pointer_for_number(CParser *p, CNode *node, const CType *to)
{
    bool fits = c_type_is_arithmetic(node->type->base);
    const char *text = quoted(p, node), *meant = "";
    if (node->type->base->kind == TY_FUNCTION)
        meant = " A function is called with parentheses.";
    else if (is_string(node))
        meant = to->kind == TY_CHAR ? " One character stands in single quotes." : "";
    else if (fits && *text == '\'')
        meant = c_pool_format(p->pool, " Did you mean '*%s?", text + 1);
    warn(node, c_pool_format(p->pool, "%s is a pointer (%s), but %s is wanted here: the address is taken for a number.%s",
                             text, c_type_text(p->pool, node->type), to->kind == TY_CHAR ? "a char" : "a number", meant));
}

static bool may_point_to(const CType *to, const CType *from)
{
    bool any = to->kind == TY_VOID || from->kind == TY_VOID || (c_type_is_char(to) && c_type_is_char(from));
    bool same_width = c_type_is_integer(to) && c_type_is_integer(from) && to->size == from->size;
    return any || same_width || c_type_compatible(to, from);
}

static void pointer_for_other(CParser *p, CNode *node, const CType *to)
{
    CType *wanted = c_type_unqualified(p->pool, c_type_resolve(to->base));
    CType *given = c_type_unqualified(p->pool, c_type_resolve(node->type->base));
    bool is_plain = c_type_is_scalar(wanted) || c_type_is_record(wanted);
    if (may_point_to(wanted, given) || !is_plain || wanted->kind == TY_POINTER || given->kind == TY_FUNCTION)
        return;
    warn(node, c_pool_format(p->pool, "%s is a pointer of type %s, but one of type %s is wanted here: what it points to "
                             "will be taken for something else.", quoted(p, node), c_type_text(p->pool, node->type),
                             c_type_text(p->pool, to)));
}

void c_slip_converted(CParser *p, CNode *node, const CType *to)
{
    const CType *from = node->type;
    if (p->is_library)
        return;
    if (c_type_is_pointer(to) && c_type_is_integer(from) && !c_is_null_constant(node))
        number_for_pointer(p, node, to);
    else if (c_type_is_integer(to) && to->kind != TY_BOOL && c_type_is_pointer(from))
        pointer_for_number(p, node, to);
    else if (c_type_is_pointer(to) && c_type_is_pointer(from) && !c_is_null_constant(node))
        pointer_for_other(p, node, to);
}

void c_slip_condition(CParser *p, CNode *condition)
{
    int64_t value;
    bool stores = condition->kind == N_ASSIGN && !p->is_library && c_type_is_integer(condition->type)
               && c_constant_integer(condition->right, &value);
    if (!stores)
        return;
    const char *target = quoted(p, condition->left);
    warn(condition, c_pool_format(p->pool, "%s stores %lld%s%s, so this condition is always %s: two values are compared "
                                  "with '=='.", quoted(p, condition), (long long)value, *target == '\'' ? " in " : "",
                                  *target == '\'' ? target : "", value ? "true" : "false"));
}

void c_slip_empty(CParser *p, CNode *condition, const char *keyword)
{
    if (!p->is_library)
        warn(condition, c_pool_format(p->pool, "The ';' right behind this '%s (...)' is all that belongs to it: what "
                                      "follows does not depend on it.", keyword));
}

void c_slip_undeclared(CParser *p, CNode *call, const char *function)
{
    const char *header = p->is_library ? NULL : c_header_declaring(function);
    if (header)
        warn(call, c_pool_format(p->pool, "%s() is used, but nothing declares it: write #include <%s> above.", function,
                                 header));
}

void c_slip_character(CParser *p, CNode *constant, const CToken *token)
{
    bool is_several = token->length > 3 && token->text[0] == '\'' && token->text[1] != '\\'
                   && (unsigned char)token->text[1] < 0x80;
    if (is_several && !p->is_library)
        warn(constant, c_pool_format(p->pool, "%.*s is one number made of several characters: a text stands in double "
                                     "quotes.", (int)token->length, token->text));
}

void c_slip_dropped(CParser *p, CNode *value)
{
    warn(value, c_pool_format(p->pool, "%s() is declared to return nothing (void): the value is dropped.",
                              p->function->variable->name));
}
