/* Reading a condition: recursive descent over its bytes; each rule of the grammar is a function that returns a node, or
 * NULL when a mistake was met and told. */
#include "machine/condition.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/condition_node.h"
#include "machine/memory.h"

typedef struct Reader {
    Condition *condition;
    const char *at;
    char *message;             /* empty until a mistake is met */
    size_t size;
    size_t column;
} Reader;

typedef struct Operator {
    const char *spelling;
    NodeKind kind;
} Operator;

/* Of two that begin alike the longer stands first. */
static const Operator comparisons[] = {
    {"==", NODE_EQUAL}, {"!=", NODE_NOT_EQUAL}, {"<=", NODE_LESS_EQUAL}, {">=", NODE_GREATER_EQUAL}, {"<", NODE_LESS},
    {">", NODE_GREATER}, {"is not", NODE_IS_NOT}, {"is", NODE_IS}, {"not in", NODE_NOT_IN}, {"in", NODE_IN}, {NULL, 0},
};
static const Operator sums[] = {{"+", NODE_ADD}, {"-", NODE_SUBTRACT}, {NULL, 0}};
static const Operator products[] = {
    {"*", NODE_MULTIPLY}, {"//", NODE_FLOOR_DIVIDE}, {"/", NODE_DIVIDE}, {"%", NODE_REMAINDER}, {NULL, 0},
};
static const Operator ands[] = {{"and", NODE_AND}, {"&&", NODE_AND}, {NULL, 0}};
static const Operator ors[] = {{"or", NODE_OR}, {"||", NODE_OR}, {NULL, 0}};
static const Operator nots[] = {{"not", NODE_NOT}, {"!", NODE_NOT}, {NULL, 0}};
static const Operator signs[] = {{"-", NODE_NEGATE}, {"*", NODE_DEREFERENCE}, {NULL, 0}};
static const Operator functions[] = {{"len", NODE_LEN}, {"count", NODE_COUNT}, {"type", NODE_TYPE}, {NULL, 0}};

static const Node *read_or(Reader *reader);

/* Always NULL. The first mistake is the one that is told. */
__attribute__((format(printf, 3, 4)))
static const Node *mistake(Reader *reader, const char *at, const char *format, ...)
{
    va_list arguments;
    if (reader->message[0] != '\0')
        return NULL;
    va_start(arguments, format);
    vsnprintf(reader->message, reader->size, format, arguments);
    va_end(arguments);
    reader->column = (size_t)(at - reader->condition->text);
    return NULL;
}

static Node *new_node(Reader *reader, NodeKind kind, const Node *left, const Node *right)
{
    Node *node = &reader->condition->nodes[reader->condition->node_count++];
    *node = (Node){.kind = kind, .left = left, .right = right};
    return node;
}

/* ---- words ---- */

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 128;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_blanks(Reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\t')
        reader->at++;
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_word(text[length]) || (length > 0 && is_digit(text[length])))
        length++;
    return length;
}

/* How many bytes the spelling takes there, any blanks between its words; 0 if it is not there. */
static size_t spelling_matches(const char *at, const char *spelling)
{
    const char *start = at;
    for (const char *s = spelling; *s != '\0'; s++) {
        if (*s == ' ' && *at == ' ')
            while (*at == ' ')
                at++;
        else if (*at == *s)
            at++;
        else
            return 0;
    }
    bool is_open = is_word(spelling[0]) && (is_word(*at) || is_digit(*at));
    return is_open ? 0 : (size_t)(at - start);
}

/* Takes the operator of the table that stands there, or nothing: NULL. */
static const Operator *take_operator(Reader *reader, const Operator *table)
{
    skip_blanks(reader);
    for (; table->spelling != NULL; table++) {
        size_t length = spelling_matches(reader->at, table->spelling);
        if (length == 0 || (strcmp(table->spelling, "!") == 0 && reader->at[1] == '='))
            continue;
        reader->at += length;
        return table;
    }
    return NULL;
}

static bool take(Reader *reader, const char *spelling)
{
    skip_blanks(reader);
    size_t length = strlen(spelling);
    bool is_there = strncmp(reader->at, spelling, length) == 0;
    reader->at += is_there ? length : 0;
    return is_there;
}

/* The token at a place where it is not expected. */
static const Node *unexpected(Reader *reader)
{
    skip_blanks(reader);
    const char *at = reader->at;
    if (*at == '\0') {
        const char *end = at;
        while (end > reader->condition->text && end[-1] == ' ')
            end--;
        const char *start = end;
        while (start > reader->condition->text && start[-1] != ' ')
            start--;
        if (start == end)
            return mistake(reader, at, "a condition is missing; for example: len(items) == 3");
        return mistake(reader, at, "something is missing after \"%.*s\"", (int)(end - start), start);
    }
    if (*at == '=')
        return mistake(reader, at, "\"=\" does not compare; write ==");
    size_t length = word_length(at);
    return mistake(reader, at, "\"%.*s\" is not expected here", (int)(length > 0 ? length : 1), at);
}

