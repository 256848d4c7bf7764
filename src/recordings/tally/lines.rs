//! The lines of `booth check --json`; docs/FORMAT.md describes them.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{PromptId, SessionId};
use crate::quality::{Finding, Measurements, Policy, Verdict};
use crate::recordings::check::{Checked, CopyOf, Job, OwnLimits, Remarks};
use crate::recordings::session::TakeState;
use crate::recordings::session::fault::Fault;
use crate::recordings::tally::account::{CopyCounts, Tally};
use crate::recordings::tally::across::GroupRow;
use crate::recordings::tally::counts::Reason;
use crate::recordings::tally::mostly::{Mostly, mostly};
use crate::recordings::tally::row::decided;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The version of these lines.
const SCHEMA: u16 = 1;

/// One take or file.
#[derive(Debug, Clone, Serialize)]
pub struct TakeLine<'a> {
    schema: u16,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    session: Option<&'a SessionId>,
    speaker: Option<&'a str>,
    prompt: Option<&'a PromptId>,
    take: Option<u16>,
    state: Option<TakeState>,
    text: Option<&'a str>,
    verdict: Verdict,
    measurements: &'a Measurements,
    findings: &'a [Finding],
    copy_of: Option<&'a CopyOf>,
    recogniser: Option<&'a str>,
}

impl<'a> TakeLine<'a> {
    /// Makes the line of a checked job.
    pub fn of(job: &'a Job, checked: &'a Checked) -> Self {
        let take = job.take.as_ref();
        Self {
            schema: SCHEMA,
            kind: "take",
            path: job.path.display().to_string(),
            session: take.map(|take| &take.session.id),
            speaker: take.map(|take| take.session.speaker.as_str()),
            prompt: take.map(|take| &take.prompt),
            take: take.map(|take| take.take),
            state: take.map(|take| take.state),
            text: job.text.as_deref(),
            verdict: checked.judgement.verdict,
            measurements: &checked.measurements,
            findings: &checked.judgement.findings,
            copy_of: checked.copy_of.as_ref(),
            recogniser: decided(job, checked).map(|heard| heard.recogniser.as_str()),
        }
    }
}

/// What a check was made of, besides its takes.
#[derive(Debug, Clone, Copy)]
pub struct Checking<'a> {
    /// The limits.
    pub policy: &'a Policy,
    /// Sessions that the takes come from.
    pub sessions: usize,
    /// Faults of the sessions' records.
    pub journal_faults: usize,
    /// Takes whose transcripts are of other samples.
    pub stale_transcripts: u64,
    /// What else a manager should know of the sessions.
    pub remarks: &'a Remarks,
    /// Takes that lack metrics that are measured now; `None` when all were measured now.
    pub lacking: Option<u64>,
}

/// The last line: the counts of all.
#[derive(Debug, Clone, Serialize)]
pub struct SummaryLine<'a> {
    schema: u16,
    #[serde(rename = "type")]
    kind: &'static str,
    takes: u64,
    sessions: usize,
    pass: u64,
    warn: u64,
    reject: u64,
    seconds: f64,
    reasons: &'a BTreeMap<String, Reason>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mostly: Vec<Mostly>,
    journal_faults: usize,
    profile: &'static str,
    policy_sha256: Sha256,
    stale_transcripts: u64,
    uncounted_transcripts: u64,
    uncounted_recognisers: &'a BTreeSet<String>,
    own_limits: &'a [OwnLimits],
    rejudged: bool,
    lacking_metrics: u64,
    copies: CopyCounts,
    speakers: &'a [GroupRow],
    devices: &'a [GroupRow],
}

