/* All stages in order: preprocess, parse, add what the program needs of the prelude, lay out data, compile functions. */
#include "c/compile.h"

#include <stdlib.h>
#include <string.h>

#include "c/headers.h"
#include "c/library/library.h"
#include "c/preprocess.h"

enum { LARGEST_DATA = 256 << 20, FUNCTION_TEXT = 0x40, FIRST_FUNCTION = 0x149 };

static const char start_name[] = "__refarrows_start";

/* ---- parsing more text in the same file scope ---- */

static void parse_library(CParser *p, const char *name, const char *text)
{
    CParser saved = *p;
    CPreprocessor *pre = C_NEW(p->pool, CPreprocessor);
    CFile *file = C_NEW(p->pool, CFile);
    *file = (CFile){name, text, strlen(text), true};
    c_preprocess_init(pre, p->pool, p->diagnoser, p->names);
    pre->once = p->preprocessor->once;     /* what a header declares stands in the scope already */
    pre->once_count = p->preprocessor->once_count;
    p->scope = p->file_scope;
    p->function = NULL;
    p->is_library = true;
    p->depth = p->loop_depth = p->switch_depth = 0;
    c_parse(p, c_preprocess(pre, file));
    p->preprocessor->once = pre->once;
    p->preprocessor->once_count = pre->once_count;
    p->token = saved.token;
    p->previous = saved.previous;
    p->scope = saved.scope;
    p->function = saved.function;
    p->is_library = saved.is_library;
    p->depth = saved.depth;
    p->loop_depth = saved.loop_depth;
    p->switch_depth = saved.switch_depth;
    p->enclosing_switch = saved.enclosing_switch;
}

static CVariable *missing_function(CParser *p, const CToken *name)
{
    const char *refusal = c_function_refusal(name->text);
    if (refusal)
        c_diagnose_fatal(p->diagnoser, name->place, "'%s' is not supported: %s", name->text, refusal);
    const char *header = c_header_declaring(name->text);
    if (!header)
        return NULL;
    parse_library(p, "<library>", c_pool_format(p->pool, "#include <%s>\n", header));
    CSymbol *symbol = c_symbol_find(p, name->text);
    return symbol ? symbol->variable : NULL;
}

static bool is_missing(const CVariable *variable)
{
    bool needed = variable->name && variable->is_used && !variable->is_defined && !variable->is_tentative;
    return needed && !(variable->is_function && c_native_find(variable->name) >= 0);
}

/* What the program uses and the prelude defines; that may use more. */
static void add_prelude(CParser *p)
{
    parse_library(p, "<start>", c_prelude_defining(start_name));
    for (bool again = true; again;) {
        again = false;
        for (CVariable *v = p->globals; v; v = v->next) {
            const char *text = is_missing(v) ? c_prelude_defining(v->name) : NULL;
            if (!text)
                continue;
            parse_library(p, "<library>", text);
            again = true;
        }
    }
}

/* ---- data ---- */

static bool is_read_only(const CVariable *variable)
{
    const CType *type = variable->type;
    while (type->kind == TY_ARRAY && !type->is_const)
        type = type->base;
    return variable->is_string || type->is_const;
}

typedef enum Section { SECTION_RODATA, SECTION_DATA, SECTION_BSS } Section;

static Section section_of(const CVariable *variable)
{
    bool nonzero = variable->items != NULL;
    return is_read_only(variable) ? SECTION_RODATA : nonzero ? SECTION_DATA : SECTION_BSS;
}

static bool has_storage(const CVariable *variable)
{
    return !variable->is_function && (variable->is_defined || variable->is_tentative);
}

static uint64_t round_up(uint64_t value, uint64_t to)
{
    return (value + to - 1) / to * to;
}

/* One byte of nobody's stands behind every object, so that going past its end is seen. */
static uint64_t place_section(CCompiler *c, const CParser *p, Section section, uint64_t address)
{
    for (CVariable *v = p->globals; v; v = v->next) {
        if (!has_storage(v) || section_of(v) != section || (v->is_string && !v->is_used))
            continue;
        uint64_t align = (uint64_t)(v->align > v->type->align ? v->align : v->type->align);
        if (v->type->size >= 32 && align < 32 && !v->is_string)
            align = 32;                        /* as gcc */
        v->address = round_up(address, align ? align : 1);
        uint64_t gap = v->is_string ? 1 : c_type_is_scalar(v->type) ? 0 : 8;
        address = v->address + (uint64_t)(v->type->size + v->flexible_size) + gap;
        *(CVariable **)c_vector_add(&c->globals, sizeof v) = v;
        v->index = (int32_t)c->globals.count - 1;
        if (address - C_LOW_BASE > LARGEST_DATA)
            c_diagnose_fatal(c->diagnoser, v->place, "the program's global variables need more than %d MiB",
                             LARGEST_DATA >> 20);
    }
    return address;
}

