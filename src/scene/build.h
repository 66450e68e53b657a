/* What the parts of scene_build share: scene.c makes boxes, connect.c arrows, mark.c what changed. */
#ifndef REFARROWS_SCENE_BUILD_H
#define REFARROWS_SCENE_BUILD_H

#include "scene/map.h"
#include "scene/scene.h"

typedef struct Builder {
    Scene *scene;
    const Layout *layout;
    const View *before, *view;
    const ChangeList *changes;
    uint32_t *box_of_object;   /* by index in the view, or SCENE_NONE */
    uint32_t *box_of_frame;
    uint32_t *cell_of_slot;    /* by index in view->slots, or SCENE_NONE */
    bool *referred;            /* by object: some arrow leads to it */
    uint32_t *queue;           /* those objects, in the order in which they are drawn */
    uint32_t queue_length;
    uint32_t folded_cells;     /* so far */
    bool *counted;             /* scratch, by object */
    int32_t *counting;         /* scratch, objects */
    uint32_t *slots;           /* scratch */
} Builder;

SceneText scene_add_text(Scene *scene, const char *text);
SceneCell *scene_add_cell(Scene *scene, uint32_t box);

/* Writes above a box what is to be known of it. */
void build_tag(Builder *builder, uint32_t box, const char *words, ColorRole color);

/* Makes the box of a ghost, with the reason as its tag, from an object of the view before. */
void build_ghost(Builder *builder, const ViewObject *object, const char *reason);

/* Whether a slot of a holder is drawn as an arrow to its target (or to its key). */
bool build_draws_arrow(const Builder *builder, int32_t target, bool holder_inlines);

/* connect.c: arrows from the cells, routed. */
void build_arrows(Builder *builder);

/* collector.c: what a run of the cycle collector knows of each object. */
void build_collector(Builder *builder);

/* mark.c: new, changed, counted, dead. */
void build_marks(Builder *builder);

#endif
