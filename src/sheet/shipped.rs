//! The sheets that come with Booth are sound.

use super::{find, lint, load, locales};
use std::path::Path;

#[test]
fn every_shipped_sheet_lints_without_a_finding_and_loads_in_every_locale() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts");
    let sheets = find(&root).unwrap();
    assert!(!sheets.is_empty(), "there is no sheet under {}", root.display());
    for dir in sheets {
        assert_eq!(lint(&dir).unwrap().findings, [], "{}", dir.display());
        let locales = locales(&dir).unwrap();
        assert!(!locales.is_empty(), "{}", dir.display());
        for locale in locales {
            assert!(!load(&dir, &locale).unwrap().prompts.is_empty(), "{} {locale}", dir.display());
        }
    }
}
