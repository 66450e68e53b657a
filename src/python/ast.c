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
    [TREE_BINARY_ADD] = "Add", [TREE_BINARY_SUB] = "Sub", [TREE_BINARY_MULT] = "Mult", [TREE_BINARY_MATMULT] = "MatMult",
    [TREE_BINARY_DIV] = "Div", [TREE_BINARY_MOD] = "Mod", [TREE_BINARY_POW] = "Pow", [TREE_BINARY_LSHIFT] = "LShift",
    [TREE_BINARY_RSHIFT] = "RShift", [TREE_BINARY_BITOR] = "BitOr", [TREE_BINARY_BITXOR] = "BitXor", [TREE_BINARY_BITAND] = "BitAnd",
    [TREE_BINARY_FLOORDIV] = "FloorDiv",
};

static const char *const unary_names[] = {
    [TREE_UNARY_INVERT] = "Invert", [TREE_UNARY_NOT] = "Not", [TREE_UNARY_UADD] = "UAdd", [TREE_UNARY_USUB] = "USub",
};

static const char *const compare_names[] = {
    [TREE_COMPARE_EQ] = "Eq", [TREE_COMPARE_NOTEQ] = "NotEq", [TREE_COMPARE_LT] = "Lt", [TREE_COMPARE_LTE] = "LtE", [TREE_COMPARE_GT] = "Gt",
    [TREE_COMPARE_GTE] = "GtE", [TREE_COMPARE_IS] = "Is", [TREE_COMPARE_ISNOT] = "IsNot", [TREE_COMPARE_IN] = "In",
    [TREE_COMPARE_NOTIN] = "NotIn",
};

const char *ast_expr_kind_name(ExprKind kind) { return expr_names[kind]; }
const char *ast_stmt_kind_name(StmtKind kind) { return stmt_names[kind]; }
const char *ast_pattern_kind_name(PatternKind kind) { return pattern_names[kind]; }
const char *ast_binary_operator_name(BinaryOperator op) { return binary_names[op]; }
const char *ast_unary_operator_name(UnaryOperator op) { return unary_names[op]; }
const char *ast_compare_operator_name(CompareOperator op) { return compare_names[op]; }
