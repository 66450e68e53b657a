/* What the containers and their iterators share. */
#ifndef REFARROWS_PYTHON_OBJECTS_ITERATORS_H
#define REFARROWS_PYTHON_OBJECTS_ITERATORS_H

#include "python/object.h"

/* list[int] and so on: METHOD_ONE | METHOD_CLASS. */
Object *container_class_getitem(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);

/* iter(object) for what has only get_item by index; iter(callable, sentinel). They take references of their own. */
Object *sequence_iterator_new(Vm *vm, Object *sequence);
Object *callable_iterator_new(Vm *vm, Object *callable, Object *sentinel);

/* The pair that an iterator gives next, as dict.items() and enumerate() do: `result` is the pair that the iterator
 * made at its start; when nobody else holds it, it is used again, otherwise a new one is made. Takes over `first` and
 * `second`, returns a new reference. */
Object *iterator_pair(Vm *vm, Object *result, Object *first, Object *second);

/* What an iterator's __reduce__ gives: (maker, (content,)) and the state if there is one. Takes both over; content NULL:
 * an exception is set. `maker` is a built-in's name. */
Object *iterator_reduced(Vm *vm, const char *maker, Object *content, Object *state);
/* The argument of an iterator's __setstate__, kept between the two; false with an exception. */
bool iterator_state(Vm *vm, Object *state, int64_t low, int64_t high, int64_t *index);
/* (type, arguments), taken over, of an iterator that is made by calling its type: zip, map, filter and so on. */
Object *iterator_remade(Vm *vm, Object *self, Object *arguments);

/* "[a, b]": the reprs of `count` items from *items on, between brackets; tuples write a trailing comma after a single
 * item. Items and count are read anew after each, for the program's __repr__ may change them. */
Object *container_repr(Vm *vm, Object *self, Object **const *items, const int64_t *count, const char *brackets,
                       bool single_comma);

/* slice.indices for a length of any size: (start, stop, step) as a tuple of ints. `length` is an int. In slice.c. */
Object *slice_long_indices(Vm *vm, Object *slice, Object *length);

/* The index that a subscript or method gives, with negative ones counted from the end but not checked. -1 may mean
 * error. */
int64_t container_index(Vm *vm, Object *key, int64_t length);
/* A number of items or a place that a method takes; OverflowError beyond 64 bits. -1 may mean error. */
int64_t container_number(Vm *vm, Object *number);
/* The optional start and stop after the value in index(value, start, stop): negative ones count from the end. */
int container_bounds(Vm *vm, Object *const *args, size_t count, int64_t length, int64_t *start, int64_t *stop);

#endif
