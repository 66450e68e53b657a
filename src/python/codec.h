/* Encodings: str to bytes and back.
 *
 * utf-8, ascii, latin-1, utf-16 and utf-32 (with and without byte order), under the names and spellings that CPython
 * knows them by, with its error handlers. Also cp1252, unicode_escape and raw_unicode_escape.
 * Not there: the other code pages.
 */
#ifndef REFARROWS_PYTHON_CODEC_H
#define REFARROWS_PYTHON_CODEC_H

#include "python/object.h"

/* `encoding` and `errors` are str, or NULL for utf-8 and strict. LookupError for unknown ones, UnicodeEncodeError and
 * UnicodeDecodeError as CPython raises them. `bytes` is bytes-like. */
Object *codec_encode(Vm *vm, Object *str, Object *encoding, Object *errors);
Object *codec_decode(Vm *vm, Object *bytes, Object *encoding, Object *errors);

#endif
