/* Every built-in type of the mini Python, once: its constant, its base, and the spec that its own file provides.
 *
 * The types live in the Vm struct at the start of the arena, so a type's place, seen from the arena's base, is a constant
 * of the program, and "is this an int" is one comparison with that constant (see TYPE_REF in object.h).
 *
 * X(ID, BASE, spec): the file that implements the type defines `const TypeSpec spec`.
 */
#ifndef REFARROWS_PYTHON_TYPES_H
#define REFARROWS_PYTHON_TYPES_H

#define BUILTIN_TYPES(X) \
    X(OBJECT, OBJECT, object_spec) \
    X(TYPE, OBJECT, type_spec) \
    X(NONE, OBJECT, none_spec) \
    X(NOT_IMPLEMENTED, OBJECT, not_implemented_spec) \
    X(ELLIPSIS, OBJECT, ellipsis_spec) \
    X(INT, OBJECT, int_spec) \
    X(BOOL, INT, bool_spec) \
    X(FLOAT, OBJECT, float_spec) \
    X(COMPLEX, OBJECT, complex_spec) \
    X(STR, OBJECT, str_spec) \
    X(STR_ITERATOR, OBJECT, str_iterator_spec) \
    X(STR_ASCII_ITERATOR, OBJECT, str_ascii_iterator_spec) \
    X(BYTES, OBJECT, bytes_spec) \
    X(BYTES_ITERATOR, OBJECT, bytes_iterator_spec) \
    X(BYTEARRAY, OBJECT, bytearray_spec) \
    X(BYTEARRAY_ITERATOR, OBJECT, bytearray_iterator_spec) \
    X(MEMORYVIEW, OBJECT, memoryview_spec) \
    X(LIST, OBJECT, list_spec) \
    X(LIST_ITERATOR, OBJECT, list_iterator_spec) \
    X(LIST_REVERSE_ITERATOR, OBJECT, list_reverse_iterator_spec) \
    X(TUPLE, OBJECT, tuple_spec) \
    X(TUPLE_ITERATOR, OBJECT, tuple_iterator_spec) \
    X(DICT, OBJECT, dict_spec) \
    X(DICT_KEYS, OBJECT, dict_keys_spec) \
    X(DICT_VALUES, OBJECT, dict_values_spec) \
    X(DICT_ITEMS, OBJECT, dict_items_spec) \
    X(DICT_KEY_ITERATOR, OBJECT, dict_key_iterator_spec) \
    X(DICT_VALUE_ITERATOR, OBJECT, dict_value_iterator_spec) \
    X(DICT_ITEM_ITERATOR, OBJECT, dict_item_iterator_spec) \
    X(DICT_REVERSE_KEY_ITERATOR, OBJECT, dict_reverse_key_iterator_spec) \
    X(DICT_REVERSE_VALUE_ITERATOR, OBJECT, dict_reverse_value_iterator_spec) \
    X(DICT_REVERSE_ITEM_ITERATOR, OBJECT, dict_reverse_item_iterator_spec) \
    X(MAPPING_PROXY, OBJECT, mapping_proxy_spec) \
    X(SET, OBJECT, set_spec) \
    X(FROZENSET, OBJECT, frozenset_spec) \
    X(SET_ITERATOR, OBJECT, set_iterator_spec) \
    X(RANGE, OBJECT, range_spec) \
    X(RANGE_ITERATOR, OBJECT, range_iterator_spec) \
    X(LONG_RANGE_ITERATOR, OBJECT, long_range_iterator_spec) \
    X(SLICE, OBJECT, slice_spec) \
    X(ENUMERATE, OBJECT, enumerate_spec) \
    X(REVERSED, OBJECT, reversed_spec) \
    X(ZIP, OBJECT, zip_spec) \
    X(MAP, OBJECT, map_spec) \
    X(FILTER, OBJECT, filter_spec) \
    X(SEQUENCE_ITERATOR, OBJECT, sequence_iterator_spec) \
    X(CALLABLE_ITERATOR, OBJECT, callable_iterator_spec) \
    X(CODE, OBJECT, code_spec) \
    X(FUNCTION, OBJECT, function_spec) \
    X(METHOD, OBJECT, method_spec) \
    X(CELL, OBJECT, cell_spec) \
    X(FRAME, OBJECT, frame_spec) \
    X(GENERATOR, OBJECT, generator_spec) \
    X(COROUTINE, OBJECT, coroutine_spec) \
    X(ASYNC_GENERATOR, OBJECT, async_generator_spec) \
    X(ASYNC_GENERATOR_ASEND, OBJECT, async_generator_asend_spec) \
    X(ASYNC_GENERATOR_ATHROW, OBJECT, async_generator_athrow_spec) \
    X(ASYNC_WRAPPED_VALUE, OBJECT, async_wrapped_value_spec) \
    X(TRACEBACK, OBJECT, traceback_spec) \
    X(BUILTIN_FUNCTION, OBJECT, builtin_function_spec) \
    X(METHOD_DESCRIPTOR, OBJECT, method_descriptor_spec) \
    X(CLASSMETHOD_DESCRIPTOR, OBJECT, classmethod_descriptor_spec) \
    X(GETSET_DESCRIPTOR, OBJECT, getset_descriptor_spec) \
    X(MEMBER_DESCRIPTOR, OBJECT, member_descriptor_spec) \
    X(WRAPPER_DESCRIPTOR, OBJECT, wrapper_descriptor_spec) \
    X(METHOD_WRAPPER, OBJECT, method_wrapper_spec) \
    X(PROPERTY, OBJECT, property_spec) \
    X(CLASSMETHOD, OBJECT, classmethod_spec) \
    X(STATICMETHOD, OBJECT, staticmethod_spec) \
    X(SUPER, OBJECT, super_spec) \
    X(MODULE, OBJECT, module_spec) \
    X(GENERIC_ALIAS, OBJECT, generic_alias_spec) \
    X(UNION_TYPE, OBJECT, union_type_spec) \
    X(NAMESPACE, OBJECT, namespace_spec)

