//! Consent at the terminal: the text shown, each use asked for by itself, nothing granted beforehand.

use crate::cli::args::RecordArgs;
use crate::face::clock::{SystemClock, random};
use crate::face::line::input::Input;
use crate::face::line::out::{Context, safe_lines, tell};
use booth::digest::Sha256;
use booth::fsio;
use booth::ids::{Locale, SpeakerId};
use booth::recordings::people::consent::{
    Answers, DEMOGRAPHICS, RANDOM_BYTES, Receipt, SCOPES, WithdrawalCode, built_in_text,
    copy_for_contributor, scope_in_words,
};
use booth::recordings::people::personal::Personal;
use booth::recordings::session::view::SessionView;
use booth::recordings::session::writer::RootLock;
use booth::sheet::Sheet;
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// How long a consent given here lasts, in years.
const YEARS: u16 = 5;
/// What a contributor may say of themselves.
const ABOUT: [(&str, &str); 4] = [
    ("gender", "Your gender, in your own words"),
    ("age", "Your age, or a range such as thirties"),
    ("accent", "Your accent or region"),
    ("native-language", "Your first language"),
];

/// A valid consent and what the speaker said of themselves.
pub(crate) struct Consent {
    pub receipt: Receipt,
    pub text: Vec<u8>,
    pub about: BTreeMap<String, String>,
}

/// The consent text of a sheet: its own, or the one that ships, in the language of the prompts.
fn text_for(sheet: &Sheet) -> Result<(Vec<u8>, Locale)> {
    for locale in [sheet.locale.clone(), "en-US".parse()?] {
        let path = sheet.dir.join("consent").join(format!("{locale}.txt"));
        match std::fs::read(&path) {
            Ok(bytes) => return Ok((bytes, locale)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Error::io("read the consent text", path, error)),
        }
        if let Some(text) = built_in_text(&locale) {
            return Ok((text.as_bytes().to_vec(), locale));
        }
    }
    Err(Error::new(ErrorKind::Consent, format!("there is no consent text for {}", sheet.locale))
        .with_path(sheet.dir.join("consent"))
        .with_hint(format!("write consent/{}.txt beside sheet.toml", sheet.locale)))
}

/// Gets a valid consent: one given before, the file of a flag, the answers of flags, or by asking.
pub(crate) fn consent(
    args: &RecordArgs,
    context: &Context,
    input: &Input,
    lock: &RootLock,
    sheet: &Sheet,
    speaker: &SpeakerId,
    sessions: &[SessionView],
) -> Result<Consent> {
    let (text, locale) = text_for(sheet)?;
    let text_sha256 = Sha256::of(&text);
    let now = SystemClock::now();
    let mut about = about_from_flags(&args.about)?;
    if let Some(path) = &args.consent {
        let receipt = Receipt::read(path)?;
        receipt.check(speaker, now, text_sha256).map_err(|error| error.with_path(path))?;
        allow_about(&receipt, &about)?;
        return Ok(Consent { receipt, text, about });
    }
    let wanted = wanted(args, &about)?;
    let holds = |session: &&SessionView| {
        session.record().consent.as_ref().is_some_and(|receipt| {
            receipt.check(speaker, now, text_sha256).is_ok()
                && wanted.iter().all(|scope| receipt.grants(scope))
        })
    };
    if let Some(before) = sessions.iter().rev().find(holds)
        && let Some(receipt) = before.record().consent.clone()
    {
        if about.is_empty() {
            about.clone_from(&before.record().speaker.metadata);
        }
        if !context.quiet {
            tell!("Your consent of {} (receipt {}) still holds.", receipt.answered.date(), receipt.id);
        }
        return Ok(Consent { receipt, text, about });
    }
    let shown = String::from_utf8_lossy(&text).into_owned();
    let mut scopes = BTreeMap::new();
    let method = if args.yes {
        scopes.extend(wanted.into_iter().map(|scope| (scope, true)));
        "flag"
    } else {
        ask(input, &shown, &mut scopes, &mut about)?;
        "terminal"
    };
    if !scopes.get("asr").copied().unwrap_or(false) {
        return Err(Error::new(
            ErrorKind::Consent,
            "nothing is recorded: speech recognition was not allowed",
        )
        .with_hint("this sheet is recorded for speech recognition; nothing was stored of you"));
    }
    for field in about.keys() {
        scopes.insert(format!("{DEMOGRAPHICS}{field}"), true);
    }
    let contact = contact(args, input, scopes.get("contact-again").copied().unwrap_or(false))?;
    let controller = sheet.head.controller.as_ref();
    let licence = scopes.get("share-open").copied().unwrap_or(false).then(|| "CC0-1.0".to_owned());
    let answers = Answers {
        speaker: speaker.clone(),
        controller: controller
            .map_or_else(|| "the person who runs this recording".to_owned(), |c| c.name.clone()),
        contact: controller
            .map_or_else(|| "whoever gave you this recording to do".to_owned(), |c| c.contact.clone()),
        basis: "consent".to_owned(),
        text_locale: locale,
        text: &text,
        method: method.to_owned(),
        asked: now,
        answered: SystemClock::now(),
        scopes,
        licence,
        years: YEARS,
        age: "adult".to_owned(),
        statement: None,
        tool: booth::TOOL.to_owned(),
    };
    let (receipt, code) = Receipt::from_answers(answers, random::<RANDOM_BYTES>()?)?;
    let personal = Personal { schema: 1, at: now, speaker: speaker.clone(), contact, credit: None };
    personal.append(lock)?;
    hand_over(&args.into, &receipt, &code, &shown, context)?;
    Ok(Consent { receipt, text, about })
}

