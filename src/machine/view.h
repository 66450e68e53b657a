/* The view: the state of a machine at one position, as flat data in one notation for every language.
 *
 * Frames hold slots (names), objects hold slots (items, entries, attributes). A slot refers to an object, holds a
 * value itself (C; small values), or is not bound. All text lies in one buffer and is named by offset and length; all
 * slots lie in one array, each frame's and each object's consecutive. Where values contain others (the structs and
 * arrays of C), slots are the scalars and texts at the bottom, and parts say what stands round them. A view owns its
 * memory and can be copied, kept, compared and sent to another thread; nothing in it points into the machine.
 *
 * What an object is called across steps is its number: a serial that is never used again in one run.
 */
#ifndef REFARROWS_MACHINE_VIEW_H
#define REFARROWS_MACHINE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { VIEW_NONE = -1, VIEW_GENERATIONS = 3 };

/* A piece of the view's text buffer, UTF-8. Zero length stands for no text. */
typedef struct ViewText { uint32_t start, length; } ViewText;

typedef enum SlotState {
    SLOT_REFERENCE,            /* `target` is the object it refers to */
    SLOT_UNBOUND,              /* a name that is not bound yet, or no longer */
    SLOT_VALUE,                /* the value is here, in `value` (C variables) */
    SLOT_POINTER               /* C: `value` is the address as text, `target` the block it points into or VIEW_NONE */
} SlotState;

/* Where exactly a pointer points, inside what it points into: a place in a box. */
typedef enum AimKind {
    AIM_NONE,                  /* nowhere: it is null, or no pointer at all */
    AIM_WHOLE,                 /* at the target, and nothing smaller is known */
    AIM_SLOT,                  /* at slot number `aimed`, or into its text */
    AIM_PART,                  /* at part number `aimed` */
    AIM_SLOT_END,              /* right behind that slot: one past the end */
    AIM_PART_END,
    AIM_OUTSIDE                /* at memory that is nobody's, or nobody's any more */
} AimKind;

/* What part an object's slot plays; decides how it is drawn and worded. */
typedef enum SlotRole {
    ROLE_NAME,                 /* a local, global or cell variable of a frame */
    ROLE_ITEM,                 /* element of a sequence: label is its index */
    ROLE_MEMBER,               /* element of a set: no label */
    ROLE_ENTRY,                /* dict entry: `key` and `target` */
    ROLE_ATTRIBUTE,            /* instance or class attribute: label is its name */
    ROLE_CLASS,                /* the instance-of reference */
    ROLE_BASE,                 /* a class's base */
    ROLE_CELL,                 /* closure cell of a function: label is the variable */
    ROLE_DEFAULT,              /* default value of a parameter: label is the parameter */
    ROLE_CONTENT,              /* what a cell, bound method, iterator, generator, exception holds */
    ROLE_RETURN,               /* the value on its way to the caller */
    ROLE_STACK,                /* temporary on the evaluation stack */
    ROLE_WEAK,                 /* weak reference: does not count */
    ROLE_RAISED                /* the exception that is on its way out of the frame */
} SlotRole;

/* Where a run of the cycle collector stands, in the order of its phases. */
typedef enum CollectorPhase {
    COLLECTOR_NONE,            /* none is under way */
    COLLECTOR_START,           /* the younger generations have joined the one that is collected */
    COLLECTOR_COPY,            /* each object's count was copied */
    COLLECTOR_SUBTRACT,        /* an object's references were taken from the copies of what it refers to */
    COLLECTOR_DIVIDE,          /* an object was found reachable, or was put aside */
    COLLECTOR_AGE,             /* what is reachable has joined the next older generation */
    COLLECTOR_WEAKREFS,        /* weak references to what is put aside are cleared */
    COLLECTOR_FINALIZE,        /* an object's finalizer is about to run */
    COLLECTOR_RESCUE,          /* finalizers made some reachable again: they are kept */
    COLLECTOR_CLEAR,           /* an object is about to drop its references */
    COLLECTOR_END
} CollectorPhase;

/* The collector's marks, on the objects of the generations being collected. */
typedef enum CollectorColor {
    COLLECTOR_UNMARKED,        /* no part of this collection, or it is done with the object */
    COLLECTOR_UNVISITED,       /* nothing is known about it yet */
    COLLECTOR_REACHABLE,       /* something outside refers to it, or something reachable does */
    COLLECTOR_ASIDE,           /* tentatively unreachable */
    COLLECTOR_GARBAGE          /* unreachable for certain */
} CollectorColor;

/* "copy", "subtract", ...; "unvisited", "reachable", ...: single words for traces and badges. */
const char *collector_phase_name(CollectorPhase phase);
const char *collector_color_name(CollectorColor color);

/* A collection under way, as it stands at the stop. */
typedef struct ViewCollector {
    uint8_t phase;             /* CollectorPhase; COLLECTOR_NONE: none is under way, and the rest means nothing */
    uint8_t generation;        /* that is collected with all younger ones; 0 is the youngest */
    bool is_treated;           /* the stop is about one object, even if the view does not show it */
    int32_t object;            /* index of that object, or VIEW_NONE */
    uint64_t count;            /* objects in the generations collected that are tracked now */
    uint64_t unreachable;      /* of these are put aside, or garbage */
    uint64_t ordinal;          /* of the collection in the run, from 1 */
} ViewCollector;

