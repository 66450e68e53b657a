/* The state of a C run, at the start of its arena. Everything the program can touch lies in the other segments: its
 * memory, the shadow of that, its call frames, its evaluation stack, the allocator's books. The only pointers that leave
 * the arena go to the host and to the program, which never changes.
 *
 *     run.c       the loop that executes instructions
 *     call.c      calls, returns, jumps between frames
 *     space.c     memory by address, and what is checked when it is touched
 *     heap.c      malloc and free
 *     report.c    what is wrong, in a sentence; how the program dies of it
 *     describe.c  what lies at an address
 *     leak.c      blocks that nothing points to any more
 *     view.c      the state as a view
 */
#ifndef REFARROWS_C_VM_H
#define REFARROWS_C_VM_H

#include "c/program.h"
#include "machine/arena.h"
#include "machine/machine.h"

/* Segments of the arena. The three of memory and the three of its shadow follow one another in the same order, so that a
 * byte's shadow is always the same distance away. The stack is in two parts: programs that stay within the upper one
 * need not have all of the lower one looked at by every snapshot. */
enum {
    SEGMENT_VM, SEGMENT_FRAMES, SEGMENT_CELLS, SEGMENT_BLOCKS, SEGMENT_GRANULES, SEGMENT_RANGES, SEGMENT_LOW,
    SEGMENT_DEEP, SEGMENT_TOP, SEGMENT_LOW_SHADOW, SEGMENT_DEEP_SHADOW, SEGMENT_TOP_SHADOW, SEGMENT_COUNT
};

enum {
    STACK_TOP_PART = 256 << 10,
    SHADOW_DISTANCE = (1 << 30) + C_STACK_SIZE,        /* C_LOW_SIZE + C_STACK_SIZE */
    MOST_FRAMES = 260000,                              /* a frame takes 32 bytes of stack at least */
    MOST_CELLS = 4 << 20,
    REPORT_LENGTH = 600,
    TCACHE_BINS = 64, TCACHE_DEPTH = 7,                /* as glibc's */
    C_FIRST_CHUNK = 0x290,                             /* glibc's own block at the start of a heap */
    LINE_LENGTH = 1 << 16
};

typedef union CCell {
    int64_t i;
    uint64_t u;
    double d;
    float f;
    long double l;
} CCell;

typedef struct CFrame {
    uint64_t number;           /* serial, from 1 */
    uint64_t fp, sp;           /* addresses; sp: where the frame's memory ends while it calls another */
    uint64_t varargs;          /* address of the variable arguments, 0 if none */
    int32_t routine;
    uint32_t return_pc;
    int32_t line, called_from; /* its own line; the caller's when it called */
    uint32_t cells;            /* evaluation stack below it */
    int32_t site;              /* of the call, or -1 */
    bool is_returning;
} CFrame;

typedef enum CBlockState { BLOCK_LIVE, BLOCK_FREED, BLOCK_GONE } CBlockState;

/* A block of malloc's. */
typedef struct CBlock {
    uint64_t address, size;    /* as asked for */
    uint64_t chunk;            /* bytes taken, with the header */
    uint64_t number;           /* of the object in views */
    uint64_t born, died;       /* steps */
    int32_t born_line, died_line;
    int32_t references;        /* words of memory that point into it, as far as stores were watched */
    uint32_t next_free;        /* BLOCK_GONE: the next record to use */
    uint8_t state;             /* CBlockState */
    bool is_hidden;            /* the library's own */
    bool is_lost;              /* told as leaked */
    CType *type;               /* what the program took it for, or NULL */
} CBlock;

/* A block whose last pointer may just have gone. Where that lay in a block that was freed, a step is waited: the program
 * may be about to read it from there, and then that is the mistake. */
typedef struct CCandidate {
    uint32_t block, holder;    /* records; of the holder plus one, or 0 */
    int32_t line;
    bool has_waited;
} CCandidate;

typedef struct CRange { uint64_t address, size; } CRange;

typedef enum CEnding {
    ENDING_NONE, ENDING_EXIT, ENDING_FAULT, ENDING_CANCELLED
} CEnding;

/* What was ever touched, outside of the state: memory that a restored state does not cover must read as zero again. */
typedef struct CTouched {
    uint64_t low_end;
    bool deep;
} CTouched;

