//! Which take becomes the utterance: the best accepted one per speaker, locale, sheet, prompt and
//! repetition, and for every other take the reason why not.

use crate::digest::Sha256;
use crate::error::Result;
use crate::ids::{PromptId, SessionId, SheetId, UtteranceId};
use crate::quality::{Judgement, Measurements, Verdict};
use crate::recordings::assess::assessor::cut_short;
use crate::recordings::session::TakeState;
use crate::recordings::{SessionRecord, TakeRecord};
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A session as the corpus sees it.
#[derive(Debug, Clone)]
pub struct Session {
    /// The session's folder.
    pub dir: PathBuf,
    /// Its record.
    pub record: SessionRecord,
}

/// A take that may become an utterance.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Where it comes from.
    pub session: Arc<Session>,
    /// What is recorded of it; boxed, since takes are sorted and kept in trees.
    pub take: Box<TakeRecord>,
    /// What became of it.
    pub state: TakeState,
}

impl Candidate {
    /// Returns the path of the recording.
    pub fn path(&self) -> PathBuf {
        self.session.dir.join(&self.take.file)
    }
}

/// A take that was chosen.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The utterance.
    pub id: UtteranceId,
    /// The take.
    pub candidate: Candidate,
    /// The judgement under the policy of this release.
    pub judgement: Judgement,
}

/// Why a take is not in the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The speaker asked for another take, or accepted one in its place.
    Replaced,
    /// The speaker never accepted it.
    Undecided,
    /// The session has no consent receipt.
    ConsentMissing,
    /// The receipt is another speaker's.
    ConsentForeign,
    /// The receipt has expired.
    ConsentExpired,
    /// The receipt does not grant the use.
    ConsentScope,
    /// The text is not the one that the take is bound to.
    TextAltered,
    /// The recording is not there.
    FileMissing,
    /// The recording has another size than when it was published.
    FileAltered,
    /// The recording has no frames.
    Empty,
    /// The parts make no safe utterance id, or one that another prompt already has.
    UnsafeId,
    /// The verdict is below the one asked for.
    Verdict,
    /// An accepted take of the same prompt in another session is better.
    Outranked,
}

impl Reason {
    /// Returns the reason's stable name (`consent-expired`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Undecided => "undecided",
            Self::ConsentMissing => "consent-missing",
            Self::ConsentForeign => "consent-foreign",
            Self::ConsentExpired => "consent-expired",
            Self::ConsentScope => "consent-scope",
            Self::TextAltered => "text-altered",
            Self::FileMissing => "file-missing",
            Self::FileAltered => "file-altered",
            Self::Empty => "empty",
            Self::UnsafeId => "unsafe-id",
            Self::Verdict => "verdict",
            Self::Outranked => "outranked",
        }
    }

    /// Returns the reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Replaced => "the speaker asked for another take, or accepted one in its place",
            Self::Undecided => "the speaker never accepted the take",
            Self::ConsentMissing => "the session has no consent receipt",
            Self::ConsentForeign => "the consent receipt is another speaker's",
            Self::ConsentExpired => "the consent has expired",
            Self::ConsentScope => "the consent does not grant this use",
            Self::TextAltered => "the text is not the one that the take is bound to",
            Self::FileMissing => "the recording is missing",
            Self::FileAltered => "the recording has another size than when it was published",
            Self::Empty => "the recording has no frames",
            Self::UnsafeId => "speaker, locale, sheet and prompt make no utterance id of their own",
            Self::Verdict => "the verdict is below the one asked for",
            Self::Outranked => "an accepted take of the same prompt in another session is better",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A take that is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Refusal {
    /// The session.
    pub session: SessionId,
    /// The prompt.
    pub prompt: PromptId,
    /// The take.
    pub take: u16,
    /// Why.
    pub reason: Reason,
    /// What exactly: the findings, the scope, the sizes.
    pub detail: String,
}

/// How a take is judged: the policy of the release over the stored measurements.
///
/// # Errors
/// Those of a policy that this build does not know.
pub type Judge<'a> = &'a (dyn Fn(&SessionRecord, &Measurements) -> Result<Judgement> + Sync);

