#include "draw/png.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <png.h>

/* libpng reports by a call that must not return; the message is kept and the jump taken to the one place that cleans
 * up. */
typedef struct Failure {
    char *error;
    size_t size;
} Failure;

static void fail(png_structp png, png_const_charp message)
{
    Failure *failure = png_get_error_ptr(png);
    snprintf(failure->error, failure->size, "%s", message);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message)
{
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

static void set_texts(png_structp png, png_infop info, const PngText *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *keyword = (char *)(size_t)texts[i].keyword, *value = (char *)(size_t)texts[i].value;
        png_text chunk = {.key = keyword, .text = value, .text_length = strlen(value)};
        chunk.compression = is_ascii(value) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        if (!is_ascii(value)) {
            chunk.itxt_length = chunk.text_length;
            chunk.text_length = 0;
        }
        png_set_text(png, info, &chunk, 1);
    }
}

static void write_rows(png_structp png, const Surface *surface, png_bytep row)
{
    for (int y = 0; y < surface->height; y++) {
        const uint32_t *pixels = surface->pixels + (size_t)y * (size_t)surface->stride;
        for (int x = 0; x < surface->width; x++) {
            row[3 * x] = (png_byte)(pixels[x] >> 16);
            row[3 * x + 1] = (png_byte)(pixels[x] >> 8);
            row[3 * x + 2] = (png_byte)pixels[x];
        }
        png_write_row(png, row);
    }
}

/* Everything between the two ends of a picture; `row` is memory for one. Fails by the jump. */
static void write_picture(png_structp png, png_infop info, const Surface *surface, const PngText *texts, size_t count,
                          png_bytep row)
{
    png_set_IHDR(png, info, (png_uint_32)surface->width, (png_uint_32)surface->height, 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, 1);
    png_set_compression_buffer_size(png, 1 << 18);
    set_texts(png, info, texts, count);
    png_write_info(png, info);
    write_rows(png, surface, row);
    png_write_end(png, info);
}

static bool write_to(FILE *file, const Surface *surface, const PngText *texts, size_t count, char *error, size_t size)
{
    Failure failure = {error, size};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &failure, fail, ignore_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    png_bytep row = malloc(3 * (size_t)surface->width);
    bool written = false;
    if (!info || !row) {
        snprintf(error, size, "out of memory");
    } else if (setjmp(png_jmpbuf(png)) == 0) {
        png_init_io(png, file);
        write_picture(png, info, surface, texts, count, row);
        written = true;
    }
    free(row);
    png_destroy_write_struct(&png, &info);
    return written;
}

bool png_encode(const Surface *surface, const PngText *texts, size_t text_count, unsigned char **bytes,
                size_t *length, char *error, size_t error_size)
{
    char *memory = NULL;
    *bytes = NULL;
    FILE *file = open_memstream(&memory, length);
    if (!file) {
        snprintf(error, error_size, "out of memory");
        return false;
    }
    bool written = write_to(file, surface, texts, text_count, error, error_size);
    if (fclose(file) != 0 || !written) {
        free(memory);
        return false;
    }
    *bytes = (unsigned char *)memory;
    return true;
}

static bool put_bytes(const char *path, int flags, const unsigned char *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0666);
    if (file < 0)
        return false;
    while (length > 0) {
        ssize_t put = write(file, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            break;
        bytes += put;
        length -= (size_t)put;
    }
    int reason = errno;
    bool closed = close(file) == 0;
    if (length > 0)
        errno = reason;
    return length == 0 && closed;
}

/* Writes beside `path` and renames; what is left of a failed attempt is removed. */
static bool put_file(const char *path, const unsigned char *bytes, size_t length)
{
    struct stat there;
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode)) {
        if (S_ISDIR(there.st_mode)) {
            errno = EISDIR;
            return false;
        }
        return put_bytes(path, 0, bytes, length);
    }
    char beside[4096];
    if (snprintf(beside, sizeof beside, "%s.%ld.part", path, (long)getpid()) >= (int)sizeof beside) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (put_bytes(beside, O_TRUNC, bytes, length) && rename(beside, path) == 0)
        return true;
    int reason = errno;
    unlink(beside);
    errno = reason;
    return false;
}

