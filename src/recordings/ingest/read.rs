//! Reading a bundle, strictly: nothing is believed that is not proved, and nothing is read that is not expected.
//!
//! Lists come first in a bundle, so that what is too much or too many is refused before it is read. What is read lies in a
//! folder apart until all of it is proved.

use super::check;
use super::outcome::{Outcome, Reason, Refusal, Stop, refuse};
use super::source::BLOCK;
use crate::archive::{bag, checksums, tar};
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind};
use crate::fsio::{self, PartialFile};
use crate::ids::{PromptId, SessionId};
use crate::progress::Watch;
use crate::recordings::bundle::{About, Code, Coding, MOST_BYTES, MOST_FILES, Member, unpacked};
use crate::recordings::session::layout::{AUDIO, CONSENT, JOURNAL, RECORD};
use crate::recordings::session::{SessionRecord, TakeKey, TakeRecord};
use crate::recordings::tombstones::Tombstones;
use crate::units::Utc;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead as _, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};

/// The longest line of the manifest.
const MOST_LINE: u64 = 1024;
/// Bytes of an archive around each file, at least.
const AROUND: u64 = 512;
/// The largest take that comes as FLAC, which is made a WAV again in memory; a larger one comes as it is.
const MOST_IN_MEMORY: u64 = 64 << 20;
/// Characters of a name that are told.
const TOLD: usize = 120;

/// How a bundle is read.
pub(super) struct How<'a> {
    /// The folder in which it lies until it is proved.
    pub(super) stage: &'a Path,
    pub(super) tombstones: &'a Tombstones,
    pub(super) now: Utc,
    pub(super) watch: &'a dyn Watch,
}

/// What is known of a bundle while it is read.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) code: Option<Code>,
    pub(super) about: Option<About>,
}

/// A session as it lies apart.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) record: SessionRecord,
    pub(super) dir: PathBuf,
    /// Takes whose audio no bundle had so far.
    pub(super) lacking: u64,
    /// The takes whose audio the bundle has.
    pub(super) carried: BTreeSet<TakeKey>,
    /// Whether all of it is withdrawn.
    pub(super) is_covered: bool,
    /// The papers of its consent that have not come yet.
    papers: BTreeSet<String>,
}

/// A bundle that is proved.
#[derive(Debug)]
pub(super) struct Proved {
    pub(super) code: Code,
    pub(super) about: About,
    pub(super) sessions: Vec<Incoming>,
    pub(super) personal: Option<Vec<u8>>,
}

/// Reads and proves a bundle of so many bytes, which are in the file `path`.
pub(super) fn read(
    input: &mut dyn Read,
    bytes: u64,
    path: &Path,
    how: &How<'_>,
    known: &mut Known,
) -> Outcome<Proved> {
    // What the system says against the file is about the file.
    read_all(input, bytes, how, known).map_err(|stop| match stop {
        Stop::Failed(error) if error.path().is_none() && error.kind() == ErrorKind::Io => {
            Stop::Failed(error.with_path(path))
        }
        stop => stop,
    })
}

fn read_all(input: &mut dyn Read, bytes: u64, how: &How<'_>, known: &mut Known) -> Outcome<Proved> {
    if bytes > MOST_BYTES {
        return refuse(
            Reason::TooLarge,
            format!("it has {bytes} bytes, and a bundle has at most {MOST_BYTES}"),
        );
    }
    let mut archive = Archive::begin(input, bytes, known)?;
    let mut payload = Payload::default();
    while let Some((member, size)) = archive.next()? {
        how.watch.at(archive.count, archive.list.len() as u64)?;
        let digest = archive.listed(&member)?;
        payload.add(&mut archive, &member, size, &digest, how, known)?;
    }
    archive.finish()?;
    payload.finish(known)
}

fn told(name: &str) -> String {
    name.chars().take(TOLD).collect::<String>().escape_debug().to_string()
}

fn of_archive(error: Error) -> Stop {
    match error.kind() {
        ErrorKind::Corpus => Refusal::new(Reason::Archive, error.message()).into(),
        _ => Stop::Failed(error),
    }
}

fn of_read(error: io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Refusal::new(Reason::Archive, "the archive is cut off").into(),
        _ => Stop::Failed(
            Error::new(ErrorKind::Io, format!("cannot read the archive: {error}")).with_source(error),
        ),
    }
}

