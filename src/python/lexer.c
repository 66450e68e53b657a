/* Cutting a text into tokens, as CPython's tokenizer.c does.
 *
 * Indentation is measured twice, with tabs of 8 columns and of 1; where the two orders disagree, the meaning would
 * depend on the reader's editor, and that is a TabError. Inside brackets there are no lines.
 */
#include "python/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

enum { TAB_SIZE = 8, FIRST_CAPACITY = 16, BYTES_PER_TOKEN = 2 };

/* 1: may start a word, 3: digit, which may only go on in one. Non-ASCII is settled when the word is complete. */
static const unsigned char word_class[256] = {
    ['A' ... 'Z'] = 1, ['a' ... 'z'] = 1, ['_'] = 1, [128 ... 255] = 1, ['0' ... '9'] = 3,
};

bool lexer_is_word(char c)
{
    return word_class[(unsigned char)c];
}

/* ------------------------------------------------------------------------------------------------ mistakes --------- */

static bool fail_at(Lexer *lexer, SyntaxProblemKind kind, int column, int end_column, const char *message)
{
    lexer->error.kind = kind;
    lexer->error.line = lexer->line;
    lexer->error.column = column;
    lexer->error.end_column = end_column;
    snprintf(lexer->error.message, sizeof lexer->error.message, "%s", message);
    return false;
}

