/* What lies at an address: for messages, for views, and for telling padding from members. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "c/space.h"

enum { NEARBY = 64 };          /* so far behind an object an address still seems to be meant for it */

const CType *c_type_at(const CType *type, int64_t offset)
{
    while (type) {
        if (type->kind == TY_ARRAY && type->base->size > 0) {
            offset %= type->base->size;
            type = type->base;
        } else if (c_type_is_record(type)) {
            const CMember *found = NULL;
            for (const CMember *m = c_type_resolve((CType *)type)->members; m; m = m->next)
                if (offset >= m->offset && offset < m->offset + m->type->size)
                    found = m;
            if (!found)
                return NULL;
            offset -= found->offset;
            type = found->type;
        } else {
            return type->kind == TY_LDOUBLE && offset >= 10 ? NULL : type;
        }
    }
    return NULL;
}

/* Does an object cover the address, or end within reach before it? Smaller is nearer. */
static uint64_t distance(uint64_t start, uint64_t size, uint64_t address)
{
    if (address >= start && address < start + size)
        return 0;
    if (address >= start + size)
        return address - (start + size) + 1;
    return start - address + 8;            /* before an object: less likely to be meant */
}

static void consider(CObject *best, uint64_t *nearest, CObject object, uint64_t address)
{
    uint64_t far = distance(object.address, object.size, address);
    if (far <= NEARBY && far < *nearest) {
        *best = object;
        *nearest = far;
    }
}

static uint64_t frame_low(const CVm *vm, uint32_t index)
{
    return index + 1 < vm->depth ? vm->frames[index].sp : vm->sp;
}

static void find_local(const CVm *vm, uint64_t address, CObject *best)
{
    uint64_t nearest = UINT64_MAX;
    for (uint32_t i = vm->depth; i-- > 0;) {
        const CFrame *frame = &vm->frames[i];
        const CRoutine *routine = &vm->program->routines[frame->routine];
        if (address < frame_low(vm, i) || address >= frame->fp + 16 || routine->is_library)
            continue;
        for (int32_t k = 0; k < routine->variable_count; k++) {
            const CVariable *variable = routine->variables[k];
            uint64_t start = frame->fp + (uint64_t)variable->offset, size = (uint64_t)variable->type->size;
            if (variable->type->kind == TY_VLA) {
                memcpy(&start, c_at_address(vm, start), 8);
                size = 0;
                if (variable->type->vla_size)
                    memcpy(&size, c_at_address(vm, frame->fp + (uint64_t)variable->type->vla_size->offset), 8);
            }
            consider(best, &nearest, (CObject){OBJECT_LOCAL, start, size, variable, NULL, i}, address);
        }
    }
}

static void find_global(const CVm *vm, uint64_t address, CObject *best)
{
    const CProgram *program = vm->program;
    uint64_t nearest = UINT64_MAX;
    for (int32_t i = 0; i < program->global_count; i++) {
        const CVariable *v = program->globals[i];
        CObjectKind kind = v->is_string ? OBJECT_LITERAL : OBJECT_GLOBAL;
        consider(best, &nearest, (CObject){kind, v->address, (uint64_t)(v->type->size + v->flexible_size), v, NULL, 0},
                 address);
    }
}

CObject c_object_at(const CVm *vm, uint64_t address)
{
    CObject best = {0};
    if (address >= C_STACK_LOW) {
        find_local(vm, address, &best);
    } else if (address >= vm->program->heap_start && address < vm->heap_end) {
        const CBlock *block = c_block_near(vm, address);
        if (block)
            best = (CObject){OBJECT_HEAP, block->address, block->size, NULL, block, 0};
    } else if (address >= vm->program->rodata_start && address < vm->program->heap_start) {
        find_global(vm, address, &best);
    } else if (address >= C_TEXT_BASE && address < vm->program->rodata_start) {
        best = (CObject){OBJECT_CODE, address, 1, NULL, NULL, 0};
    }
    return best;
}

static const char *noun(const CType *type)
{
    return c_type_is_array(type) ? "array" : c_type_is_record(type) ? "struct" : "variable";
}

