/* Holders: who refers to an object. Each counted reference is one holder, so an object has as many as its count says.
 *
 * A machine lists them by walking its memory once, for any number of objects (MachineLanguage.holders). The list is flat
 * data that refers to nothing in the machine:
 *
 *     HolderList list;
 *     holder_list_init(&list);
 *     holders_find(language, machine, &number, 1, 0, &list);
 *     for (uint32_t i = 0; i < list.objects[0].listed; i++)
 *         holder_words(&list, &list.items[list.objects[0].first + i], words, sizeof words);
 *     holder_list_finish(&list);
 */
#ifndef REFARROWS_MACHINE_HOLDERS_H
#define REFARROWS_MACHINE_HOLDERS_H

#include "machine/machine.h"

typedef enum HolderRole {
    HOLDER_NAME,               /* a name of a frame, module or class body */
    HOLDER_CELL,               /* a name whose value lies in a cell */
    HOLDER_ITEM,               /* of a list, tuple, deque */
    HOLDER_MEMBER,             /* of a set */
    HOLDER_KEY,                /* of a dict */
    HOLDER_VALUE,              /* of a dict */
    HOLDER_ATTRIBUTE,
    HOLDER_CLASS,              /* an instance refers to its class */
    HOLDER_BASE,               /* a class refers to the classes it is made from */
    HOLDER_DEFAULT,            /* of a parameter */
    HOLDER_CLOSURE,            /* a function refers to the cell of an outer variable */
    HOLDER_METHOD,             /* a bound method: its object or its function */
    HOLDER_ITERATOR,           /* of a for statement that is under way */
    HOLDER_ARGUMENT,           /* of a call under way, or the callable */
    HOLDER_TEMPORARY,          /* a value on the evaluation stack */
    HOLDER_RETURNED,           /* on its way to the caller */
    HOLDER_RUNNING,            /* a call refers to the function and code that it runs */
    HOLDER_NAMESPACE,          /* the dict in which names are looked up */
    HOLDER_HANDLED,            /* exception being handled */
    HOLDER_TRACEBACK,          /* a traceback refers to frames, and they to each other */
    HOLDER_CONSTANT,           /* of code */
    HOLDER_PART,               /* something that an object consists of: its __dict__, its args */
    HOLDER_INTERPRETER,
    HOLDER_BUILT_IN,           /* a variable of a function written in C that is under way: min() while it asks a key */
    HOLDER_POINTER,            /* C: a pointer into the block */
    HOLDER_ROLE_COUNT
} HolderRole;

typedef enum HolderPlace {
    HOLDER_IN_FRAME, HOLDER_IN_OBJECT, HOLDER_IN_INTERPRETER,
    HOLDER_AT_ADDRESS          /* C: `number` bytes of memory from `address` on, whatever they belong to */
} HolderPlace;

typedef struct Holder {
    uint64_t number;           /* of the frame or object that refers; 0: the interpreter */
    uint64_t address;          /* of that object; else 0 */
    ViewText label;            /* the name, index, key or attribute; empty: there is none */
    ViewText owner;            /* in words: "module", "add", "list", "function add"; empty for the interpreter */
    uint32_t object;           /* what it refers to: place in HolderList.objects */
    uint8_t place;             /* HolderPlace */
    uint8_t role;              /* HolderRole */
} Holder;

typedef struct HeldObject {
    uint64_t number;
    uint64_t found;            /* how many holders it has */
    uint32_t first, listed;    /* those listed: items[first] and following; fewer than found if too many were found */
    uint64_t address;
    bool exists;
} HeldObject;

/* A place that may hold a reference, told so that it is found again at another step. */
struct HolderSlot {
    uint64_t number;           /* of the frame or object */
    uint64_t address;          /* of that object; 0 for a frame */
    char label[128];           /* as Holder's */
    uint8_t place, role;       /* HolderPlace, HolderRole */
};

struct HolderList {
    HeldObject *objects;       /* in the order in which they were asked for */
    uint32_t object_count, object_capacity;
    Holder *items;
    uint32_t count, capacity;
    View text;                 /* only its text is used */
};

/* The slot that a holder is. */
HolderSlot holder_slot(const HolderList *list, const Holder *holder);

void holder_list_init(HolderList *list);
void holder_list_finish(HolderList *list);

/* For whoever fills one. Begins anew, with those objects, none of which has a holder yet. */
void holder_list_begin(HolderList *list, const uint64_t *numbers, uint32_t count);

/* One more holder of the object at that place in the list; holders may come in any order. Returns NULL when `most` (0: no
 * limit) of that object are listed already: it is counted only. Valid until the next call; all fields are empty. */
Holder *holder_list_add(HolderList *list, uint32_t object, uint32_t most);

/* Puts the holders of each object together, in the order in which they came. Call once, last. */
void holder_list_end(HolderList *list);

/* Lists the holders of objects of a machine at a stop; changes nothing. At most `most` of each (0: all) are listed, all
 * are counted. A language without the function shows all its references in its view: then they are taken from there. */
void holders_find(const MachineLanguage *language, Machine *machine, const uint64_t *numbers, uint32_t count,
                  uint32_t most, HolderList *list);

/* The same for all objects of a view of the machine as it stands, in the view's order. */
void holders_of_view(const MachineLanguage *language, Machine *machine, const View *view, uint32_t most,
                     HolderList *list);

/* The holder in words: "name x in module", "item 3 of list, object 12"; with numbers only of objects. Cut to fit. */
void holder_words(const HolderList *list, const Holder *holder, char *words, size_t size);

/* The two halves of that for a table: what it is ("x", "item 3"), and where ("in module", "of list"). */
void holder_name(const HolderList *list, const Holder *holder, char *words, size_t size);
void holder_whereabouts(const HolderList *list, const Holder *holder, char *words, size_t size);

/* "name", "item", ...: what JSON calls the role. */
const char *holder_role_name(HolderRole role);

static inline const char *holder_text(const HolderList *list, ViewText text) { return view_text(&list->text, text); }

#endif
