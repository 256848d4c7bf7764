//! The letters that languages are written with: what a sheet can be said to lack.

use crate::ids::Locale;

/// Returns the letters of the locale's language in lower case, in its order; nothing for a language that is not listed, and for those
/// written in so many that no sheet has all.
///
/// Source: the main exemplar characters of Unicode CLDR 45 and, where these have only what is native, the letters of loanwords that the
/// language's dictionaries have (`w` in French, `j` in Italian). Letters that stand in a handful of words, such as `ü` in French, are left
/// out, and so are `づ` and `ぢ`, which are said as `ず` and `じ`.
pub fn letters(locale: &Locale) -> Vec<char> {
    let letters = match locale.language() {
        "fr" => "aàâbcçdeéèêëfghiîïjklmnoôpqrstuùûvwxyzœ",
        "es" => "aábcdeéfghiíjklmnñoópqrstuúüvwxyz",
        "de" => "aäbcdefghijklmnoöpqrsßtuüvwxyz",
        "it" => "aàbcdeéèfghiìjklmnoòpqrstuùvwxyz",
        "pt" => "aáâãàbcçdeéêfghiíjklmnoóôõpqrstuúvwxyz",
        "en" | "nl" | "sw" | "id" | "ms" => "abcdefghijklmnopqrstuvwxyz",
        "ca" => "aàbcçdeéèfghiíïjklmnoóòpqrstuúüvwxyz",
        "pl" => "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
        "cs" => "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
        "sv" => "abcdefghijklmnopqrstuvwxyzåäö",
        "fil" | "tl" => "abcdefghijklmnñopqrstuvwxyz",
        "tr" => "abcçdefgğhıijklmnoöprsştuüvyzâîû",
        "ru" => "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "uk" => "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "el" => "αάβγδεέζηήθιίϊκλμνξοόπρστυύϋφχψωώ",
        "ar" => "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة",
        "fa" => "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ",
        "ur" => "اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئؤ",
        "he" => "אבגדהוזחטיכלמנסעפצקרשת",
        "hi" => "अआइईउऊऋएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह",
        "bn" => "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহৎ",
        "ja" => {
            "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただつてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもやゆよらりるれろわをんっゃゅょ"
        }
        _ => "",
    };
    letters.chars().collect()
}
