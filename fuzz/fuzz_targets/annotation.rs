#![no_main]

use booth::sheet::annotation;
use booth::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|annotated: &str| {
    let length = annotated.chars().count();
    match annotation::parse(annotated) {
        Ok((plain, slots)) => {
            let characters: Vec<char> = plain.chars().collect();
            for slot in &slots {
                let span: String = characters[slot.start as usize..slot.end as usize].iter().collect();
                assert_eq!(span, slot.value);
            }
            assert_eq!(annotation::render(&plain, &slots), annotated);
        }
        Err(fault) => assert!(fault.column >= 1 && fault.column as usize <= length),
    }
    if let Ok(clean) = text::clean_line(annotated) {
        assert!(text::is_nfc(&clean));
        assert_eq!(text::clean_line(&clean), Ok(clean.clone()));
        assert_eq!(text::escape_for_terminal(&clean), clean);
    }
    let folded = text::fold(annotated);
    assert_eq!(text::fold(&folded), folded);
});
