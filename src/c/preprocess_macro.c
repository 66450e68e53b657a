#include <stdio.h>
#include <string.h>

#include "c/preprocess.h"

/* So many tokens out of macros are a program that explodes. */
enum { MOST_COPIES = 1000000 };

/* ---- the table ---- */

static CMacro **bucket_of(const CPreprocessor *pre, const char *name)
{
    return (CMacro **)&pre->macros[((uintptr_t)name >> 4) % C_MACRO_BUCKETS];
}

CMacro *c_macro_find(const CPreprocessor *pre, const CToken *name)
{
    if (name->kind != C_TOKEN_NAME)
        return NULL;
    for (CMacro *macro = *bucket_of(pre, name->text); macro; macro = macro->next)
        if (macro->name == name->text)
            return macro;
    return NULL;
}

void c_macro_remove(CPreprocessor *pre, const char *name)
{
    for (CMacro **at = bucket_of(pre, name); *at; at = &(*at)->next)
        if ((*at)->name == name) {
            *at = (*at)->next;
            return;
        }
}

void c_macro_add(CPreprocessor *pre, CMacro *macro)
{
    c_macro_remove(pre, macro->name);
    CMacro **bucket = bucket_of(pre, macro->name);
    macro->next = *bucket;
    *bucket = macro;
}

static CToken *lex_text(CPreprocessor *pre, const char *text)
{
    CFile *file = C_NEW(pre->pool, CFile);
    *file = (CFile){.name = "<refarrows>", .text = text, .length = strlen(text), .is_builtin = true};
    return c_lex(pre->diagnoser, pre->names, file);
}

void c_macro_define_text(CPreprocessor *pre, const char *name, const char *body)
{
    CMacro *macro = C_NEW(pre->pool, CMacro);
    macro->name = c_name(pre->names, name, strlen(name));
    macro->body = lex_text(pre, body);
    c_macro_add(pre, macro);
}

/* ---- tokens ---- */

CToken *c_token_copy(CPreprocessor *pre, const CToken *token)
{
    if (++pre->copied > MOST_COPIES)
        c_diagnose_fatal(pre->diagnoser, token->place, "this macro expands to too much text");
    CToken *copy = C_NEW(pre->pool, CToken);
    *copy = *token;
    copy->next = NULL;
    return copy;
}

static CToken *end_token(CPreprocessor *pre, const CToken *like)
{
    CToken *end = c_token_copy(pre, like);
    end->kind = C_TOKEN_END;
    end->length = 0;
    return end;
}

static bool is_hidden(const CHideSet *set, const char *name)
{
    for (; set; set = set->next)
        if (set->name == name)
            return true;
    return false;
}

static CHideSet *hide(CPreprocessor *pre, CHideSet *set, const char *name)
{
    if (is_hidden(set, name))
        return set;
    CHideSet *first = C_NEW(pre->pool, CHideSet);
    *first = (CHideSet){set, name};
    return first;
}

static CHideSet *unite(CPreprocessor *pre, CHideSet *a, CHideSet *b)
{
    if (!a || a == b)
        return b;              /* the tokens of a body all share one set */
    for (; b; b = b->next)
        a = hide(pre, a, b->name);
    return a;
}

static CHideSet *intersect(CPreprocessor *pre, const CHideSet *a, const CHideSet *b)
{
    CHideSet *both = NULL;
    for (; a; a = a->next)
        if (is_hidden(b, a->name))
            both = hide(pre, both, a->name);
    return both;
}

/* ---- stringizing and pasting ---- */

static CToken *string_token(CPreprocessor *pre, const char *text, CPlace place)
{
    CToken *token = C_NEW(pre->pool, CToken);
    *token = (CToken){.kind = C_TOKEN_STRING, .text = text, .length = (uint32_t)strlen(text), .place = place};
    return token;
}

static size_t put_escaped(char *out, const CToken *token)
{
    bool quoted = token->kind == C_TOKEN_STRING || token->kind == C_TOKEN_CHAR;
    size_t n = 0;
    for (uint32_t i = 0; i < token->length; i++) {
        if (token->text[i] == '"' || (quoted && token->text[i] == '\\'))
            out[n++] = '\\';
        out[n++] = token->text[i];
    }
    return n;
}

