#include <stdlib.h>
#include <string.h>

#include "c/compile.h"

int32_t c_label_of(CCompiler *c, CNode *node)
{
    if (!node->label)
        node->label = c_label_new(c) + 1;
    return node->label - 1;
}

/* ---- initialisers ---- */

static void initialise_bytes(CCompiler *c, const CVariable *variable, const CInitItem *item)
{
    *(const char **)c_vector_add(&c->texts, sizeof(char *)) = item->text;
    int64_t index = c->texts.count - 1;
    c_emit(c, OP_BYTES, (int32_t)(variable->offset + item->offset), index << 32 | (int64_t)item->length);
}

static void initialise_item(CCompiler *c, const CVariable *variable, const CInitItem *item)
{
    int32_t offset = (int32_t)(variable->offset + item->offset);
    if (!item->value) {
        initialise_bytes(c, variable, item);
        return;
    }
    bool by_address = item->bit_field || c_type_is_record(item->type);
    if (by_address) {
        c_emit(c, OP_LOCAL, offset, 0);
        c_stack(c, 1);
    }
    c_compile_value(c, item->value);
    c->place = item->value->place;
    if (item->bit_field)
        c_emit(c, OP_STORE_BITS, item->bit_field->bit_offset, item->bit_field->bit_width)->aux
            = c_type_is_unsigned(item->type);
    else if (by_address)
        c_emit(c, OP_COPY, 0, item->type->size);
    else
        c_emit(c, (COpcode)(OP_STORE_LOCAL_I8 + c_memory_type(item->type)), offset, 0);
    c_stack(c, -1);
    if (by_address) {
        c_emit(c, OP_POP, 0, 0);
        c_stack(c, -1);
    }
}

void c_compile_initialiser(CCompiler *c, CVariable *variable)
{
    if (!variable->offset)
        c_place_local(c, variable);
    const CInitItem *first = variable->items;
    bool is_whole = first && !first->next && first->value && first->offset == 0
                 && (first->type->size == variable->type->size) && !first->bit_field;
    if (!is_whole && variable->type->size)
        c_emit(c, OP_ZERO, (int32_t)variable->offset, variable->type->size);
    for (const CInitItem *item = first; item; item = item->next)
        initialise_item(c, variable, item);
}

/* ---- declarations ---- */

static void declare_vla(CCompiler *c, CVariable *variable)
{
    c_compile_type_sizes(c, variable->type);
    c_compile_size(c, variable->type);
    c_emit(c, OP_VLA, (int32_t)variable->offset, variable->type->align);
    c_emit(c, OP_POP, 0, 0);
    c_stack(c, -1);
}

/* May something point at it when its block has ended? */
static bool may_dangle(const CVariable *variable)
{
    bool has_parts = variable->type->kind == TY_ARRAY || c_type_is_record(variable->type);
    return variable->is_addressed || has_parts;
}

static void compile_declaration(CCompiler *c, CNode *node)
{
    CVariable *variable = node->variable;
    CType *type = variable ? variable->type : node->common;
    bool runs = !variable || variable->has_initialiser || c_type_is_variable(type);
    if (runs)
        c_emit_line(c, node->place);
    c_mark_statement(c, node);
    if (!variable) {
        c_compile_type_sizes(c, type);
    } else if (type->kind == TY_VLA) {
        declare_vla(c, variable);
    } else {
        c_compile_type_sizes(c, type);
        bool repeats = c->continue_label >= 0 || c->function->labels;
        if (repeats && !variable->begins_with_block && (!variable->has_initialiser || may_dangle(variable)))
            c_emit(c, OP_UNSET, (int32_t)variable->offset, type->size);
        if (variable->has_initialiser) {
            c_compile_initialiser(c, variable);
            c_keep_initialised(c, variable);
        }
    }
}

/* ---- blocks ---- */

static bool declares_vla(const CNode *block)
{
    for (const CNode *group = block->body; group; group = group->next)
        for (const CNode *d = group->kind == N_GROUP ? group->body : NULL; d; d = d->next)
            if (d->kind == N_DECLARATION && d->variable && d->variable->type->kind == TY_VLA)
                return true;
    return false;
}

/* The block's variables are there from its beginning, as their memory is. */
static void open_variables(CCompiler *c, const CNode *group, uint32_t pc)
{
    for (const CNode *d = group->kind == N_GROUP ? group->body : NULL; d; d = d->next)
        if (d->kind == N_DECLARATION && d->variable) {
            d->variable->first_pc = pc;
            if (!d->variable->offset)
                c_place_local(c, d->variable);
        }
}

