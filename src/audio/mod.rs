//! Samples in and out: WAV and other files, resampling, capture and playback.