bool lexer_fail(Lexer *lexer, const char *format, ...)
{
    char message[sizeof lexer->error.message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    int column = (int)(lexer->next - lexer->line_start);
    lexer->error.outranks_grammar = true;
    return fail_at(lexer, PROBLEM_SYNTAX_ERROR, column, column, message);
}

static const char *line_end(const Lexer *lexer)
{
    const char *newline = memchr(lexer->next, '\n', (size_t)(lexer->end - lexer->next));
    return newline ? newline + 1 : lexer->end;
}

static bool fail_end_of_text(Lexer *lexer)
{
    /* the end of the text is reported in the last line that has any */
    if (lexer->next == lexer->line_start && lexer->line_start > lexer->text) {
        lexer->line--;
        do
            lexer->line_start--;
        while (lexer->line_start > lexer->text && lexer->line_start[-1] != '\n');
    }
    lexer->error.is_end_of_text = true;
    return fail_at(lexer, PROBLEM_SYNTAX_ERROR, (int)(lexer->next - lexer->line_start), -1,
                   "unexpected EOF while parsing");
}

/* ------------------------------------------------------------------------------------------------- tokens ---------- */

static Token *add_token(Lexer *lexer, TokenKind kind)
{
    if (lexer->count == lexer->capacity) {
        size_t old_size = lexer->capacity * sizeof *lexer->tokens;
        lexer->capacity += lexer->capacity / 2;
        lexer->tokens = region_grow(lexer->region, lexer->tokens, old_size, lexer->capacity * sizeof *lexer->tokens);
    }
    Token *token = &lexer->tokens[lexer->count++];
    token->kind = (uint8_t)kind;
    token->level = (uint8_t)lexer->level;
    token->name = NULL;
    return token;
}

/* A token from token_start to next within the current line. */
static Token *add_text_token(Lexer *lexer, TokenKind kind)
{
    Token *token = add_token(lexer, kind);
    int shift = lexer->line == lexer->first_line ? lexer->first_column : 0;
    token->start = (uint32_t)(lexer->token_start - lexer->text);
    token->end = (uint32_t)(lexer->next - lexer->text);
    token->span = (Span){
        lexer->line, (int)(lexer->token_start - lexer->line_start) + shift,
        lexer->line, (int)(lexer->next - lexer->line_start) + shift,
    };
    return token;
}

/* A token without text. At the end of the text it belongs to the last line that has any. */
static void add_mark(Lexer *lexer, TokenKind kind)
{
    Token *token = add_token(lexer, kind);
    bool is_past_last_line = lexer->next >= lexer->end && lexer->next == lexer->line_start && lexer->next > lexer->text;
    int line = lexer->line - is_past_last_line;
    token->start = token->end = (uint32_t)(lexer->next - lexer->text);
    token->span = (Span){line, -1, line, -1};
}

static void next_line(Lexer *lexer)
{
    lexer->line++;
    lexer->line_start = lexer->next;
}

/* --------------------------------------------------------------------------------------------- indentation --------- */

/* A backslash that joins two lines: `next` stands behind it. */
static bool join_lines(Lexer *lexer)
{
    if (*lexer->next != '\n') {
        lexer->next++;
        int column = (int)(lexer->next - lexer->line_start);
        return fail_at(lexer, PROBLEM_SYNTAX_ERROR, column, 0, "unexpected character after line continuation character");
    }
    lexer->next++;
    if (lexer->next >= lexer->end)
        return fail_end_of_text(lexer);
    next_line(lexer);
    return true;
}

typedef struct Indentation { int column, tab_column; } Indentation;

/* Measures the white space that starts a line and steps over it. A backslash fixes the measure so far. */
static bool measure_indentation(Lexer *lexer, Indentation *result)
{
    Indentation here = {0, 0};
    int joined_column = 0;
    for (;; lexer->next++) {
        if (*lexer->next == ' ') {
            here.column++;
            here.tab_column++;
        } else if (*lexer->next == '\t') {
            here.column = (here.column / TAB_SIZE + 1) * TAB_SIZE;
            here.tab_column++;
        } else if (*lexer->next == '\f') {
            here = (Indentation){0, 0};
        } else if (*lexer->next == '\\') {
            if (!joined_column)
                joined_column = here.column;
            lexer->next++;
            if (!join_lines(lexer))
                return false;
            lexer->next--;
        } else {
            break;
        }
    }
    *result = joined_column ? (Indentation){joined_column, joined_column} : here;
    return true;
}

static bool fail_tabs(Lexer *lexer)
{
    return fail_at(lexer, PROBLEM_TAB_ERROR, 1, 0, "inconsistent use of tabs and spaces in indentation");
}

static bool indent(Lexer *lexer, Indentation here)
{
    if (lexer->indent_count + 1 >= LEXER_MAX_INDENT)
        return fail_at(lexer, PROBLEM_INDENTATION_ERROR, 1, 0, "too many levels of indentation");
    if (here.tab_column <= lexer->tab_indents[lexer->indent_count])
        return fail_tabs(lexer);
    lexer->indent_count++;
    lexer->indents[lexer->indent_count] = here.column;
    lexer->tab_indents[lexer->indent_count] = here.tab_column;
    add_mark(lexer, TOKEN_INDENT);
    return true;
}

static bool dedent(Lexer *lexer, Indentation here)
{
    int levels = 0;
    while (lexer->indent_count > 0 && here.column < lexer->indents[lexer->indent_count]) {
        lexer->indent_count--;
        levels++;
    }
    if (here.column != lexer->indents[lexer->indent_count]) {
        int column = (int)(line_end(lexer) - lexer->line_start);
        return fail_at(lexer, PROBLEM_INDENTATION_ERROR, column, -1,
                       "unindent does not match any outer indentation level");
    }
    if (here.tab_column != lexer->tab_indents[lexer->indent_count])
        return fail_tabs(lexer);
    while (levels--)
        add_mark(lexer, TOKEN_DEDENT);
    return true;
}

/* At the start of a line outside brackets. Lines with nothing but white space and comment do not count. */
static bool read_indentation(Lexer *lexer)
{
    Indentation here;
    if (!measure_indentation(lexer, &here))
        return false;
    if (*lexer->next == '#' || *lexer->next == '\n' || lexer->next >= lexer->end)
        return true;
    int current = lexer->indents[lexer->indent_count];
    if (here.column > current)
        return indent(lexer, here);
    if (here.column < current)
        return dedent(lexer, here);
    return here.tab_column == lexer->tab_indents[lexer->indent_count] || fail_tabs(lexer);
}

/* ------------------------------------------------------------------------------------------------- strings --------- */

static bool fail_unterminated(Lexer *lexer, int first_line, const char *first_line_start, bool is_triple)
{
    int detected = lexer->line - (lexer->next >= lexer->end && lexer->next == lexer->line_start);
    lexer->line = first_line;
    lexer->line_start = first_line_start;
    lexer->next = lexer->token_start + 1;
    return lexer_fail(lexer, "unterminated %sstring literal (detected at line %d)", is_triple ? "triple-quoted " : "",
                      detected);
}

/* Steps over a string's contents up to and with its closing quotes; false where the text or line ends first. */
static bool skip_string(Lexer *lexer, char quote, int quote_size)
{
    int seen = 0;
    while (seen < quote_size) {
        if (lexer->next >= lexer->end || (quote_size == 1 && *lexer->next == '\n'))
            return false;
        char c = *lexer->next++;
        seen = c == quote ? seen + 1 : 0;
        if (c == '\\' && lexer->next < lexer->end)
            c = *lexer->next++;
        if (c == '\n')
            next_line(lexer);
    }
    return true;
}

/* `next` stands at the opening quote, token_start at the prefix. */
static bool read_string(Lexer *lexer)
{
    char quote = *lexer->next++;
    int first_line = lexer->line;
    const char *first_line_start = lexer->line_start;
    int quote_size = 1;
    if (lexer->next[0] == quote && lexer->next[1] == quote) {
        quote_size = 3;
        lexer->next += 2;
    }
    if (!skip_string(lexer, quote, quote_size))
        return fail_unterminated(lexer, first_line, first_line_start, quote_size == 3);
    Token *token = add_text_token(lexer, TOKEN_STRING);
    /* as CPython, the shift of a first line is given only to strings that end there */
    int shift = lexer->line == lexer->first_line ? lexer->first_column : 0;
    token->span.line = first_line;
    token->span.column = (int)(lexer->token_start - first_line_start) + shift;
    return true;
}

/* ---------------------------------------------------------------------------------------------------- words -------- */

/* Whether the word that ends at `next` is a string's prefix: r, b, u, f, br, rb, fr, rf in any case. */
static bool is_string_prefix(const char *word, size_t length)
{
    if (length == 1)
        return strchr("rRbBuUfF", word[0]) != NULL;
    if (length != 2)
        return false;
    char first = word[0] | 0x20, second = word[1] | 0x20;
    return (first == 'r' && (second == 'b' || second == 'f')) || (second == 'r' && (first == 'b' || first == 'f'));
}

static bool fail_character(Lexer *lexer, const char *place, int size, int32_t code_point)
{
    lexer->next = place + size;
    if (identifier_is_printable(code_point))
        return lexer_fail(lexer, "invalid character '%.*s' (U+%04X)", size, place, (unsigned)code_point);
    return lexer_fail(lexer, "invalid non-printable character U+%04X", (unsigned)code_point);
}

/* Checks a word with non-ASCII characters in it, from token_start to next. */
static bool check_word(Lexer *lexer)
{
    const char *place = lexer->token_start;
    while (place < lexer->next) {
        int32_t code_point;
        int size = (int)utf8proc_iterate((const utf8proc_uint8_t *)place, lexer->next - place, &code_point);
        if (size <= 0)
            return lexer_fail(lexer, "invalid character in identifier");
        bool is_first = place == lexer->token_start;
        if (!(is_first ? identifier_may_start(code_point) : identifier_may_continue(code_point)))
            return fail_character(lexer, place, size, code_point);
        place += size;
    }
    return true;
}

static bool read_word(Lexer *lexer)
{
    unsigned char bits = 0;
    while (lexer_is_word(*lexer->next))
        bits |= (unsigned char)*lexer->next++;
    size_t length = (size_t)(lexer->next - lexer->token_start);
    if ((*lexer->next == '\'' || *lexer->next == '"') && is_string_prefix(lexer->token_start, length))
        return read_string(lexer);
    bool is_ascii = bits < 128;
    if (!is_ascii && !check_word(lexer))
        return false;
    const IdentifierEntry *entry = is_ascii ? identifier_intern(lexer->names, lexer->token_start, length)
                                            : identifier_intern_normalised(lexer->names, lexer->token_start, length);
    Token *token = add_text_token(lexer, is_ascii ? entry->kind : TOKEN_NAME);
    token->name = entry->text;
    return true;
}

/* ------------------------------------------------------------------------------------------------ operators -------- */

static bool open_bracket(Lexer *lexer, char c)
{
    if (lexer->level >= LEXER_MAX_LEVEL)
        return lexer_fail(lexer, "too many nested parentheses");
    int shift = lexer->line == lexer->first_line ? lexer->first_column : 0;
    lexer->brackets[lexer->level++] =
        (LexerBracket){c, lexer->line, (int)(lexer->token_start - lexer->line_start) + shift};
    return true;
}

static bool close_bracket(Lexer *lexer, char c)
{
    if (!lexer->level)
        return lexer_fail(lexer, "unmatched '%c'", c);
    LexerBracket opening = lexer->brackets[--lexer->level];
    char expected = opening.character == '(' ? ')' : opening.character == '[' ? ']' : '}';
    if (c == expected)
        return true;
    if (opening.line != lexer->line)
        return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c,
                          opening.character, opening.line);
    return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, opening.character);
}