impl<'a> SummaryLine<'a> {
    /// Makes the line of a tally; `speakers` and `devices` are its rows.
    pub fn of(
        tally: &'a Tally,
        speakers: &'a [GroupRow],
        devices: &'a [GroupRow],
        checking: &Checking<'a>,
    ) -> Self {
        Self {
            schema: SCHEMA,
            kind: "summary",
            takes: tally.verdicts.total(),
            sessions: checking.sessions,
            pass: tally.verdicts.pass,
            warn: tally.verdicts.warn,
            reject: tally.verdicts.reject,
            seconds: tally.milliseconds as f64 / 1000.0,
            reasons: &tally.reasons,
            mostly: mostly(tally),
            journal_faults: checking.journal_faults,
            profile: checking.policy.profile(),
            policy_sha256: checking.policy.sha256(),
            stale_transcripts: checking.stale_transcripts,
            uncounted_transcripts: checking.remarks.uncounted.lines,
            uncounted_recognisers: &checking.remarks.uncounted.names,
            own_limits: &checking.remarks.own_limits,
            rejudged: checking.lacking.is_some(),
            lacking_metrics: checking.lacking.unwrap_or(0),
            copies: tally.copies,
            speakers,
            devices,
        }
    }
}

/// The fields of a fault of a session's records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FaultRow<'a> {
    /// The session's folder.
    pub path: String,
    /// What is wrong.
    #[serde(flatten)]
    pub fault: &'a Fault,
}

/// Returns a line as text without its end, its keys in the order of the alphabet.
///
/// # Errors
/// [`ErrorKind::Io`] when a value cannot be written as JSON.
pub fn to_text(line: &impl Serialize) -> Result<String> {
    let value = serde_json::to_value(line)
        .map_err(|error| Error::new(ErrorKind::Io, "a value cannot be written as JSON").with_source(error))?;
    Ok(value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Judgement;
    use crate::recordings::tally::TakeRow;

    #[test]
    fn the_lines_are_those_of_the_first_version() {
        // Oracle: what `booth check --json` of commit dcfb07f prints for such a file, and for nothing, with the keys
        // that came later.
        let job = Job {
            path: "a \"b\".wav".into(),
            text: Some("Grüß Gott".to_owned()),
            locale: "de-DE".parse().unwrap(),
            take: None,
        };
        let judgement = Judgement::of(Vec::new());
        let measurements = Measurements { frames: 24_000, sr: 16_000, ..Measurements::default() };
        let checked = Checked { measurements, judgement, copy_of: None };
        let text = to_text(&TakeLine::of(&job, &checked)).unwrap();
        let (before, rest) = text.split_once("\"measurements\":{").unwrap();
        assert_eq!(before, "{\"copy_of\":null,\"findings\":[],");
        assert!(rest.ends_with(
            "},\"path\":\"a \\\"b\\\".wav\",\"prompt\":null,\"recogniser\":null,\"schema\":1,\"session\":null,\"speaker\":null,\"state\":null,\
             \"take\":null,\"text\":\"Grüß Gott\",\"type\":\"take\",\"verdict\":\"pass\"}"
        ));

        let mut tally = Tally::new(0);
        tally.add(&TakeRow::of(&job, &checked));
        let policy = Policy::default();
        let checking = Checking {
            policy: &policy,
            sessions: 2,
            journal_faults: 3,
            stale_transcripts: 4,
            remarks: &Remarks::default(),
            lacking: Some(5),
        };
        assert_eq!(
            to_text(&SummaryLine::of(&tally, &tally.speaker_rows(), &tally.device_rows(), &checking))
                .unwrap(),
            format!(
                "{{\"copies\":{{\"exact\":0,\"near\":0,\"other_text\":0}},\"devices\":[],\"journal_faults\":3,\
                 \"lacking_metrics\":5,\"own_limits\":[],\"pass\":1,\"policy_sha256\":\"{}\",\"profile\":\"asr\",\"reasons\":{{}},\
                 \"reject\":0,\"rejudged\":true,\"schema\":1,\"seconds\":1.5,\"sessions\":2,\"speakers\":[],\
                 \"stale_transcripts\":4,\"takes\":1,\"type\":\"summary\",\"uncounted_recognisers\":[],\"uncounted_transcripts\":0,\"warn\":0}}",
                policy.sha256()
            )
        );
    }
}
