//! A bag around a corpus: its files made again from the corpus and compared.

use super::Fault;
use crate::archive::{bag, checksums};
use crate::corpus::describe::bag_info;
use crate::corpus::release::{self, Release};
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio;
use std::io::{BufReader, Read as _};
use std::path::Path;

/// The most bytes read of a file of a bag other than its manifest; far above any that Booth writes.
const MAX_TEXT: u64 = 1 << 20;

/// Checks the files of the bag `dir` around the corpus that has `corpus_faults` faults. What the corpus has changed, and the bag's own
/// list still names as it was, is the corpus's fault alone. Returns how many files there are.
pub fn check(dir: &Path, has_faults: bool, faults: &mut Vec<Fault>) -> Result<u64> {
    let home = dir.join(bag::DATA);
    let tags = read(dir, bag::TAG_MANIFEST, faults)?;
    let listed = |name: &str| -> Option<Sha256> {
        let lines = tags.as_deref().unwrap_or_default().split(|byte| *byte == b'\n');
        lines.filter_map(checksums::parse).find(|(_, path)| *path == name).map(|(digest, _)| digest)
    };
    // A list that follows from a corpus at fault is not held against the bag's list, where that one is as it was made.
    let excused = |name: &str, found: &Sha256| has_faults && listed(name).as_ref() == Some(found);
    if let Some(found) = read(dir, bag::DECLARATION, faults)?
        && found != bag::DECLARED.as_bytes()
    {
        faults.push(differs(bag::DECLARATION, bag::DECLARED, &found));
    }
    let release = fsio::read_found(&home.join(release::NAME), fsio::MOST_SMALL)?
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| Release::parse(&text).ok());
    let mut info = None;
    if let Some(found) = read(dir, bag::INFO, faults)? {
        let expected = match &release {
            Some(release) => Some(bag_info(release, bag::oxum(&home)?)),
            None => None,
        };
        match expected {
            Some(expected) if expected.as_bytes() == found => info = Some(expected),
            _ if excused(bag::INFO, &Sha256::of(&found)) => info = String::from_utf8(found).ok(),
            Some(expected) => {
                faults.push(differs(bag::INFO, &expected, &found));
                info = Some(expected);
            }
            None => {}
        }
    } else if let Some(release) = &release {
        info = Some(bag_info(release, bag::oxum(&home)?));
    }
    let manifest = manifest(dir, &home, &excused, faults)?;
    if let (Some(found), Some(info)) = (&tags, info) {
        let expected = bag::tag_manifest(&manifest, &info);
        if expected.as_bytes() != found.as_slice() {
            faults.push(differs(bag::TAG_MANIFEST, &expected, found));
        }
    }
    strangers(dir, faults)
}

/// Checks the list of the corpus's files; returns the digest that it should have.
fn manifest(
    dir: &Path,
    home: &Path,
    excused: &dyn Fn(&str, &Sha256) -> bool,
    faults: &mut Vec<Fault>,
) -> Result<Sha256> {
    let expected = bag::manifest_digest(home)?;
    let path = dir.join(bag::MANIFEST);
    if !fsio::is_file(&path)? {
        faults.push(missing(bag::MANIFEST));
        return Ok(expected);
    }
    let (found, _) = Sha256::of_file(&path)?;
    if found == expected {
        return Ok(expected);
    }
    if excused(bag::MANIFEST, &found) {
        return Ok(found);
    }
    let mut input = BufReader::new(fsio::open_plain(&path, fsio::MOST_STREAMED)?);
    let (mut number, mut first) = (0, None);
    bag::manifest(home, &mut |line| {
        number += 1;
        let mut bytes = Vec::with_capacity(line.len());
        let read = (&mut input).take(line.len() as u64).read_to_end(&mut bytes);
        read.map_err(|error| crate::error::Error::io("read", &path, error))?;
        if first.is_none() && bytes != line.as_bytes() {
            let found = String::from_utf8_lossy(&bytes).trim_end().to_owned();
            first = Some((number, line.trim_end().to_owned(), found));
        }
        Ok(())
    })?;
    let mut fault = Fault::new("bag", bag::MANIFEST, "it is not what follows from the corpus in the bag");
    match first {
        Some((number, expected, found)) => fault = fault.at(number).differs(expected, found),
        None => fault = fault.at(number + 1),
    }
    faults.push(fault);
    Ok(expected)
}

fn missing(name: &str) -> Fault {
    Fault::new("missing", name, "the file of the bag is missing, or is no plain file")
}

/// Reads a file of a bag; `None`, with a fault, when it is not there.
fn read(dir: &Path, name: &str, faults: &mut Vec<Fault>) -> Result<Option<Vec<u8>>> {
    let path = dir.join(name);
    if !fsio::is_file(&path)? {
        faults.push(missing(name));
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let file = fsio::open_plain(&path, fsio::MOST_STREAMED)?;
    let read = file.take(MAX_TEXT).read_to_end(&mut bytes);
    read.map_err(|error| crate::error::Error::io("read", &path, error))?;
    Ok(Some(bytes))
}

/// The fault of a file that holds something else than it should, at its first line that differs.
fn differs(name: &str, expected: &str, found: &[u8]) -> Fault {
    let (mut wanted, mut given) = (expected.split('\n'), found.split(|byte| *byte == b'\n'));
    for number in 1.. {
        match (wanted.next(), given.next()) {
            (Some(a), Some(b)) if a.as_bytes() == b => {}
            (None, None) => break,
            (a, b) => {
                let found = String::from_utf8_lossy(b.unwrap_or_default()).into_owned();
                return Fault::new("bag", name, "it is not what follows from the corpus in the bag")
                    .at(number)
                    .differs(a.unwrap_or_default(), found);
            }
        }
    }
    Fault::new("bag", name, "it is not what follows from the corpus in the bag")
}

/// Names what is in the folder of a bag and does not belong there; returns how many files there are.
fn strangers(dir: &Path, faults: &mut Vec<Fault>) -> Result<u64> {
    let mut files = 0;
    for path in fsio::paths_in(dir)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_folder = fsio::is_folder(&path)?;
        if name == bag::DATA && is_folder {
            continue;
        }
        files += u64::from(!is_folder);
        if !bag::TAGS.contains(&name.as_str()) {
            faults.push(Fault::new("unlisted", name, "it is no part of the bag"));
        }
    }
    Ok(files)
}
