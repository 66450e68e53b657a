/* How much of the truth is shown: the level, the pools, the bytes of an object, another step beside it. */
#include <stdio.h>

#include "app/viewer_parts.h"

void viewer_set_level(Viewer *viewer, uint8_t level)
{
    viewer->scene.level = level;
    worker_set_scene(viewer->worker, viewer->scene);
}

void viewer_ask_memory(Viewer *viewer)
{
    viewer->question.pool = viewer->question.pools ? viewer->focus.pool : 0;
    viewer->busy = true;
    worker_ask_memory(viewer->worker, viewer->question);
}

/* The address of an object of the page, 0 if it is not there; number 0 stands for the newest one. */
static uint64_t address_of(const Viewer *viewer, uint64_t number)
{
    const View *view = viewer->page ? &viewer->page->stage.view : NULL;
    const ViewObject *found = NULL;
    for (uint32_t i = 0; view && i < view->object_count; i++) {
        const ViewObject *object = &view->objects[i];
        if (number ? object->number == number : !(object->flags & (OBJECT_SHARED | OBJECT_LIBRARY))
                                                    && (!found || object->number > found->number))
            found = object;
    }
    return found ? found->address : 0;
}

/* Opens at the pool of the object that was clicked, or of the newest one. */
void viewer_pools(Viewer *viewer)
{
    viewer->question.pools = !viewer->question.pools;
    if (viewer->question.pools) {
        viewer->scene.level = LEVEL_MEMORY;
        worker_set_scene(viewer->worker, viewer->scene);
        viewer->focus = (PoolsFocus){.pool = address_of(viewer, viewer->asked.object)};
    }
    viewer_ask_memory(viewer);
}

void viewer_bytes(Viewer *viewer)
{
    if (!viewer->question.bytes_of && !viewer->asked.object)
        snprintf(viewer->notice, sizeof viewer->notice, "Click an object first: then Y shows its bytes");
    viewer->question.bytes_of = viewer->question.bytes_of ? 0 : viewer->asked.object;
    viewer_ask_memory(viewer);
}

void viewer_both_runs(Viewer *viewer)
{
    StageQuestion *question = &viewer->question;
    bool both = !(question->compares && question->of_runs);
    if (both && !viewer->options.worker.other.timeline) {
        snprintf(viewer->notice, sizeof viewer->notice,
                 "there is one run only; Ctrl+E edits the program, then Shift+O shows both");
        return;
    }
    question->compares = question->of_runs = both;
    viewer_ask_memory(viewer);
}

void viewer_compare(Viewer *viewer)
{
    StageQuestion *question = &viewer->question;
    if (!viewer->page)
        return;
    question->compares = !question->compares;
    question->of_runs = false;
    question->kept = viewer->page->stage.stop.position;
    viewer_ask_memory(viewer);
}
