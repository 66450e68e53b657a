/* Fingers: a tap is a click, a drag is a drag (of code it scrolls), a long press lights up what is under it as the pointer
 * does, and opens its menu if the finger is lifted there; two fingers zoom and move the memory.
 */
#ifndef REFARROWS_APP_TOUCH_H
#define REFARROWS_APP_TOUCH_H

#include <SDL_events.h>

#include "app/viewer.h"

typedef struct TouchFinger { SDL_FingerID id; float x, y; } TouchFinger;       /* logical pixels of the window */

typedef struct Touch {
    enum {
        TOUCH_NONE,
        TOUCH_DOWN,            /* one finger, nothing is known yet */
        TOUCH_DRAG, TOUCH_SCROLL, TOUCH_HOVER, TOUCH_PAIR,
        TOUCH_OVER             /* one of two was lifted: the other does nothing any more */
    } state;
    TouchFinger fingers[2];
    int count;                 /* on the glass; a third is of no account */
    Point start;               /* where the first came down, */
    Uint32 since;              /* and when */
    bool moved;                /* TOUCH_HOVER: away from there */
    float left_to_scroll;
    Uint32 tapped;             /* the last tap, for double taps; 0: none */
    Point tap;
} Touch;

/* What a finger did; its coordinates are parts of the window, as SDL has them. */
void touch_event(Touch *touch, Viewer *viewer, const SDL_TouchFingerEvent *event);

/* To be called when touch_patience is over: a finger that rests has become a long press. */
void touch_rest(Touch *touch, Viewer *viewer, Uint32 now);

/* Milliseconds until then; -1: nothing to wait for. */
int touch_patience(const Touch *touch, Uint32 now);

#endif
