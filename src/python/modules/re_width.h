/* The calls into one of PCRE2's three libraries. Included by re_engine.c once for each width of characters, with WIDTH
 * set to 8, 16 or 32: this file has no guard. The functions it makes end in _8, _16, _32. */

#define GLUE_(name, width) name##width
#define GLUE(name, width) GLUE_(name, width)
#define PCRE2_NAME(name) GLUE(pcre2_##name##_, WIDTH)
#define OWN(name) GLUE(name##_, WIDTH)

/* The PCRE2 pattern in characters of this width (they fit): malloc'd. */
static GLUE(PCRE2_UCHAR, WIDTH) *OWN(narrow)(const ReText *text)
{
    GLUE(PCRE2_UCHAR, WIDTH) *out = malloc((text->length + 1) * sizeof *out);
    for (size_t i = 0; out && i < text->length; i++)
        out[i] = (GLUE(PCRE2_UCHAR, WIDTH))text->characters[i];
    return out;
}

/* A pcre2_code in the arena; NULL: *error is PCRE2's. */
static void *OWN(compile)(Vm *vm, const ReText *text, uint32_t options, int *error)
{
    PCRE2_SIZE offset;
    GLUE(PCRE2_UCHAR, WIDTH) *characters = OWN(narrow)(text);
    PCRE2_NAME(general_context) *general = PCRE2_NAME(general_context_create)(arena_allocate, arena_release, vm);
    PCRE2_NAME(compile_context) *context = general ? PCRE2_NAME(compile_context_create)(general) : NULL;
    void *code = NULL;
    *error = PCRE2_ERROR_NOMEMORY;
    if (characters && context) {
        PCRE2_NAME(set_newline)(context, PCRE2_NEWLINE_LF);
        PCRE2_NAME(set_parens_nest_limit)(context, DEEPEST_PARENTHESES);
        code = PCRE2_NAME(compile)(characters, text->length, options, error, &offset, context);
    }
    if (context)
        PCRE2_NAME(compile_context_free)(context);
    if (general)
        PCRE2_NAME(general_context_free)(general);
    free(characters);
    return code;
}

static int OWN(callout)(PCRE2_NAME(callout_block) *block, void *data)
{
    return watch(data);
}

/* PCRE2's answer; marks are set when it is positive. */
static int OWN(match)(const ReCall *call, const void *code, int64_t *marks)
{
    int answer = PCRE2_ERROR_NOMEMORY;
    PCRE2_NAME(match_context) *context = PCRE2_NAME(match_context_create)(NULL);
    PCRE2_NAME(match_data) *data = PCRE2_NAME(match_data_create)((uint32_t)call->groups, NULL);
    if (context && data) {
        PCRE2_NAME(set_match_limit)(context, call->limit);
        PCRE2_NAME(set_heap_limit)(context, LARGEST_STACK_KIB);
        if (call->watched)
            PCRE2_NAME(set_callout)(context, OWN(callout), call->watched);
        answer = PCRE2_NAME(match)(code, call->subject.data, (PCRE2_SIZE)call->subject.length, (PCRE2_SIZE)call->start,
                                   call->options, data, context);
        const PCRE2_SIZE *vector = PCRE2_NAME(get_ovector_pointer)(data);
        for (int64_t i = 0; answer > 0 && i < 2 * call->groups; i++)
            marks[i] = vector[i] == PCRE2_UNSET ? -1 : (int64_t)vector[i];
    }
    PCRE2_NAME(match_data_free)(data);
    PCRE2_NAME(match_context_free)(context);
    return answer;
}

static void OWN(release)(void *code) { PCRE2_NAME(code_free)(code); }

#undef GLUE_
#undef GLUE
#undef PCRE2_NAME
#undef OWN
