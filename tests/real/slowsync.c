/* Makes fsync and fdatasync as slow as SLOW_SYNC_MS says: a memory card, a stick, a busy disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_for_the_disk(void) {
    const char *ms = getenv("SLOW_SYNC_MS");
    long left = ms ? atol(ms) : 0;
    struct timespec time = {left / 1000, left % 1000 * 1000000};
    nanosleep(&time, NULL);
}

int fsync(int file) {
    wait_for_the_disk();
    return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
    wait_for_the_disk();
    return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}
