#include "c/library/stdio.h"

#include <string.h>

/* ---- streams ---- */

void c_stdio_begin(CVm *vm)
{
    vm->pushed_back = -1;
}

/* A FILE begins with the number of its stream, see the prelude. */
CStream c_stream(CVm *vm, uint64_t file)
{
    int32_t number;
    const unsigned char *memory = c_read_memory(vm, file, sizeof number);
    if (!memory)
        return STREAM_NONE;
    memcpy(&number, memory, sizeof number);
    if (number >= 0 && number <= 2)
        return (CStream)number;
    c_fault(vm, 139, "The program uses a FILE that is none of stdin, stdout and stderr. The system stops the program "
            "(segmentation fault).");
    return STREAM_NONE;
}

/* ---- input ---- */

/* The text of the line being read; false at the end of input. */
static bool current_line(CVm *vm, const char **text, size_t *length)
{
    MachineHost *host = vm->host;
    if (host->read_line(host->context, vm->input_line, text, length))
        return true;
    if (machine_host_cancelled(host))
        vm->ending = ENDING_CANCELLED;
    return false;
}

static int look(CVm *vm, bool takes)
{
    const char *text;
    size_t length;
    if (vm->pushed_back >= 0) {
        int c = vm->pushed_back;
        if (takes)
            vm->pushed_back = -1;
        return c;
    }
    if (!current_line(vm, &text, &length)) {
        vm->input_ended = true;
        return vm->ending == ENDING_CANCELLED ? -2 : -1;
    }
    bool is_end = vm->input_at >= length;
    if (is_end && text[length] == LINE_OPEN) {
        vm->input_ended = true;
        return -1;
    }
    int c = is_end ? '\n' : (unsigned char)text[vm->input_at];
    if (takes && is_end) {
        vm->input_line++;
        vm->input_at = 0;
    } else if (takes) {
        vm->input_at++;
    }
    return c;
}

int c_input_peek(CVm *vm) { return look(vm, false); }
int c_input_take(CVm *vm) { return look(vm, true); }

static bool is_cancelled(const CVm *vm) { return vm->ending == ENDING_CANCELLED; }

static bool n_getchar(CNative *call, CCell *result)
{
    result->i = c_input_take(call->vm);
    return !is_cancelled(call->vm);
}

static bool require_input(CVm *vm, uint64_t file)
{
    return c_stream(vm, file) == STREAM_IN;
}

static bool n_fgetc(CNative *call, CCell *result)
{
    result->i = -1;
    if (!require_input(call->vm, c_address_argument(call, 0)))
        return !call->vm->ending;
    return n_getchar(call, result);
}

static bool n_ungetc(CNative *call, CCell *result)
{
    int32_t c = (int32_t)c_int_argument(call, 0);
    if (c >= 0) {
        call->vm->pushed_back = c & 0xff;
        call->vm->input_ended = false;
    }
    result->i = c;
    return true;
}

/* Reads up to `most` bytes and through a newline; answers how many, or -1 at the end of input. */
static int64_t read_line_to(CVm *vm, uint64_t address, int64_t most, bool keeps_newline)
{
    int64_t n = 0;
    while (n < most) {
        int c = c_input_take(vm);
        if (c < 0)
            break;
        if (c == '\n' && !keeps_newline)
            return n;
        unsigned char *to = c_write_memory(vm, address + (uint64_t)n, 1);
        if (!to)
            return -1;
        *to = (unsigned char)c;
        n++;
        if (c == '\n')
            return n;
    }
    return n == 0 ? -1 : n;
}

static bool end_line(CNative *call, uint64_t address, int64_t n, CCell *result)
{
    CVm *vm = call->vm;
    c_check_part(call, 0, (uint64_t)(n + 1));
    unsigned char *to = n >= 0 ? c_write_memory(vm, address + (uint64_t)n, 1) : NULL;
    if (to)
        *to = 0;
    result->u = n >= 0 ? address : 0;
    return !vm->ending;
}

