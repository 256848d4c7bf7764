//! One assessment of a take, whoever asks: measurements, what models say, and the verdict.

pub mod assessor;
pub mod measure;
pub mod opinion;