/// The archive and its lists.
struct Archive<'a> {
    tar: tar::Reader<&'a mut dyn Read>,
    /// The files of the manifest with their digests, in byte order.
    list: Vec<(Box<str>, Sha256)>,
    last: Option<Member>,
    /// Files of the payload so far.
    count: u64,
    /// Bytes of the payload that are to come.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Reads the lists.
    fn begin(input: &'a mut dyn Read, bytes: u64, known: &mut Known) -> Outcome<Self> {
        let tar = tar::Reader::new(input);
        let mut archive = Self { tar, list: Vec::new(), last: None, count: 0, left: 0 };
        if archive.tag(&Member::Declaration)? != bag::DECLARED.as_bytes() {
            return refuse(Reason::Member, "bagit.txt is not that of a bag of version 1.0");
        }
        let info = String::from_utf8(archive.tag(&Member::Info)?).unwrap_or_default();
        let Some((payload, files)) = oxum(&info) else {
            return refuse(Reason::Member, "bag-info.txt does not end with the bytes and files of the bag");
        };
        // A file takes a block of the archive at least, be it empty.
        let most = (bytes / AROUND).min(MOST_FILES as u64);
        if files > most || payload > bytes {
            let what = format!("it says that it has {files} files of {payload} bytes, and has {bytes} bytes");
            return refuse(Reason::TooLarge, what);
        }
        archive.left = payload;
        let manifest = archive.manifest(files)?;
        let tags = archive.tag(&Member::TagManifest)?;
        if tags != bag::tag_manifest(&manifest, &info).as_bytes() {
            return refuse(
                Reason::Digest,
                "tagmanifest-sha256.txt has other digests than the files of the bag",
            );
        }
        known.code = Some(Code::of(&Sha256::of(&tags)));
        Ok(archive)
    }

    /// Returns the next file; what is too large, or cannot be there, is refused before it is read.
    fn next(&mut self) -> Outcome<Option<(Member, u64)>> {
        let Some(tar::Member { name, size }) = self.tar.next_member().map_err(of_archive)? else {
            return Ok(None);
        };
        let Some(member) = Member::parse(&name) else {
            return refuse(Reason::Member, format!("`{}` is no file of a bundle", told(&name)));
        };
        if self.last.as_ref().is_some_and(|last| *last >= member) {
            let what = format!("`{}` stands twice, or not where it belongs", told(&name));
            return refuse(Reason::Member, what);
        }
        if size > member.most_bytes() {
            let what =
                format!("`{}` has {size} bytes; at most {} are read", told(&name), member.most_bytes());
            return refuse(Reason::TooLarge, what);
        }
        if !member.is_tag() {
            self.count += 1;
            self.left = match self.left.checked_sub(size) {
                Some(left) if self.count <= self.list.len() as u64 => left,
                _ => return refuse(Reason::TooLarge, "it has more files or bytes than it says"),
            };
        }
        self.last = Some(member.clone());
        Ok(Some((member, size)))
    }

    /// Reads the file of the bag that comes next.
    fn tag(&mut self, wanted: &Member) -> Outcome<Vec<u8>> {
        self.expect(wanted)?;
        self.whole()
    }

    fn expect(&mut self, wanted: &Member) -> Outcome<()> {
        match self.next()? {
            Some((member, _)) if member == *wanted => Ok(()),
            Some((member, _)) => {
                refuse(Reason::Member, format!("`{member}` stands where `{wanted}` belongs"))
            }
            None => refuse(Reason::Member, format!("`{wanted}` is missing")),
        }
    }

    /// Reads what is left of a file; no more memory is taken than bytes come.
    fn whole(&mut self) -> Outcome<Vec<u8>> {
        let mut bytes = Vec::new();
        self.tar.read_to_end(&mut bytes).map_err(of_read)?;
        Ok(bytes)
    }

    /// Reads the manifest, which is to have so many lines, and returns its digest.
    fn manifest(&mut self, files: u64) -> Outcome<Sha256> {
        self.expect(&Member::Manifest)?;
        let mut hasher = Hasher::new();
        let mut input = BufReader::with_capacity(BLOCK, &mut self.tar);
        let mut line = Vec::new();
        loop {
            line.clear();
            if (&mut input).take(MOST_LINE).read_until(b'\n', &mut line).map_err(of_read)? == 0 {
                break;
            }
            hasher.update(&line);
            let Some((digest, path)) = line.strip_suffix(b"\n").and_then(checksums::parse) else {
                return refuse(Reason::Digest, "a line of manifest-sha256.txt is none");
            };
            if Member::parse(path).is_none_or(|member| member.is_tag()) {
                let what =
                    format!("manifest-sha256.txt names `{}`, which is no file of a bundle", told(path));
                return refuse(Reason::Member, what);
            }
            if self.list.last().is_some_and(|(last, _)| **last >= *path) {
                return refuse(Reason::Digest, "manifest-sha256.txt names a file twice, or not in its order");
            }
            if self.list.len() as u64 == files {
                return refuse(Reason::TooLarge, "manifest-sha256.txt names more files than the bag says");
            }
            self.list.push((path.into(), digest));
        }
        if self.list.len() as u64 != files {
            return refuse(Reason::Digest, "manifest-sha256.txt names fewer files than the bag says");
        }
        Ok(hasher.finish())
    }

    /// Returns the digest that the manifest has of a file.
    fn listed(&self, member: &Member) -> Outcome<Sha256> {
        let name = member.to_string();
        match self.list.binary_search_by(|(path, _)| (**path).cmp(name.as_str())) {
            Ok(at) => Ok(self.list[at].1),
            Err(_) => refuse(Reason::Digest, format!("`{name}` is not in manifest-sha256.txt")),
        }
    }

    /// Reads a file into memory and proves it.
    fn proved(&mut self, member: &Member, digest: &Sha256) -> Outcome<Vec<u8>> {
        let bytes = self.whole()?;
        is_listed(member, &Sha256::of(&bytes), digest)?;
        Ok(bytes)
    }

    /// Writes a file to `path`, or only reads it, and proves it.
    fn copied(&mut self, member: &Member, digest: &Sha256, path: Option<&Path>) -> Outcome<()> {
        let mut file = path.map(PartialFile::create).transpose()?;
        let (mut hasher, mut block) = (Hasher::new(), vec![0; BLOCK]);
        loop {
            let count = match self.tar.read(&mut block) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(of_read(error)),
            };
            hasher.update(&block[..count]);
            if let Some(file) = &mut file {
                let partial = file.partial().to_path_buf();
                file.write_all(&block[..count]).map_err(|error| Error::io("write", partial, error))?;
            }
        }
        is_listed(member, &hasher.finish(), digest)?;
        Ok(file.map_or(Ok(()), PartialFile::publish_unsynced)?)
    }

    fn finish(&self) -> Outcome<()> {
        if self.count < self.list.len() as u64 {
            return refuse(Reason::Digest, "files are missing that manifest-sha256.txt names");
        }
        if self.left > 0 {
            return refuse(Reason::About, "the files have fewer bytes than bag-info.txt says");
        }
        Ok(())
    }
}

