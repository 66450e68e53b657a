/* An object's words come from its kind and its repr. A repr in angle brackets is CPython's way to say "a thing that has
 * no literal": its first words are taken, up to the address. A repr that is long, or holds addresses, gives way to the
 * number of parts. */
#include "lesson/phrase.h"

#include <inttypes.h>
#include <string.h>

enum {
    LONGEST_REPR = 40,         /* bytes: longer ones do not read well inside of a sentence */
    LONGEST_SOURCE = 44
};

/* Pieces of text. */

typedef struct Span { const char *start; size_t length; } Span;

static Span span_of(const View *view, ViewText text)
{
    return text.length == 0 ? (Span){"", 0} : (Span){view_text(view, text), text.length};
}

static const char *span_find(Span span, const char *word)
{
    return span.length == 0 || span.start == NULL ? NULL : memmem(span.start, span.length, word, strlen(word));
}

static bool span_starts(Span span, const char *word)
{
    return span.length >= strlen(word) && memcmp(span.start, word, strlen(word)) == 0;
}

static Span span_until(Span span, const char *word)
{
    const char *end = span_find(span, word);
    return end == NULL ? span : (Span){span.start, (size_t)(end - span.start)};
}

static Span span_behind(Span span, const char *word)
{
    const char *found = span_find(span, word);
    if (found == NULL)
        return span;
    const char *start = found + strlen(word);
    return (Span){start, span.length - (size_t)(start - span.start)};
}

static void prose_add_span(Prose *prose, Span span)
{
    prose_add_bytes(prose, span.start, span.length);
}

/* Objects. */

static const char *const singleton_types[] = {"NoneType", "bool", "ellipsis", "NotImplementedType"};

bool phrase_is_singleton(const View *view, const ViewObject *object)
{
    for (size_t i = 0; i < sizeof singleton_types / sizeof singleton_types[0]; i++)
        if (view_text_equals(view, object->type, singleton_types[i]))
            return true;
    return false;
}

/* What the parts of a container are called. */
static const char *const part_names[][2] = {
    [KIND_SEQUENCE] = {"item", "items"}, [KIND_SET] = {"member", "members"}, [KIND_DICT] = {"key", "keys"},
};

const char *phrase_part(ObjectKind kind, bool plural)
{
    bool has_names = kind < sizeof part_names / sizeof part_names[0] && part_names[kind][0] != NULL;
    return part_names[has_names ? kind : KIND_SEQUENCE][plural];
}

static void phrase_container(Prose *prose, const View *view, const ViewObject *object)
{
    Span repr = span_of(view, object->repr), type = span_of(view, object->type);
    bool reads_well = repr.length > 0 && repr.length <= LONGEST_REPR && span_find(repr, " at 0x") == NULL
        && span_find(repr, "\xE2\x80\xA6") == NULL;
    if (object->length == 0) {
        prose_add(prose, "empty ");
        prose_add_span(prose, type);
    } else if (!reads_well) {
        prose_add_span(prose, type);
        prose_format(prose, " of %" PRIu32 " %s", object->length,
                     phrase_part((ObjectKind)object->kind, object->length != 1));
    } else {
        if (!(repr.length > type.length && memcmp(repr.start, type.start, type.length) == 0)) {
            prose_add_span(prose, type);
            prose_add(prose, " ");
        }
        prose_add_span(prose, repr);
    }
}

static bool phrase_is_empty_text(Span repr)
{
    size_t prefix = span_starts(repr, "b");
    return repr.length == prefix + 2 && (repr.start[prefix] == '\'' || repr.start[prefix] == '"');
}

static void phrase_scalar(Prose *prose, const View *view, const ViewObject *object)
{
    Span repr = span_of(view, object->repr), type = span_of(view, object->type);
    bool names_itself = type.length > 0 && repr.length > type.length
        && memcmp(repr.start, type.start, type.length) == 0 && repr.start[type.length] == '(';
    if (phrase_is_empty_text(repr)) {          /* two quotes side by side look like one double quote */
        prose_add(prose, "empty ");
        prose_add_span(prose, type);
        return;
    }
    if (!names_itself) {
        prose_add_span(prose, type);
        prose_add(prose, " ");
    }
    prose_add_span(prose, repr);
}