static void complete_tentative(CCompiler *c, const CParser *p)
{
    for (CVariable *v = p->globals; v; v = v->next) {
        if (v->is_function || !v->is_tentative || v->is_defined)
            continue;
        if (v->type->kind == TY_ARRAY && v->type->length < 0)
            v->type = c_type_array(c->pool, v->type->base, 1);     /* as if with one element */
        if (!c_type_is_complete(v->type))
            c_diagnose(c->diagnoser, v->place, "variable '%s' has incomplete type '%s'", v->name,
                       c_type_text(c->pool, v->type));
    }
}

static void check_storage(CCompiler *c, const CParser *p)
{
    for (const CVariable *v = p->globals; v; v = v->next)
        if (!v->is_function && v->is_used && !has_storage(v))
            c_diagnose(c->diagnoser, v->place, "undefined reference to '%s': it is declared 'extern', but nowhere "
                       "defined", v->name ? v->name : "");
}

static void lay_out(CCompiler *c, const CParser *p)
{
    CProgram *program = c->program;
    uint64_t functions = 0;
    for (const CVariable *v = p->globals; v; v = v->next)
        functions += v->is_function && (v->is_used || v->is_defined);
    complete_tentative(c, p);
    program->rodata_start = round_up(C_TEXT_BASE + FIRST_FUNCTION + (functions + 1) * FUNCTION_TEXT, C_PAGE);
    uint64_t end = place_section(c, p, SECTION_RODATA, program->rodata_start + 4);
    program->data_start = round_up(end, C_PAGE);
    program->errno_address = program->data_start + 8;
    program->bss_start = place_section(c, p, SECTION_DATA, program->data_start + 16);
    program->image_end = place_section(c, p, SECTION_BSS, program->bss_start) + 8;
    program->heap_start = round_up(program->image_end, C_PAGE);
    program->image = c_pool_alloc(c->pool, (size_t)(program->image_end - C_LOW_BASE));
}

/* ---- initial values ---- */

static void write_integer(unsigned char *to, const CInitItem *item, int64_t value)
{
    const CMember *field = item->bit_field;
    if (!field) {
        memcpy(to, &value, (size_t)item->type->size);
        return;
    }
    int first = field->bit_offset / 8, shift = field->bit_offset % 8;      /* a packed one may reach beyond its unit */
    size_t count = (size_t)(shift + field->bit_width + 7) / 8;
    unsigned __int128 unit = 0, mask = (((unsigned __int128)1 << field->bit_width) - 1) << shift;
    memcpy(&unit, to + first, count);
    unit = (unit & ~mask) | (((unsigned __int128)(uint64_t)value << shift) & mask);
    memcpy(to + first, &unit, count);
}

static void write_floating(unsigned char *to, const CType *type, long double value)
{
    float f = (float)value;
    double d = (double)value;
    if (type->kind == TY_FLOAT)
        memcpy(to, &f, sizeof f);
    else if (type->kind == TY_DOUBLE)
        memcpy(to, &d, sizeof d);
    else
        memcpy(to, &value, 10);    /* the rest is padding */
}

static uint64_t address_of(CCompiler *c, CVariable *variable)
{
    if (!variable->is_function)
        return variable->address;
    int32_t index = c_routine_of(c, variable);
    return ((CRoutine *)c->routines.items)[index].address;
}

/* &&label: the instruction there, known once its function is compiled. */
static const CNode *label_address(const CNode *node)
{
    while (node->kind == N_CAST)
        node = node->left;
    return node->kind == N_LABEL_ADDRESS ? node : NULL;
}

static void write_value(CCompiler *c, unsigned char *to, const CInitItem *item)
{
    CVariable *variable;
    long double floating;
    int64_t value;
    c->place = item->value->place;
    const CNode *node = item->value;
    if (label_address(node))
        write_integer(to, item, label_address(node)->target->value);
    else if (c_type_is_floating(item->type) && c_constant_floating(node, &floating))
        write_floating(to, item->type, floating);
    else if (!c_type_is_floating(item->type) && c_type_is_scalar(item->type)
             && c_constant_address(node, &variable, &value))
        write_integer(to, item, variable ? (int64_t)address_of(c, variable) + value : value);
    else if (c_type_is_record(item->type) && node->kind == N_LITERAL)
        for (const CInitItem *inner = node->variable->items; inner; inner = inner->next) {
            if (inner->value)
                write_value(c, to + inner->offset, inner);
            else
                memcpy(to + inner->offset, inner->text, inner->length);
        }
    else
        c_diagnose(c->diagnoser, node->place, "initializer element is not a compile-time constant");
}

static void write_image(CCompiler *c)
{
    for (uint32_t i = 0; i < c->globals.count; i++) {
        const CVariable *v = ((CVariable **)c->globals.items)[i];
        unsigned char *to = c->program->image + (v->address - C_LOW_BASE);
        for (const CInitItem *item = v->items; item; item = item->next) {
            if (item->value)
                write_value(c, to + item->offset, item);
            else
                memcpy(to + item->offset, item->text, item->length);
        }
    }
}

/* ---- code ---- */

