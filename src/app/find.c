/* The search: names, values, types and numbers of what the picture shows. What is found lights up and comes into sight. */
#include <string.h>

#include "app/viewer.h"

static bool contains(const Scene *scene, SceneText text, const char *what)
{
    return strcasestr(scene_text(scene, text), what) != NULL;
}

/* Boxes and cells have one running number, in drawing order, to search through: a box comes before its cells. */
static bool matches(const Scene *scene, uint32_t at, const char *what, char *id)
{
    if (at < scene->box_count) {
        const SceneBox *box = &scene->boxes[at];
        scene_id(scene, at, SCENE_NONE, id, VIEWER_ID);
        return contains(scene, box->title, what) || contains(scene, box->text, what);
    }
    const SceneCell *cell = &scene->cells[at - scene->box_count];
    scene_id(scene, cell->box, at - scene->box_count, id, VIEWER_ID);
    return contains(scene, cell->label, what) || contains(scene, cell->value, what);
}

static Rect rect_of(const Scene *scene, uint32_t at)
{
    return at < scene->box_count ? scene->boxes[at].rect : scene->cells[at - scene->box_count].rect;
}

void viewer_find_next(Viewer *viewer)
{
    viewer->find_missed = false;
    if (!viewer->page || !viewer->find[0])
        return;
    const Scene *scene = stage_picture_scene(&viewer->page->stage);
    uint32_t count = scene->box_count + scene->cell_count, from = 0;
    char id[VIEWER_ID];
    /* names first: what is typed most often is the name of a variable */
    for (uint32_t i = 0; viewer->highlight[0] && i < count; i++)
        if (matches(scene, (i + scene->box_count) % count, viewer->find, id) && strcmp(id, viewer->highlight) == 0)
            from = i + 1;
    for (uint32_t i = 0; i < count; i++) {
        if (!matches(scene, (from + i + scene->box_count) % count, viewer->find, id))
            continue;
        memcpy(viewer->highlight, id, sizeof id);
        viewer_reveal(viewer, rect_of(scene, (from + i + scene->box_count) % count));
        return;
    }
    viewer->find_missed = true;
}
