"""Every kind of audio against ffmpeg: kinds.py BOOTH FOLDER DAMAGED

Oracle of samples and lengths: ffmpeg's decoding of the same file. Where its own trimming is known to be wrong or missing, the
length of what went in (`exact`), as FORMAT has it. Oracle of damage: none but that the program ends, in time and in memory.
"""

import array
import hashlib
import json
import math
import os
import random
import resource
import shutil
import subprocess
import sys

BOOTH, WORK, DAMAGED = sys.argv[1], sys.argv[2], int(sys.argv[3])
BYTES = 1 << 30
SECONDS = 60

# ending, arguments of ffmpeg, what is asked: "same" (every sample), "like" (correlation and length), rates, channels,
# and what the length is held against: ffmpeg's decoding, or "exact", what went in.
RATES = (8000, 16000, 22050, 44100, 48000)
KINDS = [
    ("wav", "-c:a pcm_s16le", "same", RATES, "ffmpeg"),
    ("wav", "-c:a pcm_s24le", "same", RATES, "ffmpeg"),
    ("wav", "-c:a pcm_s32le", "same", RATES, "ffmpeg"),
    ("wav", "-c:a pcm_f32le", "same", RATES, "ffmpeg"),
    ("wav", "-c:a pcm_alaw", "same", RATES, "ffmpeg"),
    ("wav", "-c:a pcm_mulaw", "same", RATES, "ffmpeg"),
    ("wav", "-c:a pcm_u8", "same", RATES, "ffmpeg"),
    ("wav", "-c:a adpcm_ms", "same", RATES, "ffmpeg"),
    ("wav", "-c:a adpcm_ima_wav", "same", RATES, "ffmpeg"),
    ("wav", "-c:a libmp3lame", "like", (16000, 44100), "ffmpeg"),
    ("flac", "-c:a flac", "same", RATES, "ffmpeg"),
    ("flac", "-c:a flac -sample_fmt s32", "same", RATES, "ffmpeg"),
    ("flac", "-c:a flac -metadata title=x -metadata comment=y", "same", (16000,), "ffmpeg"),
    ("ogg", "-c:a flac", "same", (16000, 48000), "ffmpeg"),
    ("ogg", "-c:a libvorbis", "like", (16000, 44100), "exact"),
    ("opus", "-c:a libopus -b:a 16k", "like", (8000, 16000, 48000), "ffmpeg"),
    ("opus", "-c:a libopus -b:a 64k -frame_duration 60", "like", (16000, 48000), "ffmpeg"),
    ("opus", "-c:a libopus -b:a 96k -application lowdelay -frame_duration 2.5", "like", (48000,), "ffmpeg"),
    ("webm", "-c:a libopus -b:a 32k", "like", (16000, 48000), "ffmpeg"),
    ("webm", "-c:a libopus -f webm -live 1", "like", (48000,), "any"),
    ("webm", "-c:a libvorbis", "like", (16000, 44100), "packet"),
    ("mka", "-c:a flac", "same", (16000,), "ffmpeg"),
    ("mka", "-c:a pcm_s16le", "same", (16000,), "ffmpeg"),
    ("m4a", "-c:a aac -b:a 64k", "like", (8000, 16000, 44100, 48000), "ffmpeg"),
    ("m4a", "-c:a aac -movflags +faststart", "like", (44100,), "ffmpeg"),
    ("m4a", "-c:a aac -movflags frag_keyframe+empty_moov", "like", (44100,), "ffmpeg"),
    ("m4a", "-c:a alac", "same", RATES, "ffmpeg"),
    ("m4a", "-c:a alac -sample_fmt s32p", "same", (48000,), "ffmpeg"),
    ("mp4", "-c:a libopus -strict -2", "like", (48000,), "packet"),
    ("mp4", "-c:a flac -strict -2", "same", (16000, 48000), "ffmpeg"),
    ("mov", "-c:a pcm_s16le", "same", (16000,), "ffmpeg"),
    ("3gp", "-c:a aac", "like", (16000,), "ffmpeg"),
    ("aac", "-c:a aac -b:a 64k", "like", (16000, 44100), "ffmpeg"),
    ("aiff", "-c:a pcm_s16be", "same", RATES, "ffmpeg"),
    ("aiff", "-c:a pcm_s24be", "same", (48000,), "ffmpeg"),
    ("aiff", "-c:a pcm_s32be", "same", (48000,), "ffmpeg"),
    ("aiff", "-c:a pcm_s16le", "same", (48000,), "ffmpeg"),
    ("aiff", "-c:a pcm_f32be", "same", (48000,), "ffmpeg"),
    ("aiff", "-c:a pcm_mulaw", "same", (8000,), "ffmpeg"),
    ("caf", "-c:a pcm_s16le", "same", RATES, "ffmpeg"),
    ("caf", "-c:a pcm_s24be", "same", (48000,), "ffmpeg"),
    ("caf", "-c:a pcm_f32le", "same", (48000,), "ffmpeg"),
    ("caf", "-c:a pcm_alaw", "same", (8000,), "ffmpeg"),
    ("caf", "-c:a alac", "same", (44100,), "ffmpeg"),
    ("mp3", "-c:a libmp3lame", "like", (16000, 24000, 44100), "ffmpeg"),
    ("mp2", "-c:a mp2", "like", (16000,), "ffmpeg"),
]
# Files to their arguments: Opus is held against libopus, since ffmpeg's own decoder resamples SILK in another way.
OPUS = {}
# Kinds that are named: ending, arguments, words that must be in the finding.
NAMED = [
    ("wma", "-c:a wmav2", ("Windows Media", "ffmpeg -i")),
    ("au", "-c:a pcm_s16be", ("Sun audio", "ffmpeg -i")),
    ("w64", "-c:a pcm_s16le", ("Wave64", "ffmpeg -i")),
    ("wv", "-c:a wavpack", ("WavPack", "ffmpeg -i")),
    ("tta", "-c:a tta", ("True Audio", "ffmpeg -i")),
    ("ac3", "-c:a ac3", ("Dolby", "ffmpeg -i")),
    ("ogg", "-c:a libspeex -ar 16000 -ac 1", ("Speex", "ffmpeg -i")),
    ("wav", "-c:a libgsm_ms -ar 8000 -ac 1", ("GSM", "ffmpeg -i")),
    ("avi", "-c:a pcm_s16le", ("AVI", "ffmpeg -i")),
    ("mov", "-c:a pcm_s24be", ("more than 16 bits", "ffmpeg -i")),
    ("mov", "-c:a pcm_alaw", ("holds no audio that can be decoded", "ffmpeg -i")),
    ("wav", "-c:a adpcm_yamaha", ("ADPCM", "ffmpeg -i")),
    ("voc", "-c:a pcm_u8", ("Creative Voice", "ffmpeg -i")),
]
MADE = [
    ("amr", b"#!AMR\n" + bytes(range(256)), ("AMR", "ffmpeg -i")),
    ("sph", b"NIST_1A\n   1024\nsample_rate -i 16000\nend_head\n".ljust(1024) + bytes(2000), ("SPHERE", "sph2pipe")),
    ("wav", b"NIST_1A\n   1024\nsample_rate -i 16000\nend_head\n".ljust(1024) + bytes(2000), ("SPHERE", "sph2pipe")),
    ("wav", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n", ("Git LFS", "git lfs pull")),
    ("mp3", b"<!DOCTYPE html><html><body>404 Not Found</body></html>", ("page of the web",)),
    ("mp3", b"%PDF-1.4\n" + bytes(300), ("PDF",)),
    ("wav", bytes(5000), ("zeros",)),
    ("raw", bytes(range(256)) * 20, ("raw samples", "-f s16le")),
    ("gsm", bytes(range(7, 250)) * 20, ("without a header", "-f FORMAT")),
    ("opus", bytes(range(1, 200)) * 20, ("not an audio file of a known kind",)),
]


def sound(path, rate, channels, frames, seed):
    """Writes a WAV of 24 bits: noise in bursts, like speech in level and band, other on each side."""
    rng = random.Random(seed)
    low, values = [0.0] * channels, array.array("i")
    for n in range(frames):
        t = n / rate
        burst = 0.05 + 0.4 * max(0.0, math.sin(2 * math.pi * 2.7 * t)) ** 2
        for c in range(channels):
            low[c] += 0.3 * (rng.uniform(-1, 1) - low[c])
            tone = math.sin(2 * math.pi * (170 + 40 * c) * t) + 0.4 * math.sin(2 * math.pi * 900 * t)
            values.append(int(8388607 * burst * (0.5 * low[c] + 0.4 * tone)))
    data = b"".join((value & 0xFFFFFF).to_bytes(3, "little") for value in values)
    head = b"RIFF" + (36 + len(data) + len(data) % 2).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    head += (1).to_bytes(2, "little") + channels.to_bytes(2, "little") + rate.to_bytes(4, "little")
    head += (rate * channels * 3).to_bytes(4, "little") + (channels * 3).to_bytes(2, "little") + (24).to_bytes(2, "little")
    with open(path, "wb") as out:
        out.write(head + b"data" + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2))


