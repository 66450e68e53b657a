/* Line splices are taken out first, leaving as many newlines as there were behind the next one, so that tokens can be
 * looked at as plain text and lines still count right. */
#include "c/lexer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>


/* ---- names ---- */

typedef struct CName {
    struct CName *next;
    uint32_t hash;
    CKeyword keyword;
    char text[];
} CName;

static const char *const keyword_texts[] = {
#define X(id, spelling) [K_##id] = spelling,
    C_KEYWORDS(X)
#undef X
};

/* Other spellings that gcc accepts. */
static const struct { const char *text; CKeyword keyword; } keyword_aliases[] = {
    {"__asm__", K_ASM}, {"__asm", K_ASM}, {"__attribute", K_ATTRIBUTE}, {"__const", K_CONST}, {"__const__", K_CONST},
    {"__inline", K_INLINE}, {"__inline__", K_INLINE}, {"__restrict", K_RESTRICT}, {"__restrict__", K_RESTRICT},
    {"__signed__", K_SIGNED}, {"__typeof__", K_TYPEOF}, {"__typeof", K_TYPEOF}, {"__volatile__", K_VOLATILE},
    {"__volatile", K_VOLATILE}, {"__alignof__", K_ALIGNOF}, {"__thread", K_THREAD_LOCAL},
};

enum { NAME_BUCKETS = 4096 };

