//! What a bag says of the corpus in it: the reserved labels of RFC 8493, 2.2.2, as far as a corpus knows them.

use super::Facts;
use crate::archive::bag;
use crate::corpus::release::Release;
use crate::project::Description;

/// Returns what `bag-info.txt` holds around the corpus with this head, which has so many bytes in so many files.
pub fn bag_info(release: &Release, (bytes, files): (u64, u64)) -> String {
    let nothing = Description::default();
    let settings = &release.settings;
    let description = settings.description.as_ref().unwrap_or(&nothing);
    let facts = Facts { release, description, catalogue_bytes: 0 };
    let summary = facts.summary();
    let external = settings
        .version
        .as_ref()
        .map_or_else(|| settings.title.clone(), |version| format!("{} {version}", settings.title));
    let values = [
        ("Source-Organization", description.creator.as_deref()),
        ("Contact-Email", facts.email()),
        ("External-Description", Some(summary.as_str())),
        ("External-Identifier", Some(description.url.as_deref().unwrap_or(&external))),
        ("Bagging-Date", settings.date.as_deref()),
        ("Bag-Software-Agent", Some(release.tool.as_str())),
    ];
    let values: Vec<(&str, &str)> =
        values.into_iter().filter_map(|(label, value)| Some((label, value?))).collect();
    bag::info(&values, bytes, files)
}
