//! The steps before the microphone: what to read, who reads, and consent.

use super::scene::{ConsentForm, FormField, Named, SheetCard, Start, Who, direction};
use super::stage::Act;
use super::studio::{LOOK, Step, Studio};
use booth::ids::Locale;
use booth::msg;
use booth::recordings::session::SetupStep;
use booth::sheet::{self, SheetHead, SheetSource};
use booth::sitting::{Answer, Desk, Field, Kind, QuestionId, Signed};
use booth::{ErrorKind, Result};
use std::collections::BTreeMap;

/// A sheet that can be read.
pub(crate) struct Offer {
    source: SheetSource,
    head: SheetHead,
    locales: Vec<Locale>,
}

impl Offer {
    /// Reads the head of a sheet.
    ///
    /// # Errors
    /// Those of the sheet.
    pub(crate) fn read(source: SheetSource) -> Result<Self> {
        Ok(Self { head: sheet::load_head(&source)?, locales: sheet::locales(&source)?, source })
    }

    /// Returns where the sheet is.
    pub(super) fn source(&self) -> &SheetSource {
        &self.source
    }

    fn has(&self, locale: &Locale) -> bool {
        self.locales.contains(locale)
    }

    /// The locale to offer: the wanted one, else one of its language, else the first.
    fn near<'a>(&'a self, wanted: Option<&'a Locale>) -> Option<&'a Locale> {
        let same = |wanted: &Locale| self.locales.iter().find(|one| one.language() == wanted.language());
        let exact = wanted.filter(|wanted| self.has(wanted));
        exact.or_else(|| wanted.and_then(same)).or_else(|| self.locales.first())
    }
}

/// What is to be read.
pub(super) struct Choice {
    pub sheet: usize,
    pub locale: Locale,
}

/// Asks what to read. `wanted` is the language to offer first; the choice before stands when it was gone back to.
pub(super) fn start(
    studio: &mut Studio,
    offers: &[Offer],
    wanted: Option<&Locale>,
    before: Option<Choice>,
) -> Result<Choice> {
    let languages = Named::languages();
    let (mut at, mut locale) = match before {
        Some(before) => (before.sheet, Some(before.locale)),
        None => (0, offers[0].near(wanted).cloned()),
    };
    loop {
        let cards: Vec<SheetCard> = offers
            .iter()
            .map(|offer| SheetCard {
                id: offer.head.id.to_string(),
                title: offer.head.title_for(studio.language().tag()).to_owned(),
                about: studio.say(&msg!("page-sheet-languages", count = offer.locales.len())),
            })
            .collect();
        let locales: Vec<Named> = offers[at].locales.iter().map(Named::locale).collect();
        let title = studio.say(&msg!("page-start"));
        let body = Start {
            languages: &languages,
            language: studio.language().tag(),
            sheets: &cards,
            sheet: &cards[at].id,
            locales: &locales,
            locale: locale.as_ref().map_or("", Locale::as_str),
        };
        studio.show("start", (title.clone(), title), false, &body);
        match studio.next(LOOK)?.map(|told| told.act) {
            Some(Act::Sheet { id }) => {
                if let Some(found) = offers.iter().position(|offer| offer.head.id.as_str() == id) {
                    at = found;
                    locale = offers[at].near(locale.as_ref().or(wanted)).cloned();
                }
            }
            Some(Act::Locale { tag }) => {
                if let Some(found) = offers[at].locales.iter().find(|one| one.as_str() == tag) {
                    studio.follow_reader(found.as_str());
                    locale = Some(found.clone());
                }
            }
            Some(Act::Begin) => {
                if let Some(locale) = locale {
                    studio.follow_reader(locale.as_str());
                    return Ok(Choice { sheet: at, locale });
                }
            }
            _ => {}
        }
    }
}

/// Asks how the reader is to be called, unless that was said at the start.
pub(super) fn who(studio: &mut Studio, desk: &mut Desk) -> Result<Step<()>> {
    let speakers = desk.speakers();
    let known = desk.speaker().map(ToString::to_string);
    let suggestion = match known {
        Some(known) => known,
        None => desk.pseudonym()?.to_string(),
    };
    let mut error: Option<String> = None;
    loop {
        let title = studio.say(&msg!("page-who"));
        let body = Who { speakers: &speakers, suggestion: &suggestion, error: error.as_deref() };
        let status = error.clone().unwrap_or_else(|| title.clone());
        studio.show("who", (title, status), true, &body);
        match studio.next(LOOK)?.map(|told| told.act) {
            Some(Act::Speaker { name }) => {
                let name = name.trim().to_owned();
                match desk.answer(QuestionId::Speaker, Answer::Words(name)) {
                    Ok(()) => return Ok(Step::Done(())),
                    Err(fault) if fault.kind() == ErrorKind::Usage => {
                        error = Some(fault.to_contributor(studio.language()).0);
                    }
                    Err(fault) => return Err(fault),
                }
            }
            Some(Act::BackStep) => return Ok(Step::Back),
            _ => {}
        }
    }
}

