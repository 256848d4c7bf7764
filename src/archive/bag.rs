//! Bags (`BagIt` 1.0, RFC 8493): a corpus in the folder `data` of another, with lists of digests around it for archives.
//!
//! All files of the bag follow from the corpus: who has it can make them again, which is how they are proved.

use crate::archive::checksums;
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, Result};
use crate::fsio;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

/// The folder with the corpus.
pub const DATA: &str = "data";

/// The file that says that this is a bag.
pub const DECLARATION: &str = "bagit.txt";

/// What [`DECLARATION`] holds.
pub const DECLARED: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// What is said of the bag.
pub const INFO: &str = "bag-info.txt";

/// The digests of the files of the corpus.
pub const MANIFEST: &str = "manifest-sha256.txt";

/// The digests of the files of the bag before it.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

/// The files of a bag beside [`DATA`], in byte order.
pub const TAGS: [&str; 4] = [INFO, DECLARATION, MANIFEST, TAG_MANIFEST];

/// The longest line of a list that is read.
const MOST_LINE: u64 = 64 * 1024;

/// Returns the folder of the corpus in `dir`: that itself, or its `data` where it is a bag.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses to tell.
pub fn home(dir: &Path) -> Result<PathBuf> {
    Ok(if is_bag(dir)? { dir.join(DATA) } else { dir.to_path_buf() })
}

/// Says whether `dir` is a bag: it has a folder `data` and a file that only bags have, be the others lost.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses to tell.
pub fn is_bag(dir: &Path) -> Result<bool> {
    if !fsio::is_folder(&dir.join(DATA))? {
        return Ok(false);
    }
    for name in TAGS {
        if fsio::is_file(&dir.join(name))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes a path as lists of a bag have it: `%` and ends of lines by their codes (RFC 8493, 2.1.3).
fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Returns what [`INFO`] holds: labels with their values, one line each, and the bytes and files of the corpus.
pub fn info(values: &[(&str, &str)], bytes: u64, files: u64) -> String {
    let mut out = String::new();
    for (label, value) in values {
        let _ = writeln!(out, "{label}: {value}");
    }
    let _ = writeln!(out, "Payload-Oxum: {bytes}.{files}");
    out
}

/// Counts the bytes and the files of the corpus in `home`.
///
/// # Errors
/// [`crate::ErrorKind::Io`].
pub fn oxum(home: &Path) -> Result<(u64, u64)> {
    let (mut bytes, mut files) = (0, 0);
    for entry in fsio::Walk::in_any_order(home).skip(1) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            bytes += fsio::look(entry.path())?.map_or(0, |found| found.bytes);
            files += 1;
        }
    }
    Ok((bytes, files))
}

/// Gives the lines of [`MANIFEST`] of the corpus in `home`, from its own list, which it lists as well; lines of that list that are
/// none are passed over.
///
/// # Errors
/// [`crate::ErrorKind::Io`]; those of `each`.
pub fn manifest(home: &Path, each: &mut dyn FnMut(&str) -> Result<()>) -> Result<()> {
    let list = home.join(checksums::NAME);
    if !fsio::is_file(&list)? {
        return Ok(());
    }
    let (digest, _) = Sha256::of_file(&list)?;
    let mut own = Some(checksums::line(&digest, &format!("{DATA}/{}", checksums::NAME)));
    let mut input = BufReader::new(fsio::open_plain(&list, fsio::MOST_STREAMED)?);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = (&mut input).take(MOST_LINE).read_until(b'\n', &mut line);
        if read.map_err(|error| Error::io("read", &list, error))? == 0 {
            break;
        }
        let Some((digest, path)) = checksums::parse(line.strip_suffix(b"\n").unwrap_or(&line)) else {
            continue;
        };
        if path > checksums::NAME
            && let Some(own) = own.take()
        {
            each(&own)?;
        }
        each(&checksums::line(&digest, &encoded(&format!("{DATA}/{path}"))))?;
    }
    own.map_or(Ok(()), |own| each(&own))
}

/// Returns the digest of [`MANIFEST`].
///
/// # Errors
/// Those of [`manifest`].
pub fn manifest_digest(home: &Path) -> Result<Sha256> {
    let mut hasher = Hasher::new();
    manifest(home, &mut |line| {
        hasher.update(line.as_bytes());
        Ok(())
    })?;
    Ok(hasher.finish())
}

/// Returns what [`TAG_MANIFEST`] holds, of the digest of [`MANIFEST`] and the text of [`INFO`].
pub fn tag_manifest(manifest: &Sha256, info: &str) -> String {
    let digests = [(INFO, Sha256::of(info)), (DECLARATION, Sha256::of(DECLARED)), (MANIFEST, *manifest)];
    digests.iter().map(|(name, digest)| checksums::line(digest, name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_break_a_line_is_encoded() {
        assert_eq!(encoded("data/50% off\r\n%25 é"), "data/50%25 off%0D%0A%2525 é");
    }

    #[test]
    fn the_list_of_a_bag_has_the_list_of_the_corpus_in_its_place() {
        let dir = tempfile::tempdir().unwrap();
        let digest = Sha256::of("x");
        let text: String =
            ["README.md", "audio/a%b.wav"].iter().map(|path| checksums::line(&digest, path)).collect();
        fsio::write_new(&dir.path().join(checksums::NAME), text.as_bytes()).unwrap();
        let mut lines = String::new();
        manifest(dir.path(), &mut |line| {
            lines.push_str(line);
            Ok(())
        })
        .unwrap();
        let own = Sha256::of(&text);
        assert_eq!(
            lines,
            format!("{digest}  data/README.md\n{own}  data/SHA256SUMS\n{digest}  data/audio/a%25b.wav\n")
        );
        assert_eq!(manifest_digest(dir.path()).unwrap(), Sha256::of(&lines));
        assert_eq!(oxum(dir.path()).unwrap(), (text.len() as u64, 1));
        let info = info(&[("Bagging-Date", "2026-11-24")], 12, 3);
        assert_eq!(info, "Bagging-Date: 2026-11-24\nPayload-Oxum: 12.3\n");
        let tags = tag_manifest(&own, &info);
        let names: Vec<&str> = tags.lines().map(|line| &line[66..]).collect();
        assert_eq!(names, [INFO, DECLARATION, MANIFEST]);
    }

    #[test]
    fn a_bag_is_known_by_what_is_left_of_it() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(home(dir.path()).unwrap(), dir.path());
        fsio::write_new(&dir.path().join(TAG_MANIFEST), b"").unwrap();
        assert_eq!(home(dir.path()).unwrap(), dir.path());
        fsio::create_dir_all(&dir.path().join(DATA)).unwrap();
        assert_eq!(home(dir.path()).unwrap(), dir.path().join(DATA));
    }
}
