use super::*;
use crate::fsio;
use crate::recordings::CaptureFacts;
use crate::recordings::session::record::Order;
use crate::recordings::session::{FileState, SessionWriter, TakeEnd, TakeWriter};
use crate::recordings::testing::{self, form};
use crate::sheet::SheetHead;
use crate::sitting::testing::{Expected, command_of};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn sheet(repeats: &[(&str, u16)]) -> Sheet {
    let head: SheetHead =
        toml::from_str("id='assistant'\nversion='1.0.0'\ntitle='T'\nlicence='CC0-1.0'\nsource='us'\n")
            .unwrap();
    Sheet {
        head,
        locale: "en-US".parse().unwrap(),
        prompts: repeats.iter().map(|&(id, repeat)| testing::prompt(id, repeat)).collect(),
        templates: Vec::new(),
        values: crate::sheet::Values::default(),
        sha256: crate::digest::Sha256::of("sheet"),
        source: PathBuf::new().into(),
    }
}

/// A driver that does what the booth says, on real files, and writes down the effects as words.
struct Studio {
    root: tempfile::TempDir,
    sheet: Sheet,
    wanted: Wanted,
    writer: Option<SessionWriter>,
    booth: Booth,
    take: Option<TakeWriter>,
    now_ms: u64,
    log: Vec<String>,
}

fn word(effect: &Effect) -> String {
    match effect {
        Effect::BeginTake { prompt, repetition } => format!("begin {prompt}/{repetition}"),
        Effect::EndTake { reason } => format!("end {reason}"),
        Effect::PlayTake { prompt, take, .. } => format!("play {prompt}_{take}"),
        Effect::PlayMedia => "hear".to_owned(),
        Effect::DeleteTake { prompt, take, .. } => format!("delete {prompt}_{take}"),
        Effect::Thank => "thank".to_owned(),
        Effect::Close { reason } => format!("close {reason}"),
        Effect::Refuse { why } => format!("no: {why}"),
        Effect::Journal { event, .. } => match event {
            Event::Shown { prompt, repetition } => format!("shown {prompt}/{repetition}"),
            Event::VerdictShown { prompt, take } => format!("verdict {prompt}_{take}"),
            Event::Kept { prompt, take } => format!("kept {prompt}_{take}"),
            Event::Undone { prompt, take } => format!("undone {prompt}_{take}"),
            Event::Redone { prompt, take, reason } => format!("redone {prompt}_{take} {reason}"),
            Event::Skipped { prompt, repetition, .. } => format!("skipped {prompt}/{repetition}"),
            Event::Reported(report) => format!("reported {} {}", report.prompt, report.reason),
            Event::Back { prompt } => format!("back {prompt}"),
            Event::Played { prompt, take } => format!("played {prompt}_{take}"),
            Event::Closed { reason } => format!("closed {reason}"),
            Event::Heartbeat => "heartbeat".to_owned(),
            Event::Paused => "paused".to_owned(),
            Event::Resumed => "resumed".to_owned(),
            other => format!("{other:?}"),
        },
    }
}

impl Studio {
    fn new(repeats: &[(&str, u16)], limit: Option<usize>) -> Self {
        let root = tempfile::tempdir().unwrap();
        let writer = testing::create(root.path(), "s1");
        let sheet = sheet(repeats);
        let wanted = Wanted { limit, ..Wanted::default() };
        let booth = Booth::new(writer.record(), &sheet, &wanted, &[]);
        let mut studio =
            Self { root, sheet, wanted, writer: Some(writer), booth, take: None, now_ms: 0, log: vec![] };
        let effects = studio.booth.start(0);
        studio.perform(effects);
        studio
    }

    fn views(&self) -> Vec<SessionView> {
        let sessions = crate::recordings::session::find_sessions(self.root.path()).unwrap().sessions;
        sessions.iter().map(|dir| SessionView::open(dir).unwrap()).collect()
    }

    /// The program dies and is started again.
    fn crash(&mut self) {
        drop(self.take.take());
        self.writer = None;
        self.writer = Some(testing::resume(&self.root.path().join("s1")));
        self.enter();
    }

