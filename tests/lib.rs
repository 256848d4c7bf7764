//! Integration tests. Those under `program` drive the real binary, each in a folder of its own, and compare its exit
//! code and its words; the others hold the promises of the repository itself.

mod architecture;
mod program;
