"""Prints how many seconds of sound soxr VHQ converts in a second of one core: float32, clips of 2.78 s to 16 kHz."""

import time

import numpy
import soxr

for rate in (48_000, 44_100):
    frames = int(2.78 * rate)
    clip = numpy.sin(2 * numpy.pi * 997 / rate * numpy.arange(frames)).astype("float32")
    soxr.resample(clip, rate, 16_000, quality="VHQ")
    best = float("inf")
    for _ in range(5):
        started = time.thread_time()
        for _ in range(300):
            soxr.resample(clip, rate, 16_000, quality="VHQ")
        best = min(best, (time.thread_time() - started) / 300)
    print(rate, 2.78 / best)
