/* The library: functions that are native, found by name. What calls back into the program (qsort, bsearch, atexit) is
 * written in C instead, see prelude.c, so that the machine stays flat. */
#ifndef REFARROWS_C_LIBRARY_H
#define REFARROWS_C_LIBRARY_H

#include "c/vm.h"

/* A call under way. Arguments lie on the evaluation stack, the first on top. */
typedef struct CNative {
    CVm *vm;
    const CSite *site;
    CCell *top;
    const char *name;
} CNative;

static inline CCell *c_argument(const CNative *call, int i) { return &call->top[-1 - i]; }
static inline int64_t c_int_argument(const CNative *call, int i) { return c_argument(call, i)->i; }
static inline uint64_t c_address_argument(const CNative *call, int i) { return c_argument(call, i)->u; }
static inline double c_double_argument(const CNative *call, int i) { return c_argument(call, i)->d; }

/* Computes the result. False when the run cannot go on: the program has ended (vm->ending), or is cancelled. */
typedef bool (*CNativeFunction)(CNative *call, CCell *result);

typedef struct CNativeEntry {
    const char *name;
    CNativeFunction run;
} CNativeEntry;

/* Tells when so many bytes, written from an argument on, go beyond the array or variable that it is, but stay in what lies
 * around it, where the write itself shows nothing. */
void c_check_part(const CNative *call, int argument, uint64_t size);

/* The program's errno. Keeping takes the host's, unless it is 0, and always answers true. */
void c_set_errno(CVm *vm, int value);
bool c_keep_errno(CNative *call);

/* Index of the function, or -1. */
int c_native_find(const char *name);
CNativeFunction c_native_function(int index);
const char *c_native_name(int index);

/* The tables, one per file; each ends in an entry without a name. */
extern const CNativeEntry c_natives_stdio[], c_natives_scan[], c_natives_string[], c_natives_ctype[], c_natives_math[],
    c_natives_stdlib[], c_natives_time[];

#endif
