"""The parts that defects are made of: noise, rooms, edges, codecs. Full scale is 1; the rate is 16 kHz unless said."""

import pathlib
import subprocess
import tempfile

import numpy as np
import soundfile
from scipy import signal

RATE = 16_000


def decibels(power):
    return 10 * np.log10(max(power, 1e-20))


def highpass(x):
    return signal.sosfilt(signal.butter(2, 80, "highpass", fs=RATE, output="sos"), x)


def envelope(x):
    """Power of 20 ms every 10 ms."""
    total = np.concatenate([[0], np.cumsum(x * x)])
    starts = np.arange(0, max(1, len(x) - 319), 160)
    return (total[np.minimum(starts + 320, len(x))] - total[starts]) / 320


def speech_power(x):
    """Mean power of what lies within 25 dB of the loud parts: near the active level of ITU-T P.56."""
    power = envelope(highpass(x))
    return power[power > np.percentile(power, 95) * 10**-2.5].mean()


def speech_edges(x):
    """First and last sample of a clean prompt's speech: within 40 dB of its loud parts, bursts under 30 ms left out."""
    power = envelope(x)
    loud = power > np.percentile(power[power > 10**-7.5], 95) * 1e-4
    loud = signal.medfilt(loud.astype(float), 5) > 0
    places = np.flatnonzero(loud)
    return places[0] * 160, min(len(x), places[-1] * 160 + 320)


def coloured(length, rng, slope=1.0):
    """Noise whose power falls by 3 dB an octave for slope 1."""
    spectrum = np.fft.rfft(rng.standard_normal(length))
    bins = np.maximum(np.arange(len(spectrum)), 1)
    return np.fft.irfft(spectrum / bins ** (slope / 2), length)


def babble(length, rng, pool, talkers=8):
    total = np.zeros(length)
    for _ in range(talkers):
        parts, have = [], 0
        while have < length + RATE:
            x = pool[rng.integers(len(pool))].samples()
            parts.append(x / np.sqrt(np.mean(x * x) + 1e-12))
            have += len(x)
        talk, start = np.concatenate(parts), rng.integers(RATE)
        total += talk[start : start + length]
    return total


def with_noise(x, power, snr_db, noise):
    """Adds noise, both as heard above 80 Hz, so many dB under the power of the speech."""
    noise = highpass(noise)
    return x + noise * np.sqrt(power / 10 ** (snr_db / 10) / np.mean(noise * noise))


def up(x, times):
    return signal.resample_poly(x, times, 1)


def down(x, times):
    return signal.resample_poly(x, 1, times)


def linear(x, times):
    """What a cheap converter does: straight lines between samples."""
    return np.interp(np.arange(times * len(x)) / times, np.arange(len(x)), x)


def full_scale(x):
    return x / np.max(np.abs(x))


def clip(x, over_db):
    return np.clip(full_scale(x) * 10 ** (over_db / 20), -1, 1)


def room(x, rng, t60_s, direct_db):
    """A room: the direct sound, then from 3 ms on an exponential tail, `direct_db` under it in all."""
    length = int(RATE * t60_s)
    tail = rng.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    tail[:48] = 0
    tail *= 10 ** (-direct_db / 20) / np.sqrt(np.sum(tail * tail))
    tail[0] = 1
    wet = signal.fftconvolve(x, tail)[: len(x)]
    return full_scale(wet) * 0.5


def cut_near(x, share):
    """The reading up to the quietest 20 ms within 3 % of a share of its speech."""
    start, end = speech_edges(x)
    middle, reach = start + share * (end - start), 0.03 * (end - start)
    first, last = int((middle - reach) // 160), int((middle + reach) // 160)
    power = envelope(x)[first : last + 1]
    return x[: (first + int(np.argmin(power))) * 160 + 160]


def loud_place(x):
    """A sample in the middle of the loud parts."""
    power = envelope(x)
    places = np.flatnonzero(power > np.percentile(power, 90))
    return int(places[len(places) // 2] * 160 + 160)


def trim_by_level(top_db):
    """What librosa.effects.trim keeps: from the first to the last frame within so many dB of the loudest."""
    def edges(x):
        import librosa

        return librosa.effects.trim(x.astype(np.float32), top_db=top_db)[1]

    return edges


def trim_by_sample(x):
    """What `sox silence 1 0 1%` keeps: from the first to the last sample above 1 % of the greatest."""
    loud = np.flatnonzero(np.abs(x) > 0.01 * np.max(np.abs(x)))
    return loud[0], loud[-1] + 1


def trim_by_chunks(x):
    """What pydub's detect_leading_silence keeps at -50 dBFS: whole chunks of 10 ms."""
    power = np.mean(x[: len(x) // 160 * 160].reshape(-1, 160) ** 2, axis=1)
    loud = np.flatnonzero(power > 1e-5)
    return loud[0] * 160, loud[-1] * 160 + 160


def trim_by_vad(x):
    """What a voice detector (WebRTC's, mode 2) keeps, with one frame of 30 ms at either end."""
    import webrtcvad

    detector, frame = webrtcvad.Vad(2), 480
    integers = to_16_bits(x)
    frames = [integers[at : at + frame].tobytes() for at in range(0, len(x) - frame + 1, frame)]
    spoken = [at for at, one in enumerate(frames) if detector.is_speech(one, RATE)]
    return max(0, spoken[0] - 1) * frame, min(len(frames), spoken[-1] + 2) * frame


TRIMS = {
    "librosa, 60 dB": trim_by_level(60), "librosa, 40 dB": trim_by_level(40), "librosa, 30 dB": trim_by_level(30),
    "chunks above -50 dBFS": trim_by_chunks, "samples above 1 %": trim_by_sample, "voice detector": trim_by_vad,
}


def through(x, rate, encode, decode, ending):
    """Sends samples through a codec's own programs."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        soundfile.write(folder / "in.wav", np.clip(x, -1, 1), rate, subtype="PCM_16")
        names = {"in": folder / "in.wav", "coded": folder / f"coded.{ending}", "out": folder / "out.wav"}
        for command in (encode, decode):
            words = [str(names.get(word, word)) for word in command]
            done = subprocess.run(words, capture_output=True, text=True)
            if done.returncode != 0:
                raise RuntimeError(f"{words[0]}: {done.stderr[-300:]}")
        return soundfile.read(names["out"], dtype="float64")[0]


def opus(x, kbps=32):
    return through(x, RATE, ["opusenc", "--quiet", "--bitrate", kbps, "in", "coded"],
                   ["opusdec", "--quiet", "--rate", RATE, "coded", "out"], "opus")


def mp3(x, kbps=64):
    return through(x, RATE, ["lame", "--silent", "-b", kbps, "in", "coded"],
                   ["lame", "--silent", "--decode", "coded", "out"], "mp3")


def steep(x, rate_from, rate_to):
    """A careful converter, with a steep filter."""
    return through(x, rate_from, ["cp", "in", "coded"], ["sox", "-R", "-D", "coded", "out", "rate", rate_to], "wav")


def to_16_bits(x):
    return np.clip(np.round(x * 32768), -32768, 32767).astype(np.int16)
