/* Fuzzing the C front end: any bytes give a program or an error with a report, never a crash. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/program.h"

const char *const fuzz_words[] = {
    "(", ")", "[", "]", "{", "}", ";", ",", "=", "*", "&", "->", ".", "...", "++", "?", ":", "\n#define A(x) x##x\n",
    "\n#if 1\n", "\n#endif\n", "\n#include <stdio.h>\n", "\n#include \"fuzz.c\"\n", "#", "##", "'", "\"", "\\", "/*", "0x",
    "1e", "int ", "char ", "struct s ", "union { int a; } ", "enum { A } ", "typedef ", "static ", "sizeof ", "return ",
    "if (", "for (;;)", "switch (x) { case 1: ", "goto x; x:", "_Generic(1, default: 2)", "int a[n];", "-1", "99999999999",
    "(int[]){1, 2}", ".x = 1", "[2] = ", "va_arg(", "__builtin_offsetof(", "({ 1; })", "asm(", "float ", "void ", "\xc3\xa9",
    NULL,
};

const size_t fuzz_piece = 1 << 15;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = calloc(size + 1, 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    Source source = {.name = "fuzz.c", .text = text, .length = strlen(text)};
    SourceError error = {0};
    CProgram *program = c_program_compile(&source, &error);
    if (!program && (!error.report || !error.message[0]))
        abort();
    source_error_finish(&error);
    c_program_destroy(program);
    free(text);
    return 0;
}
