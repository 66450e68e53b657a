/* The lesson menu: what the window shows when it was given no file. */
#ifndef REFARROWS_SCENE_PANELS_MENU_H
#define REFARROWS_SCENE_PANELS_MENU_H

#include "scene/panels/panel_model.h"

typedef struct MenuItem {
    const char *title;         /* of the lesson */
    const char *course;        /* items of one course follow each other under its name */
    const char *goal;          /* what one can do afterwards; NULL */
    float part;                /* of it was seen, 0 to 1; 1: gone through to its end */
} MenuItem;

typedef enum MenuMove { MENU_UP, MENU_DOWN, MENU_LEFT, MENU_RIGHT } MenuMove;

/* The item that a move leads to from another: up and down through all, left and right to the neighbouring course. */
size_t menu_move(const MenuItem *items, size_t count, size_t chosen, MenuMove move);

/* Draws the menu with one item chosen; `hits` gets TARGET_MENU with the item's index. */
void menu_draw(float width, float height, const MenuItem *items, size_t count, size_t chosen,
               const TextMeasure *measure, DrawList *list, PanelHits *hits);

#endif
