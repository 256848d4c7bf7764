//! `booth devices`.

use crate::cli::args::DevicesArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::Result;
use booth::audio::DeviceInfo;
use booth::audio::devices;
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;

pub(crate) fn run(args: &DevicesArgs, context: &Context) -> Result<Exit> {
    let list = devices()?;
    if args.json {
        for row in list.rows() {
            data_json(&Line::new("device", &row))?;
        }
        data_json(&Line::new("summary", &list.summary()))?;
    } else {
        for (title, devices) in [("Microphones", &list.inputs), ("Loudspeakers", &list.outputs)] {
            data(title)?;
            if devices.is_empty() {
                data("  none")?;
            }
            for device in devices {
                data(&line(device))?;
            }
        }
        if !context.quiet {
            match (&list.why_no_input, list.chosen()) {
                (Some(why), _) => {
                    tell!("\n{}: {}", context.style.doubtful("no microphone can be used"), safe(why));
                }
                (None, Some(device)) => tell!(
                    "\n`booth record` uses {}; another one: --device ID",
                    context.style.strong(&safe(&device.id))
                ),
                (None, None) => {}
            }
        }
    }
    Ok(if list.why_no_input.is_some() { Exit::Device } else { Exit::Done })
}

fn line(device: &DeviceInfo) -> String {
    let mark = if device.is_default { "*" } else { " " };
    let mut line = format!("{mark} {}\n      {}", safe(&device.id), safe(&device.name));
    if let Some(rate) = device.rate {
        line.push_str(&format!(", {rate}"));
    }
    if let Some(channels) = device.channels {
        line.push_str(&format!(", {channels} channel{}", if channels == 1 { "" } else { "s" }));
    }
    if !device.formats.is_empty() {
        line.push_str(&format!(", {}", device.formats.join(" ")));
    }
    let setting = &device.setting;
    for (holds, words) in [
        (setting.monitor, "what a loudspeaker plays"),
        (setting.muted, "muted"),
        (setting.unplugged, "nothing is plugged in"),
        (setting.asleep, "asleep until it is used"),
    ] {
        if holds {
            line.push_str(&format!(", {words}"));
        }
    }
    if let Some(percent) = setting.volume_percent.filter(|&percent| percent != 100) {
        line.push_str(&format!(", volume {percent} %"));
    }
    if let Some(why) = &device.unusable {
        line.push_str(&format!(" (cannot be used: {})", safe(why)));
    }
    line
}
