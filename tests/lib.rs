//! Integration tests that drive the real program.