typedef struct CVm {
    const CProgram *program;
    MachineHost *host;
    struct CMachine *machine;
    Arena *arena;
    CTouched *touched;
    unsigned char *memory;     /* host address of C_LOW_BASE; the stack lies C_LOW_SIZE behind it */
    CFrame *frames;
    CCell *cells;
    CBlock *blocks;
    uint32_t *granules;        /* per 16 bytes of heap: the block it belongs to, plus one */
    CRange *ranges;            /* free memory of the heap, by address, none touching another */

    /* running */
    uint32_t depth;            /* frames */
    uint32_t pc;               /* next instruction; while one runs, itself */
    uint32_t cell_count;       /* cells in use at a stop */
    uint64_t sp;               /* of the program's stack */
    uint64_t lowest_sp;
    uint64_t low_end;          /* end of mapped low memory */
    uint64_t low_limit;        /* the same as an offset that the quick check compares with */
    int64_t result;            /* what rax would hold: a function that returns nothing gives its caller this */
    uint64_t next_frame;
    uint32_t hidden_frames;    /* of library functions, among those on the stack */

    /* events */
    uint64_t step, instruction;
    uint8_t event;             /* StepEvent */
    int32_t event_line, previous_line;
    int32_t left_line;         /* at which the call stood that was left last */
    CCell returned;            /* at a return event: the value */
    bool instruction_shown, slow, finished;
    uint8_t ending;            /* CEnding */
    int32_t fault_line;        /* of a fault that has a place of its own, or 0 */
    int32_t exit_status;

    /* the heap */
    uint64_t heap_top, heap_end;           /* first byte never given out; end of what the system gave */
    uint64_t tcache[TCACHE_BINS][TCACHE_DEPTH];
    uint8_t tcache_count[TCACHE_BINS];
    uint32_t block_count, free_block, range_count;
    uint64_t next_number;
    uint64_t live_bytes;
    uint32_t hidden_depth;     /* blocks allocated now are the library's own */

    /* input and output */
    uint64_t output_length[2];
    uint64_t input_line;       /* the line being read */
    uint32_t input_at;         /* and how far */
    int32_t pushed_back;       /* ungetc's character, or -1 */
    bool input_ended, input_failed;

    /* the library */
    int32_t random[34];
    uint32_t random_front, random_rear;
    uint64_t clock_ahead;
    uint64_t strtok_next;

    /* what is wrong */
    uint64_t report_step;      /* the report below belongs to this step */
    uint32_t reports;
    uint32_t leak_count;
    bool checks_leaks;
    bool is_stopping;          /* the program shall end at the next event, because of the report */
    char report[REPORT_LENGTH];
    CCandidate candidates[16];
    uint32_t candidate_count;
    uint32_t releasing;        /* record of the block that free gives back just now, plus one */
    unsigned char reported[];  /* a bit for every instruction that a report was made at */
} CVm;

/* ---- run.c ---- */
/* Executes until a stop is left or the program ends. */
void c_run(CVm *vm);

/* In c.c: reports an event to whoever visits; false: leave now. */
bool c_stop(CVm *vm, StepEvent event, int line);
bool c_slow_instruction(CVm *vm);
void c_write(CVm *vm, OutputStream stream, const char *text, size_t length);

/* ---- call.c ---- */
/* `top` is the evaluation stack's end; the arguments are taken off by the caller. False when the stack is full. */
bool c_call(CVm *vm, int32_t routine, int32_t site, int count, CCell *top, uint32_t return_pc);
/* Takes the last frame off. */
void c_return(CVm *vm);
/* The routine that begins at that address, or -1. */
int32_t c_routine_at(const CVm *vm, uint64_t address);
uint64_t c_take_stack(CVm *vm, uint64_t size);     /* for VLAs; 0 when the stack is full */
void c_give_stack(CVm *vm, uint64_t sp);
void c_set_jump(CVm *vm, uint64_t buffer, uint32_t cells);
bool c_long_jump(CVm *vm, uint64_t buffer, uint32_t *cells);

/* ---- vararg.c ---- */
/* Both are false when the program died. The cell's list becomes the address of its next argument. */
bool c_start_varargs(CVm *vm, uint64_t list);
bool c_next_vararg(CVm *vm, const CType *type, CCell *cell);

/* ---- heap.c ---- */
uint64_t c_malloc(CVm *vm, uint64_t size);
uint64_t c_calloc(CVm *vm, uint64_t count, uint64_t size);
uint64_t c_realloc(CVm *vm, uint64_t address, uint64_t size);
void c_free(CVm *vm, uint64_t address);
CBlock *c_block_at(const CVm *vm, uint64_t address);           /* live or freed; NULL */
CBlock *c_block_near(const CVm *vm, uint64_t address);         /* also when it lies a little beyond one */

/* ---- report.c ---- */
/* `line`: where the blame lies; 0: at the instruction that runs. */
void c_report_at(CVm *vm, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
void c_report(CVm *vm, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The program dies here, with that exit status. */
/* The expression that the instruction works out, as the program has it; false where that is too long, or unknown. */
bool c_quote(const CVm *vm, char *out, size_t size);
void c_fault_at(CVm *vm, int status, int line, const char *format, ...) __attribute__((format(printf, 4, 5)));
void c_fault(CVm *vm, int status, const char *format, ...) __attribute__((format(printf, 3, 4)));
int c_current_line(const CVm *vm);                             /* of the innermost frame that is the program's own */

/* ---- describe.c ---- */
typedef enum CObjectKind { OBJECT_NONE, OBJECT_LOCAL, OBJECT_GLOBAL, OBJECT_LITERAL, OBJECT_HEAP, OBJECT_CODE } CObjectKind;
typedef struct CObject {
    CObjectKind kind;
    uint64_t address, size;
    const CVariable *variable;
    const CBlock *block;
    uint32_t frame;            /* of a local: index */
} CObject;
/* What lies at the address, or right before it. */
CObject c_object_at(const CVm *vm, uint64_t address);
void c_describe_object(const CVm *vm, const CObject *object, char *out, size_t size);      /* "the array 'a'" */
/* "'a[2].name' of main()", where that has a name of its own. */
void c_describe_value(const CVm *vm, const CObject *object, uint64_t address, char *out, size_t size);
/* "[2].name": the way from an object to the scalar at an offset of its type; empty when it is one. */
void c_describe_part(const CType *type, int64_t offset, char *out, size_t size);
/* "an int", for messages about arguments. */
const char *c_kind_name(const CType *type);
/* The type of the scalar at an offset of a type, or NULL where padding is. */
const CType *c_type_at(const CType *type, int64_t offset);

/* ---- leak.c ---- */
void c_pointer_changes(CVm *vm, uint64_t before, uint64_t after);
void c_check_candidates(CVm *vm);
void c_forgive_held(CVm *vm, const CBlock *holder);    /* the program reads on in a block that it freed */
void c_sum_leaks(CVm *vm);

#endif
