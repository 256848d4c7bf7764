//! `booth mine`: all that is held of a person, and nothing of anybody else.

use super::main_job::{record, sheet};
use super::{Booth, tree};

#[test]
fn a_person_takes_along_all_that_is_theirs_and_nothing_of_others() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    record(&booth, "de-DE", 1);
    record(&booth, "en-US", 2);
    booth.write(
        "receipts/personal.jsonl",
        "{\"speaker\":\"spk1\",\"contact\":\"me\"}\n{\"speaker\":\"spk2\",\"contact\":\"you\"}\n",
    );
    let _ = booth.pack("corpus", &["--version", "1.0.0"]).says(&["2 speakers cannot fill"]);
    let run = booth.run(&["mine", "spk1", "--to", "theirs", "--json"]).exits(0).json();
    assert_eq!((&run[0]["sessions"], &run[0]["releases"]), (&2.into(), &serde_json::json!(["corpus 1.0.0"])));
    let (held, copy) = (tree(&booth.path("recordings")), tree(&booth.path("theirs")));
    let of = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("\"id\": \"spk1\"");
    let theirs: Vec<&str> = held
        .iter()
        .filter(|(name, bytes)| name.ends_with("session.json") && of(bytes))
        .map(|(name, _)| name.trim_end_matches("session.json"))
        .collect();
    for (name, bytes) in held.iter().filter(|(name, _)| theirs.iter().any(|id| name.starts_with(id))) {
        assert_eq!(copy[&format!("sessions/{name}")], *bytes, "{name}");
    }
    assert_eq!(copy["receipts/personal.jsonl"], b"{\"speaker\":\"spk1\",\"contact\":\"me\"}\n");
    assert!(copy.keys().any(|name| name.starts_with("receipts/spk1-")));
    let others = copy.values().filter(|bytes| bytes.windows(4).any(|part| part == b"spk2"));
    assert_eq!(others.count() + copy.keys().filter(|name| name.contains("spk2")).count(), 0);
    assert!(String::from_utf8_lossy(&copy["README.txt"]).contains("corpus 1.0.0"));
    let _ = booth.run(&["mine", "spk1", "--to", "theirs"]).exits(5).says(&["theirs"]);
    let _ = booth.run(&["mine", "nobody", "--to", "none"]).exits(2).says(&["nothing is held"]);
    let _ = booth.run(&["mine", "spk1", "nowhere", "--to", "none"]).exits(3).says(&["no such folder"]);
    assert!(!booth.path("none").exists());
    let run = booth.run(&["mine", "spk2", "--to", "yours"]).exits(0).says(&["DONE  yours"]);
    assert!(run.out.starts_with("1 session with "), "{}", run.out);
}