def ffmpeg(*arguments):
    return subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], capture_output=True, check=False)


def decoded(path):
    return array.array("d", ffmpeg(*(["-c:a", "libopus"] if path.endswith((".opus", ".webm")) and "libopus" in OPUS.get(path, "") else []), "-i", path, "-f", "f64le", "-").stdout)


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def imported(folder, into, limit=False):
    """Imports a folder of pairs; returns the run and the findings by stem."""
    run = subprocess.run(
        [BOOTH, "import", "--layout", "pairs", folder, "--locale", "en-US", "--into", into, "--speaker", "p1",
         "--consent-statement", "Signed forms lie in folder 7.", "--json"],
        capture_output=True, text=True, timeout=SECONDS * 5, preexec_fn=limited if limit else None, check=False)
    findings = {}
    for line in run.stdout.splitlines():
        row = json.loads(line)
        if row.get("type") == "finding":
            findings.setdefault(os.path.basename(row["path"]).split(".")[0], []).append(row["message"])
    return run, findings


def published(into):
    """Where the take of each source lies, by the digest of the source."""
    found = {}
    for root, _, names in os.walk(into):
        if "takes.jsonl" not in names:
            continue
        with open(os.path.join(root, "takes.jsonl"), encoding="utf-8") as journal:
            for row in map(json.loads, journal):
                if row.get("event") == "take":
                    found[row["origin"]["sha256"]] = os.path.join(root, row["file"])
    return found


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def compare(ours, theirs):
    """Correlation and greatest difference over what both have."""
    count = min(len(ours), len(theirs))
    if count == 0:
        return 0.0, 1.0
    product = left = right = 0.0
    greatest = 0.0
    for a, b in zip(ours, theirs):
        product += a * b
        left += a * a
        right += b * b
        greatest = max(greatest, abs(a - b))
    return product / math.sqrt(left * right) if left * right > 0 else 1.0, greatest


