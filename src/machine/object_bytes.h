/* An object unfolded into its bytes: the structs of C that it consists of, field by field, as flat data.
 *
 * The layout is that of the language's own implementation (for Python: CPython 3.11 on x86-64). A part is one block of
 * memory: the object itself with what lies before it, and blocks that it alone owns, such as a list's items.
 */
#ifndef REFARROWS_MACHINE_OBJECT_BYTES_H
#define REFARROWS_MACHINE_OBJECT_BYTES_H

#include <stdbool.h>
#include <stdint.h>

enum { BYTES_NAME = 40, BYTES_TYPE = 28, BYTES_VALUE = 72 };

/* Elements of a long array that are listed: the first ones; the part says how many there are. */
enum { BYTES_MOST_ELEMENTS = 64 };

typedef struct BytesField {
    char name[BYTES_NAME];     /* "ob_refcnt", "ob_item[3]", "" for what only fills */
    char type[BYTES_TYPE];     /* of C: "Py_ssize_t" */
    char value[BYTES_VALUE];   /* in words: "2", "0x7f00…", "unused" */
    int64_t offset;            /* from the start of the part; negative: before the address that the object has */
    uint32_t size;             /* bytes */
    uint64_t target;           /* number of the object that the field refers to; 0: none */
} BytesField;

typedef struct BytesPart {
    char name[BYTES_NAME];     /* "PyListObject", "items" */
    uint64_t address;          /* offset 0 */
    uint64_t size;             /* bytes of the whole part */
    uint32_t first_field, field_count;
    bool is_cut;               /* it has more elements than are listed */
} BytesPart;

typedef struct ObjectBytes {
    uint64_t number, address, size;        /* size as sys.getsizeof */
    char type[64];
    BytesPart *parts;          /* the object itself first */
    uint32_t part_count, part_capacity;
    BytesField *fields;
    uint32_t field_count, field_capacity;
} ObjectBytes;

void object_bytes_init(ObjectBytes *bytes);
void object_bytes_finish(ObjectBytes *bytes);
void object_bytes_reset(ObjectBytes *bytes);           /* empties, keeps the memory */

/* For whoever fills it: a field belongs to the part added last. */
BytesPart *object_bytes_add_part(ObjectBytes *bytes, const char *name, uint64_t address, uint64_t size);
BytesField *object_bytes_add_field(ObjectBytes *bytes, const char *type, int64_t offset, uint32_t size);

#endif
