/* Identifiers: one Name for each text, its str when somebody needs it, and private names of classes. */
#include "python/compile.h"

#include <string.h>

#include "python/objects/str.h"

static size_t text_hash(const char *text, size_t length)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 32);
}

static Name **find_slot(const NameTable *table, const char *text, size_t length)
{
    size_t i = text_hash(text, length) & (table->size - 1);
    while (table->slots[i] && (table->slots[i]->length != length || memcmp(table->slots[i]->text, text, length) != 0))
        i = (i + 1) & (table->size - 1);
    return &table->slots[i];
}

static void grow_names(Compiler *c)
{
    NameTable old = c->names;
    c->names.size = old.size ? old.size * 2 : 256;
    c->names.slots = region_alloc_array(&c->region, c->names.size, sizeof(Name *));
    for (size_t i = 0; i < old.size; i++)
        if (old.slots[i])
            *find_slot(&c->names, old.slots[i]->text, old.slots[i]->length) = old.slots[i];
}

Name *name_intern(Compiler *c, const char *text, size_t length)
{
    if (c->names.count * 2 >= c->names.size)
        grow_names(c);
    Name **slot = find_slot(&c->names, text, length);
    if (!*slot) {
        Name *name = REGION_NEW(&c->region, Name);
        name->text = region_strdup(&c->region, text, length);
        name->length = length;
        *slot = name;
        c->names.count++;
    }
    return *slot;
}

Name *name_of_identifier(Compiler *c, Identifier identifier)
{
    return identifier ? name_intern(c, identifier, strlen(identifier)) : NULL;
}

Object *name_object(Compiler *c, Name *name)
{
    if (!name->object) {
        Object *object = str_from_utf8(c->vm, name->text, name->length);
        if (object)
            str_intern(c->vm, &object);
        name->object = keep(c, object);
    }
    return name->object;
}

void name_intern_all(Compiler *c)
{
    for (size_t i = 0; i < c->names.size; i++)
        if (c->names.slots[i])
            name_object(c, c->names.slots[i]);
}

/* As _Py_Mangle: names with two leading underscores, without two trailing ones and without a dot get the class's name
 * in front, whose own leading underscores are dropped; a class of underscores only mangles nothing. */
Name *name_mangle(Compiler *c, Name *class_name, Name *name)
{
    if (!class_name || name->length < 2 || memcmp(name->text, "__", 2) != 0)
        return name;
    if (memcmp(name->text + name->length - 2, "__", 2) == 0 || memchr(name->text, '.', name->length))
        return name;
    size_t skipped = strspn(class_name->text, "_");
    if (skipped == class_name->length)
        return name;
    size_t class_length = class_name->length - skipped, length = 1 + class_length + name->length;
    char *text = region_alloc(&c->region, length + 1);
    text[0] = '_';
    memcpy(text + 1, class_name->text + skipped, class_length);
    memcpy(text + 1 + class_length, name->text, name->length);
    return name_intern(c, text, length);
}

void name_list_add(Compiler *c, NameList *list, Name *name)
{
    if (list->count == list->capacity) {
        int capacity = list->capacity ? list->capacity * 2 : 8;
        list->items = region_grow(&c->region, list->items, (size_t)list->capacity * sizeof(Name *),
                                  (size_t)capacity * sizeof(Name *));
        list->capacity = capacity;
    }
    list->items[list->count++] = name;
}

bool name_list_has(const NameList *list, const Name *name)
{
    for (int i = 0; i < list->count; i++)
        if (list->items[i] == name)
            return true;
    return false;
}

/* UTF-8 sorts as code points do. */
int name_compare(const void *a, const void *b)
{
    return strcmp((*(Name *const *)a)->text, (*(Name *const *)b)->text);
}
