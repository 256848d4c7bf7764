//! Croissant: `croissant.json`, by which machine-learning platforms find, judge and load a data set.
//!
//! Form: Croissant 1.1 with the properties of its extension for responsible AI, RAI 1.0 (<https://mlcommons.org/croissant/1.1>).
//! What speakers consented to stands as conditions of use in ODRL 2.2 (<https://www.w3.org/TR/odrl-model/>), as section "Data Use
//! Conditions" of the form has it; that access is gated, by the Data Use Ontology's DUO:0000026 as well.

use super::columns::{COLUMNS, Column, Type};
use super::{Facts, json, licence_page};
use crate::corpus::catalogue;
use crate::corpus::processing::processed;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::project::{Access, Licence};
use serde_json::{Value, json};

/// The file's name inside a corpus.
pub const NAME: &str = "croissant.json";

/// The context of appendix 1 of the form, with the vocabularies of conditions of use.
fn context() -> Value {
    let mut context = json!({
        "@language": "en",
        "@vocab": "https://schema.org/",
        "sc": "https://schema.org/",
        "cr": "http://mlcommons.org/croissant/",
        "rai": "http://mlcommons.org/croissant/RAI/",
        "dct": "http://purl.org/dc/terms/",
        "odrl": "http://www.w3.org/ns/odrl/2/",
        "wd": "http://www.wikidata.org/entity/",
        "conformsTo": "dct:conformsTo",
        "data": { "@id": "cr:data", "@type": "@json" },
        "dataType": { "@id": "cr:dataType", "@type": "@vocab" },
        "examples": { "@id": "cr:examples", "@type": "@json" },
    });
    for word in [
        "annotation",
        "arrayShape",
        "citeAs",
        "column",
        "containedIn",
        "equivalentProperty",
        "excludes",
        "extract",
        "field",
        "fileObject",
        "fileProperty",
        "fileSet",
        "format",
        "includes",
        "isArray",
        "isLiveDataset",
        "jsonPath",
        "key",
        "md5",
        "parentField",
        "path",
        "readLines",
        "recordSet",
        "references",
        "regex",
        "repeated",
        "replace",
        "samplingRate",
        "sdVersion",
        "separator",
        "source",
        "subField",
        "transform",
        "unArchive",
        "value",
    ] {
        context[word] = json!(format!("cr:{word}"));
    }
    context
}

/// Returns how a licence is told: its page, or its name and text.
fn licence(licence: &Licence) -> Value {
    match licence_page(licence) {
        Some(page) => json!(page),
        None => json!({
            "@type": "sc:CreativeWork",
            "name": licence.id,
            "description": licence.text.as_deref().unwrap_or_default(),
        }),
    }
}

/// Returns what may be done with the corpus, as its speakers consented to it.
fn conditions(facts: &Facts<'_>) -> Value {
    let settings = &facts.release.settings;
    let permission = json!({
        "@type": "odrl:Permission",
        "name": super::scope_words(&settings.scope),
        "odrl:action": { "@id": "odrl:use" },
        "odrl:constraint": [{
            "@type": "odrl:Constraint",
            "odrl:leftOperand": { "@id": "odrl:purpose" },
            "odrl:operator": { "@id": "odrl:eq" },
            "odrl:rightOperand": settings.scope,
        }],
    });
    let mut offer = json!({
        "@type": ["CreativeWork", "odrl:Offer"],
        "name": "What the speakers consented to",
        "description": format!(
            "Every speaker consented to this use, by a receipt that the catalogue names: {}. Whether they consented to any \
             other was not asked for this corpus.",
            super::scope_words(&settings.scope)
        ),
        "odrl:permission": [permission],
    });
    if settings.access != Some(Access::Gated) {
        return json!([offer]);
    }
    offer["odrl:prohibition"] = json!([{
        "@type": "odrl:Prohibition",
        "name": "Not to be published openly: it goes to those who ask for it and agree to its terms",
        "odrl:action": { "@id": "odrl:distribute" },
    }]);
    let gate = json!({
        "@type": "DefinedTerm",
        "name": "user specific restriction",
        "termCode": "DUO_0000026",
        "url": "http://purl.obolibrary.org/obo/DUO_0000026",
    });
    json!([offer, gate])
}

