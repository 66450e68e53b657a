#include "lesson/pretty.h"

#include <stdlib.h>

#include "lesson/prose.h"
#include "machine/memory.h"

enum { PRETTY_INDENT = 2 };

static void pretty_value(Prose *prose, const cJSON *value, int indent);

/* What cJSON makes of a text, a number, true, false and null needs no help. */
static void pretty_leaf(Prose *prose, const cJSON *value)
{
    char *text = cJSON_PrintUnformatted(value);
    if (text == NULL)
        memory_resize(NULL, SIZE_MAX);     /* tells that there is no memory */
    prose_add(prose, text);
    cJSON_free(text);
}

static void pretty_key(Prose *prose, const char *key)
{
    cJSON *text = cJSON_CreateStringReference(key);
    pretty_leaf(prose, text);
    prose_add(prose, ": ");
    cJSON_Delete(text);
}

static void pretty_children(Prose *prose, const cJSON *value, int indent)
{
    const cJSON *child;
    cJSON_ArrayForEach(child, value) {
        prose_format(prose, "%s\n%*s", child == value->child ? "" : ",", indent, "");
        if (cJSON_IsObject(value))
            pretty_key(prose, child->string);
        pretty_value(prose, child, indent);
    }
    prose_format(prose, "\n%*s", indent - PRETTY_INDENT, "");
}

static void pretty_value(Prose *prose, const cJSON *value, int indent)
{
    bool is_object = cJSON_IsObject(value);
    if (!is_object && !cJSON_IsArray(value)) {
        pretty_leaf(prose, value);
        return;
    }
    prose_add(prose, is_object ? "{" : "[");
    if (value->child != NULL)
        pretty_children(prose, value, indent + PRETTY_INDENT);
    prose_add(prose, is_object ? "}" : "]");
}

char *pretty_json(const cJSON *value)
{
    Prose prose;
    prose_init(&prose);
    pretty_value(&prose, value, 0);
    prose_add(&prose, "\n");
    return prose_take(&prose);
}