typedef struct ViewSlot {
    ViewText label;            /* name, index, attribute */
    ViewText value;            /* SLOT_VALUE and SLOT_POINTER: the value in words */
    ViewText type;             /* C: the declared type */
    int32_t target;            /* index of the object referred to, or VIEW_NONE */
    int32_t key;               /* ROLE_ENTRY: index of the key object, else VIEW_NONE */
    uint8_t state;             /* SlotState */
    uint8_t role;              /* SlotRole */
    uint64_t address;          /* C: nominal address of the variable; 0 if none */
    uint32_t size;             /* C: bytes */
    uint32_t offset;           /* SLOT_POINTER: byte offset into the target */
    ViewText own;              /* its name in the part around it: "x", "2"; `label` where there is no part */
    int32_t part;              /* index of the innermost part around it, or VIEW_NONE */
    uint32_t first_byte;       /* C: of its memory in the view's bytes; BYTES_NONE: too many, or no memory at all */
    uint64_t pointer;          /* SLOT_POINTER: the address */
    uint8_t aim;               /* AimKind */
    int32_t aimed;             /* index of the slot or part that it points at, or VIEW_NONE */
} ViewSlot;

#define BYTES_NONE UINT32_MAX

typedef enum PartKind { PART_ARRAY, PART_STRUCT, PART_UNION } PartKind;

/* C: one array, struct or union and the slots in it, which follow one another. Parts are in the order of their slots,
 * each before those within it. A block of the heap has one part for the whole of it unless it is one text. */
typedef struct ViewPart {
    ViewText label, own;       /* "p.corners[1]" and "1", as of slots */
    ViewText type;
    int32_t parent;            /* index of the part around it, or VIEW_NONE */
    uint32_t first_slot, slot_count;
    uint64_t address, size;    /* bytes */
    uint32_t length;           /* PART_ARRAY: elements, though fewer may be listed */
    uint8_t kind;              /* PartKind */
} ViewPart;

/* What is known of a byte. */
typedef enum ByteState { BYTE_UNALLOCATED, BYTE_FREED, BYTE_UNINITIALISED, BYTE_SET } ByteState;
typedef struct ViewByte { uint8_t value, state; } ViewByte;

typedef struct ViewFrame {
    uint64_t number;           /* serial of the activation: never used again in one run */
    uint64_t parent;           /* serial of the enclosing function's activation for a closure, 0 if none */
    ViewText name;             /* "<module>", "add", "main" */
    int32_t line;              /* the line it stands at, from 1 */
    int32_t called_from;       /* the caller's line, 0 if none */
    uint32_t first_slot, slot_count;
    bool is_module;
    bool is_class_body;
    bool is_generator;         /* may leave the stack at a yield, keeping its names, and come back */
    bool is_active;            /* the frame that runs: the last one */
    bool is_returning;         /* stands at its return event */
    bool is_yielding;          /* the same, but its generator is only suspended there */
    bool is_resumed;           /* stands at its call event: its generator goes on where it was suspended */
} ViewFrame;

/* Decides how an object is drawn; the type's name is in `type`. */
typedef enum ObjectKind {
    KIND_SCALAR,               /* int, float, bool, None, str, bytes, range: drawn as its repr */
    KIND_SEQUENCE,             /* list, tuple, deque: cells in a row */
    KIND_SET,
    KIND_DICT,
    KIND_INSTANCE,
    KIND_CLASS,
    KIND_FUNCTION,             /* function, builtin, bound method */
    KIND_CELL,
    KIND_MODULE,
    KIND_OTHER,                /* iterators, generators, frames, code, ...: repr and contents */
    KIND_BLOCK                 /* C: memory from malloc, a global, a string literal */
} ObjectKind;

typedef enum ObjectFlag {
    OBJECT_SHARED = 1,         /* the interpreter itself keeps it: its count is not the program's doing */
    OBJECT_MUTABLE = 2,
    OBJECT_LIBRARY = 4,        /* built-in or shipped library: hidden unless the whole truth is asked for */
    OBJECT_FREED = 8,          /* C: freed block, kept for what still points at it */
    OBJECT_STRANDED = 16,      /* alive, though no name leads to it: members of a cycle keep each other (Python) */
    OBJECT_UNCOUNTED = 32,     /* nobody counts the references to it (C): `count` means nothing and is 0 */
    OBJECT_READ_ONLY = 64,     /* C: a string literal, code: writing there is an error */
    OBJECT_SHIPPED = 128       /* what a shipped library has in Python for itself: said beside names, drawn in full only */
} ObjectFlag;

