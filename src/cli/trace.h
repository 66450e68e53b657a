/* Traces: a run written step by step. A format is a few functions; trace.c runs the program and calls them. */
#ifndef REFARROWS_CLI_TRACE_H
#define REFARROWS_CLI_TRACE_H

#include "cli/json.h"
#include "cli/program.h"
#include "machine/holders.h"

/* More steps than that are not written: nobody reads them, and an endless loop must end. */
enum { TRACE_MOST_STEPS = 1000000 };

typedef struct Trace {
    Program *program;
    JsonWriter json;
    uint64_t from;             /* the first step to be written */
    uint64_t steps;            /* how many stops to write at most */
    uint64_t by;               /* BY_... */
    bool whole;                /* no window was asked for */
    View view;                 /* of the stop visited */
    bool with_holders;
    HolderList holders;        /* then: of all objects of the view, in its order */
    void *own;                 /* the format's */

    uint64_t written;          /* stops */
    uint64_t output_before;    /* bytes that the program had written at the stop before */
    bool shows;                /* the stop visited belongs to the window */
    bool done;                 /* the format wants no more */
} Trace;

typedef struct TraceFormat {
    ViewOptions view;
    bool needs_all;            /* wants every step from 0 on, also those before the window */
    void (*begin)(Trace *trace);
    void (*step)(Trace *trace, const StopInfo *stop);      /* if it needs all, `shows` says whether to write */
    void (*end)(Trace *trace);                             /* writes what closes the trace */
    void (*refused)(Trace *trace, const SourceError *error);   /* the trace of a program that does not compile; NULL:
                                                                * there is none, the mistake is told on stderr */
    void (*finish)(Trace *trace);                          /* releases trace->own; NULL: there is nothing */
} TraceFormat;

extern const TraceFormat trace_json;
extern const TraceFormat trace_python_tutor;

/* Writes what the program wrote to stdout, from that byte up to the other, as the text of a JSON string. */
void trace_write_output(const Trace *trace, JsonWriter *json, uint64_t from, uint64_t to);

/* The same as a part of a string that was begun. */
void trace_write_output_part(const Trace *trace, JsonWriter *json, uint64_t from, uint64_t to);

#endif