static uint32_t hash_text(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static CName *find_or_add(CNames *names, const char *text, size_t length)
{
    uint32_t hash = hash_text(text, length);
    CName **bucket = &names->buckets[hash % names->bucket_count];
    for (CName *name = *bucket; name; name = name->next)
        if (name->hash == hash && strncmp(name->text, text, length) == 0 && !name->text[length])
            return name;
    CName *name = c_pool_alloc(names->pool, sizeof *name + length + 1);
    *name = (CName){.next = *bucket, .hash = hash};
    memcpy(name->text, text, length);
    *bucket = name;
    names->count++;
    return name;
}

void c_names_init(CNames *names, CPool *pool)
{
    *names = (CNames){.pool = pool, .bucket_count = NAME_BUCKETS};
    names->buckets = c_pool_alloc(pool, NAME_BUCKETS * sizeof *names->buckets);
    for (size_t i = 1; i < sizeof keyword_texts / sizeof *keyword_texts; i++)
        find_or_add(names, keyword_texts[i], strlen(keyword_texts[i]))->keyword = (CKeyword)i;
    for (size_t i = 0; i < sizeof keyword_aliases / sizeof *keyword_aliases; i++)
        find_or_add(names, keyword_aliases[i].text, strlen(keyword_aliases[i].text))->keyword
            = keyword_aliases[i].keyword;
}

void c_names_finish(CNames *names)
{
    *names = (CNames){0};
}

const char *c_name(CNames *names, const char *text, size_t length)
{
    return find_or_add(names, text, length)->text;
}

CKeyword c_keyword(const CNames *names, const char *name)
{
    return ((const CName *)(const void *)(name - offsetof(CName, text)))->keyword;
}

static const char *const punct_texts[] = {
#define X(id, spelling) [P_##id] = spelling,
    C_PUNCTUATORS(X)
#undef X
};

const char *c_punct_text(CPunct punct)
{
    return punct ? punct_texts[punct] : "";
}

/* ---- the text ---- */

typedef struct Lexer {
    CDiagnoser *diagnoser;
    CNames *names;
    const CFile *file;
    const char *at, *line_start;
    int line;
    bool starts_line, has_space;
    CToken *last;
} Lexer;

/* A copy of the file without spliced lines and carriage returns; NULL if there are none. */
static char *without_splices(CPool *pool, const CFile *file)
{
    if (!strchr(file->text, '\\') && !strchr(file->text, '\r'))
        return NULL;
    char *copy = c_pool_alloc(pool, file->length + 2), *to = copy;
    int owed = 0;
    for (const char *from = file->text; *from; from++) {
        if (*from == '\r' && from[1] == '\n')
            continue;
        const char *behind = from + 1;
        behind += *from == '\\' && *behind == '\r';
        if (*from == '\\' && *behind == '\n') {
            owed++;
            from = behind;
            continue;
        }
        *to++ = *from;
        for (; *from == '\n' && owed; owed--)
            *to++ = '\n';
    }
    return copy;
}

static CPlace place_of(const Lexer *lexer, const char *start, size_t length)
{
    return (CPlace){lexer->file, lexer->line, (int)(start - lexer->line_start) + 1, (int)length};
}

static void new_line(Lexer *lexer)
{
    lexer->line++;
    lexer->line_start = lexer->at;
    lexer->starts_line = true;
}

static void skip_block_comment(Lexer *lexer)
{
    CPlace place = place_of(lexer, lexer->at, 2);
    for (lexer->at += 2; *lexer->at; lexer->at++) {
        if (lexer->at[0] == '*' && lexer->at[1] == '/') {
            lexer->at += 2;
            return;
        }
        if (*lexer->at == '\n') {
            bool starts = lexer->starts_line;
            lexer->at++;
            new_line(lexer);
            lexer->starts_line = starts;
            lexer->at--;
        }
    }
    c_diagnose_fatal(lexer->diagnoser, place, "unterminated /* comment");
}

static void skip_space(Lexer *lexer)
{
    for (;; lexer->has_space = true) {
        if (*lexer->at == '\n') {
            lexer->at++;
            new_line(lexer);
        } else if (isspace((unsigned char)*lexer->at)) {
            lexer->at++;
        } else if (lexer->at[0] == '/' && lexer->at[1] == '/') {
            lexer->at += strcspn(lexer->at, "\n");
        } else if (lexer->at[0] == '/' && lexer->at[1] == '*') {
            skip_block_comment(lexer);
        } else {
            return;
        }
    }
}

static bool is_name_start(char c)
{
    return isalpha((unsigned char)c) || c == '_' || c == '$' || (c & 0x80);
}

static bool is_name_part(char c)
{
    return is_name_start(c) || isdigit((unsigned char)c);
}

static CToken *add_token(Lexer *lexer, CTokenKind kind, size_t length)
{
    CToken *token = C_NEW(lexer->names->pool, CToken);
    *token = (CToken){.kind = (uint8_t)kind, .starts_line = lexer->starts_line, .has_space = lexer->has_space,
                      .length = (uint32_t)length, .text = lexer->at, .place = place_of(lexer, lexer->at, length)};
    lexer->starts_line = lexer->has_space = false;
    lexer->last = lexer->last->next = token;
    lexer->at += length;
    return token;
}

static void lex_name(Lexer *lexer, size_t length)
{
    const char *name = c_name(lexer->names, lexer->at, length);
    CToken *token = add_token(lexer, C_TOKEN_NAME, length);
    token->text = name;
    token->id = (uint8_t)c_keyword(lexer->names, name);
}

/* A preprocessing number: digits, letters, dots, and a sign behind an exponent's letter. */
static size_t number_length(const char *at)
{
    size_t n = 1;
    while (is_name_part(at[n]) || at[n] == '.' || ((at[n] == '+' || at[n] == '-') && strchr("eEpP", at[n - 1])))
        n++;
    return n;
}

/* From the opening quote, which may have a prefix before it. */
static size_t quoted_length(Lexer *lexer, size_t prefix)
{
    char quote = lexer->at[prefix];
    size_t n = prefix + 1;
    for (; lexer->at[n] && lexer->at[n] != '\n'; n++) {
        if (lexer->at[n] == quote)
            return n + 1;
        n += lexer->at[n] == '\\' && lexer->at[n + 1] && lexer->at[n + 1] != '\n';
    }
    return 0;
}

/* Length of what may stand before a quote: L, u, U, u8. */
static size_t prefix_length(const char *at)
{
    size_t n = *at == 'L' || *at == 'U' ? 1 : *at == 'u' ? (at[1] == '8' ? 2 : 1) : 0;
    return at[n] == '"' || at[n] == '\'' ? n : 0;
}

static void lex_quoted(Lexer *lexer, size_t prefix)
{
    char quote = lexer->at[prefix];
    size_t length = quoted_length(lexer, prefix);
    if (length) {
        add_token(lexer, quote == '"' ? C_TOKEN_STRING : C_TOKEN_CHAR, length);
        return;
    }
    /* may stand in a part that an #if skips, as an apostrophe: the preprocessor complains when it is used */
    CToken *token = add_token(lexer, C_TOKEN_OTHER, 1);
    token->id = (uint8_t)quote;
    lexer->at += strcspn(lexer->at, "\n");
}

static const CPunct digraph_meaning[] = {
    [P_OPEN_BRACKET_D] = P_OPEN_BRACKET, [P_CLOSE_BRACKET_D] = P_CLOSE_BRACKET, [P_OPEN_BRACE_D] = P_OPEN_BRACE,
    [P_CLOSE_BRACE_D] = P_CLOSE_BRACE, [P_HASH_D] = P_HASH, [P_PASTE_D] = P_PASTE,
};

static void lex_punct(Lexer *lexer)
{
    for (size_t i = 1; i < sizeof punct_texts / sizeof *punct_texts; i++) {
        size_t length = strlen(punct_texts[i]);
        if (strncmp(lexer->at, punct_texts[i], length) != 0)
            continue;
        bool is_digraph = i < sizeof digraph_meaning / sizeof *digraph_meaning && digraph_meaning[i];
        add_token(lexer, C_TOKEN_PUNCT, length)->id = (uint8_t)(is_digraph ? digraph_meaning[i] : (CPunct)i);
        return;
    }
    add_token(lexer, C_TOKEN_OTHER, 1)->id = (uint8_t)lexer->at[-1];
}

static void lex_token(Lexer *lexer)
{
    const char *at = lexer->at;
    size_t prefix = prefix_length(at), n = 1;
    if (prefix || *at == '"' || *at == '\'') {
        lex_quoted(lexer, prefix);
    } else if (is_name_start(*at)) {
        while (is_name_part(at[n]))
            n++;
        lex_name(lexer, n);
    } else if (isdigit((unsigned char)*at) || (*at == '.' && isdigit((unsigned char)at[1]))) {
        add_token(lexer, C_TOKEN_NUMBER, number_length(at));
    } else {
        lex_punct(lexer);
    }
}

CToken *c_lex(CDiagnoser *diagnoser, CNames *names, const CFile *file)
{
    const char *text = without_splices(names->pool, file);
    CToken head = {0};
    Lexer lexer = {.diagnoser = diagnoser, .names = names, .file = file, .at = text ? text : file->text, .line = 1,
                   .starts_line = true, .last = &head};
    if (strncmp(lexer.at, "\xef\xbb\xbf", 3) == 0)
        lexer.at += 3;
    lexer.line_start = lexer.at;
    for (skip_space(&lexer); *lexer.at; skip_space(&lexer))
        lex_token(&lexer);
    lexer.starts_line = true;
    add_token(&lexer, C_TOKEN_END, 0);
    return head.next;
}
