#include "python/audit.h"

#include <inttypes.h>

#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/str.h"
#include "python/walk.h"

enum { AUDIT_TEXT = 40 };

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

static void audit_report(Vm *vm, FILE *report, const WalkEntry *entry)
{
    if (!report)
        return;
    fprintf(report, "audit: object %" PRIu64 " (%s", entry->object->number, object_type(vm, entry->object)->c_name);
    audit_describe(vm, report, entry->object);
    fprintf(report, "): count %" PRIu32 ", references found %" PRIu64 "\n", entry->object->count, entry->found);
}

bool audit_counts(Vm *vm, FILE *report, size_t *objects)
{
    Walk walk = {0};
    bool agree = walk_run(&walk, vm, NULL, NULL);
    for (size_t i = 0; i < walk.size && !walk.out_of_memory; i++) {
        const WalkEntry *entry = &walk.table[i];
        if (entry->object && entry->object->count != entry->found) {
            audit_report(vm, report, entry);
            agree = false;
        }
    }
    if (walk.out_of_memory && report)
        fprintf(report, "audit: out of memory\n");
    if (objects)
        *objects = walk.used;
    walk_finish(&walk);
    return agree;
}
