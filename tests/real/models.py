"""What ONNX Runtime makes of the same files with the same models. usage: models.py VAD MOS OUTPUT-OF-THE-EXAMPLE

The front ends are those of the packages silero-vad and speechmos, written again from their description in numpy.
"""

import json
import sys
import wave

import numpy as np
import onnxruntime

options = onnxruntime.SessionOptions()
options.log_severity_level = 3
vad, mos = (onnxruntime.InferenceSession(path, options) for path in sys.argv[1:3])


def probabilities(samples):
    frames = np.pad(samples, (0, -len(samples) % 512)).reshape(-1, 512)
    context = np.vstack([np.zeros((1, 64), "f4"), frames[:-1, -64:]])
    state = np.zeros((1, 1, 128), "f4")
    return vad.run(["speech_probs"], {"input": np.hstack([context, frames]), "h": state, "c": state})[0]


def overall(samples):
    while len(samples) < 144160:
        samples = np.append(samples, samples)
    scores = []
    for hop in range(int(np.floor(len(samples) / 16000) - 9.01) + 1):
        window = samples[hop * 16000 : hop * 16000 + 144160]
        if len(window) == 144160:
            scores.append(np.poly1d([-0.06766283, 1.11546468, 0.04602535])(mos.run(None, {"input_1": window[None]})[0][0][2]))
    return np.mean(scores)


worst = [0.0, 0.0]
count = 0
for line in map(json.loads, open(sys.argv[3])):
    with wave.open(line["path"]) as file:
        assert file.getframerate() == 16000 and file.getnchannels() == 1
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype("f4") / np.float32(32768)
    mine = np.array(line["probabilities"])
    theirs = probabilities(samples)
    assert mine.shape == theirs.shape, (line["path"], mine.shape, theirs.shape)
    worst = [max(worst[0], np.abs(mine - theirs).max()), max(worst[1], abs(line["overall"] - overall(samples)))]
    count += 1
print(f"models: {count} files, greatest difference from ONNX Runtime: {worst[0]:.1e} of a probability, {worst[1]:.1e} of a score")
assert count >= 5 and max(worst) < 1e-3, worst