fn data_type(holds: Type) -> &'static str {
    match holds {
        Type::Integer => "sc:Integer",
        Type::Number => "sc:Float",
        _ => "sc:Text",
    }
}

/// A field of the records, which is read from a column of the catalogue, or from what `path` finds in it.
fn field(name: &str, column: &Column, of: &str, path: Option<&str>) -> Value {
    let mut source = json!({ "fileObject": { "@id": catalogue::NAME }, "extract": { "column": of } });
    if let Some(path) = path {
        source["transform"] = json!({ "jsonPath": path });
    }
    json!({
        "@type": "cr:Field",
        "@id": format!("utterances/{name}"),
        "name": name,
        "description": column.meaning,
        "dataType": data_type(column.holds),
        "source": source,
    })
}

/// The fields of the records: the columns, with those of the recording one by one.
fn fields() -> Vec<Value> {
    let mut fields = Vec::new();
    for column in &COLUMNS {
        match column.holds {
            Type::Object(inner) => fields.extend(inner.iter().map(|inner| {
                field(&format!("{}_{}", column.name, inner.name), inner, column.name, Some(inner.name))
            })),
            Type::Texts => {
                let mut list = field(column.name, column, column.name, None);
                list["isArray"] = json!(true);
                list["arrayShape"] = json!("-1");
                fields.push(list);
            }
            // Key by key, each a list of its own, as the reader takes lists.
            Type::Objects(inner) => fields.extend(inner.iter().map(|(name, holds)| {
                let of = Column { name, holds: *holds, ..*column };
                let mut list = field(&format!("{}_{name}", column.name), &of, column.name, Some(name));
                list["description"] = json!(format!("{}: {name}", column.meaning));
                list["isArray"] = json!(true);
                list["arrayShape"] = json!("-1");
                list
            })),
            _ => fields.push(field(column.name, column, column.name, None)),
        }
    }
    for field in &mut fields {
        if field["name"] == "split" {
            field["references"] = json!({ "field": { "@id": "splits/name" } });
        }
    }
    fields
}

/// What was done to recordings.
fn preprocessing(facts: &Facts<'_>) -> Vec<String> {
    let settings = &facts.release.settings;
    let resampled = format!(
        "Recordings were resampled to {} and rounded to {}; where the resampled wave would have passed full scale its level was \
         lowered, as it was for {} of them.",
        settings.rate,
        facts.sample_words(),
        facts.release.totals.attenuated
    );
    let processed = processed(&settings.audio);
    [resampled, processed].into_iter().filter(|words| !words.is_empty()).collect()
}

/// The splits, as the form wants them named.
fn splits(facts: &Facts<'_>) -> Value {
    let data: Vec<Value> = facts
        .release
        .totals
        .splits
        .keys()
        .map(|split| {
            let url = match split {
                Split::Train => "cr:TrainingSplit",
                Split::Dev => "cr:ValidationSplit",
                Split::Test => "cr:TestSplit",
            };
            json!({ "splits/name": split.name(), "splits/url": url })
        })
        .collect();
    json!({
        "@type": "cr:RecordSet",
        "@id": "splits",
        "name": "splits",
        "dataType": "cr:Split",
        "key": { "@id": "splits/name" },
        "field": [
            { "@type": "cr:Field", "@id": "splits/name", "name": "name", "dataType": "sc:Text" },
            { "@type": "cr:Field", "@id": "splits/url", "name": "url", "dataType": ["sc:URL", "wd:Q3985153"] },
        ],
        "data": data,
    })
}

