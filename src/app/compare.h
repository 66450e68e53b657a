/* Two steps side by side: the pictures of both, with what differs marked in each. The earlier step is the one before,
 * whichever of them is kept: so what is new is new in the later picture, and what is gone is gone there. */
#ifndef REFARROWS_APP_COMPARE_H
#define REFARROWS_APP_COMPARE_H

#include "machine/change.h"
#include "machine/timeline.h"
#include "scene/scene.h"

typedef struct Comparison {
    bool is_there;
    Position kept;             /* the step that the one shown is compared with */
    bool kept_is_later;
    bool of_runs;              /* the one kept is of the other run */
    Scene scenes[2];           /* of the one kept, of the one shown */
    float extent_width, extent_height;     /* room that both need at most */
    char words[120];           /* "2 new objects, 1 gone, 3 references changed" */
} Comparison;

enum { COMPARED_KEPT, COMPARED_SHOWN };

void comparison_init(Comparison *comparison);
void comparison_finish(Comparison *comparison);

/* What the pictures are drawn with. */
typedef struct CompareManner {
    const TextMeasure *measure;
    const SceneOptions *scene;
    const ViewOptions *view;
    const Layout *layout;      /* that both steps were fed to; NULL: make one for the two */
} CompareManner;

/* Compares the step `kept` with the one at `at`, whose view that is. The cursor of the timeline moves. Cancelled: there is
 * no comparison. */
TimelineStatus comparison_make(Comparison *comparison, Timeline *timeline, Position kept, Position at, const View *view,
                               const CompareManner *manner);

/* Compares a step of the other run, which is drawn on the left, with the one shown. What the names of the frames lead to in
 * the same way is the same thing in both. */
void comparison_make_runs(Comparison *comparison, const View *other, Position at, const View *view,
                          const CompareManner *manner);

#endif