fn is_listed(member: &Member, found: &Sha256, digest: &Sha256) -> Outcome<()> {
    if found == digest {
        return Ok(());
    }
    refuse(Reason::Digest, format!("`{member}` has another digest than manifest-sha256.txt says"))
}

/// Reads the bytes and files of the payload out of the last line of `bag-info.txt`.
fn oxum(info: &str) -> Option<(u64, u64)> {
    let last = info.strip_suffix('\n')?.rsplit('\n').next()?;
    let (bytes, files) = last.strip_prefix("Payload-Oxum: ")?.split_once('.')?;
    let number = |text: &str| text.parse::<u64>().ok().filter(|number| number.to_string() == text);
    Some((number(bytes)?, number(files)?))
}

/// What the bundle carries, as far as it was read.
#[derive(Default)]
struct Payload {
    personal: Option<Vec<u8>>,
    sessions: Vec<Incoming>,
    /// Sessions whose journal has come.
    journals: usize,
    /// The session whose takes come now, and the takes that it may have.
    takes: Option<(usize, BTreeMap<TakeKey, TakeRecord>)>,
}

impl Payload {
    fn add(
        &mut self,
        archive: &mut Archive<'_>,
        member: &Member,
        size: u64,
        digest: &Sha256,
        how: &How<'_>,
        known: &mut Known,
    ) -> Outcome<()> {
        if *member == Member::About {
            let about = check::about(&archive.proved(member, digest)?)?;
            known.about = Some(about);
            return Ok(());
        }
        let Some(about) = &known.about else {
            return refuse(Reason::Member, format!("`{member}` stands where `{}` belongs", Member::About));
        };
        match member {
            Member::Personal => self.personal = Some(archive.proved(member, digest)?),
            Member::Record(id) => {
                let next = about.sessions.get(self.sessions.len());
                if next.is_none_or(|next| next.session != *id) {
                    return refuse(
                        Reason::About,
                        format!("`{id}` is not the session that the bundle names here"),
                    );
                }
                let dir = how.stage.join(id.as_str());
                for folder in [AUDIO, CONSENT] {
                    fsio::create_dir_all(&dir.join(folder))?;
                }
                archive.copied(member, digest, Some(&dir.join(RECORD)))?;
                let record = check::record(&dir, id, &about.speaker)?;
                let is_covered = how.tombstones.covers(&record);
                let papers = check::papers(&record);
                let (lacking, carried) = (next.map_or(0, |next| next.lacking), BTreeSet::new());
                self.sessions.push(Incoming { record, dir, lacking, carried, is_covered, papers });
            }
            Member::Consent(id, name) => {
                let one = self.of(id)?;
                if !one.papers.remove(name) {
                    let what = format!("`{member}` is not of the consent that the session's record has");
                    return refuse(Reason::Consent, what);
                }
                let path = one.dir.join(CONSENT).join(name);
                archive.copied(member, digest, Some(&path))?;
            }
            Member::Journal(id) => {
                let at = self.journals;
                let has_all = self.sessions.len() == about.sessions.len();
                let Some(one) = self.sessions.get_mut(at).filter(|one| has_all && one.record.id == *id)
                else {
                    return refuse(Reason::Member, format!("`{member}` comes without what comes before it"));
                };
                if let Some(name) = one.papers.first() {
                    return refuse(Reason::Consent, format!("the consent of `{id}` has no `{}`", told(name)));
                }
                archive.copied(member, digest, Some(&one.dir.join(JOURNAL)))?;
                check::journal(&one.dir, &one.record, &about.sessions[at], how.now)?;
                self.journals += 1;
            }
            Member::Take(id, prompt, take, coding) => {
                if self.journals < about.sessions.len() {
                    return refuse(
                        Reason::Member,
                        format!("`{member}` comes without the journals before it"),
                    );
                }
                let key = (prompt.clone(), *take);
                self.take(archive, (id, key), *coding, (member, size, digest), how)?;
            }
            _ => return refuse(Reason::Member, format!("`{member}` stands where it does not belong")),
        }
        Ok(())
    }