static void phrase_instance(Prose *prose, const View *view, const ViewObject *object)
{
    prose_add_span(prose, span_of(view, object->type));
    prose_add(prose, " instance");
}

/* <function outer.<locals>.inner at 0x7f..>, <class '__main__.Point'>, <module 'sys' (built-in)>, <cell at 0x..: ..> */
static void phrase_bracketed(Prose *prose, Span repr)
{
    Span words = {repr.start + 1, repr.length - 1};
    words = span_until(words, " at 0x");
    words = span_until(words, " of <");
    const char *quote = span_find(words, "'");
    if (quote != NULL) {
        prose_add_bytes(prose, words.start, (size_t)(quote - words.start));
        words = span_until(span_behind(words, "'"), "'");
        prose_add_span(prose, span_behind(words, "__main__."));
        return;
    }
    if (span_find(words, "<locals>.") != NULL) {
        prose_add_span(prose, span_until(words, " "));
        prose_add(prose, " ");
        while (span_find(words, "<locals>.") != NULL)
            words = span_behind(words, "<locals>.");
    }
    if (words.length > 0 && words.start[words.length - 1] == '>' && !span_starts(words, "function <"))
        words.length--;
    if (span_starts(words, "function <lambda>"))
        prose_add(prose, "lambda function");
    else
        prose_add_span(prose, words);
}

static void phrase_other(Prose *prose, const View *view, const ViewObject *object)
{
    Span repr = span_of(view, object->repr), type = span_of(view, object->type);
    if (repr.length > 2 && repr.start[0] == '<')
        phrase_bracketed(prose, repr);
    else
        prose_add_span(prose, repr.length > 0 && repr.length <= LONGEST_REPR && !span_starts(repr, "<") ? repr : type);
}

/* A class or function whose repr is its bare name. */
static void phrase_titled(Prose *prose, const View *view, const ViewObject *object)
{
    Span repr = span_of(view, object->repr);
    if (repr.length > 0 && repr.start[0] != '<')
        prose_add(prose, object->kind == KIND_CLASS ? "class " : "function ");
    if (repr.length > 0 && repr.start[0] != '<')
        prose_add_span(prose, span_until(repr, "("));
    else
        phrase_other(prose, view, object);
}

static void phrase_bytes(Prose *prose, const ViewObject *object)
{
    prose_format(prose, "block of %" PRIu64 " byte%s", object->size, object->size == 1 ? "" : "s");
}

/* A block that holds one struct or union is called by its type. */
static void phrase_block(Prose *prose, const View *view, const ViewObject *object)
{
    for (uint32_t i = 0; i < view->part_count && object->slot_count > 0; i++) {
        const ViewPart *part = &view->parts[i];
        if (part->parent == VIEW_NONE && part->first_slot == object->first_slot && part->kind != PART_ARRAY) {
            prose_add_span(prose, span_of(view, part->type));
            return;
        }
    }
    phrase_bytes(prose, object);
}

typedef void (*PhraseOf)(Prose *prose, const View *view, const ViewObject *object);

static const PhraseOf phrase_of[] = {
    [KIND_SCALAR] = phrase_scalar, [KIND_SEQUENCE] = phrase_container, [KIND_SET] = phrase_container,
    [KIND_DICT] = phrase_container, [KIND_INSTANCE] = phrase_instance, [KIND_CLASS] = phrase_titled,
    [KIND_FUNCTION] = phrase_titled, [KIND_CELL] = phrase_other, [KIND_MODULE] = phrase_other,
    [KIND_OTHER] = phrase_other, [KIND_BLOCK] = phrase_block,
};

void phrase_bare_object(Prose *prose, const View *view, int32_t object)
{
    phrase_of[view->objects[object].kind](prose, view, &view->objects[object]);
}

