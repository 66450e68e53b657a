/* The tree as the compiler sees it. ast.h and object.h both name their operators BINARY_ADD, COMPARE_EQ and so on; here
 * the tree's get the prefix TREE_, so that one file can speak of the tree and of objects. Include this before ast.h.
 */
#ifndef REFARROWS_PYTHON_COMPILE_TREE_H
#define REFARROWS_PYTHON_COMPILE_TREE_H

#define BINARY_ADD TREE_BINARY_ADD
#define BINARY_LSHIFT TREE_BINARY_LSHIFT
#define BINARY_RSHIFT TREE_BINARY_RSHIFT
#define UNARY_INVERT TREE_UNARY_INVERT
#define COMPARE_EQ TREE_COMPARE_EQ
#define COMPARE_LT TREE_COMPARE_LT
#define COMPARE_GT TREE_COMPARE_GT
#include "python/ast.h"
#undef BINARY_ADD
#undef BINARY_LSHIFT
#undef BINARY_RSHIFT
#undef UNARY_INVERT
#undef COMPARE_EQ
#undef COMPARE_LT
#undef COMPARE_GT

#endif
