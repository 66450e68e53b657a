#include <errno.h>
#include <string.h>
#include <strings.h>

#include "c/space.h"
#include "c/library/library.h"

/* What most of these need: the text of an argument, or the program dies. */
#define TEXT(name, length, i) \
    uint64_t length; \
    const char *name = c_read_string(call->vm, c_address_argument(call, i), &length); \
    if (!name) \
        return false

static bool address_result(CCell *result, uint64_t base, const char *text, const char *found)
{
    result->u = found ? base + (uint64_t)(found - text) : 0;
    return true;
}

static bool overlaps(uint64_t a, uint64_t b, uint64_t size)
{
    return a < b ? b - a < size : a - b < size;
}

static bool n_memcpy(CNative *call, CCell *result)
{
    uint64_t to = c_address_argument(call, 0), from = c_address_argument(call, 1), size = c_address_argument(call, 2);
    if (size && to != from && overlaps(to, from, size))
        c_report(call->vm, "memcpy() copies between two places that overlap: what comes out is not defined; memmove() "
                 "can do it.");
    result->u = to;
    return c_copy(call->vm, to, from, size);
}

static bool n_memmove(CNative *call, CCell *result)
{
    result->u = c_address_argument(call, 0);
    return c_copy(call->vm, result->u, c_address_argument(call, 1), c_address_argument(call, 2));
}

static bool n_memset(CNative *call, CCell *result)
{
    uint64_t to = c_address_argument(call, 0), size = c_address_argument(call, 2);
    result->u = to;
    unsigned char *memory = size ? c_write_memory(call->vm, to, size) : NULL;
    if (memory)
        memset(memory, (int)c_int_argument(call, 1), size);
    return !call->vm->ending;
}

static bool n_bzero(CNative *call, CCell *result)
{
    uint64_t size = c_address_argument(call, 1);
    unsigned char *memory = size ? c_write_memory(call->vm, c_address_argument(call, 0), size) : NULL;
    if (memory)
        memset(memory, 0, size);
    return !call->vm->ending;
}

static bool n_memcmp(CNative *call, CCell *result)
{
    uint64_t size = c_address_argument(call, 2);
    const unsigned char *a = c_read_memory(call->vm, c_address_argument(call, 0), size);
    const unsigned char *b = a ? c_read_memory(call->vm, c_address_argument(call, 1), size) : NULL;
    if (!b)
        return size == 0;
    uint64_t same = 0;
    while (same < size && a[same] == b[same])
        same++;
    uint64_t compared = same < size ? same + 1 : size;
    c_check_read(call->vm, c_address_argument(call, 0), compared, true);
    c_check_read(call->vm, c_address_argument(call, 1), compared, true);
    result->i = same < size ? a[same] - b[same] : 0;
    return true;
}

static bool n_memchr(CNative *call, CCell *result)
{
    uint64_t base = c_address_argument(call, 0), size = c_address_argument(call, 2);
    const char *text = size ? (const char *)c_read_memory(call->vm, base, size) : NULL;
    return !size || (text && address_result(result, base, text, memchr(text, (int)c_int_argument(call, 1), size)));
}

static bool n_strlen(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    result->u = length;
    return text != NULL;
}

static bool n_strnlen(CNative *call, CCell *result)
{
    return c_read_string_up_to(call->vm, c_address_argument(call, 0), c_address_argument(call, 1), &result->u) != NULL;
}

/* Text with its NUL to an address; the texts may overlap, which is told. */
static bool put_text(CNative *call, uint64_t to, uint64_t from, const char *text, uint64_t length)
{
    if (overlaps(to, from, length + 1) && to != from)
        c_report(call->vm, "%s() copies between two places that overlap.", call->name);
    (void)text;
    c_check_part(call, 0, to - c_address_argument(call, 0) + length + 1);
    return c_copy(call->vm, to, from, length + 1);
}

static bool n_strcpy(CNative *call, CCell *result)
{
    TEXT(text, length, 1);
    result->u = c_address_argument(call, 0);
    return put_text(call, result->u, c_address_argument(call, 1), text, length);
}

static bool n_stpcpy(CNative *call, CCell *result)
{
    TEXT(text, length, 1);
    result->u = c_address_argument(call, 0) + length;
    return put_text(call, c_address_argument(call, 0), c_address_argument(call, 1), text, length);
}

static bool n_strncpy(CNative *call, CCell *result)
{
    uint64_t size = c_address_argument(call, 2), length, to = c_address_argument(call, 0);
    const char *text = c_read_string_up_to(call->vm, c_address_argument(call, 1), size, &length);
    result->u = to;
    if (!text || !size)
        return text != NULL;
    c_check_part(call, 0, size);
    unsigned char *memory = c_write_memory(call->vm, to, size);
    if (!memory)
        return false;
    memmove(memory, text, length);
    memset(memory + length, 0, size - length);
    return true;
}