/// Asks for consent, unless one of before holds.
pub(super) fn consent(studio: &mut Studio, desk: &mut Desk) -> Result<Step<()>> {
    let Some(text) = desk.consent_text() else {
        if let Some(receipt) = desk.held() {
            let held = msg!("consent-holds", date = receipt.answered.date(), receipt = &receipt.id);
            let text = studio.say(&held);
            studio.note(super::scene::Tone::Info, text);
        }
        desk.sign()?;
        return Ok(Step::Done(()));
    };
    let lang = desk.consent_locale().to_string();
    let mut error: Option<String> = None;
    loop {
        let fields = desk.whole_form().iter().map(|field| form_field(studio, field)).collect();
        let title = studio.say(&msg!("page-consent"));
        let body =
            ConsentForm { text: &text, lang: &lang, dir: direction(&lang), fields, error: error.as_deref() };
        let status = error.clone().unwrap_or_else(|| title.clone());
        studio.show("consent", (title, status), true, &body);
        match studio.next(LOOK)?.map(|told| told.act) {
            Some(Act::Agree { ticks, words }) => match agree(desk, &ticks, &words) {
                Ok(()) => return Ok(Step::Done(())),
                Err(fault) if matches!(fault.kind(), ErrorKind::Consent | ErrorKind::Usage) => {
                    error = Some(fault.to_contributor(studio.language()).0);
                }
                Err(fault) => return Err(fault),
            },
            Some(Act::Refuse) => return Ok(Step::Finish),
            Some(Act::BackStep) => return Ok(Step::Back),
            _ => {}
        }
    }
}

fn form_field(studio: &Studio, field: &Field) -> FormField {
    let (group, only_if) = match field.question.id {
        QuestionId::Adult => ("adult", None),
        QuestionId::Contact => ("about", Some("scope-contact-again")),
        QuestionId::About(_) => ("about", None),
        QuestionId::Scope(_) | QuestionId::Speaker => ("uses", None),
    };
    FormField {
        id: field.question.id.to_string(),
        kind: if field.question.kind == Kind::YesOrNo { "yes" } else { "words" },
        group,
        label: studio.say(&field.question.message()),
        needed: field.is_needed,
        only_if,
    }
}

/// Takes in the form as it was sent: what is not ticked is a no, and what is not said is left out.
fn agree(desk: &mut Desk, ticks: &BTreeMap<String, bool>, words: &BTreeMap<String, String>) -> Result<()> {
    for field in desk.form() {
        let id = field.question.id;
        let answer = match field.question.kind {
            Kind::YesOrNo => Answer::Yes(ticks.get(&id.to_string()).copied().unwrap_or(false)),
            Kind::Words | Kind::Choice(_) => said(words, id),
        };
        desk.answer(id, answer)?;
    }
    // It is asked of who may be asked again, which is known by now.
    let is_open = |id| desk.questions().iter().any(|question| question.id == id);
    if is_open(QuestionId::Contact) {
        desk.answer(QuestionId::Contact, said(words, QuestionId::Contact))?;
    }
    desk.sign()
}

fn said(words: &BTreeMap<String, String>, id: QuestionId) -> Answer {
    Answer::Words(words.get(&id.to_string()).map(|words| words.trim().to_owned()).unwrap_or_default())
}

/// The card of a receipt that was just written.
pub(super) fn receipt_card(studio: &Studio, signed: &Signed) -> super::scene::ReceiptCard {
    super::scene::ReceiptCard {
        path: signed.copy.display().to_string(),
        code: signed.code.to_string(),
        keep: studio.say(&msg!("copy-keep")),
    }
}

/// Notes that the microphone and the room are seen to.
pub(super) fn set_up(desk: &mut Desk, has_room: bool) {
    desk.done(SetupStep::Device);
    if has_room {
        desk.done(SetupStep::Room);
    }
}
