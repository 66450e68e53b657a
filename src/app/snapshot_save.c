#include "app/snapshot_save.h"

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <SDL_clipboard.h>

extern char **environ;

/* ---- the clipboard ---- */

enum { COPY_LOOKS = 100, COPY_PAUSE = 10000000 };      /* nanoseconds: a second for a program to take a picture */

/* Waits for a program that shall end soon. One that does not is stopped. */
static bool ends_well(pid_t process)
{
    int status = 0;
    for (int i = 0; i < COPY_LOOKS; i++) {
        if (waitpid(process, &status, WNOHANG) == process)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        nanosleep(&(struct timespec){.tv_nsec = COPY_PAUSE}, NULL);
    }
    kill(process, SIGKILL);
    waitpid(process, &status, 0);
    return false;
}

/* Runs a program with the file as its input. It goes on in the background by itself to answer who wants the picture, so
 * it must hold none of our files. */
static bool run_with_input(char *const words[], const char *path)
{
    posix_spawn_file_actions_t files;
    pid_t process;
    if (posix_spawn_file_actions_init(&files) != 0)
        return false;
    bool ready = posix_spawn_file_actions_addopen(&files, 0, path, O_RDONLY, 0) == 0
                 && posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0) == 0
                 && posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0) == 0
                 && posix_spawn_file_actions_addclosefrom_np(&files, 3) == 0;
    bool ran = ready && posix_spawnp(&process, words[0], &files, NULL, words, environ) == 0;
    posix_spawn_file_actions_destroy(&files);
    return ran && ends_well(process);
}

static bool copy_picture(const char *path)
{
    static char *const on_wayland[] = {"wl-copy", "--type", "image/png", NULL};
    static char *const on_x[] = {"xclip", "-selection", "clipboard", "-t", "image/png", "-i", NULL};
    if (getenv("WAYLAND_DISPLAY") && run_with_input(on_wayland, path))
        return true;
    return getenv("DISPLAY") && run_with_input(on_x, path);
}

/* ---- the file ---- */

static SnapshotView view_of(const Viewer *viewer, const Surface *surface, double scale)
{
    SnapshotView view = {
        .width = surface->width, .height = surface->height, .scale = scale, .enlarged = (double)viewer->enlarged,
        .level = viewer->scene.level, .full = viewer->scene.full, .present = viewer->present,
        .zoom = (double)viewer->zoom, .pan_x = (double)viewer->pan_x, .pan_y = (double)viewer->pan_y,
        .left = (double)viewer->shares.left, .words = (double)viewer->shares.words,
        .output = (double)viewer->shares.output, .choices = viewer->scene.choices,
    };
    view.compares = viewer->question.compares && !viewer->question.of_runs;
    view.kept = viewer->question.kept;
    snprintf(view.theme, sizeof view.theme, "%s", viewer->theme->name);
    if (viewer->page)
        view.inside = viewer->page->stage.stop.position;
    return view;
}

/* Beside the program; where nothing can be written there, where one is. */
static bool write_somewhere(const Viewer *viewer, const Surface *surface, const SnapshotCarry *carry, char *path,
                            size_t path_size, char *error, size_t error_size)
{
    const char *stem = viewer->options.snapshot_stem ? viewer->options.snapshot_stem
                       : carry->title ? carry->title : "refarrows";
    snprintf(path, path_size, "%s-step-%" PRIu64 ".png", stem, carry->step);
    if (snapshot_write(path, surface, carry, error, error_size))
        return true;
    const char *slash = strrchr(stem, '/');
    if (!slash)
        return false;
    snprintf(path, path_size, "%s-step-%" PRIu64 ".png", slash + 1, carry->step);
    return snapshot_write(path, surface, carry, error, error_size);
}

void snapshot_save(Viewer *viewer, const Surface *surface, double scale)
{
    char path[4096], error[4200];
    const ViewerOptions *options = &viewer->options;
    char *input = input_box_given(options->worker.input);
    SnapshotCarry carry = {
        .title = options->program_name ? options->program_name : options->file_name,
        .language = options->is_c ? "c" : "python", .source = options->source, .lesson = options->lesson_text,
        .input = input, .step = viewer->page ? viewer->page->stage.stop.position.step : 0,
        .view = view_of(viewer, surface, scale),
    };
    bool saved = write_somewhere(viewer, surface, &carry, path, sizeof path, error, sizeof error);
    if (!saved) {
        snprintf(viewer->notice, sizeof viewer->notice, "%.150s", error);
    } else if (copy_picture(path)) {
        snprintf(viewer->notice, sizeof viewer->notice, "saved and copied %.120s", path);
    } else {
        SDL_SetClipboardText(path);
        snprintf(viewer->notice, sizeof viewer->notice, "saved %.90s; its name is copied (xclip copies pictures)", path);
    }
    free(input);
}
