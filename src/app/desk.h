/* The desk: how somebody left the window, to find it so again: for each program what was arranged in its memory and at which
 * step it was left, and for all of them how wide the panels are. It lies in `desk.json` in the user's data directory:
 *
 *     {"format": "refarrows-desk", "version": 1, "panels": {"left": 0.28, "words": 0, "output": 0},
 *      "programs": {"/home/ada/lists.py": {"source": "9e3779b97f4a7c15", "pins": [[12, 1, 300]], "opened": [4],
 *       "folded": [], "folded_types": ["dict"], "hidden": ["i"], "focus": "", "step": 7}}}
 *
 * Objects are meant by number, which says nothing any more once the source has changed: then only what is meant by name
 * is taken up again. A file that cannot be read is as good as none; the desk is a convenience, never a reason to stop.
 */
#ifndef REFARROWS_APP_DESK_H
#define REFARROWS_APP_DESK_H

#include "scene/choice.h"
#include "scene/panels/panel_model.h"

enum { DESK_PROGRAMS = 200 };      /* that many are remembered, those left last */

typedef struct Desk {
    Choices choices;
    PanelShares shares;
    uint64_t step;             /* where it was left; 0: at the beginning, or at its end */
} Desk;

/* What was kept for the program `key`; what was not is left as it is. `folder` or `key` NULL: nothing was. */
void desk_recall(const char *folder, const char *key, uint64_t source, Desk *desk);

/* Keeps it. False, with one line in `error`, when that fails; the old file is still there then. */
bool desk_keep(const char *folder, const char *key, uint64_t source, const Desk *desk, char *error, size_t error_size);

/* A number for a source's text, equal for equal texts. */
uint64_t desk_source(const char *text, size_t length);

#endif