static void compile_functions(CCompiler *c, CParser *p)
{
    c->program->main = c->program->start = -1;
    for (CFunction *f = p->functions; f; f = f->next) {
        bool needed = !f->is_library || f->variable->is_used || !strcmp(f->variable->name, start_name);
        if (!needed)
            continue;
        c->place = f->variable->place;
        int32_t index = c_routine_of(c, f->variable);
        c_compile_function(c, (CRoutine *)c->routines.items + index);
        if (!strcmp(f->variable->name, "main") && !f->is_library)
            c->program->main = index;
        if (!strcmp(f->variable->name, start_name))
            c->program->start = index;
    }
}

static void *moved(CPool *pool, const CVector *vector, size_t size)
{
    void *copy = c_pool_alloc(pool, (vector->count + 1) * size);
    if (vector->count)
        memcpy(copy, vector->items, vector->count * size);
    return copy;
}

static void hand_over(CCompiler *c)
{
    CProgram *program = c->program;
    program->code = moved(c->pool, &c->code, sizeof *program->code);
    program->places = moved(c->pool, &c->places, sizeof *program->places);
    program->marks = moved(c->pool, &c->marks, sizeof *program->marks);
    program->code_count = c->code.count;
    program->routines = moved(c->pool, &c->routines, sizeof *program->routines);
    program->routine_count = (int32_t)c->routines.count;
    program->sites = moved(c->pool, &c->sites, sizeof *program->sites);
    program->switches = moved(c->pool, &c->switches, sizeof *program->switches);
    program->floatings = moved(c->pool, &c->floatings, sizeof *program->floatings);
    program->texts = moved(c->pool, &c->texts, sizeof *program->texts);
    program->types = moved(c->pool, &c->types, sizeof *program->types);
    program->globals = moved(c->pool, &c->globals, sizeof *program->globals);
    program->global_count = (int32_t)c->globals.count;
}

static void compiler_finish(CCompiler *c)
{
    CVector *vectors[] = {&c->code, &c->places, &c->marks, &c->sites, &c->switches, &c->floatings, &c->texts, &c->types,
                          &c->routines, &c->globals, &c->labels, &c->rooms};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        free(vectors[i]->items);
}

static void require_main(CCompiler *c, const CParser *p)
{
    for (const CFunction *f = p->functions; f; f = f->next)
        if (!strcmp(f->variable->name, "main") && !f->is_library)
            return;
    CPlace place = {c->program->file, 1, 1, 1};
    c_diagnose_fatal(c->diagnoser, place, "there is no function 'main': a program begins there");
}

static void compile_all(CCompiler *c, CParser *p, CPreprocessor *pre)
{
    CProgram *program = c->program;
    static const char va_list_tag[] =
        "struct __va_list_tag { unsigned gp_offset, fp_offset; void *overflow_arg_area, *reg_save_area; };";
    c_names_init(&program->names, &program->pool);
    c_parse_init(p, c->pool, c->diagnoser, &program->names);
    p->missing_function = missing_function;
    p->preprocessor = pre;
    c_preprocess_init(pre, c->pool, c->diagnoser, &program->names);
    parse_library(p, "<va_list>", va_list_tag);
    CToken *tokens = c_preprocess(pre, program->file);
    c_parse(p, tokens);
    require_main(c, p);
    if (c->diagnoser->count)
        return;
    add_prelude(p);
    check_storage(c, p);
    lay_out(c, p);
    c->slips = p->slips;
    compile_functions(c, p);
    write_image(c);
    hand_over(c);
}

/* On its own, because what setjmp comes back to must not live in registers. */
static void compile_guarded(CCompiler *c, CParser *p, CPreprocessor *pre)
{
    if (setjmp(c->diagnoser->fatal) == 0)
        compile_all(c, p, pre);
}

static CFile *copy_source(CPool *pool, const Source *source)
{
    CFile *file = C_NEW(pool, CFile);
    file->name = c_pool_text(pool, source->name, strlen(source->name));
    file->text = c_pool_text(pool, source->text, source->length);
    file->length = strlen(file->text);
    file->was_latin1 = source->was_latin1;
    return file;
}

CProgram *c_program_compile(const Source *source, SourceError *error)
{
    CProgram *program = calloc(1, sizeof *program);
    CCompiler *c = calloc(1, sizeof *c);
    memset(error, 0, sizeof *error);
    if (!program || !c)
        abort();
    c_pool_init(&program->pool);
    program->file = copy_source(&program->pool, source);
    CDiagnoser *diagnoser = C_NEW(&program->pool, CDiagnoser);
    CParser *parser = C_NEW(&program->pool, CParser);
    CPreprocessor *pre = C_NEW(&program->pool, CPreprocessor);
    diagnoser->pool = c->pool = &program->pool;
    c->diagnoser = diagnoser;
    c->program = program;
    compile_guarded(c, parser, pre);
    compiler_finish(c);
    free(c);
    if (!diagnoser->count)
        return program;
    c_diagnose_report(diagnoser, error);
    c_program_destroy(program);
    return NULL;
}

void c_program_destroy(CProgram *program)
{
    if (!program)
        return;
    c_pool_finish(&program->pool);
    free(program);
}
