//! How a corpus is described to catalogues and archives, and by whom: what only its makers know.
//!
//! It stands in the head of the corpus, so that every description follows from the corpus alone.

use crate::error::{Error, ErrorKind, Result};
use crate::ids::named;
use crate::text::unsafe_line;
use serde::{Deserialize, Serialize};

/// The longest address of a page, in bytes.
const MOST_URL: usize = 2_000;

named! {
    /// A description that is written beside the formats that trainers load.
    Kind {
        /// `CITATION.cff`.
        Citation = "citation",
        /// `croissant.json`.
        Croissant = "croissant",
        /// `datapackage.json`.
        Frictionless = "frictionless",
        /// `mdc/`: what the Mozilla Data Collective takes in.
        Mdc = "mdc",
    }
}

impl Kind {
    /// Returns the description of that name.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when there is none.
    pub fn named(name: &str) -> Result<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == name).ok_or_else(|| {
            let all: Vec<&str> = Self::ALL.iter().map(|kind| kind.id()).collect();
            Error::new(
                ErrorKind::Usage,
                format!("`{}` is not a description; there are: {}", name.escape_debug(), all.join(", ")),
            )
            .with_hint("`booth formats` says what each is for")
        })
    }

    /// Says which facts it cannot be without, in the order in which they are asked for.
    fn needs(self) -> &'static [Fact] {
        match self {
            Self::Citation => &[Fact::Creator, Fact::Version, Fact::Date],
            Self::Croissant => &[Fact::Creator, Fact::Url, Fact::Licence, Fact::Version, Fact::Date],
            Self::Frictionless => &[],
            Self::Mdc => &[Fact::Creator, Fact::Contact, Fact::Licence],
        }
    }
}

/// What a description cannot be without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    Creator,
    Contact,
    Url,
    Licence,
    Version,
    Date,
}

impl Fact {
    /// What it is, and how it is given.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Creator => {
                ("who made the corpus", "--creator NAME, or `name` under [collector] in booth.toml")
            }
            Self::Contact => {
                ("how to reach its makers", "--contact WORDS, or `contact` under [collector] in booth.toml")
            }
            Self::Url => ("the address of its page", "--url ADDRESS, or `url` under [release] in booth.toml"),
            Self::Licence => (
                "its licence",
                "--licence SPDX and --access, or `id` and `access` under [licence] in booth.toml",
            ),
            Self::Version => (
                "its version",
                "--version MAJOR.MINOR.PATCH; booth.toml has none, since every release has its own",
            ),
            Self::Date => (
                "its date",
                "--date YYYY-MM-DD, or SOURCE_DATE_EPOCH; booth.toml has none, since every release has its own",
            ),
        }
    }
}

/// Which descriptions a corpus has, and what they say of its makers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// The descriptions, each once and in their order.
    pub kinds: Vec<Kind>,
    /// Who made the corpus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub creator: Option<String>,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The page of the corpus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What else of a release descriptions go by.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// Whether it has a licence.
    pub licence: bool,
    /// Whether it has a version.
    pub version: bool,
    /// Whether it has a date.
    pub date: bool,
}

