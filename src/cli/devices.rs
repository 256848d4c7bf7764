//! `booth devices`.

use crate::cli::args::DevicesArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::Result;
use booth::audio::DeviceInfo;
use booth::audio::devices;
use booth::text::escape_for_terminal as safe;

pub(crate) fn run(args: &DevicesArgs, context: &Context) -> Result<Exit> {
    let list = devices()?;
    // What `record` takes when no device is named.
    let chosen = list.inputs.iter().find(|device| device.is_default).or(list.inputs.first());
    if args.json {
        for (direction, device) in directions(&list.inputs, &list.outputs) {
            data_json(&serde_json::json!({
                "schema": 1, "type": "device", "direction": direction, "id": device.id, "name": device.name,
                "host": device.host, "default": device.is_default, "rate": device.rate,
                "channels": device.channels, "formats": device.formats, "unusable": device.unusable,
            }))?;
        }
        data_json(&serde_json::json!({
            "schema": 1, "type": "summary", "inputs": list.inputs.len(), "outputs": list.outputs.len(),
            "record_uses": chosen.map(|device| &device.id), "why_no_input": list.why_no_input,
        }))?;
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
            match (&list.why_no_input, chosen) {
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

fn directions<'a>(
    inputs: &'a [DeviceInfo],
    outputs: &'a [DeviceInfo],
) -> impl Iterator<Item = (&'static str, &'a DeviceInfo)> {
    inputs.iter().map(|device| ("input", device)).chain(outputs.iter().map(|device| ("output", device)))
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
    if let Some(why) = &device.unusable {
        line.push_str(&format!(" (cannot be used: {})", safe(why)));
    }
    line
}
