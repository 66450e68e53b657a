/* The names of the tree's kinds, as the asdl spells them. */
#include "python/ast.h"

static const char *const expr_names[EXPR_KIND_COUNT] = {
    [EXPR_BOOL_OP] = "BoolOp", [EXPR_NAMED] = "NamedExpr", [EXPR_BIN_OP] = "BinOp", [EXPR_UNARY_OP] = "UnaryOp",
    [EXPR_LAMBDA] = "Lambda", [EXPR_IF_EXP] = "IfExp", [EXPR_DICT] = "Dict", [EXPR_SET] = "Set",
    [EXPR_LIST_COMP] = "ListComp", [EXPR_SET_COMP] = "SetComp", [EXPR_DICT_COMP] = "DictComp",
    [EXPR_GENERATOR] = "GeneratorExp", [EXPR_AWAIT] = "Await", [EXPR_YIELD] = "Yield", [EXPR_YIELD_FROM] = "YieldFrom",
    [EXPR_COMPARE] = "Compare", [EXPR_CALL] = "Call", [EXPR_FORMATTED_VALUE] = "FormattedValue",
    [EXPR_JOINED_STR] = "JoinedStr", [EXPR_CONSTANT] = "Constant", [EXPR_ATTRIBUTE] = "Attribute",
    [EXPR_SUBSCRIPT] = "Subscript", [EXPR_STARRED] = "Starred", [EXPR_NAME] = "Name", [EXPR_LIST] = "List",
    [EXPR_TUPLE] = "Tuple", [EXPR_SLICE] = "Slice",
};

static const char *const stmt_names[STMT_KIND_COUNT] = {
    [STMT_FUNCTION_DEF] = "FunctionDef", [STMT_ASYNC_FUNCTION_DEF] = "AsyncFunctionDef", [STMT_CLASS_DEF] = "ClassDef",
    [STMT_RETURN] = "Return", [STMT_DELETE] = "Delete", [STMT_ASSIGN] = "Assign", [STMT_AUG_ASSIGN] = "AugAssign",
    [STMT_ANN_ASSIGN] = "AnnAssign", [STMT_FOR] = "For", [STMT_ASYNC_FOR] = "AsyncFor", [STMT_WHILE] = "While",
    [STMT_IF] = "If", [STMT_WITH] = "With", [STMT_ASYNC_WITH] = "AsyncWith", [STMT_MATCH] = "Match",
    [STMT_RAISE] = "Raise", [STMT_TRY] = "Try", [STMT_TRY_STAR] = "TryStar", [STMT_ASSERT] = "Assert",
    [STMT_IMPORT] = "Import", [STMT_IMPORT_FROM] = "ImportFrom", [STMT_GLOBAL] = "Global",
    [STMT_NONLOCAL] = "Nonlocal", [STMT_EXPR] = "Expr", [STMT_PASS] = "Pass", [STMT_BREAK] = "Break",
    [STMT_CONTINUE] = "Continue",
};

static const char *const pattern_names[PATTERN_KIND_COUNT] = {
    [PATTERN_VALUE] = "MatchValue", [PATTERN_SINGLETON] = "MatchSingleton", [PATTERN_SEQUENCE] = "MatchSequence",
    [PATTERN_MAPPING] = "MatchMapping", [PATTERN_CLASS] = "MatchClass", [PATTERN_STAR] = "MatchStar",
    [PATTERN_AS] = "MatchAs", [PATTERN_OR] = "MatchOr",
};

static const char *const binary_names[] = {
    [BINARY_ADD] = "Add", [BINARY_SUB] = "Sub", [BINARY_MULT] = "Mult", [BINARY_MATMULT] = "MatMult",
    [BINARY_DIV] = "Div", [BINARY_MOD] = "Mod", [BINARY_POW] = "Pow", [BINARY_LSHIFT] = "LShift",
    [BINARY_RSHIFT] = "RShift", [BINARY_BITOR] = "BitOr", [BINARY_BITXOR] = "BitXor", [BINARY_BITAND] = "BitAnd",
    [BINARY_FLOORDIV] = "FloorDiv",
};

static const char *const unary_names[] = {
    [UNARY_INVERT] = "Invert", [UNARY_NOT] = "Not", [UNARY_UADD] = "UAdd", [UNARY_USUB] = "USub",
};

static const char *const compare_names[] = {
    [COMPARE_EQ] = "Eq", [COMPARE_NOTEQ] = "NotEq", [COMPARE_LT] = "Lt", [COMPARE_LTE] = "LtE", [COMPARE_GT] = "Gt",
    [COMPARE_GTE] = "GtE", [COMPARE_IS] = "Is", [COMPARE_ISNOT] = "IsNot", [COMPARE_IN] = "In",
    [COMPARE_NOTIN] = "NotIn",
};

const char *ast_expr_kind_name(ExprKind kind) { return expr_names[kind]; }
const char *ast_stmt_kind_name(StmtKind kind) { return stmt_names[kind]; }
const char *ast_pattern_kind_name(PatternKind kind) { return pattern_names[kind]; }
const char *ast_binary_operator_name(BinaryOperator op) { return binary_names[op]; }
const char *ast_unary_operator_name(UnaryOperator op) { return unary_names[op]; }
const char *ast_compare_operator_name(CompareOperator op) { return compare_names[op]; }