typedef struct ViewObject {
    uint64_t number;
    uint64_t count;            /* true reference count at this step */
    uint64_t size;             /* bytes, as sys.getsizeof */
    uint64_t address;          /* nominal */
    ViewText type;             /* "list", "Point" */
    ViewText repr;             /* made without running the program's code; may be shortened, see ViewOptions */
    ViewText signature;        /* KIND_FUNCTION: "add(item, bag)"; of a generator how far it is; else empty */
    uint32_t length;           /* true number of elements, though fewer slots may be listed */
    uint32_t first_slot, slot_count;
    uint8_t kind;              /* ObjectKind */
    uint8_t flags;             /* ObjectFlag */
    uint8_t color;             /* CollectorColor */
    uint8_t generation;        /* while a collection runs: 1 for the youngest to 3, 4: permanent; 0: not tracked */
    int64_t gc_refs;           /* the collector's copy of the count, less inner references; VIEW_NONE: it has none now */
} ViewObject;

typedef struct ViewOptions {
    uint32_t max_slots;        /* at most so many slots of one object are listed; 0: all */
    uint32_t max_repr;         /* bytes of a repr after which it is shortened with an ellipsis; 0: never */
    uint32_t max_objects;      /* objects after which no more are followed; 0: all */
    bool evaluation_stack;     /* list the temporaries of each frame, and tell the instruction that comes next */
    bool return_slot;          /* list the value or the exception on its way to the caller among the names of its frame */
    bool library;              /* follow references into built-in and library objects */
    bool hidden_names;         /* list names that the language itself makes: __doc__, a comprehension's .0 */
} ViewOptions;

/* The instruction that is about to run in the frame that runs, and the part of the source that it works out. */
typedef struct ViewInstruction {
    ViewText name, operand;    /* "LOAD_FAST", "b"; empty: not told */
    int32_t line, end_line;    /* from 1; 0: not known */
    int32_t column, end_column;        /* bytes of the line, from 0 */
} ViewInstruction;

typedef struct View {
    uint64_t step, instruction, moment;
    ViewCollector collector;
    uint8_t event;             /* StepEvent */
    int32_t line;              /* the line of the event */
    ViewInstruction next;      /* only with the option evaluation_stack */
    int32_t previous_line;     /* the line just run in this frame, 0 if none */
    ViewText error;            /* STEP_EXCEPTION, STEP_ERROR: last line of the traceback */
    int32_t return_value;      /* STEP_RETURN: object index, else VIEW_NONE */
    int32_t exception;         /* STEP_EXCEPTION: object index, else VIEW_NONE */
    uint64_t newest_number;    /* the largest object number given out so far in the run */
    uint64_t output_length;    /* bytes the program has written to stdout so far */
    uint64_t error_length;     /* the same for stderr */

    ViewFrame *frames;         /* oldest first */
    uint32_t frame_count, frame_capacity;
    ViewObject *objects;       /* in order of discovery from the frames' names, oldest frame first */
    uint32_t object_count, object_capacity;
    ViewSlot *slots;
    uint32_t slot_count, slot_capacity;
    ViewPart *parts;
    uint32_t part_count, part_capacity;
    ViewByte *bytes;
    uint32_t byte_count, byte_capacity;
    char *text;
    uint32_t text_length, text_capacity;
    bool truncated;            /* max_objects was reached, or too much is out of sight to know what no name leads to */
} View;

/* An empty view needs no memory. Running out of memory while filling one ends the process with a message: a view is
 * small, and there is nothing sensible to show without it. */
void view_init(View *view);
void view_finish(View *view);
void view_reset(View *view);                         /* empties, keeps the memory */
void view_copy(View *to, const View *from);          /* `to` is initialised */
bool view_equal(const View *a, const View *b);       /* every field, every text */

/* For whoever fills a view. The pointers returned are valid until the next call of the same function. */
ViewText view_add_text(View *view, const char *text, size_t length);
ViewText view_add_string(View *view, const char *text);
ViewFrame *view_add_frame(View *view);
ViewObject *view_add_object(View *view);
ViewSlot *view_add_slot(View *view);                 /* target, key, part and aimed are VIEW_NONE */
ViewPart *view_add_part(View *view);                 /* parent is VIEW_NONE; no slots yet */
ViewByte *view_add_bytes(View *view, uint32_t count);

/* For whoever reads one. */
static inline const char *view_text(const View *view, ViewText text) { return view->text + text.start; }
bool view_text_equals(const View *view, ViewText text, const char *string);

static inline const ViewByte *view_slot_bytes(const View *view, const ViewSlot *slot)
{
    return slot->first_byte == BYTES_NONE ? NULL : view->bytes + slot->first_byte;
}

/* Does the view show a program in C? For wording only. Python's oldest frame is a module's; C's is a function's, or holds
 * the globals, and what is in it has a type. */
bool view_is_c(const View *view);

/* The outermost part around a slot, or VIEW_NONE. */
int32_t view_outermost_part(const View *view, const ViewSlot *slot);

/* Index of the object with that number, or VIEW_NONE. Linear; build an index for many questions. */
int32_t view_find_object(const View *view, uint64_t number);
int32_t view_find_frame(const View *view, uint64_t number);

#endif
