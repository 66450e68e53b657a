/* The runs of the program that is open in the window: as it was read, as it was edited last, and the one shown before.
 * And what becomes of the edited text: it goes to the program's file when it is saved; until then, and for a program
 * that has no file of its own, it is kept as a draft in the user's data directory, $XDG_DATA_HOME/refarrows/drafts.
 */
#ifndef REFARROWS_CLI_RUNS_H
#define REFARROWS_CLI_RUNS_H

#include "app/viewer.h"
#include "cli/program.h"

typedef struct Run {
    Program program;
    InputBox *input;
    char name[200];            /* shown over the code */
    char stem[4000];           /* of pictures */
} Run;

typedef struct Runs {
    const Options *options;    /* not owned, or `own` */
    Options own;               /* for a file that took the place of the first one, `dropped` */
    const char *words[2];
    char *dropped;
    Run *original;             /* as read; never NULL once opened */
    Run *shown, *other;        /* `other` may be NULL; both may be the original */
    Run *leaving[3];           /* those that the viewer may still be using: closed by runs_replaced */
    unsigned leaving_count;
    char *path;                /* of the program's own file; NULL: it has none */
    char *draft;               /* where an unsaved text is kept; NULL: nowhere */
    char *known;               /* what the file held when it was read or saved last */
    size_t known_length;
} Runs;

/* Opens what the options name, as program_open and program_load; returns the exit status. Close them in any case. */
int runs_open(Runs *runs, const Options *options);
void runs_close(Runs *runs);

/* Opens another file in the place of it. As runs_reopen. */
bool runs_open_path(Runs *runs, const char *path, char *notice, size_t notice_size);

/* Opens it again, as it is now. False, unchanged, with one line, when it cannot be run. Else the run shown before is in
 * use until runs_replaced, and all others are gone. */
bool runs_reopen(Runs *runs, char *notice, size_t notice_size);
void runs_replaced(void *runs);

/* Does the file hold something else than was read or saved last? */
bool runs_file_differs(const Runs *runs);

/* Fills what the viewer needs of the run shown. */
void runs_fill(Runs *runs, ViewerOptions *viewer);

#endif
