"""Sounds for the real tests that play into a microphone: read, written, made, and found again in a take."""

import subprocess
import wave

import numpy as np


def read(path, rate):
    """Returns the first channel, full scale 1."""
    with wave.open(str(path)) as file:
        assert file.getframerate() == rate, f"{path}: {file.getframerate()} Hz"
        width = file.getsampwidth()
        data = np.frombuffer(file.readframes(file.getnframes()), np.uint8).reshape(-1, width * file.getnchannels())
    wide = np.zeros((len(data), 4), np.uint8)
    wide[:, 4 - width :] = data[:, :width]
    return wide.view("<i4").ravel() / 2**31


def write(path, samples, rate):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.clip(np.round(samples * 2**15), -(2**15), 2**15 - 1).astype("<i2").tobytes())


def pink(seconds, dbfs, rate, seed):
    """Makes pink noise from 20 Hz on."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(int(seconds * rate)))
    hz = np.fft.rfftfreq(int(seconds * rate), 1 / rate)
    noise = np.fft.irfft(spectrum * np.where(hz > 20, 1 / np.sqrt(np.maximum(hz, 20)), 0))
    return noise * 10 ** (dbfs / 20) / np.sqrt(np.mean(noise**2))


def place(played, take, rate):
    """Returns the correlation of what was played with the take, and the seconds before and after it."""
    if len(take) < len(played):
        return 0.0, 0.0, 0.0
    size = 1 << (len(played) + len(take)).bit_length()
    cross = np.fft.irfft(np.fft.rfft(take, size) * np.conj(np.fft.rfft(played, size)), size)
    lag = int(np.argmax(cross[: len(take) - len(played) + 1]))
    part = take[lag : lag + len(played)]
    norm = np.sqrt(np.dot(played, played) * np.dot(part, part)) + 1e-20
    return float(np.dot(played, part) / norm), lag / rate, (len(take) - lag - len(played)) / rate


def compare(played, recorded):
    """Finds a file that was played in a take: correlation, level in dB, the least correlation of 100 ms, seconds before it."""
    with wave.open(str(played)) as file:
        rate = file.getframerate()
    a, b = read(played, rate), read(recorded, rate)
    assert len(b) >= len(a), f"{recorded}: shorter than what was played"
    correlation, lead, _ = place(a, b, rate)
    lag = round(lead * rate)
    part = b[lag : lag + len(a)]
    level = float(10 * np.log10(np.dot(part, part) / np.dot(a, a)))
    worst, block = 1.0, rate // 10
    loud = np.sqrt(np.mean(a**2)) / 10
    for start in range(0, len(a) - block, block):
        x, y = a[start : start + block], part[start : start + block]
        if np.sqrt(np.mean(x**2)) > loud:
            worst = min(worst, float(np.dot(x, y) / np.sqrt(np.dot(x, x) * np.dot(y, y) + 1e-20)))
    return correlation, level, worst, lead


def play(path):
    """Speaks into the microphone."""
    return subprocess.Popen(["paplay", "-d", "mic", path])
