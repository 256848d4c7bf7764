//! From recordings to a release: select, split, build, verify.