void phrase_object(Prose *prose, const View *view, int32_t object, bool is_new)
{
    if (object == VIEW_NONE) {
        prose_add(prose, "something that is not shown");
        return;
    }
    if (phrase_is_singleton(view, &view->objects[object])) {
        prose_add_span(prose, span_of(view, view->objects[object].repr));
        return;
    }
    prose_add(prose, is_new ? "a new " : "the ");
    if (is_new && view->objects[object].kind == KIND_BLOCK)
        phrase_bytes(prose, &view->objects[object]);   /* malloc knows of no type */
    else
        phrase_bare_object(prose, view, object);
}

void phrase_slot_content(Prose *prose, const View *view, const ViewSlot *slot, bool is_new)
{
    if (slot->state == SLOT_REFERENCE) {
        phrase_object(prose, view, slot->target, is_new);
        return;
    }
    if (slot->state != SLOT_POINTER || slot->target == VIEW_NONE) {
        prose_add_span(prose, span_of(view, slot->value));
        return;
    }
    if (slot->aim == AIM_SLOT && slot->aimed != VIEW_NONE && slot->offset > 0
        && view->slots[slot->aimed].own.length > 0) {
        prose_add(prose, view->slots[slot->aimed].role == ROLE_ITEM ? "the address of item " : "the address of ");
        prose_add_span(prose, span_of(view, view->slots[slot->aimed].own));
        prose_add(prose, view->slots[slot->aimed].role == ROLE_ITEM ? " of " : " in ");
    } else if (slot->offset > 0)
        prose_format(prose, "the address %" PRIu32 " byte%s into ", slot->offset, slot->offset == 1 ? "" : "s");
    else
        prose_add(prose, "the address of ");
    phrase_object(prose, view, slot->target, is_new);
}

/* Frames. */

static const struct { const char *name, *words; } frame_words[] = {
    {"<module>", "the module"}, {"<lambda>", "the lambda"}, {"<listcomp>", "the list comprehension"},
    {"<setcomp>", "the set comprehension"}, {"<dictcomp>", "the dict comprehension"},
    {"<genexpr>", "the generator expression"},
};

void phrase_frame(Prose *prose, const View *view, const ViewFrame *frame)
{
    for (size_t i = 0; i < sizeof frame_words / sizeof frame_words[0]; i++)
        if (view_text_equals(view, frame->name, frame_words[i].name)) {
            prose_add(prose, frame_words[i].words);
            return;
        }
    if (frame->is_class_body)
        prose_add(prose, "the body of class ");
    prose_add_span(prose, span_of(view, frame->name));
}

/* Source lines. */

/* The end of the code on a line: where its comment begins. Quotes are respected, `depth` counts open brackets. */
static size_t source_code_length(const char *line, int *depth)
{
    char quote = '\0';
    size_t i = 0;
    for (*depth = 0; line[i] != '\0' && line[i] != '\n' && !(quote == '\0' && line[i] == '#'); i++) {
        if (quote != '\0' && line[i] == '\\' && line[i + 1] != '\0')
            i++;
        else if (quote != '\0')
            quote = line[i] == quote ? '\0' : quote;
        else if (line[i] == '\'' || line[i] == '"')
            quote = line[i];
        else if (strchr("([{", line[i]) != NULL)
            ++*depth;
        else if (strchr(")]}", line[i]) != NULL)
            --*depth;
    }
    return i;
}

void phrase_source_line(Prose *prose, const char *source_line, int line)
{
    int depth = 0;
    const char *start = source_line == NULL ? "" : source_line + strspn(source_line, " \t");
    if (*start == '}' && start[1 + strspn(start + 1, " \t;\r\n")] != '\0')      /* of the block before */
        start += 1 + strspn(start + 1, " \t");
    size_t length = source_code_length(start, &depth);
    while (length > 0 && strchr(" \t\r:{", start[length - 1]) != NULL) {
        depth -= start[length - 1] == '{';
        length--;
    }
    if (length > 0 && length <= LONGEST_SOURCE && depth == 0 && start[length - 1] != '\\')
        prose_format(prose, "`%.*s`", (int)length, start);
    else
        prose_format(prose, "Line %d", line);
}
