/* The ledger of a step, for those who want it to the byte: every count that changed with both its values, what was made
 * and freed with its address and size. Nothing in it is left out because the interpreter shares it. */
#include "lesson/narration_slots.h"

#include <inttypes.h>

#include "lesson/phrase.h"

enum { MOST_ENTRIES = 5 };     /* in one sentence */

/* Writes entry after entry into the sentence; what is beyond MOST_ENTRIES is only counted. */
typedef struct Ledger {
    Narrator *n;
    const char *head;          /* of the sentence */
    uint32_t count;
} Ledger;

/* Shall the entry be written out? */
static bool ledger_next(Ledger *ledger)
{
    Prose *prose = &ledger->n->prose;
    ledger->count++;
    if (ledger->count > MOST_ENTRIES)
        return false;
    prose_add(prose, ledger->count == 1 ? ledger->head : "; ");
    return true;
}

static void ledger_end(Ledger *ledger)
{
    Narrator *n = ledger->n;
    Narration *out = n->out;
    if (ledger->count > MOST_ENTRIES)
        prose_format(&n->prose, "; and %" PRIu32 " more", ledger->count - MOST_ENTRIES);
    if (ledger->count > 0 && out->count < NARRATION_MOST + NARRATION_LEDGER) {
        prose_add(&n->prose, ".");
        out->sentences[out->count++] = prose_take(&n->prose);
    }
    prose_reset(&n->prose);
}

static const ViewObject *ledger_object(const NumberIndex *index, const View *view, uint64_t number, int32_t *place)
{
    *place = number_index_find(index, number);
    return *place == VIEW_NONE ? NULL : &view->objects[*place];
}

static void ledger_add_size(Narrator *n, const ViewObject *object)
{
    prose_format(&n->prose, "0x%" PRIx64 ", %" PRIu64 " byte%s", object->address, object->size,
                 object->size == 1 ? "" : "s");
}

static void ledger_births(Narrator *n)
{
    Ledger ledger = {n, "Made: ", 0};
    int32_t place;
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        const ViewObject *object = change->kind != CHANGE_BORN ? NULL
            : ledger_object(&n->objects_after, n->after, change->object, &place);
        if (object == NULL || !narrator_is_born(n, object->number) || !ledger_next(&ledger))
            continue;
        phrase_object(&n->prose, n->after, place, false);
        prose_add(&n->prose, " at ");
        ledger_add_size(n, object);
        if (!view_is_c(n->after))
            prose_format(&n->prose, ", count %" PRIu64, object->count);
    }
    ledger_end(&ledger);
}

static void ledger_counts(Narrator *n)
{
    Ledger ledger = {n, view_is_c(n->after) ? "Pointers that lead there: " : "Counts: ", 0};
    int32_t place;
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        if (change->kind != CHANGE_COUNT || !ledger_object(&n->objects_after, n->after, change->object, &place)
            || !ledger_next(&ledger))
            continue;
        phrase_object(&n->prose, n->after, place, false);
        prose_format(&n->prose, " at 0x%" PRIx64 " from %" PRIu64 " to %" PRIu64, n->after->objects[place].address,
                     change->before, change->after);
    }
    ledger_end(&ledger);
}

static void ledger_deaths(Narrator *n)
{
    Ledger ledger = {n, "Freed: ", 0};
    for (uint32_t i = 0; i < n->before->object_count; i++) {
        if (n->fate.kinds[i] != FATE_FREED || !ledger_next(&ledger))
            continue;
        phrase_object(&n->prose, n->before, (int32_t)i, false);
        prose_add(&n->prose, " at ");
        ledger_add_size(n, &n->before->objects[i]);
    }
    ledger_end(&ledger);
}

/* C: where the variables lie that were set. */
static void ledger_places(Narrator *n)
{
    Ledger ledger = {n, "Written: ", 0};
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        bool is_set = (change->kind == CHANGE_BOUND || change->kind == CHANGE_REBOUND)
            && change->slot_after != VIEW_NONE;
        const ViewSlot *slot = is_set ? &n->after->slots[change->slot_after] : NULL;
        if (slot == NULL || slot->address == 0 || slot->state < SLOT_VALUE || !slots_is_written(n, change)
            || !ledger_next(&ledger))
            continue;
        prose_add_bytes(&n->prose, view_text(n->after, slot->label), slot->label.length);
        prose_format(&n->prose, " at 0x%" PRIx64 ", %" PRIu32 " byte%s", slot->address, slot->size,
                     slot->size == 1 ? "" : "s");
        if (slot->state == SLOT_POINTER)
            prose_format(&n->prose, ": 0x%" PRIx64, slot->pointer);
    }
    ledger_end(&ledger);
}

void narration_ledger(Narrator *n)
{
    ledger_places(n);
    ledger_births(n);
    ledger_counts(n);
    ledger_deaths(n);
}