/* X(ID, BASE, python name, layout): the exceptions, all of them implemented in objects/exception.c. Layouts there. */
#define BUILTIN_EXCEPTIONS(X) \
    X(BaseException, OBJECT, BASE) \
    X(SystemExit, BaseException, SYSTEM_EXIT) \
    X(KeyboardInterrupt, BaseException, BASE) \
    X(GeneratorExit, BaseException, BASE) \
    X(BaseExceptionGroup, BaseException, GROUP) \
    X(Exception, BaseException, BASE) \
    X(ExceptionGroup, BaseExceptionGroup, GROUP) \
    X(StopIteration, Exception, STOP_ITERATION) \
    X(StopAsyncIteration, Exception, BASE) \
    X(ArithmeticError, Exception, BASE) \
    X(FloatingPointError, ArithmeticError, BASE) \
    X(OverflowError, ArithmeticError, BASE) \
    X(ZeroDivisionError, ArithmeticError, BASE) \
    X(AssertionError, Exception, BASE) \
    X(AttributeError, Exception, ATTRIBUTE_ERROR) \
    X(BufferError, Exception, BASE) \
    X(EOFError, Exception, BASE) \
    X(ImportError, Exception, IMPORT_ERROR) \
    X(ModuleNotFoundError, ImportError, IMPORT_ERROR) \
    X(LookupError, Exception, BASE) \
    X(IndexError, LookupError, BASE) \
    X(KeyError, LookupError, BASE) \
    X(MemoryError, Exception, BASE) \
    X(NameError, Exception, NAME_ERROR) \
    X(UnboundLocalError, NameError, NAME_ERROR) \
    X(OSError, Exception, OS_ERROR) \
    X(BlockingIOError, OSError, OS_ERROR) \
    X(ChildProcessError, OSError, OS_ERROR) \
    X(ConnectionError, OSError, OS_ERROR) \
    X(BrokenPipeError, ConnectionError, OS_ERROR) \
    X(ConnectionAbortedError, ConnectionError, OS_ERROR) \
    X(ConnectionRefusedError, ConnectionError, OS_ERROR) \
    X(ConnectionResetError, ConnectionError, OS_ERROR) \
    X(FileExistsError, OSError, OS_ERROR) \
    X(FileNotFoundError, OSError, OS_ERROR) \
    X(InterruptedError, OSError, OS_ERROR) \
    X(IsADirectoryError, OSError, OS_ERROR) \
    X(NotADirectoryError, OSError, OS_ERROR) \
    X(PermissionError, OSError, OS_ERROR) \
    X(ProcessLookupError, OSError, OS_ERROR) \
    X(TimeoutError, OSError, OS_ERROR) \
    X(ReferenceError, Exception, BASE) \
    X(RuntimeError, Exception, BASE) \
    X(NotImplementedError, RuntimeError, BASE) \
    X(RecursionError, RuntimeError, BASE) \
    X(SyntaxError, Exception, SYNTAX_ERROR) \
    X(IndentationError, SyntaxError, SYNTAX_ERROR) \
    X(TabError, IndentationError, SYNTAX_ERROR) \
    X(SystemError, Exception, BASE) \
    X(TypeError, Exception, BASE) \
    X(ValueError, Exception, BASE) \
    X(UnicodeError, ValueError, BASE) \
    X(UnicodeDecodeError, UnicodeError, UNICODE_ERROR) \
    X(UnicodeEncodeError, UnicodeError, UNICODE_ERROR) \
    X(UnicodeTranslateError, UnicodeError, UNICODE_ERROR) \
    X(Warning, Exception, BASE) \
    X(UserWarning, Warning, BASE) \
    X(DeprecationWarning, Warning, BASE) \
    X(PendingDeprecationWarning, Warning, BASE) \
    X(SyntaxWarning, Warning, BASE) \
    X(RuntimeWarning, Warning, BASE) \
    X(FutureWarning, Warning, BASE) \
    X(ImportWarning, Warning, BASE) \
    X(UnicodeWarning, Warning, BASE) \
    X(BytesWarning, Warning, BASE) \
    X(ResourceWarning, Warning, BASE) \
    X(EncodingWarning, Warning, BASE)

typedef enum TypeId {
#define X(id, base, spec) TYPE_##id,
    BUILTIN_TYPES(X)
#undef X
#define X(id, base, layout) TYPE_##id,
    BUILTIN_EXCEPTIONS(X)
#undef X
    TYPE_COUNT
} TypeId;

#endif