/* Operators by their first character, the longest first. A single ! or ? or $ is a token that no rule accepts. */
static const uint8_t operators_by_first[128][5] = {
    ['('] = {TOKEN_LPAREN}, [')'] = {TOKEN_RPAREN}, ['['] = {TOKEN_LBRACKET}, [']'] = {TOKEN_RBRACKET},
    ['{'] = {TOKEN_LBRACE}, ['}'] = {TOKEN_RBRACE}, [','] = {TOKEN_COMMA}, [';'] = {TOKEN_SEMICOLON},
    ['~'] = {TOKEN_TILDE},
    [':'] = {TOKEN_WALRUS, TOKEN_COLON},
    ['.'] = {TOKEN_ELLIPSIS, TOKEN_DOT},
    ['='] = {TOKEN_EQUAL, TOKEN_ASSIGN},
    ['!'] = {TOKEN_NOT_EQUAL},
    ['+'] = {TOKEN_PLUS_ASSIGN, TOKEN_PLUS},
    ['-'] = {TOKEN_MINUS_ASSIGN, TOKEN_ARROW, TOKEN_MINUS},
    ['*'] = {TOKEN_DOUBLE_STAR_ASSIGN, TOKEN_DOUBLE_STAR, TOKEN_STAR_ASSIGN, TOKEN_STAR},
    ['/'] = {TOKEN_DOUBLE_SLASH_ASSIGN, TOKEN_DOUBLE_SLASH, TOKEN_SLASH_ASSIGN, TOKEN_SLASH},
    ['%'] = {TOKEN_PERCENT_ASSIGN, TOKEN_PERCENT},
    ['@'] = {TOKEN_AT_ASSIGN, TOKEN_AT},
    ['|'] = {TOKEN_PIPE_ASSIGN, TOKEN_PIPE},
    ['^'] = {TOKEN_CARET_ASSIGN, TOKEN_CARET},
    ['&'] = {TOKEN_AMPERSAND_ASSIGN, TOKEN_AMPERSAND},
    ['<'] = {TOKEN_SHIFT_LEFT_ASSIGN, TOKEN_SHIFT_LEFT, TOKEN_LESS_EQUAL, TOKEN_LESS},
    ['>'] = {TOKEN_SHIFT_RIGHT_ASSIGN, TOKEN_SHIFT_RIGHT, TOKEN_GREATER_EQUAL, TOKEN_GREATER},
};

