//! Numbers as people read them.

/// A whole number with a comma between thousands.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share in percent with one place; what is there never reads as none or all that is not so.
pub fn percent(part: u64, of: u64) -> String {
    let share = part as f64 * 100.0 / of.max(1) as f64;
    if part > 0 && share < 0.05 {
        "under 0.1 %".to_owned()
    } else if part < of && share >= 99.95 {
        "over 99.9 %".to_owned()
    } else {
        format!("{share:.1} %")
    }
}

/// A number with the given places and a real minus sign.
pub fn number(value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    let digits = text.trim_start_matches('-');
    let is_zero = !digits.bytes().any(|byte| byte.is_ascii_digit() && byte != b'0');
    if text.starts_with('-') && !is_zero { format!("\u{2212}{digits}") } else { digits.to_owned() }
}

/// A value in as few places as say it: three significant digits and no zeros at the end.
pub fn short(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && size < 1e-3 {
        return format!("{value:.1e}").replace('-', "\u{2212}");
    }
    let places = if size < 1.0 { 3 } else { usize::from(size < 100.0 && value.fract() != 0.0) };
    let text = number(value, places);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A length of time in the unit that fits: seconds, minutes or hours.
pub fn duration(milliseconds: u64) -> String {
    let seconds = milliseconds as f64 / 1000.0;
    match milliseconds {
        0..120_000 => format!("{seconds:.1} s"),
        120_000..7_200_000 => format!("{:.1} minutes", seconds / 60.0),
        _ => format!("{:.1} hours", seconds / 3600.0),
    }
}

/// A noun for this many.
pub fn plural(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(
            (count(7), count(1063), count(1_234_567)),
            ("7".into(), "1,063".into(), "1,234,567".into())
        );
        assert_eq!(
            (percent(1, 100_000), percent(99_999, 100_000)),
            ("under 0.1 %".into(), "over 99.9 %".into())
        );
        assert_eq!((percent(0, 0), percent(1, 8)), ("0.0 %".into(), "12.5 %".into()));
        assert_eq!((number(-0.04, 1), number(-23.46, 1)), ("0.0".into(), "\u{2212}23.5".into()));
        assert_eq!((short(20.0), short(14.25), short(7000.0)), ("20".into(), "14.2".into(), "7000".into()));
        assert_eq!(
            (short(0.1), short(-0.9), short(0.000_1)),
            ("0.1".into(), "\u{2212}0.9".into(), "1.0e\u{2212}4".into())
        );
        assert_eq!(
            (duration(61_000), duration(600_000), duration(36_000_000)),
            ("61.0 s".into(), "10.0 minutes".into(), "10.0 hours".into())
        );
    }
}
