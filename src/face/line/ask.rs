//! The questions of the desk at the terminal: one line each, nothing granted beforehand.

use crate::face::line::input::Input;
use crate::face::line::out::{Context, safe_lines, tell};
use crate::face::line::speech::said;
use booth::msg;
use booth::sitting::{Answer, Desk, Kind, Question, QuestionId, Signed};
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};

/// Asks who the speaker is, when that is open.
pub(crate) fn speaker(desk: &mut Desk, input: &Input) -> Result<()> {
    for question in desk.questions() {
        if question.id == QuestionId::Speaker {
            let answer = ask(&question, input)?;
            desk.answer(question.id, answer)?;
        }
    }
    Ok(())
}

/// Gets a valid consent: one given before, that of the flags, or by asking.
pub(crate) fn consent(desk: &mut Desk, input: &Input, context: &Context) -> Result<()> {
    if let Some(receipt) = desk.held().filter(|_| !context.quiet) {
        let (date, id) = (receipt.answered.date(), &receipt.id);
        tell!("{}", said(&msg!("consent-holds", date = date, receipt = id)));
    }
    if let Some(text) = desk.consent_text() {
        if !input.may_ask() {
            let flags = said(&msg!("flags-of-consent"));
            return Err(Error::of(ErrorKind::Consent, msg!("consent-unasked", flag = flags)));
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
    desk.sign()
}

/// Tells where the contributor's receipt is, and the code.
pub(crate) fn receipt(signed: &Signed, context: &Context) {
    if !context.quiet {
        let path = safe(&signed.copy.display().to_string());
        tell!("{}", said(&msg!("receipt-where", path = path)));
        let code = context.style.strong(&signed.code.to_string());
        tell!("{}", said(&msg!("receipt-code", code = code)));
    }
}

/// Says what comes, where another kind of question begins.
fn introduce(before: Option<QuestionId>, now: QuestionId) {
    match (before, now) {
        (Some(QuestionId::Scope(_)), QuestionId::Scope(_))
        | (Some(QuestionId::About(_)), QuestionId::About(_)) => {}
        (_, QuestionId::Scope(_)) => tell!("{}", said(&msg!("question-uses"))),
        (_, QuestionId::About(_)) => tell!("{}", said(&msg!("question-about"))),
        _ => {}
    }
}

fn ask(question: &Question, input: &Input) -> Result<Answer> {
    let flag = match question.id {
        QuestionId::Speaker => "--speaker".to_owned(),
        QuestionId::Adult | QuestionId::Scope(_) => said(&msg!("flags-of-consent")),
        QuestionId::About(_) => "--about".to_owned(),
        QuestionId::Contact => "--contact".to_owned(),
    };
    let indent = if matches!(question.id, QuestionId::Speaker | QuestionId::Adult) { "" } else { "  " };
    let words = format!("{indent}{}", said(&question.message()));
    Ok(match question.kind {
        Kind::YesOrNo => Answer::Yes(input.ask_yes(&words, &flag)?),
        Kind::Words | Kind::Choice(_) => Answer::Words(input.ask(&words, &flag)?),
    })
}