static CToken *stringize(CPreprocessor *pre, const CToken *argument, CPlace place)
{
    size_t room = 3;
    for (const CToken *t = argument; t->kind != C_TOKEN_END; t = t->next)
        room += 2 * (size_t)t->length + 1;
    char *text = c_pool_alloc(pre->pool, room);
    size_t n = 0;
    text[n++] = '"';
    for (const CToken *t = argument; t->kind != C_TOKEN_END; t = t->next) {
        if (t != argument && (t->has_space || t->starts_line))
            text[n++] = ' ';
        n += put_escaped(text + n, t);
    }
    text[n++] = '"';
    return string_token(pre, text, place);
}

static CToken *paste(CPreprocessor *pre, const CToken *left, const CToken *right, CPlace place)
{
    char *text = c_pool_format(pre->pool, "%.*s%.*s", (int)left->length, left->text, (int)right->length, right->text);
    CToken *token = lex_text(pre, text);
    if (token->kind == C_TOKEN_END || token->next->kind != C_TOKEN_END)
        c_diagnose_fatal(pre->diagnoser, place, "pasting formed '%s', an invalid token", text);
    token->place = place;
    token->has_space = left->has_space;
    token->starts_line = false;
    token->next = NULL;
    return token;
}

/* ---- arguments ---- */

typedef struct Use {
    CPreprocessor *pre;
    const CMacro *macro;
    CToken *at;                /* the macro's name where it is used */
    CToken *arguments[128], *expanded[128];
    bool was_expanded[128];
    int given;
} Use;

enum { MOST_ARGUMENTS = 128 };

static bool is_punct(const CToken *token, CPunct punct)
{
    return token->kind == C_TOKEN_PUNCT && token->id == punct;
}

/* One argument from `token` on; leaves the comma or parenthesis behind it in `*rest`. */
static CToken *read_argument(Use *use, CToken *token, bool takes_commas, CToken **rest)
{
    CToken head = {0}, *last = &head;
    for (int depth = 0;; token = token->next) {
        if (token->kind == C_TOKEN_END)
            c_diagnose_fatal(use->pre->diagnoser, use->at->place,
                             "unterminated function-like macro invocation of '%s'", use->macro->name);
        if (depth == 0 && (is_punct(token, P_CLOSE) || (is_punct(token, P_COMMA) && !takes_commas)))
            break;
        depth += is_punct(token, P_OPEN) - is_punct(token, P_CLOSE);
        last = last->next = c_token_copy(use->pre, token);
    }
    last->next = end_token(use->pre, token);
    *rest = token;
    return head.next;
}

static void check_count(Use *use, const CToken *close)
{
    const CMacro *macro = use->macro;
    int least = macro->parameter_count - macro->is_variadic;
    bool is_empty = use->given == 1 && use->arguments[0]->kind == C_TOKEN_END;
    if (macro->parameter_count == 0 && is_empty)
        use->given = 0;
    if (use->given < least || (use->given > macro->parameter_count))
        c_diagnose_fatal(use->pre->diagnoser, use->at->place, "macro '%s' takes %d argument%s, but %d %s given",
                         macro->name, least, least == 1 ? "" : "s", use->given, use->given == 1 ? "was" : "were");
    for (int i = use->given; i < macro->parameter_count; i++)
        use->arguments[i] = end_token(use->pre, close);
}

/* From the opening parenthesis on; returns the closing one. */
static CToken *read_arguments(Use *use, CToken *open)
{
    CToken *token = open;
    do {
        if (use->given == MOST_ARGUMENTS)
            c_diagnose_fatal(use->pre->diagnoser, use->at->place, "too many arguments to macro '%s'",
                             use->macro->name);
        bool takes_commas = use->macro->is_variadic && use->given == use->macro->parameter_count - 1;
        use->arguments[use->given] = read_argument(use, token->next, takes_commas, &token);
        use->given++;
    } while (is_punct(token, P_COMMA));
    check_count(use, token);
    return token;
}

static int parameter_index(const CMacro *macro, const CToken *token)
{
    for (int i = 0; token->kind == C_TOKEN_NAME && i < macro->parameter_count; i++)
        if (macro->parameters[i] == token->text)
            return i;
    return -1;
}

