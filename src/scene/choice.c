#include "scene/choice.h"

#include <string.h>

static uint32_t find(const ChoiceSet *set, uint64_t number)
{
    uint32_t i = 0;
    while (i < set->count && set->numbers[i] != number)
        i++;
    return i;
}

bool choice_has(const ChoiceSet *set, uint64_t number)
{
    return find(set, number) < set->count;
}

static void take_out(ChoiceSet *set, uint32_t at)
{
    set->count--;
    memmove(set->numbers + at, set->numbers + at + 1, (set->count - at) * sizeof *set->numbers);
}

void choice_toggle(ChoiceSet *set, uint64_t number)
{
    uint32_t at = find(set, number);
    if (at < set->count) {
        take_out(set, at);
        return;
    }
    if (set->count == CHOICE_OBJECTS)
        take_out(set, 0);
    set->numbers[set->count++] = number;
}

static bool is_word(const char *word, const char *text, size_t length)
{
    return strlen(word) == length && !memcmp(word, text, length);
}

/* The place of a word in its list, or that of the first free one; CHOICE_WORDS in a full list. */
static uint32_t find_word(const ChoiceWords *list, const char *text, size_t length)
{
    uint32_t i = 0;
    while (i < CHOICE_WORDS && list->words[i][0] && !is_word(list->words[i], text, length))
        i++;
    return i;
}

static bool has_word(const ChoiceWords *list, const char *text, size_t length)
{
    uint32_t at = find_word(list, text, length);
    return at < CHOICE_WORDS && list->words[at][0];
}

bool choice_shows_name(const Choices *choices, const char *name, size_t length)
{
    if (choices->focus[0] && !is_word(choices->focus, name, length))
        return false;
    return !has_word(&choices->hidden, name, length);
}

bool choice_shows_type(const Choices *choices, const char *type, size_t length)
{
    return !has_word(&choices->hidden, type, length);
}

bool choice_folds(const Choices *choices, uint64_t number, const char *type, size_t length)
{
    if (choice_has(&choices->folded, number))
        return true;
    return has_word(&choices->folded_types, type, length) && !choice_has(&choices->opened, number);
}

bool choice_toggle_word(ChoiceWords *list, const char *word)
{
    size_t length = strlen(word);
    uint32_t at = find_word(list, word, length);
    if (at == CHOICE_WORDS || length == 0 || length >= CHOICE_LETTERS)
        return false;
    if (!list->words[at][0]) {
        memcpy(list->words[at], word, length + 1);
        return true;
    }
    memmove(list->words[at], list->words[at + 1], (CHOICE_WORDS - 1 - at) * sizeof list->words[0]);
    list->words[CHOICE_WORDS - 1][0] = '\0';
    return true;
}

uint32_t choice_count_words(const ChoiceWords *list)
{
    uint32_t count = 0;
    while (count < CHOICE_WORDS && list->words[count][0])
        count++;
    return count;
}

void choice_forget_objects(Choices *choices)
{
    choices->opened.count = choices->folded.count = choices->pin_count = 0;
}

bool choice_hides(const Choices *choices)
{
    return choices->focus[0] || choices->hidden.words[0][0];
}

bool choice_unpin(Choices *choices, uint64_t number)
{
    const ChoicePin *pin = choice_find_pin(choices, number);
    if (!pin)
        return false;
    size_t at = (size_t)(pin - choices->pins);
    choices->pin_count--;
    memmove(choices->pins + at, choices->pins + at + 1, (choices->pin_count - at) * sizeof *choices->pins);
    return true;
}

void choice_pin(Choices *choices, ChoicePin pin)
{
    if (!choice_unpin(choices, pin.number) && choices->pin_count == CHOICE_PINS)
        choice_unpin(choices, choices->pins[0].number);
    choices->pins[choices->pin_count++] = pin;
}

const ChoicePin *choice_find_pin(const Choices *choices, uint64_t number)
{
    for (uint32_t i = 0; i < choices->pin_count; i++)
        if (choices->pins[i].number == number)
            return &choices->pins[i];
    return NULL;
}