/// The clips themselves, where there are Parquet files of them: the reader of this form opens no WAV.
fn clips() -> [Value; 2] {
    let field = |name: &str, of: &str, data_type: &str, transform: Option<Value>| {
        let mut source = json!({ "fileSet": { "@id": "parquet-files" }, "extract": { "column": of } });
        if let Some(transform) = transform {
            source["transform"] = transform;
        }
        json!({
            "@type": "cr:Field",
            "@id": format!("clips/{name}"),
            "name": name,
            "dataType": data_type,
            "source": source,
        })
    };
    let files = json!({
        "@type": "cr:FileSet",
        "@id": "parquet-files",
        "name": "parquet-files",
        "description": "The utterances with their audio, as Hugging Face reads them.",
        "encodingFormat": "application/x-parquet",
        "includes": "parquet/*/*.parquet",
    });
    let records = json!({
        "@type": "cr:RecordSet",
        "@id": "clips",
        "name": "clips",
        "description": "The audio of each utterance, a WAV file, by its id.",
        "key": { "@id": "clips/id" },
        "field": [
            field("id", "id", "sc:Text", None),
            field("text", "text", "sc:Text", None),
            field("audio", "audio", "sc:AudioObject", Some(json!({ "jsonPath": "bytes" }))),
        ],
    });
    [files, records]
}

/// Returns the description.
///
/// # Errors
/// [`crate::ErrorKind::Corpus`] never happens.
pub fn render(facts: &Facts<'_>) -> Result<String> {
    let (release, settings) = (facts.release, &facts.release.settings);
    let mut distribution = vec![
        json!({
            "@type": "cr:FileObject",
            "@id": catalogue::NAME,
            "name": catalogue::NAME,
            "description": "The utterances, one JSON object a line.",
            "contentUrl": catalogue::NAME,
            "contentSize": format!("{} B", facts.catalogue_bytes),
            "encodingFormat": "application/jsonlines",
            "sha256": release.catalogue_sha256,
        }),
        json!({
            "@type": "cr:FileSet",
            "@id": "audio-files",
            "name": "audio-files",
            "description": "The audio, one WAV file an utterance; `audio` of an utterance names its own.",
            "encodingFormat": "audio/wav",
            "includes": "audio/*/*/*.wav",
        }),
    ];
    let mut record_sets = vec![
        splits(facts),
        json!({
            "@type": "cr:RecordSet",
            "@id": "utterances",
            "name": "utterances",
            "description": "One record an utterance.",
            "key": { "@id": "utterances/id" },
            "field": fields(),
        }),
    ];
    if settings.manifests.iter().any(|name| name == "parquet") {
        let [files, records] = clips();
        distribution.push(files);
        record_sets.push(records);
    }
    let mut set = json!({
        "@context": context(),
        "@type": "sc:Dataset",
        "conformsTo": ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
        "name": settings.title,
        "description": facts.summary(),
        "inLanguage": release.totals.locales.keys().collect::<Vec<_>>(),
        "keywords": super::KEYWORDS,
        "isLiveDataset": false,
        "usageInfo": conditions(facts),
        "distribution": distribution,
        "recordSet": record_sets,
        "rai:dataCollection":
            "Read speech: prompts were read aloud and recorded. Of each reading that a speaker wanted kept, the take that checks of \
             the sound found best is in the corpus.",
        "rai:dataCollectionType": ["Physical data collection"],
        "rai:dataCollectionMissingData": facts.left_out(),
        "rai:dataCollectionRawData": "The recordings before they were resampled are not in the corpus; the catalogue has their digests.",
        "rai:dataPreprocessingProtocol": preprocessing(facts),
        "rai:dataAnnotationProtocol": [
            "Texts, intents and slots are those of the prompts that were read."
        ],
        "rai:personalSensitiveInformation": facts.personal(),
        "rai:dataBiases": facts.shares(),
    });
    if let (Some(creator), description) = (&facts.description.creator, facts.description) {
        let mut maker = json!({ "@type": "sc:Organization", "name": creator });
        if let Some(email) = facts.email() {
            maker["email"] = json!(email);
        }
        set["creator"] = maker;
        set["citeAs"] = json!(facts.bibtex(creator, description.url.as_deref()));
    }
    if let Some(own) = &settings.licence {
        set["license"] = licence(own);
    }
    for (key, value) in
        [("url", &facts.description.url), ("version", &settings.version), ("datePublished", &settings.date)]
    {
        if let Some(value) = value {
            set[key] = json!(value);
        }
    }
    json(&set)
}
