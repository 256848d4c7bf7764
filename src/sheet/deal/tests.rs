use super::*;
use crate::fsio;
use crate::sheet::{SheetSource, lint, load};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const HEAD: &str =
    "id = 'demo'\nversion = '1.0.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'ours'\nsample = true\n";
const TSV: &str = "id\ttext\tintent\tpool\n\
    stop\tStop it now.\tmusic_stop\t\n\
    set\tWake me at {time} {date.on}.\talarm_set\t\n\
    ask\tCan you wake me {date.on}?\talarm_set\teval-only\n\
    both\t{place} or {place}?\tplace_ask\t\n";
const VALUES: &str = "list\tvalue\ton\tpool\n\
    time\tsix\t\t\n\
    time\thalf past nine\t\t\n\
    time\tmidnight\t\teval-only\n\
    date\ttomorrow\ttomorrow\t\n\
    date\tMonday\ton [Monday]\t\n\
    date\tthe fifth\ton the [fifth]\t\n\
    place\tthe park\t\t\n\
    place\tOslo\t\t\n\
    place\tRome\t\ttrain-only\n";

fn write(dir: &Path, tsv: &str, values: &str) -> SheetSource {
    fsio::create_dir_all(&dir.join("values")).unwrap();
    fsio::write_new(&dir.join("sheet.toml"), HEAD.as_bytes()).unwrap();
    fsio::write_new(&dir.join("en-US.tsv"), tsv.as_bytes()).unwrap();
    fsio::write_new(&dir.join("values/en-US.tsv"), values.as_bytes()).unwrap();
    SheetSource::from(dir)
}

fn sheet() -> Sheet {
    let dir = tempfile::tempdir().unwrap();
    let source = write(dir.path(), TSV, VALUES);
    assert_eq!(lint(&source).unwrap().worst(), Some(crate::severity::Severity::Info));
    load(&source, &"en-US".parse().unwrap()).unwrap()
}

fn wish(speaker: &crate::ids::SpeakerId, readings: usize) -> Wish<'_> {
    Wish { speaker, round: 0, readings, eval_percent: 25, is_evaluation: false }
}

/// All that a deal can have, the rest of the sheet being dealt.
fn all(sheet: &Sheet) -> Vec<Dealt> {
    deal(sheet, &wish(&"k3v9".parse().unwrap(), 1000), &Gathered::default(), &[]).prompts
}

#[test]
fn gaps_are_filled_with_forms_and_the_slot_is_what_stands_in_brackets() {
    let found: BTreeSet<String> = all(&sheet()).into_iter().map(|dealt| dealt.annotated).collect();
    for expected in [
        "Wake me at [time : six] on [date : Monday].",
        "Wake me at [time : half past nine] on the [date : fifth].",
        "Can you wake me [date : tomorrow]?",
        // What a template begins with gets a capital, and two gaps of a list get two values.
        "[place : The park] or [place : Oslo]?",
        "Stop it now.",
    ] {
        assert!(found.contains(expected), "{expected} is not in {found:#?}");
    }
    assert!(!found.iter().any(|text| text.contains("[place : Oslo] or [place : Oslo]")), "{found:#?}");
}

#[test]
fn a_value_for_evaluation_is_in_no_sentence_for_training() {
    for dealt in all(&sheet()) {
        let of_template = dealt.template.as_ref().map(crate::ids::PromptId::as_str);
        let expected = match of_template {
            Some("ask") => Pool::EvalOnly,
            Some("both") if dealt.annotated.contains("Rome") => Pool::TrainOnly,
            _ => Pool::Shared,
        };
        assert_eq!(dealt.pool, expected, "{dealt:?}");
        assert!(!dealt.annotated.contains("midnight"), "{dealt:?}");
    }
}

#[test]
fn a_deal_is_one_for_ever_and_another_for_each_speaker() {
    let (sheet, gathered) = (sheet(), Gathered::default());
    let of = |name: &str| deal(&sheet, &wish(&name.parse().unwrap(), 6), &gathered, &[]);
    assert_eq!(of("k3v9"), of("k3v9"));
    assert_ne!(of("k3v9"), of("m4w8"));
    // Golden: what a speaker was dealt stands in sessions, and is dealt so on every machine.
    let ids: Vec<String> = of("k3v9").prompts.iter().map(|dealt| dealt.prompt.to_string()).collect();
    assert_eq!(
        ids,
        ["set-d1219453a4", "ask-26fed1ce5e", "both-8650c38f10", "stop", "both-1142a21807", "ask-5f0d18093c"]
    );
}

