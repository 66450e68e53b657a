#include "cli/history.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/complain.h"
#include "lesson/chronicle.h"
#include "machine/biography.h"

static const ViewOptions everything = {.library = true, .hidden_names = true, .evaluation_stack = true};

static void print_words(const View *view, ViewText text)
{
    if (text.length)
        printf(" %.*s", (int)text.length, view_text(view, text));
}

/* "object 12: list [1, 2]", as it was when it was made. */
static void print_object(Program *program, uint64_t number, Position at)
{
    View view;
    view_init(&view);
    timeline_seek(program->timeline, at, &everything, &view, NULL);
    int32_t place = view_find_object(&view, number);
    printf("object %" PRIu64 "%s", number, place == VIEW_NONE ? "" : ":");
    if (place != VIEW_NONE) {
        print_words(&view, view.objects[place].type);
        print_words(&view, view.objects[place].repr);
    }
    putchar('\n');
    view_finish(&view);
}

static void print_death(const Obituary *obituary)
{
    char words[1200];
    moment_words(&obituary->moment, words, sizeof words);
    printf("  died at %s\n", words);
    obituary_words(obituary, words, sizeof words);
    printf("  %s\n", words);
    if (obituary->count < 2 || obituary->place < 0)
        return;
    printf("  released at that moment, in order\n");
    for (uint32_t i = 0; i < obituary->count; i++) {
        const Death *death = &obituary->deaths[i];
        printf("    object %" PRIu64 ": %s", death->number, death->type);
        if (death->by == DEATH_BY_COLLECTOR)
            printf(", by the collector");
        else if (death->by)
            printf(", held by object %" PRIu64, death->by);
        putchar('\n');
    }
}

/* How it changed, as far as that can be told soon. */
static void print_changes(Program *program, uint64_t number)
{
    Chronicle chronicle;
    Position last = timeline_extent(program->timeline).last;
    chronicle_make(&chronicle, program->timeline, &(ChronicleQuestion){.object = number}, last, last.step);
    if (chronicle.count)
        printf("  changed\n");
    if (chronicle.more_before)
        printf("  earlier changes were not looked for\n");
    for (uint32_t i = 0; i < chronicle.count; i++)
        printf("    step %" PRIu64 ", line %d: %s\n", chronicle.events[i].step, chronicle.events[i].line,
               chronicle.events[i].words);
}

int print_biography(Program *program, uint64_t number)
{
    Birth birth;
    Obituary obituary;
    char words[200];
    TimelineStatus status = number ? biography_birth(program->timeline, number, UINT64_MAX, &birth) : TIMELINE_END;
    if (status != TIMELINE_REACHED)
        return complain("the program makes no object %" PRIu64, number);
    print_object(program, number, birth.moment.after);
    moment_words(&birth.moment, words, sizeof words);
    printf(birth.moment.line ? "  made at %s\n" : "  made before the program began\n", words);
    if (!birth.address) {
        printf("  gone at once: it was needed only while the line was worked out\n");
        return 0;
    }
    obituary_init(&obituary);
    status = biography_death(program->timeline, number, birth.address, birth.moment.after, UINT64_MAX, &obituary);
    if (status == TIMELINE_REACHED)
        print_death(&obituary);
    else if (timeline_extent(program->timeline).ended)
        printf("  lives to the end of the program\n");
    else
        printf("  lives on after step %" PRIu64 "\n", timeline_extent(program->timeline).last.step);
    print_changes(program, number);
    obituary_finish(&obituary);
    return 0;
}

/* ---- C: values lie in the slots themselves, and a slot is a place in memory ---- */

/* "object:12/next", as pictures have it, for members of blocks. */
static bool is_member(const View *view, const ViewObject *object, const ViewSlot *slot, const char *name)
{
    char id[300];
    snprintf(id, sizeof id, "object:%" PRIu64 "/%.*s", object->number, (int)slot->label.length,
             view_text(view, slot->label));
    return strcmp(id, name) == 0;
}

static const ViewSlot *find_in_objects(const View *view, const char *name)
{
    for (uint32_t i = 0; i < view->object_count; i++)
        for (uint32_t k = 0; k < view->objects[i].slot_count; k++) {
            const ViewSlot *slot = &view->slots[view->objects[i].first_slot + k];
            if (is_member(view, &view->objects[i], slot, name))
                return slot;
        }
    return NULL;
}

static const ViewSlot *find_in_frames(const View *view, const char *name)
{
    for (uint32_t i = view->frame_count; i-- > 0;)
        for (uint32_t k = 0; k < view->frames[i].slot_count; k++) {
            const ViewSlot *slot = &view->slots[view->frames[i].first_slot + k];
            if (view_text_equals(view, slot->label, name))
                return slot;
        }
    return NULL;
}

/* "0x7fffffffee48": one byte. */
static bool read_address(const char *name, HolderSlot *slot)
{
    char *end;
    if (strncmp(name, "0x", 2) != 0)
        return false;
    *slot = (HolderSlot){.place = HOLDER_AT_ADDRESS, .address = strtoull(name, &end, 16), .number = 1};
    return !*end;
}

