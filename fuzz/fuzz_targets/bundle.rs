//! Bundles and parts of strangers: whatever is in them, nothing panics, counts add up, and nothing is left behind. Each is also read
//! with its lists made anew, so that what is behind the digests is met.
#![no_main]

use booth::digest::Sha256;
use booth::progress::Unwatched;
use booth::recordings::RootLock;
use booth::recordings::ingest::{FileOutcome, Request, ingest};
use booth::units::Utc;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

/// Reads the members of an archive that is more or less one: names, all that stands before the content, the content.
fn members(bytes: &[u8]) -> Vec<(String, &[u8], &[u8])> {
    let (mut members, mut at, mut start) = (Vec::new(), 0, 0);
    let mut long = None;
    while let Some(header) = bytes.get(at..at + 512) {
        let name = String::from_utf8_lossy(header[..100].split(|byte| *byte == 0).next().unwrap_or_default());
        let digits = std::str::from_utf8(&header[124..135]).unwrap_or_default();
        let Ok(size) = usize::from_str_radix(digits, 8) else { break };
        let end = at.saturating_add(512).saturating_add(size);
        let Some(content) = bytes.get(at + 512..end) else { break };
        let next = end.next_multiple_of(512);
        if header[156] == b'x' {
            let record = String::from_utf8_lossy(content);
            long = record.split_once(" path=").map(|(_, name)| name.trim_end().to_owned());
        } else {
            members.push((long.take().unwrap_or_else(|| name.into_owned()), &bytes[start..at + 512], content));
            start = next;
        }
        at = next;
    }
    members
}

/// Gives an archive the lists that its files have.
fn listed(bytes: &[u8]) -> Vec<u8> {
    let members = members(bytes);
    let payload: BTreeMap<&str, &[u8]> =
        members.iter().filter(|(name, ..)| name.starts_with("data/")).map(|(name, _, content)| (name.as_str(), *content)).collect();
    let line = |digest: Sha256, name: &str| format!("{digest}  {name}\n");
    let manifest: String = payload.iter().map(|(name, content)| line(Sha256::of(content), name)).collect();
    let size: usize = payload.values().map(|content| content.len()).sum();
    let info = format!("Payload-Oxum: {size}.{}\n", payload.len());
    let declared = members.iter().find(|(name, ..)| name == "bagit.txt").map_or(&b""[..], |(_, _, content)| content);
    let tags = line(Sha256::of(&info), "bag-info.txt") + &line(Sha256::of(declared), "bagit.txt") + &line(Sha256::of(&manifest), "manifest-sha256.txt");
    let mut out = Vec::new();
    for (name, header, content) in &members {
        let content = match name.as_str() {
            "bag-info.txt" => info.as_bytes(),
            "manifest-sha256.txt" => manifest.as_bytes(),
            "tagmanifest-sha256.txt" => tags.as_bytes(),
            _ => content,
        };
        let mut header = header.to_vec();
        let last = header.len() - 512;
        let block = &mut header[last..];
        block[124..136].copy_from_slice(format!("{:011o}\0", content.len()).as_bytes());
        block[148..156].fill(b' ');
        let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
        block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        out.extend_from_slice(&header);
        out.extend_from_slice(content);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.resize(out.len() + 1024, 0);
    out
}

fuzz_target!(|bytes: &[u8]| {
    let work = tempfile::tempdir().unwrap();
    let root = work.path().join("recordings");
    let lock = RootLock::acquire(&root, "a fuzzer").unwrap();
    let request = Request { lock: &lock, now: Utc::from_millis(1_900_000_000_000), dry_run: true, watch: &Unwatched };
    for bytes in [bytes.to_vec(), listed(bytes)] {
        let file = work.path().join("bundle");
        std::fs::write(&file, bytes).unwrap();
        let mut files = 0;
        let summary = ingest(std::slice::from_ref(&file), &request, &mut |outcome| {
            files += 1;
            if let FileOutcome::Bundle(row) = outcome {
                for counts in [&row.sessions, &row.takes] {
                    let others = [counts.new, counts.known, counts.withdrawn, counts.refused];
                    assert_eq!(counts.sent, others.iter().fold(0u64, |sum, one| sum.saturating_add(*one)));
                }
            }
            Ok(())
        });
        assert!(files == 1 && summary.unwrap().files == 1);
        let left: Vec<_> = std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, [".booth.lock"]);
    }
});
