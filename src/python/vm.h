/* The Vm: the whole state of a Python run, at the start of its arena.
 *
 * Objects that exist as long as the interpreter does (None, the small ints, the built-in types) lie in this struct, so
 * their places are constants. Everything else hangs off it, inside the arena. The only pointers that leave the arena go
 * to the host and to what never changes after loading.
 */
#ifndef REFARROWS_PYTHON_VM_H
#define REFARROWS_PYTHON_VM_H

#include "machine/arena.h"
#include "machine/machine.h"
#include "python/alloc.h"
#include "python/frame.h"
#include "python/free_list.h"
#include "python/gc_state.h"
#include "python/modules/library_types.h"
#include "python/names.h"
#include "python/object.h"
#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/int.h"
#include "python/objects/str.h"

enum {
    SMALL_INT_MIN = -5, SMALL_INT_MAX = 256,          /* as CPython: one object each */
    SMALL_INT_COUNT = SMALL_INT_MAX - SMALL_INT_MIN + 1,
    VM_LETTERS = 29,
    VM_RECURSION_LIMIT = 1000,                        /* sys.getrecursionlimit() at the start */
    TYPE_CACHE_SIZE = 1024,
    VM_C_STACK_RESERVE = 512 << 10                    /* bytes of the C stack that guarded recursion leaves free */
};

/* Segments of the arena. */
enum { SEGMENT_VM, SEGMENT_FRAMES, SEGMENT_POOLS, SEGMENT_LARGE, SEGMENT_COUNT };

typedef struct SmallInt { Int value; uint64_t room; } __attribute__((aligned(16))) SmallInt;
typedef struct Character { Str value; char room[STR_HEADER + 2 - sizeof(Str)]; } __attribute__((aligned(16))) Character;
/* What type_lookup found last for a type version and an interned name; value NULL: nothing. */
typedef struct TypeCacheEntry { uint32_t version; Object *name, *value; } TypeCacheEntry;
typedef struct Singleton { Object head; } __attribute__((aligned(16))) Singleton;

struct Vm {
    Type types[TYPE_COUNT];
    Singleton none, not_implemented, ellipsis;
    SmallInt false_object, true_object;               /* bools are ints */
    SmallInt small_ints[SMALL_INT_COUNT];
    Character characters[256];                        /* the str of one Latin-1 character */

    Arena *arena;
    MachineHost *host;
    const char *program_name, *program_argument;      /* __file__, sys.argv[0]; outside the arena, like the text */
    const char *program_text;                         /* the source, for tracebacks; likewise */
    size_t program_length;
    struct PythonMachine *machine;                    /* the adapter that runs it, see python.c; NULL in tests */
    Alloc alloc;

    uint64_t next_number;                             /* of the next object */
    uint64_t next_frame_number;
    uint32_t next_type_version;
    uint32_t next_dict_version;

    Object *names[NAME_COUNT];                        /* interned str */
    Object *letters[VM_LETTERS];                      /* interned ones that are not those, see vm.c */
    Object *empty_str, *empty_tuple, *empty_bytes, *empty_frozenset;
    Object *bytes_of_one[256];
    Object *interned;                                 /* Dict of interned str; its references do not count (as CPython) */

    TypeCacheEntry type_cache[TYPE_CACHE_SIZE];

    Object *raised;                                   /* the exception on its way; NULL: none */
    HandledException *handled;                        /* innermost exception being handled: sys.exc_info */
    HandledException handled_base;                    /* of the call stack, below all generators */

    Object *builtins;                                 /* Dict: the builtins module's names */
    Object *modules;                                  /* Dict: sys.modules */
    Object *main_module;
    Object *library_types[LIBRARY_TYPE_COUNT];        /* made when first needed; NULL before */
    uint64_t first_number;                            /* of the first object that the program, not the start, made */
    Object *shown_exception;                          /* the one that ended the program, kept for its last step */
    Object *memory_error;                             /* made in advance: raised when there is no memory for one */
    Object *repr_active;                              /* list of objects being shown, or NULL */

