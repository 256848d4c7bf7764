//! One assessment of a take, whoever asks: measurements, what models say, and the verdict.

pub(crate) mod assessor;
pub(crate) mod measure;
pub(crate) mod opinion;
pub(crate) mod sound;
