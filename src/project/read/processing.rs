//! `[release.audio]` of the project file.

use super::Reader;
use crate::project::processing::Processing;
use crate::tables::{Key, Value, in_order, number};

impl Reader<'_> {
    /// Reads what is done to the audio of a release.
    pub(super) fn processing(&mut self, key: &Key<'_>, value: &Value<'_>) -> Processing {
        let mut processing = Processing::default();
        let Some(table) = self.table(key, value) else { return processing };
        let before = self.faults.len();
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "trim_ms" => {
                    let (least, most) = Processing::TRIM_MS;
                    let ms = self.number(key, value, least.into(), most.into());
                    processing.trim_ms = ms.map(|ms| ms as u32);
                }
                "loudness_lufs" => processing.loudness_lufs = self.level(key, value, "LUFS"),
                "true_peak_dbtp" => processing.true_peak_dbtp = self.level(key, value, "dBTP"),
                _ => self.unknown(key, "trim_ms, loudness_lufs, true_peak_dbtp"),
            }
        }
        let processing = processing.with_limit();
        if let Err(error) = processing.check()
            && self.faults.len() == before
        {
            self.bad(&key.span(), error.message());
        }
        processing
    }

    fn level(&mut self, key: &Key<'_>, value: &Value<'_>, unit: &str) -> Option<f64> {
        let level = number(value);
        if level.is_none() {
            self.bad(&value.span(), format!("`{}` must be a number of {unit}", key.get_ref()));
        }
        level
    }
}
