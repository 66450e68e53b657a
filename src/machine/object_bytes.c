#include "machine/object_bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

void object_bytes_init(ObjectBytes *bytes) { memset(bytes, 0, sizeof *bytes); }

void object_bytes_finish(ObjectBytes *bytes)
{
    free(bytes->parts);
    free(bytes->fields);
    object_bytes_init(bytes);
}

void object_bytes_reset(ObjectBytes *bytes)
{
    ObjectBytes empty = {.parts = bytes->parts, .part_capacity = bytes->part_capacity, .fields = bytes->fields,
                         .field_capacity = bytes->field_capacity};
    *bytes = empty;
}

BytesPart *object_bytes_add_part(ObjectBytes *bytes, const char *name, uint64_t address, uint64_t size)
{
    bytes->parts = memory_grow(bytes->parts, &bytes->part_capacity, (uint64_t)bytes->part_count + 1,
                               sizeof *bytes->parts);
    BytesPart *part = &bytes->parts[bytes->part_count++];
    *part = (BytesPart){.address = address, .size = size, .first_field = bytes->field_count};
    snprintf(part->name, sizeof part->name, "%s", name);
    return part;
}

BytesField *object_bytes_add_field(ObjectBytes *bytes, const char *type, int64_t offset, uint32_t size)
{
    bytes->fields = memory_grow(bytes->fields, &bytes->field_capacity, (uint64_t)bytes->field_count + 1,
                                sizeof *bytes->fields);
    BytesField *field = &bytes->fields[bytes->field_count++];
    *field = (BytesField){.offset = offset, .size = size};
    snprintf(field->type, sizeof field->type, "%s", type);
    bytes->parts[bytes->part_count - 1].field_count++;
    return field;
}