static void close_variables(const CNode *group, uint32_t pc)
{
    for (const CNode *d = group->kind == N_GROUP ? group->body : NULL; d; d = d->next)
        if (d->kind == N_DECLARATION && d->variable)
            d->variable->end_pc = pc;
}

/* In a loop a variable keeps its value of the round before until its declaration runs; but its life is a new one, and
 * nothing may be seen of the last. A goto may enter a block past its beginning: there each declaration does it for itself. */
static void begin_lives(CCompiler *c, const CNode *group)
{
    if (c->continue_label < 0 || c->function->labels)
        return;
    for (const CNode *d = group->kind == N_GROUP ? group->body : NULL; d; d = d->next)
        if (d->kind == N_DECLARATION && d->variable && d->variable->type->kind != TY_VLA) {
            c_emit(c, OP_UNSET, (int32_t)d->variable->offset, d->variable->type->size);
            d->variable->begins_with_block = true;
        }
}

/* A declaration behind a label is in the label's body. */
static const CNode *declarations_of(const CNode *statement)
{
    while (statement && (statement->kind == N_LABEL || statement->kind == N_CASE || statement->kind == N_DEFAULT))
        statement = statement->body;
    return statement;
}

/* What pointed at the block's variables dangles from now on. Where a block can be entered past a declaration, by goto or
 * case, its variables live on: nothing would revive them. */
static void end_lives(CCompiler *c, const CNode *block)
{
    if (block == c->function->body || block == c->switch_body || c->function->labels)
        return;
    for (const CNode *group = block->body; group; group = group->next)
        for (const CNode *d = group->kind == N_GROUP ? group->body : NULL; d; d = d->next)
            if (d->kind == N_DECLARATION && d->variable && d->variable->type->kind != TY_VLA && may_dangle(d->variable))
                c_emit(c, OP_GONE, (int32_t)d->variable->offset, d->variable->type->size);
}

static void compile_block(CCompiler *c, CNode *node)
{
    int32_t outer = c->saved_stack;
    bool has_vla = declares_vla(node);
    if (has_vla) {
        c->saved_stack = c_frame_room(c, 8, 8, 0);
        c_emit(c, OP_SAVE_STACK, c->saved_stack, 0);
    }
    for (CNode *at = node->body; at; at = at->next)
        open_variables(c, declarations_of(at), c_here(c));
    for (CNode *at = node->body; at && node != c->switch_body; at = at->next)  /* a switch is entered past its beginning */
        begin_lives(c, at);
    for (CNode *at = node->body; at; at = at->next)
        c_compile_statement(c, at);
    end_lives(c, node);
    if (has_vla)
        c_emit(c, OP_RESTORE_STACK, c->saved_stack, 0);
    for (CNode *at = node->body; at; at = at->next)
        close_variables(declarations_of(at), c_here(c));
    c->saved_stack = outer;
}

/* ---- control ---- */

static void compile_if(CCompiler *c, CNode *node)
{
    int32_t no = c_label_new(c), end = node->third ? c_label_new(c) : no;
    c_emit_line(c, node->left->place);
    int32_t line = c->line;
    c_compile_branch(c, node->left, no, false);
    c_compile_statement(c, node->right);
    if (node->third) {
        c_emit_jump(c, OP_JUMP, end);
        c_label_here(c, no);
        c->line = line;
        c_compile_statement(c, node->third);
    }
    c_label_here(c, end);
    if (c->line != line)
        c->line = 0;
}

typedef struct Loop {
    int32_t break_label, continue_label, saved_stack, switch_saved_stack;
} Loop;

static Loop begin_loop(CCompiler *c)
{
    Loop outer = {c->break_label, c->continue_label, c->loop_saved_stack, c->switch_saved_stack};
    c->break_label = c_label_new(c);
    c->continue_label = c_label_new(c);
    c->loop_saved_stack = c->switch_saved_stack = c->saved_stack;
    return outer;
}

static void end_loop(CCompiler *c, Loop outer)
{
    c_label_here(c, c->break_label);
    c->break_label = outer.break_label;
    c->continue_label = outer.continue_label;
    c->loop_saved_stack = outer.saved_stack;
    c->switch_saved_stack = outer.switch_saved_stack;
    c->line = 0;
}