    Frame *frame;                                     /* the frame that runs */
    unsigned char *frames_top, *frames_end;           /* first free byte of the frame stack, and where it ends */
    uint32_t depth;                                   /* Python frames on the call stack */
    uint32_t recursion_limit;
    uint32_t c_depth;                                 /* calls in C that count as CPython's do, see vm_enter_recursion */
    uintptr_t c_stack_low, c_stack_high;              /* C stack of the thread that runs; low is where it counts as full */
    bool recursion_headroom;                          /* a RecursionError is being handled */
    Packed packed;                                    /* of the call under way */

    Gc gc;                                            /* the collector's rings, settings and present run */
    FreeList free_lists[FREE_LIST_COUNT];
    Object *trash;                                    /* objects waiting for dealloc while one is deep, see object.c */
    uint32_t trash_depth;

    uint32_t eval_depth;                              /* runs of the evaluation loop on the C stack; 1: flat */
    uint8_t pending;                                  /* Pending, see eval.h: what a resumed run does first */
    uint8_t event;                                    /* StepEvent last reported */
    int32_t event_line;
    bool instruction_shown;                           /* the stop before the next instruction was visited already */
    bool slow;                                        /* count (and stop at) every instruction */
    bool watches_deaths;                              /* the host is told about every death */
    uint64_t dying;                                   /* then: number of the object being released; 0: none */
    bool aborting;                                    /* the run is being left: no handler runs any more */

    uint64_t step;                                    /* of the event last reported; UINT64_MAX before the first */
    uint64_t instruction;                             /* within the step, when counting */
    uint64_t moment;                                  /* of collections within the instruction, when counting */
    uint64_t output_length[2];                        /* bytes written to stdout and stderr so far */
    uint64_t input_lines;                             /* lines of input read so far */
    uint64_t prompt_start;                            /* byte of stdout at which the last input() wrote its prompt */
    int64_t clock_ahead;                              /* nanoseconds by which the clock is ahead of the steps */
    uint64_t random_state;                            /* seed of what must look random without being so */
    uint32_t int_max_str_digits;                      /* sys.set_int_max_str_digits(); 0: no limit; 4300 at the start */
    int32_t exit_status;
    bool finished;
};

static inline Object *none(Vm *vm) { return &vm->none.head; }
static inline Object *not_implemented(Vm *vm) { return &vm->not_implemented.head; }
static inline Object *bool_object(Vm *vm, bool value)
{
    return value ? &vm->true_object.value.head : &vm->false_object.value.head;
}
static inline Object *new_none(Vm *vm) { return incref(none(vm)); }
static inline Object *new_bool(Vm *vm, bool value) { return incref(bool_object(vm, value)); }
static inline Object *new_not_implemented(Vm *vm) { return incref(not_implemented(vm)); }

static inline Type *builtin_type(Vm *vm, TypeId id) { return &vm->types[id]; }
#define name_of(vm, x) ((vm)->names[NAME_##x])        /* name_of(vm, init): "__init__"; plain_items: "items". Borrowed */

