#include "c/hint.h"

#include <string.h>
#include <strings.h>

#include "c/headers.h"

enum { LONGEST_NAME = 40 };

typedef struct Known { const char *name, *hint; } Known;

#define NEEDS(header) ": write #include <" header "> above"
#define OF_CPP ": that is C++; C reads and writes with scanf and printf, from <stdio.h>"
#define OF_TEXT ": C has no such type; a text is an array of char, or a char * that points to one"

/* Names of other languages, and of headers that were left out. */
static const Known known[] = {
    {"string", OF_TEXT}, {"String", OF_TEXT}, {"str", OF_TEXT},
    {"bool", NEEDS("stdbool.h")}, {"true", NEEDS("stdbool.h")}, {"false", NEEDS("stdbool.h")},
    {"boolean", ": C's is 'bool', from <stdbool.h>"}, {"True", ": C's is 'true', from <stdbool.h>"},
    {"False", ": C's is 'false', from <stdbool.h>"}, {"byte", ": C's is 'unsigned char'"},
    {"NULL", NEEDS("stddef.h")}, {"null", ": the null pointer is called NULL"},
    {"nullptr", ": the null pointer is called NULL"}, {"None", ": the null pointer is called NULL"},
    {"size_t", NEEDS("stddef.h")}, {"ptrdiff_t", NEEDS("stddef.h")}, {"EOF", NEEDS("stdio.h")},
    {"FILE", NEEDS("stdio.h")}, {"stdin", NEEDS("stdio.h")}, {"stdout", NEEDS("stdio.h")},
    {"stderr", NEEDS("stdio.h")}, {"INT_MAX", NEEDS("limits.h")}, {"INT_MIN", NEEDS("limits.h")},
    {"UINT_MAX", NEEDS("limits.h")}, {"LONG_MAX", NEEDS("limits.h")}, {"LONG_MIN", NEEDS("limits.h")},
    {"CHAR_BIT", NEEDS("limits.h")}, {"CHAR_MAX", NEEDS("limits.h")}, {"DBL_MAX", NEEDS("float.h")},
    {"FLT_MAX", NEEDS("float.h")}, {"DBL_EPSILON", NEEDS("float.h")}, {"M_PI", NEEDS("math.h")},
    {"INFINITY", NEEDS("math.h")}, {"NAN", NEEDS("math.h")}, {"EXIT_SUCCESS", NEEDS("stdlib.h")},
    {"EXIT_FAILURE", NEEDS("stdlib.h")}, {"RAND_MAX", NEEDS("stdlib.h")}, {"errno", NEEDS("errno.h")},
    {"int8_t", NEEDS("stdint.h")}, {"int16_t", NEEDS("stdint.h")}, {"int32_t", NEEDS("stdint.h")},
    {"int64_t", NEEDS("stdint.h")}, {"uint8_t", NEEDS("stdint.h")}, {"uint16_t", NEEDS("stdint.h")},
    {"uint32_t", NEEDS("stdint.h")}, {"uint64_t", NEEDS("stdint.h")}, {"intptr_t", NEEDS("stdint.h")},
    {"uintptr_t", NEEDS("stdint.h")}, {"time_t", NEEDS("time.h")}, {"clock_t", NEEDS("time.h")},
    {"CLOCKS_PER_SEC", NEEDS("time.h")}, {"va_list", NEEDS("stdarg.h")},
    {"cout", OF_CPP}, {"cin", OF_CPP}, {"endl", OF_CPP}, {"cerr", OF_CPP}, {"std", OF_CPP},
    {"using", ": that is C++; C has no namespaces"}, {"namespace", ": that is C++; C has no namespaces"},
    {"class", ": that is C++; C has 'struct'"}, {"template", ": that is C++"}, {"new", ": that is C++; C has malloc"},
    {"delete", ": that is C++; C has free"}, {"public", ": that is C++ or Java"}, {"private", ": that is C++ or Java"},
    {"var", ": a variable of C is declared with its type"}, {"let", ": a variable of C is declared with its type"},
    {"def", ": a function of C begins with the type of its result"},
    {"elif", ": C writes 'else if'"}, {"elseif", ": C writes 'else if'"}, {"elsif", ": C writes 'else if'"},
    {"then", ": C has no 'then'; the statement follows the condition"}, {"and", ": C writes '&&'"},
    {"or", ": C writes '||'"}, {"not", ": C writes '!'"}, {"include", ": write '#include'"},
    {"define", ": write '#define'"},
};

static const char *const keywords[] = {
#define X(id, spelling) spelling,
    C_KEYWORDS(X)
#undef X
};

static const char *const type_words[] = {
    "char", "double", "float", "int", "long", "short", "signed", "unsigned", "void", "struct", "const", "static", "enum",
    "union", "typedef",
};

static const char *const value_words[] = {"return", "sizeof", "while", "break", "continue", "switch", "goto"};

/* ---- nearness ---- */

static int least(int a, int b) { return a < b ? a : b; }

