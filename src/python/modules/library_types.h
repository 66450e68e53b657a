/* Types of library modules written in C: each is made when it is first asked for, so that starting costs nothing.
 *
 * Like the built-in types they never die: the Vm holds one reference to each. X(ID, BASE, spec): BASE is the TypeId of
 * the built-in base.
 */
#ifndef REFARROWS_PYTHON_MODULES_LIBRARY_TYPES_H
#define REFARROWS_PYTHON_MODULES_LIBRARY_TYPES_H

#include "python/object.h"

#define LIBRARY_TYPES(X) \
    X(ITER_COUNT, OBJECT, itertools_count_spec) \
    X(ITER_CYCLE, OBJECT, itertools_cycle_spec) \
    X(ITER_REPEAT, OBJECT, itertools_repeat_spec) \
    X(ITER_ACCUMULATE, OBJECT, itertools_accumulate_spec) \
    X(ITER_CHAIN, OBJECT, itertools_chain_spec) \
    X(ITER_COMPRESS, OBJECT, itertools_compress_spec) \
    X(ITER_DROPWHILE, OBJECT, itertools_dropwhile_spec) \
    X(ITER_TAKEWHILE, OBJECT, itertools_takewhile_spec) \
    X(ITER_FILTERFALSE, OBJECT, itertools_filterfalse_spec) \
    X(ITER_STARMAP, OBJECT, itertools_starmap_spec) \
    X(ITER_ISLICE, OBJECT, itertools_islice_spec) \
    X(ITER_PAIRWISE, OBJECT, itertools_pairwise_spec) \
    X(ITER_TEE, OBJECT, itertools_tee_spec) \
    X(ITER_ZIP_LONGEST, OBJECT, itertools_zip_longest_spec) \
    X(ITER_GROUPBY, OBJECT, itertools_groupby_spec) \
    X(ITER_GROUPER, OBJECT, itertools_grouper_spec) \
    X(ITER_PRODUCT, OBJECT, itertools_product_spec) \
    X(ITER_PERMUTATIONS, OBJECT, itertools_permutations_spec) \
    X(ITER_COMBINATIONS, OBJECT, itertools_combinations_spec) \
    X(ITER_COMBINATIONS_AGAIN, OBJECT, itertools_combinations_again_spec) \
    X(DEQUE, OBJECT, deque_spec) \
    X(DEQUE_ITERATOR, OBJECT, deque_iterator_spec) \
    X(DEQUE_REVERSE_ITERATOR, OBJECT, deque_reverse_iterator_spec) \
    X(DEFAULTDICT, DICT, defaultdict_spec) \
    X(ITEMGETTER, OBJECT, itemgetter_spec) \
    X(ATTRGETTER, OBJECT, attrgetter_spec) \
    X(METHODCALLER, OBJECT, methodcaller_spec) \
    X(RANDOM, OBJECT, random_spec) \
    X(RE_PATTERN, OBJECT, re_pattern_spec) \
    X(RE_MATCH, OBJECT, re_match_spec) \
    X(RE_SCANNER, OBJECT, re_scanner_spec) \
    X(WEAKREF, OBJECT, weakref_spec) \
    X(WEAK_PROXY, OBJECT, weak_proxy_spec) \
    X(WEAK_CALLABLE_PROXY, OBJECT, weak_callable_proxy_spec)

typedef enum LibraryTypeId {
#define X(id, base, spec) LIBRARY_##id,
    LIBRARY_TYPES(X)
#undef X
    LIBRARY_TYPE_COUNT
} LibraryTypeId;

/* The type: borrowed; NULL with MemoryError. */
Type *library_type(Vm *vm, LibraryTypeId id);
/* Enters it into a module's namespace under its own name. */
int library_type_add(Vm *vm, Object *dict, LibraryTypeId id);
/* Exactly of that type? Never makes the type. */
bool library_type_is(Vm *vm, const Object *object, LibraryTypeId id);

#endif
