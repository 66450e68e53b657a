/* The conversions of vm_raise and str_format (see vm.h), with the values in a list. */
#ifndef REFARROWS_PYTHON_STR_FROM_FORMAT_H
#define REFARROWS_PYTHON_STR_FROM_FORMAT_H

#include <stdarg.h>

#include "python/object.h"

Object *str_from_format_list(Vm *vm, const char *format, va_list values);

#endif
