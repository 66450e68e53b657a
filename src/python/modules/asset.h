/* Modules written in Python: their text is part of the program, made from assets/python at build time by
 * embed_assets.py, so that no path can be wrong at run time. */
#ifndef REFARROWS_PYTHON_MODULES_ASSET_H
#define REFARROWS_PYTHON_MODULES_ASSET_H

#include <stddef.h>

typedef struct Asset {
    const char *name;          /* "collections.abc" */
    const char *text;          /* UTF-8 */
    size_t length;
    int is_package;            /* has modules below it */
} Asset;

extern const Asset python_assets[];                   /* ends with a NULL name */

#endif
