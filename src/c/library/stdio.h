/* Streams, and the formatting that printf and its kin share. */
#ifndef REFARROWS_C_LIBRARY_STDIO_H
#define REFARROWS_C_LIBRARY_STDIO_H

#include "c/library/library.h"
#include "c/space.h"

void c_stdio_begin(CVm *vm);

typedef enum CStream { STREAM_NONE = -1, STREAM_IN, STREAM_OUT, STREAM_ERROR } CStream;

/* Which stream a FILE * argument means. STREAM_NONE when the program dies of it. */
CStream c_stream(CVm *vm, uint64_t file);

/* Where formatted text goes. */
typedef struct CSink {
    CVm *vm;
    CStream stream;            /* or STREAM_NONE: to memory */
    uint64_t address, room;    /* memory: next byte, and how many may be written without the NUL */
    uint64_t count;            /* bytes that the text has so far */
    bool failed;               /* the program died */
} CSink;

void c_put(CSink *sink, const char *text, size_t length);

/* Where variable arguments come from: the call itself, whose types are known, or a va_list. */
typedef struct CArguments {
    const CNative *call;       /* or NULL */
    int first;                 /* index of the first variable argument of the call */
    uint64_t list;             /* address of the va_list */
    uint64_t start;            /* address of its next argument */
    int taken;                 /* so many were looked at */
} CArguments;

CArguments c_arguments_of_call(const CNative *call);
bool c_arguments_of_list(CVm *vm, uint64_t list, CArguments *arguments);

/* The n-th variable argument. `type` is NULL where it is not known. False: there is none. */
bool c_argument_at(CVm *vm, CArguments *arguments, int n, CCell *cell, const CType **type);
void c_arguments_end(CVm *vm, const CArguments *arguments);    /* moves a va_list behind what was taken */

/* printf's work. */
void c_format(CSink *sink, uint64_t format, CArguments *arguments);

/* The next character of standard input, or -1; looks without taking. -2: the run is cancelled. */
int c_input_peek(CVm *vm);
int c_input_take(CVm *vm);

#endif
