/* A condition as a tree. Private to condition.c, which reads it, and condition_answer.c. */
#ifndef REFARROWS_MACHINE_CONDITION_NODE_H
#define REFARROWS_MACHINE_CONDITION_NODE_H

#include "machine/condition.h"

typedef enum NodeKind {
    NODE_NUMBER, NODE_TEXT, NODE_NONE, NODE_NAME,
    NODE_FIELD,                /* left.text */
    NODE_INDEX,                /* left[right] */
    NODE_LEN, NODE_COUNT, NODE_TYPE,   /* of left */
    NODE_DEREFERENCE, NODE_NOT, NODE_NEGATE,   /* left */
    NODE_AND, NODE_OR,
    NODE_ADD, NODE_SUBTRACT, NODE_MULTIPLY, NODE_DIVIDE, NODE_FLOOR_DIVIDE, NODE_REMAINDER,
    NODE_EQUAL, NODE_NOT_EQUAL, NODE_LESS, NODE_LESS_EQUAL, NODE_GREATER, NODE_GREATER_EQUAL,
    NODE_IS, NODE_IS_NOT, NODE_IN, NODE_NOT_IN
} NodeKind;

typedef struct Node Node;
struct Node {
    NodeKind kind;
    const Node *left, *right;
    const char *text;          /* TEXT, NAME, FIELD: in the condition's copy, escapes of TEXT resolved */
    size_t length;
    long double number;
};

struct Condition {
    char text[CONDITION_LONGEST + 1];
    char decoded[CONDITION_LONGEST + 1];       /* what the literals stand for */
    size_t decoded_length;
    Node nodes[2 * CONDITION_LONGEST];         /* one for each byte of text at most, and one for each chained comparison */
    size_t node_count;
    const Node *root;
};

/* Resolves the escapes of a quoted text, as Python's repr and C write them; returns the bytes after the closing quote, or
 * NULL if there is none. `out` gets at most as many bytes as are read. */
const char *condition_decode(const char *text, const char *end, char *out, size_t *length);

#endif
