//! One session on disk: its record, its journal, its takes; written, read, and put in order after a crash.

pub mod fault;
pub mod journal;
pub mod pcm;
pub mod record;
pub mod recover;
pub mod take;
pub mod view;
pub mod writer;