    fn enter(&mut self) {
        let views = self.views();
        let writer = self.writer.as_ref().unwrap();
        self.booth = Booth::new(writer.record(), &self.sheet, &self.wanted, &views);
        self.log.push("|".to_owned());
        let effects = self.booth.start(self.now_ms);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.log.push(word(&effect));
            let writer = self.writer.as_mut().unwrap();
            match effect {
                Effect::BeginTake { prompt, repetition } => {
                    assert!(self.take.is_none());
                    let prompt = self
                        .booth
                        .prompt()
                        .filter(|shown| shown.id == prompt)
                        .expect("the prompt shown")
                        .clone();
                    let take = writer.begin_take(&prompt, repetition, form()).unwrap();
                    self.take = Some(take);
                }
                Effect::EndTake { reason } => {
                    let mut take = self.take.take().expect("a take runs");
                    take.write(&[0.25; 150]).unwrap();
                    let interrupted = reason == StopReason::Interrupted;
                    let capture = CaptureFacts { interrupted, ..CaptureFacts::default() };
                    let finished = writer.finish_take(take, TakeEnd { reason, capture }).unwrap();
                    let record = writer.publish_take(finished, testing::assessed_well()).unwrap();
                    self.fact(Fact::TakeJudged(Box::new(record)));
                }
                Effect::Journal { event, .. } => {
                    writer.append(event).unwrap();
                }
                Effect::DeleteTake { prompt, take, .. } => writer.delete_take(&prompt, take).unwrap(),
                Effect::Thank
                | Effect::PlayMedia
                | Effect::PlayTake { .. }
                | Effect::Refuse { .. }
                | Effect::Close { .. } => {}
            }
        }
    }

    fn fact(&mut self, fact: Fact) {
        self.now_ms += 10;
        let effects = self.booth.fact(fact, self.now_ms);
        self.perform(effects);
    }

    fn command(&mut self, command: &Command) {
        self.now_ms += 10;
        let effects = self.booth.command(command, self.now_ms);
        self.perform(effects);
    }

    /// The letters of `command_of`, c crash, l device lost, L back, f storage failed, e audio ended, 0-9 go to that prompt.
    fn drive(&mut self, keys: &str) -> String {
        self.log.clear();
        for key in keys.chars() {
            match (self.command_of(key), key) {
                (Some(command), _) => self.command(&command),
                (None, 'c') => self.crash(),
                (None, 'l') => self.fact(Fact::DeviceLost),
                (None, 'L') => self.fact(Fact::DeviceBack),
                (None, 'f') => self.fact(Fact::StorageFailed),
                (None, _) => self.fact(Fact::AudioEnded),
            }
        }
        self.log.join(", ")
    }

    fn command_of(&self, key: char) -> Option<Command> {
        let to = |digit: u32| Command::Goto {
            prompt: self.sheet.prompts[digit as usize % self.sheet.prompts.len()].id.clone(),
        };
        command_of(key, &self.booth.view()).or_else(|| key.to_digit(10).map(to))
    }

    fn in_state(&self, state: TakeState) -> BTreeSet<(String, u16, u16)> {
        let takes: Vec<_> = self.views().iter().flat_map(|view| view.takes().to_vec()).collect();
        let there = takes
            .iter()
            .filter(|take| (take.file == FileState::Missing) == (take.state == TakeState::Deleted));
        let found = there.filter(|take| take.state == state).map(|take| &take.record);
        found.map(|take| (take.prompt.to_string(), take.repetition, take.take)).collect()
    }

    /// The takes that are accepted, by the files alone.
    fn kept_on_disk(&self) -> BTreeSet<(String, u16, u16)> {
        self.in_state(TakeState::Kept)
    }

    /// The takes that are deleted, and whose files are gone.
    fn deleted_on_disk(&self) -> BTreeSet<(String, u16, u16)> {
        self.in_state(TakeState::Deleted)
    }
}

