/* The machine says at which offset it writes, so a run that was wound back is recognised by its offsets alone: what
 * lies below the length recorded is known. */
#include "machine/transcript.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

void transcript_init(Transcript *transcript)
{
    memset(transcript, 0, sizeof *transcript);
}

void transcript_finish(Transcript *transcript)
{
    for (int i = 0; i < 2; i++) {
        free(transcript->streams[i].head);
        free(transcript->streams[i].tail);
    }
    free(transcript->input);
    free(transcript->lines);
    transcript_init(transcript);
}

static size_t transcript_least(uint64_t a, uint64_t b)
{
    return (size_t)(a < b ? a : b);
}

/* At least doubles the head's room, but never beyond one part. */
static void transcript_grow_head(TranscriptStream *stream, uint32_t needed)
{
    if (needed <= stream->head_capacity)
        return;
    uint64_t room = stream->head_capacity * UINT64_C(2) > needed ? stream->head_capacity * UINT64_C(2) : needed;
    stream->head_capacity = (uint32_t)transcript_least(room, TRANSCRIPT_PART);
    stream->head = memory_resize(stream->head, stream->head_capacity);
}

/* Appends to the head what still fits. Returns how much. */
static size_t transcript_fill_head(TranscriptStream *stream, const char *text, size_t length)
{
    size_t part = transcript_least(length, TRANSCRIPT_PART - stream->head_length);
    if (part == 0)
        return 0;
    transcript_grow_head(stream, stream->head_length + (uint32_t)part);
    memcpy(stream->head + stream->head_length, text, part);
    stream->head_length += (uint32_t)part;
    return part;
}

static void transcript_fill_tail(TranscriptStream *stream, uint64_t offset, const char *text, size_t length)
{
    if (stream->tail == NULL)
        stream->tail = memory_resize(NULL, TRANSCRIPT_PART);
    while (length > 0) {
        size_t place = (size_t)(offset % TRANSCRIPT_PART);
        size_t part = transcript_least(length, TRANSCRIPT_PART - place);
        memcpy(stream->tail + place, text, part);
        text += part;
        offset += part;
        length -= part;
    }
}

size_t transcript_write(Transcript *transcript, OutputStream which, uint64_t offset, const char *text, size_t length)
{
    TranscriptStream *stream = &transcript->streams[which];
    uint64_t end = offset + length;
    if (end <= stream->length)
        return 0;
    size_t fresh = (size_t)(end - stream->length);
    if (fresh > length)
        fresh = length;
    text += length - fresh;
    size_t in_head = transcript_fill_head(stream, text, fresh);
    if (in_head < fresh)
        transcript_fill_tail(stream, end - (fresh - in_head), text + in_head, fresh - in_head);
    stream->length = end;
    return fresh;
}

uint64_t transcript_read(const Transcript *transcript, OutputStream which, uint64_t from, const char **text)
{
    const TranscriptStream *stream = &transcript->streams[which];
    *text = NULL;
    if (from >= stream->length)
        return 0;
    if (from < stream->head_length) {
        *text = stream->head + from;
        return stream->head_length - from;
    }
    uint64_t kept = stream->head_length;
    if (stream->length - kept > TRANSCRIPT_PART)
        kept = stream->length - TRANSCRIPT_PART;
    if (from < kept)
        return kept - from;
    size_t place = (size_t)(from % TRANSCRIPT_PART);
    *text = stream->tail + place;
    return transcript_least(stream->length - from, TRANSCRIPT_PART - place);
}

size_t transcript_copy(const Transcript *transcript, OutputStream stream, uint64_t from, uint64_t to, char *text,
                       size_t size)
{
    size_t length = 0;
    while (from < to && length < size) {
        const char *piece;
        uint64_t got = transcript_read(transcript, stream, from, &piece);
        if (got == 0)
            break;
        got = got < to - from ? got : to - from;
        from += got;
        if (piece == NULL)
            continue;
        size_t kept = got < size - length ? (size_t)got : size - length;
        memcpy(text + length, piece, kept);
        length += kept;
    }
    return length;
}

void transcript_add_line(Transcript *transcript, const char *text, size_t length)
{
    transcript->input = memory_grow(transcript->input, &transcript->input_capacity,
                                    (uint64_t)transcript->input_length + length + 1, 1);
    transcript->lines = memory_grow(transcript->lines, &transcript->line_capacity,
                                    (uint64_t)transcript->line_count + 1, sizeof *transcript->lines);
    memcpy(transcript->input + transcript->input_length, text, length + 1);
    transcript->lines[transcript->line_count++] = (TranscriptLine){transcript->input_length, length};
    transcript->input_length += (uint32_t)length + 1;
}

bool transcript_line(const Transcript *transcript, uint64_t n, const char **text, size_t *length)
{
    if (n >= transcript->line_count)
        return false;
    const TranscriptLine *line = &transcript->lines[n];
    *text = transcript->input != NULL ? transcript->input + line->start : "";
    *length = line->length;
    return true;
}

size_t transcript_size(const Transcript *transcript)
{
    size_t size = transcript->input_capacity + transcript->line_capacity * sizeof *transcript->lines;
    for (int i = 0; i < 2; i++) {
        const TranscriptStream *stream = &transcript->streams[i];
        size += stream->head_capacity + (stream->tail != NULL ? (size_t)TRANSCRIPT_PART : 0);
    }
    return size;
}
