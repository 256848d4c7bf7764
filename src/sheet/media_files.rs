//! The sounds and pictures that the prompts of a sheet name: are they there, and what they are.

use super::lints::{self, Findings, Lint};
use super::media::{MAX_MEDIA_BYTES, MEDIA, Media};
use super::prompts::LocalePrompts;
use super::source::{SheetSource, VALUES};
use crate::digest::Sha256;
use crate::error;
use std::collections::BTreeMap;

/// The files that prompts of one locale name, each with its digest.
pub(super) type Digests = BTreeMap<Media, Sha256>;

/// What is wrong with a file: the lint, and what it says.
type Fault = (&'static Lint, String);

/// The sounds and pictures of a sheet; each is read once, however many locales name it.
pub(super) struct MediaFiles<'a> {
    source: &'a SheetSource,
    known: BTreeMap<Media, Result<Sha256, Fault>>,
}

impl<'a> MediaFiles<'a> {
    /// Those of a sheet, none of which is read so far.
    pub(super) fn of(source: &'a SheetSource) -> Self {
        Self { source, known: BTreeMap::new() }
    }

    /// Returns the digests of those that prompts name; adds a finding for each that is not there, too large, or not what it
    /// says, at the first prompt that names it.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when one cannot be read.
    pub(super) fn digests(
        &mut self,
        read: &LocalePrompts,
        findings: &mut Findings<'_>,
    ) -> error::Result<Digests> {
        let mut named: BTreeMap<&Media, u64> = BTreeMap::new();
        let of_prompts = read.prompts.iter().map(|prompt| (&prompt.media, prompt.line));
        let of_templates = read.templates.iter().map(|template| (&template.media, template.line));
        for (media, line) in of_prompts.chain(of_templates) {
            if let Some(media) = media {
                named.entry(media).or_insert(line);
            }
        }
        let mut digests = Digests::new();
        for (media, line) in named {
            if !self.known.contains_key(media) {
                self.known.insert(media.clone(), digest(self.source, media)?);
            }
            match &self.known[media] {
                Ok(digest) => drop(digests.insert(media.clone(), *digest)),
                Err((lint, message)) => findings.add(lint, line, 1, message.clone()),
            }
        }
        Ok(digests)
    }
}

fn digest(source: &SheetSource, media: &Media) -> error::Result<Result<Sha256, Fault>> {
    let name = format!("{MEDIA}/{}", media.name);
    let Some(bytes) = source.media(media, MAX_MEDIA_BYTES)? else {
        return Ok(Err((&lints::MISSING_MEDIA, format!("there is no file `{name}` in the sheet"))));
    };
    Ok(if bytes.len() > MAX_MEDIA_BYTES {
        Err((&lints::MEDIA_TOO_LARGE, format!("`{name}` has more than {MAX_MEDIA_BYTES} bytes")))
    } else if !is_what_it_says(media, &bytes) {
        Err((&lints::BAD_MEDIA, format!("`{name}` is not what its name says")))
    } else {
        Ok(Sha256::of(&bytes))
    })
}

/// Whether a file begins as its kind does.
fn is_what_it_says(media: &Media, bytes: &[u8]) -> bool {
    match media.content_type() {
        "audio/wav" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WAVE"),
        "image/png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "image/jpeg" => bytes.starts_with(b"\xff\xd8\xff"),
        _ => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
    }
}

/// Returns the digest of a locale: that of its file, and, where it has values or prompts name files, over it that of each with its name.
pub(super) fn sheet_sha256(tsv: &[u8], values: Option<Sha256>, digests: &Digests) -> Sha256 {
    if digests.is_empty() && values.is_none() {
        return Sha256::of(tsv);
    }
    let mut text = format!("{}  tsv\n", Sha256::of(tsv));
    if let Some(digest) = values {
        text.push_str(&format!("{digest}  {VALUES}\n"));
    }
    for (media, digest) in digests {
        text.push_str(&format!("{digest}  {MEDIA}/{}\n", media.name));
    }
    Sha256::of(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fsio;
    use crate::sheet::MediaKind;
    use crate::sheet::{lint, load};
    use std::path::Path;

    const HEAD: &str = "id = 'demo'\nversion = '1.0.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'ours'\nsample = true\n";
    const TERMS: &str = "[media]\nlicence = 'CC-BY-4.0'\nsource = 'drawn for this test'\n";
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and more";

    /// A sheet with one prompt that names `cat.png`.
    fn sheet(dir: &Path, terms: &str, png: Option<&[u8]>) -> SheetSource {
        fsio::create_dir_all(&dir.join(MEDIA)).unwrap();
        fsio::write_new(&dir.join("sheet.toml"), format!("{HEAD}{terms}").as_bytes()).unwrap();
        let tsv = b"id\ttext\tmedia\na\tThe cat sleeps.\tcat.png\nb\tThe dog barks.\t\n";
        fsio::write_new(&dir.join("en-US.tsv"), tsv).unwrap();
        if let Some(png) = png {
            fsio::write_new(&dir.join("media/cat.png"), png).unwrap();
        }
        SheetSource::from(dir)
    }

    fn rejects(source: &SheetSource) -> Vec<&'static str> {
        let report = lint(source).unwrap();
        let is_reject = |finding: &&lints::LintFinding| finding.severity == crate::severity::Severity::Reject;
        report.findings.iter().filter(is_reject).map(|finding| finding.id).collect()
    }

    #[test]
    fn a_file_is_there_licensed_and_what_it_says_or_the_sheet_is_not_read() {
        let large = [PNG, &vec![0; MAX_MEDIA_BYTES]].concat();
        for (terms, png, expected) in [
            (TERMS, Some(PNG), None),
            ("", Some(PNG), Some("media-without-licence")),
            (TERMS, None, Some("missing-media")),
            (TERMS, Some(&b"GIF89a"[..]), Some("bad-media")),
            (TERMS, Some(&large[..]), Some("media-too-large")),
        ] {
            let work = tempfile::tempdir().unwrap();
            let source = sheet(&work.path().join("demo"), terms, png);
            assert_eq!(rejects(&source), expected.into_iter().collect::<Vec<_>>());
            assert_eq!(load(&source, &"en-US".parse().unwrap()).is_ok(), expected.is_none());
        }
    }

    /// Oracle: `sha256sum` of the lines of FORMAT.md.
    #[test]
    fn the_digest_of_a_sheet_covers_what_its_prompts_name() {
        let work = tempfile::tempdir().unwrap();
        let source = sheet(&work.path().join("demo"), TERMS, Some(PNG));
        let loaded = load(&source, &"en-US".parse().unwrap()).unwrap();
        let media = loaded.prompts[0].media.clone().unwrap();
        assert_eq!((media.kind, media.content_type()), (MediaKind::Picture, "image/png"));
        assert!(loaded.prompts[1].media.is_none());
        assert_eq!(source.media_path(&media).unwrap(), work.path().join("demo/media/cat.png"));
        let tsv = std::fs::read(work.path().join("demo/en-US.tsv")).unwrap();
        let lines = format!("{}  tsv\n{}  media/cat.png\n", Sha256::of(tsv), Sha256::of(PNG));
        assert_eq!(loaded.sha256, Sha256::of(lines));
    }
}