impl Description {
    /// Returns a description of the named kinds, each once and in their order.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when one of the names is no description's.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let mut kinds = names.into_iter().map(Kind::named).collect::<Result<Vec<_>>>()?;
        kinds.sort_unstable();
        kinds.dedup();
        Ok(Self { kinds, ..Self::default() })
    }

    /// Checks that each description can be written.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] with what is lacking and where it is said, or what is not allowed.
    pub fn check(&self, named: Named) -> Result<()> {
        let usage = |what: String| Error::new(ErrorKind::Usage, what);
        for (name, words) in [("creator", &self.creator), ("contact", &self.contact)] {
            if let Some(fault) = words.as_deref().and_then(unsafe_line) {
                return Err(usage(format!("the {name} cannot stand in a description: {fault}")));
            }
        }
        if let Some(fault) = self.url.as_deref().and_then(url_fault) {
            return Err(usage(format!("the address of the corpus cannot be used: {fault}"))
                .with_hint("give one such as https://example.org/corpus with --url"));
        }
        if !self.kinds.is_sorted_by(|a, b| a < b) {
            return Err(usage("descriptions are named each once and in their order".to_owned()));
        }
        for kind in &self.kinds {
            for fact in kind.needs() {
                let is_known = match fact {
                    Fact::Creator => self.creator.is_some(),
                    Fact::Contact => self.contact.is_some(),
                    Fact::Url => self.url.is_some(),
                    Fact::Licence => named.licence,
                    Fact::Version => named.version,
                    Fact::Date => named.date,
                };
                if !is_known {
                    let (what, how) = fact.words();
                    return Err(usage(format!("the description `{kind}` needs {what}"))
                        .with_hint(format!("add {how}")));
                }
            }
        }
        Ok(())
    }

    /// Says whether a description is among them.
    pub fn has(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// Says why a text is no address that readers of descriptions take: absolute, of the web, in the characters of RFC 3986.
pub fn url_fault(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest else { return Some("it does not begin with https:// or http://".to_owned()) };
    if rest.split(['/', '?', '#']).next().is_none_or(str::is_empty) {
        return Some("it names no host".to_owned());
    }
    if url.len() > MOST_URL {
        return Some(format!("it has more than {MOST_URL} bytes"));
    }
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    let odd = url.chars().find(|c| !is_allowed(*c))?;
    Some(format!("it has `{}`, which stands in an address only as %XX", odd.escape_debug()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Named = Named { licence: true, version: true, date: true };

    fn full() -> Description {
        Description {
            creator: Some("The Voices".to_owned()),
            contact: Some("voices@example.org".to_owned()),
            url: Some("https://example.org/voices".to_owned()),
            ..Description::of(["mdc", "croissant", "citation", "frictionless", "mdc"]).unwrap()
        }
    }

    #[test]
    fn kinds_are_named_in_any_order_and_others_are_refused() {
        assert_eq!(full().kinds, Kind::ALL);
        let error = Description::of(["croissant", "Croissant"]).unwrap_err();
        assert_eq!(
            error.message(),
            "`Croissant` is not a description; there are: citation, croissant, frictionless, mdc"
        );
        let twice = Description { kinds: vec![Kind::Mdc, Kind::Citation], ..full() };
        assert!(twice.check(ALL).is_err());
    }

    #[test]
    fn what_is_lacking_is_told_with_its_flag_and_its_field() {
        full().check(ALL).unwrap();
        let lacks = |kind: &str, change: fn(&mut Description, &mut Named)| {
            let (mut description, mut named) = (full(), ALL);
            description.kinds = vec![Kind::named(kind).unwrap()];
            change(&mut description, &mut named);
            let error = description.check(named).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Usage);
            format!("{}: {}", error.message(), error.hint().unwrap_or_default())
        };
        for (kind, change, words) in [
            (
                "citation",
                (|d, _| d.creator = None) as fn(&mut Description, &mut Named),
                "add --creator NAME, or `name`",
            ),
            ("citation", |_, n| n.version = false, "add --version"),
            ("citation", |_, n| n.date = false, "SOURCE_DATE_EPOCH"),
            ("croissant", |d, _| d.url = None, "or `url` under [release]"),
            ("croissant", |_, n| n.licence = false, "under [licence]"),
            ("mdc", |d, _| d.contact = None, "or `contact` under [collector]"),
            ("frictionless", |d, _| d.creator = Some("a\nb".to_owned()), "the creator cannot stand"),
            ("frictionless", |d, _| d.url = Some("example.org".to_owned()), "https://"),
        ] {
            let told = lacks(kind, change);
            assert!(told.contains(words), "{told}");
        }
        // A data package is one without any of it.
        let bare = Description::of(["frictionless"]).unwrap();
        bare.check(Named { licence: false, version: false, date: false }).unwrap();
    }

    #[test]
    fn only_addresses_of_the_web_are_taken() {
        for good in ["https://example.org", "http://a.b/c?d=e#f", "https://example.org/%C3%A9"] {
            assert_eq!(url_fault(good), None, "{good}");
        }
        for bad in [
            "",
            "example.org",
            "ftp://a",
            "https://",
            "https:///x",
            "https://a b",
            "https://\u{e9}.fr",
            "https://a\"b",
        ] {
            assert!(url_fault(bad).is_some(), "{bad}");
        }
        assert!(url_fault(&format!("https://{}", "a".repeat(MOST_URL))).is_some());
    }
}
