/* What passes when one scene takes the place of another: arrows and frames that are gone, frames that have come. For the
 * moment of an animation alone; what the scenes themselves say does not depend on it. */
#ifndef REFARROWS_SCENE_PASSING_H
#define REFARROWS_SCENE_PASSING_H

#include "scene/scene.h"

typedef struct ScenePassing {
    bool *gone_arrows;         /* by index of the scene before: no arrow leads from that cell to that object any more */
    bool *gone_frames;         /* by index of its boxes */
    bool *new_frames;          /* by index of the boxes of the scene now */
} ScenePassing;

/* Finish it in any case. */
void scene_passing_find(ScenePassing *passing, const Scene *before, const Scene *now);
void scene_passing_finish(ScenePassing *passing);

#endif
