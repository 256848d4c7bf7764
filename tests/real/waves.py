"""What was played against what was recorded, for the tests of real capture."""

import wave

import numpy as np


def read(path):
    with wave.open(str(path)) as file:
        rate, width, channels = file.getframerate(), file.getsampwidth(), file.getnchannels()
        data = np.frombuffer(file.readframes(file.getnframes()), np.uint8).reshape(-1, width)
    if width == 2:
        samples = data.copy().view("<i2").ravel() / 2**15
    else:
        wide = np.zeros((len(data), 4), np.uint8)
        wide[:, 1:] = data
        samples = wide.view("<i4").ravel() / 2**31
    return rate, samples.reshape(-1, channels)[:, 0].astype(float)


def compare(played, recorded):
    """Finds what was played in a recording: correlation, level in dB, the least correlation of 100 ms, and where it begins in s."""
    rate, a = read(played)
    got, b = read(recorded)
    assert rate == got, f"{recorded}: {got} Hz in place of {rate}"
    size = 1 << (len(a) + len(b)).bit_length()
    spectrum = np.fft.rfft(b, size) * np.conj(np.fft.rfft(a, size))
    cross = np.fft.irfft(spectrum, size)[: len(b) - len(a) + 1]
    assert len(cross), f"{recorded}: shorter than what was played"
    lag = int(np.argmax(cross))
    part = b[lag : lag + len(a)]
    correlation = float(np.dot(a, part) / np.sqrt(np.dot(a, a) * np.dot(part, part)))
    level = float(10 * np.log10(np.dot(part, part) / np.dot(a, a)))
    worst, block = 1.0, rate // 10
    loud = np.sqrt(np.mean(a**2)) / 10
    for start in range(0, len(a) - block, block):
        x, y = a[start : start + block], part[start : start + block]
        if np.sqrt(np.mean(x**2)) > loud:
            worst = min(worst, float(np.dot(x, y) / np.sqrt(np.dot(x, x) * np.dot(y, y) + 1e-20)))
    return correlation, level, worst, lag / rate
