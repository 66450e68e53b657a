/* What the parts of scene_build share: scene.c makes boxes, frame_box.c those of frames, connect.c arrows, mark.c what changed. */
#ifndef REFARROWS_SCENE_BUILD_H
#define REFARROWS_SCENE_BUILD_H

#include "scene/map.h"
#include "scene/scene.h"
#include "scene/nest.h"

typedef struct Builder {
    Scene *scene;
    const Layout *layout;
    const View *before, *view;
    const ChangeList *changes;
    uint32_t *box_of_object;   /* by index in the view, or SCENE_NONE */
    uint32_t *box_of_frame;
    uint32_t *cell_of_slot;    /* by index in view->slots, or SCENE_NONE; of a text in letters: the first */
    uint32_t *cell_of_part;    /* by index in view->parts, or SCENE_NONE */
    Nest nest;                /* scratch */
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

/* A new box, cleared but for its kind and number; valid until the next one. */
SceneBox *build_box(Scene *scene, SceneKind kind, uint64_t number);

/* Fills in what a cell says or that an arrow leaves from it. */
void build_cell(Builder *builder, SceneCell *cell, const ViewSlot *slot, bool inlines, bool shown);

/* frame_box.c */
void build_frames(Builder *builder);

/* Writes above a box what is to be known of it. */
void build_tag(Builder *builder, uint32_t box, const char *words, ColorRole color);

/* Makes the box of a ghost, with the reason as its tag, from an object of the view before. */
void build_ghost(Builder *builder, const ViewObject *object, const char *reason);

/* Whether a slot of a holder is drawn as an arrow to its target (or to its key). */
bool build_draws_arrow(const Builder *builder, int32_t target, bool holder_inlines);

/* Only what some arrow leads to is drawn. */
void build_refer_to(Builder *builder, int32_t target);

/* nest_build.c: the cells of a nest whose top left corner is there. */
void build_nest(Builder *builder, uint32_t box, const NestThing *thing, const NestManner *manner, Point at);
/* What a cell of C's says: a value, an address as long as no arrow is drawn for it, its bytes. */
void build_c_value(Builder *builder, SceneCell *cell, const ViewSlot *slot);

/* aim.c: where a pointer's arrow leads to; false: nowhere that is drawn. */
typedef struct Landing { uint32_t box, cell; bool past; } Landing;
bool build_landing(const Builder *builder, const ViewSlot *slot, Landing *landing);
/* The height at the side of its box at which an arrow to a place in it arrives; and the way from there on, added to the
 * points, which end at that side. `turn` counts the arrows that lead there, from 0. */
float build_landing_height(const Scene *scene, const SceneArrow *arrow, uint32_t turn);
void build_landing_way(const Scene *scene, const SceneArrow *arrow, uint32_t turn, PointPool *points);

/* connect.c: arrows from the cells, routed. */
void build_arrows(Builder *builder);

/* collector.c: what a run of the cycle collector knows of each object. */
void build_collector(Builder *builder);

/* mark.c: new, changed, counted, dead. */
void build_marks(Builder *builder);

#endif
