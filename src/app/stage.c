#include "app/stage.h"

void stage_picture_init(StagePicture *picture)
{
    *picture = (StagePicture){0};
    view_init(&picture->view);
    view_init(&picture->before);
    view_init(&picture->next);
    change_init(&picture->changes);
    scene_init(&picture->scene);
    pool_map_init(&picture->pools);
    pool_map_init(&picture->pools_before);
    object_bytes_init(&picture->bytes);
    comparison_init(&picture->comparison);
}

void stage_picture_finish(StagePicture *picture)
{
    view_finish(&picture->view);
    view_finish(&picture->before);
    view_finish(&picture->next);
    change_finish(&picture->changes);
    scene_finish(&picture->scene);
    pool_map_finish(&picture->pools);
    pool_map_finish(&picture->pools_before);
    object_bytes_finish(&picture->bytes);
    comparison_finish(&picture->comparison);
}

const Scene *stage_picture_scene(const StagePicture *picture)
{
    const Comparison *comparison = &picture->comparison;
    return comparison->is_there ? &comparison->scenes[COMPARED_SHOWN] : &picture->scene;
}

/* Lists show what fits on a screen; the whole truth needs all of it. */
static ViewOptions view_options_for(const SceneOptions *options)
{
    ViewOptions view = {.return_slot = true, .evaluation_stack = options->level == LEVEL_MEMORY};
    if (!options->full) {
        view.max_slots = options->max_opened ? options->max_opened : STAGE_OPENED;
        view.max_repr = 200;
        view.max_objects = 2000;
    }
    return view;
}

void stage_init(Stage *stage, Timeline *timeline, const TextMeasure *measure, const SceneOptions *options)
{
    *stage = (Stage){.timeline = timeline, .measure = measure, .options = *options};
    stage->view_options = view_options_for(options);
}

static void drop_layout(Stage *stage)
{
    layout_destroy(stage->layout);
    stage->layout = NULL;
}

void stage_finish(Stage *stage)
{
    drop_layout(stage);
}

void stage_set_options(Stage *stage, const SceneOptions *options)
{
    drop_layout(stage);
    stage->options = *options;
    stage->view_options = view_options_for(options);
}

/* Feeds the steps from `first` on to a new layout until the stretch is full. When in a hurry, only those up to the one
 * that is to be shown, and what else was got by then: without that one there is no picture at all. */
static TimelineStatus feed_stretch(Stage *stage, uint64_t first, uint64_t shown)
{
    View view;
    view_init(&view);
    drop_layout(stage);
    stage->layout = layout_create(stage->measure, &stage->options);
    uint64_t limit = first - first % STAGE_STRETCH + STAGE_STRETCH, objects = 0, step = first;
    TimelineStatus status = TIMELINE_REACHED;
    bool hurried = false;
    while (step < limit && objects <= STAGE_OBJECTS && !(hurried && step > shown)) {
        StopInfo stop;
        status = timeline_seek(stage->timeline, (Position){step, 0}, &stage->view_options, &view, &stop);
        if (status == TIMELINE_CANCELLED && stage->hurry && stage->hurry(stage->hurry_context)) {
            hurried = true;
            status = TIMELINE_REACHED;
            continue;
        }
        if (status != TIMELINE_REACHED)
            break;
        layout_add_view(stage->layout, &view);
        objects += view.object_count;
        step = stop.position.step + 1;
    }
    view_finish(&view);
    stage->first = first;
    stage->end = status == TIMELINE_END ? UINT64_MAX : step;
    return status == TIMELINE_CANCELLED ? status : TIMELINE_REACHED;
}

static TimelineStatus make_layout(Stage *stage, uint64_t first, uint64_t shown)
{
    TimelineStatus status = feed_stretch(stage, first, shown);
    if (status == TIMELINE_REACHED)
        layout_solve(stage->layout);
    else
        drop_layout(stage);
    return status;
}

/* Stretches begin at multiples of STAGE_STRETCH and where the one before ended early, so they are found by going
 * through them from such a multiple. */
static TimelineStatus ensure_layout(Stage *stage, uint64_t step)
{
    TimelineStatus status = TIMELINE_REACHED;
    if (stage->layout && step >= stage->first && step < stage->end)
        return status;
    uint64_t base = step - step % STAGE_STRETCH;
    uint64_t first = stage->layout && stage->end > base && stage->end <= step ? stage->end : base;
    do {
        status = make_layout(stage, first, step);
        first = stage->end;
    } while (status == TIMELINE_REACHED && stage->end <= step);
    return status;
}

/* The state before: the event before, or for a stop inside a step the instruction before; in a collection its moment
 * before. */
static Position position_before(Position at)
{
    if (at.moment)
        return (Position){at.step, at.instruction, at.moment - 1};
    return at.instruction ? (Position){at.step, at.instruction - 1} : (Position){at.step - 1, 0};
}

/* Inside a step one looks at what the instructions do: at the values that they leave to one another. */
static ViewOptions view_options_at(const Stage *stage, Position at)
{
    ViewOptions options = stage->view_options;
    options.evaluation_stack |= at.instruction > 0;
    return options;
}

