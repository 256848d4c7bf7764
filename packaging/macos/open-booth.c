/* What a click on Booth.app starts: the program beside it, in the home folder, since the Finder starts it in the root. A program of
   its own and no script, which cannot be signed as the main program of a bundle. */

#include <libgen.h>
#include <limits.h>
#include <mach-o/dyld.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void) {
    char own[PATH_MAX], whole[PATH_MAX], booth[PATH_MAX];
    uint32_t size = sizeof own;
    const char *home = getenv("HOME");
    if (_NSGetExecutablePath(own, &size) != 0 || realpath(own, whole) == NULL) {
        fputs("Booth.app does not know where it is\n", stderr);
        return 3;
    }
    if (snprintf(booth, sizeof booth, "%s/booth", dirname(whole)) >= (int)sizeof booth) {
        fputs("the path of Booth.app is too long\n", stderr);
        return 3;
    }
    if (home == NULL || chdir(home) != 0) {
        perror("the home folder");
        return 3;
    }
    execl(booth, "booth", "studio", (char *)NULL);
    perror(booth);
    return 3;
}