bool png_write(const char *path, const Surface *surface, const PngText *texts, size_t text_count, char *error,
               size_t error_size)
{
    unsigned char *bytes;
    size_t length;
    char reason[200];
    if (!png_encode(surface, texts, text_count, &bytes, &length, reason, sizeof reason)) {
        snprintf(error, error_size, "cannot encode %s: %s", path, reason);
        return false;
    }
    bool written = put_file(path, bytes, length);
    if (!written)
        snprintf(error, error_size, "cannot write %s: %s", path, strerror(errno));
    free(bytes);
    return written;
}

typedef struct Reader {
    FILE *file;
    png_structp png;
    png_infop info;
    Failure failure;
} Reader;

static void close_reader(Reader *reader)
{
    png_destroy_read_struct(&reader->png, &reader->info, NULL);
    if (reader->file)
        fclose(reader->file);
}

static bool open_reader(Reader *reader, const char *path, char *error, size_t error_size)
{
    *reader = (Reader){.failure = {error, error_size}};
    reader->file = fopen(path, "rb");
    unsigned char signature[8];
    if (!reader->file) {
        snprintf(error, error_size, "cannot read %s: %s", path, strerror(errno));
        return false;
    }
    if (fread(signature, 1, 8, reader->file) != 8 || png_sig_cmp(signature, 0, 8) != 0) {
        snprintf(error, error_size, "%s is not a PNG file", path);
        close_reader(reader);
        return false;
    }
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->failure, fail, ignore_warning);
    reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
    if (!reader->info) {
        snprintf(error, error_size, "out of memory");
        close_reader(reader);
        return false;
    }
    png_init_io(reader->png, reader->file);
    png_set_sig_bytes(reader->png, 8);
    return true;
}

static const char *find_text(const Reader *reader, const char *keyword)
{
    png_textp texts = NULL;
    int count = 0;
    png_get_text(reader->png, reader->info, &texts, &count);
    for (int i = 0; i < count; i++)
        if (strcmp(texts[i].key, keyword) == 0)
            return texts[i].text;
    return NULL;
}

char *png_read_text(const char *path, const char *keyword, char *error, size_t error_size)
{
    Reader reader;
    if (!open_reader(&reader, path, error, error_size))
        return NULL;
    char *copy = NULL;
    if (setjmp(png_jmpbuf(reader.png)) == 0) {
        png_read_info(reader.png, reader.info);
        const char *value = find_text(&reader, keyword);
        if (!value)
            snprintf(error, error_size, "%s holds no text \"%s\"", path, keyword);
        else if (!(copy = strdup(value)))
            snprintf(error, error_size, "out of memory");
    }
    close_reader(&reader);
    return copy;
}

/* Rows arrive as bytes B G R A, which read as 0xAARRGGBB on the little-endian machines this is for. */
static void read_rows(Reader *reader, Surface *surface)
{
    png_set_expand(reader->png);
    png_set_strip_16(reader->png);
    png_set_gray_to_rgb(reader->png);
    png_set_bgr(reader->png);
    png_set_add_alpha(reader->png, 0xFF, PNG_FILLER_AFTER);
    if (png_set_interlace_handling(reader->png) != 1)
        png_error(reader->png, "an interlaced PNG is none of ours");
    for (int y = 0; y < surface->height; y++)
        png_read_row(reader->png, (png_bytep)(surface->pixels + (size_t)y * (size_t)surface->stride), NULL);
}

bool png_read(const char *path, Surface *surface, char *error, size_t error_size)
{
    Reader reader;
    *surface = (Surface){0};
    if (!open_reader(&reader, path, error, error_size))
        return false;
    volatile bool done = false;
    if (setjmp(png_jmpbuf(reader.png)) == 0) {
        png_read_info(reader.png, reader.info);
        if (!surface_init(surface, (int)png_get_image_width(reader.png, reader.info),
                          (int)png_get_image_height(reader.png, reader.info)))
            png_error(reader.png, "out of memory");
        read_rows(&reader, surface);
        done = true;
    }
    close_reader(&reader);
    if (!done)
        surface_finish(surface);
    return done;
}