static CToken *expanded_argument(Use *use, int index)
{
    if (!use->was_expanded[index]) {
        CToken head = {0}, *last = &head;
        for (CToken *t = use->arguments[index]; t; t = t->next)
            last = last->next = c_token_copy(use->pre, t);
        use->expanded[index] = c_macro_expand_all(use->pre, head.next);
        use->was_expanded[index] = true;
    }
    return use->expanded[index];
}

/* ---- replacing ---- */

typedef struct Output {
    CToken head, *last;
} Output;

static void put(Use *use, Output *out, const CToken *token, bool own_place)
{
    CToken *copy = c_token_copy(use->pre, token);
    if (!own_place)
        copy->place = use->at->place;
    out->last = out->last->next = copy;
}

static void put_all(Use *use, Output *out, const CToken *chain, bool first_space)
{
    for (const CToken *t = chain; t->kind != C_TOKEN_END; t = t->next) {
        put(use, out, t, true);
        out->last->starts_line = false;
        if (t == chain)
            out->last->has_space = first_space;
    }
}

static Output *output_begin(Output *out)
{
    *out = (Output){0};
    out->last = &out->head;
    return out;
}

static const CToken *put_paste(Use *use, Output *out, const CToken *paste_token);

/* `left ## right` where left is an argument or token just put; handles `, ## __VA_ARGS__` too. */
static const CToken *put_paste(Use *use, Output *out, const CToken *paste_token)
{
    const CToken *right = paste_token->next;
    const CMacro *macro = use->macro;
    int index = parameter_index(macro, right);
    bool is_rest = macro->is_variadic && index == macro->parameter_count - 1;
    if (is_rest && out->last != &out->head && is_punct(out->last, P_COMMA)) {
        if (use->arguments[index]->kind == C_TOKEN_END && use->given < macro->parameter_count)
            out->last->kind = C_TOKEN_OTHER;               /* taken out below */
        else
            put_all(use, out, expanded_argument(use, index), true);
        return right->next;
    }
    const CToken *first = index >= 0 ? use->arguments[index] : right;
    if (first->kind == C_TOKEN_END)
        return right->next;
    if (out->last == &out->head || out->last->kind == C_TOKEN_END) {
        put(use, out, first, index >= 0);
    } else {
        CToken *joined = paste(use->pre, out->last, first, use->at->place);
        CToken *next = out->last->next;
        *out->last = *joined;
        out->last->next = next;
    }
    if (index >= 0)
        put_all(use, out, first->next, true);
    return right->next;
}

static bool va_opt_applies(Use *use)
{
    int rest = use->macro->parameter_count - 1;
    return expanded_argument(use, rest)->kind != C_TOKEN_END;
}

static CToken *substitute(Use *use, const CToken *body);

static const CToken *put_va_opt(Use *use, Output *out, const CToken *token)
{
    CToken *rest;
    CToken *inside = read_argument(use, token->next->next, true, &rest);
    if (va_opt_applies(use))
        put_all(use, out, substitute(use, inside), token->has_space);
    return rest->next;
}

/* One token of the body, or what belongs together with it; returns what comes behind. */
static const CToken *put_body(Use *use, Output *out, const CToken *token)
{
    const CMacro *macro = use->macro;
    int index = parameter_index(macro, token);
    if (macro->is_function && is_punct(token, P_HASH)) {
        int named = parameter_index(macro, token->next);
        if (named < 0)
            c_diagnose_fatal(use->pre->diagnoser, token->next->place, "'#' is not followed by a macro parameter");
        CToken *string = stringize(use->pre, use->arguments[named], use->at->place);
        string->has_space = token->has_space;
        put(use, out, string, true);
        return token->next->next;
    }
    if (macro->is_variadic && token->text == use->pre->name_va_opt && is_punct(token->next, P_OPEN))
        return put_va_opt(use, out, token);
    if (is_punct(token, P_PASTE) && token->next->kind != C_TOKEN_END)
        return put_paste(use, out, token);
    bool before_paste = is_punct(token->next, P_PASTE);
    if (index >= 0 && before_paste) {
        if (use->arguments[index]->kind == C_TOKEN_END) {
            CToken *nothing = end_token(use->pre, token);
            put(use, out, nothing, true);                  /* so that what follows is not pasted to what is before */
        }
        put_all(use, out, use->arguments[index], token->has_space);
    } else if (index >= 0) {
        put_all(use, out, expanded_argument(use, index), token->has_space);
    } else {
        put(use, out, token, false);
    }
    return token->next;
}