/// What a take has to meet.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The least verdict.
    pub min_verdict: Verdict,
    /// The use that the consent has to grant (`asr`).
    pub scope: &'a str,
    /// The moment at which consent is judged.
    pub now: Utc,
    /// The judge.
    pub judge: Judge<'a>,
    /// Returns the size of a plain file in bytes, or `None` when there is none.
    pub size: &'a (dyn Fn(&Path) -> Option<u64> + Sync),
}

/// Returns the chosen takes in byte order of their ids and the refused ones in order of session, prompt
/// and take. Neither depends on the order of the candidates, nor on one being given twice.
///
/// # Errors
/// Those of the judge.
pub fn select(candidates: Vec<Candidate>, rules: Rules<'_>) -> Result<(Vec<Chosen>, Vec<Refusal>)> {
    let mut refused = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut best: BTreeMap<UtteranceId, Chosen> = BTreeMap::new();
    let mut candidates = candidates;
    // The order decides only which of two prompts with one id keeps it; it must be the same always.
    candidates.sort_by(|a, b| identity(a).cmp(&identity(b)));
    for candidate in candidates {
        let key = (candidate.session.record.id.clone(), candidate.take.prompt.clone(), candidate.take.take);
        if !seen.insert(key) {
            continue;
        }
        let (id, judgement) = match admit(&candidate, rules)? {
            Admission::Yes(id, judgement) => (id, judgement),
            Admission::No(reason, detail) => {
                refused.insert(refusal(&candidate, reason, detail));
                continue;
            }
        };
        let mut chosen = Chosen { id, candidate, judgement };
        // Judged: the words on what could not be measured have no further reader.
        chosen.candidate.take.measurements.unmeasured = BTreeMap::new();
        match best.get_mut(&chosen.id) {
            None => {
                best.insert(chosen.id.clone(), chosen);
            }
            Some(held) if sheet_and_prompt(&held.candidate) != sheet_and_prompt(&chosen.candidate) => {
                let (sheet, prompt) = sheet_and_prompt(&held.candidate);
                let detail = format!("`{}` is prompt `{prompt}` of sheet `{sheet}`", chosen.id);
                refused.insert(refusal(&chosen.candidate, Reason::UnsafeId, detail));
            }
            Some(held) => {
                let loser = if rank(&chosen, held) == Ordering::Greater {
                    std::mem::replace(held, chosen)
                } else {
                    chosen
                };
                let winner = &held.candidate;
                let detail = format!("{} take {}", winner.session.record.id, winner.take.take);
                refused.insert(refusal(&loser.candidate, Reason::Outranked, detail));
            }
        }
    }
    Ok((best.into_values().collect(), refused.into_iter().collect()))
}

fn identity(candidate: &Candidate) -> (&SheetId, &PromptId, &SessionId, u16) {
    let record = &candidate.session.record;
    (&record.sheet.id, &candidate.take.prompt, &record.id, candidate.take.take)
}

fn sheet_and_prompt(candidate: &Candidate) -> (&SheetId, &PromptId) {
    (&candidate.session.record.sheet.id, &candidate.take.prompt)
}

fn refusal(candidate: &Candidate, reason: Reason, detail: String) -> Refusal {
    Refusal {
        session: candidate.session.record.id.clone(),
        prompt: candidate.take.prompt.clone(),
        take: candidate.take.take,
        reason,
        detail,
    }
}

/// Compares two takes of one utterance; the greater is the better. No two takes are equal.
fn rank(a: &Chosen, b: &Chosen) -> Ordering {
    let snr = |chosen: &Chosen| chosen.candidate.take.measurements.snr_db.unwrap_or(f64::NEG_INFINITY);
    let place = |chosen: &Chosen| {
        let record = &chosen.candidate.session.record;
        (record.created, record.id.clone(), chosen.candidate.take.take)
    };
    a.judgement
        .verdict
        .cmp(&b.judgement.verdict)
        .then(b.judgement.findings.len().cmp(&a.judgement.findings.len()))
        .then(snr(a).total_cmp(&snr(b)))
        .then_with(|| place(a).cmp(&place(b)))
}