static bool n_fgets(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    int64_t size = (int32_t)c_int_argument(call, 1);
    if (!require_input(vm, c_address_argument(call, 2)) || size <= 0)
        return !vm->ending;
    uint64_t to = c_address_argument(call, 0);
    int64_t n = size == 1 ? 0 : read_line_to(vm, to, size - 1, true);
    return end_line(call, to, n, result);
}

static bool n_gets(CNative *call, CCell *result)
{
    uint64_t to = c_address_argument(call, 0);
    if (c_input_peek(call->vm) < 0)
        return !is_cancelled(call->vm);
    int64_t n = read_line_to(call->vm, to, INT64_MAX, false);
    return end_line(call, to, n < 0 ? 0 : n, result);
}

static void put_word(CVm *vm, uint64_t address, uint64_t value, size_t size)
{
    unsigned char *to = c_write_memory(vm, address, size);
    if (to)
        memcpy(to, &value, size);
}

static bool n_getline(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    uint64_t place = c_address_argument(call, 0), size_place = c_address_argument(call, 1), buffer = 0, size = 0;
    const unsigned char *from = c_read_memory(vm, place, 8), *from_size = c_read_memory(vm, size_place, 8);
    result->i = -1;
    if (!from || !from_size || !require_input(vm, c_address_argument(call, 2)) || c_input_peek(vm) < 0)
        return !vm->ending;
    memcpy(&buffer, from, 8);
    memcpy(&size, from_size, 8);
    const char *text;
    size_t length = 0;
    current_line(vm, &text, &length);
    if (!buffer || size < length + 2) {
        size = length + 2 < 120 ? 120 : length + 2;
        buffer = c_realloc(vm, buffer, size);
    }
    result->i = read_line_to(vm, buffer, INT64_MAX, true);
    put_word(vm, buffer + (uint64_t)result->i, 0, 1);
    put_word(vm, place, buffer, 8);
    put_word(vm, size_place, size, 8);
    return !vm->ending;
}

static bool n_fread(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    uint64_t size = c_address_argument(call, 1), count = c_address_argument(call, 2), n = 0, whole;
    if (!require_input(vm, c_address_argument(call, 3)) || !size || __builtin_mul_overflow(size, count, &whole))
        return !vm->ending;
    for (; n < whole; n++) {
        int c = c_input_take(vm);
        unsigned char *to = c < 0 ? NULL : c_write_memory(vm, c_address_argument(call, 0) + n, 1);
        if (!to)
            break;
        *to = (unsigned char)c;
    }
    result->u = n / size;
    return !vm->ending;
}

static bool n_feof(CNative *call, CCell *result)
{
    result->i = c_stream(call->vm, c_address_argument(call, 0)) == STREAM_IN && call->vm->input_ended
             && call->vm->pushed_back < 0;
    return !call->vm->ending;
}

static bool n_clearerr(CNative *call, CCell *result)
{
    call->vm->input_ended = false;
    return true;
}

static bool n_nothing(CNative *call, CCell *result)
{
    result->i = 0;
    return true;
}

/* ---- output ---- */

static bool put_to(CNative *call, CCell *result, CStream stream, int c)
{
    char byte = (char)c;
    if (stream == STREAM_NONE)
        return !call->vm->ending;
    c_write(call->vm, stream == STREAM_ERROR ? OUTPUT_STDERR : OUTPUT_STDOUT, &byte, 1);
    result->i = (unsigned char)c;
    return true;
}

static bool n_putchar(CNative *call, CCell *result)
{
    return put_to(call, result, STREAM_OUT, (int)c_int_argument(call, 0));
}

static bool n_fputc(CNative *call, CCell *result)
{
    return put_to(call, result, c_stream(call->vm, c_address_argument(call, 1)), (int)c_int_argument(call, 0));
}