def kinds():
    folder, into = os.path.join(WORK, "kinds"), os.path.join(WORK, "kinds-rec")
    os.mkdir(folder)
    cases = []
    for number, (ending, arguments, asked, rates, length) in enumerate(KINDS):
        for turn, rate in enumerate(rates):
            channels = 1 + (number + turn) % 2
            source = os.path.join(WORK, f"{rate}-{channels}.wav")
            if not os.path.exists(source):
                sound(source, rate, channels, 6001 + rate // 4, rate + channels)
            stem = f"k{number}x{rate}"
            path = os.path.join(folder, f"{stem}.{ending}")
            made = ffmpeg("-i", source, *arguments.split(), path)
            assert made.returncode == 0, (path, arguments, made.stderr)
            with open(os.path.join(folder, f"{stem}.txt"), "w", encoding="utf-8") as text:
                text.write(f"This is clip {number} at {rate}.")
            OPUS[path] = arguments
            cases.append((stem, ending, arguments, asked, rate, channels, length, path))
    run, findings = imported(folder, into)
    wavs = published(into)
    bad = []
    print(f"{'kind':58} {'rate':>5} ch {'ffmpeg':>6} {'ours':>6} correlation  greatest")
    for stem, ending, arguments, asked, rate, channels, length, path in cases:
        theirs = decoded(path)
        label = f"{ending} {arguments}"[:58]
        wav = wavs.get(digest(path))
        if wav is None:
            bad.append(f"{label} at {rate}: not imported: {findings.get(stem)}")
            continue
        ours = decoded(wav)
        correlation, greatest = compare(ours, theirs)
        print(f"{label:58} {rate:5} {channels:2} {len(theirs) // channels:6} {len(ours) // channels:6} {correlation:11.7f} {greatest:9.1e}")
        wanted = len(theirs)
        if length == "exact":
            wanted = (6001 + rate // 4) * channels
        slack = {"packet": 2400 * channels, "any": 2400 * channels}.get(length, 0)
        if abs(len(ours) - wanted) > slack:
            bad.append(f"{label} at {rate}: {len(ours)} samples, not {wanted}")
        if asked == "same" and greatest != 0.0:
            bad.append(f"{label} at {rate}: samples differ by {greatest}")
        # Opus is decoded in fixed point, 16 bits; MP3 and AAC by other mathematics of the same standard.
        if asked == "like" and correlation < 0.9999:
            bad.append(f"{label} at {rate}: correlation {correlation}")
    assert run.returncode in (0, 3), run.stderr
    return bad


def named():
    folder, into = os.path.join(WORK, "named"), os.path.join(WORK, "named-rec")
    os.mkdir(folder)
    source = os.path.join(WORK, "16000-1.wav")
    wanted = {}
    for number, (ending, content, words) in enumerate(NAMED + MADE):
        stem = f"n{number}"
        path = os.path.join(folder, f"{stem}.{ending}")
        if isinstance(content, str):
            made = ffmpeg("-i", source, *content.split(), path)
            assert made.returncode == 0, (path, made.stderr)
        else:
            with open(path, "wb") as out:
                out.write(content)
        with open(os.path.join(folder, f"{stem}.txt"), "w", encoding="utf-8") as text:
            text.write(f"This is file {number}.")
        wanted[stem] = (path, words)
    run, findings = imported(folder, into)
    bad = []
    if run.returncode != 3 or json.loads(run.stdout.splitlines()[-1])["failed"] != len(wanted):
        bad.append(f"named kinds: exit {run.returncode}, {run.stdout.splitlines()[-1]}")
    check = subprocess.run([BOOTH, "check", folder, "--json"], capture_output=True, text=True, check=False)
    checked = {os.path.basename(row["path"]).split(".")[0]: row for row in map(json.loads, check.stdout.splitlines()) if row.get("type") == "take"}
    for stem, (path, words) in wanted.items():
        said = " ".join(findings.get(stem, []))
        bad += [f"{path}: no {word!r} in {said!r}" for word in words if word not in said]
        reason = checked.get(stem, {}).get("measurements", {}).get("unmeasured", {}).get("audio", "")
        bad += [f"check {path}: no {word!r} in {reason!r}" for word in words if word not in reason]
    return bad


def damaged():
    """Files of every kind, damaged at random places, cut, or with parts twice: an import ends, in time and in memory."""
    rng = random.Random(7)
    whole = sorted(os.path.join(WORK, "kinds", name) for name in os.listdir(os.path.join(WORK, "kinds")) if not name.endswith(".txt"))
    folder, into = os.path.join(WORK, "damaged"), os.path.join(WORK, "damaged-rec")
    os.mkdir(folder)
    for number in range(DAMAGED):
        path = whole[number % len(whole)]
        with open(path, "rb") as file:
            data = bytearray(file.read())
        kind = rng.randrange(5)
        if kind == 0:
            data = data[: rng.randrange(1, len(data))]
        elif kind == 1:
            at = rng.randrange(len(data))
            data[at:at] = data[max(0, at - rng.randrange(1, 4000)) : at]
        else:
            span = 300 if kind < 4 else len(data)
            for _ in range(rng.randrange(1, 12)):
                data[rng.randrange(min(span, len(data)))] = rng.choice((0, 255, 127, 128, rng.randrange(256)))
        stem = os.path.join(folder, f"d{number}")
        with open(stem + "." + path.rsplit(".", 1)[1], "wb") as out:
            out.write(data)
        with open(stem + ".txt", "w", encoding="utf-8") as text:
            text.write(f"This is file {number}.")
    bad = []
    for what, run in (("import", imported(folder, into, limit=True)[0]),
                      ("check", subprocess.run([BOOTH, "check", folder, "--json", "--threads", "1"], capture_output=True, text=True, timeout=SECONDS * 5, preexec_fn=limited, check=False))):
        if run.returncode not in (0, 1, 3) or "panicked" in run.stderr:
            bad.append(f"damaged files: {what} ends with {run.returncode}: {run.stderr[:600]}")
    if not bad:
        shutil.rmtree(folder)
    return bad


if __name__ == "__main__":
    faults = kinds() + named() + damaged()
    print(*faults, sep="\n")
    sys.exit(1 if faults else 0)
