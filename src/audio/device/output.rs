//! Playing samples through a loudspeaker.

#[cfg(target_os = "linux")]
use super::{AtServer, server};
use super::{
    Direction, STALL, at_rate, bounded_open, choose, close, convert, find, open_error, quiet, retried,
    stopped,
};
use crate::audio::capture::DeviceSpec;
use crate::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::units::SampleRate;
use cpal::traits::{DeviceTrait as _, StreamTrait as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long after its last sample a stream is held open; dropping it sooner cuts the end.
const TAIL_NS: u64 = 100_000_000;
const NAP: Duration = Duration::from_millis(10);

struct Progress {
    /// Frames handed to the device.
    frames: AtomicU64,
    /// When the last sample sounds, on the stream's clock; 0 while it is not known.
    end_ns: AtomicU64,
    lost: AtomicBool,
}

/// Plays `samples` to the end or until `stop` is set.
pub fn play(samples: Arc<[f32]>, rate: SampleRate, spec: &DeviceSpec, stop: &Arc<AtomicBool>) -> Result<()> {
    #[cfg(target_os = "linux")]
    if let Some(at_server) = AtServer::of(spec)
        && (at_server.name().is_some() || server::answers())
    {
        if samples.is_empty() {
            return Ok(());
        }
        return server::play(at_server.name(), samples, rate, &spec.to_string(), stop);
    }
    let wanted = spec.clone();
    let device =
        bounded_open(Direction::Output, &spec.to_string(), move || find(&wanted, Direction::Output))?;
    play_on(device, samples, rate, &spec.to_string(), stop)
}

pub(super) fn play_on(
    device: cpal::Device,
    samples: Arc<[f32]>,
    rate: SampleRate,
    name: &str,
    stop: &Arc<AtomicBool>,
) -> Result<()> {
    if samples.is_empty() {
        return Ok(());
    }
    let progress = Arc::new(Progress {
        frames: AtomicU64::new(0),
        end_ns: AtomicU64::new(0),
        lost: AtomicBool::new(false),
    });
    let (shared, asked, silenced) = (Arc::clone(&progress), name.to_owned(), Arc::clone(stop));
    let (stream, total) = bounded_open(Direction::Output, name, move || {
        let failed = |error| open_error(error, Direction::Output, &asked);
        let offers: Vec<_> = retried(|| device.supported_output_configs()).map_err(failed)?.collect();
        let config = choose(&offers, rate.hz(), None)
            .ok_or_else(|| Error::of(ErrorKind::Unsupported, msg!("playback-no-format", name = &asked)))?;
        let samples = at_rate(samples, rate, SampleRate::new(config.sample_rate())?)?;
        let stream = retried(|| start(&device, config, &samples, &shared, &silenced)).map_err(failed)?;
        Ok((stream, samples.len() as u64))
    })?;
    let (mut seen, mut since) = (0, Instant::now());
    let finished = loop {
        if stop.load(Ordering::Relaxed) {
            break true;
        }
        let end_ns = progress.end_ns.load(Ordering::Acquire);
        if end_ns > 0 && stream.now().as_nanos() as u64 > end_ns + TAIL_NS {
            break true;
        }
        let frames = progress.frames.load(Ordering::Relaxed);
        if frames > seen {
            (seen, since) = (frames, Instant::now());
        }
        if progress.lost.load(Ordering::Relaxed) || since.elapsed() > STALL {
            break seen >= total;
        }
        std::thread::sleep(NAP);
    };
    close(stream);
    if finished {
        return Ok(());
    }
    Err(stopped(name, seen, total))
}

fn start(
    device: &cpal::Device,
    config: cpal::SupportedStreamConfig,
    samples: &Arc<[f32]>,
    progress: &Arc<Progress>,
    stop: &Arc<AtomicBool>,
) -> Result<cpal::Stream, cpal::Error> {
    let channels = usize::from(config.channels());
    let (samples, progress, faults) = (Arc::clone(samples), Arc::clone(progress), Arc::clone(progress));
    let stop = Arc::clone(stop);
    let mut next = 0;
    let frame_ns = 1e9 / f64::from(config.sample_rate());
    let stream = device.build_output_stream_raw(
        config.config(),
        config.sample_format(),
        move |data, info| {
            quiet();
            let frames = data.len() / channels;
            // Silence at once: to close a stream may take its time.
            if stop.load(Ordering::Relaxed) {
                next = samples.len();
            }
            let part = &samples[next..samples.len().min(next + frames)];
            convert::fill(data, channels, part);
            next += part.len();
            if next == samples.len() && progress.end_ns.load(Ordering::Relaxed) == 0 {
                let playback_ns = info.timestamp().playback.as_nanos() as u64;
                let end_ns = playback_ns + (part.len() as f64 * frame_ns) as u64;
                progress.end_ns.store(end_ns.max(1), Ordering::Release);
            }
            // Silence counts as progress too, until the last sample has sounded.
            progress.frames.fetch_add(frames as u64, Ordering::Relaxed);
        },
        move |error: cpal::Error| {
            quiet();
            match error.kind() {
                cpal::ErrorKind::DeviceNotAvailable
                | cpal::ErrorKind::StreamInvalidated
                | cpal::ErrorKind::HostUnavailable => faults.lost.store(true, Ordering::Relaxed),
                cpal::ErrorKind::BackendError => std::thread::sleep(Duration::from_millis(1)),
                _ => {}
            }
        },
        Some(Duration::from_secs(3)),
    )?;
    stream.play()?;
    Ok(stream)
}
