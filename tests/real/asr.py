"""A recogniser for booth transcribe: pocketsphinx with the English model of its wheel. usage: asr.py LIST

Prints path, tab, text for each 16 kHz 16-bit mono WAV of the list, as soon as it is heard.
"""

import sys
import wave

from pocketsphinx import Decoder

decoder = Decoder(samprate=16000, loglevel="FATAL")
for path in open(sys.argv[1], encoding="utf-8").read().splitlines():
    with wave.open(path) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (16000, 2, 1), path
        samples = file.readframes(file.getnframes())
    decoder.start_utt()
    decoder.process_raw(samples, no_search=False, full_utt=True)
    decoder.end_utt()
    print(path, decoder.hyp().hypstr if decoder.hyp() else "", sep="\t", flush=True)
