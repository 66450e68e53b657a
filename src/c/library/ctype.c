#include <ctype.h>

#include "c/library/library.h"

/* The functions of <ctype.h> in the C locale, which is the host's here. */
#define CLASS(function) \
    static bool n_##function(CNative *call, CCell *result) \
    { \
        int c = (int)c_int_argument(call, 0); \
        result->i = c >= -1 && c < 256 ? function(c) : 0; \
        return true; \
    }

CLASS(isalpha) CLASS(isdigit) CLASS(isalnum) CLASS(isspace) CLASS(isupper) CLASS(islower) CLASS(ispunct)
CLASS(isprint) CLASS(isgraph) CLASS(iscntrl) CLASS(isxdigit) CLASS(isblank)

static bool n_toupper(CNative *call, CCell *result)
{
    int c = (int)c_int_argument(call, 0);
    result->i = c >= 'a' && c <= 'z' ? c - 32 : c;
    return true;
}

static bool n_tolower(CNative *call, CCell *result)
{
    int c = (int)c_int_argument(call, 0);
    result->i = c >= 'A' && c <= 'Z' ? c + 32 : c;
    return true;
}

static bool n_isascii(CNative *call, CCell *result)
{
    result->i = (c_int_argument(call, 0) & ~0x7f) == 0;
    return true;
}

static bool n_toascii(CNative *call, CCell *result)
{
    result->i = c_int_argument(call, 0) & 0x7f;
    return true;
}

const CNativeEntry c_natives_ctype[] = {
    {"isalpha", n_isalpha}, {"isdigit", n_isdigit}, {"isalnum", n_isalnum}, {"isspace", n_isspace},
    {"isupper", n_isupper}, {"islower", n_islower}, {"ispunct", n_ispunct}, {"isprint", n_isprint},
    {"isgraph", n_isgraph}, {"iscntrl", n_iscntrl}, {"isxdigit", n_isxdigit}, {"isblank", n_isblank},
    {"toupper", n_toupper}, {"tolower", n_tolower}, {"isascii", n_isascii}, {"toascii", n_toascii}, {NULL, NULL},
};
