/* The question what will be printed. Wrong choices are made from the right one: the expression instead of its value,
 * a number one off, a sequence turned round. */
#include "lesson/predictor.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/phrase.h"

enum { LONGEST_OUTPUT = 60 };      /* bytes that can be compared at a glance */

/* The one line that the step prints, as a choice; empty if it is no such line. */
static void output_add_right(Predictor *p)
{
    size_t length = p->step->output_length;
    if (length > 0 && p->step->output[length - 1] == '\n')
        length--;
    if (length == 0 || length > LONGEST_OUTPUT || memchr(p->step->output, '\n', length))
        return;
    prose_add_bytes(&p->prose, p->step->output, length);
}

/* What stands between the brackets of a line that is print(...) and nothing else. */
static void output_add_expression(Predictor *p)
{
    const char *line = p->step->source_line ? p->step->source_line : "";
    line += strspn(line, " \t");
    size_t length = strlen(line);
    if (strncmp(line, "print(", 6) != 0 || length < 8 || line[length - 1] != ')')
        return;
    size_t inside = length - 7;
    if (inside <= LONGEST_OUTPUT && !memchr(line + 6, '"', inside) && !memchr(line + 6, '\'', inside))
        prose_add_bytes(&p->prose, line + 6, inside);
}

/* The text with its last whole number one larger or smaller. */
static void output_add_shifted(Predictor *p, const char *right, int by)
{
    size_t end = strlen(right);
    while (end > 0 && !isdigit((unsigned char)right[end - 1]))
        end--;
    size_t start = end;
    while (start > 0 && isdigit((unsigned char)right[start - 1]))
        start--;
    if (start == end || end - start > 9 || (start > 0 && (right[start - 1] == '.' || isalpha((unsigned char)right[start - 1]))))
        return;
    long number = strtol(right + start, NULL, 10) + by;
    if (number < 0)
        return;
    prose_add_bytes(&p->prose, right, start);
    prose_format(&p->prose, "%ld", number);
    prose_add(&p->prose, right + end);
}

/* "[1, 2, 3]" without its last item. */
static void output_add_shortened(Predictor *p, const char *right)
{
    size_t length = strlen(right);
    const char *comma = strrchr(right, ',');
    if (length < 4 || right[0] != '[' || right[length - 1] != ']' || !comma || strpbrk(right + 1, "[(") != NULL)
        return;
    prose_add_bytes(&p->prose, right, (size_t)(comma - right));
    prose_add(&p->prose, "]");
}

/* The words for the other truth. */
static void output_add_opposite(Predictor *p, const char *right)
{
    static const char *const pairs[][2] = {{"True", "False"}, {"False", "True"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strcmp(right, pairs[i][0]) == 0)
            prose_add(&p->prose, pairs[i][1]);
}

void predict_output(Predictor *p)
{
    if (!p->step->output_length)
        return;
    output_add_right(p);
    if (!p->prose.length)
        return;
    char *right = prose_take(&p->prose);
    prose_add(&p->prose, "What will ");
    uint32_t start = p->prose.length;
    phrase_source_line(&p->prose, p->step->source_line, p->line);
    if (p->prose.text[start] == 'L')
        p->prose.text[start] = 'l';
    prose_add(&p->prose, " print?");
    predictor_open(p, PREDICT_OUTPUT, 0);
    predictor_choice_words(p, BELIEF_RIGHT, right);
    output_add_opposite(p, right);
    predictor_choice(p, BELIEF_SLIP, 0);
    output_add_shortened(p, right);
    predictor_choice(p, BELIEF_SLIP, 0);
    output_add_shifted(p, right, 1);
    predictor_choice(p, BELIEF_SLIP, 0);
    output_add_expression(p);
    predictor_choice(p, BELIEF_PRINTS_NAME, 0);
    output_add_shifted(p, right, -1);
    predictor_choice(p, BELIEF_SLIP, 0);
    predictor_choice_words(p, BELIEF_SLIP, "nothing");
    predictor_close(p);
    free(right);
}