/* The step after, if it comes soon. Cancelled: the picture as a whole is not wanted any more. */
static TimelineStatus show_next(Stage *stage, StagePicture *picture)
{
    Position at = picture->stop.position, next = {at.step + 1, 0};
    picture->has_next = false;
    if (at.instruction > 0 || at.moment > 0 || picture->stop.event >= STEP_END)
        return TIMELINE_REACHED;
    TimelineStatus status = timeline_seek(stage->timeline, next, &stage->view_options, &picture->next, NULL);
    if (status == TIMELINE_CANCELLED && stage->hurry && stage->hurry(stage->hurry_context))
        return TIMELINE_REACHED;
    picture->has_next = status == TIMELINE_REACHED && picture->next.step == next.step;
    return status == TIMELINE_CANCELLED ? status : TIMELINE_REACHED;
}

/* What is asked of the memory itself: to be called where the machine still stands at the step shown. */
static void tell_memory(Stage *stage, StagePicture *picture)
{
    const MachineLanguage *language = timeline_language(stage->timeline);
    Machine *machine = timeline_machine(stage->timeline);
    const StageQuestion *question = &stage->question;
    PoolOptions options = {.blocks_of = question->pool, .owners = question->pool != 0};
    picture->has_pools = question->pools && language->pools;
    if (picture->has_pools)
        language->pools(machine, &options, &picture->pools);
    picture->has_bytes = question->bytes_of && language->bytes
        && language->bytes(machine, question->bytes_of, &picture->bytes);
}

static void tell_memory_before(Stage *stage, StagePicture *picture)
{
    PoolOptions options = {.blocks_of = stage->question.pool, .owners = stage->question.pool != 0};
    if (picture->has_pools)
        timeline_language(stage->timeline)->pools(timeline_machine(stage->timeline), &options, &picture->pools_before);
}

/* The other run at the corresponding step; nothing, if it cannot be had. */
static TimelineStatus compare_runs(Stage *stage, StagePicture *picture)
{
    const OtherRun *other = stage->other;
    const CompareManner manner = {stage->measure, &stage->options, &stage->view_options, NULL};
    View view;
    StopInfo stop;
    if (!other || !other->timeline)
        return TIMELINE_REACHED;
    Position at = other_run_find(other, stage->timeline, &picture->stop, stage->source, stage->source_length);
    view_init(&view);
    TimelineStatus status = timeline_seek(other->timeline, at, &stage->view_options, &view, &stop);
    if (status == TIMELINE_CANCELLED)
        timeline_allow(other->timeline);
    else
        comparison_make_runs(&picture->comparison, &view, stop.position, &picture->view, &manner);
    view_finish(&view);
    return TIMELINE_REACHED;
}

/* Steps of one stretch keep the places that they have there. */
static TimelineStatus compare(Stage *stage, StagePicture *picture)
{
    Position kept = stage->question.kept;
    bool together = kept.step >= stage->first && kept.step < stage->end;
    const CompareManner manner = {stage->measure, &stage->options, &stage->view_options,
                                  together ? stage->layout : NULL};
    if (!stage->question.compares)
        return TIMELINE_REACHED;
    if (stage->question.of_runs)
        return compare_runs(stage, picture);
    return comparison_make(&picture->comparison, stage->timeline, kept, picture->stop.position, &picture->view,
                           &manner);
}

TimelineStatus stage_show(Stage *stage, Position target, StagePicture *picture)
{
    ViewOptions options = view_options_at(stage, target);
    TimelineStatus reached = timeline_seek(stage->timeline, target, &options, &picture->view, &picture->stop);
    if (reached == TIMELINE_CANCELLED)
        return reached;
    Position at = picture->stop.position;
    tell_memory(stage, picture);
    if (ensure_layout(stage, at.step) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    picture->has_before = at.step > 0 || at.instruction > 0 || at.moment > 0;
    if (picture->has_before) {
        TimelineStatus status = timeline_seek(stage->timeline, position_before(at), &options, &picture->before, NULL);
        if (status == TIMELINE_CANCELLED)
            return status;
        tell_memory_before(stage, picture);
        change_compute(&picture->changes, &picture->before, &picture->view);
        status = timeline_seek(stage->timeline, at, NULL, NULL, NULL);
        if (status == TIMELINE_CANCELLED)
            return status;
        change_drop_living(&picture->changes, &picture->before, timeline_is_alive, stage->timeline);
    } else {
        view_reset(&picture->before);
        change_compute(&picture->changes, &picture->before, &picture->view);
        picture->changes.count = 0;        /* at the beginning nothing has happened yet */
    }
    scene_build(&picture->scene, stage->layout, picture->has_before ? &picture->before : NULL, &picture->view,
                picture->has_before ? &picture->changes : NULL);
    layout_room_at(stage->layout, at.step, &picture->extent_width, &picture->extent_height);
    if (compare(stage, picture) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    return show_next(stage, picture) == TIMELINE_CANCELLED ? TIMELINE_CANCELLED : reached;
}
