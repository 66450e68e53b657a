/* The lexer: a source text to a chain of preprocessing tokens. */
#ifndef REFARROWS_C_LEXER_H
#define REFARROWS_C_LEXER_H

#include "c/token.h"

/* Names, each once, so that equal names are equal pointers. */
typedef struct CNames {
    CPool *pool;
    struct CName **buckets;
    uint32_t bucket_count, count;
} CNames;

void c_names_init(CNames *names, CPool *pool);
void c_names_finish(CNames *names);

/* The one copy of a name; it lives as long as the pool. */
const char *c_name(CNames *names, const char *text, size_t length);

/* K_NONE for a name that is no keyword. */
CKeyword c_keyword(const CNames *names, const char *name);

/* All tokens of a file, the last one C_TOKEN_END. Comments and line splices are gone. What is wrong inside a token (an
 * unclosed string) goes to the diagnoser. */
CToken *c_lex(CDiagnoser *diagnoser, CNames *names, const CFile *file);

#endif
