/* From bytes to cJSON's tree, with mistakes of form told at their place. Private to lesson.c. */
#ifndef REFARROWS_LESSON_LESSON_JSON_H
#define REFARROWS_LESSON_LESSON_JSON_H

#include <cjson/cJSON.h>

#include "lesson/complaint.h"

/* NULL, with one complaint added, if the text is no JSON. Delete the tree with cJSON_Delete. */
cJSON *lesson_json_parse(Complaints *complaints, const char *text, size_t length);

#endif
