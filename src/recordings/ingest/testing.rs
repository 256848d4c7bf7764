//! Bundles for tests: made of sessions, and spoilt.

use crate::archive::{bag, checksums, tar};
use crate::digest::Sha256;
use crate::recordings::bundle::{
    About, Code, Coding, Member, SCHEMA, SessionAbout, Slice, file_name, packed,
};
use crate::recordings::session::layout::{CONSENT, JOURNAL, RECORD, names_in};
use crate::recordings::session::{Event, SessionView, TakeState, find_sessions};
use crate::units::Utc;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of a bundle, by the names that they have in it.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) about: About,
    pub(super) payload: BTreeMap<String, Vec<u8>>,
}

/// Makes the bundle of all sessions of a folder, without the takes that `before` names.
pub(super) fn made(root: &Path, before: &[&str]) -> Made {
    let mut payload = BTreeMap::new();
    let mut sessions = Vec::new();
    let mut speaker = None;
    for dir in find_sessions(root).unwrap().sessions {
        let view = SessionView::open(&dir).unwrap();
        let id = view.record().id.clone();
        speaker = Some(view.record().speaker.id.clone());
        let journal = fs::read(dir.join(JOURNAL)).unwrap();
        let is_gone = |event: &Event| matches!(event, Event::Gone { kind, .. } if kind == "take");
        let mut said = SessionAbout {
            session: id.clone(),
            lines: memchr::memchr_iter(b'\n', &journal).count() as u64,
            takes: 0,
            before: 0,
            deleted: view.lines().iter().filter(|line| is_gone(&line.event)).count() as u64,
            lacking: 0,
        };
        payload.insert(Member::Record(id.clone()).to_string(), fs::read(dir.join(RECORD)).unwrap());
        payload.insert(Member::Journal(id.clone()).to_string(), journal);
        for name in names_in(&dir.join(CONSENT)).unwrap() {
            let bytes = fs::read(dir.join(CONSENT).join(&name)).unwrap();
            payload.insert(Member::Consent(id.clone(), name).to_string(), bytes);
        }
        for take in view.takes() {
            let record = &take.record;
            let key = format!("{id}/{}_{}", record.prompt, record.take);
            let path = view.path_of(record);
            if take.state == TakeState::Deleted {
                said.deleted += 1;
            } else if before.contains(&key.as_str()) {
                said.before += 1;
            } else if !path.exists() {
                said.lacking += 1;
            } else {
                let wav = fs::read(path).unwrap();
                let (coding, bytes) = match packed(&wav, record) {
                    Some(flac) => (Coding::Flac, flac),
                    None => (Coding::Wav, wav),
                };
                let member = Member::Take(id.clone(), record.prompt.clone(), record.take, coding);
                payload.insert(member.to_string(), bytes);
                said.takes += 1;
            }
        }
        sessions.push(said);
    }
    sessions.sort_by(|a, b| a.session.cmp(&b.session));
    let about = About {
        schema: SCHEMA,
        tool: "booth 0.1.0".to_owned(),
        at: Utc::from_millis(1_795_500_000_000),
        speaker: speaker.unwrap_or_else(|| "k3v9".parse().unwrap()),
        since: None,
        sessions,
        withdrawn: Vec::new(),
    };
    Made { about, payload }
}

/// The files of the archive, in their order.
pub(super) type Members = Vec<(String, Vec<u8>)>;

impl Made {
    /// Returns the payload with what the bundle says of itself, unless it is there already.
    fn whole(&self) -> BTreeMap<String, Vec<u8>> {
        let mut payload = self.payload.clone();
        payload.entry(Member::About.to_string()).or_insert_with(|| self.about.to_bytes().unwrap());
        payload
    }

    /// Returns the files of the archive, lists first.
    pub(super) fn members(&self) -> Members {
        let payload = self.whole();
        let list: String =
            payload.iter().map(|(name, bytes)| checksums::line(&Sha256::of(bytes), name)).collect();
        let bytes = payload.values().map(|bytes| bytes.len() as u64).sum();
        let info = bag::info(&[("Bagging-Date", "2026-11-24")], bytes, payload.len() as u64);
        let tags = bag::tag_manifest(&Sha256::of(&list), &info);
        let mut members: Members = vec![
            (bag::DECLARATION.to_owned(), bag::DECLARED.as_bytes().to_vec()),
            (bag::INFO.to_owned(), info.into_bytes()),
            (bag::MANIFEST.to_owned(), list.into_bytes()),
            (bag::TAG_MANIFEST.to_owned(), tags.into_bytes()),
        ];
        let mut rest: Members = payload.into_iter().collect();
        rest.sort_by_key(|(name, _)| (Member::parse(name).is_none(), Member::parse(name)));
        members.extend(rest);
        members
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        archive(&self.members())
    }

    pub(super) fn code(&self) -> Code {
        Code::of(&Sha256::of(&self.members()[3].1))
    }

    /// Returns the name of the first file that ends so.
    pub(super) fn name(&self, ending: &str) -> String {
        self.payload.keys().find(|name| name.ends_with(ending)).unwrap().clone()
    }

    /// Cuts the bundle into parts of so many bytes.
    pub(super) fn parts(&self, length: usize) -> Vec<Vec<u8>> {
        let bytes = self.bytes();
        let count = bytes.len().div_ceil(length) as u32;
        let part = |(number, slice): (u32, &[u8])| {
            let head = Slice {
                booth_part: SCHEMA,
                bundle: file_name(&self.about.speaker, self.code()),
                code: self.code(),
                sha256: Sha256::of(&bytes),
                bytes: bytes.len() as u64,
                part: number,
                parts: count,
                from: u64::from(number - 1) * length as u64,
                length: slice.len() as u64,
                part_sha256: Sha256::of(slice),
            };
            [head.to_line().unwrap().as_bytes(), slice].concat()
        };
        (1..).zip(bytes.chunks(length)).map(part).collect()
    }
}

/// Makes an archive of files as they are.
pub(super) fn archive(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, bytes) in members {
        let size = bytes.len() as u64;
        out.extend(tar::before(name, size).unwrap());
        out.extend(bytes);
        out.extend(tar::after(size));
    }
    out.extend(tar::end());
    out
}
