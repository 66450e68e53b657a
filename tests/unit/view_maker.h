/* Views written by hand, for tests of the layout. Include it after cmocka.h. */
#ifndef REFARROWS_TESTS_VIEW_MAKER_H
#define REFARROWS_TESTS_VIEW_MAKER_H

#include "random_run.h"
#include "scene/layout.h"
#include "scene/scene.h"

static const TextMeasure MEASURE = {run_text_width, NULL};

/* Slots belong to the frame or object declared last. */
typedef struct Maker { View view; bool in_frame; } Maker;

static inline void maker_init(Maker *maker)
{
    view_init(&maker->view);
}

static inline void frame(Maker *maker, uint64_t number, const char *name)
{
    ViewText text = view_add_string(&maker->view, name);
    ViewFrame *added = view_add_frame(&maker->view);
    *added = (ViewFrame){.number = number, .name = text, .first_slot = maker->view.slot_count,
                         .is_module = number == 1};
    maker->in_frame = true;
}

static inline void object(Maker *maker, uint64_t number, uint8_t kind, const char *type)
{
    ViewText name = view_add_string(&maker->view, type), repr = view_add_string(&maker->view, "7");
    ViewObject *added = view_add_object(&maker->view);
    *added = (ViewObject){.number = number, .kind = kind, .type = name, .repr = repr, .count = 1,
                          .first_slot = maker->view.slot_count};
    maker->in_frame = false;
}

/* `target` is the index of an object in the view, in the order of declaration; negative: not bound. */
static inline void slot(Maker *maker, uint8_t role, const char *label, int target)
{
    ViewText text = view_add_string(&maker->view, label);
    ViewSlot *added = view_add_slot(&maker->view);
    added->label = text;
    added->role = role;
    added->state = target < 0 ? SLOT_UNBOUND : SLOT_REFERENCE;
    added->target = target < 0 ? VIEW_NONE : target;
    if (maker->in_frame)
        maker->view.frames[maker->view.frame_count - 1].slot_count++;
    else
        maker->view.objects[maker->view.object_count - 1].slot_count++;
}

static inline Layout *solve(Maker *makers, int count)
{
    SceneOptions options = scene_options_default();
    Layout *layout = layout_create(&MEASURE, &options);
    for (int i = 0; i < count; i++)
        layout_add_view(layout, &makers[i].view);
    layout_solve(layout);
    return layout;
}

static inline void finish(Layout *layout, Maker *makers, int count)
{
    for (int i = 0; i < count; i++)
        view_finish(&makers[i].view);
    layout_destroy(layout);
}

static inline Rect place(const Layout *layout, uint64_t number)
{
    assert_non_null(layout_place(layout, number));
    return layout_place(layout, number)->rect;
}

#endif
