//! The axis of a drawing, and counts along it.

use crate::numbers::number;

/// Parts of a bar, for medians between its edges.
const PARTS: usize = 4;

/// An axis.
#[derive(Debug, PartialEq)]
pub struct Scale {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The width of a bar.
    pub step: f64,
    /// From one label to the next.
    pub tick: f64,
    /// Values are divided by this to be shown.
    pub unit: f64,
}

/// A label of an axis.
pub struct Tick {
    /// Its value.
    pub value: f64,
    /// What it says.
    pub label: String,
    /// Its `text-anchor`: the first and the last stay inside of the drawing.
    pub anchor: &'static str,
}

impl Scale {
    /// Returns the number of bars.
    pub fn bars(&self) -> usize {
        ((self.to - self.from) / self.step).round() as usize
    }

    /// Returns where a value lies, from 0 to 1; what is beyond an end is at it.
    pub fn share(&self, value: f64) -> f64 {
        ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }

    /// Returns a value as it is shown, in the places that tell one bar from the next.
    pub fn show(&self, value: f64) -> String {
        number(value / self.unit, usize::from(self.step / self.unit < 1.0))
    }

    /// Returns the labels; those at the ends say whether there is more beyond.
    pub fn ticks<const KINDS: usize>(&self, counts: &Counts<KINDS>) -> Vec<Tick> {
        let last = ((self.to - self.from) / self.tick).round() as usize;
        let tick = |index: usize| {
            let value = self.from + index as f64 * self.tick;
            let (anchor, more) = match index {
                0 => ("start", if counts.below > 0 { "\u{2264}" } else { "" }),
                index if index == last => ("end", if counts.above > 0 { "\u{2265}" } else { "" }),
                _ => ("middle", ""),
            };
            let words = number(value / self.unit, usize::from(self.tick / self.unit < 1.0));
            Tick { value, label: format!("{more}{words}"), anchor }
        };
        (0..=last).map(tick).collect()
    }
}

/// Counts along a scale, of several kinds; memory does not grow.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts<const KINDS: usize> {
    scale: &'static Scale,
    parts: Vec<[u64; KINDS]>,
    /// Those below the scale, which the first bar counts too.
    pub below: u64,
    /// Those above it, which the last bar counts too.
    pub above: u64,
    /// Those that have no number.
    pub missing: u64,
}

impl<const KINDS: usize> Counts<KINDS> {
    /// Begins with none.
    pub fn new(scale: &'static Scale) -> Self {
        Self { scale, parts: vec![[0; KINDS]; scale.bars() * PARTS], below: 0, above: 0, missing: 0 }
    }

    /// Returns the scale.
    pub fn scale(&self) -> &'static Scale {
        self.scale
    }

    /// Counts one of a kind; a value beyond the scale counts in its first or last bar.
    pub fn add(&mut self, value: Option<f64>, kind: usize) {
        let Some(value) = value.filter(|value| value.is_finite()) else {
            self.missing += 1;
            return;
        };
        let Scale { from, to, step, .. } = *self.scale;
        self.below += u64::from(value < from);
        self.above += u64::from(value > to);
        let part = (value - from) / step * PARTS as f64;
        let part = (part.max(0.0) as usize).min(self.parts.len() - 1);
        self.parts[part][kind] += 1;
    }

    /// Returns how many have a number.
    pub fn counted(&self) -> u64 {
        self.parts.iter().flatten().sum()
    }

    /// Returns the counts of each bar.
    pub fn bars(&self) -> Vec<[u64; KINDS]> {
        let bar =
            |parts: &[[u64; KINDS]]| std::array::from_fn(|kind| parts.iter().map(|part| part[kind]).sum());
        self.parts.chunks(PARTS).map(bar).collect()
    }

    /// Returns the part in which the value lies under which a share of them is.
    fn part(&self, share: f64) -> usize {
        let wanted = share * self.counted() as f64;
        let mut sum = 0.0;
        let part = self.parts.iter().position(|part| {
            sum += part.iter().sum::<u64>() as f64;
            sum >= wanted && sum > 0.0
        });
        part.unwrap_or(0)
    }

    /// Returns the value under which a share of them lies, to a quarter of a bar.
    pub fn quantile(&self, share: f64) -> f64 {
        self.scale.from + (self.part(share) as f64 + 0.5) * self.scale.step / PARTS as f64
    }

    /// Returns that value as it is shown; of what may lie beyond the scale it is not said where.
    pub fn shown(&self, share: f64) -> String {
        let Scale { from, to, step, unit, .. } = *self.scale;
        let (part, last) = (self.part(share), self.parts.len() - 1);
        let places = usize::from(step / unit / (PARTS as f64) < 0.5);
        match part {
            0 if self.below > 0 => {
                format!("\u{2264}{}", number((from + step / PARTS as f64) / unit, places))
            }
            part if part == last && self.above > 0 => {
                format!("\u{2265}{}", number((to - step / PARTS as f64) / unit, places))
            }
            _ => number(self.quantile(share) / unit, places),
        }
    }
}
