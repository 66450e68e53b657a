/* Arranging the memory: what the user opens, folds, hides, looks at alone or keeps in its place, by keys or from the menu
 * of a thing. All of it lands in the scene's Choices, from which the worker makes the picture anew. */
#ifndef REFARROWS_APP_ARRANGE_H
#define REFARROWS_APP_ARRANGE_H

#include "app/viewer.h"

typedef enum Arrangement {
    ARRANGE_OPEN,              /* the object with all of its cells, or shortened again */
    ARRANGE_GO_ON,             /* an opened object of which there is more: list twice as much */
    ARRANGE_FOLD,              /* the object with its title alone, or unfolded; of a frame all that its names refer to */
    ARRANGE_FOLD_TYPE,         /* all objects of its type */
    ARRANGE_ONLY,              /* only what the name reaches, or everything again */
    ARRANGE_HIDE,              /* the name, or all objects of that type */
    ARRANGE_RELEASE,           /* the object's pin */
    ARRANGE_SHOW_ALL,          /* nothing folded, opened, hidden or out of focus */
    ARRANGE_TIDY               /* no pins */
} Arrangement;

/* Does it to the thing meant: that of the open menu, or what the keyboard is on, or the pointer. */
void arrange(Viewer *viewer, Arrangement what);

/* Opens the menu of the thing meant, or of `id`, at a point in logical pixels; closes it. */
void arrange_open_menu(Viewer *viewer);
void arrange_open_menu_of(Viewer *viewer, const char *id, Point at);
void arrange_open_menu_of_line(Viewer *viewer, int line, Point at);        /* what can be done with a line of the code */
void arrange_open_menu_of_memory(Viewer *viewer, Point at);                /* and where nothing is in the memory */
void arrange_close_menu(Viewer *viewer);
void arrange_take_entry(Viewer *viewer, int entry);

/* A click on what stands for more: a shortened collection, a cell with things folded away. False if it is none. */
bool arrange_click(Viewer *viewer, const char *id, Point at);

/* Dragging a box: where it would be kept if it were let go with its corner at a point of the scene; and keeping it. */
bool arrange_may_drag(const Viewer *viewer, const char *id);
ChoicePin arrange_pin_at(const Viewer *viewer, uint64_t number, Point corner, Rect *guide);
void arrange_keep(Viewer *viewer, ChoicePin pin);

/* Moves the pin of what the keyboard is on, or pins it: columns, and steps downwards. */
void arrange_shift(Viewer *viewer, int columns, int down);

/* Fills what the panels show of it. */
void arrange_fill(Viewer *viewer, PanelModel *model);

#endif
