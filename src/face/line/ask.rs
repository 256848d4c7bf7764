//! The questions of the desk at the terminal: one form on which every line can be changed until it is sent; nothing is ticked.

use crate::face::line::input::Input;
use crate::face::line::out::{Context, folded, rows, safe_lines, tell};
use crate::face::line::speech::{language, said};
use booth::msg;
use booth::sitting::{Answer, Desk, Field, Kind, QuestionId, Signed};
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};

/// What leaves the form, and what clears a line of words.
const LEAVE: &str = "q";
const CLEAR: &str = "-";

/// Asks who the speaker is, when that is open. A name that nobody has is asked for twice: it may be a slip.
pub(crate) fn speaker(desk: &mut Desk, input: &Input) -> Result<()> {
    let Some(question) = desk.questions().into_iter().find(|question| question.id == QuestionId::Speaker)
    else {
        return Ok(());
    };
    let known = if let Kind::Choice(names) = &question.kind { names.as_slice() } else { &[] };
    let mut words = said(&question.message());
    let mut before = None;
    loop {
        let name = input.ask(&words, "--speaker")?;
        let is_known = name.is_empty() || known.contains(&name);
        if !is_known && before.as_ref() != Some(&name) {
            words = said(&msg!("question-new-speaker", speaker = safe(&name)));
            before = Some(name);
            continue;
        }
        match desk.answer(question.id, Answer::Words(name)) {
            Err(error) if error.kind() == ErrorKind::Usage => {
                tell!("{}", safe(error.message()));
                words = said(&question.message());
            }
            outcome => return outcome,
        }
    }
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
        page(&safe_lines(text.trim_end()), input)?;
        form(desk, input)?;
    }
    // With consent by flags one thing may be left: how to reach the speaker. Nobody need be there to say it.
    for question in desk.questions() {
        if input.may_ask() {
            let words = format!("{}:", said(&question.message()));
            let answer = input.ask(&words, "--contact")?;
            desk.answer(question.id, Answer::Words(answer))?;
        }
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

/// Shows a text from its first line on, a screen at a time: nobody agrees to what ran by above.
fn page(text: &str, input: &Input) -> Result<()> {
    let text = folded(text);
    let lines: Vec<&str> = text.split('\n').collect();
    tell!("");
    let mut parts = lines.chunks(rows().map_or(usize::MAX, |rows| rows.saturating_sub(3).max(5))).peekable();
    while let Some(part) = parts.next() {
        tell!("{}", part.join("\n"));
        if parts.peek().is_some() {
            input.ask(&said(&msg!("page-more")), &said(&msg!("flags-of-consent")))?;
        }
    }
    tell!("");
    Ok(())
}

/// Asks whether to go on in a room that is loud or silent, in place of listening to it once more.
pub(crate) fn go_on_in_this_room(input: &Input) -> Result<bool> {
    loop {
        match input.ask(&said(&msg!("room-keys")), "--room-check=0")?.as_str() {
            "" => return Ok(false),
            "g" => return Ok(true),
            LEAVE => return Err(Error::of(ErrorKind::Interrupted, msg!("answer-ended"))),
            _ => {}
        }
    }
}

/// Shows the form and changes it, until it is as the speaker wants it and can be sent.
fn form(desk: &mut Desk, input: &Input) -> Result<()> {
    loop {
        let fields = desk.form();
        show(&fields);
        loop {
            let line = input.ask(">", &said(&msg!("flags-of-consent")))?;
            if line.trim() == LEAVE {
                return Err(Error::of(ErrorKind::Consent, msg!("consent-not-given")));
            }
            if !line.trim().is_empty() {
                match change(desk, &fields, line.trim()) {
                    Ok(()) => break,
                    Err(what) => tell!("{what}"),
                }
            } else if let Some(numbers) = lacking(&fields) {
                tell!("{}", said(&msg!("form-lacking", numbers = numbers)));
            } else {
                return send(desk, &fields);
            }
        }
    }
}

/// The form: a line for each question, with its number and how it stands.
fn show(fields: &[Field]) {
    let mut before = None;
    for (number, field) in (1..).zip(fields) {
        let head = match field.question.id {
            QuestionId::Scope(_) => Some(msg!("form-uses")),
            QuestionId::About(_) => Some(msg!("form-about")),
            _ => None,
        };
        if head != before {
            tell!("{}", head.as_ref().map_or(String::new(), |head| format!("\n{}", said(head))));
            before = head;
        }
        let message = said(&field.question.message());
        match &field.answer {
            Some(Answer::Words(words)) if !words.is_empty() => {
                tell!("  {number:>2}  {message}: {}", safe(words));
            }
            _ if field.question.kind == Kind::Words => {
                tell!("  {number:>2}  {message}: {}", said(&msg!("form-left-out")));
            }
            answer => {
                let is_yes = *answer == Some(Answer::Yes(true));
                let mark = said(&if is_yes { msg!("form-ticked") } else { msg!("form-open") });
                let needed =
                    if field.is_needed { format!(" {}", said(&msg!("form-needed"))) } else { String::new() };
                tell!("  {number:>2}  {mark} {message}{needed}");
            }
        }
    }
    let example = 1 + fields
        .iter()
        .position(|field| field.question.id == QuestionId::About("age"))
        .unwrap_or_else(|| fields.len().saturating_sub(1));
    tell!("\n{}", said(&msg!("form-keys", example = example)));
}

/// Changes what a line typed says; it says what is wrong with it otherwise, and changes nothing.
fn change(desk: &mut Desk, fields: &[Field], line: &str) -> Result<(), String> {
    let number = |word: &str| {
        word.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|&at| at < fields.len())
    };
    let unknown = |given: &str| said(&msg!("form-unknown", given = safe(given), last = fields.len()));
    let refused = |error: Error| error.to_contributor(language()).0;
    let (first, words) = line.split_once(' ').map_or((line, ""), |(first, words)| (first, words.trim()));
    if let Some(at) = number(first)
        && fields[at].question.kind == Kind::Words
    {
        if words.is_empty() {
            return Err(said(&msg!("form-words", number = at + 1)));
        }
        let words = if words == CLEAR { "" } else { words };
        let answered = desk.answer(fields[at].question.id, Answer::Words(words.to_owned()));
        return answered.map_err(refused);
    }
    let mut ticks = Vec::new();
    for word in line.split([' ', ',', ';']).filter(|word| !word.is_empty()) {
        let at = match (number(word), ticks.first()) {
            (Some(at), _) => at,
            (None, Some(first)) => return Err(said(&msg!("form-no-words", number = first + 1))),
            (None, None) => return Err(unknown(word)),
        };
        if fields[at].question.kind == Kind::Words {
            return Err(said(&msg!("form-words", number = at + 1)));
        }
        ticks.push(at);
    }
    for at in ticks {
        let is_yes = fields[at].answer == Some(Answer::Yes(true));
        match desk.answer(fields[at].question.id, Answer::Yes(!is_yes)) {
            // One that is needed is only not ticked, as long as the form is not sent.
            Err(error) if error.kind() == ErrorKind::Consent && is_yes => {}
            outcome => outcome.map_err(refused)?,
        }
    }
    Ok(())
}

/// The numbers of the lines that have to be ticked and are not.
fn lacking(fields: &[Field]) -> Option<String> {
    let lacks = |field: &Field| field.is_needed && field.answer != Some(Answer::Yes(true));
    let numbers: Vec<String> = (1..)
        .zip(fields)
        .filter(|(_, field)| lacks(field))
        .map(|(number, _): (usize, _)| number.to_string())
        .collect();
    (!numbers.is_empty()).then(|| numbers.join(", "))
}

/// Answers with no what was not ticked, and leaves out what was not said.
fn send(desk: &mut Desk, fields: &[Field]) -> Result<()> {
    for field in fields.iter().filter(|field| field.answer.is_none()) {
        let answer = match field.question.kind {
            Kind::YesOrNo => Answer::Yes(false),
            Kind::Words | Kind::Choice(_) => Answer::Words(String::new()),
        };
        desk.answer(field.question.id, answer)?;
    }
    Ok(())
}
