//! Sheets of one's own in the languages of the world go the whole road, from the sheet into a proved corpus, with their words
//! as they are.

use super::voice::Voice;
use super::{Booth, Record};
use std::collections::BTreeSet;
use std::fs;

/// Locale, script, text as it stands in the sheet.
const SHEETS: &[(&str, &str, &str)] = &[
    ("af-ZA", "Latn", "Skakel asseblief die lig aan"),
    ("am-ET", "Ethi", "እባክህ መብራቱን አብራ።"),
    ("ar-MA", "Arab", "شعل الضو عافاك"),
    ("az-AZ", "Latn", "İşığı yandır, zəhmət olmasa"),
    ("be-tarask", "Cyrl", "Уключы сьвятло, калі ласка"),
    ("bn-IN", "Beng", "আলোটা জ্বালিয়ে দাও।"),
    ("bo-CN", "Tibt", "གློག་སྒྲོན་སྤར་རོགས།"),
    ("br-FR", "Latn", "Enaouit ar gouloù, mar plij\u{a0}!"),
    ("ca-valencia", "Latn", "Encén el llum intel·ligent"),
    ("chr-US", "Cher", "ᎠᏥᎸ ᎯᏨᏍᏓ"),
    ("ckb-IQ", "Arab", "تکایە گڵۆپەکە دابگیرسێنە"),
    ("cs-CZ", "Latn", "Rozsviť v\u{a0}kuchyni"),
    ("cy-GB", "Latn", "Trowch y golau ymlaen"),
    ("dv-MV", "Thaa", "ބޮކި ދިއްލާލަދީ"),
    ("el-GR", "Grek", "Άναψε το φως· τώρα"),
    ("fa-IR", "Arab", "چراغ را روشن می\u{200c}کنی؟"),
    ("ff-Adlm-GN", "Adlm", "𞤖𞤵𞤩𞥆𞤵 𞤴𞤮𞥅𞤪𞤮"),
    ("fr-CH", "Latn", "Allume la lampe\u{202f}: vite\u{a0}!"),
    ("gu-IN", "Gujr", "લાઇટ ચાલુ કરો"),
    ("haw-US", "Latn", "E hoʻā i ke kukui"),
    ("he-IL", "Hebr", "להדליק את האור במטה צה״ל"),
    ("hy-AM", "Armn", "Կմիացնե՞ս լույսը"),
    ("ig-NG", "Latn", "Biko, mụnye ọkụ ahụ"),
    ("ja-JP", "Jpan", "電気をつけて、\u{3000}お願い。"),
    ("jv-Java", "Java", "ꦲꦸꦫꦸꦥ꧀ꦏꦺꦭꦩ꧀ꦥꦸ"),
    ("ka-GE", "Geor", "აანთე შუქი"),
    ("km-KH", "Khmr", "សូម\u{200b}បើក\u{200b}ភ្លើង"),
    ("kn-IN", "Knda", "ದೀಪ ಹಚ್ಚು"),
    ("ko-KR", "Kore", "TV를 켜 줘"),
    ("lo-LA", "Laoo", "ເປີດ\u{200b}ໄຟ\u{200b}ແດ່"),
    ("ml-IN", "Mlym", "വിളക്ക് കത്തിക്കൂ"),
    ("mn-Mong-CN", "Mong", "ᠭᠡᠷᠡᠯ᠎ᠢ ᠠᠰᠠᠭᠠ"),
    ("my-MM", "Mymr", "မီး\u{200b}ဖွင့်\u{200b}ပေးပါ"),
    ("nan-TW", "Latn", "Khui tiān-hóe"),
    ("nqo-GN", "Nkoo", "ߕߊ ߟߊߡߌߣߊ߫"),
    ("or-IN", "Orya", "ଆଲୁଅ ଜଳାଅ"),
    ("pa-PK", "Arab", "بتی بال دیو"),
    ("pa-IN", "Guru", "ਬੱਤੀ ਜਗਾਓ"),
    ("rm-sursilv", "Latn", "Envida la glisch"),
    ("sat-IN", "Olck", "ᱢᱟᱨᱥᱟᱞ ᱢᱮ"),
    ("si-LK", "Sinh", "එළිය දල්වන්න"),
    ("sr-Latn-RS", "Latn", "Upali svetlo"),
    ("syr-IQ", "Syrc", "ܐܢܗܪ ܢܘܗܪܐ"),
    ("ta-IN", "Taml", "விளக்கை ஏற்று"),
    ("te-IN", "Telu", "దీపం వెలిగించు"),
    ("th-TH", "Thai", "ช่วย\u{200b}เปิดไฟ"),
    ("ti-ER", "Ethi", "በጃኻ መብራህቲ ወልዕ፡፡"),
    ("vi-VN", "Latn", "Bật đèn lên giúp tôi"),
    ("yi-001", "Hebr", "צינד אָן די ליכט"),
    ("yo-NG", "Latn", "Jọ̀ọ́, tan iná"),
    ("zgh-MA", "Tfng", "ⵙⵙⵖ ⴰⵙⵉⴷ"),
    ("zh-Hant-TW", "Hant", "請把燈打開。"),
    ("de-DE-u-co-phonebk", "Latn", "Mach bitte das Licht an"),
    ("en-x-scouse", "Latn", "Turn the light on, la"),
];

