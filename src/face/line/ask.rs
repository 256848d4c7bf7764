//! The questions of the desk at the terminal: one line each, nothing granted beforehand.

use crate::face::line::input::Input;
use crate::face::line::out::{Context, safe_lines, tell};
use booth::recordings::people::consent::scope_in_words;
use booth::sitting::{Answer, Desk, Kind, Question, QuestionId};
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};

/// What answers the questions about consent without asking.
const CONSENT_FLAGS: &str = "--yes and --grant, or --consent FILE";

/// Asks who the speaker is, when that is open.
pub(crate) fn speaker(desk: &mut Desk, input: &Input) -> Result<()> {
    for question in desk.questions() {
        if let (QuestionId::Speaker, Kind::Choice(names)) = (question.id, &question.kind) {
            let words = format!("Which speaker are you: {}? (Enter: a new one)", names.join(", "));
            let answer = Answer::Words(input.ask(&words, "--speaker")?);
            desk.answer(question.id, answer)?;
        }
    }
    Ok(())
}

/// Gets a valid consent: one given before, that of the flags, or by asking; hands the receipt over.
pub(crate) fn consent(desk: &mut Desk, input: &Input, context: &Context) -> Result<()> {
    if let Some(receipt) = desk.held().filter(|_| !context.quiet) {
        tell!("Your consent of {} (receipt {}) still holds.", receipt.answered.date(), receipt.id);
    }
    if let Some(text) = desk.consent_text() {
        if !input.may_ask() {
            return Err(Error::new(
                ErrorKind::Consent,
                "nothing is recorded without consent, and nobody can be asked here",
            )
            .with_hint(format!("answer with {CONSENT_FLAGS}")));
        }
        tell!("\n{}\n", safe_lines(text.trim_end()));
    }
    let mut before = None;
    while let Some(question) = desk.questions().into_iter().next() {
        // Nobody is there to say how they can be reached, which is left out then.
        if question.id == QuestionId::Contact && !input.may_ask() {
            break;
        }
        introduce(before, question.id);
        before = Some(question.id);
        let answer = ask(&question, input)?;
        desk.answer(question.id, answer)?;
    }
    let signed = desk.sign()?;
    if let Some(signed) = signed.filter(|_| !context.quiet) {
        tell!("Your receipt, with the code to withdraw, is {}", safe(&signed.copy.display().to_string()));
        tell!(
            "Withdrawal code: {}   (keep it; it is stored nowhere else)",
            context.style.strong(&signed.code.to_string())
        );
    }
    Ok(())
}

/// Says what comes, where another kind of question begins.
fn introduce(before: Option<QuestionId>, now: QuestionId) {
    match (before, now) {
        (Some(QuestionId::Scope(_)), QuestionId::Scope(_))
        | (Some(QuestionId::About(_)), QuestionId::About(_)) => {}
        (_, QuestionId::Scope(_)) => tell!("May your recordings be used to …  (Enter means no)"),
        (_, QuestionId::About(_)) => {
            tell!("Tell us about yourself if you like; Enter leaves a question out.")
        }
        _ => {}
    }
}

fn ask(question: &Question, input: &Input) -> Result<Answer> {
    let (words, flag) = match question.id {
        QuestionId::Speaker => ("Which speaker are you?".to_owned(), "--speaker"),
        QuestionId::Adult => ("Are you an adult in your country?".to_owned(), CONSENT_FLAGS),
        QuestionId::Scope(scope) => (format!("  {}?", scope_in_words(scope)), CONSENT_FLAGS),
        QuestionId::About("gender") => ("  Your gender, in your own words:".to_owned(), "--about"),
        QuestionId::About("age") => ("  Your age, or a range such as thirties:".to_owned(), "--about"),
        QuestionId::About("accent") => ("  Your accent or region:".to_owned(), "--about"),
        QuestionId::About(_) => ("  Your first language:".to_owned(), "--about"),
        QuestionId::Contact => {
            ("  How can we reach you? It is kept apart from the recordings:".to_owned(), "--contact")
        }
    };
    Ok(match question.kind {
        Kind::YesOrNo => Answer::Yes(input.ask_yes(&words, flag)?),
        Kind::Words | Kind::Choice(_) => Answer::Words(input.ask(&words, flag)?),
    })
}
