//! `[release]` of the project file.

use super::{ALLOWED, EVALUATION, Reader};
use crate::audio::quantise::OutputFormat;
use crate::error::Result;
use crate::project::Wishes;
use crate::project::description::Kind;
use crate::project::uses::SCOPES;
use crate::quality::Verdict;
use crate::tables::{Key, Value, in_order};
use crate::units::SampleRate;

impl Reader<'_> {
    /// Reads what a release is.
    pub(super) fn release(&mut self, key: &Key<'_>, value: &Value<'_>) -> Wishes {
        let mut wishes = Wishes::default();
        let Some(table) = self.table(key, value) else { return wishes };
        let mut shares = [None; 3];
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "title" => wishes.title = self.line(key, value),
                "rate" => {
                    let (least, most) = (i64::from(SampleRate::MIN_HZ), i64::from(SampleRate::MAX_HZ));
                    let hertz = self.number(key, value, least, most);
                    wishes.rate = hertz.and_then(|hertz| SampleRate::new(hertz as u32).ok());
                }
                "sample_format" => {
                    wishes.format =
                        self.one_of(key, value, &["int16", "int24", "float32"]).map(|word| match word {
                            "int16" => OutputFormat::Int16,
                            "int24" => OutputFormat::Int24,
                            _ => OutputFormat::Float32,
                        });
                }
                "min_verdict" => {
                    wishes.min_verdict =
                        self.one_of(key, value, &["pass", "warn", "reject"]).map(|word| match word {
                            "pass" => Verdict::Pass,
                            "warn" => Verdict::Warn,
                            _ => Verdict::Reject,
                        });
                }
                "scope" => {
                    self.places.insert("scope", value.span().start);
                    wishes.scope = self.one_of(key, value, &SCOPES);
                }
                "url" => wishes.url = self.url(key, value),
                "describe" => wishes.describe = self.list(key, value, Kind::named),
                "audio" => wishes.audio = self.processing(key, value),
                "select" => wishes.select = self.select(key, value),
                "split" => wishes.split = self.one_of(key, value, &["speaker", "prompt"]),
                "purpose" => {
                    self.places.insert("purpose", value.span().start);
                    wishes.purpose = self.one_of(key, value, &["training", EVALUATION]);
                }
                "held_out" => {
                    let beside = self.beside;
                    let found = |name: &str| -> Result<_> { Ok(beside.join(name)) };
                    wishes.held_out = self.list(key, value, found);
                }
                "train" => shares[0] = self.number(key, value, 1, 98),
                "dev" => shares[1] = self.number(key, value, 1, 98),
                "test" => shares[2] = self.number(key, value, 1, 98),
                _ => self.unknown(
                    key,
                    "title, rate, sample_format, min_verdict, scope, url, describe, select, audio, split, purpose, held_out, \
                     train, dev, test",
                ),
            }
        }
        let named = ["train", "dev", "test"].iter().filter(|split| table.contains_key(**split)).count();
        match shares {
            [Some(train), Some(dev), Some(test)] if train + dev + test == 100 => {
                wishes.shares = Some([train as u8, dev as u8, test as u8]);
            }
            [Some(_), Some(_), Some(_)] => {
                self.fault(key.span().start, "`train`, `dev` and `test` do not add up to 100", ALLOWED);
            }
            _ if named != 0 && named != 3 => {
                let message = "`train`, `dev` and `test` belong together";
                self.fault(key.span().start, message, "say all three, or none");
            }
            _ => {}
        }
        wishes
    }
}