/* Exactly of that built-in type: is_exact(o, LIST). */
#define is_exact(object, id) (OBJECT(object)->type == TYPE_REF(id))
/* Of it or of a subclass. The five with a flag are one test of a bit. */
#define has_type_flag(vm, object, flag) ((object_type(vm, OBJECT(object))->flags & (flag)) != 0)
static inline bool is_int(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_INT_SUBCLASS); }
static inline bool is_str(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_STR_SUBCLASS); }
static inline bool is_list(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_LIST_SUBCLASS); }
static inline bool is_tuple(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_TUPLE_SUBCLASS); }
static inline bool is_dict(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_DICT_SUBCLASS); }
static inline bool is_bytes(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_BYTES_SUBCLASS); }
static inline bool is_type(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_TYPE_SUBCLASS); }
static inline bool is_exception(Vm *vm, const Object *o) { return has_type_flag(vm, o, TYPE_EXCEPTION_SUBCLASS); }
static inline bool is_float(Vm *vm, const Object *o) { return object_is_instance(vm, o, &vm->types[TYPE_FLOAT]); }
static inline bool is_set(Vm *vm, const Object *o) { return object_is_instance(vm, o, &vm->types[TYPE_SET]); }
static inline bool is_frozenset(Vm *vm, const Object *o)
{
    return object_is_instance(vm, o, &vm->types[TYPE_FROZENSET]);
}
static inline bool is_any_set(Vm *vm, const Object *o) { return is_set(vm, o) || is_frozenset(vm, o); }

/* ---- the collector's rings (gc.c) ---- */

/* Bits of GcHead.prev; the pointer, or during a collection the copied count, lies above them. */
enum {
    GC_FINALIZED = 1,          /* its __del__ has run: never again */
    GC_COLLECTING = 2,         /* belongs to the generations being collected right now */
    GC_QUIET = 4,              /* of the library, or part of a class: a collection passes over it without a stop */
    GC_FLAGS = 7,
    GC_LASTING_FLAGS = GC_FINALIZED | GC_QUIET,
    GC_COUNT_SHIFT = 3
};

static inline GcHead *gc_ring_prev(const GcHead *head) { return (GcHead *)(head->prev & ~(uintptr_t)GC_FLAGS); }
static inline void gc_ring_set_prev(GcHead *head, const GcHead *prev)
{
    head->prev = (head->prev & GC_FLAGS) | (uintptr_t)prev;
}
static inline void gc_ring_append(GcHead *ring, GcHead *node)
{
    GcHead *last = (GcHead *)ring->prev;
    gc_ring_set_prev(node, last);
    last->next = (uintptr_t)node;
    node->next = (uintptr_t)ring;
    ring->prev = (uintptr_t)node;
}
static inline void gc_ring_remove(GcHead *node)
{
    GcHead *prev = gc_ring_prev(node), *next = (GcHead *)node->next;
    prev->next = (uintptr_t)next;
    gc_ring_set_prev(next, prev);
}

/* More objects were born than the threshold allows: collects, if that is allowed now. */
void gc_consider(Vm *vm);
/* The collector keeps count of births and deaths, and may run at a birth. */
static inline void gc_allocated(Vm *vm)
{
    if ((int64_t)++vm->gc.count[0] > vm->gc.threshold[0])
        gc_consider(vm);
}
static inline void gc_freed(Vm *vm)
{
    if (vm->gc.count[0] > 0)
        vm->gc.count[0]--;
}

static inline void gc_track(Vm *vm, Object *object) { gc_ring_append(&vm->gc.generations[0], gc_head(object)); }
static inline void gc_untrack(Vm *vm, Object *object)   /* does nothing when it is not tracked */
{
    GcHead *head = gc_head(object);
    if (!head->next)
        return;
    gc_ring_remove(head);
    head->next = 0;
    head->prev &= GC_LASTING_FLAGS;
}

/* ---- raising (error.c) ----
 * Formats: %s C string, %d int, %lld int64_t, %llu, %zu, %c, %%, %.100s, and for objects: %R repr, %S str, %A ascii,
 * %T name of the object's type (type(o).__name__), %B the same but None for None, %N name of a Type*, %U a str object.
 * Text is UTF-8. */