static bool put_string(CNative *call, CCell *result, CStream stream, const char *behind)
{
    uint64_t length;
    const char *text = c_read_string(call->vm, c_address_argument(call, 0), &length);
    if (!text || stream == STREAM_NONE)
        return !call->vm->ending;
    OutputStream out = stream == STREAM_ERROR ? OUTPUT_STDERR : OUTPUT_STDOUT;
    c_write(call->vm, out, text, length);
    if (*behind)
        c_write(call->vm, out, behind, strlen(behind));
    result->i = *behind ? (int64_t)length + 1 : 1;
    return true;
}

static bool n_puts(CNative *call, CCell *result) { return put_string(call, result, STREAM_OUT, "\n"); }

static bool n_fputs(CNative *call, CCell *result)
{
    return put_string(call, result, c_stream(call->vm, c_address_argument(call, 1)), "");
}

static bool n_fwrite(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    uint64_t size = c_address_argument(call, 1), count = c_address_argument(call, 2), whole;
    CStream stream = c_stream(vm, c_address_argument(call, 3));
    if (stream == STREAM_NONE || __builtin_mul_overflow(size, count, &whole) || !whole)
        return !vm->ending;
    const unsigned char *from = c_read_memory(vm, c_address_argument(call, 0), whole);
    if (!from)
        return false;
    c_write(vm, stream == STREAM_ERROR ? OUTPUT_STDERR : OUTPUT_STDOUT, (const char *)from, whole);
    result->u = count;
    return true;
}

static bool n_perror(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    uint64_t length = 0, text = c_address_argument(call, 0);
    int32_t number;
    memcpy(&number, c_at_address(vm, vm->program->errno_address), sizeof number);
    const char *prefix = text ? c_read_string(vm, text, &length) : "";
    if (!prefix)
        return false;
    if (length) {
        c_write(vm, OUTPUT_STDERR, prefix, length);
        c_write(vm, OUTPUT_STDERR, ": ", 2);
    }
    const char *reason = strerror(number);
    c_write(vm, OUTPUT_STDERR, reason, strlen(reason));
    c_write(vm, OUTPUT_STDERR, "\n", 1);
    return true;
}

/* ---- formatted output ---- */

static bool finish_format(CSink *sink, CCell *result)
{
    result->i = (int32_t)sink->count;
    return !sink->failed && !sink->vm->ending;
}

static bool format_to_stream(CNative *call, CCell *result, CStream stream, int format, CArguments *arguments)
{
    if (stream == STREAM_NONE)
        return !call->vm->ending;
    CSink sink = {.vm = call->vm, .stream = stream};
    c_format(&sink, c_address_argument(call, format), arguments);
    return finish_format(&sink, result);
}

static bool format_to_memory(CNative *call, CCell *result, uint64_t room, bool bounded, int format,
                             CArguments *arguments)
{
    CSink sink = {.vm = call->vm, .stream = STREAM_NONE, .address = c_address_argument(call, 0),
                  .room = bounded ? (room ? room - 1 : 0) : UINT64_MAX};
    c_format(&sink, c_address_argument(call, format), arguments);
    if (!sink.failed && (!bounded || room)) {
        c_check_part(call, 0, sink.address - c_address_argument(call, 0) + 1);
        unsigned char *end = c_write_memory(call->vm, sink.address, 1);
        if (end)
            *end = 0;
        else
            sink.failed = true;
    }
    return finish_format(&sink, result);
}

static bool n_printf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    return format_to_stream(call, result, STREAM_OUT, 0, &arguments);
}

static bool n_fprintf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    return format_to_stream(call, result, c_stream(call->vm, c_address_argument(call, 0)), 1, &arguments);
}

static bool n_dprintf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    return format_to_stream(call, result, c_int_argument(call, 0) == 2 ? STREAM_ERROR : STREAM_OUT, 1, &arguments);
}

static bool n_sprintf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    return format_to_memory(call, result, 0, false, 1, &arguments);
}

static bool n_snprintf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    return format_to_memory(call, result, c_address_argument(call, 1), true, 2, &arguments);
}