static void compile_while(CCompiler *c, CNode *node)
{
    Loop outer = begin_loop(c);
    c_label_here(c, c->continue_label);
    c->line = 0;
    c_emit_line(c, node->left->place);
    c_compile_branch(c, node->left, c->break_label, false);
    c_compile_statement(c, node->body);
    c_emit_jump(c, OP_JUMP, c->continue_label);
    end_loop(c, outer);
}

static void compile_do(CCompiler *c, CNode *node)
{
    Loop outer = begin_loop(c);
    int32_t again = c_label_new(c);
    c_label_here(c, again);
    c->line = 0;
    c_compile_statement(c, node->body);
    c_label_here(c, c->continue_label);
    c->line = 0;
    c_emit_line(c, node->left->place);
    c_compile_branch(c, node->left, again, true);
    end_loop(c, outer);
}

/* The condition stands behind the step, so that one event covers both; the first time it is jumped to. */
static void compile_for(CCompiler *c, CNode *node)
{
    if (node->init) {
        open_variables(c, node->init, c_here(c));
        begin_lives(c, node->init);
    }
    c->line = 0;
    c_emit_line(c, node->place);
    if (node->init)
        c_compile_statement(c, node->init);
    Loop outer = begin_loop(c);
    int32_t test = c_label_new(c), again = c_label_new(c);
    c_emit_jump(c, OP_JUMP, test);
    c_label_here(c, again);
    c_compile_statement(c, node->body);
    c_label_here(c, c->continue_label);
    c->line = 0;
    c_emit_line(c, node->place);
    if (node->third)
        c_compile_effect(c, node->third->left);
    c_label_here(c, test);
    if (node->left)
        c_compile_branch(c, node->left, again, true);
    else
        c_emit_jump(c, OP_JUMP, again);
    end_loop(c, outer);
    if (node->init)
        close_variables(node->init, c_here(c));
}

static int by_first(const void *a, const void *b)
{
    int64_t x = ((const CSwitchCase *)a)->first, y = ((const CSwitchCase *)b)->first;
    return (x > y) - (x < y);
}

static void add_table(CCompiler *c, CNode *node, int32_t otherwise)
{
    int32_t count = 0;
    for (const CNode *at = node->cases; at; at = at->target_next)
        count += at->kind == N_CASE;
    CSwitchTable *table = c_vector_add(&c->switches, sizeof *table);
    *table = (CSwitchTable){c_pool_alloc(c->pool, ((size_t)count + 1) * sizeof *table->cases), count, otherwise};
    count = 0;
    for (CNode *at = node->cases; at; at = at->target_next)
        if (at->kind == N_CASE)
            table->cases[count++] = (CSwitchCase){at->value, at->value_end, c_label_of(c, at)};
        else
            table->otherwise = c_label_of(c, at);
    qsort(table->cases, (size_t)count, sizeof *table->cases, by_first);
}

static void compile_switch(CCompiler *c, CNode *node)
{
    int32_t outer_break = c->break_label, outer_saved = c->switch_saved_stack;
    c_emit_line(c, node->left->place);
    c_compile_value(c, node->left);
    c->break_label = c_label_new(c);
    c->switch_saved_stack = c->saved_stack;
    add_table(c, node, c->break_label);
    c_emit(c, OP_SWITCH, (int32_t)c->switches.count - 1, 0);
    c_stack(c, -1);
    c->switch_body = node->body;
    c_compile_statement(c, node->body);
    c_label_here(c, c->break_label);
    c->break_label = outer_break;
    c->switch_saved_stack = outer_saved;
    c->line = 0;
}

static void compile_jump(CCompiler *c, CNode *node, int32_t label, int32_t saved_there)
{
    c_emit_line(c, node->place);
    if (c->saved_stack != saved_there)
        c_emit(c, OP_RESTORE_STACK, c->saved_stack, 0);
    c_emit_jump(c, OP_JUMP, label);
}

