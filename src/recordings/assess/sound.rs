//! What the samples and the text alone tell of a take: the part of its measurements that a machine can attest.
//!
//! The rest is told by the recorder, by recognisers and models, and by the takes before; it is found anew by whoever judges.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use crate::quality::Measurements;
use crate::recordings::ledger::Attestation;
use crate::recordings::session::TakeRecord;
use std::collections::BTreeMap;

/// By which rules sounds are measured; another number for other numbers of the same sound.
const TAG: &str = "booth measured 2";

/// What a take's measurements belong to.
#[derive(Debug, Clone, Copy)]
pub struct Sounding<'a> {
    /// The digest of the file's bytes.
    pub sha256: Sha256,
    /// The channel that was measured.
    pub channel: u16,
    /// The words that were to be read.
    pub text: &'a str,
    /// Their language.
    pub locale: &'a Locale,
}

impl<'a> Sounding<'a> {
    /// Returns what a take's record says, of a session in `locale`.
    pub fn of(take: &'a TakeRecord, locale: &'a Locale) -> Self {
        Self { sha256: take.sha256, channel: take.channel, text: &take.text, locale }
    }

    /// Returns the attestation that just this was measured.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when the measurements cannot be written as JSON.
    pub fn attest(&self, measured: &Measurements) -> Result<Attestation> {
        let numbers = serde_json::to_vec(&alone(measured)).map_err(|error| {
            Error::new(ErrorKind::Session, format!("measurements cannot be written: {error}"))
        })?;
        let channel = self.channel.to_le_bytes();
        let parts = [
            &self.sha256.bytes()[..],
            &channel,
            self.locale.as_str().as_bytes(),
            self.text.as_bytes(),
            &numbers,
        ];
        Ok(Attestation::of(TAG, &parts))
    }
}

/// Returns of a take's measurements what samples and text alone tell. Of the reasons why something is missing only those of
/// a file that cannot be read, and of one that is too long, are kept, since no other is judged.
pub fn alone(measured: &Measurements) -> Measurements {
    let judged = [Measurements::UNREADABLE, Measurements::LENGTH];
    let reasons = judged.iter().filter_map(|name| measured.unmeasured.get_key_value(*name));
    Measurements {
        dur_ratio: None,
        read_z: None,
        read_spread: None,
        xruns: None,
        device_lost: None,
        slept_ms: None,
        level_change_db: None,
        room_change_db: None,
        exact_copy_of: None,
        near_copy_of: None,
        near_copy_ber: None,
        cer: None,
        wer: None,
        mos_ovrl: None,
        neural_share: None,
        unmeasured: reasons.map(|(name, why)| (name.clone(), why.clone())).collect::<BTreeMap<_, _>>(),
        ..measured.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{Meter, MeterSpec};
    use crate::testing::Noise;
    use crate::units::SampleRate;

    fn measured() -> Measurements {
        let mut meter = Meter::new(MeterSpec::new(SampleRate::new(16_000).unwrap(), 16));
        let mut noise = Noise::new(3);
        let samples: Vec<f32> = (0..16_000)
            .map(|n| {
                let loud = if (4_000..12_000).contains(&n) { 0.25 } else { 0.001 };
                (loud * noise.sample() * 32_768.0).round() / 32_768.0
            })
            .collect();
        meter.push(&samples);
        meter.finish()
    }

    #[test]
    fn the_rules_have_another_number_when_the_same_sound_gives_other_numbers() {
        // When this fails because more or otherwise is measured, the version in `TAG` goes up, and so does the digest here:
        // what an older version attested is then measured again.
        let locale = "en-US".parse().unwrap();
        let sounding = Sounding { sha256: Sha256::of("file"), channel: 0, text: "say one", locale: &locale };
        assert_eq!(sounding.attest(&measured()).unwrap().to_string(), "226af22fea15d95beca2615f5ff167a4");
    }

    #[test]
    fn an_attestation_binds_all_that_the_sound_tells_and_nothing_that_others_tell() {
        let (locale, other): (Locale, Locale) = ("en-US".parse().unwrap(), "en-GB".parse().unwrap());
        let sounding = Sounding { sha256: Sha256::of("file"), channel: 0, text: "say one", locale: &locale };
        let measured = measured();
        let attested = sounding.attest(&measured).unwrap();
        let told = Measurements {
            xruns: Some(2),
            device_lost: Some(1),
            slept_ms: Some(20_000),
            read_z: Some(1.0),
            level_change_db: Some(3.0),
            cer: Some(0.5),
            mos_ovrl: Some(3.0),
            exact_copy_of: Some("another".to_owned()),
            unmeasured: [("cer".to_owned(), "a reason".to_owned())].into(),
            ..measured.clone()
        };
        assert_eq!(sounding.attest(&told).unwrap(), attested);
        let read_back: Measurements =
            serde_json::from_str(&serde_json::to_string(&measured).unwrap()).unwrap();
        assert_eq!(sounding.attest(&read_back).unwrap(), attested);
        for other in [
            Sounding { sha256: Sha256::of("another"), ..sounding },
            Sounding { channel: 1, ..sounding },
            Sounding { text: "say two", ..sounding },
            Sounding { locale: &other, ..sounding },
        ] {
            assert_ne!(other.attest(&measured).unwrap(), attested, "{other:?}");
        }
        for other in [
            Measurements { snr_db: Some(52.6), ..measured.clone() },
            Measurements { pcm_sha256: None, ..measured.clone() },
            Measurements { frames: 1, ..measured.clone() },
            Measurements { twice: Some(0.5), ..measured.clone() },
            {
                let mut broken = measured.clone();
                broken.mark_unreadable("it ends early");
                broken
            },
            {
                let mut long = measured.clone();
                long.unmeasured
                    .insert(Measurements::LENGTH.to_owned(), "longer than a take may be".to_owned());
                long
            },
        ] {
            assert_ne!(sounding.attest(&other).unwrap(), attested, "{other:?}");
        }
    }
}