static bool n_strcat(CNative *call, CCell *result)
{
    TEXT(text, length, 1);
    TEXT(before, start, 0);
    result->u = c_address_argument(call, 0);
    return before && put_text(call, result->u + start, c_address_argument(call, 1), text, length);
}

static bool n_strncat(CNative *call, CCell *result)
{
    TEXT(before, start, 0);
    uint64_t length;
    const char *text = c_read_string_up_to(call->vm, c_address_argument(call, 1), c_address_argument(call, 2), &length);
    result->u = c_address_argument(call, 0);
    if (text && before)
        c_check_part(call, 0, start + length + 1);
    unsigned char *memory = text && before ? c_write_memory(call->vm, result->u + start, length + 1) : NULL;
    if (!memory)
        return false;
    memmove(memory, text, length);
    memory[length] = 0;
    return true;
}

static bool compare(CNative *call, CCell *result, uint64_t most, bool ignores_case)
{
    uint64_t a_length, b_length;
    const char *a = c_read_string_up_to(call->vm, c_address_argument(call, 0), most, &a_length);
    const char *b = a ? c_read_string_up_to(call->vm, c_address_argument(call, 1), most, &b_length) : NULL;
    if (!b)
        return false;
    /* glibc gives the difference of the bytes that differ */
    uint64_t i = 0, end = a_length < b_length ? a_length : b_length;
    while (i < end && (a[i] == b[i] || (ignores_case && strncasecmp(a + i, b + i, 1) == 0)))
        i++;
    unsigned char x = i < a_length ? (unsigned char)a[i] : 0, y = i < b_length ? (unsigned char)b[i] : 0;
    if (ignores_case)
        result->i = (x >= 'A' && x <= 'Z' ? x + 32 : x) - (y >= 'A' && y <= 'Z' ? y + 32 : y);
    else
        result->i = x - y;
    return true;
}

static bool n_strcmp(CNative *call, CCell *result) { return compare(call, result, UINT64_MAX, false); }
static bool n_strncmp(CNative *call, CCell *result) { return compare(call, result, c_address_argument(call, 2), false); }
static bool n_strcasecmp(CNative *call, CCell *result) { return compare(call, result, UINT64_MAX, true); }

static bool n_strncasecmp(CNative *call, CCell *result)
{
    return compare(call, result, c_address_argument(call, 2), true);
}

static bool n_strchr(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    const char *found = memchr(text, (char)c_int_argument(call, 1), length + 1);
    return address_result(result, c_address_argument(call, 0), text, found);
}

static bool n_strrchr(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    const char *found = memrchr(text, (char)c_int_argument(call, 1), length + 1);
    return address_result(result, c_address_argument(call, 0), text, found);
}

static bool n_strstr(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    TEXT(part, part_length, 1);
    return address_result(result, c_address_argument(call, 0), text, memmem(text, length, part, part_length));
}

static bool n_strcasestr(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    TEXT(part, part_length, 1);
    const char *found = NULL;
    for (uint64_t i = 0; i + part_length <= length && !found; i++)
        if (strncasecmp(text + i, part, part_length) == 0)
            found = text + i;
    return address_result(result, c_address_argument(call, 0), text, found);
}

static bool n_strspn(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    TEXT(set, set_length, 1);
    result->u = length + set_length ? strspn(text, set) : 0;
    return true;
}

static bool n_strcspn(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    TEXT(set, set_length, 1);
    result->u = length + set_length ? strcspn(text, set) : 0;
    return true;
}

static bool n_strpbrk(CNative *call, CCell *result)
{
    TEXT(text, length, 0);
    TEXT(set, set_length, 1);
    const char *found = length && set_length ? strpbrk(text, set) : NULL;
    return address_result(result, c_address_argument(call, 0), text, found);
}

/* Cuts the next word off the text at *place; 0 when there is none. */
static bool next_token(CNative *call, uint64_t text_address, int separators, uint64_t *place, CCell *result)
{
    uint64_t length;
    TEXT(set, set_length, separators);
    if (!text_address)
        return set_length + 1 > 0;
    const char *text = c_read_string(call->vm, text_address, &length);
    if (!text)
        return false;
    size_t start = strspn(text, set), end = start + strcspn(text + start, set);
    if (!text[start]) {
        *place = 0;
        return true;
    }
    result->u = text_address + start;
    *place = text[end] ? text_address + end + 1 : text_address + end;
    unsigned char *to = text[end] ? c_write_memory(call->vm, text_address + end, 1) : NULL;
    if (to)
        *to = 0;
    return !call->vm->ending;
}

