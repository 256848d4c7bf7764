//! The sheets that come with Booth are sound, and those in the program are those of `prompts/`.

use super::{SHIPPED, SheetSource, find, lint, load, load_head, locales, shipped_names};
use crate::error::ErrorKind;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn prompts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts")
}

/// The files of a folder and of those in it with their bytes, by name.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(dir).into_iter().map(Result::unwrap);
    let named = |path: &Path| path.strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (named(entry.path()), std::fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn every_shipped_sheet_lints_without_a_finding_and_loads_in_every_locale() {
    for sheet in find(&prompts()).unwrap() {
        assert_eq!(lint(&sheet).unwrap().findings, [], "{sheet}");
        let locales = locales(&sheet).unwrap();
        assert!(!locales.is_empty(), "{sheet}");
        for locale in locales {
            assert!(!load(&sheet, &locale).unwrap().prompts.is_empty(), "{sheet} {locale}");
        }
    }
}

/// Oracle: the folders that stand in `prompts/`.
#[test]
fn each_of_them_is_in_the_program_file_by_file() {
    let sheets = find(&prompts()).unwrap();
    let names = sheets.iter().map(|sheet| sheet.name().unwrap());
    assert!(names.eq(shipped_names().map(str::to_owned)), "{sheets:?}");
    for shipped in &SHIPPED {
        let inside =
            shipped.files().iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        assert_eq!(inside.collect::<BTreeMap<_, _>>(), files(&prompts().join(shipped.name())), "{shipped:?}");
    }
}

#[test]
fn a_sheet_is_the_same_from_its_folder_and_from_the_program() {
    for shipped in &SHIPPED {
        let folder = SheetSource::from(prompts().join(shipped.name()));
        let inside = SheetSource::Inside(shipped);
        assert_eq!(load_head(&inside).unwrap(), load_head(&folder).unwrap());
        assert_eq!(lint(&inside).unwrap(), lint(&folder).unwrap());
        assert_eq!(locales(&inside).unwrap(), locales(&folder).unwrap());
        for locale in locales(&folder).unwrap() {
            let [inside, folder] = [&inside, &folder].map(|source| load(source, &locale).unwrap());
            assert_eq!((inside.sha256, &inside.prompts), (folder.sha256, &folder.prompts), "{locale}");
        }
    }
}

#[test]
fn a_folder_goes_before_a_name_and_a_name_is_no_path() {
    let work = tempfile::tempdir().unwrap();
    let inside = SheetSource::Inside(&SHIPPED[0]);
    // Nothing of that name is where the tests run.
    assert_eq!(SheetSource::named(Path::new("assistant")).unwrap(), inside);
    assert_eq!(inside.to_string(), "assistant (in the program)");
    let folder = SHIPPED[0].copy(work.path()).unwrap();
    assert_eq!(SheetSource::named(&folder).unwrap(), SheetSource::Folder(folder.clone()));
    assert_eq!(files(&folder), files(&prompts().join("assistant")));
    for path in ["./assistant", "assistant/", "prompts/../assistant", "assistent", "", "Assistant"] {
        let error = SheetSource::named(Path::new(path)).unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Sheet, Some(Path::new(path))), "{path}");
        assert!(error.hint().unwrap().contains("assistant, wake-word"), "{error}");
    }
    let error = load(&inside, &"cy-GB".parse().unwrap()).unwrap_err();
    assert_eq!(error.path(), Some(Path::new("assistant (in the program)")));
}

#[test]
fn a_copy_changes_nothing_that_is_there() {
    let work = tempfile::tempdir().unwrap();
    std::fs::create_dir(work.path().join("assistant")).unwrap();
    let error = SHIPPED[0].copy(work.path()).unwrap_err();
    assert_eq!(
        (error.kind(), files(&work.path().join("assistant")).len()),
        (ErrorKind::Exists, 0),
        "{error}"
    );
    std::fs::write(work.path().join("wake-word"), "mine").unwrap();
    let error = SHIPPED[1].copy(work.path()).unwrap_err();
    assert!(error.message().contains("it is a file, not a folder"), "{error}");
    assert_eq!(std::fs::read(work.path().join("wake-word")).unwrap(), b"mine");
    assert_eq!(std::fs::read_dir(work.path()).unwrap().count(), 2, "nothing else is left there");
    let error = SheetSource::named(&work.path().join("wake-word")).unwrap_err();
    assert!(error.message().contains("this is a file"), "{error}");
}
