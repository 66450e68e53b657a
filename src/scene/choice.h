/* Choices: what the user of the picture wants opened, folded, hidden, looked at alone or kept in its place.
 *
 * They are a part of the scene's options, held by value, so that whoever has options has all of it and a picture stays a
 * function of them. Objects are meant by number, which is never used again in a run.
 */
#ifndef REFARROWS_SCENE_CHOICE_H
#define REFARROWS_SCENE_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CHOICE_OBJECTS = 64, CHOICE_PINS = 32, CHOICE_WORDS = 12, CHOICE_LETTERS = 48 };

/* A set of objects; 0 is no object. */
typedef struct ChoiceSet { uint64_t numbers[CHOICE_OBJECTS]; uint32_t count; } ChoiceSet;

/* Names or types; "" ends the list. */
typedef struct ChoiceWords { char words[CHOICE_WORDS][CHOICE_LETTERS]; } ChoiceWords;

/* An object that was dragged: it and what stands beside it keep this column of the heap and this height. */
typedef struct ChoicePin { uint64_t number; int32_t column; float y; } ChoicePin;

typedef struct Choices {
    ChoiceSet opened;          /* shown with all of their cells, and with what they lead to */
    ChoiceSet folded;          /* shown with their titles only */
    ChoiceWords folded_types;  /* so are all objects of these types, unless they are opened */
    char focus[CHOICE_LETTERS];        /* a name: only its arrow and what that leads to is drawn; "": all */
    ChoiceWords hidden;        /* names and types that are not drawn */
    ChoicePin pins[CHOICE_PINS];
    uint32_t pin_count;
} Choices;

bool choice_has(const ChoiceSet *set, uint64_t number);

/* Adds the object, or takes it out if it was in. A full set forgets its oldest member. */
void choice_toggle(ChoiceSet *set, uint64_t number);

/* Whether something of that name (of a variable) or type is drawn as far as the user chose. */
bool choice_shows_name(const Choices *choices, const char *name, size_t length);
bool choice_shows_type(const Choices *choices, const char *type, size_t length);

/* Whether an object of that type is drawn with its title only. */
bool choice_folds(const Choices *choices, uint64_t number, const char *type, size_t length);

/* Adds a word to a list, or takes it out. False if there is no room, or it is too long. */
bool choice_toggle_word(ChoiceWords *list, const char *word);
uint32_t choice_count_words(const ChoiceWords *list);

/* Leaves only what is meant by name: in another run numbers say nothing. */
void choice_forget_objects(Choices *choices);

/* Whether something is hidden or out of focus: then the picture is not all that there is. */
bool choice_hides(const Choices *choices);

/* Pins an object, or moves its pin. A full list forgets its oldest pin. */
void choice_pin(Choices *choices, ChoicePin pin);
bool choice_unpin(Choices *choices, uint64_t number);
const ChoicePin *choice_find_pin(const Choices *choices, uint64_t number);

#endif
