/* Exceptions and tracebacks, with the layouts of CPython's exceptions.c. */
#ifndef REFARROWS_PYTHON_OBJECTS_EXCEPTION_H
#define REFARROWS_PYTHON_OBJECTS_EXCEPTION_H

#include <stdio.h>

#include "python/frame.h"
#include "python/object.h"

typedef struct Exception {
    Object head;
    Object *dict, *args, *notes, *traceback, *context, *cause;   /* owned, may be NULL (args never once made) */
    bool suppress_context;
} Exception;

/* All layouts beyond the base have named object fields behind it; see exception.c for their names. */
typedef struct ExceptionWithFields { Exception base; Object *fields[10]; } ExceptionWithFields;

enum { STOP_ITERATION_VALUE = 0, SYSTEM_EXIT_CODE = 0 };
enum { NAME_ERROR_NAME = 0 };
enum { ATTRIBUTE_ERROR_OBJ = 0, ATTRIBUTE_ERROR_NAME = 1 };
enum { IMPORT_ERROR_MSG = 0, IMPORT_ERROR_NAME = 1, IMPORT_ERROR_PATH = 2 };
enum {
    SYNTAX_ERROR_MSG, SYNTAX_ERROR_FILENAME, SYNTAX_ERROR_LINENO, SYNTAX_ERROR_OFFSET, SYNTAX_ERROR_TEXT,
    SYNTAX_ERROR_END_LINENO, SYNTAX_ERROR_END_OFFSET, SYNTAX_ERROR_PRINT_FILE_AND_LINE
};
enum { OS_ERROR_ERRNO, OS_ERROR_STRERROR, OS_ERROR_FILENAME, OS_ERROR_FILENAME2 };
enum { UNICODE_ERROR_ENCODING, UNICODE_ERROR_OBJECT, UNICODE_ERROR_START, UNICODE_ERROR_END, UNICODE_ERROR_REASON };
enum { GROUP_MESSAGE, GROUP_EXCEPTIONS };

typedef struct Traceback {
    Object head;
    struct Traceback *next;    /* towards where it was raised; owned */
    FrameObject *frame;        /* owned */
    int32_t instruction;       /* index */
    int32_t line;
} Traceback;

/* Makes the built-in exception types ready (after all others). */
int exception_make_types(Vm *vm);
/* type(args...): the arguments are put in a tuple. NULL with another exception. */
Object *exception_new(Vm *vm, Type *type, Object *const *args, size_t count);
/* Field of the layout: borrowed, may be NULL. */
Object *exception_field(Object *exception, int index);

/* What str() of a UnicodeError puts together. The objects are borrowed. False: a field is missing or wrong, and str() is
 * empty. */
typedef struct UnicodeErrorWords {
    Object *encoding;          /* NULL: of a UnicodeTranslateError */
    Object *reason;
    const char *verb;          /* "encode" */
    char place[100];           /* "character '\\xe9' in position 0" */
} UnicodeErrorWords;
bool unicode_error_words(Vm *vm, Object *exception, UnicodeErrorWords *words);
void exception_set_field(Vm *vm, Object *exception, int index, Object *value);
/* Does it match what stands after except: a class or a tuple of classes? -1 with TypeError for anything else. */
int exception_matches(Vm *vm, Object *exception, Object *match);
/* Adds the frame to the traceback of the exception on its way, as PyTraceBack_Here. */
int traceback_add(Vm *vm, Frame *frame);
/* Prints an exception with its chain, notes and groups exactly as CPython's interpreter does: a str. */
Object *traceback_format(Vm *vm, Object *exception);
/* The same without chain, notes and boxes, as sys.unraisablehook shows what could not be raised: a str. */
Object *traceback_format_plain(Vm *vm, Object *exception);
/* "ValueError: message": the last line. A str; never fails with an exception (then "<exception str() failed>"). */
Object *exception_last_line(Vm *vm, Object *exception);
/* sys.exc_info()'s exception: borrowed or NULL. */
Object *exception_handled(Vm *vm);
/* Prepares what `raise x from y` says: x a class or instance. Sets vm->raised; always returns -1. */
int exception_raise(Vm *vm, Object *what /* taken over */, Object *cause /* taken over, may be NULL */);
/* except*: as _PyEval's exception_group_match. 0 or -1; new references (NULL: nothing). */
int exception_group_match(Vm *vm, Object *exception, Object *match_type, Object **matched, Object **rest);
Object *exception_prepare_reraise_star(Vm *vm, Object *original, Object *list);
extern const MethodDef exception_group_methods[];     /* of BaseExceptionGroup: derive, split, subgroup */
/* How many fields an exception of that built-in type has beyond those of all. */
static inline int64_t exception_field_count(const Type *type)
{
    size_t end = type->weaklist_offset ? type->weaklist_offset : type->size;
    return (int64_t)((end - sizeof(Exception)) / sizeof(Object *));
}
/* Runs the class's constructor normally but with one prepared message. */
const char *exception_type_name(TypeId id);

#endif