/// What is read: spaces of typography are plain ones.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{3000}'], " ")
}

#[test]
fn sheets_in_the_languages_of_the_world_go_the_whole_road() {
    let scripts: BTreeSet<&str> = SHEETS.iter().map(|(_, script, _)| *script).collect();
    assert!(SHEETS.len() >= 40 && scripts.len() >= 20, "{} {}", SHEETS.len(), scripts.len());
    let booth = Booth::new();
    booth.write(
        "sheet/sheet.toml",
        "id = \"world\"\nversion = \"1.0.0\"\ntitle = \"One request\"\nlicence = \"CC0-1.0\"\nsource = \"Written for a check\"\n\
         [controller]\nname = \"A check\"\ncontact = \"check@example.org\"\n",
    );
    for (locale, _, text) in SHEETS {
        booth.write(&format!("sheet/{locale}.tsv"), format!("id\ttext\nlight\t{text}\n"));
    }
    let findings = booth.run(&["prompts", "check", "sheet", "--json"]).exits(0).json();
    let told: Vec<String> = findings
        .iter()
        .filter(|line| line["type"] == "finding" && line["severity"] != "info")
        .map(|line| format!("{} {} {}", line["path"], line["id"], line["message"]))
        .collect();
    // A television has no other name.
    assert!(told.iter().all(|line| line.contains("ko-KR.tsv")), "{told:#?}");
    booth.run(&["prompts", "fix", "sheet"]).exits(0).says(&["nothing to repair"]);

    for (at, (locale, _, _)) in SHEETS.iter().enumerate() {
        let voice = Voice { seed: 900 + at as u64, ..Voice::default() };
        voice.write(&booth.path(&format!("speech-{at}/light.wav")));
        let device = format!("file:speech-{at}");
        let record = Record::from(&device).set("--locale", locale).set("--speaker", &format!("s{at}"));
        booth.record(&record.with(&["--on-reject", "keep"]).auto()).exits(0);
    }
    booth.run(&["check", "--json"]).exits(0);
    let _ = booth
        .pack("corpus", &["--min-verdict", "reject"])
        .says(&["has 1 speaker and none in", "more like these"]);
    booth.run(&["verify", "corpus"]).exits(0).says(&["PASS"]);

    let catalogue = fs::read_to_string(booth.path("corpus/catalogue.jsonl")).unwrap();
    let rows: Vec<serde_json::Value> =
        catalogue.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), SHEETS.len());
    for (at, (locale, _, text)) in SHEETS.iter().enumerate() {
        let row = rows.iter().find(|row| row["speaker"] == format!("s{at}")).unwrap();
        assert_eq!(
            (row["locale"].as_str(), row["text"].as_str()),
            (Some(*locale), Some(plain(text).as_str()))
        );
    }
    // Kaldi's own check refuses any space in a text but the plain one.
    for split in ["train", "dev", "test"] {
        let texts = fs::read_to_string(booth.path(&format!("corpus/kaldi/{split}/text"))).unwrap_or_default();
        assert!(texts.chars().all(|c| !c.is_whitespace() || c == ' ' || c == '\n'), "{split}");
    }
}

#[test]
fn who_asks_stands_in_the_text_that_is_shown_and_in_the_receipt() {
    let booth = Booth::new();
    super::main_job::sheet(&booth);
    let device = super::main_job::speech(&booth, 1);
    let who = ["--controller", "Ada {contact}", "--controller-contact", "ada@example.org"];
    let run = booth.record(&Record::from(&device).with(&who).with(&["--limit", "1"]).auto()).exits(0);
    assert!(
        run.err.contains("--controller 'Ada {contact}' --controller-contact ada@example.org"),
        "{}",
        run.err
    );
    let copy = fs::read_dir(booth.path("receipts")).unwrap().next().unwrap().unwrap().path();
    let copy = fs::read_to_string(copy).unwrap();
    // In its line of the receipt, and in the text.
    assert_eq!(
        (copy.matches("Ada {contact}").count(), copy.matches("ada@example.org").count()),
        (2, 2),
        "{copy}"
    );
    assert!(!copy.contains("{unnamed}") && !copy.contains("check@example.org"), "{copy}");
}
