/* Arguments are computed from the last to the first, as gcc does on x86-64: a program that prints f() and g() in one call
 * shows it. So the first one lies on top of the evaluation stack when the call is made. */
#include <string.h>

#include "c/compile.h"
#include "c/library/library.h"

int32_t c_routine_of(CCompiler *c, CVariable *function)
{
    if (function->index)
        return function->index - 1;
    CRoutine *routine = c_vector_add(&c->routines, sizeof *routine);
    int32_t index = (int32_t)c->routines.count - 1;
    *routine = (CRoutine){.name = function->name, .variable = function, .tree = function->function, .native = -1,
                          .frame_align = 16, .is_variadic = function->type->is_variadic,
                          .is_library = function->is_library};
    if (!function->is_defined) {
        routine->native = (int16_t)c_native_find(function->name);
        if (routine->native < 0)
            c_diagnose(c->diagnoser, c->place, function->is_guessed ? "undefined reference to '%s': there is no function "
                       "of that name%s" : "undefined reference to '%s': it is declared, but nowhere defined",
                       function->name, function->hint ? function->hint : "");
    }
    routine->address = C_TEXT_BASE + 0x149 + (uint64_t)index * 0x40;
    function->index = index + 1;
    return index;
}

static void compile_arguments(CCompiler *c, CNode *argument)
{
    if (!argument)
        return;
    compile_arguments(c, argument->next);
    c_compile_value(c, argument);
}

/* What an argument is the address of, where that has a size: an array, also within something larger, or a variable. An
 * array of one element at the end of a struct may be meant for more. */
static const CNode *part_given(const CNode *argument)
{
    while (argument->kind == N_CAST)
        argument = argument->left;
    const CNode *part = argument->kind == N_DECAY || argument->kind == N_ADDRESS ? argument->left : NULL;
    if (!part || (part->kind != N_MEMBER && part->kind != N_DEREF && part->kind != N_VARIABLE))
        return NULL;
    bool is_array = part->type->kind == TY_ARRAY && (part->type->length > 1 || part->kind == N_VARIABLE);
    return is_array || (part->kind == N_VARIABLE && c_type_is_scalar(part->type)) ? part : NULL;
}

static void note_part(CCompiler *c, CSite *site, const CNode *call, int32_t index, const CNode *part)
{
    if (!part)
        return;
    if (!site->parts)
        site->parts = c_pool_alloc(c->pool, (size_t)call->value * sizeof(CNode *));
    site->parts[index] = part;
}

static int32_t add_site(CCompiler *c, const CNode *node, bool wants_value)
{
    CSite *site = c_vector_add(&c->sites, sizeof *site);
    int32_t count = 0;
    site->types = c_pool_alloc(c->pool, ((size_t)node->value + 1) * sizeof *site->types);
    for (const CNode *argument = node->list; argument; argument = argument->next) {
        note_part(c, site, node, count, part_given(argument));
        site->types[count++] = argument->type;
    }
    for (const CParameter *p = node->common->parameters; p && !node->common->is_oldstyle; p = p->next)
        site->fixed++;
    site->count = count;
    site->is_variadic = node->common->is_variadic;
    site->wants_value = wants_value;
    site->result = node->type;
    return (int32_t)c->sites.count - 1;
}

static bool is_direct(const CNode *function)
{
    return function->kind == N_VARIABLE && function->variable->is_function;
}

static bool compile_special(CCompiler *c, CNode *node, bool wants_value)
{
    const char *name = is_direct(node->left) ? node->left->variable->name : "";
    bool is_set = !strcmp(name, "setjmp") || !strcmp(name, "_setjmp") || !strcmp(name, "sigsetjmp");
    bool is_long = !strcmp(name, "longjmp") || !strcmp(name, "siglongjmp");
    if ((!is_set && !is_long) || node->left->variable->is_defined)
        return false;
    compile_arguments(c, node->list);
    c->place = node->place;
    c_emit(c, is_set ? OP_SETJMP : OP_LONGJMP, (int32_t)node->value, 0);
    c_stack(c, is_set ? 1 - (int)node->value : -(int)node->value);
    if (is_set && !wants_value) {
        c_emit(c, OP_POP, 0, 0);
        c_stack(c, -1);
    }
    return true;
}

void c_compile_call(CCompiler *c, CNode *node, bool wants_value)
{
    if (compile_special(c, node, wants_value))
        return;
    bool returns_record = c_type_is_record(node->type), is_void = node->type->kind == TY_VOID;
    int32_t depth = c->depth;
    if (!is_direct(node->left))
        c_compile_value(c, node->left);
    compile_arguments(c, node->list);
    c->place = node->place;
    if (returns_record) {
        c_emit(c, OP_LOCAL, c_frame_room(c, node->type->size ? node->type->size : 1, node->type->align, 0), 0);
        c_stack(c, 1);
    }
    int32_t site = add_site(c, node, wants_value);
    if (is_direct(node->left)) {
        int32_t index = c_routine_of(c, node->left->variable);
        int native = ((CRoutine *)c->routines.items)[index].native;
        c_emit(c, native >= 0 ? OP_CALL_NATIVE : OP_CALL, native >= 0 ? native : index, site)->aux = returns_record;
    } else {
        c_emit(c, OP_CALL_INDIRECT, 0, site)->aux = returns_record;
    }
    c->depth = depth;
    c_stack(c, 1);             /* every call leaves a cell */
    if (!wants_value || is_void) {
        c_emit(c, OP_POP, 0, 0);
        c_stack(c, -1);
    }
}
