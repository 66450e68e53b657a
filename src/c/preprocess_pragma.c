/* #pragma and _Pragma: `once`, and `pack`, which changes how the structs that follow are laid out. The others say nothing
 * about what a program does, and are passed over, as the standard asks of those that are not known. */
#include <stdlib.h>
#include <string.h>

#include "c/preprocess.h"

static bool is_word(const CToken *token, const char *word)
{
    return token->kind == C_TOKEN_NAME && !strcmp(token->text, word);
}

static bool is_punct(const CToken *token, CPunct punct)
{
    return token->kind == C_TOKEN_PUNCT && token->id == punct;
}

static void push_packing(CPreprocessor *pre, CPlace place)
{
    if (pre->packing_depth == C_MOST_PACKINGS)
        c_diagnose_fatal(pre->diagnoser, place, "#pragma pack(push): pushed %d times without a pop", C_MOST_PACKINGS);
    pre->packings[pre->packing_depth++] = pre->packing;
}

static void set_packing(CPreprocessor *pre, const CToken *number)
{
    long align = strtol(number->text, NULL, 0);
    if (align < 0 || align > 16 || (align & (align - 1)))
        c_diagnose_fatal(pre->diagnoser, number->place, "#pragma pack: the alignment must be 1, 2, 4, 8 or 16");
    pre->packing = (uint8_t)align;
}

/* pack(), pack(n), pack(push), pack(push, n), pack(pop), with an identifier that may be there; `line` is behind `pack`. */
static void pack(CPreprocessor *pre, CToken *line)
{
    if (!is_punct(line, P_OPEN))
        c_diagnose_fatal(pre->diagnoser, line->place, "#pragma pack: expected '('");
    CToken *token = line->next;
    bool is_empty = is_punct(token, P_CLOSE);
    if (is_empty)
        pre->packing = 0;
    if (is_word(token, "push"))
        push_packing(pre, token->place);
    if (is_word(token, "pop") && pre->packing_depth)
        pre->packing = pre->packings[--pre->packing_depth];
    for (; !is_punct(token, P_CLOSE); token = token->next) {
        if (token->kind == C_TOKEN_END)
            c_diagnose_fatal(pre->diagnoser, line->place, "#pragma pack: expected ')'");
        if (token->kind == C_TOKEN_NUMBER)
            set_packing(pre, token);
    }
}

void c_pragma(CPreprocessor *pre, CToken *line, CPlace place)
{
    if (is_word(line, "once"))
        c_mark_once(pre, place.file->name);
    else if (is_word(line, "pack"))
        pack(pre, c_macro_expand_all(pre, line->next));
    else if (is_word(line, "push_macro") || is_word(line, "pop_macro"))
        c_diagnose_fatal(pre->diagnoser, line->place, "'#pragma %s' is not supported: it is gcc's, not C's", line->text);
}

/* The text between the quotes, with \" and \\ as " and \. */
static char *destringized(CPreprocessor *pre, const CToken *string)
{
    char *text = c_pool_text(pre->pool, string->text, string->length), *to = text;
    for (const char *from = string->text + 1; from < string->text + string->length - 1; from++) {
        from += *from == '\\' && (from[1] == '"' || from[1] == '\\');
        *to++ = *from;
    }
    *to = '\0';
    return text;
}

CToken *c_pragma_operator(CPreprocessor *pre, CToken *token)
{
    if (!is_word(token, "_Pragma"))
        return NULL;
    CToken *string = is_punct(token->next, P_OPEN) ? token->next->next : NULL;
    if (!string || string->kind != C_TOKEN_STRING || string->text[0] != '"' || !is_punct(string->next, P_CLOSE))
        c_diagnose_fatal(pre->diagnoser, token->place, "_Pragma takes one string literal in parentheses");
    CFile *file = C_NEW(pre->pool, CFile);
    file->name = token->place.file->name;
    file->text = destringized(pre, string);
    file->length = strlen(file->text);
    c_pragma(pre, c_lex(pre->diagnoser, pre->names, file), token->place);
    return string->next->next;
}