static TokenKind match_operator(const char *text)
{
    if ((unsigned char)*text >= 128)
        return TOKEN_ERROR;
    if (text[0] == '<' && text[1] == '>')
        return TOKEN_NOT_EQUAL;
    for (const uint8_t *kind = operators_by_first[(unsigned char)*text]; *kind; kind++)
        if (!strncmp(text, token_traits(*kind)->text, strlen(token_traits(*kind)->text)))
            return *kind;
    return TOKEN_ERROR;
}

static bool fail_unknown(Lexer *lexer)
{
    unsigned char c = (unsigned char)*lexer->next;
    if (c < ' ' || c == 127)
        return fail_character(lexer, lexer->next, 1, c);
    lexer->next++;
    return true;
}

static bool read_operator(Lexer *lexer)
{
    TokenKind kind = match_operator(lexer->next);
    if (kind == TOKEN_ERROR) {
        if (!fail_unknown(lexer))
            return false;
        add_text_token(lexer, TOKEN_UNKNOWN);
        return true;
    }
    char c = *lexer->next;
    bool is_barry = kind == TOKEN_NOT_EQUAL && c == '<';
    lexer->next += strlen(token_traits(kind)->text);
    if ((c == '(' || c == '[' || c == '{') && !open_bracket(lexer, c))
        return false;
    if ((c == ')' || c == ']' || c == '}') && !close_bracket(lexer, c))
        return false;
    add_text_token(lexer, is_barry ? TOKEN_UNKNOWN : kind);
    return true;
}

