/* `refarrows predict`: for every step, what could be asked before it, and what the machine answers. One JSON object per
 * line:
 *
 *     {"step":3,"line":4,"wanted":true,"predictions":[{"kind":"same","ask":"...","subject":12,
 *      "choices":[{"text":"...","belief":"copy-value"},...],"answer":1}]}
 *
 * `step` is the one the learner looks at; the answer is true at the next. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/program.h"
#include "lesson/narration.h"
#include "lesson/predict.h"

enum { PREDICT_STEPS = 1000000, PREDICT_OUTPUT_LONGEST = 256 };

typedef struct Asker {
    Program *program;
    JsonWriter json;
    uint64_t from, steps;      /* a window of the run */
    View before, view;
    bool has_before;
    uint64_t written;
} Asker;

static void write_choices(JsonWriter *json, const Prediction *prediction)
{
    json_key(json, "choices");
    json_open(json, '[');
    for (uint32_t i = 0; i < prediction->choice_count; i++) {
        const PredictionChoice *choice = &prediction->choices[i];
        json_open(json, '{');
        json_key(json, "text");
        json_string(json, choice->words);
        json_key(json, "belief");
        json_string(json, misconception_name((Misconception)choice->belief));
        if (choice->object) {
            json_key(json, "object");
            json_unsigned(json, choice->object);
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_prediction(JsonWriter *json, const Prediction *prediction)
{
    json_open(json, '{');
    json_key(json, "kind");
    json_string(json, prediction_kind_names[prediction->kind]);
    json_key(json, "ask");
    json_string(json, prediction->ask);
    if (prediction->subject) {
        json_key(json, "subject");
        json_unsigned(json, prediction->subject);
    }
    write_choices(json, prediction);
    json_key(json, "answer");
    json_unsigned(json, prediction->answer);
    json_close(json, '}');
}

static void write_step(Asker *asker, const StepFacts *step)
{
    JsonWriter *json = &asker->json;
    PredictionList list;
    predictions_init(&list);
    predictions_make(&list, step);
    json_open(json, '{');
    json_key(json, "step");
    json_unsigned(json, asker->before.step);
    json_key(json, "line");
    json_signed(json, narration_line(step->before, step->after));
    json_key(json, "wanted");
    json_bool(json, predictions_wanted(step));
    json_key(json, "predictions");
    json_open(json, '[');
    for (uint32_t i = 0; i < list.count; i++)
        write_prediction(json, &list.items[i]);
    json_close(json, ']');
    json_close(json, '}');
    json_line(json);
    predictions_finish(&list);
}

static void ask(Asker *asker)
{
    char output[PREDICT_OUTPUT_LONGEST];
    ChangeList changes;
    change_init(&changes);
    change_compute(&changes, &asker->before, &asker->view);
    char *line = source_copy_line(&asker->program->source, narration_line(&asker->before, &asker->view));
    const Transcript *transcript = timeline_transcript(asker->program->timeline);
    StepFacts step = {
        &asker->before, &asker->view, &changes, line, output,
        transcript_copy(transcript, OUTPUT_STDOUT, asker->before.output_length, asker->view.output_length, output,
                        sizeof output),        /* longer texts are no question, so they may be cut */
        asker->program->source.text,
    };
    write_step(asker, &step);
    asker->written++;
    free(line);
    change_finish(&changes);
}

static RunAnswer visit(void *context, const StopInfo *stop)
{
    static const ViewOptions options = {0};
    Asker *asker = context;
    asker->program->source.language->machine->view(timeline_machine(asker->program->timeline), &options, &asker->view);
    if (asker->has_before)
        ask(asker);
    View kept = asker->before;
    asker->before = asker->view;
    asker->view = kept;
    asker->has_before = true;
    return (RunAnswer){.leave = ferror(stdout) || asker->written >= asker->steps, .next = {stop->position.step + 1, 0}};
}

static int write_predictions(Asker *asker)
{
    view_init(&asker->before);
    view_init(&asker->view);
    json_init(&asker->json, stdout);
    timeline_visit(asker->program->timeline, (Position){asker->from, 0}, visit, asker, TIMELINE_WHOLE);
    json_finish(&asker->json);
    view_finish(&asker->before);
    view_finish(&asker->view);
    return asker->written || asker->steps == 0 ? 0 : program_no_step(asker->program, asker->from + 1);
}

int predict_command(const Options *options)
{
    Program program;
    Asker asker = {.program = &program, .from = options->from,
                   .steps = options->has_steps && options->steps < PREDICT_STEPS ? options->steps : PREDICT_STEPS};
    int status = program_open(&program, options);
    if (status == 0)
        status = program_load(&program, NULL);
    if (status == 0)
        status = write_predictions(&asker);
    program_close(&program);
    return status;
}