/// Whether a take may become an utterance, and as what, or why not.
enum Admission {
    Yes(UtteranceId, Judgement),
    No(Reason, String),
}

fn admit(candidate: &Candidate, rules: Rules<'_>) -> Result<Admission> {
    let record = &candidate.session.record;
    let take = &candidate.take;
    let no = |reason: Reason, detail: String| Ok(Admission::No(reason, detail));
    match candidate.state {
        TakeState::Kept => {}
        TakeState::Replaced => return no(Reason::Replaced, String::new()),
        TakeState::Undecided => return no(Reason::Undecided, String::new()),
    }
    let Some(receipt) = &record.consent else {
        return no(Reason::ConsentMissing, String::new());
    };
    if receipt.speaker != record.speaker.id {
        return no(Reason::ConsentForeign, format!("receipt {} of {}", receipt.id, receipt.speaker));
    }
    if receipt.expires <= rules.now {
        return no(
            Reason::ConsentExpired,
            format!("receipt {} ended on {}", receipt.id, receipt.expires.date()),
        );
    }
    if !receipt.grants(rules.scope) {
        return no(Reason::ConsentScope, format!("receipt {} does not grant `{}`", receipt.id, rules.scope));
    }
    if Sha256::of(&take.text) != take.text_sha256 {
        return no(Reason::TextAltered, String::new());
    }
    if let Some(slot) = take.slots.iter().find(|slot| slot.words_in(&take.text) != slot.value) {
        return no(Reason::TextAltered, format!("slot `{}` is not where it says", slot.name.escape_debug()));
    }
    let id =
        UtteranceId::new(&record.speaker.id, &record.locale, &record.sheet.id, &take.prompt, take.repetition);
    let id = match id {
        Ok(id) => id,
        Err(error) => return no(Reason::UnsafeId, error.message().to_owned()),
    };
    // A session may come from anywhere: its takes lie inside it, or they are no takes of it.
    let inside = !take.file.is_empty()
        && take.file.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !take.file.contains('\\');
    match (rules.size)(&candidate.path()) {
        Some(bytes) if inside && bytes == take.bytes => {}
        Some(bytes) if inside => {
            return no(Reason::FileAltered, format!("{} has {bytes} bytes, not {}", take.file, take.bytes));
        }
        _ => return no(Reason::FileMissing, take.file.clone()),
    }
    if take.frames == 0 {
        return no(Reason::Empty, String::new());
    }
    let judgement = cut_short((rules.judge)(record, &take.measurements)?, take.capture.interrupted);
    if judgement.verdict < rules.min_verdict {
        let ids: Vec<&str> = judgement.findings.iter().map(|finding| finding.id.as_str()).collect();
        return no(Reason::Verdict, format!("{}: {}", judgement.verdict, ids.join(", ")));
    }
    Ok(Admission::Yes(id, judgement))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::quality::Finding;
    use crate::recordings::people::consent::Receipt;
    use crate::recordings::{CaptureFacts, Order, SheetRef, SourceRecord, Speaker};
    use crate::severity::Severity;
    use crate::units::SampleRate;

    pub(crate) const NOW: i64 = 1_795_499_174_000;

    pub(crate) fn receipt(speaker: &str) -> Receipt {
        Receipt {
            schema: 1,
            id: format!("r-{speaker}"),
            speaker: speaker.parse().unwrap(),
            controller: "Some Body".to_owned(),
            contact: "body@example.org".to_owned(),
            basis: "consent".to_owned(),
            text_locale: "fr-FR".parse().unwrap(),
            text_sha256: Sha256::of("consent"),
            method: "terminal".to_owned(),
            asked: Utc::from_millis(NOW - 2000),
            answered: Utc::from_millis(NOW - 1000),
            scopes: [("asr".to_owned(), true), ("tts".to_owned(), false)].into(),
            licence: None,
            expires: Utc::from_millis(NOW + 1000),
            age: "adult".to_owned(),
            withdrawal_sha256: Sha256::of("code"),
            withdrawal: "write to us".to_owned(),
            statement: None,
            tool: "booth 0.1.0".to_owned(),
        }
    }

    pub(crate) fn session(dir: &Path, id: &str, speaker: &str, locale: &str) -> Session {
        Session {
            dir: dir.join(id),
            record: SessionRecord {
                schema: 1,
                id: id.parse().unwrap(),
                created: Utc::from_millis(NOW - 500),
                tool: "booth 0.1.0".to_owned(),
                speaker: Speaker { id: speaker.parse().unwrap(), metadata: BTreeMap::new() },
                locale: locale.parse().unwrap(),
                sheet: SheetRef {
                    id: "demo".parse().unwrap(),
                    version: "1.0.0".to_owned(),
                    sha256: Sha256::of("sheet"),
                    licence: "CC0-1.0".to_owned(),
                    policy: crate::quality::Overrides::new(),
                },
                order: Order::Sheet,
                source: SourceRecord::Import { layout: "pairs".to_owned() },
                room_noise: None,
                consent: Some(receipt(speaker)),
            },
        }
    }

    pub(crate) fn take(prompt: &str, number: u16, text: &str) -> TakeRecord {
        TakeRecord {
            prompt: prompt.parse().unwrap(),
            take: number,
            repetition: 1,
            file: format!("audio/{prompt}_{number}.wav"),
            sha256: Sha256::of("audio"),
            bytes: 100,
            frames: 28,
            rate: SampleRate::new(48_000).unwrap(),
            channels: 1,
            channel: 0,
            text: text.to_owned(),
            text_sha256: Sha256::of(text),
            annotated: None,
            slots: Vec::new(),
            intent: None,
            domain: None,
            capture: CaptureFacts::default(),
            measurements: Measurements { snr_db: Some(30.0), ..Measurements::default() },
            verdict: Verdict::Pass,
            findings: Vec::new(),
            origin: None,
        }
    }

    /// A judge for tests: `clip_runs` findings, a rejection when `dc` is measured.
    #[expect(clippy::unnecessary_wraps, reason = "a judge may fail")]
    pub(crate) fn judge(_: &SessionRecord, measurements: &Measurements) -> Result<Judgement> {
        let finding = |severity| Finding { id: "clipped".to_owned(), severity, value: None, limit: None };
        let warnings = measurements.clip_runs.unwrap_or(0) as usize;
        let mut findings = vec![finding(Severity::Warn); warnings];
        if measurements.dc.is_some() {
            findings.push(finding(Severity::Reject));
        }
        Ok(Judgement::of(findings))
    }

    type Spoil = Box<dyn Fn(&mut Candidate)>;

    fn kept(session: &Session, take: TakeRecord) -> Candidate {
        Candidate { session: Arc::new(session.clone()), take: Box::new(take), state: TakeState::Kept }
    }

    fn run(candidates: Vec<Candidate>) -> (Vec<String>, Vec<(String, Reason)>) {
        let size = |path: &Path| (!path.ends_with("gone.wav")).then_some(100);
        let rules = Rules {
            min_verdict: Verdict::Warn,
            scope: "asr",
            now: Utc::from_millis(NOW),
            judge: &judge,
            size: &size,
        };
        let (chosen, refused) = select(candidates, rules).unwrap();
        (
            chosen
                .iter()
                .map(|c| format!("{} {} {}", c.id, c.candidate.session.record.id, c.candidate.take.take))
                .collect(),
            refused.iter().map(|r| (format!("{} {} {}", r.session, r.prompt, r.take), r.reason)).collect(),
        )
    }

    #[test]
    fn the_best_take_wins_by_verdict_then_findings_then_ratio_then_age() {
        let dir = Path::new("rec");
        let (s1, mut s2) = (session(dir, "s1", "a1", "fr-FR"), session(dir, "s2", "a1", "fr-FR"));
        s2.record.created = Utc::from_millis(NOW - 400);
        let with = |number: u16, warnings: u64, snr: Option<f64>| {
            let mut take = take("p1", number, "x");
            take.measurements.clip_runs = Some(warnings);
            take.measurements.snr_db = snr;
            take
        };
        let order = [
            kept(&s2, with(1, 0, Some(20.0))),
            kept(&s1, with(2, 0, Some(20.0))),
            kept(&s1, with(1, 0, Some(20.0))),
            kept(&s1, with(3, 0, Some(19.0))),
            kept(&s1, with(4, 0, None)),
            kept(&s1, with(5, 1, Some(90.0))),
            kept(&s1, with(6, 2, Some(90.0))),
        ];
        for first in 0..order.len() {
            let mut rest = order[first..].to_vec();
            rest.reverse();
            rest.extend(rest.clone());
            let (chosen, refused) = run(rest);
            let best = &order[first];
            assert_eq!(chosen, [format!("a1-fr-fr-demo-p1-1 {} {}", best.session.record.id, best.take.take)]);
            assert_eq!(refused.len(), order.len() - first - 1);
            assert!(refused.iter().all(|(_, reason)| *reason == Reason::Outranked));
        }
    }

    #[test]
    fn every_refusal_has_its_reason() {
        let dir = Path::new("rec");
        let good = session(dir, "s1", "a1", "fr-FR");
        let cases: Vec<(Reason, Spoil)> = vec![
            (Reason::Replaced, Box::new(|c| c.state = TakeState::Replaced)),
            (Reason::Undecided, Box::new(|c| c.state = TakeState::Undecided)),
            (Reason::ConsentMissing, Box::new(|c| Arc::make_mut(&mut c.session).record.consent = None)),
            (
                Reason::ConsentForeign,
                Box::new(|c| Arc::make_mut(&mut c.session).record.consent = Some(receipt("b2"))),
            ),
            (
                Reason::ConsentExpired,
                Box::new(|c| {
                    let consent = &mut Arc::make_mut(&mut c.session).record.consent;
                    consent.as_mut().unwrap().expires = Utc::from_millis(NOW);
                }),
            ),
            (
                Reason::ConsentScope,
                Box::new(|c| {
                    let consent = &mut Arc::make_mut(&mut c.session).record.consent;
                    consent.as_mut().unwrap().scopes.insert("asr".to_owned(), false);
                }),
            ),
            (Reason::TextAltered, Box::new(|c| c.take.text.push('!'))),
            (
                Reason::TextAltered,
                Box::new(|c| {
                    let name = "a".to_owned();
                    c.take.slots.push(crate::sheet::Slot { name, value: "y".to_owned(), start: 0, end: 1 });
                }),
            ),
            (Reason::FileMissing, Box::new(|c| c.take.file = "audio/gone.wav".to_owned())),
            (Reason::FileMissing, Box::new(|c| c.take.file = "../p1_1.wav".to_owned())),
            (Reason::FileMissing, Box::new(|c| c.take.file = "/p1_1.wav".to_owned())),
            (Reason::FileAltered, Box::new(|c| c.take.bytes = 99)),
            (Reason::Empty, Box::new(|c| c.take.frames = 0)),
            (Reason::Verdict, Box::new(|c| c.take.measurements.dc = Some(0.1))),
            (
                Reason::UnsafeId,
                Box::new(|c| Arc::make_mut(&mut c.session).record.locale = "dev".parse().unwrap()),
            ),
        ];
        for (reason, spoil) in cases {
            let mut candidate = kept(&good, take("p1", 1, "x"));
            spoil(&mut candidate);
            let (chosen, refused) = run(vec![candidate]);
            assert_eq!(chosen, Vec::<String>::new(), "{reason}");
            assert_eq!(refused, [("s1 p1 1".to_owned(), reason)]);
        }
    }

    #[test]
    fn two_prompts_never_share_an_utterance_id() {
        let dir = Path::new("rec");
        let (mut s1, mut s2) = (session(dir, "s1", "a1", "fr-FR"), session(dir, "s2", "a1", "fr-FR"));
        s1.record.sheet.id = "x-y".parse().unwrap();
        s2.record.sheet.id = "x".parse().unwrap();
        let (one, two) = (kept(&s1, take("z", 1, "x")), kept(&s2, take("y-z", 1, "x")));
        for order in [vec![one.clone(), two.clone()], vec![two, one]] {
            let (chosen, refused) = run(order);
            assert_eq!(chosen, ["a1-fr-fr-x-y-z-1 s2 1"]);
            assert_eq!(refused, [("s1 z 1".to_owned(), Reason::UnsafeId)]);
        }
    }
}
