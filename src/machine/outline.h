/* The outline: a view as plain text for `refarrows text`, for screen readers and for tests. One fact per line, depth by
 * two spaces, words instead of signs, the same text for the same view:
 *
 *     step 3: line 4 is about to run
 *     frame <module>, line 4, running
 *       x: list, object 12, was int 1, object 10
 *     objects
 *       object 12: list [1, 2], 1 reference, 72 bytes, new
 *         held by x in <module>
 *         0: int 1, object 10
 *     released
 *       object 9: str 'old'
 *
 * The narration is no part of it; whoever prints the outline prints that as well.
 */
#ifndef REFARROWS_MACHINE_OUTLINE_H
#define REFARROWS_MACHINE_OUTLINE_H

#include <stdio.h>

#include "machine/change.h"
#include "machine/holders.h"
#include "machine/view.h"

enum { OUTLINE_HOLDERS = 20 };         /* of one object that are worth a line each */

/* Writes the outline of a view. With `previous` and the changes from it to `view`, what changed says so; both may be
 * NULL. `holders` lists, at most OUTLINE_HOLDERS each, those of all objects of the view in its order; or NULL. Errors of
 * the stream are left for the caller to see with ferror. */
void outline_write(FILE *out, const View *view, const View *previous, const ChangeList *changes,
                   const HolderList *holders);

#endif
