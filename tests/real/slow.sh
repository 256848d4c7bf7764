#!/usr/bin/env bash
# A sitting on slow storage. SLOW=long reads twenty takes at each delay, forty without one; "make test" three at the longest.
. "$(dirname "$0")/lib.sh"

prompt=agent-loginok
mkdir -p "$work/sheet" "$work/speech" "$work/run"
sed '/^\[instructions\]/,$d' "$root/prompts/assistant/sheet.toml" | sed 's/^max_words.*/max_words = 60/' >"$work/sheet/sheet.toml"
printf 'id\ttext\n%s\tAgent logged in.\n' $prompt >"$work/sheet/en-US.tsv"
sox "/usr/share/asterisk/sounds/en_US_f_Allison/$prompt.wav" -b 16 -r 48000 "$work/speech/$prompt.wav" gain -3
cat >"$work/shim.c" <<'END'
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>
static int slow(long call, int file) {
    const char *ms = getenv("SLOW_MS");
    usleep(1000 * (ms ? atoi(ms) : 0));
    return syscall(call, file);
}
int fsync(int file) { return slow(SYS_fsync, file); }
int fdatasync(int file) { return slow(SYS_fdatasync, file); }
END
cc -shared -fPIC -O1 -o "$work/shim.so" "$work/shim.c"
run() {
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/slow.py" "$booth" "$work/sheet" "$work/speech" \
        "$work/run" "$work/shim.so" "$@" || fail "slow storage"
}
if [ "${SLOW:-}" = long ]; then
    run 40 0
    run 20 100 300 600
else
    run 3 600
fi