static bool n_strtok(CNative *call, CCell *result)
{
    uint64_t text = c_address_argument(call, 0);
    return next_token(call, text ? text : call->vm->strtok_next, 1, &call->vm->strtok_next, result);
}

static bool n_strtok_r(CNative *call, CCell *result)
{
    uint64_t text = c_address_argument(call, 0), next;
    unsigned char *save = c_write_memory(call->vm, c_address_argument(call, 2), 8);
    if (!save)
        return false;
    memcpy(&next, save, 8);
    bool goes_on = next_token(call, text ? text : next, 1, &next, result);
    memcpy(save, &next, 8);
    return goes_on;
}

static bool n_strsep(CNative *call, CCell *result)
{
    TEXT(set, set_length, 1);
    uint64_t next, length;
    unsigned char *place = c_write_memory(call->vm, c_address_argument(call, 0), 8);
    if (!place)
        return false;
    memcpy(&next, place, 8);
    result->u = next;
    if (!next)
        return true;
    const char *text = c_read_string(call->vm, next, &length);
    if (!text)
        return false;
    size_t end = set_length ? strcspn(text, set) : length;
    unsigned char *cut = text[end] ? c_write_memory(call->vm, next + end, 1) : NULL;
    next = text[end] ? next + end + 1 : 0;
    if (cut)
        *cut = 0;
    memcpy(place, &next, 8);
    return !call->vm->ending;
}

static bool duplicate(CNative *call, CCell *result, uint64_t most)
{
    uint64_t length;
    const char *text = c_read_string_up_to(call->vm, c_address_argument(call, 0), most, &length);
    if (!text)
        return false;
    result->u = c_malloc(call->vm, length + 1);
    unsigned char *to = result->u ? c_write_memory(call->vm, result->u, length + 1) : NULL;
    if (to) {
        memcpy(to, text, length);
        to[length] = 0;
        c_block_at(call->vm, result->u)->type = c_type_basic(TY_CHAR);
    }
    return true;
}

static bool n_strdup(CNative *call, CCell *result) { return duplicate(call, result, UINT64_MAX); }
static bool n_strndup(CNative *call, CCell *result) { return duplicate(call, result, c_address_argument(call, 1)); }

/* Texts of the host's that the program gets a pointer to are copied to a block of the library's own, once. */
static bool n_strerror(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    const char *text = strerror((int)c_int_argument(call, 0));
    vm->hidden_depth++;
    result->u = c_malloc(vm, strlen(text) + 1);
    vm->hidden_depth--;
    unsigned char *to = result->u ? c_write_memory(vm, result->u, strlen(text) + 1) : NULL;
    if (to)
        memcpy(to, text, strlen(text) + 1);
    return true;
}

static bool n_strxfrm(CNative *call, CCell *result)
{
    TEXT(text, length, 1);
    uint64_t room = c_address_argument(call, 2);
    result->u = length;
    return !text || length >= room
        || put_text(call, c_address_argument(call, 0), c_address_argument(call, 1), text, length);
}

const CNativeEntry c_natives_string[] = {
    {"memcpy", n_memcpy}, {"memmove", n_memmove}, {"memset", n_memset}, {"memcmp", n_memcmp}, {"memchr", n_memchr},
    {"bcmp", n_memcmp}, {"bzero", n_bzero}, {"strlen", n_strlen}, {"strnlen", n_strnlen}, {"strcpy", n_strcpy},
    {"stpcpy", n_stpcpy}, {"strncpy", n_strncpy}, {"strcat", n_strcat}, {"strncat", n_strncat},
    {"strcmp", n_strcmp}, {"strcoll", n_strcmp}, {"strncmp", n_strncmp}, {"strcasecmp", n_strcasecmp},
    {"strncasecmp", n_strncasecmp}, {"strchr", n_strchr}, {"index", n_strchr}, {"strrchr", n_strrchr},
    {"rindex", n_strrchr}, {"strstr", n_strstr}, {"strcasestr", n_strcasestr}, {"strspn", n_strspn},
    {"strcspn", n_strcspn}, {"strpbrk", n_strpbrk}, {"strtok", n_strtok}, {"strtok_r", n_strtok_r},
    {"strsep", n_strsep}, {"strdup", n_strdup}, {"strndup", n_strndup}, {"strerror", n_strerror},
    {"strxfrm", n_strxfrm}, {NULL, NULL},
};