#[test]
fn sequences_of_commands_give_these_effects() {
    let cases: [(&str, &str); 20] = [
        ("rsk", "begin a/1, end user, verdict a_1, kept a_1, shown b/1"),
        ("rek", "begin a/1, end end, verdict a_1, kept a_1, shown b/1"),
        // A take is given up when another one is accepted, and no sooner.
        (
            "rsdrsk",
            "begin a/1, end user, verdict a_1, shown a/1, begin a/1, end user, verdict a_2, kept a_2, \
             redone a_1 self, shown b/1",
        ),
        ("rdr", "begin a/1, end user, shown a/1, begin a/1"),
        (
            "xrskrskq",
            "skipped a/1, shown b/1, begin b/1, end user, verdict b_1, kept b_1, shown a/1, \
             begin a/1, end user, verdict a_1, kept a_1, closed finished, close finished",
        ),
        (
            "xxxxrq",
            "skipped a/1, shown b/1, skipped b/1, shown a/1, skipped a/1, shown b/1, skipped b/1, no: done, \
             closed finished, close finished",
        ),
        (
            "rskbk",
            "begin a/1, end user, verdict a_1, kept a_1, shown b/1, back a, shown a/1, verdict a_1, \
             shown b/1",
        ),
        (
            "rskbdrsk",
            "begin a/1, end user, verdict a_1, kept a_1, shown b/1, back a, shown a/1, verdict a_1, \
             shown a/1, begin a/1, end user, verdict a_2, kept a_2, redone a_1 self, shown b/1",
        ),
        ("rsp", "begin a/1, end user, verdict a_1, played a_1, play a_1"),
        // At a prompt the newest one is heard, and an older one of several can be accepted.
        (
            "rsdrsdp<<k",
            "begin a/1, end user, verdict a_1, shown a/1, begin a/1, end user, verdict a_2, shown a/1, \
             played a_2, play a_2, shown a/1, verdict a_2, shown a/1, verdict a_1, kept a_1, redone a_2 self, shown b/1",
        ),
        ("zkZ", "paused, no: paused, resumed"),
        // A report decides on nothing, and the same is written once.
        (
            "!!rsD!Dk!qk",
            "reported a spelling, thank, thank, begin a/1, end user, verdict a_1, thank, kept a_1, shown b/1, \
             reported b spelling, thank, closed quit, close quit, no: not-open",
        ),
        ("ri", "begin a/1, end interrupted, closed interrupted, close interrupted"),
        ("rf", "begin a/1, end disk, closed error, close error"),
        (
            "rlkrLr",
            "begin a/1, end device-lost, verdict a_1, kept a_1, shown b/1, no: device-lost, begin b/1",
        ),
        (
            "kpsZbuCD<1q",
            "no: no-take, no: no-take, no: not-recording, no: not-paused, no: nothing-before, no: nothing-to-undo, \
             no: not-asked, no: no-take, no: no-such-take, shown b/1, closed quit, close quit",
        ),
        // The last sentence can be taken back as any other.
        (
            "rskrskuuk",
            "begin a/1, end user, verdict a_1, kept a_1, shown b/1, begin b/1, end user, verdict b_1, kept b_1, \
             undone b_1, back b, shown b/1, verdict b_1, undone a_1, back a, shown a/1, verdict a_1, kept a_1, \
             shown b/1, verdict b_1",
        ),
        (
            "rskbdrsku",
            "begin a/1, end user, verdict a_1, kept a_1, shown b/1, back a, shown a/1, verdict a_1, \
             shown a/1, begin a/1, end user, verdict a_2, kept a_2, redone a_1 self, shown b/1, undone a_2, kept a_1, \
             back a, shown a/1, verdict a_2",
        ),
        ("rsxu", "begin a/1, end user, verdict a_1, skipped a/1, shown b/1, back a, shown a/1, verdict a_1"),
        // Deleting asks first; what is deleted is gone from the list, and what was decided on it with it.
        (
            "rsDCDDrskbDDu",
            "begin a/1, end user, verdict a_1, delete a_1, shown a/1, begin a/1, end user, verdict a_2, kept a_2, \
             shown b/1, back a, shown a/1, verdict a_2, delete a_2, shown a/1, no: nothing-to-undo",
        ),
    ];
    for (keys, expected) in cases {
        assert_eq!(Studio::new(&[("a", 1), ("b", 1)], None).drive(keys), expected, "{keys}");
    }
}

