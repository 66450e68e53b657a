/* Tokens: what the lexer makes, the preprocessor rearranges and the parser reads. They are chained; a macro's body is
 * copied into the chain where the macro is used, and its tokens then stand at the place of the use. */
#ifndef REFARROWS_C_TOKEN_H
#define REFARROWS_C_TOKEN_H

#include "c/diagnose.h"

typedef enum CTokenKind {
    C_TOKEN_END, C_TOKEN_NAME, C_TOKEN_PUNCT, C_TOKEN_NUMBER, C_TOKEN_CHAR, C_TOKEN_STRING,
    C_TOKEN_OTHER              /* a byte that begins no token: wrong unless it is skipped by an #if */
} CTokenKind;

/* id, spelling. Longer spellings come before their prefixes, so that the first that fits is the longest. */
#define C_PUNCTUATORS(X) \
    X(ELLIPSIS, "...") X(SHL_ASSIGN, "<<=") X(SHR_ASSIGN, ">>=") X(ARROW, "->") X(INCREMENT, "++") \
    X(DECREMENT, "--") X(SHL, "<<") X(SHR, ">>") X(LE, "<=") X(GE, ">=") X(EQ, "==") X(NE, "!=") X(AND_AND, "&&") \
    X(OR_OR, "||") X(MUL_ASSIGN, "*=") X(DIV_ASSIGN, "/=") X(MOD_ASSIGN, "%=") X(ADD_ASSIGN, "+=") \
    X(SUB_ASSIGN, "-=") X(AND_ASSIGN, "&=") X(XOR_ASSIGN, "^=") X(OR_ASSIGN, "|=") X(PASTE, "##") \
    X(PASTE_D, "%:%:") X(HASH_D, "%:") X(OPEN_BRACKET_D, "<:") X(CLOSE_BRACKET_D, ":>") X(OPEN_BRACE_D, "<%") \
    X(CLOSE_BRACE_D, "%>") \
    X(OPEN_BRACKET, "[") X(CLOSE_BRACKET, "]") X(OPEN, "(") X(CLOSE, ")") X(OPEN_BRACE, "{") X(CLOSE_BRACE, "}") \
    X(DOT, ".") X(AND, "&") X(STAR, "*") X(PLUS, "+") X(MINUS, "-") X(TILDE, "~") X(NOT, "!") X(SLASH, "/") \
    X(PERCENT, "%") X(LT, "<") X(GT, ">") X(XOR, "^") X(OR, "|") X(QUESTION, "?") X(COLON, ":") X(SEMICOLON, ";") \
    X(ASSIGN, "=") X(COMMA, ",") X(HASH, "#")

#define C_KEYWORDS(X) \
    X(AUTO, "auto") X(BREAK, "break") X(CASE, "case") X(CHAR, "char") X(CONST, "const") X(CONTINUE, "continue") \
    X(DEFAULT, "default") X(DO, "do") X(DOUBLE, "double") X(ELSE, "else") X(ENUM, "enum") X(EXTERN, "extern") \
    X(FLOAT, "float") X(FOR, "for") X(GOTO, "goto") X(IF, "if") X(INLINE, "inline") X(INT, "int") X(LONG, "long") \
    X(REGISTER, "register") X(RESTRICT, "restrict") X(RETURN, "return") X(SHORT, "short") X(SIGNED, "signed") \
    X(SIZEOF, "sizeof") X(STATIC, "static") X(STRUCT, "struct") X(SWITCH, "switch") X(TYPEDEF, "typedef") \
    X(UNION, "union") X(UNSIGNED, "unsigned") X(VOID, "void") X(VOLATILE, "volatile") X(WHILE, "while") \
    X(ALIGNAS, "_Alignas") X(ALIGNOF, "_Alignof") X(ATOMIC, "_Atomic") X(BOOL, "_Bool") X(COMPLEX, "_Complex") \
    X(GENERIC, "_Generic") X(NORETURN, "_Noreturn") X(STATIC_ASSERT, "_Static_assert") \
    X(THREAD_LOCAL, "_Thread_local") X(TYPEOF, "typeof") X(ASM, "asm") X(ATTRIBUTE, "__attribute__") \
    X(EXTENSION, "__extension__") X(INT128, "__int128") X(VA_LIST, "__builtin_va_list") X(VA_ARG, "__builtin_va_arg") \
    X(VA_START, "__builtin_va_start") X(VA_END, "__builtin_va_end") X(VA_COPY, "__builtin_va_copy") \
    X(OFFSETOF, "__builtin_offsetof") X(TYPES_COMPATIBLE, "__builtin_types_compatible_p")

typedef enum CPunct {
    P_NONE,
#define X(id, spelling) P_##id,
    C_PUNCTUATORS(X)
#undef X
} CPunct;

typedef enum CKeyword {
    K_NONE,
#define X(id, spelling) K_##id,
    C_KEYWORDS(X)
#undef X
} CKeyword;

/* The macros that a token came out of: it is not expanded by these again. */
typedef struct CHideSet {
    struct CHideSet *next;
    const char *name;          /* interned */
} CHideSet;

typedef struct CToken {
    struct CToken *next;
    uint8_t kind;              /* CTokenKind */
    uint8_t id;                /* CPunct or, for a name, CKeyword */
    bool starts_line : 1, has_space : 1;   /* first of its line; white space before it */
    uint8_t packing;           /* #pragma pack where it stands: the largest alignment of a member, or 0 */
    uint32_t length;
    const char *text;          /* of a name: interned, ends in a NUL; else the spelling in its source */
    CPlace place;
    CHideSet *hidden;
} CToken;

/* How a punctuator is written. */
const char *c_punct_text(CPunct punct);

#endif