/* ---- what stands for itself ---- */

static const Node *read_number(Reader *reader)
{
    char digits[CONDITION_LONGEST + 1];
    size_t length = 0;
    const char *at = reader->at;
    for (; is_digit(*at) || is_word(*at) || *at == '.' || ((*at == '+' || *at == '-') && (at[-1] == 'e' || at[-1] == 'E'));
         at++)
        if (*at != '_')
            digits[length++] = *at;
    digits[length] = '\0';
    char *end;
    long double number = strtold(digits, &end);
    if (*end != '\0')
        return mistake(reader, reader->at, "\"%s\" is no number", digits);
    reader->at = at;
    Node *node = new_node(reader, NODE_NUMBER, NULL, NULL);
    node->number = number;
    return node;
}

static int hex_digits(const char *text, const char *end, int most, uint32_t *value)
{
    int length = 0;
    *value = 0;
    while (length < most && text + length < end) {
        char c = text[length];
        int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0)
            break;
        *value = *value * 16 + (uint32_t)digit;
        length++;
    }
    return length;
}

static size_t put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3f));
    out[0] = (char)((0xf00 >> length) | c);
    return length;
}

/* At the byte behind a backslash; returns the byte behind the escape. */
static const char *decode_escape(const char *at, const char *end, char *out, size_t *length)
{
    static const char letters[] = "abfnrtv0", bytes[] = "\a\b\f\n\r\t\v";
    static const struct { char letter; int digits; } numbers[] = {{'x', 2}, {'u', 4}, {'U', 8}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        uint32_t c;
        int digits = *at == numbers[i].letter ? hex_digits(at + 1, end, numbers[i].digits, &c) : 0;
        if (digits > 0) {
            *length += put_utf8(out + *length, c);
            return at + 1 + digits;
        }
    }
    const char *letter = strchr(letters, *at);
    out[(*length)++] = letter != NULL && *at != '\0' ? bytes[letter - letters] : *at;
    return at + 1;
}

const char *condition_decode(const char *text, const char *end, char *out, size_t *length)
{
    char quote = *text++;
    *length = 0;
    while (text < end && *text != quote) {
        if (*text == '\\' && text + 1 < end)
            text = decode_escape(text + 1, end, out, length);
        else
            out[(*length)++] = *text++;
    }
    return text < end ? text + 1 : NULL;
}

static const Node *read_text(Reader *reader)
{
    Condition *condition = reader->condition;
    char *out = condition->decoded + condition->decoded_length;
    size_t length;
    const char *end = condition_decode(reader->at, reader->at + strlen(reader->at), out, &length);
    if (end == NULL)
        return mistake(reader, reader->at, "the text is not closed with %c", *reader->at);
    reader->at = end;
    condition->decoded_length += length;
    Node *node = new_node(reader, NODE_TEXT, NULL, NULL);
    node->text = out;
    node->length = length;
    return node;
}

/* ---- names, and what is reached from them ---- */

static const Node *read_call(Reader *reader, const char *name, size_t length)
{
    for (const Operator *function = functions; function->spelling != NULL; function++) {
        if (strlen(function->spelling) != length || strncmp(function->spelling, name, length) != 0)
            continue;
        const Node *argument = read_or(reader);
        if (argument == NULL)
            return NULL;
        return take(reader, ")") ? new_node(reader, function->kind, argument, NULL)
                                 : mistake(reader, reader->at, "a closing ) is missing");
    }
    return mistake(reader, name, "there is no %.*s(); there are len, count and type", (int)length, name);
}

static const Node *read_name(Reader *reader)
{
    static const struct { const char *word; NodeKind kind; int number; } constants[] = {
        {"True", NODE_NUMBER, 1}, {"False", NODE_NUMBER, 0}, {"true", NODE_NUMBER, 1}, {"false", NODE_NUMBER, 0},
        {"None", NODE_NONE, 0}, {"NULL", NODE_NONE, 0},
    };
    const char *name = reader->at;
    size_t length = word_length(name);
    reader->at += length;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (strlen(constants[i].word) == length && strncmp(constants[i].word, name, length) == 0) {
            Node *node = new_node(reader, constants[i].kind, NULL, NULL);
            node->number = constants[i].number;
            return node;
        }
    if (take(reader, "("))
        return read_call(reader, name, length);
    Node *node = new_node(reader, NODE_NAME, NULL, NULL);
    node->text = name;
    node->length = length;
    return node;
}

