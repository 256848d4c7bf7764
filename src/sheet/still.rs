//! What a sheet still says, and what it mended, of prompts that were read from an earlier version of it.

use super::deal::Dealt;
use super::head::version_key;
use super::loaded::Sheet;
use super::model::{Prompt, SheetHead};
use super::template::Template;
use crate::ids::PromptId;

impl Sheet {
    /// Returns the prompt that was dealt, where the sheet as it is now can still be dealt so; `None` where its template, or a value in it,
    /// is another one.
    pub fn prompt_of(&self, dealt: &Dealt) -> Option<Prompt> {
        let Some(id) = &dealt.template else {
            let same = self.prompts.iter().find(|prompt| prompt.id == dealt.prompt)?;
            return (same.annotated == dealt.annotated).then(|| same.clone());
        };
        let template = self.templates.iter().find(|template| template.id == *id)?;
        let prompt = template.prompt(&dealt.annotated, dealt.pool)?;
        let is_its_own =
            prompt.id == dealt.prompt && template.makes(&dealt.annotated, &self.values, &self.locale);
        is_its_own.then_some(prompt)
    }
}

impl SheetHead {
    /// Returns the version that mended what was wrong with a prompt when `version` was read, and what it was: the first newer one that
    /// names the prompt, or the template that it was made of.
    pub fn mended_after(&self, version: &str, prompt: &PromptId) -> Option<(&str, &str)> {
        let read = version_key(version)?;
        let newer = self.mended.iter().filter_map(|(version, prompts)| {
            let key = version_key(version).filter(|key| *key > read)?;
            let of = |id: &PromptId| id == prompt || Template::may_have_made(id, prompt);
            let (_, wrong) = prompts.iter().find(|(id, _)| of(id))?;
            Some((key, version.as_str(), wrong.as_str()))
        });
        newer.min().map(|(_, version, wrong)| (version, wrong))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Pool;

    const HEAD: &str = "id = 'demo'\nversion = '1.10.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'us'\n\
                        [mended.'1.9.0']\nset = 'a typo'\n[mended.'1.10.0']\nset = 'nobody says so'\nstop = 'rude'\n";
    const VALUES: &str = "list\tvalue\ton\ntime\tsix\t\ntime\tsix sharp\t\nplace\tivy lane\t\nplace\tivy\t\ndate\tMonday\ton [Monday]\n";

    fn sheet(tsv: &str, values: &str, locale: &str) -> Sheet {
        let dir = tempfile::tempdir().unwrap();
        crate::fsio::create_dir_all(&dir.path().join("values")).unwrap();
        for (name, text) in [
            ("sheet.toml".to_owned(), HEAD),
            (format!("{locale}.tsv"), tsv),
            (format!("values/{locale}.tsv"), values),
        ] {
            crate::fsio::write_new(&dir.path().join(name), text.as_bytes()).unwrap();
        }
        crate::sheet::load(&dir.path().into(), &locale.parse().unwrap()).unwrap()
    }

    fn dealt(sheet: &Sheet, template: &str, annotated: &str) -> Dealt {
        let made = sheet.templates.iter().find(|one| one.id.as_str() == template).unwrap();
        let prompt = made.prompt(annotated, Pool::Shared).unwrap().id;
        Dealt { prompt, template: Some(made.id.clone()), annotated: annotated.to_owned(), pool: Pool::Shared }
    }

    fn words(sheet: &Sheet, dealt: &Dealt) -> Option<String> {
        Some(sheet.prompt_of(dealt)?.text)
    }

    #[test]
    fn a_sheet_has_what_its_templates_and_values_can_become_and_nothing_else() {
        let tsv = "id\ttext\nset\tWake me at {time} {date.on}.\nbe\t{place} at {time}?\nstop\tStop it.\n";
        let old = sheet(tsv, VALUES, "en-US");
        let cases = [
            ("set", "Wake me at [time : six] on [date : Monday].", Some("Wake me at six on Monday.")),
            (
                "set",
                "Wake me at [time : six sharp] on [date : Monday].",
                Some("Wake me at six sharp on Monday."),
            ),
            // What begins a sentence has a capital, and no other case will do.
            ("be", "[place : Ivy lane] at [time : six]?", Some("Ivy lane at six?")),
            ("be", "[place : ivy lane] at [time : six]?", None),
            ("be", "[place : Ivy Lane] at [time : six]?", None),
            ("be", "[place : Ivy] at [time : six]", None),
            ("be", "[place : Ivy] at [time : seven]?", None),
            ("set", "Wake me at [time : six] [date : Monday].", None),
        ];
        for (template, annotated, said) in cases {
            assert_eq!(words(&old, &dealt(&old, template, annotated)).as_deref(), said, "{annotated}");
        }
        let stop = Dealt {
            prompt: "stop".parse().unwrap(),
            template: None,
            annotated: "Stop it.".to_owned(),
            pool: Pool::Shared,
        };
        assert_eq!(words(&old, &stop).as_deref(), Some("Stop it."));
        // Another sentence, another value.
        let was = dealt(&old, "set", cases[0].1);
        for (tsv, values) in [
            (tsv.replace("Wake me", "Get me up"), VALUES.to_owned()),
            (tsv.to_owned(), VALUES.replace("time\tsix\t", "time\tseven\t")),
            (tsv.replace("set\t", "setting\t"), VALUES.to_owned()),
        ] {
            assert_eq!(words(&sheet(&tsv, &values, "en-US"), &was), None, "{tsv}{values}");
        }
    }

    #[test]
    fn a_capital_of_another_language_is_found_again() {
        let sheet = sheet("id\ttext\nset\t{place} kur.\n", "list\tvalue\nplace\tivedi\n", "tr-TR");
        let was = dealt(&sheet, "set", "[place : İvedi] kur.");
        assert_eq!(words(&sheet, &was).as_deref(), Some("İvedi kur."));
    }

    #[test]
    fn the_first_newer_version_that_names_the_prompt_mended_it() {
        let head: SheetHead = toml::from_str(HEAD).unwrap();
        let id = |id: &str| id.parse::<PromptId>().unwrap();
        for (version, prompt, mended) in [
            ("1.8.5", "set", Some(("1.9.0", "a typo"))),
            ("1.9.0", "set", Some(("1.10.0", "nobody says so"))),
            ("1.10.0", "set", None),
            ("1.8.5", "set-0123456789", Some(("1.9.0", "a typo"))),
            ("1.8.5", "set-up", None),
            ("1.9.1", "stop", Some(("1.10.0", "rude"))),
            ("1.9.1", "sto", None),
        ] {
            assert_eq!(head.mended_after(version, &id(prompt)), mended, "{version} {prompt}");
        }
    }
}
