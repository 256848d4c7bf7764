"""All checks of PyPI audio-data-quality-toolkit over a folder. usage: adqt_check.py CLIPS OUT WORKERS"""

import sys

from audio_qa.pipeline import check_directory, save_report

if __name__ == "__main__":
    save_report(check_directory(sys.argv[1], workers=int(sys.argv[3])), f"{sys.argv[2]}/report.json")