/* Letters to insert, take away, change or swap with their neighbour to get from one to the other. */
static int distance(const char *a, const char *b)
{
    int rows[3][LONGEST_NAME + 1], la = (int)strlen(a), lb = (int)strlen(b);
    if (la > LONGEST_NAME || lb > LONGEST_NAME)
        return LONGEST_NAME;
    for (int j = 0; j <= lb; j++)
        rows[0][j] = j;
    for (int i = 1; i <= la; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *two = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= lb; j++) {
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], two[j - 2] + 1);
        }
    }
    return rows[la % 3][lb];
}

typedef struct Nearest {
    const char *name, *found;
    int best;                  /* worse ones are not meant */
} Nearest;

static Nearest nearest_to(const char *name)
{
    size_t length = strlen(name);
    return (Nearest){name, NULL, length < 3 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3};
}

static void consider(Nearest *nearest, const char *candidate)
{
    int far = strcasecmp(nearest->name, candidate) ? distance(nearest->name, candidate) : 0;
    if (far > nearest->best || (nearest->found && far == nearest->best) || candidate[0] == '_')
        return;
    nearest->found = candidate;
    nearest->best = far;
}

static bool is_meant(const CSymbol *symbol, CHintKind kind)
{
    bool is_function = symbol->variable && symbol->variable->is_function;
    return kind == HINT_TYPE ? symbol->alias != NULL : kind == HINT_FUNCTION ? is_function
         : symbol->variable || symbol->enumerator;
}

static void consider_scopes(const CParser *p, Nearest *nearest, CHintKind kind)
{
    for (const CScope *scope = p->scope; scope; scope = scope->outer)
        for (uint32_t i = 0; i < scope->buckets; i++)
            for (const CSymbol *symbol = scope->symbols[i]; symbol; symbol = symbol->next)
                if (is_meant(symbol, kind))
                    consider(nearest, symbol->name);
}

/* ---- hints ---- */

static const char *known_hint(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].name, name))
            return known[i].hint;
    return NULL;
}

/* A byte that word processors put in the place of one of C's; it makes a name of what was none. */
static const char *odd_character(const char *name)
{
    static const Known characters[] = {
        {"\xe2\x80\x9c", ": the curly quote \xe2\x80\x9c is none of C's: texts stand in straight ones, \"\""},
        {"\xe2\x80\x9d", ": the curly quote \xe2\x80\x9d is none of C's: texts stand in straight ones, \"\""},
        {"\xe2\x80\x9e", ": the quote \xe2\x80\x9e is none of C's: texts stand in straight ones, \"\""},
        {"\xe2\x80\x98", ": the curly quote \xe2\x80\x98 is none of C's: characters stand in straight ones, ''"},
        {"\xe2\x80\x99", ": the curly quote \xe2\x80\x99 is none of C's: characters stand in straight ones, ''"},
        {"\xe2\x80\x93", ": the dash \xe2\x80\x93 is no minus sign: write -"},
        {"\xe2\x88\x92", ": this minus sign is none of C's: write -"},
        {"\xc3\x97", ": the sign \xc3\x97 is none of C's: write *"},
        {"\xef\xbc\x9b", ": this wide semicolon is none of C's: write ;"},
        {"\xef\xbc\x8c", ": this wide comma is none of C's: write ,"},
        {"\xef\xbc\x88", ": this wide parenthesis is none of C's: write ("},
        {"\xef\xbc\x89", ": this wide parenthesis is none of C's: write )"},
        {"\xc2\xa0", ": there is a no-break space here: write a plain one"},
    };
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (strstr(name, characters[i].name))
            return characters[i].hint;
    return NULL;
}

const char *c_hint_name(CParser *p, const char *name, CHintKind kind)
{
    const char *odd = odd_character(name), *hint = odd ? odd : known_hint(name);
    if (hint)
        return hint;
    const CTag *tag = kind == HINT_TYPE ? c_tag_find(p, name, false) : NULL;
    if (tag)
        return c_pool_format(p->pool, ": write '%s %s'", tag->type->kind == TY_ENUM ? "enum"
                             : tag->type->kind == TY_UNION ? "union" : "struct", name);
    Nearest nearest = nearest_to(name);
    consider_scopes(p, &nearest, kind);
    for (size_t i = 0; kind == HINT_TYPE && i < sizeof type_words / sizeof *type_words; i++)
        consider(&nearest, type_words[i]);
    for (size_t i = 0; kind == HINT_VALUE && i < sizeof value_words / sizeof *value_words; i++)
        consider(&nearest, value_words[i]);
    return nearest.found ? c_pool_format(p->pool, "; did you mean '%s'?", nearest.found) : "";
}

const char *c_hint_header(CPool *pool, const char *name)
{
    Nearest nearest = nearest_to(name);
    for (int i = 0; c_header_name(i); i++)
        consider(&nearest, c_header_name(i));
    return nearest.found ? c_pool_format(pool, "; did you mean <%s>?", nearest.found)
         : ": there are the standard headers, and files beside the program";
}

const char *c_hint_keyword(const char *name)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (!strcasecmp(keywords[i], name) && strcmp(keywords[i], name) != 0)
            return keywords[i];
    return NULL;
}
