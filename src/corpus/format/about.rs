//! What speakers said of themselves, in the words of other formats. A word that a format has no word for is left out, never
//! guessed.

/// Returns the letter that Kaldi and SLURP have for the two genders that they know.
pub fn gender_letter(gender: Option<&str>) -> Option<char> {
    match gender?.to_ascii_lowercase().as_str() {
        "female" | "f" | "woman" | "female_feminine" => Some('f'),
        "male" | "m" | "man" | "male_masculine" => Some('m'),
        _ => None,
    }
}

/// Returns Common Voice's word for a gender, or nothing.
pub fn common_voice_gender(gender: Option<&str>) -> &'static str {
    let own = gender.unwrap_or("").to_ascii_lowercase();
    match gender_letter(gender) {
        Some('f') => "female_feminine",
        Some('m') => "male_masculine",
        _ if own == "nonbinary" => "non-binary",
        _ => ["non-binary", "transgender", "intersex", "do_not_wish_to_say"]
            .into_iter()
            .find(|word| *word == own)
            .unwrap_or(""),
    }
}

/// Returns Common Voice's word for an age in years or for a decade, or nothing; its spelling of "fourties" is its own.
pub fn common_voice_age(age: Option<&str>) -> &'static str {
    const DECADES: [&str; 9] = [
        "teens",
        "twenties",
        "thirties",
        "fourties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let own = age.unwrap_or("").trim().to_ascii_lowercase();
    match own.parse::<usize>() {
        Ok(years @ 10..=99) => DECADES[years / 10 - 1],
        Ok(_) => "",
        Err(_) if own == "forties" => "fourties",
        Err(_) => DECADES.into_iter().find(|word| *word == own).unwrap_or(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_format_or_none() {
        let gender = |word| (gender_letter(Some(word)), common_voice_gender(Some(word)));
        assert_eq!(gender("Woman"), (Some('f'), "female_feminine"));
        assert_eq!(gender("male"), (Some('m'), "male_masculine"));
        assert_eq!(gender("Nonbinary"), (None, "non-binary"));
        assert_eq!(gender("ask me"), (None, ""));
        let ages = ["9", "19", "34", "40", "99", "100", "forties", "Sixties", "30-39", ""];
        let words = ages.map(|age| common_voice_age(Some(age)));
        assert_eq!(
            words,
            ["", "teens", "thirties", "fourties", "nineties", "", "fourties", "sixties", "", ""]
        );
        assert_eq!((common_voice_gender(None), common_voice_age(None)), ("", ""));
    }
}