/// The scopes that the flags ask for: those of `--grant`, and one for each thing said of oneself.
fn wanted(args: &RecordArgs, about: &BTreeMap<String, String>) -> Result<Vec<String>> {
    let mut wanted = match (args.yes, args.grant.is_empty()) {
        (true, true) => vec!["asr".to_owned()],
        _ => args.grant.clone(),
    };
    if let Some(unknown) = wanted.iter().find(|scope| !SCOPES.contains(&scope.as_str())) {
        return Err(Error::new(
            ErrorKind::Usage,
            format!("`{}` is no use; allowed are {}", unknown.escape_debug(), SCOPES.join(", ")),
        ));
    }
    wanted.extend(about.keys().map(|field| format!("{DEMOGRAPHICS}{field}")));
    Ok(wanted)
}

/// How to reach the speaker again, when they allow it and only then.
fn contact(args: &RecordArgs, input: &Input, may_contact: bool) -> Result<Option<String>> {
    match (&args.contact, may_contact) {
        (Some(_), false) => Err(Error::new(
            ErrorKind::Consent,
            "a contact was given, and the use contact-again was not allowed",
        )
        .with_hint("leave out --contact, or allow it with --grant contact-again")),
        (Some(given), true) => clean("contact", given).map(Some),
        (None, true) if input.may_ask() => {
            let answer =
                input.ask("  How can we reach you? It is kept apart from the recordings:", "--contact")?;
            if answer.is_empty() { Ok(None) } else { clean("contact", &answer).map(Some) }
        }
        (None, _) => Ok(None),
    }
}

/// Writes the contributor's copy, with the code that is stored nowhere else.
fn hand_over(
    into: &Path,
    receipt: &Receipt,
    code: &WithdrawalCode,
    text: &str,
    context: &Context,
) -> Result<()> {
    // Beside the recordings, not inside: those are sent on, and the code is for the contributor alone.
    let folder = into.parent().unwrap_or(Path::new("")).join("receipts");
    fsio::create_dir_all(&folder)?;
    let path = folder.join(format!("{}-{}.txt", receipt.speaker, receipt.id));
    fsio::write_new(&path, copy_for_contributor(receipt, code, text).as_bytes())?;
    if !context.quiet {
        tell!("Your receipt, with the code to withdraw, is {}", safe(&path.display().to_string()));
        tell!(
            "Withdrawal code: {}   (keep it; it is stored nowhere else)",
            context.style.strong(&code.to_string())
        );
    }
    Ok(())
}

fn ask(
    input: &Input,
    text: &str,
    scopes: &mut BTreeMap<String, bool>,
    about: &mut BTreeMap<String, String>,
) -> Result<()> {
    const FLAG: &str = "--yes and --grant, or --consent FILE";
    if !input.may_ask() {
        return Err(Error::new(
            ErrorKind::Consent,
            "nothing is recorded without consent, and nobody can be asked here",
        )
        .with_hint(format!("answer with {FLAG}")));
    }
    tell!("\n{}\n", safe_lines(text.trim_end()));
    if !input.ask_yes("Are you an adult in your country?", FLAG)? {
        return Err(Error::new(ErrorKind::Consent, "only adults can record here by themselves")
            .with_hint("a guardian's receipt is given with --consent FILE"));
    }
    tell!("May your recordings be used to …  (Enter means no)");
    for scope in SCOPES {
        let yes = input.ask_yes(&format!("  {}?", scope_in_words(scope)), FLAG)?;
        scopes.insert(scope.to_owned(), yes);
        if scope == "asr" && !yes {
            return Ok(());
        }
    }
    tell!("Tell us about yourself if you like; Enter leaves a question out.");
    for (field, question) in ABOUT {
        if about.contains_key(field) {
            continue;
        }
        let answer = input.ask(&format!("  {question}:"), "--about")?;
        if !answer.is_empty() {
            about.insert(field.to_owned(), clean(field, &answer)?);
        }
    }
    Ok(())
}

fn about_from_flags(flags: &[String]) -> Result<BTreeMap<String, String>> {
    let mut about = BTreeMap::new();
    for flag in flags {
        let known = flag.split_once('=').filter(|(key, _)| ABOUT.iter().any(|(field, _)| field == key));
        let Some((key, value)) = known else {
            let fields: Vec<&str> = ABOUT.iter().map(|(field, _)| *field).collect();
            return Err(Error::new(
                ErrorKind::Usage,
                format!("`{}` is not KEY=VALUE with KEY one of {}", flag.escape_debug(), fields.join(", ")),
            ));
        };
        about.insert(key.to_owned(), clean(key, value)?);
    }
    Ok(about)
}

fn clean(field: &str, value: &str) -> Result<String> {
    let text = booth::text::clean_line(value).map_err(|why| {
        Error::new(ErrorKind::Usage, format!("the answer to `{field}` cannot be kept: {why}"))
    })?;
    if text.chars().count() > 100 {
        return Err(Error::new(
            ErrorKind::Usage,
            format!("the answer to `{field}` is longer than 100 characters"),
        ));
    }
    Ok(text)
}

/// What a speaker says of themselves needs a receipt that allows to keep it.
fn allow_about(receipt: &Receipt, about: &BTreeMap<String, String>) -> Result<()> {
    for field in about.keys() {
        let scope = format!("{DEMOGRAPHICS}{field}");
        if !receipt.grants(&scope) {
            return Err(Error::new(
                ErrorKind::Consent,
                format!("the consent does not allow to keep `{field}`"),
            )
            .with_hint(format!("leave out --about {field}=…, or give consent again with --yes")));
        }
    }
    Ok(())
}
