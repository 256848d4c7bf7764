//! MASSIVE 1.1: JSON Lines of a locale, one line a recording, with the words and the slots in brackets.
//!
//! Source of the form: the data set's README and `scripts/create_hf_dataset.py` of its repository, which splits at white space,
//! opens a slot only at a word that begins with a bracket and closes it only at one that ends with a bracket, and in Japanese
//! and Chinese splits into characters. It passes over keys that it does not know: `recordings`, `speaker`, `utterance_id`.

use super::intent::{plainly_spaced, scenario_and_action, unfit};
use super::{Format, Sink, Unfit, Writer, json_line};
use crate::corpus::catalogue::Row;
use crate::error::Result;
use crate::sheet::Massive;
use serde::Serialize;

/// `massive/data/<locale>.jsonl`.
pub struct MassiveLines;

impl Format for MassiveLines {
    fn name(&self) -> &'static str {
        "massive"
    }

    fn purpose(&self) -> &'static str {
        "models of intents and slots that know MASSIVE"
    }

    fn proof(&self) -> &'static str {
        "the rules of MASSIVE's create_hf_dataset.py"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Only rows that have an intent.",
            "No punctuation: `utt` has the words, and a slot is widened to whole words.",
            "The same `id`, sheet and prompt, once for every recording; `partition` is the speaker's.",
            "A row with square brackets in its text, or with a slot that has no word of its own, is left out.",
            "In ja-JP, zh-CN and zh-TW a row is left out where more follows a slot that ends in Latin letters.",
            "No slot_method and no judgments: nobody translated the texts from English.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "MASSIVE's `create_hf_dataset.py -d massive/data` reads `massive/data/<locale>.jsonl`; `recordings` are relative to \
         this folder.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        unfit(row).or_else(|| line(row).is_run_on(&row.locale).then_some(Unfit::LatinSlot))
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Lines)
    }
}

struct Lines;

/// Returns the words of a row as the data set writes them.
fn line(row: &Row) -> Massive {
    Massive::of(&plainly_spaced(&row.text), &row.slots, &row.locale)
}

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    locale: &'a str,
    partition: &'a str,
    scenario: &'a str,
    intent: &'a str,
    utt: &'a str,
    annot_utt: &'a str,
    worker_id: &'a str,
    recordings: [&'a str; 1],
    speaker: &'a str,
    utterance_id: &'a str,
}

impl Writer for Lines {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let Massive { utt, annot_utt } = line(row);
        let line = Line {
            id: format!("{}-{}", row.sheet, row.prompt),
            locale: row.locale.as_str(),
            partition: row.split.name(),
            scenario: scenario_and_action(row).map_or("", |(scenario, _)| scenario),
            intent: row.intent.as_deref().unwrap_or(""),
            utt: &utt,
            annot_utt: &annot_utt,
            worker_id: row.speaker.as_str(),
            recordings: [&row.audio],
            speaker: row.speaker.as_str(),
            utterance_id: row.id.as_str(),
        };
        out.append(&format!("massive/data/{}.jsonl", row.locale), &json_line(&line)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};
    use super::*;
    use crate::corpus::catalogue::tests::row;
    use crate::corpus::split::Split;
    use crate::sheet::annotation::parse;

    #[test]
    fn a_small_corpus_has_these_lines() {
        assert_eq!(
            made("massive", &rows()),
            r#"massive/data/fr-FR.jsonl
{"id":"demo-p1","locale":"fr-FR","partition":"train","scenario":"alarm","intent":"alarm_set","utt":"réveille-moi à neuf heures","annot_utt":"réveille-moi à [time : neuf heures]","worker_id":"a1","recordings":["audio/fr-FR/a1/a1-fr-fr-demo-p1-1.wav"],"speaker":"a1","utterance_id":"a1-fr-fr-demo-p1-1"}
{"id":"demo-p1","locale":"fr-FR","partition":"test","scenario":"alarm","intent":"alarm_set","utt":"réveille-moi à neuf heures","annot_utt":"réveille-moi à [time : neuf heures]","worker_id":"c3","recordings":["audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav"],"speaker":"c3","utterance_id":"c3-fr-fr-demo-p1-1"}
massive/data/ja-JP.jsonl
{"id":"demo-p1","locale":"ja-JP","partition":"train","scenario":"alarm","intent":"alarm_set","utt":"明日七時|起こして","annot_utt":"明日 [time : 七時]|起こして","worker_id":"b2","recordings":["audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav"],"speaker":"b2","utterance_id":"b2-ja-jp-demo-p1-1"}
left out: no-intent 1
"#
        );
    }

    #[test]
    fn a_slot_whose_end_the_reader_does_not_see_is_refused() {
        let of = |annotated: &str, locale: &str| {
            let (text, slots) = parse(annotated).unwrap();
            let mut row = row("a1", locale, "p1", &text, Split::Train);
            row.slots = slots;
            MassiveLines.unfit(&row)
        };
        assert_eq!(of("[device : TV] on", "ja-JP"), Some(Unfit::LatinSlot));
        assert_eq!(of("[device : TV]{", "ja-JP"), Some(Unfit::LatinSlot));
        for (annotated, locale) in [
            ("[device : TV]をつけて", "ja-JP"),
            ("つけて[device : TV]", "ja-JP"),
            ("[device : TV] on", "de-DE"),
        ] {
            assert_eq!(of(annotated, locale), None, "{annotated}");
        }
    }
}
