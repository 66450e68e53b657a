/* The second walk of the symbol table: from the module inwards, deciding for each name of each scope where it lives.
 *
 * Each scope is told which names the functions around it bind and which are declared global, and answers with the names
 * it could not find in itself: those are free there, and cells in the function that binds them (as analyze_block).
 */
#include "python/symtable.h"

static Place get_place(intptr_t flags)
{
    return (Place)(flags >> SYMBOL_PLACE_SHIFT & 15);
}

static void set_place(Scope *scope, int index, Place place)
{
    intptr_t *value = &scope->symbols.entries[index].value;
    *value = (*value & ((1 << SYMBOL_PLACE_SHIFT) - 1)) | (intptr_t)place << SYMBOL_PLACE_SHIFT;
}

Place scope_place(const Scope *scope, const Name *name)
{
    return get_place(map_get(&scope->symbols, name, 0));
}

static _Noreturn void error_at_directive(Compiler *c, const Scope *scope, const Name *name, const char *format)
{
    Span span = { 1, 0, 1, 0 };
    for (const Directive *d = scope->directives; d; d = d->next)
        if (d->name == name) {
            span = d->span;
            break;
        }
    char message[320];
    snprintf(message, sizeof message, format, name->text);
    compile_error(c, span, "%s", message);
}

/* What a scope works with. `bound` is NULL at module level: nothing around binds names. */
typedef struct Surroundings { PointerMap *bound, *global, *free; } Surroundings;

static Place decide_global(Compiler *c, const Scope *scope, const Name *name, intptr_t flags, Surroundings *around)
{
    if (flags & SYMBOL_NONLOCAL)
        error_at_directive(c, scope, name, "name '%s' is nonlocal and global");
    map_add(&c->region, around->global, name);
    if (around->bound)
        map_remove(around->bound, name);
    return PLACE_GLOBAL_EXPLICIT;
}

static Place decide_nonlocal(Compiler *c, Scope *scope, const Name *name, Surroundings *around)
{
    if (!around->bound)
        error_at_directive(c, scope, name, "nonlocal declaration not allowed at module level");
    if (!map_has(around->bound, name))
        error_at_directive(c, scope, name, "no binding for nonlocal '%s' found");
    scope->has_free = true;
    map_add(&c->region, around->free, name);
    return PLACE_FREE;
}

static Place decide_name(Compiler *c, Scope *scope, const Name *name, intptr_t flags, Surroundings *around,
                         PointerMap *local)
{
    if (flags & SYMBOL_GLOBAL)
        return decide_global(c, scope, name, flags, around);
    if (flags & SYMBOL_NONLOCAL)
        return decide_nonlocal(c, scope, name, around);
    if (flags & SYMBOL_BOUND) {
        map_add(&c->region, local, name);
        map_remove(around->global, name);
        return PLACE_LOCAL;
    }
    if (around->bound && map_has(around->bound, name)) {
        scope->has_free = true;
        map_add(&c->region, around->free, name);
        return PLACE_FREE;
    }
    if (scope->nested && !map_has(around->global, name))
        scope->has_free = true;
    return PLACE_GLOBAL_IMPLICIT;
}

/* Locals that an inner scope needs become cells. */
static void make_cells(Scope *scope, PointerMap *free)
{
    for (int i = 0; i < scope->symbols.count; i++) {
        const void *name = scope->symbols.entries[i].key;
        if (get_place(scope->symbols.entries[i].value) == PLACE_LOCAL && map_has(free, name)) {
            set_place(scope, i, PLACE_CELL);
            map_remove(free, name);
        }
    }
}

static void drop_class_cell(Compiler *c, Scope *scope, PointerMap *free)
{
    if (map_has(free, c->name_class)) {
        map_remove(free, c->name_class);
        scope->needs_class_cell = true;
    }
}

/* Names that only inner scopes use pass through this one; a class that has the name as well keeps both meanings. */
static void pass_free_names(Compiler *c, Scope *scope, const PointerMap *bound, const PointerMap *free)
{
    for (int i = 0; i < free->count; i++) {
        const void *name = free->entries[i].key;
        if (!name)
            continue;
        int place = map_find(&scope->symbols, name);
        if (place >= 0) {
            intptr_t *value = &scope->symbols.entries[place].value;
            if (scope->kind == SCOPE_CLASS && (*value & (SYMBOL_BOUND | SYMBOL_GLOBAL)))
                *value |= SYMBOL_FREE_CLASS;
        } else if (!bound || map_has(bound, name)) {
            set_place(scope, map_add(&c->region, &scope->symbols, name), PLACE_FREE);
        }
    }
}

static void decide_scope(Compiler *c, Scope *scope, Surroundings around);

static void decide_children(Compiler *c, Scope *scope, PointerMap *bound, PointerMap *global, PointerMap *free)
{
    for (Scope *child = scope->first_child; child; child = child->next_sibling) {
        PointerMap child_bound = { 0 }, child_global = { 0 }, child_free = { 0 };
        map_add_all(&c->region, &child_bound, bound);
        map_add_all(&c->region, &child_global, global);
        decide_scope(c, child, (Surroundings){ &child_bound, &child_global, &child_free });
        map_add_all(&c->region, free, &child_free);
        if (child->has_free || child->child_has_free)
            scope->child_has_free = true;
    }
}

static void decide_scope(Compiler *c, Scope *scope, Surroundings around)
{
    PointerMap local = { 0 }, new_bound = { 0 }, new_global = { 0 }, new_free = { 0 };
    bool is_class = scope->kind == SCOPE_CLASS;
    compile_enter(c);
    if (is_class) {            /* before its own names: they are not seen from inside */
        map_add_all(&c->region, &new_global, around.global);
        if (around.bound)
            map_add_all(&c->region, &new_bound, around.bound);
    }
    for (int i = 0; i < scope->symbols.count; i++) {
        PointerEntry entry = scope->symbols.entries[i];
        set_place(scope, i, decide_name(c, scope, entry.key, entry.value, &around, &local));
    }
    if (is_class) {
        map_add(&c->region, &new_bound, c->name_class);
    } else {
        if (scope->kind == SCOPE_FUNCTION)
            map_add_all(&c->region, &new_bound, &local);
        if (around.bound)
            map_add_all(&c->region, &new_bound, around.bound);
        map_add_all(&c->region, &new_global, around.global);
    }
    decide_children(c, scope, &new_bound, &new_global, &new_free);
    if (scope->kind == SCOPE_FUNCTION)
        make_cells(scope, &new_free);
    else if (is_class)
        drop_class_cell(c, scope, &new_free);
    pass_free_names(c, scope, around.bound, &new_free);
    map_add_all(&c->region, around.free, &new_free);
    compile_exit(c);
}

void scopes_decide(Compiler *c, Scope *scope)
{
    PointerMap global = { 0 }, free = { 0 };
    decide_scope(c, scope, (Surroundings){ NULL, &global, &free });
}