    fn place(&self, id: &SessionId) -> Outcome<usize> {
        match self.sessions.binary_search_by(|one| one.record.id.cmp(id)) {
            Ok(at) => Ok(at),
            Err(_) => refuse(Reason::About, format!("the bundle does not name the session `{id}`")),
        }
    }

    fn of(&mut self, id: &SessionId) -> Outcome<&mut Incoming> {
        let at = self.place(id)?;
        Ok(&mut self.sessions[at])
    }

    fn take(
        &mut self,
        archive: &mut Archive<'_>,
        (id, key): (&SessionId, (PromptId, u16)),
        coding: Coding,
        (member, size, digest): (&Member, u64, &Sha256),
        how: &How<'_>,
    ) -> Outcome<()> {
        let at = self.place(id)?;
        let one = &mut self.sessions[at];
        // The takes of one session are in memory at a time.
        let takes = match &mut self.takes {
            Some((now, takes)) if *now == at => takes,
            takes => &mut takes.insert((at, check::takes(&one.dir)?)).1,
        };
        let no = |what: &str| refuse(Reason::Audio, format!("`{member}`: {what}"));
        let Some(record) = takes.get(&key) else {
            return no("no take of the session has this sound");
        };
        if !one.carried.insert(key.clone()) {
            return no("the take comes twice");
        }
        let is_withdrawn = one.is_covered
            || how.tombstones.covers_take(id, &key.0, key.1)
            || how.tombstones.covers_sound(&record.sha256);
        let path = one.dir.join(&record.file);
        let path = (!is_withdrawn).then_some(path.as_path());
        match coding {
            Coding::Wav if size != record.bytes || *digest != record.sha256 => {
                no("it is not the file that was recorded, by its size or its digest")
            }
            Coding::Wav => archive.copied(member, digest, path),
            Coding::Flac if size >= record.bytes || record.bytes > MOST_IN_MEMORY => {
                no("FLAC is smaller than the file that it is made of, which has at most 64 MB")
            }
            Coding::Flac => {
                let file = match unpacked(&archive.proved(member, digest)?, record) {
                    Ok(file) => file,
                    Err(error) => return no(error.message()),
                };
                if file.len() as u64 != record.bytes || Sha256::of(&file) != record.sha256 {
                    return no("it gives another file than was recorded");
                }
                let Some(path) = path else { return Ok(()) };
                let mut out = PartialFile::create(path)?;
                out.write_all(&file).map_err(|error| Error::io("write", path, error))?;
                Ok(out.publish_unsynced()?)
            }
        }
    }

    fn finish(self, known: &mut Known) -> Outcome<Proved> {
        let (Some(code), Some(about)) = (known.code, known.about.clone()) else {
            return refuse(Reason::Member, format!("`{}` is missing", Member::About));
        };
        if self.journals != about.sessions.len() {
            return refuse(
                Reason::About,
                "the bundle names sessions whose records and journals are not in it",
            );
        }
        for (one, said) in self.sessions.iter().zip(&about.sessions) {
            if one.carried.len() as u64 != said.takes {
                let what = format!(
                    "the bundle has {} takes of `{}` and says {}",
                    one.carried.len(),
                    said.session,
                    said.takes
                );
                return refuse(Reason::About, what);
            }
        }
        Ok(Proved { code, about, sessions: self.sessions, personal: self.personal })
    }
}
