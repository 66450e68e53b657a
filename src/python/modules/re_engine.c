/* PCRE2 at work.
 *
 * A match runs at first with a limit on its steps, without any hook, as fast as PCRE2 can. Where that is not enough (a
 * pattern that explodes, or a text that is long) it starts again with a second compilation of the same pattern that
 * calls back at each item, without a limit, and looks now and then whether the run is to end. What a match gives does
 * not depend on which of the two found it.
 */
#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/modules/re.h"
#include "python/vm.h"

enum {
    DEEPEST_PARENTHESES = 1000,
    LARGEST_STACK_KIB = 1 << 19,       /* for backtracking */
    UNWATCHED_STEPS = 5000000,         /* a fraction of a second */
    UNWATCHED_TOTAL = 20000000,        /* the limit counts anew at each place where a match may begin */
    UNWATCHED_LEAST = 100,
    CALLS_BETWEEN_POLLS = 1000
};

typedef struct Watch { Vm *vm; int calls; } Watch;

typedef struct ReCall {
    Chars subject;
    int64_t start, groups;
    uint32_t options, limit;
    Watch *watched;            /* NULL: the code has no callouts */
} ReCall;

static void *arena_allocate(PCRE2_SIZE size, void *vm) { return mem_alloc(vm, size); }
static void arena_release(void *block, void *vm) { mem_free(vm, block); }

static int watch(Watch *watch)
{
    if (++watch->calls % CALLS_BETWEEN_POLLS)
        return 0;
    return machine_host_cancelled(watch->vm->host) ? PCRE2_ERROR_CALLOUT : 0;
}

#define WIDTH 8
#include "python/modules/re_width.h"
#undef WIDTH
#define WIDTH 16
#include "python/modules/re_width.h"
#undef WIDTH
#define WIDTH 32
#include "python/modules/re_width.h"
#undef WIDTH

typedef struct Library {
    uint32_t limit;            /* the largest character */
    int kind;                  /* bytes of one */
    void *(*compile)(Vm *vm, const ReText *text, uint32_t options, int *error);
    int (*match)(const ReCall *call, const void *code, int64_t *marks);
    void (*release)(void *code);
} Library;

static const Library libraries[RE_WIDTHS] = {
    {0xFF, 1, compile_8, match_8, release_8},
    {0xFFFF, 2, compile_16, match_16, release_16},
    {0x10FFFF, 4, compile_32, match_32, release_32},
};

int re_width(const RePattern *pattern, Chars subject)
{
    int kind = chars_kind_of(pattern->widest);
    return (kind > subject.kind ? kind : subject.kind) >> 1;
}

/* ---- compiling ---- */

static uint32_t compile_options(const RePattern *pattern, bool watched)
{
    uint32_t options = PCRE2_MULTILINE | PCRE2_DOTALL | PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
    if (pattern->is_text && !(pattern->flags & RE_ASCII))
        options |= PCRE2_UCP;
    return watched ? options | PCRE2_AUTO_CALLOUT : options;
}

static void *compile(Vm *vm, RePattern *pattern, int width, bool watched, ReMistake *mistake)
{
    ReText text = {NULL, 0, 0, false};
    void *code = NULL;
    if (re_translate(vm, pattern, &text, libraries[width].limit, mistake)) {
        int error = 0;
        code = libraries[width].compile(vm, &text, compile_options(pattern, watched), &error);
        if (!code && error == PCRE2_ERROR_NOMEMORY)
            vm_raise_memory(vm);
        else if (!code) {
            PCRE2_UCHAR8 words[160];
            pcre2_get_error_message_8(error, words, sizeof words);
            mistake->found = true;
            mistake->position = -1;
            mistake->type = TYPE_Exception;
            snprintf(mistake->text, sizeof mistake->text, "PCRE2 refuses the pattern: %s", words);
        }
    }
    mem_free(vm, text.characters);
    return code;
}

