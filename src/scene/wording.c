/* Representations come from the machine as Python words them, `<function add at 0x7f...>` among them; a box says
 * that it is a function already and shows no address unless asked, so the name alone is taken out of such texts. */
#include "scene/wording.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_LETTERS = 18, NAME_LETTERS = 20, BRIEF_LETTERS = 16 };

static const char ELLIPSIS[] = "\xE2\x80\xA6";

static bool is_letter_start(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static uint32_t count_letters(const char *text)
{
    uint32_t letters = 0;
    for (; *text; text++)
        letters += is_letter_start(*text);
    return letters;
}

/* Byte offset of the n-th letter. */
static size_t letter_offset(const char *text, uint32_t n)
{
    size_t i = 0;
    for (; text[i]; i++)
        if (is_letter_start(text[i]) && n-- == 0)
            break;
    return i;
}

void wording_elide(char *text, uint32_t letters, bool middle)
{
    uint32_t total = count_letters(text);
    if (total <= letters || letters < 3)
        return;
    uint32_t tail = middle ? (letters - 1) / 3 : 0;
    size_t head_end = letter_offset(text, letters - 1 - tail);
    size_t tail_start = letter_offset(text, total - tail);
    if (tail_start < head_end + sizeof ELLIPSIS - 1)
        return;
    memmove(text + head_end + sizeof ELLIPSIS - 1, text + tail_start, strlen(text + tail_start) + 1);
    memcpy(text + head_end, ELLIPSIS, sizeof ELLIPSIS - 1);
}

/* Copies as much as fits, and not a part of a letter; control characters, which have no width, become spaces. */
static void copy_bytes(const char *text, size_t length, char *out)
{
    if (length >= WORDING_MAX) {
        length = WORDING_MAX - 1;
        while (length && !is_letter_start(text[length]))
            length--;
    }
    for (size_t i = 0; i < length; i++)
        out[i] = (unsigned char)text[i] < ' ' ? ' ' : text[i];
    out[length] = '\0';
}

static void copy_text(const View *view, ViewText text, char *out)
{
    if (text.length)
        copy_bytes(view_text(view, text), text.length, out);
    else
        out[0] = '\0';
}

static bool has_length(const ViewObject *object)
{
    return object->kind == KIND_SEQUENCE || object->kind == KIND_SET || object->kind == KIND_DICT;
}

void wording_title(const View *view, const ViewObject *object, char *out)
{
    static const char freed[] = "freed: ";      /* the box says so itself */
    enum { FREED = sizeof freed - 1 };
    ViewText type = object->type;
    if (object->flags & OBJECT_FREED && type.length > FREED && !strncmp(view_text(view, type), freed, FREED))
        type = (ViewText){type.start + FREED, type.length - FREED};
    copy_text(view, type, out);
    if (object->kind == KIND_CLASS)
        strcpy(out, "class");
    wording_elide(out, LABEL_LETTERS, false);
    if (object->flags & OBJECT_READ_ONLY && object->kind != KIND_FUNCTION)
        strcat(out, "   read-only");
    if (has_length(object))
        sprintf(out + strlen(out), "   len %" PRIu32, object->length);
}

/* Shortens "<function add at 0x7f>" to "add", "<class '__main__.Point'>" to "Point". */
static void strip_brackets(char *text)
{
    size_t length = strlen(text);
    if (length < 2 || text[0] != '<' || text[length - 1] != '>')
        return;
    text[length - 1] = '\0';
    char *start = strchr(text, ' ');
    start = start ? start + 1 : text + 1;
    char *end = strstr(start, " at 0x");
    if (end)
        *end = '\0';
    char *quote = strchr(start, '\'');
    char *closing = quote ? strchr(quote + 1, '\'') : NULL;
    if (closing) {
        *closing = '\0';
        start = quote + 1;
    }
    char *dot = strrchr(start, '.');
    memmove(text, dot ? dot + 1 : start, strlen(dot ? dot + 1 : start) + 1);
}

typedef struct TextRule { bool shown, bare_name, middle; } TextRule;

static const TextRule TEXT_RULES[] = {
    [KIND_SCALAR] = {true, false, true},
    [KIND_CLASS] = {true, true, false},
    [KIND_FUNCTION] = {true, true, false},
    [KIND_MODULE] = {true, true, false},
    [KIND_OTHER] = {true, true, false},
    [KIND_BLOCK] = {false, false, false},
};

/* Without a signature: as it stands in a cell. */
static bool write_text(const View *view, const ViewObject *object, uint32_t letters, char *out)
{
    TextRule rule = object->kind < sizeof TEXT_RULES / sizeof *TEXT_RULES ? TEXT_RULES[object->kind] : (TextRule){0};
    out[0] = '\0';
    if (!rule.shown || object->flags & OBJECT_READ_ONLY)
        return false;
    copy_text(view, object->repr, out);
    if (rule.bare_name)
        strip_brackets(out);
    wording_elide(out, letters, rule.middle);
    return out[0] != '\0';
}

bool wording_text(const View *view, const ViewObject *object, uint32_t letters, char *out)
{
    if (!object->signature.length)
        return write_text(view, object, letters, out);
    copy_text(view, object->signature, out);
    wording_elide(out, letters, false);
    return true;
}

void wording_label(const View *view, const ViewSlot *slot, char *out)
{
    copy_text(view, slot->label, out);
    if (!out[0] && slot->role == ROLE_RETURN)
        strcpy(out, "return value");
    if (!out[0] && slot->role == ROLE_RAISED)
        strcpy(out, "exception");
    if (!out[0] && slot->role == ROLE_STACK)
        strcpy(out, "at work");
    if (slot->role == ROLE_ENTRY && slot->key != VIEW_NONE)
        copy_text(view, view->objects[slot->key].repr, out);
    wording_elide(out, LABEL_LETTERS, true);
}

void wording_row(const View *view, const ViewSlot *slot, uint32_t index, char *out)
{
    copy_text(view, slot->label, out);
    if (slot->role == ROLE_STACK || !out[0])
        sprintf(out, "%d:%" PRIu32, slot->role, index);
}

void wording_thing(const View *view, const NestThing *thing, uint32_t index, char *out)
{
    if (thing->part == VIEW_NONE)
        wording_row(view, &view->slots[thing->slot], index, out);
    else
        copy_text(view, view->parts[thing->part].label, out);
}

/* A function or class beside its own name: what it is called is said already. */
static bool repeats_label(const View *view, const ViewSlot *slot, const ViewObject *target, const char *text)
{
    bool named = target->kind == KIND_FUNCTION || target->kind == KIND_CLASS;
    return named && slot->role == ROLE_NAME && view_text_equals(view, slot->label, text);
}

bool wording_is_brief(const View *view, const ViewObject *object)
{
    if (object->kind != KIND_SEQUENCE || object->length > object->slot_count || object->repr.length > BRIEF_LETTERS
        || !view_text_equals(view, object->type, "tuple"))
        return false;
    for (uint32_t i = 0; i < object->slot_count; i++) {
        int32_t target = view->slots[object->first_slot + i].target;
        if (target != VIEW_NONE && view->objects[target].kind != KIND_SCALAR)
            return false;
    }
    return object->repr.length > 0;
}

void wording_value(const View *view, const ViewSlot *slot, char *out)
{
    out[0] = '\0';
    if (slot->state == SLOT_VALUE || slot->state == SLOT_POINTER) {
        copy_text(view, slot->value, out);
    } else if (slot->state == SLOT_REFERENCE && slot->target != VIEW_NONE) {
        const ViewObject *target = &view->objects[slot->target];
        bool brief = wording_is_brief(view, target);
        if (target->kind == KIND_INSTANCE && target->flags & OBJECT_SHIPPED)
            strcpy(out, "from typing");
        else if (brief || !write_text(view, target, WORDING_MAX, out))
            copy_text(view, brief ? target->repr : target->type, out);
        if (repeats_label(view, slot, target, out))
            wording_title(view, target, out);
    }
    bool wide = slot->role == ROLE_ATTRIBUTE || slot->role == ROLE_NAME || slot->role == ROLE_RETURN;
    wording_elide(out, wide ? NAME_LETTERS : BRIEF_LETTERS, true);
}

void wording_memory(const ViewObject *object, char *out)
{
    sprintf(out, "%" PRIu64 " bytes   0x%" PRIx64, object->size, object->address);
}

void wording_frame_name(const View *view, const ViewFrame *frame, char *out)
{
    copy_text(view, frame->name, out);
    if (frame->is_module && !strcmp(out, "<module>"))
        strcpy(out, "module");
    wording_elide(out, NAME_LETTERS, false);
}

void wording_frame_note(const View *view, const ViewFrame *frame, char *out)
{
    out[0] = '\0';
    if (frame->is_returning && !frame->is_module)
        strcpy(out, "returns");
    else if (frame->is_class_body)
        strcpy(out, "class body");
    else if (frame->called_from > 0)
        sprintf(out, "called at line %d", frame->called_from);
}

float wording_width(const TextMeasure *measure, TextStyle style, const char *text)
{
    size_t length = 0;
    bool plain = style.face == FACE_MONO;
    for (; text[length]; length++)
        plain &= (unsigned char)text[length] < 0x80;
    if (!length)
        return 0;
    if (!plain)
        return measure->width(measure->context, &style, text, length);
    return measure->width(measure->context, &style, "0", 1) * (float)length;
}
