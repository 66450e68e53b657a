/* The stage: from a timeline to the picture of a step. The window and the commands that draw go the same way.
 *
 * The run is cut into stretches of at most STAGE_STRETCH steps, at fixed steps; one layout serves a stretch. So what a
 * step looks like depends on the step alone, not on how it was reached, and nothing moves within a stretch.
 */
#ifndef REFARROWS_APP_STAGE_H
#define REFARROWS_APP_STAGE_H

#include "app/compare.h"
#include "app/other_run.h"
#include "machine/change.h"
#include "machine/timeline.h"
#include "scene/scene.h"

enum {
    STAGE_STRETCH = 256,       /* steps */
    STAGE_OPENED = 200,        /* cells of an opened object that are listed at first, */
    STAGE_MOST_OPENED = 12800, /* and when one went on and on */
    STAGE_OBJECTS = 60000      /* objects fed to one layout; a stretch of larger views ends earlier */
};

/* What of the memory is to be told with each picture. */
typedef struct StageQuestion {
    bool pools;                /* arenas and pools, */
    uint64_t pool;             /* with the blocks of the one at that address; 0: of none */
    uint64_t bytes_of;         /* number of an object to be unfolded into its bytes; 0: none */
    bool compares;             /* the step shown with */
    bool of_runs;              /* the corresponding one of the other run, or */
    Position kept;             /* this one */
} StageQuestion;

/* One step, ready to be drawn. Owns everything; refers to nothing outside. */
typedef struct StagePicture {
    StopInfo stop;
    View view;
    View before;               /* of the step before; empty at step 0 */
    bool has_before;
    ChangeList changes;        /* from `before` to `view` */
    View next;                 /* of the step after, for questions about it */
    bool has_next;             /* false inside a step, at the last one, and where the next one does not come soon */
    Scene scene;
    PoolMap pools, pools_before;       /* as the question asks, of this step and of the one before */
    ObjectBytes bytes;
    bool has_pools, has_bytes;
    Comparison comparison;     /* as the question asks */
    float extent_width, extent_height;     /* room that should be shown, see layout_room_at */
} StagePicture;

void stage_picture_init(StagePicture *picture);
void stage_picture_finish(StagePicture *picture);

/* The scene that the memory shows: while two steps are compared, that of the comparison. */
const Scene *stage_picture_scene(const StagePicture *picture);

/* Looking ahead may meet a step that takes for ever. Asked when the timeline was cancelled meanwhile: true means that
 * the cancel was for the look ahead only, has been taken back, and what is known so far shall be laid out. */
typedef bool (*StageHurry)(void *context);

typedef struct Stage {
    Timeline *timeline;        /* not owned */
    StageHurry hurry;          /* may be NULL: then every cancel is meant */
    void *hurry_context;
    const TextMeasure *measure;
    SceneOptions options;
    const OtherRun *other;     /* for questions about it; its timeline NULL or itself NULL: there is none */
    const char *source;        /* of the program; with `other` only */
    size_t source_length;
    StageQuestion question;    /* may be changed at any time between two pictures */
    ViewOptions view_options;
    Layout *layout;            /* of the steps from `first` up to, not including, `end`; NULL: none yet */
    uint64_t first, end;
} Stage;

/* `measure` must outlive the stage. The options decide how views are shortened, too. */
void stage_init(Stage *stage, Timeline *timeline, const TextMeasure *measure, const SceneOptions *options);
void stage_finish(Stage *stage);

/* Draws with these from now on. */
void stage_set_options(Stage *stage, const SceneOptions *options);

/* Makes the picture of the first stop at or after `target`. TIMELINE_END: of the last one. Cancelled: the picture is
 * unusable until shown again. */
TimelineStatus stage_show(Stage *stage, Position target, StagePicture *picture);

#endif
