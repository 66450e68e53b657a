/* What the parts of making a view share: view.c walks frames and blocks, view_value.c words values, view_aim.c finds out
 * what pointers point at, evaluation.c knows the evaluation stack. Nobody else includes it. */
#ifndef REFARROWS_C_VIEW_H
#define REFARROWS_C_VIEW_H

#include "c/c.h"
#include "c/parse.h"
#include "c/space.h"

enum { VIEW_VALUE_LENGTH = 400 };

typedef struct Viewer {
    CVm *vm;
    const ViewOptions *options;
    View *view;
    CPool pool;                /* texts of types, for this view */
    uint32_t *waiting;         /* records of blocks found, in order; literals and routines behind them, see place_of */
    uint32_t waiting_count, waiting_capacity;
    const CType **types;       /* per block record: what the first pointer to it points to */
    int32_t *found;            /* per block record, global and routine: index of its object, or VIEW_NONE */
    const CType **slot_types;  /* by slot of the view, and by part; NULL: made up for showing */
    uint32_t slot_type_capacity;
    const CType **part_types;
    uint32_t part_type_capacity;
    /* the evaluation stack found last (evaluation.c): in a recursion it is the next frame's too */
    const CMark **walked;
    uint32_t walked_count, walked_pc;
} Viewer;

/* ---- view.c ---- */
/* Something that lies nowhere in memory, as a slot of the frame that was added last. */
void c_view_add_value(Viewer *viewer, SlotRole role, const char *label, const CType *type, const CCell *value);

/* ---- evaluation.c, with the option evaluation_stack ---- */
/* The cells of a frame whose next instruction (or call under way) is `pc`. */
void c_view_add_temporaries(Viewer *viewer, uint32_t frame, uint32_t pc);
void c_view_add_instruction(Viewer *viewer);

/* ---- view_value.c ---- */
bool c_view_is_set(const unsigned char *memory, uint64_t size);
void c_view_put_floating(char *out, size_t size, long double value, int digits);
void c_view_put_integer(char *out, size_t size, const CType *type, int64_t value);
/* Of a scalar in memory that is no pointer; `field` if it is a bit-field. */
void c_view_put_scalar(char *out, size_t size, const unsigned char *memory, const CType *type, const CMember *field);
/* "text", up to the NUL, shortened; what has no value yet ends it. */
void c_view_put_text(char *out, size_t size, const unsigned char *memory, uint64_t length);
/* What a pointer's value is called: "&a[2]", "NULL", a function's name, or the number. */
void c_view_put_pointer(const CVm *vm, char *out, size_t size, uint64_t address, const CObject *object);

/* ---- view_aim.c ---- */
/* Fills in what every pointer of the view points at, once all slots are there. */
void c_view_aim(Viewer *viewer);

#endif