static bool n_vprintf(CNative *call, CCell *result)
{
    CArguments arguments;
    return c_arguments_of_list(call->vm, c_address_argument(call, 1), &arguments)
        && format_to_stream(call, result, STREAM_OUT, 0, &arguments);
}

static bool n_vfprintf(CNative *call, CCell *result)
{
    CArguments arguments;
    return c_arguments_of_list(call->vm, c_address_argument(call, 2), &arguments)
        && format_to_stream(call, result, c_stream(call->vm, c_address_argument(call, 0)), 1, &arguments);
}

static bool n_vsprintf(CNative *call, CCell *result)
{
    CArguments arguments;
    return c_arguments_of_list(call->vm, c_address_argument(call, 2), &arguments)
        && format_to_memory(call, result, 0, false, 1, &arguments);
}

static bool n_vsnprintf(CNative *call, CCell *result)
{
    CArguments arguments;
    return c_arguments_of_list(call->vm, c_address_argument(call, 3), &arguments)
        && format_to_memory(call, result, c_address_argument(call, 1), true, 2, &arguments);
}

/* int asprintf(char **to, const char *format, ...): first into nothing, for the length. */
static bool format_allocated(CNative *call, CCell *result, CArguments *arguments)
{
    CVm *vm = call->vm;
    CArguments again = *arguments;
    CSink sink = {.vm = vm, .stream = STREAM_NONE};
    c_format(&sink, c_address_argument(call, 1), &again);
    if (sink.failed)
        return false;
    uint64_t to = c_malloc(vm, sink.count + 1);
    sink = (CSink){.vm = vm, .stream = STREAM_NONE, .address = to, .room = sink.count};
    c_format(&sink, c_address_argument(call, 1), arguments);
    put_word(vm, sink.address, 0, 1);
    put_word(vm, c_address_argument(call, 0), to, 8);
    return finish_format(&sink, result);
}

static bool n_asprintf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    return format_allocated(call, result, &arguments);
}

static bool n_vasprintf(CNative *call, CCell *result)
{
    CArguments arguments;
    return c_arguments_of_list(call->vm, c_address_argument(call, 2), &arguments)
        && format_allocated(call, result, &arguments);
}

static bool n_write(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    int64_t number = (int32_t)c_int_argument(call, 0);
    uint64_t length = c_address_argument(call, 2);
    const unsigned char *from = c_read_memory(vm, c_address_argument(call, 1), length);
    if (!from)
        return false;
    c_write(vm, number == 2 ? OUTPUT_STDERR : OUTPUT_STDOUT, (const char *)from, length);
    result->u = length;
    return true;
}

const CNativeEntry c_natives_stdio[] = {
    {"getchar", n_getchar}, {"getchar_unlocked", n_getchar}, {"getc", n_fgetc}, {"fgetc", n_fgetc},
    {"ungetc", n_ungetc}, {"fgets", n_fgets}, {"gets", n_gets}, {"getline", n_getline}, {"fread", n_fread},
    {"feof", n_feof}, {"ferror", n_nothing}, {"clearerr", n_clearerr}, {"fflush", n_nothing}, {"fclose", n_nothing},
    {"setbuf", n_nothing}, {"setvbuf", n_nothing}, {"putchar", n_putchar}, {"putchar_unlocked", n_putchar},
    {"putc", n_fputc}, {"fputc", n_fputc}, {"puts", n_puts}, {"fputs", n_fputs}, {"fwrite", n_fwrite},
    {"perror", n_perror}, {"printf", n_printf}, {"fprintf", n_fprintf}, {"dprintf", n_dprintf},
    {"sprintf", n_sprintf}, {"snprintf", n_snprintf}, {"vprintf", n_vprintf}, {"vfprintf", n_vfprintf},
    {"vsprintf", n_vsprintf}, {"vsnprintf", n_vsnprintf}, {"asprintf", n_asprintf}, {"vasprintf", n_vasprintf},
    {"write", n_write}, {NULL, NULL},
};
