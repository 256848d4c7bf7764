//! The sounds and pictures that the prompts of a sheet name: are they there, and what they are.

use super::lints::{self, Findings, piece};
use super::media::{MAX_MEDIA_BYTES, MEDIA, Media};
use super::model::Prompt;
use super::source::SheetSource;
use crate::digest::Sha256;
use crate::error::Result;
use std::collections::BTreeMap;

/// The files of a sheet that its prompts name, each with its digest.
pub(super) type Digests = BTreeMap<Media, Sha256>;

/// Reads the files that prompts name; adds a finding for each that is not there, too large, or not what it says, at the first
/// prompt that names it.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when one cannot be read.
pub(super) fn digests(
    source: &SheetSource,
    prompts: &[Prompt],
    findings: &mut Findings<'_>,
) -> Result<Digests> {
    let mut found = Digests::new();
    for prompt in prompts {
        let Some(media) = prompt.media.as_ref().filter(|media| !found.contains_key(*media)) else { continue };
        let mut add = |lint, message: String| findings.add(lint, prompt.line, 1, message);
        let Some(bytes) = source.media(&media.name, MAX_MEDIA_BYTES)? else {
            add(
                &lints::MISSING_MEDIA,
                format!("there is no file `{MEDIA}/{}` in the sheet", piece(&media.name)),
            );
            continue;
        };
        if bytes.len() > MAX_MEDIA_BYTES {
            let message = format!("`{MEDIA}/{}` has more than {MAX_MEDIA_BYTES} bytes", media.name);
            add(&lints::MEDIA_TOO_LARGE, message);
        } else if !is_what_it_says(media, &bytes) {
            add(&lints::BAD_MEDIA, format!("`{MEDIA}/{}` is not what its name says", media.name));
        }
        found.insert(media.clone(), Sha256::of(&bytes));
    }
    Ok(found)
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

/// Returns the digest of a locale: that of its file, and, where prompts name files, over it that of each with its name.
pub(super) fn sheet_sha256(tsv: &[u8], digests: &Digests) -> Sha256 {
    if digests.is_empty() {
        return Sha256::of(tsv);
    }
    let mut text = format!("{}  tsv\n", Sha256::of(tsv));
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
