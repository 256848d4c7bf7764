//! Lines of `--json`: the version and the type of an object, before its fields. docs/FORMAT.md describes every type.

use crate::error::Error;
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

/// No fields besides the version and the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bare {}

/// The fields of the error that ends a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ErrorRow<'a> {
    /// The exit code.
    pub exit: u8,
    /// What was given and what is allowed.
    pub message: &'a str,
    /// The file or folder that it is about.
    pub path: Option<String>,
    /// The line inside it, from 1.
    pub line: Option<u64>,
    /// The column, from 1.
    pub column: Option<u64>,
    /// What to do next.
    pub hint: Option<&'a str>,
}

impl<'a> ErrorRow<'a> {
    /// Returns the fields of an error that ends a run with this exit code.
    pub fn of(error: &'a Error, exit: u8) -> Self {
        Self {
            exit,
            message: error.message(),
            path: error.path().map(|path| path.display().to_string()),
            line: error.line(),
            column: error.column(),
            hint: error.hint(),
        }
    }
}
