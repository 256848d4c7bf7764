//! The list of devices, cut down to what a person would choose from.

use super::{Direction, FORMATS, USUAL_RATE_HZ, bounded, choose, open_error, retried};
use crate::audio::capture::{DeviceInfo, DeviceList, DeviceSetting};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::units::SampleRate;
use cpal::traits::{DeviceTrait as _, HostTrait as _};
#[cfg(target_os = "linux")]
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// How long the whole list may take.
const LIMIT: Duration = Duration::from_secs(10);
/// What alsa-lib and its plug-ins list on every machine, none of it a device.
const STOCK_PLUGINS: [&str; 12] = [
    "null",
    "lavrate",
    "samplerate",
    "speexrate",
    "jack",
    "oss",
    "speex",
    "upmix",
    "vdownmix",
    "usbstream",
    "a52",
    "sysdefault",
];

/// What alsa-lib names the sound server, or leads to it as a rule.
#[cfg(target_os = "linux")]
const SERVER_PLUGINS: [&str; 3] = ["default", "pulse", "pipewire"];

/// Lists the devices.
pub fn list() -> Result<DeviceList> {
    bounded(LIMIT, list_now).ok_or_else(|| {
        Error::new(ErrorKind::DeviceBusy, "the sound system does not answer")
            .with_hint("restart the sound server")
    })
}

fn list_now() -> DeviceList {
    let host = cpal::default_host();
    let mut list = DeviceList {
        inputs: devices_of(&host, Direction::Input),
        outputs: devices_of(&host, Direction::Output),
        why_no_input: None,
    };
    #[cfg(target_os = "linux")]
    if let Some(listed) = super::server::list() {
        put_first(&mut list.inputs, listed.inputs, &listed.cards);
        put_first(&mut list.outputs, listed.outputs, &listed.cards);
    }
    if !list.inputs.iter().any(|input| input.unusable.is_none()) {
        let default = list.inputs.first().and_then(|input| input.unusable.clone());
        list.why_no_input = Some(why_none(default));
    }
    list
}

fn devices_of(host: &cpal::Host, direction: Direction) -> Vec<DeviceInfo> {
    let default = match direction {
        Direction::Input => host.default_input_device(),
        Direction::Output => host.default_output_device(),
    };
    let default_id = default.as_ref().and_then(|device| device.id().ok());
    let all: Vec<cpal::Device> = host.devices().map(Iterator::collect).unwrap_or_default();
    // The same device out of the list has the name that the user's configuration gives it.
    let listed = all.iter().find(|device| device.id().ok() == default_id && default_id.is_some());
    let mut found: Vec<DeviceInfo> =
        listed.or(default.as_ref()).iter().map(|device| describe(device, direction, true)).collect();
    let ids: Vec<String> = all.iter().filter_map(|device| Some(device.id().ok()?.id().to_owned())).collect();
    for device in &all {
        let Ok(id) = device.id() else { continue };
        let right_way = match direction {
            Direction::Input => device.supports_input(),
            Direction::Output => device.supports_output(),
        };
        let alsa = id.host().to_string() == "alsa";
        if Some(&id) == default_id.as_ref() || !right_way || (alsa && !is_shown(id.id(), direction, &ids)) {
            continue;
        }
        let mut info = describe(device, direction, false);
        // Without formats of its own a card is reached through the converting plug-in.
        if direction == Direction::Input
            && alsa
            && info.rate.is_none()
            && info.unusable.as_deref() == Some(NO_FORMAT)
            && let Some(twin) = all
                .iter()
                .find(|other| other.id().is_ok_and(|other| other.id().strip_prefix("plug") == Some(id.id())))
        {
            info = describe(twin, direction, false);
        }
        found.push(info);
    }
    found
}

