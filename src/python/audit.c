/* A table (address of the object, references found) with open addressing, and a stack of objects not yet looked into.
 * Both are the audit's own and lie outside the arena: the state that is examined stays as it is. */
#include "python/audit.h"

#include <inttypes.h>
#include <stdlib.h>

#include "python/gc.h"
#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/str.h"
#include "python/vm_life.h"

typedef struct AuditEntry { Object *object; uint64_t found; } AuditEntry;

typedef struct Audit {
    AuditEntry *table;
    size_t size, used;         /* size is a power of two */
    Object **waiting;
    size_t waiting_count, waiting_size;
    bool out_of_memory;
} Audit;

enum { AUDIT_FIRST_SIZE = 1 << 12, AUDIT_TEXT = 40 };

static size_t audit_slot(const Audit *audit, const Object *object)
{
    size_t i = ((uintptr_t)object >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 16 & (audit->size - 1);
    while (audit->table[i].object && audit->table[i].object != object)
        i = (i + 1) & (audit->size - 1);
    return i;
}

static bool audit_grow(Audit *audit)
{
    size_t old_size = audit->size;
    AuditEntry *old = audit->table;
    AuditEntry *table = calloc(old_size ? old_size * 2 : AUDIT_FIRST_SIZE, sizeof *table);
    if (!table)
        return false;
    audit->table = table;
    audit->size = old_size ? old_size * 2 : AUDIT_FIRST_SIZE;
    for (size_t i = 0; i < old_size; i++)
        if (old[i].object)
            table[audit_slot(audit, old[i].object)] = old[i];
    free(old);
    return true;
}

static bool audit_push(Audit *audit, Object *object)
{
    if (audit->waiting_count == audit->waiting_size) {
        size_t size = audit->waiting_size ? audit->waiting_size * 2 : AUDIT_FIRST_SIZE;
        Object **waiting = realloc(audit->waiting, size * sizeof *waiting);
        if (!waiting)
            return false;
        audit->waiting = waiting;
        audit->waiting_size = size;
    }
    audit->waiting[audit->waiting_count++] = object;
    return true;
}

/* The entry of an object, made and put on the stack when it is new. */
static AuditEntry *audit_entry(Audit *audit, Object *object)
{
    if (audit->used * 2 >= audit->size && !audit_grow(audit))
        return NULL;
    AuditEntry *entry = &audit->table[audit_slot(audit, object)];
    if (!entry->object) {
        if (!audit_push(audit, object))
            return NULL;
        entry->object = object;
        audit->used++;
    }
    return entry;
}

/* A reference. */
static int audit_visit(Vm *vm, Object *object, void *context)
{
    Audit *audit = context;
    AuditEntry *entry = audit_entry(audit, object);
    if (!entry) {
        audit->out_of_memory = true;
        return 1;
    }
    entry->found++;
    return 0;
}

/* An object that exists, without a reference to it. */
static int audit_meet(Vm *vm, Object *object, void *context)
{
    Audit *audit = context;
    audit->out_of_memory = !audit_entry(audit, object);
    return audit->out_of_memory;
}

static void audit_collect(Vm *vm, Audit *audit)
{
    if (vm_traverse_roots(vm, audit_visit, audit) || gc_visit_tracked(vm, audit_meet, audit))
        return;
    while (audit->waiting_count && !audit->out_of_memory) {
        Object *object = audit->waiting[--audit->waiting_count];
        const TypeSlots *slots = &object_type(vm, object)->slots;
        if (slots->traverse)
            slots->traverse(vm, object, audit_visit, audit);
    }
}

static void audit_describe_text(FILE *report, Object *object)
{
    const Str *text = (const Str *)object;
    fputs(" '", report);
    for (int64_t i = 0; i < text->length && i < AUDIT_TEXT; i++) {
        uint32_t c = str_at(text, i);
        fputc(c >= 32 && c < 127 ? (int)c : '?', report);
    }
    fputs(text->length > AUDIT_TEXT ? "...'" : "'", report);
}

static void audit_describe(Vm *vm, FILE *report, Object *object)
{
    if (is_str(vm, object))
        audit_describe_text(report, object);
    else if (is_int(vm, object) && int_is_compact(object))
        fprintf(report, " %" PRId64, int_compact_value(object));
    else if (is_exact(object, FLOAT))
        fprintf(report, " %g", float_value(object));
    else if (is_list(vm, object))
        fprintf(report, " of length %" PRId64, ((List *)object)->length);
    else if (is_tuple(vm, object))
        fprintf(report, " of length %" PRId64, tuple_length(object));
    else if (is_dict(vm, object))
        fprintf(report, " of length %" PRId64, dict_length(object));
    else if (is_type(vm, object))
        fprintf(report, " %s", ((Type *)object)->c_name);
}

static void audit_report(Vm *vm, FILE *report, const AuditEntry *entry)
{
    if (!report)
        return;
    fprintf(report, "audit: object %" PRIu64 " (%s", entry->object->number, object_type(vm, entry->object)->c_name);
    audit_describe(vm, report, entry->object);
    fprintf(report, "): count %" PRIu32 ", references found %" PRIu64 "\n", entry->object->count, entry->found);
}

bool audit_counts(Vm *vm, FILE *report)
{
    Audit audit = {.size = 0};
    audit.out_of_memory = !audit_grow(&audit);
    if (!audit.out_of_memory)
        audit_collect(vm, &audit);
    bool agree = !audit.out_of_memory;
    for (size_t i = 0; i < audit.size && !audit.out_of_memory; i++) {
        const AuditEntry *entry = &audit.table[i];
        if (entry->object && entry->object->count != entry->found) {
            audit_report(vm, report, entry);
            agree = false;
        }
    }
    if (audit.out_of_memory && report)
        fprintf(report, "audit: out of memory\n");
    free(audit.table);
    free(audit.waiting);
    return agree;
}