static void compile_return(CCompiler *c, CNode *node)
{
    const CType *result = c->function->type->base;
    c_emit_line(c, node->place);
    bool has_value = node->left && result->kind != TY_VOID;
    if (node->left && !has_value) {
        c_compile_effect(c, node->left);
    } else if (has_value && c->function->result) {
        c_emit(c, OP_LOAD_LOCAL_I64, (int32_t)c->function->result->offset, 0);
        c_stack(c, 1);
        c_compile_value(c, node->left);
        c_emit(c, OP_COPY, 0, result->size);
        c_stack(c, -1);
    } else if (has_value) {
        c_compile_value(c, node->left);
    }
    c->place = node->place;
    c_mark_statement(c, node);
    if (!has_value) {
        c_emit(c, OP_CONST, 0, 0);
        c_stack(c, 1);
    }
    /* gcc gives back a null pointer for the address of a variable that is about to go */
    const CNode *value = has_value ? node->left : NULL;
    while (value && value->kind == N_CAST && c_type_is_pointer(value->type))
        value = value->left;
    int64_t offset;
    bool local = value && (value->kind == N_ADDRESS || value->kind == N_DECAY)
              && c_static_place(value->left, &offset) == PLACE_LOCAL;
    c_emit(c, OP_RETURN, has_value || result->kind == TY_VOID, node->place.line)->aux = local;
    c_stack(c, -1);
}

static void compile_label(CCompiler *c, CNode *node)
{
    c_label_here(c, c_label_of(c, node));
    c->line = 0;
    c_compile_statement(c, node->body);
}

static void compile_expression_statement(CCompiler *c, CNode *node)
{
    c_emit_line(c, node->place);
    c_compile_kept(c, node->left);
}

void c_compile_statement(CCompiler *c, CNode *node)
{
    c_mark_statement(c, node);
    switch (node->kind) {
    case N_EXPRESSION: compile_expression_statement(c, node); break;
    case N_DECLARATION: compile_declaration(c, node); break;
    case N_BLOCK: compile_block(c, node); break;
    case N_GROUP:
        for (CNode *at = node->body; at; at = at->next)
            c_compile_statement(c, at);
        break;
    case N_IF: compile_if(c, node); break;
    case N_WHILE: compile_while(c, node); break;
    case N_DO: compile_do(c, node); break;
    case N_FOR: compile_for(c, node); break;
    case N_SWITCH: compile_switch(c, node); break;
    case N_CASE: case N_DEFAULT: case N_LABEL: compile_label(c, node); break;
    case N_BREAK: compile_jump(c, node, c->break_label, c->switch_saved_stack); break;
    case N_CONTINUE: compile_jump(c, node, c->continue_label, c->loop_saved_stack); break;
    case N_RETURN: compile_return(c, node); break;
    case N_GOTO:
        c_emit_line(c, node->place);
        c_emit_jump(c, OP_JUMP, c_label_of(c, node->target));
        break;
    case N_GOTO_COMPUTED:
        c_emit_line(c, node->place);
        c_compile_value(c, node->left);
        c_emit(c, OP_JUMP_TABLE, 0, 0);
        c_stack(c, -1);
        break;
    default: break;
    }
}

/* ---- functions ---- */

static bool jumps(COpcode op)
{
    return op == OP_LABEL || (op >= OP_JUMP && op <= OP_JUMP_GE_I32);
}

/* Labels become instructions. */
static void resolve_labels(CCompiler *c, uint32_t first_switch)
{
    const int32_t *labels = c->labels.items;
    CInstr *code = c->code.items;
    for (uint32_t pc = c->first_pc; pc < c_here(c); pc++)
        if (jumps((COpcode)code[pc].op))
            code[pc].a = labels[code[pc].a];
    CSwitchTable *tables = c->switches.items;
    for (uint32_t i = first_switch; i < c->switches.count; i++) {
        for (int32_t k = 0; k < tables[i].count; k++)
            tables[i].cases[k].target = labels[tables[i].cases[k].target];
        tables[i].otherwise = labels[tables[i].otherwise];
    }
}

static void place_parameters(CCompiler *c, CRoutine *routine)
{
    CFunction *function = c->function;
    int32_t count = function->parameter_count + (function->result != NULL);
    routine->parameters = c_pool_alloc(c->pool, ((size_t)count + 1) * sizeof *routine->parameters);
    routine->parameter_count = count;
    CVariable *variable = function->locals;
    for (int32_t i = 0; i < count; i++, variable = variable->next) {
        c_place_local(c, variable);
        variable->first_pc = c->first_pc;
        bool is_record = c_type_is_record(variable->type);
        routine->parameters[i] = (CParameterPlace){
            .offset = (int32_t)variable->offset, .is_record = is_record, .size = variable->type->size,
            .is_promoted = function->type->is_oldstyle,
            .memory = is_record ? 0 : (uint8_t)c_memory_type(variable->type),
        };
    }
}

