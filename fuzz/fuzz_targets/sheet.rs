#![no_main]

use booth::sheet::{LintFinding, SheetDefaults, lint_head, lint_pair, lint_tsv};
use libfuzzer_sys::fuzz_target;

const LOCALES: [&str; 6] = ["en-US", "ja-JP", "ur-PK", "hi-IN", "zh-Latn", "qqq"];

/// Places lie inside the file, and messages are safe to print.
fn hold(findings: &[LintFinding], bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lengths: Vec<u64> = text.split('\n').map(|line| line.chars().count() as u64).collect();
    for finding in findings {
        let length = lengths[finding.line as usize - 1];
        assert!(finding.column >= 1 && finding.column <= length + 1, "{finding:?}");
        assert!(!finding.message.chars().any(char::is_control), "{finding:?}");
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let locale = LOCALES[usize::from(*first) % LOCALES.len()].parse().expect("a locale");
    hold(&lint_tsv(bytes, &locale, &SheetDefaults::default()).findings, bytes);
    hold(&lint_head(bytes), bytes);
    // The same as a sheet with values: what comes before the first zero byte, and what comes after it.
    let split = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (tsv, values) = (&bytes[..split], bytes.get(split + 1..).unwrap_or_default());
    let findings = lint_pair(tsv, values, &locale, &SheetDefaults::default()).findings;
    let (in_values, in_tsv): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.path.as_os_str() == "values");
    hold(&in_tsv, tsv);
    hold(&in_values, values);
});
