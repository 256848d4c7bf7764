//! The fixed words of the page, which it is sent once for each language.

use booth::messages::Message;
use booth::msg;

/// Returns them all.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn all() -> Vec<Message> {
    vec![
        msg!("page-name"),
        msg!("page-go-on"),
        msg!("page-back"),
        msg!("page-close"),
        msg!("page-note-info"),
        msg!("page-note-warn"),
        msg!("page-note-bad"),
        msg!("page-gone"),
        msg!("page-gone-safe"),
        msg!("page-gone-how"),
        msg!("page-gone-trying"),
        msg!("page-elsewhere"),
        msg!("page-elsewhere-what"),
        msg!("page-take-over"),
        msg!("page-language"),
        msg!("page-sheet"),
        msg!("page-locale"),
        msg!("page-begin"),
        msg!("page-who"),
        msg!("page-who-why"),
        msg!("page-who-before"),
        msg!("page-who-new"),
        msg!("page-who-name"),
        msg!("page-consent-adult"),
        msg!("page-consent-uses"),
        msg!("page-consent-about"),
        msg!("page-consent-needed"),
        msg!("page-consent-nothing"),
        msg!("page-agree"),
        msg!("page-refuse"),
        msg!("page-microphone-listening"),
        msg!("page-microphone-choose"),
        msg!("page-microphone-none"),
        msg!("page-microphone-waiting"),
        msg!("page-microphone-listens"),
        msg!("page-microphone-failed"),
        msg!("page-microphone-best"),
        msg!("page-microphone-default"),
        msg!("page-microphone-chosen"),
        msg!("page-microphone-use"),
        msg!("page-microphone-level"),
        msg!("page-listen"),
        msg!("page-check"),
        msg!("page-check-again"),
        msg!("page-check-stop"),
        msg!("page-check-anyway"),
        msg!("page-check-room"),
        msg!("page-check-sentence"),
        msg!("page-check-judging"),
        msg!("page-check-good"),
        msg!("page-check-poor"),
        msg!("page-seconds-left"),
        msg!("page-phase-showing"),
        msg!("page-phase-recording"),
        msg!("page-phase-judging"),
        msg!("page-phase-verdict"),
        msg!("page-phase-paused"),
        msg!("page-phase-done"),
        msg!("page-phase-lost"),
        msg!("page-previous"),
        msg!("page-next"),
        msg!("page-sentence"),
        msg!("page-controls"),
        msg!("page-again"),
        msg!("page-picture"),
        msg!("page-record"),
        msg!("page-stop"),
        msg!("page-keep"),
        msg!("page-keep-anyway"),
        msg!("page-redo"),
        msg!("page-play"),
        msg!("page-play-stop"),
        msg!("page-skip"),
        msg!("page-back-step"),
        msg!("page-undo"),
        msg!("page-delete"),
        msg!("page-delete-yes"),
        msg!("page-delete-no"),
        msg!("page-cancel"),
        msg!("page-discard"),
        msg!("page-pause"),
        msg!("page-resume"),
        msg!("page-quit"),
        msg!("page-list"),
        msg!("page-hint"),
        msg!("page-hint-hide"),
        msg!("page-hear"),
        msg!("page-report"),
        msg!("page-report-why"),
        msg!("page-hold"),
        msg!("page-release"),
        msg!("page-take-kept"),
        msg!("page-take-earlier"),
        msg!("page-take-others"),
        msg!("page-take-fix"),
        msg!("page-take-wave"),
        msg!("page-take-speech"),
        msg!("page-take-attempts"),
        msg!("page-attempt"),
        msg!("page-skip-why"),
        msg!("page-skip-plain"),
        msg!("page-who-is-there"),
        msg!("page-meter"),
        msg!("page-meter-silent"),
        msg!("page-meter-room"),
        msg!("page-meter-quiet"),
        msg!("page-meter-good"),
        msg!("page-meter-high"),
        msg!("page-meter-loud"),
        msg!("page-list-loading"),
        msg!("page-list-all"),
        msg!("page-settings"),
        msg!("page-settings-mode"),
        msg!("page-mode-manual"),
        msg!("page-mode-auto-stop"),
        msg!("page-mode-hands-free"),
        msg!("page-settings-hold"),
        msg!("page-settings-auto-play"),
        msg!("page-settings-keys"),
        msg!("page-settings-keys-which"),
        msg!("page-settings-key-change"),
        msg!("page-settings-key-press"),
        msg!("page-settings-key-reset"),
        msg!("page-settings-key-fixed"),
        msg!("page-key-space"),
        msg!("page-key-enter"),
        msg!("page-key-escape"),
        msg!("page-end-again"),
        msg!("page-end-finish"),
        msg!("page-hand-in"),
        msg!("page-end-where"),
        msg!("page-receipt"),
        msg!("page-receipt-code"),
        msg!("page-receipt-copy"),
        msg!("page-receipt-copied"),
        msg!("page-receipt-print"),
        msg!("page-withdraw"),
        msg!("page-retry"),
        msg!("page-over"),
        msg!("page-menu"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every id that the script names whole is sent; one that is sent is named whole, by its beginning, or as the word of an act
    /// or a state.
    #[test]
    fn the_page_is_sent_the_words_that_it_says() {
        let sent: BTreeSet<String> =
            all().iter().map(|message| message.id().trim_start_matches("page-").to_owned()).collect();
        let script = include_str!("assets/booth.js");
        let said = |end: &str| -> BTreeSet<&str> {
            let calls =
                script.split(" t(\"").chain(script.split("(t(\"")).chain(script.split("[t(\"")).skip(1);
            calls
                .filter_map(|call| call.split_once('"'))
                .filter(|(_, rest)| rest.starts_with(end))
                .map(|(id, _)| id)
                .collect()
        };
        for id in said(")") {
            assert!(sent.contains(id), "the page says `{id}`, which it is not sent");
        }
        let beginnings = said(" + ");
        assert!(beginnings.contains("meter-"), "{beginnings:?}");
        for id in &sent {
            let is_said = script.contains(&format!("\"{id}\""))
                || beginnings.iter().any(|beginning| id.starts_with(beginning));
            assert!(is_said, "the page is sent `{id}`, which it never says");
        }
    }
}
