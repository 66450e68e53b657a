/* The transcript: what a run wrote and read, recorded once and kept when the run is wound back.
 *
 * Of each output stream the first and the last TRANSCRIPT_PART bytes are kept; what lies between is dropped, so that an
 * endless loop that prints stays within bounds. Input is kept whole.
 */
#ifndef REFARROWS_MACHINE_TRANSCRIPT_H
#define REFARROWS_MACHINE_TRANSCRIPT_H

#include "machine/machine.h"

enum { TRANSCRIPT_PART = 4 << 20 };

typedef struct TranscriptStream {
    char *head;                /* the first bytes, up to TRANSCRIPT_PART */
    uint32_t head_length, head_capacity;
    char *tail;                /* a ring of TRANSCRIPT_PART bytes for what follows: byte n at n % TRANSCRIPT_PART */
    uint64_t length;           /* bytes written in all */
} TranscriptStream;

typedef struct TranscriptLine {
    size_t start, length;
} TranscriptLine;

typedef struct Transcript {
    TranscriptStream streams[2];           /* by OutputStream */
    char *input;
    uint32_t input_length, input_capacity;
    TranscriptLine *lines;
    uint32_t line_count, line_capacity;
    bool input_ended;                      /* line_count is where the input ends */
} Transcript;

void transcript_init(Transcript *transcript);
void transcript_finish(Transcript *transcript);

/* Records text written at that offset; returns how many bytes at its end are new. */
size_t transcript_write(Transcript *transcript, OutputStream stream, uint64_t offset, const char *text, size_t length);

/* Gives a piece of what was written, from that byte on, as much as lies in one place. Returns its length, 0 at the end.
 * For a dropped byte `text` is NULL and the length is that of the gap. */
uint64_t transcript_read(const Transcript *transcript, OutputStream stream, uint64_t from, const char **text);

/* Copies what was written from byte `from` up to `to`, at most `size` bytes of it, without what was dropped. Returns how
 * many bytes were copied. */
size_t transcript_copy(const Transcript *transcript, OutputStream stream, uint64_t from, uint64_t to, char *text,
                       size_t size);

/* Records a line with the byte behind it, see MachineHost.read_line. */
void transcript_add_line(Transcript *transcript, const char *text, size_t length);

/* False when that line is not recorded. The text is valid until the next line is added. */
bool transcript_line(const Transcript *transcript, uint64_t n, const char **text, size_t *length);

/* Bytes of memory held. */
size_t transcript_size(const Transcript *transcript);

#endif