int re_prepare(Vm *vm, RePattern *pattern, ReMistake *mistake)
{
    if (!re_translate(vm, pattern, NULL, 0xFF, mistake))
        return -1;
    int width = chars_kind_of(pattern->widest) >> 1;
    pattern->code[width] = compile(vm, pattern, width, false, mistake);
    return pattern->code[width] ? 0 : -1;
}

static void *code_for(Vm *vm, RePattern *pattern, int width, bool watched)
{
    void **place = watched ? &pattern->watched[width] : &pattern->code[width];
    if (!*place) {
        ReMistake mistake = {.found = false};
        *place = compile(vm, pattern, width, watched, &mistake);
        if (!*place && mistake.found)
            re_raise(vm, &mistake, pattern->pattern);
    }
    return *place;
}

void re_forget(Vm *vm, RePattern *pattern)
{
    for (int i = 0; i < RE_WIDTHS; i++) {
        libraries[i].release(pattern->code[i]);
        libraries[i].release(pattern->watched[i]);
        pattern->code[i] = pattern->watched[i] = NULL;
    }
}

/* ---- matching ---- */

static uint32_t unwatched_limit(Chars subject)
{
    int64_t limit = UNWATCHED_TOTAL / (subject.length + 1);
    return (uint32_t)(limit > UNWATCHED_STEPS ? UNWATCHED_STEPS : limit < UNWATCHED_LEAST ? UNWATCHED_LEAST : limit);
}

static int match(Vm *vm, RePattern *pattern, int width, ReCall *call, int64_t *marks)
{
    void *code = code_for(vm, pattern, width, false);
    if (!code)
        return -1;
    call->limit = unwatched_limit(call->subject);
    int answer = libraries[width].match(call, code, marks);
    if (answer == PCRE2_ERROR_MATCHLIMIT) {
        Watch watched = {vm, 0};
        code = code_for(vm, pattern, width, true);
        if (!code)
            return -1;
        call->watched = &watched;
        call->limit = UINT32_MAX;
        answer = libraries[width].match(call, code, marks);
    }
    if (answer > 0 || answer == PCRE2_ERROR_NOMATCH)
        return answer > 0;
    if (answer == PCRE2_ERROR_CALLOUT)
        return vm_poll(vm) < 0 ? -1 : vm_raise_int(vm, TYPE_KeyboardInterrupt, "the run was stopped");
    if (answer == PCRE2_ERROR_NOMEMORY || answer == PCRE2_ERROR_HEAPLIMIT)
        vm_raise_memory(vm);
    else
        vm_raise(vm, TYPE_RuntimeError, "the regular expression takes too long (PCRE2 error %d)", answer);
    return -1;
}

/* The subject in wider characters, malloc'd; NULL with MemoryError. */
static void *widened(Vm *vm, Chars subject, int kind)
{
    void *wide = malloc((size_t)subject.length * (size_t)kind + 1);
    if (wide)
        chars_copy(wide, kind, 0, subject);
    else
        vm_raise_memory(vm);
    return wide;
}

int re_run(Vm *vm, RePattern *pattern, Chars subject, int64_t start, int how, int64_t *marks)
{
    int width = re_width(pattern, subject), kind = libraries[width].kind;
    void *wide = kind == subject.kind ? NULL : widened(vm, subject, kind);
    if (kind != subject.kind && !wide)
        return -1;
    ReCall call = {.subject = wide ? (Chars){wide, subject.length, kind} : subject, .start = start,
                   .groups = pattern->group_count + 1};
    if (how & (RE_MATCH | RE_FULLMATCH))
        call.options |= PCRE2_ANCHORED;
    if (how & RE_FULLMATCH)
        call.options |= PCRE2_ENDANCHORED;
    if (how & RE_NOT_EMPTY_AT_START)
        call.options |= PCRE2_NOTEMPTY_ATSTART;
    int answer = match(vm, pattern, width, &call, marks);
    free(wide);
    return answer;
}
