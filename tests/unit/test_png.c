/* PNG files: what is written is read back, and a failure leaves nothing behind. */
#include "draw/png.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char directory[] = "/tmp/refarrows-png-XXXXXX";

static int make_directory(void **state)
{
    return mkdtemp(directory) ? 0 : -1;
}

static int remove_directory(void **state)
{
    return rmdir(directory);
}

static const char *in_directory(char *path, size_t size, const char *name)
{
    snprintf(path, size, "%s/%s", directory, name);
    return path;
}

static int files_in(const char *path)
{
    int count = 0;
    DIR *listing = opendir(path);
    assert_non_null(listing);
    for (struct dirent *entry; (entry = readdir(listing));)
        count += entry->d_name[0] != '.';
    closedir(listing);
    return count;
}

static Surface gradient(int width, int height)
{
    Surface surface;
    assert_true(surface_init(&surface, width, height));
    for (int i = 0; i < width * height; i++)
        surface.pixels[i] = 0xFF000000 | (uint32_t)i * 2654435761u >> 8;
    return surface;
}

static void pictures_come_back(void **state)
{
    char path[200], error[500];
    in_directory(path, sizeof path, "a.png");
    Surface surface = gradient(37, 21), back;
    assert_true(png_write(path, &surface, NULL, 0, error, sizeof error));
    assert_true(png_read(path, &back, error, sizeof error));
    assert_int_equal(back.width, 37);
    assert_int_equal(back.height, 21);
    assert_memory_equal(back.pixels, surface.pixels, 37 * 21 * 4);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(files_in(directory), 1);
    unlink(path);
    surface_finish(&surface);
    surface_finish(&back);
}

static void texts_come_back(void **state)
{
    const PngText texts[] = {{"refarrows", "{\"step\":3}"}, {"Source", "x = \"λ ∞ é\"\nprint(x)\n"}, {"Empty", ""}};
    char path[200], error[500];
    in_directory(path, sizeof path, "b.png");
    Surface surface = gradient(5, 5);
    assert_true(png_write(path, &surface, texts, 3, error, sizeof error));
    for (int i = 0; i < 3; i++) {
        char *value = png_read_text(path, texts[i].keyword, error, sizeof error);
        assert_non_null(value);
        assert_string_equal(value, texts[i].value);
        free(value);
    }
    assert_null(png_read_text(path, "Author", error, sizeof error));
    assert_non_null(strstr(error, "Author"));
    unlink(path);
    surface_finish(&surface);
}

static void failures_leave_nothing(void **state)
{
    char path[200], error[500] = "";
    Surface surface = gradient(5, 5);
    assert_false(png_write("/nonexistent/a.png", &surface, NULL, 0, error, sizeof error));
    assert_string_equal(error, "cannot write /nonexistent/a.png: No such file or directory");
    assert_false(png_write(directory, &surface, NULL, 0, error, sizeof error));
    assert_false(png_write("/dev/full", &surface, NULL, 0, error, sizeof error));
    assert_non_null(strstr(error, "No space left"));
    in_directory(path, sizeof path, "sub/a.png");
    assert_false(png_write(path, &surface, NULL, 0, error, sizeof error));
    assert_int_equal(files_in(directory), 0);
    assert_true(png_write("/dev/null", &surface, NULL, 0, error, sizeof error));
    surface_finish(&surface);
}

static void write_bytes(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* Cut at every length, a file is refused or read, never more. */
static void damaged_files_are_refused(void **state)
{
    char path[200], error[500];
    const PngText text = {"Source", "pass"};
    in_directory(path, sizeof path, "c.png");
    Surface surface = gradient(9, 9), back;
    unsigned char *bytes;
    size_t length;
    assert_true(png_encode(&surface, &text, 1, &bytes, &length, error, sizeof error));
    for (size_t cut = 0; cut < length; cut++) {
        write_bytes(path, bytes, cut);
        assert_false(cut < length - 12 && png_read(path, &back, error, sizeof error));
        free(png_read_text(path, "Source", error, sizeof error));
    }
    assert_null(png_read_text("/nonexistent", "Source", error, sizeof error));
    assert_null(png_read_text(directory, "Source", error, sizeof error));
    unlink(path);
    free(bytes);
    surface_finish(&surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_come_back), cmocka_unit_test(texts_come_back),
        cmocka_unit_test(failures_leave_nothing), cmocka_unit_test(damaged_files_are_refused),
    };
    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