static CToken *without_marks(CToken *chain, CToken *end)
{
    CToken head = {0}, *last = &head;
    for (CToken *t = chain; t; t = t->next)
        if (t->kind != C_TOKEN_END && !(t->kind == C_TOKEN_OTHER && is_punct(t, P_NONE)) &&
            !(t->kind == C_TOKEN_OTHER && t->id == P_COMMA))
            last = last->next = t;
    last->next = end;
    return head.next;
}

static CToken *substitute(Use *use, const CToken *body)
{
    Output out;
    output_begin(&out);
    for (const CToken *token = body; token->kind != C_TOKEN_END;)
        token = put_body(use, &out, token);
    return without_marks(out.head.next, end_token(use->pre, use->at));
}

static CToken *join(CPreprocessor *pre, CToken *chain, CHideSet *hidden, const CToken *use, CToken *rest)
{
    CToken head = {.next = chain}, *last = &head;
    for (; last->next && last->next->kind != C_TOKEN_END; last = last->next)
        last->next->hidden = unite(pre, last->next->hidden, hidden);
    if (last != &head) {
        head.next->starts_line = use->starts_line;
        head.next->has_space = use->has_space;
    }
    last->next = rest;
    return head.next;
}

static CToken *number_token(CPreprocessor *pre, const CToken *like, int value)
{
    CToken *token = c_token_copy(pre, like);
    token->kind = C_TOKEN_NUMBER;
    token->id = 0;
    token->text = c_pool_format(pre->pool, "%d", value);
    token->length = (uint32_t)strlen(token->text);
    token->next = like->next;
    return token;
}

/* __LINE__ and its like: NULL for other names. */
static CToken *expand_builtin(CPreprocessor *pre, CToken *token)
{
    bool renumbered = token->place.file == pre->renumbered;
    if (token->text == pre->name_line)
        return number_token(pre, token, token->place.line + (renumbered ? pre->line_shift : 0));
    if (token->text == pre->name_counter)
        return number_token(pre, token, pre->counter++);
    if (token->text != pre->name_file)
        return NULL;
    const char *name = renumbered && pre->line_file ? pre->line_file
                     : c_pool_format(pre->pool, "\"%s\"", token->place.file->name);
    CToken *string = string_token(pre, name, token->place);
    string->next = token->next;
    return string;
}

CToken *c_macro_expand(CPreprocessor *pre, CToken *token)
{
    if (token->kind != C_TOKEN_NAME)
        return NULL;
    CToken *builtin = expand_builtin(pre, token);
    if (builtin)
        return builtin;
    CMacro *macro = c_macro_find(pre, token);
    if (!macro || is_hidden(token->hidden, token->text))
        return NULL;
    Use *use = C_NEW(pre->pool, Use);
    *use = (Use){.pre = pre, .macro = macro, .at = token};
    if (!macro->is_function) {
        CHideSet *hidden = hide(pre, token->hidden, macro->name);
        return join(pre, substitute(use, macro->body), hidden, token, token->next);
    }
    if (!is_punct(token->next, P_OPEN))
        return NULL;
    CToken *close = read_arguments(use, token->next);
    CHideSet *hidden = hide(pre, intersect(pre, token->hidden, close->hidden), macro->name);
    return join(pre, substitute(use, macro->body), hidden, token, close->next);
}

CToken *c_macro_expand_all(CPreprocessor *pre, CToken *chain)
{
    CToken head = {0}, *last = &head;
    while (chain->kind != C_TOKEN_END) {
        CToken *expanded = c_macro_expand(pre, chain);
        if (expanded) {
            chain = expanded;
            continue;
        }
        last = last->next = chain;
        chain = chain->next;
    }
    last->next = chain;
    return head.next;
}
