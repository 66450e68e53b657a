/* The figures of `refarrows bench layout`: how long one step's picture takes to be laid out and routed. */
#ifndef REFARROWS_SCENE_LAYOUT_BENCH_H
#define REFARROWS_SCENE_LAYOUT_BENCH_H

#include <stdio.h>

#include "machine/change.h"
#include "scene/layout.h"

/* Prints {"objects","arrows","full_ms","step_ms"}, medians of several rounds. full_ms: a layout from nothing for
 * `view`, and its scene; step_ms: the scene of the step from `before` (may be NULL, as `changes`) to `view` with the
 * layout at hand. Objects are the boxes drawn. */
void layout_bench(const TextMeasure *measure, const SceneOptions *options, const View *before, const View *view,
                  const ChangeList *changes, FILE *file);

#endif