void *vm_raise(Vm *vm, TypeId exception, const char *format, ...);   /* returns NULL */
int vm_raise_int(Vm *vm, TypeId exception, const char *format, ...); /* returns -1 */
void *vm_raise_object(Vm *vm, TypeId exception, Object *argument);   /* exception(argument), e.g. KeyError(key) */
void *vm_raise_value(Vm *vm, Object *exception);                     /* takes the reference over */
void *vm_raise_memory(Vm *vm);
/* The same with a cause (taken over), as `raise ... from cause` says it. */
void *vm_raise_from(Vm *vm, Object *cause, TypeId exception, const char *format, ...);
static inline bool vm_failed(const Vm *vm) { return vm->raised != NULL; }
static inline bool call_is_packed(const Vm *vm, Object *const *args) { return args == vm->packed.args; }

/* From now on these arguments count as packed; gives what was before, to be put back after the call. */
static inline Packed call_pack(Vm *vm, Object *const *args, Object *tuple)
{
    Packed outer = vm->packed;
    vm->packed = (Packed){args, tuple};
    return outer;
}
bool vm_failed_with(Vm *vm, TypeId exception);                       /* the raised exception is an instance of it */
void vm_clear_error(Vm *vm);
/* Reports the raised exception on stderr as "Exception ignored in: ..." and clears it. */
void vm_write_unraisable(Vm *vm, Object *where);
/* What is written of it, unless the program has a sys.unraisablehook; `message` (NULL: "Exception ignored in") and `where`
 * may be NULL. */
void vm_show_unraisable(Vm *vm, Object *exception, Object *message, Object *where);
/* Format a new str with the conversions above; NULL on error. */
Object *str_format(Vm *vm, const char *format, ...);

/* Leaves the run at once: raises what no handler catches. For the loop and vm_poll. */
void vm_abort(Vm *vm);

/* For loops in C that run no instruction: leaves the run if the host wants it to end. Where that cannot be left from
 * (nothing runs that the host started), returns true with KeyboardInterrupt raised. */
static inline bool vm_asked_to_stop(Vm *vm)
{
    if (__builtin_expect(!machine_host_cancelled(vm->host), 1))
        return false;
    vm_abort(vm);
    return true;
}
/* Called by built-ins that may run long, every few thousand iterations: -1 when the run is to be left. */
int vm_poll(Vm *vm);
/* Guard C recursion: 0, or -1 with RecursionError ("maximum recursion depth exceeded" + where, e.g. " in comparison"),
 * when as many calls are under way as the program allows, or when the C stack is full whatever it allows. */
int vm_enter_recursion(Vm *vm, const char *where);
/* Tells where the C stack of the calling thread ends. Whoever enters the Vm from a thread calls it first. */
void vm_find_c_stack(Vm *vm);
static inline bool vm_c_stack_full(const Vm *vm) { return (uintptr_t)__builtin_frame_address(0) < vm->c_stack_low; }
void vm_leave_recursion(Vm *vm);
/* Writes UTF-8 to the program's stdout or stderr. */
void vm_write(Vm *vm, OutputStream stream, const char *text, size_t length);

/* ---- arguments of C functions (args.c) ---- */
/* As CPython's _PyArg_CheckPositional: "name expected at least 1 argument, got 0". False with TypeError. */
bool args_check(Vm *vm, const char *function, size_t count, size_t min, size_t max);
/* The same for functions whose arguments CPython counts with PyArg_ParseTuple: "name() takes at least 1 argument". */
bool args_counted(Vm *vm, const char *function, size_t count, size_t min, size_t max);
/* "name() takes no keyword arguments". False with TypeError. */
bool args_no_names(Vm *vm, const char *function, Object *names);
/* Keyword parsing as Argument Clinic does it. `format` lists parameters: "sep,end|file,$key" -- before '|' required,
 * after it optional, after '$' keyword only; a leading '/'-separated group "x,y/z" is positional only. Fills out[i] with
 * borrowed references, NULL where not given. False with TypeError worded as CPython's. */
bool args_parse(Vm *vm, const char *function, const char *format, Object *const *args, size_t count, Object *names,
                Object **out);
/* "descriptor 'append' for 'list' objects doesn't apply to a 'int' object" is raised by the descriptor itself. */

#endif