#[test]
fn a_sitting_goes_on_where_it_stopped() {
    let cases: [(&str, &str); 11] = [
        // What was left out twice is asked again by whoever comes back for it.
        ("xxxxxxc", "shown a/1"),
        ("rskc", "shown b/1"),
        ("rsc", "shown a/1, verdict a_1"),
        ("rc", "shown a/1"),
        ("1c", "shown b/1"),
        ("xc", "shown b/1"),
        (
            "rskxrskcrskq",
            "shown b/1, begin b/1, end user, verdict b_1, kept b_1, closed finished, close finished",
        ),
        // Another one was wanted, and did not come: the one that is there is offered, and the older ones with it.
        ("rsdc", "shown a/1, verdict a_1"),
        ("rsdrdc<", "shown a/1, verdict a_2, shown a/1, verdict a_1"),
        // What was left out is not offered by itself, and is there all the same.
        ("rsxc0<", "shown b/1, shown a/1, shown a/1, verdict a_1"),
        // All is read: it waits, and can be gone back to.
        ("rskrskrskcrbkq", "no: done, back c, shown c/1, verdict c_1, closed finished, close finished"),
    ];
    for (keys, expected) in cases {
        let log = Studio::new(&[("a", 1), ("b", 1), ("c", 1)], None).drive(keys);
        let after = log.split_once("|, ").unwrap().1;
        assert_eq!(after, expected, "{keys}");
    }
}

#[test]
fn a_short_sitting_ends_at_its_limit_and_the_next_goes_on() {
    let mut studio = Studio::new(&[("a", 1), ("b", 1), ("c", 1)], Some(2));
    assert!(studio.drive("rskrskq").ends_with("kept b_1, closed limit, close limit"));
    assert!(studio.drive("c").ends_with("|, shown c/1"));
    assert!(studio.drive("rskq").ends_with("kept c_1, closed finished, close finished"));
    assert_eq!(studio.drive("cq"), "|, closed finished, close finished");
}

#[test]
fn what_is_shown_again_after_a_sleep_or_a_lost_microphone_is_below_its_sentence() {
    for facts in [vec![Fact::Slept], vec![Fact::DeviceLost, Fact::DeviceBack]] {
        let mut studio = Studio::new(&[("a", 1)], None);
        studio.drive("rs");
        let before = studio.booth.view();
        for fact in facts {
            studio.fact(fact);
        }
        let after = studio.booth.view();
        assert_eq!((before.is_new, after.is_new, after.phase), (true, false, Phase::Verdict));
        assert!(after.state > before.state && after.take == before.take);
    }
}

#[test]
fn what_is_kept_can_be_asked_for_again_and_stays_until_another_one_is_kept() {
    let mut studio = Studio::new(&[("a", 1), ("b", 1)], None);
    studio.drive("rskrskq");
    studio.wanted.again = vec!["b".parse().unwrap()];
    assert_eq!(studio.drive("c"), "|, shown b/1");
    assert_eq!((studio.booth.view().counts.left_now, studio.booth.view().counts.kept), (1, 2));
    // Left out, it is kept as before.
    assert_eq!((studio.drive("x").as_str(), studio.booth.phase()), ("", Phase::Done));
    assert_eq!(studio.drive("c"), "|, shown b/1");
    assert_eq!(studio.drive("rsk"), "begin b/1, end user, verdict b_2, kept b_2, redone b_1 self");
    let counts = studio.booth.view().counts;
    assert_eq!((studio.booth.phase(), counts.kept_now, counts.left_now), (Phase::Done, 1, 0));
    assert_eq!(studio.drive("u"), "undone b_2, kept b_1, back b, shown b/1, verdict b_2");
    assert_eq!(studio.booth.view().counts.kept_now, 0);
}

#[test]
fn repeated_prompts_come_again_later_and_a_changed_text_is_asked_again() {
    let mut studio = Studio::new(&[("a", 2), ("b", 1)], None);
    assert_eq!(studio.booth.view().counts.left_now, 3);
    studio.drive("rskrsk");
    let view = studio.booth.view();
    let prompt = view.prompt.unwrap();
    assert_eq!((prompt.id.as_str(), prompt.repetition, prompt.repeat, prompt.number), ("a", 2, 2, 3));
    assert_eq!((view.counts.kept, view.counts.left_now, view.counts.kept_ms), (2, 1, 300));
    studio.sheet.prompts[1].text = "say something else".to_owned();
    studio.drive("rskc");
    assert_eq!(studio.booth.prompt().unwrap().id.as_str(), "b");
}