static const Node *read_primary(Reader *reader)
{
    skip_blanks(reader);
    char c = *reader->at;
    bool is_keyword = spelling_matches(reader->at, "and") || spelling_matches(reader->at, "or")
        || spelling_matches(reader->at, "in") || spelling_matches(reader->at, "is") || spelling_matches(reader->at, "not");
    if (is_digit(c) || (c == '.' && is_digit(reader->at[1])))
        return read_number(reader);
    if (c == '\'' || c == '"')
        return read_text(reader);
    if (is_word(c) && !is_keyword)
        return read_name(reader);
    if (c != '(')
        return unexpected(reader);
    reader->at++;
    const Node *inner = read_or(reader);
    return inner == NULL || take(reader, ")") ? inner : mistake(reader, reader->at, "a closing ) is missing");
}

static const Node *read_field(Reader *reader, const Node *owner)
{
    skip_blanks(reader);
    size_t length = word_length(reader->at);
    if (length == 0)
        return mistake(reader, reader->at, "after . the name of a field is expected");
    Node *node = new_node(reader, NODE_FIELD, owner, NULL);
    node->text = reader->at;
    node->length = length;
    reader->at += length;
    return node;
}

static const Node *read_postfix(Reader *reader)
{
    const Node *node = read_primary(reader);
    while (node != NULL) {
        if (take(reader, "[")) {
            const Node *index = read_or(reader);
            if (index == NULL)
                return NULL;
            node = take(reader, "]") ? new_node(reader, NODE_INDEX, node, index)
                                     : mistake(reader, reader->at, "a closing ] is missing");
        } else if (take(reader, ".") || take(reader, "->")) {
            node = read_field(reader, node);
        } else {
            break;
        }
    }
    return node;
}

/* ---- operators, from those that bind most ---- */

static const Node *read_prefix(Reader *reader, const Operator *table, const Node *(*operand)(Reader *))
{
    const Operator *operator = take_operator(reader, table);
    if (operator == NULL)
        return operand(reader);
    const Node *inner = read_prefix(reader, table, operand);
    return inner == NULL ? NULL : new_node(reader, operator->kind, inner, NULL);
}

static const Node *read_chain(Reader *reader, const Operator *table, const Node *(*operand)(Reader *))
{
    const Node *left = operand(reader);
    const Operator *operator;
    while (left != NULL && (operator = take_operator(reader, table)) != NULL) {
        const Node *right = operand(reader);
        left = right == NULL ? NULL : new_node(reader, operator->kind, left, right);
    }
    return left;
}

static const Node *read_sign(Reader *reader)
{
    return read_prefix(reader, signs, read_postfix);
}

static const Node *read_product(Reader *reader)
{
    return read_chain(reader, products, read_sign);
}

static const Node *read_sum(Reader *reader)
{
    return read_chain(reader, sums, read_product);
}

/* `1 < i < 9` is `1 < i and i < 9`. */
static const Node *read_comparison(Reader *reader)
{
    const Node *left = read_sum(reader), *all = NULL;
    const Operator *operator;
    while (left != NULL && (operator = take_operator(reader, comparisons)) != NULL) {
        const Node *right = read_sum(reader);
        if (right == NULL)
            return NULL;
        const Node *one = new_node(reader, operator->kind, left, right);
        all = all == NULL ? one : new_node(reader, NODE_AND, all, one);
        left = right;
    }
    return left == NULL || all == NULL ? left : all;
}

static const Node *read_not(Reader *reader)
{
    return read_prefix(reader, nots, read_comparison);
}

static const Node *read_and(Reader *reader)
{
    return read_chain(reader, ands, read_not);
}

static const Node *read_or(Reader *reader)
{
    return read_chain(reader, ors, read_and);
}

/* ---- the whole ---- */

static const Node *read_all(Reader *reader)
{
    const Node *node = read_or(reader);
    skip_blanks(reader);
    return node == NULL || *reader->at == '\0' ? node : unexpected(reader);
}

Condition *condition_parse(const char *text, char *message, size_t size, size_t *column)
{
    if (strlen(text) > CONDITION_LONGEST) {
        snprintf(message, size, "the condition is longer than %d bytes", CONDITION_LONGEST);
        if (column != NULL)
            *column = CONDITION_LONGEST;
        return NULL;
    }
    Condition *condition = memory_resize(NULL, sizeof *condition);
    memset(condition, 0, sizeof *condition);
    memcpy(condition->text, text, strlen(text));
    Reader reader = {.condition = condition, .at = condition->text, .message = message, .size = size};
    message[0] = '\0';
    condition->root = read_all(&reader);
    if (condition->root != NULL)
        return condition;
    if (column != NULL)
        *column = reader.column;
    free(condition);
    return NULL;
}

void condition_destroy(Condition *condition)
{
    free(condition);
}

const char *condition_text(const Condition *condition)
{
    return condition->text;
}