#[test]
fn what_was_read_is_dealt_last_and_what_the_speaker_has_read_never() {
    let sheet = sheet();
    let speaker = "k3v9".parse().unwrap();
    let first = sheet.dealt(&deal(&sheet, &wish(&speaker, 4), &Gathered::default(), &[])).unwrap().prompts;
    let second = deal(&sheet, &Wish { round: 1, ..wish(&speaker, 1000) }, &Gathered::default(), &first);
    let texts = |prompts: &[Prompt]| prompts.iter().map(|one| one.text.clone()).collect::<BTreeSet<_>>();
    let again = texts(&sheet.dealt(&second).unwrap().prompts);
    assert!(texts(&first).is_disjoint(&again), "{first:#?} {again:#?}");
    // Somebody else has read one of the three sentences of an intent: another one is dealt.
    let read = sheet.dealt(&Deal { prompts: all(&sheet) }).unwrap().prompts;
    let asked: Vec<&Prompt> = read.iter().filter(|prompt| prompt.pool == Pool::EvalOnly).collect();
    assert_eq!(asked.len(), 3);
    let mut gathered = Gathered::default();
    asked[..2].iter().for_each(|prompt| gathered.add_prompt(&sheet, prompt));
    let wish = Wish { eval_percent: 100, ..wish(&speaker, 1) };
    assert_eq!(deal(&sheet, &wish, &gathered, &[]).prompts[0].annotated, asked[2].annotated);
}

#[test]
fn who_evaluates_is_dealt_nothing_for_training_only() {
    let sheet = sheet();
    let speaker = "k3v9".parse().unwrap();
    let wish = Wish { is_evaluation: true, ..wish(&speaker, 1000) };
    let pools: BTreeSet<Pool> =
        deal(&sheet, &wish, &Gathered::default(), &[]).prompts.iter().map(|dealt| dealt.pool).collect();
    assert_eq!(pools, BTreeSet::from([Pool::Shared, Pool::EvalOnly]));
}

#[test]
fn what_was_dealt_of_another_sheet_is_refused() {
    let sheet = sheet();
    let good = all(&sheet);
    assert!(sheet.dealt(&Deal { prompts: good.clone() }).is_ok());
    for spoil in [
        (|dealt: &mut Dealt| dealt.annotated.push('!')) as fn(&mut Dealt),
        |dealt| dealt.prompt = "stop-0123456789".parse().unwrap(),
        |dealt| dealt.template = Some("gone".parse().unwrap()),
        |dealt| dealt.annotated = "[time : ".to_owned(),
    ] {
        let mut prompts = good.clone();
        spoil(&mut prompts[0]);
        let error = sheet.dealt(&Deal { prompts }).unwrap_err();
        assert!(error.to_string().contains("was dealt of it"), "{error}");
    }
}

#[test]
fn in_the_order_of_the_sheet_each_template_is_one_prompt() {
    let texts: Vec<String> = sheet().undealt().prompts.into_iter().map(|prompt| prompt.annotated).collect();
    assert_eq!(
        texts,
        [
            "Stop it now.",
            "Wake me at [time : six] [date : tomorrow].",
            "Can you wake me [date : tomorrow]?",
            "[place : The park] or [place : Oslo]?",
        ]
    );
}

#[test]
fn a_forecast_counts_what_a_crowd_reads() {
    let sheet = sheet();
    let mut read: Vec<(String, String)> = Vec::new();
    let crowd = Crowd { speakers: 5, each: 5, stopping: 2, seed: 3 };
    let forecast = forecast(&sheet, &crowd, &mut |speaker, prompt| {
        read.push((speaker.to_string(), prompt.text.clone()));
        Ok(())
    })
    .unwrap();
    assert_eq!(forecast.readings, read.len() as u64);
    assert_eq!(forecast.texts, read.iter().map(|(_, text)| text).collect::<BTreeSet<_>>().len() as u64);
    let mut by_speaker: BTreeMap<&str, u64> = BTreeMap::new();
    for (speaker, _) in &read {
        *by_speaker.entry(speaker).or_default() += 1;
    }
    let short = 5 - by_speaker.values().filter(|count| **count == 5).count();
    assert_eq!(short, 2, "{by_speaker:?}");
    assert_eq!(forecast.unseen_eval, Some(1.0));
}

proptest! {
    #[test]
    fn every_deal_is_balanced_and_has_no_sentence_twice(name in "[a-z][a-z0-9]{1,8}", readings in 1usize..40) {
        let sheet = sheet();
        // What is for evaluation only, and the rest, are balanced each in itself.
        let speaker = name.parse().unwrap();
        let wish = Wish { eval_percent: 0, ..wish(&speaker, readings) };
        let dealt = deal(&sheet, &wish, &Gathered::default(), &[]);
        let prompts = sheet.dealt(&dealt).unwrap().prompts;
        let texts: BTreeSet<&str> = prompts.iter().map(|prompt| prompt.text.as_str()).collect();
        prop_assert_eq!(texts.len(), prompts.len());
        prop_assert!(prompts.len() <= readings);
        for prompt in &prompts {
            let id = sheet.item_of(&prompt.id);
            let is_of = prompt.id == id || prompt.id.as_str().starts_with(&format!("{id}-"));
            prop_assert!(is_of);
        }
        // As long as no intent has run out, none is dealt twice more than another.
        let first = &prompts[..prompts.len().min(3)];
        let intents: BTreeSet<_> = first.iter().map(|prompt| &prompt.intent).collect();
        prop_assert_eq!(intents.len(), first.len());
    }
}
