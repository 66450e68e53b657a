/* Somebody learning alone: numbers typed as answers, arrows drawn from a name to an object, and the list of what went
 * wrong so far, from which one goes back to where it was asked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/holders.h"
#include "app/viewer_parts.h"

/* What went wrong. */

static Mistake *place_for_mistake(Viewer *viewer)
{
    Mistakes *mistakes = &viewer->mistakes;
    if (mistakes->count == MISTAKES_MOST) {        /* the oldest makes room */
        memmove(mistakes->items, mistakes->items + 1, (MISTAKES_MOST - 1) * sizeof *mistakes->items);
        mistakes->count--;
    }
    return &mistakes->items[mistakes->count++];
}

void learn_begin(Viewer *viewer)
{
    const ViewerOptions *options = &viewer->options;
    if (options->mistakes)
        viewer->mistakes.count = options->mistakes(options->note_context, viewer->mistakes.items, MISTAKES_MOST);
}

static void keep_mistake(Viewer *viewer, const QuizQuestion *question, int taken)
{
    Mistake *mistake = place_for_mistake(viewer);
    mistake->step = viewer->page->stage.stop.position.step;
    snprintf(mistake->ask, sizeof mistake->ask, "%s", question->ask);
    snprintf(mistake->taken, sizeof mistake->taken, "%s",
             taken < (int)question->choice_count ? question->choices[taken] : "another number");
    snprintf(mistake->right, sizeof mistake->right, "%s", question->choices[question->answer]);
}

void learn_answered(Viewer *viewer, const QuizQuestion *question)
{
    const Quiz *quiz = &viewer->quiz;
    int taken = quiz->missed >= 0 ? quiz->missed : quiz->chosen;
    if (!question->is_free && taken != (int)question->answer)
        keep_mistake(viewer, question, taken);
    viewer_note(viewer, question);
}

static void open_mistakes(Viewer *viewer)
{
    Mistakes *mistakes = &viewer->mistakes;
    if (mistakes->count == 0)
        snprintf(viewer->notice, sizeof viewer->notice, "nothing went wrong so far");
    mistakes->open = !mistakes->open && mistakes->count > 0;
    mistakes->selected = mistakes->count > 0 ? mistakes->count - 1 : 0;
}

void learn_go_to_mistake(Viewer *viewer, uint32_t which)
{
    if (which >= viewer->mistakes.count)
        return;
    viewer->mistakes.open = false;
    viewer_seek(viewer, viewer->mistakes.items[which].step);
}

static bool mistakes_command(Viewer *viewer, Command command)
{
    Mistakes *mistakes = &viewer->mistakes;
    if (command == COMMAND_MISTAKES) {
        open_mistakes(viewer);
        return true;
    }
    if (!mistakes->open)
        return false;
    switch (command) {
    case COMMAND_OVER: mistakes->selected = (mistakes->selected + 1) % mistakes->count; return true;
    case COMMAND_OUT: mistakes->selected = (mistakes->selected + mistakes->count - 1) % mistakes->count; return true;
    case COMMAND_PREDICT: case COMMAND_FORWARD: learn_go_to_mistake(viewer, mistakes->selected); return true;
    case COMMAND_ESCAPE: case COMMAND_BACK: mistakes->open = false; return true;
    default: return false;
    }
}

/* Numbers. */

static int digit_of(Command command)
{
    if (command == COMMAND_NATURAL)
        return 0;
    return command >= COMMAND_CHOOSE_1 && command <= COMMAND_CHOOSE_9 ? (int)(command - COMMAND_CHOOSE_1) + 1 : -1;
}

static bool number_command(Viewer *viewer, const QuizQuestion *question, Command command)
{
    Quiz *quiz = &viewer->quiz;
    uint32_t answered = quiz->asked;
    if (digit_of(command) >= 0)
        quiz_type(quiz, question, (uint32_t)digit_of(command));
    else if (command == COMMAND_BACK && quiz->typed[0])
        quiz_erase(quiz);
    else if (command == COMMAND_PREDICT && quiz->typed[0])
        quiz_submit(quiz, question);
    else
        return false;
    if (quiz->asked > answered)
        learn_answered(viewer, question);
    return true;
}

bool learn_command(Viewer *viewer, Command command)
{
    QuizQuestion question;
    if (mistakes_command(viewer, command))
        return true;
    return viewer_question(viewer, &question) && question.is_number && !quiz_is_answered(&viewer->quiz)
           && number_command(viewer, &question, command);
}

/* Arrows. */

static uint64_t object_of(const Viewer *viewer, const char *id)
{
    return holders_object_of(&viewer->page->stage, id);
}

bool learn_press(Viewer *viewer, float x, float y, const char *id)
{
    QuizQuestion question;
    bool is_name = strncmp(id, "frame:", 6) == 0 && strchr(id, '/') != NULL;
    if (interpret_press(viewer, id)) {
        viewer->arrow_from = viewer->room.pointer = (Point){x, y};
        return true;
    }
    if (!is_name || !viewer_question(viewer, &question) || !question.is_target || quiz_is_answered(&viewer->quiz))
        return false;
    viewer->arrow_from = viewer->room.pointer = (Point){x, y};
    return true;
}

void learn_release(Viewer *viewer, const char *id)
{
    QuizQuestion question;
    uint32_t answered = viewer->quiz.asked;
    uint64_t object = id[0] ? object_of(viewer, id) : 0;
    if (interpret_release(viewer, id))
        return;
    if (!viewer_question(viewer, &question))
        return;
    if (object == 0 || !quiz_choose_object(&viewer->quiz, &question, object))
        snprintf(viewer->notice, sizeof viewer->notice, "an arrow ends at an object that is one of the answers");
    else if (viewer->quiz.asked > answered)
        learn_answered(viewer, &question);
}

/* The picture. */

void learn_fill(Viewer *viewer, PanelModel *model)
{
    Mistakes *mistakes = &viewer->mistakes;
    for (uint32_t i = 0; i < mistakes->count; i++) {
        const Mistake *mistake = &mistakes->items[i];
        mistakes->rows[i] = (PanelMistake){mistake->step, mistake->ask, mistake->taken, mistake->right};
    }
    model->mistakes = mistakes->open ? mistakes->rows : NULL;
    model->mistake_count = mistakes->count;
    model->mistake_selected = mistakes->selected;
    model->draws_arrow = viewer->drag == DRAG_ARROW;
    model->arrow_from = viewer->arrow_from;
    model->arrow_to = viewer->room.pointer;
}
