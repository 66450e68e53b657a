/* What is common to the machines of all languages: names, and the host that is there when nobody listens. */
#include "machine/machine.h"

#include <stdlib.h>

static const char *const step_event_names[] = {
    [STEP_LINE] = "line",
    [STEP_CALL] = "call",
    [STEP_RETURN] = "return",
    [STEP_EXCEPTION] = "exception",
    [STEP_END] = "end",
    [STEP_ERROR] = "error",
};

const char *step_event_name(StepEvent event)
{
    return step_event_names[event];
}

void source_error_finish(SourceError *error)
{
    free(error->report);
    error->report = NULL;
}

static void machine_drop_output(void *context, OutputStream stream, uint64_t offset, const char *text, size_t length)
{
}

static bool machine_no_input(void *context, uint64_t n, const char **text, size_t *length)
{
    return false;
}

void machine_host_init(MachineHost *host)
{
    *host = (MachineHost){.write = machine_drop_output, .read_line = machine_no_input};
    atomic_init(&host->stop_at, 0);
    atomic_init(&host->cancel, false);
}
