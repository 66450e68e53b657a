#include "cli/handout.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/complain.h"
#include "draw/png.h"

static const char style[] =
    "body{font:16px/1.5 sans-serif;max-width:1000px;margin:2em auto;padding:0 1em;color:#1d1d1f}"
    "pre{background:#f6f5f1;padding:1em;border-radius:8px;overflow-x:auto}"
    "section{break-inside:avoid;margin:2em 0}img{width:100%;border:1px solid #ddd;border-radius:8px}"
    "h2{font-size:1.1em;margin:0 0 .3em}p{margin:.2em 0}.error{color:#b3261e;font-family:monospace}";

/* Text between tags. */
static void print_text(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '<')
            fputs("&lt;", out);
        else if (*text == '&')
            fputs("&amp;", out);
        else
            fputc(*text, out);
    }
}

/* The same for a sentence, in which `code` stands between backquotes. */
static void print_sentence(FILE *out, const char *sentence)
{
    bool code = false;
    for (const char *quote; (quote = strchr(sentence, '`')) != NULL; sentence = quote + 1) {
        char *piece = strndup(sentence, (size_t)(quote - sentence));
        print_text(out, piece ? piece : "");
        free(piece);
        fputs(code ? "</code>" : "<code>", out);
        code = !code;
    }
    print_text(out, sentence);
    fputs(code ? "</code>" : "", out);
}

static void print_base64(FILE *out, const unsigned char *bytes, size_t length)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t three = (uint32_t)bytes[i] << 16 | (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0)
                         | (left > 2 ? bytes[i + 2] : 0);
        char four[] = {letters[three >> 18], letters[three >> 12 & 63], left > 1 ? letters[three >> 6 & 63] : '=',
                       left > 2 ? letters[three & 63] : '='};
        fwrite(four, 1, sizeof four, out);
    }
}

bool handout_is_page(const char *path)
{
    size_t length = strlen(path);
    return (length > 5 && strcmp(path + length - 5, ".html") == 0)
           || (length > 4 && strcmp(path + length - 4, ".htm") == 0);
}

int handout_begin(Handout *handout, const Picture *picture, const char *path)
{
    const SourceFile *source = &picture->program->source;
    const char *title = source->lesson ? source->lesson->title : source_base_name(source->name);
    *handout = (Handout){fopen(path, "w"), path};
    if (!handout->out)
        return complain("cannot write %s: %s", path, strerror(errno));
    FILE *out = handout->out;
    fputs("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>", out);
    print_text(out, title);
    fprintf(out, "</title><style>%s</style></head><body>\n<h1>", style);
    print_text(out, title);
    fputs("</h1>\n<pre>", out);
    print_text(out, source->text);
    fputs("</pre>\n", out);
    return 0;
}

static void print_words(FILE *out, const Page *page)
{
    const PageTold *told = &page->told[NARRATION_CAUSES];
    for (size_t i = 0; i < told->count; i++) {
        fputs("<p>", out);
        print_sentence(out, told->sentences[i]);
        fputs("</p>\n", out);
    }
    if (page->error) {
        fputs("<p class=\"error\">", out);
        print_text(out, page->error);
        fputs("</p>\n", out);
    }
}

int handout_add(Handout *handout, Picture *picture)
{
    char error[300];
    unsigned char *bytes;
    size_t length;
    FILE *out = handout->out;
    if (!png_encode(&picture->surface, NULL, 0, &bytes, &length, error, sizeof error))
        return complain("%s", error);
    fprintf(out, "<section><h2>Step %" PRIu64, picture->page.stage.stop.position.step);
    fputs(picture->page.where[0] ? ", " : "", out);
    print_text(out, picture->page.where);
    fputs("</h2>\n", out);
    print_words(out, &picture->page);
    fputs("<img alt=\"the memory at this step\" src=\"data:image/png;base64,", out);
    print_base64(out, bytes, length);
    fputs("\"></section>\n", out);
    free(bytes);
    return ferror(out) ? complain("cannot write %s: %s", handout->path, strerror(errno)) : 0;
}

int handout_end(Handout *handout, int status)
{
    if (!handout->out)
        return status;
    if (status == 0)
        fputs("</body></html>\n", handout->out);
    if (fclose(handout->out) != 0 && status == 0)
        status = complain("cannot write %s: %s", handout->path, strerror(errno));
    if (status != 0)
        unlink(handout->path);
    return status;
}