/* ---------------------------------------------------------------------------------------------- the main loop ------ */

/* A newline's token begins where the comment before it does, as CPython's tokenizer.c has it. */
static void skip_blanks(Lexer *lexer)
{
    while (*lexer->next == ' ' || *lexer->next == '\t' || *lexer->next == '\f')
        lexer->next++;
    lexer->token_start = lexer->next;
    if (*lexer->next == '#')
        while (*lexer->next != '\n' && lexer->next < lexer->end)
            lexer->next++;
}

static bool read_newline(Lexer *lexer, bool is_blank_line)
{
    if (!is_blank_line && !lexer->level)
        add_text_token(lexer, TOKEN_NEWLINE);
    lexer->next++;
    next_line(lexer);
    return lexer->level || lexer->next >= lexer->end || read_indentation(lexer);
}

static bool read_token(Lexer *lexer)
{
    char c = *lexer->next;
    lexer->token_start = lexer->next;
    if (c == '\\') {
        lexer->next++;
        return join_lines(lexer);
    }
    if (word_class[(unsigned char)c] == 1)
        return read_word(lexer);
    if (lexer_is_digit(c) || (c == '.' && lexer_is_digit(lexer->next[1]))) {
        if (!lexer_number(lexer))
            return false;
        add_text_token(lexer, TOKEN_NUMBER);
        return true;
    }
    if (c == '\'' || c == '"')
        return read_string(lexer);
    return read_operator(lexer);
}

static bool read_end(Lexer *lexer)
{
    if (lexer->level)
        return fail_end_of_text(lexer);
    if (lexer->count && lexer->tokens[lexer->count - 1].kind != TOKEN_NEWLINE &&
        lexer->tokens[lexer->count - 1].kind != TOKEN_DEDENT)
        add_text_token(lexer, TOKEN_NEWLINE);
    while (lexer->indent_count > 0) {
        lexer->indent_count--;
        add_mark(lexer, TOKEN_DEDENT);
    }
    add_mark(lexer, TOKEN_END);
    return true;
}

static bool is_blank_line(const Lexer *lexer, size_t line_first_token)
{
    for (size_t i = line_first_token; i < lexer->count; i++)
        if (lexer->tokens[i].kind != TOKEN_INDENT && lexer->tokens[i].kind != TOKEN_DEDENT)
            return false;
    return true;
}

static bool read_all(Lexer *lexer)
{
    size_t line_first_token = 0;
    if (!read_indentation(lexer))
        return false;
    while (skip_blanks(lexer), lexer->next < lexer->end) {
        if (*lexer->next != '\n') {
            if (!read_token(lexer))
                return false;
            continue;
        }
        bool is_blank = is_blank_line(lexer, line_first_token);
        if (!lexer->level)
            line_first_token = lexer->count + !is_blank;
        if (!read_newline(lexer, is_blank))
            return false;
    }
    return read_end(lexer);
}

void lexer_run(Lexer *lexer, Region *region, IdentifierTable *names, const char *text, size_t length, int first_line,
               int first_column)
{
    *lexer = (Lexer){
        .names = names, .region = region, .text = text, .end = text + length, .next = text, .line_start = text,
        .line = first_line, .first_line = first_line, .first_column = first_column,
        .capacity = FIRST_CAPACITY + length / BYTES_PER_TOKEN,
    };
    lexer->tokens = region_alloc_array(region, lexer->capacity, sizeof *lexer->tokens);
    if (!read_all(lexer))
        add_mark(lexer, TOKEN_ERROR);
}
