//! `booth init`.

use super::Booth;
use booth::digest::Sha256;
use std::fs;

#[test]
fn the_file_promises_nothing_and_is_never_written_over() {
    let booth = Booth::new();
    let run = booth.run(&["init"]).exits(0).says(&[
        "Next: open it and say who collects",
        "the files of card",
        "Keep the recordings",
    ]);
    assert_eq!(run.out, "./booth.toml\n./card\n");
    assert_eq!(fs::read_dir(booth.path("card")).unwrap().count(), 14);
    let text = fs::read_to_string(booth.path("booth.toml")).unwrap();
    // All but the version is a comment.
    let said: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert_eq!(said, ["schema = 1"]);
    booth.write("booth.toml", "schema = 1\n# ours\n");
    booth.run(&["init"]).exits(5).says(&["there is a project file already"]);
    assert_eq!(fs::read_to_string(booth.path("booth.toml")).unwrap(), "schema = 1\n# ours\n");
}

#[test]
fn a_folder_that_is_not_there_is_made_and_programs_read_where() {
    let booth = Booth::new();
    let run = booth.run(&["init", "a/project", "--json"]).exits(0);
    let lines = run.json();
    let bytes = fs::read(booth.path("a/project/booth.toml")).unwrap();
    assert_eq!(lines[0]["type"], "project");
    assert_eq!(lines[0]["sha256"], Sha256::of(bytes).to_string());
    assert_eq!((lines.len(), &lines[1]["type"], &lines[1]["required"]), (16, &"part".into(), &true.into()));
    assert!(booth.path("a/project/card/motivation.md").is_file());
    assert_eq!(lines[15]["type"], "summary");
    #[cfg(unix)]
    {
        // A link is something that is there, wherever it leads.
        std::os::unix::fs::symlink(booth.path("nowhere"), booth.path("booth.toml")).unwrap();
        booth.run(&["init"]).exits(5).says(&["left as it is"]);
    }
}