static bool find_memory(const View *view, const char *name, HolderSlot *slot)
{
    if (read_address(name, slot))
        return true;
    const ViewSlot *found = strchr(name, ':') ? find_in_objects(view, name) : find_in_frames(view, name);
    if (!found || !found->address)
        return false;
    *slot = (HolderSlot){.place = HOLDER_AT_ADDRESS, .address = found->address, .number = found->size};
    return true;
}

/* The value of the slot there, or of its one byte. */
static void print_memory(Program *program, Position at, const HolderSlot *slot, View *view)
{
    timeline_seek(program->timeline, at, &everything, view, NULL);
    const ViewSlot *best = NULL;
    for (uint32_t i = 0; i < view->slot_count; i++) {
        const ViewSlot *seen = &view->slots[i];
        bool covers = slot->address >= seen->address && slot->address < seen->address + seen->size;
        if (covers && (!best || seen->size < best->size))
            best = seen;
    }
    if (!best) {
        printf(" no variable there\n");
        return;
    }
    const ViewByte *bytes = view_slot_bytes(view, best);
    if (slot->number == 1 && best->size > 1 && bytes && best->state != SLOT_UNBOUND)
        printf(" %02x, of", bytes[slot->address - best->address].value);
    if (best->state == SLOT_UNBOUND)
        printf(" uninitialised");
    else
        print_words(view, best->value);
    putchar('\n');
}

static void print_last_write(Program *program, Position from, const HolderSlot *slot, const char *name, View *view)
{
    Moment moment;
    char words[200];
    TimelineStatus status = biography_last_change(program->timeline, slot, from, &moment);
    printf("%s at 0x%" PRIx64 ":", name, slot->address);
    print_memory(program, from, slot, view);
    if (status != TIMELINE_REACHED) {
        printf("  it did not change before step %" PRIu64 "\n", from.step);
        return;
    }
    moment_words(&moment, words, sizeof words);
    printf("  since %s\n  before that:", words);
    print_memory(program, moment.before, slot, view);
}

static int print_c_change(Program *program, uint64_t step, const char *name, View *view)
{
    HolderSlot slot;
    if (!find_memory(view, name, &slot))
        return complain("there is no variable '%s' at step %" PRIu64 " (nor a member object:N/NAME, nor an address 0x...)",
                        name, step);
    print_last_write(program, (Position){step, 0, 0}, &slot, name, view);
    return 0;
}

/* The innermost frame with such a name: its slot, and the name of the frame. */
static bool find_name(const View *view, const char *name, HolderSlot *slot, char *frame_name, size_t size)
{
    for (uint32_t i = view->frame_count; i-- > 0;) {
        const ViewFrame *frame = &view->frames[i];
        for (uint32_t j = 0; j < frame->slot_count; j++) {
            if (!view_text_equals(view, view->slots[frame->first_slot + j].label, name))
                continue;
            *slot = (HolderSlot){.number = frame->number, .place = HOLDER_IN_FRAME, .role = HOLDER_NAME};
            snprintf(slot->label, sizeof slot->label, "%s", name);
            snprintf(frame_name, size, "%.*s", (int)frame->name.length, view_text(view, frame->name));
            return true;
        }
    }
    return false;
}

/* Goes there and tells what the slot refers to: " list [1, 2], object 12". */
static void print_target(Program *program, Position at, const HolderSlot *slot, View *view)
{
    timeline_seek(program->timeline, at, &everything, view, NULL);
    uint64_t number = biography_target(program->timeline, slot);
    int32_t place = view_find_object(view, number);
    if (place == VIEW_NONE) {
        printf(" not bound\n");
        return;
    }
    print_words(view, view->objects[place].type);
    print_words(view, view->objects[place].repr);
    printf(", object %" PRIu64 "\n", number);
}

static void print_change(Program *program, Position from, const HolderSlot *slot, const char *frame_name, View *view)
{
    Moment moment;
    char words[200];
    TimelineStatus status = biography_last_change(program->timeline, slot, from, &moment);
    printf("%s in %s:", slot->label, frame_name);
    print_target(program, from, slot, view);
    if (status != TIMELINE_REACHED) {
        printf("  it did not change before step %" PRIu64 "\n", from.step);
        return;
    }
    moment_words(&moment, words, sizeof words);
    printf("  since %s\n  before that:", words);
    print_target(program, moment.before, slot, view);
}

int print_last_change(Program *program, uint64_t step, const char *name)
{
    View view;
    HolderSlot slot;
    char frame_name[100];
    view_init(&view);
    int status = program_seek(program, step, &everything, &view, NULL);
    if (status == 0 && program->source.language->machine->content) {
        status = print_c_change(program, step, name, &view);
        view_finish(&view);
        return status;
    }
    if (status == 0 && !find_name(&view, name, &slot, frame_name, sizeof frame_name))
        status = complain("no frame has a name '%s' at step %" PRIu64, name, step);
    if (status == 0)
        print_change(program, (Position){step, 0}, &slot, frame_name, &view);
    view_finish(&view);
    return status;
}
