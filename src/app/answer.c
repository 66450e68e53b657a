#include "app/answer.h"

#include <stdio.h>

TimelineStatus answer_holders(Answer *answer, Timeline *timeline, uint64_t number, Position at)
{
    *answer = (Answer){.number = number, .at = at};
    if (timeline_seek(timeline, at, NULL, NULL, NULL) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    HolderList list;
    holder_list_init(&list);
    holders_find(timeline_language(timeline), timeline_machine(timeline), &number, 1, ANSWER_HOLDERS, &list);
    const HeldObject *held = &list.objects[0];
    answer->exists = held->exists;
    answer->address = held->address;
    answer->found = held->found;
    answer->count = held->listed;
    for (uint32_t i = 0; i < held->listed; i++) {
        AnswerHolder *out = &answer->holders[i];
        holder_name(&list, &list.items[i], out->name, sizeof out->name);
        holder_whereabouts(&list, &list.items[i], out->place, sizeof out->place);
        out->slot = holder_slot(&list, &list.items[i]);
    }
    holder_list_finish(&list);
    return TIMELINE_REACHED;
}

static TimelineStatus find_since(Answer *answer, Timeline *timeline, AnswerHolder *holder)
{
    Moment moment;
    TimelineStatus status = timeline_seek(timeline, answer->at, NULL, NULL, NULL);
    if (status == TIMELINE_CANCELLED || biography_target(timeline, &holder->slot) != answer->number)
        return status;
    status = biography_last_change(timeline, &holder->slot, answer->at, &moment);
    holder->has_since = status == TIMELINE_REACHED;
    holder->since = holder->has_since ? moment.step : 0;
    return status;
}

static TimelineStatus find_death(Answer *answer, Timeline *timeline, const Birth *birth)
{
    Obituary obituary;
    uint64_t address = answer->address ? answer->address : birth->address;
    Position alive = answer->exists ? answer->at : birth->moment.after;
    obituary_init(&obituary);
    TimelineStatus status = !address ? TIMELINE_END
        : biography_death(timeline, answer->number, address, alive, timeline_extent(timeline).last.step, &obituary);
    if (status == TIMELINE_REACHED) {
        answer->has_death = true;
        answer->death_step = obituary.moment.step;
        answer->death_line = obituary.moment.line;
        obituary_words(&obituary, answer->why, sizeof answer->why);
    }
    obituary_finish(&obituary);
    return status;
}

TimelineStatus answer_history(Answer *answer, Timeline *timeline)
{
    Birth birth;
    TimelineStatus status = biography_birth(timeline, answer->number, timeline_extent(timeline).last.step, &birth);
    if (status == TIMELINE_REACHED) {
        answer->has_birth = birth.moment.line > 0;
        answer->birth_step = birth.moment.step;
        answer->birth_line = birth.moment.line;
        status = find_death(answer, timeline, &birth);
    }
    for (uint32_t i = 0; i < answer->count && status != TIMELINE_CANCELLED; i++)
        status = find_since(answer, timeline, &answer->holders[i]);
    answer->has_history = status != TIMELINE_CANCELLED;
    return status;
}