void c_describe_object(const CVm *vm, const CObject *object, char *out, size_t size)
{
    const CVariable *variable = object->variable;
    switch (object->kind) {
    case OBJECT_LOCAL:
        snprintf(out, size, "the %s '%s' of %s()", noun(variable->type), variable->name ? variable->name : "",
                 vm->program->routines[vm->frames[object->frame].routine].name);
        break;
    case OBJECT_GLOBAL:
        snprintf(out, size, "the global %s '%s'", noun(variable->type), variable->name ? variable->name : "");
        break;
    case OBJECT_LITERAL:
        snprintf(out, size, "the string literal \"%.30s\"", (const char *)c_at_address(vm, object->address));
        break;
    case OBJECT_HEAP:
        snprintf(out, size, "the block of %" PRIu64 " byte%s from line %d", object->block->size,
                 object->block->size == 1 ? "" : "s", object->block->born_line);
        break;
    case OBJECT_CODE: snprintf(out, size, "a function"); break;
    default: snprintf(out, size, "memory");
    }
}

static const CMember *member_at(const CType *type, int64_t offset)
{
    const CMember *found = NULL;
    for (const CMember *m = c_type_resolve((CType *)type)->members; m; m = m->next)
        if (offset >= m->offset && offset < m->offset + m->type->size && (!found || type->kind == TY_STRUCT))
            found = m;
    return found;
}

void c_describe_part(const CType *type, int64_t offset, char *out, size_t size)
{
    size_t length = 0;
    out[0] = 0;
    while (length + 1 < size) {
        if (type->kind == TY_ARRAY && type->base->size > 0) {
            length += (size_t)snprintf(out + length, size - length, "[%" PRId64 "]", offset / type->base->size);
            offset %= type->base->size;
            type = type->base;
            continue;
        }
        const CMember *member = c_type_is_record(type) ? member_at(type, offset) : NULL;
        if (!member)
            return;
        if (member->name)
            length += (size_t)snprintf(out + length, size - length, ".%s", member->name);
        offset -= member->offset;
        type = member->type;
    }
}

/* The scalar at an address, by the name that the program has for it. */
static bool describe_value(const CVm *vm, const CObject *object, uint64_t address, char *out, size_t size)
{
    char path[100];
    const CVariable *variable = object->variable;
    const CType *type = variable ? variable->type : object->block ? object->block->type : NULL;
    uint64_t offset = address - object->address;
    if (!type || address < object->address || offset >= object->size || type->size <= 0 || type->kind == TY_VLA)
        return false;
    bool is_row = object->block && type->kind != TY_ARRAY && (uint64_t)type->size < object->size;
    c_describe_part(type, (int64_t)(offset % (uint64_t)type->size), path, sizeof path);
    if (object->kind == OBJECT_HEAP && is_row)
        snprintf(out, size, "element %" PRIu64 "%s%s in the block of %" PRIu64 " bytes from line %d",
                 offset / (uint64_t)type->size, path[0] ? ", its " : "", path[0] == '.' ? path + 1 : path,
                 object->block->size, object->block->born_line);
    else if (object->kind == OBJECT_HEAP && path[0] == '.')
        snprintf(out, size, "'%s' in the block of %" PRIu64 " bytes from line %d", path + 1, object->block->size,
                 object->block->born_line);
    else if (variable && variable->name && path[0])
        snprintf(out, size, object->kind == OBJECT_LOCAL ? "'%s%s' of %s()" : "the global '%s%s'", variable->name, path,
                 object->kind == OBJECT_LOCAL ? vm->program->routines[vm->frames[object->frame].routine].name : "");
    else
        return false;
    return true;
}

void c_describe_value(const CVm *vm, const CObject *object, uint64_t address, char *out, size_t size)
{
    if (!describe_value(vm, object, address, out, size))
        c_describe_object(vm, object, out, size);
}

const char *c_kind_name(const CType *type)
{
    if (type->kind == TY_POINTER)
        return "a pointer";
    if (c_type_is_floating(type))
        return type->kind == TY_LDOUBLE ? "a long double" : "a double";
    if (c_type_is_record(type))
        return "a struct";
    bool is_unsigned = c_type_is_unsigned(type);
    return type->size == 8 ? is_unsigned ? "an unsigned long" : "a long" : is_unsigned ? "an unsigned int" : "an int";
}
