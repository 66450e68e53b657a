#include "app/answer.h"

#include <stdio.h>

TimelineStatus answer_holders(Answer *answer, Timeline *timeline, const ChronicleQuestion *question, Position at)
{
    uint64_t number = question->object;
    *answer = (Answer){.question = *question, .at = at};
    if (timeline_seek(timeline, at, NULL, NULL, NULL) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    if (!number)
        return TIMELINE_REACHED;
    HolderList list;
    holder_list_init(&list);
    holders_find(timeline_language(timeline), timeline_machine(timeline), &number, 1, ANSWER_HOLDERS, &list);
    const HeldObject *held = &list.objects[0];
    answer->exists = held->exists;
    answer->address = held->address;
    answer->lives = held->exists && timeline_is_alive(timeline, number, held->address);
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
    if (status == TIMELINE_CANCELLED || biography_target(timeline, &holder->slot) != answer->question.object)
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
    Position alive = answer->lives ? answer->at : birth->moment.after;
    obituary_init(&obituary);
    TimelineStatus status = !address ? TIMELINE_END
        : biography_death(timeline, answer->question.object, address, alive, timeline_extent(timeline).last.step, &obituary);
    if (status == TIMELINE_REACHED) {
        answer->has_death = true;
        answer->death_step = obituary.moment.step;
        answer->death_line = obituary.moment.line;
        obituary_words(&obituary, answer->why, sizeof answer->why);
    }
    obituary_finish(&obituary);
    return status;
}

static TimelineStatus find_life(Answer *answer, Timeline *timeline)
{
    Birth birth;
    uint64_t last = timeline_extent(timeline).last.step;
    TimelineStatus status = biography_birth(timeline, answer->question.object, last, &birth);
    if (status == TIMELINE_REACHED) {
        answer->has_birth = birth.moment.line > 0;
        answer->birth_step = birth.moment.step;
        answer->birth_line = birth.moment.line;
        status = find_death(answer, timeline, &birth);
    }
    for (uint32_t i = 0; i < answer->count && status != TIMELINE_CANCELLED; i++)
        status = find_since(answer, timeline, &answer->holders[i]);
    return status;
}

TimelineStatus answer_history(Answer *answer, Timeline *timeline)
{
    TimelineStatus status = answer->question.object ? find_life(answer, timeline) : TIMELINE_REACHED;
    if (status != TIMELINE_CANCELLED)
        status = chronicle_make(&answer->chronicle, timeline, &answer->question, answer->at,
                                timeline_extent(timeline).last.step);
    answer->has_history = status != TIMELINE_CANCELLED;
    return status;
}
