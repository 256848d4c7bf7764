//! Lines of `--json`: the version and the type of an object, before its fields. docs/FORMAT.md describes every type.

use serde::Serialize;

/// The version of the lines.
pub const SCHEMA: u32 = 1;

/// A line of a type.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Line<'a, T> {
    schema: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    fields: &'a T,
}

impl<'a, T: Serialize> Line<'a, T> {
    /// Makes the line of type `kind` that has the fields of a struct.
    pub fn new(kind: &'static str, fields: &'a T) -> Self {
        Self { schema: SCHEMA, kind, fields }
    }
}
