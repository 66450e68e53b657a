/* Asking the program itself, and what of a Python program no view tells: for exports in other tools' formats.
 *
 * A question may run the program's code (its __str__). It is run on the state as it stands, with events and output off,
 * and the state is put back byte for byte: asking leaves no trace. Valid at a stop, also one inside C recursion.
 */
#ifndef REFARROWS_PYTHON_ASK_H
#define REFARROWS_PYTHON_ASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "machine/machine.h"

/* Memory for putting the state back, kept from one question to the next. Zero at first. */
typedef struct AskMemory {
    unsigned char *bytes;
    size_t capacity;
} AskMemory;

void ask_memory_finish(AskMemory *memory);

/* What the __str__() of the object at that nominal address (ViewObject.address) returns: malloc'ed, NUL-terminated UTF-8,
 * lone surrogates as surrogatepass writes them. Of a number, which is no str, its str(), and `is_other`; NULL for
 * anything else, and if an exception was raised. */
char *python_ask_str(Machine *machine, AskMemory *memory, uint64_t address, size_t *length, bool *is_other);

/* What a function object is made of. */
typedef struct FunctionFacts {
    uint64_t code;             /* number of its code object */
    int first_line;
    bool is_lambda, is_library;
    bool is_foreign;           /* says that it comes from another module than the program (__module__) */
    char signature[400];       /* "f(a, *rest)", shortened if need be */
} FunctionFacts;

/* For a function, or a bound method's function. False for anything else. */
bool python_function_facts(Machine *machine, uint64_t address, FunctionFacts *facts);

enum { FRAME_FACTS_LAMBDAS = 16 };

/* What a frame on the call stack runs. */
typedef struct FrameFacts {
    uint64_t code;             /* number of its code object */
    uint32_t plain_count;      /* the first of its names are plain variables, the others cells; 0 in class bodies */
    uint64_t lambdas[FRAME_FACTS_LAMBDAS];     /* code objects of lambdas written in it */
    uint32_t lambda_count;
    bool is_generator;         /* or a coroutine */
    bool sets_annotations;     /* it begins with making __annotations__ */
} FrameFacts;

/* False if no such frame is on the call stack. */
bool python_frame_facts(Machine *machine, uint64_t number, FrameFacts *facts);

/* Is the code object of that number written in the code of a frame on the call stack? */
bool python_frame_has_code(Machine *machine, uint64_t number, uint64_t code);

/* The cell object that holds a variable of a frame on the call stack, by its place among the view's names: its number,
 * 0 if the variable lies in no cell. */
uint64_t python_frame_cell(Machine *machine, uint64_t number, uint32_t place);


/* From now on the variables of a frame on the call stack, which is about to return, keep their values for ever: so a
 * tracer that holds the frame would see to. Not for generators, whose variables still change. The one thing here that
 * changes the run. */
void python_keep_variables(Machine *machine, uint64_t number);

/* The byte of stdout at which the last call of input() began to write its prompt. */
uint64_t python_prompt_start(Machine *machine);

/* How many of an instance's attributes, which come first in the view, lie in __slots__. */
uint32_t python_slot_member_count(Machine *machine, uint64_t address);

#endif
