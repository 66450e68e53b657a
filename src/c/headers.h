/* The standard headers, which are part of the program, and the parts of the library that are written in C themselves. */
#ifndef REFARROWS_C_HEADERS_H
#define REFARROWS_C_HEADERS_H

#include <stddef.h>

/* The text of a header, "stdio.h"; NULL if there is none of that name. */
const char *c_header_text(const char *name);

/* The names of the headers there are, by number from 0; NULL behind the last. */
const char *c_header_name(int number);

/* Why a header cannot be had, for those that programs ask for; NULL for others. */
const char *c_header_refusal(const char *name);

/* The header that declares a function; NULL if none does. */
const char *c_header_declaring(const char *function);

/* Why a function cannot be had: files, threads, processes. NULL for others. */
const char *c_function_refusal(const char *function);

/* The part of the prelude that defines a function or variable; NULL if none does. */
const char *c_prelude_defining(const char *name);

#endif
