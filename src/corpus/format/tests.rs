//! What all formats share: their table, a small corpus, and what is made of it in memory.

mod readers;

use super::container::Shard;
use super::*;
use crate::corpus::catalogue::tests::row;
use crate::corpus::split::Split;
use crate::sheet::annotation::parse;

/// Keeps the files in memory, and of further places of audio the utterance.
#[derive(Default)]
pub(crate) struct Memory {
    pub files: BTreeMap<String, String>,
    pub links: BTreeMap<String, String>,
}

impl Sink for Memory {
    fn append(&mut self, path: &str, text: &str) -> Result<()> {
        self.files.entry(path.to_owned()).or_default().push_str(text);
        Ok(())
    }

    fn file(&mut self, path: &str, text: &str) -> Result<()> {
        assert_eq!(self.files.insert(path.to_owned(), text.to_owned()), None, "{path} is made twice");
        Ok(())
    }

    fn link(&mut self, path: &str, row: &Row) -> Result<()> {
        assert_eq!(self.links.insert(path.to_owned(), row.id.to_string()), None, "{path} is linked twice");
        Ok(())
    }
}

/// What a format makes of rows.
pub(super) fn made_in_memory(name: &str, rows: &[Row]) -> (Memory, BTreeMap<Unfit, u64>) {
    let mut out = Memory::default();
    let mut writers = Writers::new(&[name.to_owned()]).unwrap();
    for row in rows {
        writers.push(row, &mut out).unwrap();
    }
    let left_out = writers.finish(&mut out).unwrap().remove(name).unwrap_or_default();
    (out, left_out)
}

/// The same as one text: each file by path, with its text or, after `=`, the utterance whose audio it is; then what is left out.
pub(super) fn made(name: &str, rows: &[Row]) -> String {
    let (out, left_out) = made_in_memory(name, rows);
    let texts = out.files.into_iter().map(|(path, text)| (path.clone(), format!("{path}\n{text}")));
    let links = out.links.into_iter().map(|(path, id)| (path.clone(), format!("{path} = {id}\n")));
    let all: BTreeMap<String, String> = texts.chain(links).collect();
    let left: Vec<String> = left_out.iter().map(|(why, count)| format!("{why} {count}")).collect();
    let left = if left.is_empty() { String::new() } else { format!("left out: {}\n", left.join(", ")) };
    all.into_values().collect::<String>() + &left
}

fn annotated(speaker: &str, locale: &str, prompt: &str, annotated: &str, split: Split) -> Row {
    let (text, slots) = parse(annotated).unwrap();
    let mut row = row(speaker, locale, prompt, &text, split);
    row.annotated = (!slots.is_empty()).then(|| annotated.to_owned());
    row.slots = slots;
    row
}

/// Four utterances with quotes, braces, a dollar, a bar and wide spaces; two locales, two splits, one without an intent.
pub(super) fn rows() -> Vec<Row> {
    let mut rows = vec![
        annotated("a1", "fr-FR", "p1", "réveille-moi à [time : neuf heures]", Split::Train),
        annotated("a1", "fr-FR", "p2", "\"dis\" {bonjour} $5 !", Split::Train),
        annotated("b2", "ja-JP", "p1", "明日　[time : 七時] | 起こして", Split::Train),
        annotated("c3", "fr-FR", "p1", "réveille-moi à [time : neuf heures]", Split::Test),
    ];
    rows[0].gender = Some("female".to_owned());
    rows[1].gender = Some("female".to_owned());
    rows[1].intent = None;
    rows[3].gender = Some("male".to_owned());
    rows
}

/// Wake phrases, near misses and one of neither.
pub(super) fn wake_rows() -> Vec<Row> {
    let of = |speaker, prompt, text, split, intent: &str| {
        let mut row = row(speaker, "en-US", prompt, text, split);
        row.intent = Some(intent.to_owned());
        row
    };
    vec![
        of("a1", "p1", "Hey Booth", Split::Train, "wake_word"),
        of("a1", "p2", "Hey, Booth!", Split::Train, "wake_word"),
        of("a1", "p3", "Hey Ruth", Split::Train, "wake_negative"),
        of("b2", "p1", "Hey Booth", Split::Dev, "wake_word"),
        of("b2", "p4", "Hey Ruth", Split::Dev, "alarm_set"),
        of("c3", "p3", "Hey Ruth", Split::Test, "wake_negative"),
    ]
}

/// The names of the formats that write rows alone; those that embed audio have tests of their own.
pub(super) fn names_of_manifests() -> impl Iterator<Item = &'static str> {
    FORMATS.into_iter().filter(|format| format.container().is_none()).map(Format::name)
}

#[test]
fn every_name_gives_its_own_format_and_any_other_is_refused() {
    assert!(names().is_sorted(), "{:?}", names());
    let mut row = row("a1", "fr-FR", "p1", "un", Split::Train);
    for name in names() {
        row.intent = Some(if name == "fluent" { "set__alarm__none" } else { "wake_word" }.to_owned());
        let format = find(name).unwrap();
        assert_eq!(format.name(), name);
        // What is said of it is said in sentences, and no line is a heading or a rule.
        for sentence in format.limits() {
            assert!(sentence.ends_with('.') && !sentence.contains('\n'), "{name}: {sentence}");
        }
        assert!(
            format.how_to_load().ends_with('\n')
                && !format.purpose().is_empty()
                && !format.proof().is_empty()
        );
        if let Some(container) = format.container() {
            let shard =
                Shard { locale: row.locale.clone(), split: row.split, number: 0, coding: Coding::Wav };
            assert!(
                container.files(&shard).iter().all(|path| path.starts_with(&format!("{name}/"))),
                "{name}"
            );
            continue;
        }
        let (out, left_out) = made_in_memory(name, std::slice::from_ref(&row));
        let paths: Vec<&String> = out.files.keys().chain(out.links.keys()).collect();
        assert!(!paths.is_empty() && left_out.is_empty());
        assert!(paths.iter().all(|path| path.starts_with(&format!("{name}/"))), "{paths:?}");
        let pattern = format.hugging_face(Split::Train);
        let found =
            |pattern: &String| paths.iter().any(|path| path.starts_with(pattern.trim_end_matches('*')));
        assert!(pattern.iter().all(found), "{pattern:?}");
    }
    for unknown in ["timit", "", "Nemo", "nemo "] {
        let error = Writers::new(&["kaldi".to_owned(), unknown.to_owned()]).err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Usage);
        let message = format!("`{unknown}` is not a manifest format; there are: {}", names().join(", "));
        assert_eq!(error.message(), message);
    }
    let twice: Vec<String> = ["nemo", "kaldi", "nemo"].map(str::to_owned).into();
    let chosen: Vec<&str> = chosen(&twice).unwrap().into_iter().map(Format::name).collect();
    assert_eq!(chosen, ["kaldi", "nemo"]);
}

#[test]
fn a_format_that_can_hold_nothing_makes_no_file_and_says_why() {
    for name in names_of_manifests() {
        let (out, left_out) = made_in_memory(name, &rows()[1..2]);
        let is_empty = out.files.is_empty() && out.links.is_empty();
        assert_eq!(is_empty, !left_out.is_empty(), "{name}");
        assert_eq!(left_out.values().sum::<u64>(), u64::from(is_empty), "{name}");
        // Nothing at all is nothing as well.
        let (out, left_out) = made_in_memory(name, &[]);
        assert!(out.files.is_empty() && out.links.is_empty() && left_out.is_empty(), "{name}");
    }
}