#[test]
fn a_take_whose_file_is_gone_is_asked_again() {
    let mut studio = Studio::new(&[("a", 1), ("b", 1)], None);
    studio.drive("rskrsk");
    fsio::remove_leftover(&studio.root.path().join("s1/audio/a_1.wav")).unwrap();
    assert_eq!(studio.drive("c"), "|, shown a/1");
}

#[test]
fn a_new_session_goes_on_from_the_former_one_but_does_not_decide_on_its_takes() {
    let mut studio = Studio::new(&[("a", 1), ("b", 1)], None);
    studio.drive("rskq");
    studio.writer = None;
    let mut record = testing::session("s2");
    record.order = Order::Sheet;
    studio.writer = Some(testing::create_record(studio.root.path(), record));
    studio.log.clear();
    studio.enter();
    assert_eq!(studio.log.join(", "), "|, shown b/1");
    let log = studio.drive("bpdrsk");
    assert_eq!(
        log,
        "back a, shown a/1, play a_1, shown a/1, begin a/1, end user, verdict a_1, kept a_1, shown b/1"
    );
    assert_eq!(studio.kept_on_disk(), BTreeSet::from([("a".to_owned(), 1, 1)]));
}

#[test]
fn the_journal_is_never_silent_for_long() {
    let mut studio = Studio::new(&[("a", 1)], None);
    studio.log.clear();
    for _ in 0..70 {
        studio.now_ms += 990;
        studio.fact(Fact::Tick);
    }
    assert_eq!(studio.log, ["heartbeat"; 4]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::testing::cases(48)))]

    #[test]
    fn what_is_accepted_is_what_was_decided_and_a_crash_changes_nothing(
        keys in "[rrrrsssskkkkdxbupzZiqlLfeDC<0123c!]{1,60}",
        repeats in prop::collection::vec(1u16..3, 1..4),
    ) {
        let names = ["a", "b", "c", "d"];
        let list: Vec<(&str, u16)> = names.into_iter().zip(repeats).collect();
        let mut studio = Studio::new(&list, None);
        let mut expected = Expected::default();
        for key in keys.chars() {
            let before = studio.booth.view();
            let was_closed = before.phase == Phase::Finished;
            match studio.command_of(key) {
                Some(command) => expected.command(&before, &command),
                None if key == 'c' => expected.started_again(),
                None => {}
            }
            let log = studio.drive(&key.to_string());
            let view = studio.booth.view();
            prop_assert_eq!(studio.kept_on_disk(), expected.kept(), "{}: {}", key, log);
            prop_assert_eq!(studio.deleted_on_disk(), expected.deleted(), "{}: {}", key, log);
            prop_assert_eq!(expected.kept().len(), view.counts.kept);
            prop_assert_eq!(studio.take.is_some(), view.phase == Phase::Recording);
            prop_assert!(view.phase != Phase::Judging && view.phase != Phase::Idle);
            prop_assert_eq!(view.prompt.is_none(), matches!(view.phase, Phase::Finished | Phase::Done));
            prop_assert_eq!(view.closed.is_some(), view.phase == Phase::Finished);
            prop_assert_eq!(log.matches("close ").count(), usize::from(log.contains("closed ")));
            if was_closed && key != 'c' && !"lLfe".contains(key) {
                prop_assert_eq!(log, "no: not-open");
            }
        }
        // What is shown after a crash is what was shown before it.
        let before = studio.booth.view();
        studio.drive("c");
        let after = studio.booth.view();
        prop_assert_eq!(before.counts.kept, after.counts.kept);
        prop_assert_eq!(before.counts.kept_ms, after.counts.kept_ms);
        if before.is_new {
            prop_assert_eq!((before.take, before.prompt), (after.take, after.prompt));
        }
        let serialised = serde_json::to_string(&studio.booth.view()).unwrap();
        prop_assert!(serialised.contains("\"phase\""));
    }
}
