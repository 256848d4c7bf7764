use super::*;
use crate::corpus::plan::{Input, plan};
use crate::corpus::refusal::Reason;
use crate::corpus::select::tests::NOW;
use crate::corpus::tests::settings;
use crate::digest::Sha256;
use crate::error::ErrorKind;
use crate::fsio;
use crate::quality::{Meter, MeterSpec, judge};
use crate::recordings::assess::assessor::Assessor;
use crate::recordings::assess::sound::{Sounding, alone};
use crate::recordings::check;
use crate::recordings::ledger::Ledger;
use crate::recordings::session::TakeEnd;
use crate::recordings::session::chain::reseal;
use crate::recordings::session::event::CaptureFacts;
use crate::recordings::session::reason::StopReason;
use crate::recordings::{Models, testing};
use crate::testing::Noise;
use crate::units::Utc;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

#[test]
fn measurements_that_came_with_a_session_count_only_when_they_are_true() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("recordings");
    let mut writer = testing::create(&root, "s1");
    // The builder says of half a second of one level that there is nothing.
    let one = testing::record_take(&mut writer, &testing::prompt("one", 1), 1, 500);
    testing::keep(&mut writer, &one);
    testing::record_take(&mut writer, &testing::prompt("two", 1), 1, 500);
    let policy = Policy::default_for("asr").unwrap();
    let judge = |record: &SessionRecord, measured: &Measurements| judge_under(&policy, record, measured);
    let now = Utc::from_millis(NOW);
    let state = dir.path().join("state");
    let planned = |folders: &dyn Recordings| {
        let input = Input { recordings: folders, judge: &judge, now, scratch: dir.path(), previous: None };
        plan(input, &settings(), None, None).map(|plan| plan.refused_by_reason)
    };
    let session = root.join("s1");
    let frames = |sessions: &Sessions<'_>| {
        let mut frames = Vec::new();
        let mut keep = |_: &SessionRecord, take: crate::recordings::TakeRecord| {
            frames.push(take.measurements.frames);
            Ok(0)
        };
        sessions.takes(&session, &mut keep).unwrap();
        frames
    };
    let refused = BTreeMap::from([(Reason::Undecided, 1), (Reason::Verdict, 1)]);
    let survey = |ledger: &Ledger| {
        let options = Options { ledger: Some(ledger), ..Options::new(&policy, dir.path()) };
        let folders = Folders::find(std::slice::from_ref(&root)).unwrap();
        let sessions = folders.measured(&options, |_, _| {}).unwrap();
        ledger.finish().unwrap();
        // What nobody accepted was not looked at.
        assert_eq!(frames(&sessions), [500, 0]);
        (sessions.doubts().counts, planned(&sessions).unwrap())
    };
    let believed = Folders::find(std::slice::from_ref(&root)).unwrap().believed();
    assert_eq!((planned(&believed).unwrap(), frames(&believed)), (refused.clone(), vec![0, 0]));
    // It is a lie that an older version could have told.
    let lie = SurveyCounts { measured: 1, older: 1, differing: 0 };
    for _ in 0..2 {
        // What differs is attested by nobody, and measured each time.
        assert_eq!(survey(&Ledger::open(&state).unwrap()), (lie, refused.clone()));
    }
    drop(writer);

    // With what is true of the file in place of it, the take is as its session says, and known from then on.
    let options = Options::new(&policy, dir.path());
    let measure = |take: u16| {
        let mut found = None;
        let work =
            check::find(std::slice::from_ref(&root), false, &"en-US".parse().unwrap(), &options).unwrap();
        let each = |job: &check::Job, checked: check::Checked| {
            if job.path.ends_with(format!("audio/one_{take}.wav")) {
                found = Some(checked.measurements);
            }
            ControlFlow::Continue(())
        };
        check::run(&work, &options, &Models::default(), |_| {}, each).unwrap();
        found.unwrap()
    };
    let truth = serde_json::to_string(&measure(1)).unwrap();
    let journal = session.join("takes.jsonl");
    let text = std::fs::read_to_string(&journal).unwrap();
    let made_up = serde_json::to_string(&one.measurements).unwrap();
    let told = text.replacen(&made_up, &truth, 1);
    assert_ne!(told, text);
    // Whoever lies makes the checksums anew.
    let write = |text: &str| {
        let record = std::fs::read(session.join("session.json")).unwrap();
        fsio::replace(&journal, reseal(&record, text).as_bytes()).unwrap();
    };
    write(&told);
    let true_now = SurveyCounts { measured: 1, older: 0, differing: 0 };
    assert_eq!(survey(&Ledger::open(&state).unwrap()), (true_now, refused));
    assert_eq!(survey(&Ledger::open(&state).unwrap()).0, SurveyCounts::default());

    // What changes between the survey and the plan stops it.
    let sessions = Folders::find(std::slice::from_ref(&root)).unwrap().measured(&options, |_, _| {}).unwrap();
    write(&text);
    let error = planned(&sessions).unwrap_err();
    // No fault of the session, which might then be left out.
    assert_eq!((error.kind(), error.path()), (ErrorKind::Session, None));
    assert!(error.message().contains("changed") && error.message().contains("s1"), "{error}");

    // Other samples under the digest that the session gives: what was published is not there.
    let other =
        told.replacen(&measure(1).pcm_sha256.unwrap().to_string(), &Sha256::of("other").to_string(), 1);
    write(&other);
    let (counts, refused) = survey(&Ledger::open(&state).unwrap());
    assert_eq!(counts, SurveyCounts { measured: 1, older: 0, differing: 1 });
    assert_eq!(refused, [(Reason::FileAltered, 1), (Reason::Undecided, 1)].into());
}

