/* Open addressing with linear probing. Names are short and hashed once, while they are scanned for. */
#include "python/identifier.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

enum { FIRST_CAPACITY = 512 };

static uint32_t hash_bytes(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

/* The entry of that word, or the free one where it belongs. */
static IdentifierEntry *find_place(const IdentifierTable *table, const char *text, size_t length, uint32_t hash)
{
    size_t mask = table->capacity - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        IdentifierEntry *entry = &table->entries[i];
        if (!entry->text)
            return entry;
        if (entry->hash == hash && entry->length == length && !memcmp(entry->text, text, length))
            return entry;
    }
}

static void enlarge(IdentifierTable *table)
{
    IdentifierTable larger = *table;
    larger.capacity = table->capacity * 2;
    larger.entries = region_alloc_array(table->region, larger.capacity, sizeof *larger.entries);
    for (size_t i = 0; i < table->capacity; i++) {
        const IdentifierEntry *old = &table->entries[i];
        if (old->text)
            *find_place(&larger, old->text, old->length, old->hash) = *old;
    }
    *table = larger;
}

static const IdentifierEntry *intern(IdentifierTable *table, const char *text, size_t length, TokenKind kind)
{
    uint32_t hash = hash_bytes(text, length);
    IdentifierEntry *entry = find_place(table, text, length, hash);
    if (entry->text)
        return entry;
    if (table->count * 2 >= table->capacity) {
        enlarge(table);
        entry = find_place(table, text, length, hash);
    }
    *entry = (IdentifierEntry){
        .text = region_strdup(table->region, text, length), .hash = hash, .length = (uint32_t)length, .kind = kind,
    };
    table->count++;
    return entry;
}

void identifier_table_init(IdentifierTable *table, Region *region)
{
    *table = (IdentifierTable){.region = region, .capacity = FIRST_CAPACITY};
    table->entries = region_alloc_array(region, FIRST_CAPACITY, sizeof *table->entries);
    for (TokenKind kind = TOKEN_FIRST_KEYWORD; kind < TOKEN_KIND_COUNT; kind++) {
        const char *text = token_traits(kind)->text;
        intern(table, text, strlen(text), kind);
    }
}

const IdentifierEntry *identifier_intern(IdentifierTable *table, const char *text, size_t length)
{
    return intern(table, text, length, TOKEN_NAME);
}

const IdentifierEntry *identifier_intern_normalised(IdentifierTable *table, const char *text, size_t length)
{
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &normal,
                                         UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (size < 0)
        return identifier_intern(table, text, length);
    const char *copy = region_strdup(table->region, (const char *)normal, (size_t)size);
    free(normal);
    return identifier_intern(table, copy, (size_t)size);
}

/* What XID_Start leaves out of ID_Start, because normalisation would change it into something that may not start. */
static const int32_t not_start[][2] = {
    {0x37A, 0x37A}, {0xE33, 0xE33}, {0xEB3, 0xEB3}, {0xFC5E, 0xFC63}, {0xFDFA, 0xFDFB}, {0xFE70, 0xFE70},
    {0xFE72, 0xFE72}, {0xFE74, 0xFE74}, {0xFE76, 0xFE76}, {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C},
    {0xFE7E, 0xFE7E}, {0xFF9E, 0xFF9F},
};

/* The same for XID_Continue. */
static const int32_t not_continue[][2] = {
    {0x37A, 0x37A}, {0xFC5E, 0xFC63}, {0xFDFA, 0xFDFB}, {0xFE70, 0xFE70}, {0xFE72, 0xFE72}, {0xFE74, 0xFE74},
    {0xFE76, 0xFE76}, {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E},
};

/* Other_ID_Start and Other_ID_Continue. */
static const int32_t other_start[][2] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E}};
static const int32_t other_continue[][2] = {
    {0xB7, 0xB7}, {0x387, 0x387}, {0x1369, 0x1371}, {0x19DA, 0x19DA},
};

static bool in_ranges(int32_t code_point, const int32_t (*ranges)[2], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code_point >= ranges[i][0] && code_point <= ranges[i][1])
            return true;
    return false;
}

#define IN(code_point, ranges) in_ranges((code_point), (ranges), sizeof (ranges) / sizeof (ranges)[0])

bool identifier_may_start(int32_t code_point)
{
    if (code_point == '_' || IN(code_point, other_start))
        return true;
    utf8proc_category_t category = utf8proc_category(code_point);
    bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    return (is_letter || category == UTF8PROC_CATEGORY_NL) && !IN(code_point, not_start);
}

bool identifier_may_continue(int32_t code_point)
{
    if (identifier_may_start(code_point) || IN(code_point, other_continue))
        return true;
    if (IN(code_point, not_continue))
        return false;
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return false;
    }
}

bool identifier_is_printable(int32_t code_point)
{
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_CN: case UTF8PROC_CATEGORY_CC: case UTF8PROC_CATEGORY_CF: case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP:
        return false;
    case UTF8PROC_CATEGORY_ZS:
        return code_point == ' ';
    default:
        return true;
    }
}
