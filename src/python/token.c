/* The token table. Binding powers follow the grammar's chain bitwise_or, bitwise_xor, bitwise_and, shift_expr, sum,
 * term; `**` binds tighter than a sign on its left and is parsed apart. */
#include "python/token.h"

#define BINARY(spelling, power, op) {.text = spelling, .binary_power = power, .binary_op = op}
#define AUGMENTED(spelling, op) {.text = spelling, .is_augmented = 1, .binary_op = op}
#define PLAIN(spelling) {.text = spelling}

static const TokenTraits traits[TOKEN_KIND_COUNT] = {
    [TOKEN_END] = PLAIN("ENDMARKER"), [TOKEN_ERROR] = PLAIN("ERRORTOKEN"), [TOKEN_NEWLINE] = PLAIN("NEWLINE"),
    [TOKEN_INDENT] = PLAIN("INDENT"), [TOKEN_DEDENT] = PLAIN("DEDENT"), [TOKEN_NAME] = PLAIN("NAME"),
    [TOKEN_NUMBER] = PLAIN("NUMBER"), [TOKEN_STRING] = PLAIN("STRING"),
    [TOKEN_UNKNOWN] = PLAIN("OP"),

    [TOKEN_LPAREN] = PLAIN("("), [TOKEN_RPAREN] = PLAIN(")"), [TOKEN_LBRACKET] = PLAIN("["),
    [TOKEN_RBRACKET] = PLAIN("]"), [TOKEN_LBRACE] = PLAIN("{"), [TOKEN_RBRACE] = PLAIN("}"),
    [TOKEN_COLON] = PLAIN(":"), [TOKEN_COMMA] = PLAIN(","), [TOKEN_SEMICOLON] = PLAIN(";"), [TOKEN_DOT] = PLAIN("."),
    [TOKEN_ELLIPSIS] = PLAIN("..."), [TOKEN_ARROW] = PLAIN("->"), [TOKEN_WALRUS] = PLAIN(":="),
    [TOKEN_ASSIGN] = PLAIN("="), [TOKEN_TILDE] = PLAIN("~"),

    [TOKEN_PIPE] = BINARY("|", 1, TREE_BINARY_BITOR), [TOKEN_CARET] = BINARY("^", 2, TREE_BINARY_BITXOR),
    [TOKEN_AMPERSAND] = BINARY("&", 3, TREE_BINARY_BITAND),
    [TOKEN_SHIFT_LEFT] = BINARY("<<", 4, TREE_BINARY_LSHIFT), [TOKEN_SHIFT_RIGHT] = BINARY(">>", 4, TREE_BINARY_RSHIFT),
    [TOKEN_PLUS] = BINARY("+", 5, TREE_BINARY_ADD), [TOKEN_MINUS] = BINARY("-", 5, TREE_BINARY_SUB),
    [TOKEN_STAR] = BINARY("*", 6, TREE_BINARY_MULT), [TOKEN_SLASH] = BINARY("/", 6, TREE_BINARY_DIV),
    [TOKEN_DOUBLE_SLASH] = BINARY("//", 6, TREE_BINARY_FLOORDIV), [TOKEN_PERCENT] = BINARY("%", 6, TREE_BINARY_MOD),
    [TOKEN_AT] = BINARY("@", 6, TREE_BINARY_MATMULT), [TOKEN_DOUBLE_STAR] = PLAIN("**"),

    [TOKEN_LESS] = PLAIN("<"), [TOKEN_GREATER] = PLAIN(">"), [TOKEN_EQUAL] = PLAIN("=="),
    [TOKEN_NOT_EQUAL] = PLAIN("!="), [TOKEN_LESS_EQUAL] = PLAIN("<="), [TOKEN_GREATER_EQUAL] = PLAIN(">="),

    [TOKEN_PLUS_ASSIGN] = AUGMENTED("+=", TREE_BINARY_ADD), [TOKEN_MINUS_ASSIGN] = AUGMENTED("-=", TREE_BINARY_SUB),
    [TOKEN_STAR_ASSIGN] = AUGMENTED("*=", TREE_BINARY_MULT), [TOKEN_SLASH_ASSIGN] = AUGMENTED("/=", TREE_BINARY_DIV),
    [TOKEN_DOUBLE_SLASH_ASSIGN] = AUGMENTED("//=", TREE_BINARY_FLOORDIV),
    [TOKEN_PERCENT_ASSIGN] = AUGMENTED("%=", TREE_BINARY_MOD), [TOKEN_AT_ASSIGN] = AUGMENTED("@=", TREE_BINARY_MATMULT),
    [TOKEN_DOUBLE_STAR_ASSIGN] = AUGMENTED("**=", TREE_BINARY_POW), [TOKEN_PIPE_ASSIGN] = AUGMENTED("|=", TREE_BINARY_BITOR),
    [TOKEN_CARET_ASSIGN] = AUGMENTED("^=", TREE_BINARY_BITXOR), [TOKEN_AMPERSAND_ASSIGN] = AUGMENTED("&=", TREE_BINARY_BITAND),
    [TOKEN_SHIFT_LEFT_ASSIGN] = AUGMENTED("<<=", TREE_BINARY_LSHIFT),
    [TOKEN_SHIFT_RIGHT_ASSIGN] = AUGMENTED(">>=", TREE_BINARY_RSHIFT),

    [TOKEN_FALSE] = PLAIN("False"), [TOKEN_NONE] = PLAIN("None"), [TOKEN_TRUE] = PLAIN("True"),
    [TOKEN_AND] = PLAIN("and"), [TOKEN_AS] = PLAIN("as"), [TOKEN_ASSERT] = PLAIN("assert"),
    [TOKEN_ASYNC] = PLAIN("async"), [TOKEN_AWAIT] = PLAIN("await"), [TOKEN_BREAK] = PLAIN("break"),
    [TOKEN_CLASS] = PLAIN("class"), [TOKEN_CONTINUE] = PLAIN("continue"), [TOKEN_DEF] = PLAIN("def"),
    [TOKEN_DEL] = PLAIN("del"), [TOKEN_ELIF] = PLAIN("elif"), [TOKEN_ELSE] = PLAIN("else"),
    [TOKEN_EXCEPT] = PLAIN("except"), [TOKEN_FINALLY] = PLAIN("finally"), [TOKEN_FOR] = PLAIN("for"),
    [TOKEN_FROM] = PLAIN("from"), [TOKEN_GLOBAL] = PLAIN("global"), [TOKEN_IF] = PLAIN("if"),
    [TOKEN_IMPORT] = PLAIN("import"), [TOKEN_IN] = PLAIN("in"), [TOKEN_IS] = PLAIN("is"),
    [TOKEN_LAMBDA] = PLAIN("lambda"), [TOKEN_NONLOCAL] = PLAIN("nonlocal"), [TOKEN_NOT] = PLAIN("not"),
    [TOKEN_OR] = PLAIN("or"), [TOKEN_PASS] = PLAIN("pass"), [TOKEN_RAISE] = PLAIN("raise"),
    [TOKEN_RETURN] = PLAIN("return"), [TOKEN_TRY] = PLAIN("try"), [TOKEN_WHILE] = PLAIN("while"),
    [TOKEN_WITH] = PLAIN("with"), [TOKEN_YIELD] = PLAIN("yield"),
};

const TokenTraits *token_traits(TokenKind kind)
{
    return &traits[kind];
}