/// Puts what the server has before what ALSA has, and leaves out of the latter what is the former: the server by its own
/// plug-ins, and the cards that it stands before.
#[cfg(target_os = "linux")]
fn put_first(devices: &mut Vec<DeviceInfo>, of_server: Vec<DeviceInfo>, cards: &BTreeSet<u32>) {
    let ids: Vec<String> = cards.iter().filter_map(|&card| card_id(card)).collect();
    let twice = |id: &str| match id.split_once(":CARD=") {
        None => SERVER_PLUGINS.contains(&id.strip_prefix("alsa:").unwrap_or(id)),
        Some((_, card)) => {
            let card = card.split(',').next().unwrap_or(card);
            ids.iter().any(|id| id == card) || card.parse().is_ok_and(|card| cards.contains(&card))
        }
    };
    devices.retain(|device| !twice(&device.id));
    for device in devices.iter_mut() {
        device.is_default = false;
    }
    devices.splice(0..0, of_server);
}

/// Returns the word by which alsa-lib names a card.
#[cfg(target_os = "linux")]
fn card_id(card: u32) -> Option<String> {
    let path = format!("/proc/asound/card{card}/id");
    let id = fsio::read_plain(Path::new(&path), fsio::MOST_SMALL).ok()?;
    Some(String::from_utf8_lossy(&id).trim().to_owned())
}

const NO_FORMAT: &str = "no usable format";

/// Shows cards once, servers, and what the user's own configuration names.
fn is_shown(id: &str, direction: Direction, all: &[String]) -> bool {
    let Some((plugin, card)) = id.split_once(":CARD=") else {
        let name = id.split(':').next().unwrap_or(id);
        return !STOCK_PLUGINS.iter().any(|stock| name == *stock || name.starts_with(&format!("{stock}_")));
    };
    // A microphone is best asked directly; a loudspeaker has to take any rate.
    let wanted = if direction == Direction::Input { "hw" } else { "plughw" };
    let by_number = |card: &str| card.starts_with(|c: char| c.is_ascii_digit());
    let named = || {
        all.iter().any(|other| {
            other
                .strip_prefix(wanted)
                .and_then(|rest| rest.strip_prefix(":CARD="))
                .is_some_and(|c| !by_number(c))
        })
    };
    plugin == wanted && (!by_number(card) || !named())
}

fn describe(device: &cpal::Device, direction: Direction, is_default: bool) -> DeviceInfo {
    let id = device.id().ok();
    let text = id.as_ref().map_or_else(|| device.to_string(), ToString::to_string);
    let mut info = DeviceInfo {
        id: text.clone(),
        name: device.to_string(),
        host: id.map_or_else(String::new, |id| id.host().to_string()),
        is_default,
        rate: None,
        channels: None,
        formats: Vec::new(),
        setting: DeviceSetting::default(),
        unusable: None,
    };
    let offers = retried(|| match direction {
        Direction::Input => device.supported_input_configs().map(Iterator::collect::<Vec<_>>),
        Direction::Output => device.supported_output_configs().map(Iterator::collect::<Vec<_>>),
    });
    match offers {
        Err(error) => info.unusable = Some(open_error(error, direction, &text).message().to_owned()),
        Ok(offers) => {
            let has = |format| offers.iter().any(|offer| offer.sample_format() == format);
            info.formats = FORMATS.iter().filter(|&&format| has(format)).map(ToString::to_string).collect();
            match choose(&offers, USUAL_RATE_HZ, None) {
                Some(config) => {
                    info.rate = SampleRate::new(config.sample_rate()).ok();
                    info.channels = Some(config.channels());
                }
                None => info.unusable = Some(NO_FORMAT.to_owned()),
            }
        }
    }
    info
}

/// Says in plain words why there is no microphone.
fn why_none(default: Option<String>) -> String {
    if has_no_card() {
        return "this machine has no sound card, and no sound server answers".to_owned();
    }
    default.unwrap_or_else(|| "the system offers none".to_owned())
}

/// Says whether the system knows of no sound card at all.
pub(super) fn has_no_card() -> bool {
    // Whatever keeps it from being read, no card is known of.
    let cards = fsio::read_plain(Path::new("/proc/asound/cards"), fsio::MOST_SMALL).unwrap_or_default();
    let cards = String::from_utf8_lossy(&cards);
    cfg!(target_os = "linux") && (cards.is_empty() || cards.contains("no soundcards"))
}