static void list_variables(CCompiler *c, CRoutine *routine)
{
    int32_t count = 0;
    for (const CVariable *v = c->function->locals; v; v = v->next)
        count++;
    routine->variables = c_pool_alloc(c->pool, ((size_t)count + 1) * sizeof *routine->variables);
    for (CVariable *v = c->function->locals; v; v = v->next) {
        if (v->is_parameter)
            v->end_pc = c_here(c);
        if (!v->is_hidden && v->end_pc)
            routine->variables[routine->variable_count++] = v;
    }
}

static void shade(CRoutine *routine, int64_t offset, int64_t size, unsigned char state)
{
    int64_t start = routine->frame_size + offset;
    if (start >= 0 && start + size <= routine->frame_size)
        memset(routine->shadow + start, state, (size_t)size);
}

/* Variables and temporaries may be written to; the gaps between them may not be touched. */
static void make_shadow(CCompiler *c, CRoutine *routine)
{
    const CRoom *rooms = c->rooms.items;
    routine->shadow = c_pool_alloc(c->pool, (size_t)routine->frame_size + 1);
    memset(routine->shadow, SHADOW_NONE, (size_t)routine->frame_size);
    for (uint32_t i = 0; i < c->rooms.count; i++)
        shade(routine, rooms[i].offset, rooms[i].size, SHADOW_UNSET);
}

static void finish_body(CCompiler *c, const CFunction *function)
{
    c->place = function->end;
    bool is_main = strcmp(function->variable->name, "main") == 0;
    bool misses = function->type->base->kind != TY_VOID && !is_main;
    if (misses)
        c_emit(c, OP_NOTHING_RETURNED, 0, 0);
    else
        c_emit(c, OP_CONST, 0, 0);
    c_stack(c, 1);
    c_emit(c, OP_RETURN, 1, function->end.line);
    c_stack(c, -1);
}

/* Without a 'return' as its last statement, a function that is not main and not void may end without a value; and main may
 * be void. */
static bool may_show_register(const CFunction *function)
{
    const CNode *last = function->body->body;
    while (last && last->next)
        last = last->next;
    bool is_void = function->type->base->kind == TY_VOID, is_main = !strcmp(function->variable->name, "main");
    return !function->is_library && is_void == is_main && !(last && last->kind == N_RETURN);
}

static void tell_slips(CCompiler *c)
{
    for (const CSlip *slip = c->slips; slip; slip = slip->next) {
        *(const char **)c_vector_add(&c->texts, sizeof(char *)) = slip->text;
        c->place = slip->place;
        c_emit(c, OP_TELL, 0, c->texts.count - 1)->aux = true;
    }
}

void c_compile_function(CCompiler *c, CRoutine *routine)
{
    int32_t index = (int32_t)(routine - (CRoutine *)c->routines.items);
    uint32_t first_switch = c->switches.count;
    c->function = routine->tree;
    c->first_pc = c_here(c);
    c->frame_align = 16;
    c->frame = c->depth = c->deepest = 0;
    c->labels.count = c->rooms.count = 0;
    c->break_label = c->continue_label = -1;
    c->line = 0;
    c->saved_stack = c->loop_saved_stack = c->switch_saved_stack = 0;
    c->place = c->function->variable->place;
    place_parameters(c, routine);
    c->shows_register = may_show_register(c->function);
    c_emit(c, OP_ENTER, c->place.line, 0);
    if (!c->function->is_library && !strcmp(c->function->variable->name, "main"))
        tell_slips(c);
    for (const CVariable *v = c->function->locals; v && v->is_parameter; v = v->next)
        c_compile_type_sizes(c, v->type);
    c_compile_statement(c, c->function->body);
    finish_body(c, c->function);
    resolve_labels(c, first_switch);
    for (CNode *label = c->function->labels; label; label = label->target_next)
        label->value = ((int32_t *)c->labels.items)[c_label_of(c, label)];
    routine = (CRoutine *)c->routines.items + index;       /* calls may have added routines */
    routine->entry = c->first_pc;
    routine->end = c_here(c);
    routine->cells = c->deepest + 4;
    routine->frame_size = (c->frame + 15) / 16 * 16;
    routine->frame_align = c->frame_align;
    for (CNode *at = c->function->body->body; at; at = at->next)
        close_variables(declarations_of(at), c_here(c));
    list_variables(c, routine);
    make_shadow(c, routine);
}