#[test]
fn what_was_cut_off_when_less_was_allowed_is_measured_again_and_the_outcome_is_that_of_any_ledger() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("recordings");
    let up_to = |seconds: f64| {
        let limit = BTreeMap::from([("reject_s".to_owned(), seconds)]);
        Policy::default().with_overrides(&BTreeMap::from([("take-long".to_owned(), limit)])).unwrap()
    };
    let (two_s, ten_s) = (up_to(2.0), up_to(10.0));
    // Two takes of three seconds: one was recorded where two were allowed, one where ten were.
    let mut writer = testing::create(&root, "s1");
    let (state, nothing) = (dir.path().join("state"), dir.path().join("nothing"));
    let ledger = Ledger::to_add_to(&state);
    let mut noise = Noise::new(7);
    for (id, policy) in [("one", &two_s), ("two", &ten_s)] {
        let mut take = writer.begin_take(&testing::prompt(id, 1), 1, testing::form()).unwrap();
        let mut meter = Meter::new(MeterSpec::new(testing::form().rate(), 16)).up_to(policy.longest());
        let samples: Vec<f32> = (0..3_000).map(|_| 0.2 * noise.sample()).collect();
        meter.push(take.write(&samples).unwrap());
        let end = TakeEnd { reason: StopReason::User, capture: CaptureFacts::default() };
        let finished = writer.finish_take(take, end).unwrap();
        let (mut measured, grid) = meter.finish_with_grid();
        let locale = &writer.record().locale;
        Assessor::hear(&mut measured, &grid, &format!("say {id}"), locale);
        measured.xruns = Some(0);
        let judgement = judge(&measured, policy);
        let take = writer.publish_take(finished, (measured, judgement)).unwrap();
        assert_eq!(take.measurements.is_cut_off(), id == "one");
        ledger.note(Sounding::of(&take, &writer.record().locale).attest(&take.measurements).unwrap());
        testing::keep(&mut writer, &take);
    }
    ledger.finish().unwrap();
    let survey = |policy: &Policy, state: &Path| {
        let ledger = Ledger::open(state).unwrap();
        let options = Options { ledger: Some(&ledger), ..Options::new(policy, dir.path()) };
        let folders = Folders::find(std::slice::from_ref(&root)).unwrap();
        let sessions = folders.measured(&options, |_, _| {}).unwrap();
        let mut found = Vec::new();
        let mut keep = |_: &SessionRecord, take: crate::recordings::TakeRecord| {
            found.push((take.measurements.is_cut_off(), alone(&take.measurements)));
            Ok(0)
        };
        sessions.takes(&root.join("s1"), &mut keep).unwrap();
        (sessions.doubts().counts.measured, found)
    };
    let rounds = [(&two_s, true, 0), (&ten_s, false, 1), (&two_s, true, 0)];
    for (round, (policy, cut, measured)) in rounds.into_iter().enumerate() {
        let (count, found) = survey(policy, &state);
        assert_eq!(count, measured, "{cut}");
        assert!(found.iter().all(|take| take.0 == cut), "{found:?}");
        assert!(found.iter().all(|take| take.1.speech_s.is_none() == cut), "{found:?}");
        // A machine that knows nothing measures both, and finds the same.
        assert_eq!(survey(policy, &nothing.join(round.to_string())), (2, found));
    }
}

#[test]
fn of_a_session_that_goes_on_what_was_surveyed_counts_and_a_take_that_came_since_stops_the_plan() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("recordings");
    // The entries of the second session come after those of the first, and are not for its takes.
    let mut writers: Vec<_> = ["s1", "s2"]
        .iter()
        .map(|id| {
            let mut writer = testing::create(&root.join(id), id);
            let take = testing::record_take(&mut writer, &testing::prompt("one", 1), 1, 500);
            testing::keep(&mut writer, &take);
            writer
        })
        .collect();
    let policy = Policy::default_for("asr").unwrap();
    let options = Options::new(&policy, dir.path());
    let sessions = Folders::find(std::slice::from_ref(&root)).unwrap().measured(&options, |_, _| {}).unwrap();
    let judge = |record: &SessionRecord, measured: &Measurements| judge_under(&policy, record, measured);
    let now = Utc::from_millis(NOW);
    let planned = || {
        let input = Input { recordings: &sessions, judge: &judge, now, scratch: dir.path(), previous: None };
        plan(input, &settings(), None, None).map(|plan| plan.refused_by_reason)
    };
    let before = planned().unwrap();
    assert_eq!(before, [(Reason::Verdict, 2)].into());
    writers[0].append(crate::recordings::session::Event::Heartbeat).unwrap();
    assert_eq!(planned().unwrap(), before);
    testing::record_take(&mut writers[0], &testing::prompt("two", 1), 1, 500);
    let error = planned().unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::Session, None));
    assert!(error.message().contains("changed") && error.message().contains("s1"), "{error}");
}
