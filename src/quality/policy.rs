//! The policy: every limit of every check, as data.

use super::check::{CHECKS, Check, LONGEST, Limits, TAKE_LONG, explain};
use super::longest::Longest;
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use std::collections::{BTreeMap, BTreeSet};

/// The built-in limits with their comments: the file to copy from.
pub const BUILT_IN: &str = include_str!("policy.toml");
/// The names of the profiles; the first is the default.
pub const PROFILES: [&str; 3] = ["asr", "tts", "wake-word"];
/// The limit that every check has: 0 switches it off.
const ENABLED: &str = "enabled";

/// Changes to limits: check id to limit name to value.
pub type Overrides = BTreeMap<String, BTreeMap<String, f64>>;

/// A complete set of limits; always holds every limit of every check.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    profile: &'static str,
    limits: Overrides,
    /// What a project has set, which a sheet may change.
    project: Overrides,
    /// What a file or a command line has set, which a sheet does not change.
    own: Overrides,
    /// The limits again, in the order of [`CHECKS`], for who judges a take by all of them.
    in_order: Vec<InOrder>,
}

/// The limits of a check, in the order of [`Check::limits`].
#[derive(Debug, Clone, PartialEq)]
struct InOrder {
    is_enabled: bool,
    values: Vec<f64>,
}

impl Policy {
    /// Returns the built-in limits of a profile: `asr`, `tts` or `wake-word`.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for another name.
    pub fn default_for(profile: &str) -> Result<Self> {
        let profile = profile_named(profile)?;
        let mut limits = Overrides::new();
        for check in CHECKS {
            limits.entry(check.id.to_owned()).or_default().insert(ENABLED.to_owned(), 1.0);
        }
        let values = |check: &Check| vec![f64::NAN; check.limits.len()];
        let in_order =
            CHECKS.iter().map(|check| InOrder { is_enabled: true, values: values(check) }).collect();
        let (project, own) = (Overrides::new(), Overrides::new());
        let built_in = Self { profile, limits, project, own, in_order }.with_toml(BUILT_IN)?;
        Ok(Self { own: Overrides::new(), ..built_in })
    }

    /// Reads a policy file: what it does not set keeps the built-in value of its `profile` (`asr` when absent).
    ///
    /// # Errors
    /// [`ErrorKind::Usage`], with line and column, when the text is not TOML, names a profile, check or limit
    /// that there is not, or holds a value that is no finite number.
    pub fn from_toml(text: &str) -> Result<Self> {
        let file = PolicyFile::parse(text)?;
        let base = Self::default_for(file.profile.unwrap_or(PROFILES[0]))?;
        base.with_file(&file)
    }

    /// Returns the profile that a policy file names, if it names one.
    ///
    /// # Errors
    /// As [`Policy::from_toml`].
    pub fn profile_in(text: &str) -> Result<Option<&'static str>> {
        Ok(PolicyFile::parse(text)?.profile)
    }

    /// Changes the limits that a policy file sets, keeping this policy's profile.
    ///
    /// # Errors
    /// As [`Policy::from_toml`]; also when the file names another profile than this policy has.
    pub fn with_toml(self, text: &str) -> Result<Self> {
        let file = PolicyFile::parse(text)?;
        if let Some(profile) = file.profile.filter(|profile| *profile != self.profile) {
            return Err(usage(format!(
                "the policy file is for the profile `{profile}`; the profile `{}` was asked for",
                self.profile
            )));
        }
        self.with_file(&file)
    }

    /// Changes single limits, as a sheet or a command line does.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`], listing what is allowed, for an unknown check or limit, or a value that is not finite.
    pub fn with_overrides(mut self, overrides: &Overrides) -> Result<Self> {
        known_limits(overrides)?;
        for (id, limits) in overrides {
            for (name, &value) in limits {
                self.set(id, name, value)?;
            }
        }
        Ok(self)
    }

    /// Returns the built-in limits of this profile with those that a project changes, which a sheet may change again. What
    /// was set on purpose before is let go, so this comes first.
    ///
    /// # Errors
    /// As [`Policy::with_overrides`].
    pub fn of_project(self, project: &Overrides) -> Result<Self> {
        let base = Self::default_for(self.profile)?.with_overrides(project)?;
        Ok(Self { own: Overrides::new(), project: project.clone(), ..base })
    }

    /// Returns this policy over a sheet: the built-in limits, then those that the project changes, then those that the sheet
    /// changes, then what was set on purpose by a file or a command line.
    ///
    /// # Errors
    /// As [`Policy::with_overrides`], for the sheet's limits.
    pub fn over_sheet(&self, sheet: &Overrides) -> Result<Self> {
        if sheet.is_empty() {
            return Ok(self.clone());
        }
        let base = Self::default_for(self.profile)?.with_overrides(&self.project)?.with_overrides(sheet)?;
        let project = self.project.clone();
        Ok(Self { project, own: self.own.clone(), ..base.with_overrides(&self.own)? })
    }

    /// Returns the name of the profile that it was made from.
    pub fn profile(&self) -> &'static str {
        self.profile
    }

    /// Returns one limit.
    pub fn limit(&self, check: &str, name: &str) -> Option<f64> {
        self.limits.get(check)?.get(name).copied()
    }

    /// Returns whether the check is switched on.
    pub fn is_enabled(&self, check: &str) -> bool {
        self.limit(check, ENABLED).is_some_and(|value| value != 0.0)
    }

    /// Returns how long a take may be, which is also how far one is measured.
    pub fn longest(&self) -> Longest {
        Longest::new(self.limit(TAKE_LONG, LONGEST).unwrap_or(0.0))
    }

    /// Returns the same for [`Policy::over_sheet`], without making that policy.
    pub fn longest_over(&self, sheet: &Overrides) -> Longest {
        let of = |limits: &Overrides| limits.get(TAKE_LONG)?.get(LONGEST).copied();
        of(&self.own).or_else(|| of(sheet)).map_or_else(|| self.longest(), Longest::new)
    }

    /// Returns all limits: check id to limit name to value.
    pub fn limits(&self) -> &Overrides {
        &self.limits
    }

    /// Returns the SHA-256 of the limits in canonical form: equal limits, equal digest, whatever the profile
    /// or the file they came from.
    pub fn sha256(&self) -> Sha256 {
        limits_sha256(&self.limits)
    }

    /// Returns all checks with their limits, in order, and whether each is switched on.
    pub(super) fn checks<'a>(&'a self) -> impl Iterator<Item = (&'static Check, Limits<'a>, bool)> {
        let limits = |(&check, own): (&&'static Check, &'a InOrder)| {
            (check, Limits { of: check, values: &own.values }, own.is_enabled)
        };
        CHECKS.iter().zip(&self.in_order).map(limits)
    }

    fn set(&mut self, id: &str, name: &str, value: f64) -> Result<()> {
        let check = check_named(id)?;
        limit_named(check, name)?;
        limit_allowed(id, name, value)?;
        for limits in [&mut self.limits, &mut self.own] {
            limits.entry(id.to_owned()).or_default().insert(name.to_owned(), value);
        }
        if let Some(own) =
            CHECKS.iter().position(|known| known.id == id).and_then(|at| self.in_order.get_mut(at))
        {
            match check.limits.iter().position(|limit| limit.name == name) {
                Some(at) => own.values[at] = value,
                None => own.is_enabled = value != 0.0,
            }
        }
        Ok(())
    }

    fn with_file(mut self, file: &PolicyFile) -> Result<Self> {
        for limit in &file.limits {
            if limit.profile.is_none_or(|profile| profile == self.profile) {
                self.set(&limit.check, &limit.name, limit.value)?;
            }
        }
        Ok(self)
    }
}

/// Says whether all of these limits are known, and may have their values.
///
/// # Errors
/// [`ErrorKind::Usage`], listing what is allowed.
pub fn known_limits(limits: &Overrides) -> Result<()> {
    for (id, limits) in limits {
        let check = check_named(id)?;
        for (name, &value) in limits {
            limit_named(check, name)?;
            limit_allowed(id, name, value)?;
        }
    }
    Ok(())
}

/// Says whether the check has the limit.
///
/// # Errors
/// [`ErrorKind::Usage`], listing what it has.
pub fn limit_named(check: &Check, name: &str) -> Result<()> {
    if name == ENABLED || check.limits.iter().any(|limit| limit.name == name) {
        return Ok(());
    }
    let mut allowed: Vec<&str> = check.limits.iter().map(|limit| limit.name).collect();
    allowed.push(ENABLED);
    let (id, name) = (check.id, name.escape_debug());
    Err(usage(format!("the check `{id}` has no limit `{name}`; it has {}", allowed.join(", "))))
}

/// Says whether the limit `name` of the check `id` may have the value.
///
/// # Errors
/// [`ErrorKind::Usage`], saying what is allowed.
pub fn limit_allowed(id: &str, name: &str, value: f64) -> Result<()> {
    if !value.is_finite() {
        return Err(usage(format!(
            "the limit `{id}.{name}` is {value}; allowed are finite numbers; `enabled = 0` switches a check off"
        )));
    }
    if name == ENABLED && value != 0.0 && value != 1.0 {
        return Err(usage(format!("`{id}.enabled` is {value}; allowed are 0 and 1")));
    }
    let most_s = Longest::MOST.seconds();
    match (id, name) {
        (TAKE_LONG, ENABLED) if value == 0.0 => Err(usage(format!(
            "`{id}` cannot be switched off, since longer takes are not analysed; `{id}.{LONGEST}` may be up to {most_s}"
        ))),
        (TAKE_LONG, LONGEST) if value <= 0.0 || value > most_s => Err(usage(format!(
            "the limit `{id}.{name}` is {value} s; allowed are more than 0 and up to {most_s}, since memory grows with what \
             is analysed"
        ))),
        _ => Ok(()),
    }
}

/// Returns the SHA-256 of limits in canonical form.
pub fn limits_sha256(limits: &Overrides) -> Sha256 {
    let mut hasher = Hasher::new();
    for (id, limits) in limits {
        for (name, value) in limits {
            hasher.update(format!("{id}.{name}={:?}\n", value + 0.0).as_bytes());
        }
    }
    hasher.finish()
}

/// Returns the SHA-256 of all that judged: the policy with this digest, and each of the sets of limits, by their
/// [`limits_sha256`], that sessions have of their own; the policy's alone where there is none.
pub fn judging_sha256(policy: Sha256, own: impl IntoIterator<Item = Sha256>) -> Sha256 {
    let own: BTreeSet<Sha256> = own.into_iter().collect();
    if own.is_empty() {
        return policy;
    }
    let mut hasher = Hasher::new();
    for digest in std::iter::once(policy).chain(own) {
        hasher.update(format!("{digest}\n").as_bytes());
    }
    hasher.finish()
}

/// Returns limits as `--limit-of` takes them, with commas between.
pub fn limit_words(limits: &Overrides) -> String {
    let all = limits
        .iter()
        .flat_map(|(id, limits)| limits.iter().map(move |(name, value)| format!("{id}.{name}={value}")));
    all.collect::<Vec<_>>().join(", ")
}

/// Returns the checks that limits switch off.
pub fn switched_off(limits: &Overrides) -> Vec<&str> {
    let off = |limits: &BTreeMap<String, f64>| limits.get(ENABLED).is_some_and(|&value| value == 0.0);
    limits.iter().filter(|(_, limits)| off(limits)).map(|(id, _)| id.as_str()).collect()
}

impl Default for Policy {
    /// Returns the built-in limits of the profile `asr`.
    fn default() -> Self {
        // The built-in file is part of the program and a test reads it.
        Self::default_for(PROFILES[0]).expect("the built-in policy is sound")
    }
}

struct FileLimit {
    profile: Option<&'static str>,
    check: String,
    name: String,
    value: f64,
}

/// A policy file: common limits first, then those of the profiles.
struct PolicyFile {
    profile: Option<&'static str>,
    limits: Vec<FileLimit>,
}

impl PolicyFile {
    fn parse(text: &str) -> Result<Self> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
            let fault = usage(format!("the policy is not TOML: {}", error.message()));
            match error.span() {
                Some(span) => {
                    let before = text.get(..span.start).unwrap_or(text);
                    let line = before.matches('\n').count() as u64 + 1;
                    let column = before.chars().rev().take_while(|&c| c != '\n').count() as u64 + 1;
                    fault.at(line, column)
                }
                None => fault,
            }
        })?;
        let mut file = Self { profile: None, limits: Vec::new() };
        let mut later = Vec::new();
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("profile", toml::Value::String(name)) => file.profile = Some(profile_named(name)?),
                ("profile", _) => return Err(usage("`profile` is the name of a profile, in quotes")),
                ("profiles", profiles) => {
                    for (name, checks) in as_table(profiles, "profiles")? {
                        let name = profile_named(name)?;
                        for (id, limits) in as_table(checks, &format!("profiles.{name}"))? {
                            read_limits(Some(name), id, limits, &mut later)?;
                        }
                    }
                }
                (id, limits) => read_limits(None, id, limits, &mut file.limits)?,
            }
        }
        file.limits.append(&mut later);
        Ok(file)
    }
}

fn read_limits(
    profile: Option<&'static str>,
    id: &str,
    limits: &toml::Value,
    into: &mut Vec<FileLimit>,
) -> Result<()> {
    check_named(id)?;
    for (name, value) in as_table(limits, id)? {
        let value = match value {
            toml::Value::Integer(whole) => *whole as f64,
            toml::Value::Float(number) => *number,
            toml::Value::Boolean(on) if name == ENABLED => f64::from(u8::from(*on)),
            other => {
                return Err(usage(format!(
                    "the limit `{id}.{name}` is a {}; allowed are numbers",
                    other.type_str()
                )));
            }
        };
        into.push(FileLimit { profile, check: id.to_owned(), name: name.clone(), value });
    }
    Ok(())
}

fn as_table<'a>(value: &'a toml::Value, name: &str) -> Result<&'a toml::Table> {
    value.as_table().ok_or_else(|| {
        usage(format!("`{name}` is a {} in the policy; write it as a table [{name}]", value.type_str()))
    })
}

/// Returns the check with this id.
///
/// # Errors
/// [`ErrorKind::Usage`], listing all that there are.
pub fn check_named(id: &str) -> Result<&'static Check> {
    explain(id).ok_or_else(|| {
        let ids: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
        usage(format!("there is no check `{}`; there are {}", id.escape_debug(), ids.join(", ")))
    })
}

fn profile_named(name: &str) -> Result<&'static str> {
    PROFILES.into_iter().find(|profile| *profile == name).ok_or_else(|| {
        usage(format!("there is no profile `{}`; there are {}", name.escape_debug(), PROFILES.join(", ")))
    })
}

fn usage(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Usage, message)
}

#[cfg(test)]
mod own_limits_tests {
    use super::*;

    #[test]
    fn what_judged_is_hashed_with_the_limits_that_sessions_have_of_their_own() {
        let policy = Policy::default().sha256();
        assert_eq!(judging_sha256(policy, []), policy);
        let limits = |id: &str, name: &str, value: f64| -> Overrides {
            [(id.to_owned(), [(name.to_owned(), value)].into())].into()
        };
        let (off, loud) = (limits("clipped", ENABLED, 0.0), limits("noisy", "warn_db", 9.5));
        let [one, two] = [&off, &loud].map(limits_sha256);
        let both = judging_sha256(policy, [one, two]);
        assert_eq!(both, judging_sha256(policy, [two, one, two]));
        let all: BTreeSet<Sha256> =
            [policy, both, judging_sha256(policy, [one]), judging_sha256(policy, [two])].into();
        assert_eq!(all.len(), 4);
        assert_eq!(switched_off(&off), ["clipped"]);
        assert!(switched_off(&loud).is_empty());
        let mut more = off.clone();
        more.extend(loud);
        assert_eq!(limit_words(&more), "clipped.enabled=0, noisy.warn_db=9.5");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_sets_every_limit_and_no_other() {
        for profile in PROFILES {
            let policy = Policy::default_for(profile).unwrap();
            for check in CHECKS {
                let set: Vec<&str> = policy.limits()[check.id].keys().map(String::as_str).collect();
                let mut known: Vec<&str> =
                    check.limits.iter().map(|limit| limit.name).chain([ENABLED]).collect();
                known.sort_unstable();
                assert_eq!(set, known, "{profile} {}", check.id);
            }
            assert_eq!(policy.limits().len(), CHECKS.len());
        }
        let of = |profile: &str| Policy::default_for(profile).unwrap().limit("noisy", "warn_db");
        assert_eq!((of("asr"), of("tts"), of("wake-word")), (Some(20.0), Some(35.0), Some(15.0)));
    }

    #[test]
    fn a_file_changes_what_it_sets_and_nothing_else() {
        let policy = Policy::from_toml(
            "profile = \"tts\"\n[noisy]\nwarn_db = 30\n[pause-long]\nenabled = false\n[profiles.asr.noisy]\nwarn_db = 1\n",
        )
        .unwrap();
        assert_eq!((policy.profile(), policy.limit("noisy", "warn_db")), ("tts", Some(30.0)));
        assert!(!policy.is_enabled("pause-long") && policy.is_enabled("noisy"));
        assert_eq!(Policy::from_toml(BUILT_IN).unwrap().limits(), Policy::default().limits());
    }

    #[test]
    fn the_digest_is_of_the_limits_alone() {
        let change = |value: f64| {
            let overrides =
                BTreeMap::from([("noisy".to_owned(), BTreeMap::from([("warn_db".to_owned(), value)]))]);
            Policy::default().with_overrides(&overrides).unwrap()
        };
        assert_eq!(change(20.0).sha256(), Policy::default().sha256());
        assert_ne!(change(20.5).sha256(), Policy::default().sha256());
        assert_eq!(change(0.0).sha256(), change(-0.0).sha256());
    }

    #[test]
    fn what_there_is_not_is_refused_with_what_there_is() {
        for (text, words) in [
            ("[noisey]\nwarn_db = 1", "noisy"),
            ("[noisy]\nwarn = 1", "warn_db, reject_db, enabled"),
            ("[noisy]\nwarn_db = nan", "finite"),
            ("[noisy]\nwarn_db = \"20\"", "string"),
            ("[noisy]\nenabled = 2", "0 and 1"),
            ("noisy = 3", "[noisy]"),
            ("profile = \"ASR\"", "asr, tts, wake-word"),
            ("profile = 1", "in quotes"),
            ("[profiles.asr]\nnoisy = 3", "[noisy]"),
            ("[profiles.music.noisy]\nwarn_db = 3", "wake-word"),
        ] {
            let error = Policy::from_toml(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Usage, "{text}");
            assert!(error.message().contains(words), "{text}: {}", error.message());
        }
        let error = Policy::from_toml("[noisy]\nwarn_db = = 1").unwrap_err();
        assert_eq!((error.line(), error.column()), (Some(2), Some(11)));
        let empty = BTreeMap::from([("nosy".to_owned(), BTreeMap::new())]);
        assert!(Policy::default().with_overrides(&empty).is_err());
        assert!(Policy::default_for("tts").unwrap().with_toml("profile = \"asr\"").is_err());
    }

    #[test]
    fn a_take_is_as_long_as_the_policy_says_and_never_without_end() {
        let limit = |name: &str, value: f64| {
            Overrides::from([(TAKE_LONG.to_owned(), [(name.to_owned(), value)].into())])
        };
        let built_in = Policy::default();
        assert_eq!(built_in.longest().seconds(), 600.0);
        let own = built_in.clone().with_overrides(&limit(LONGEST, 30.0)).unwrap();
        let none = Overrides::new();
        for (policy, sheet, seconds) in [
            (&built_in, &none, 600.0),
            (&built_in, &limit(LONGEST, 1800.0), 1800.0),
            (&own, &none, 30.0),
            (&own, &limit(LONGEST, 1800.0), 30.0),
        ] {
            assert_eq!(policy.longest_over(sheet).seconds(), seconds);
            assert_eq!(policy.over_sheet(sheet).unwrap().longest().seconds(), seconds);
        }
        assert!(built_in.over_sheet(&limit(ENABLED, 1.0)).is_ok());
        for (name, value, words) in [
            (LONGEST, 0.0, "up to 3600"),
            (LONGEST, -1.0, "up to 3600"),
            (LONGEST, 3600.5, "up to 3600"),
            (ENABLED, 0.0, "cannot be switched off"),
        ] {
            let error = built_in.over_sheet(&limit(name, value)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Usage);
            assert!(error.message().contains(words), "{error}");
        }
    }

    #[test]
    fn what_was_set_on_purpose_stands_over_the_sheet() {
        let limit =
            |value: f64| Overrides::from([("noisy".to_owned(), [("warn_db".to_owned(), value)].into())]);
        let built_in = Policy::default();
        let sheet = limit(7.0);
        assert_eq!(built_in.over_sheet(&sheet).unwrap().limit("noisy", "warn_db"), Some(7.0));
        let own = built_in.with_overrides(&limit(11.0)).unwrap();
        assert_eq!(own.over_sheet(&sheet).unwrap().limit("noisy", "warn_db"), Some(11.0));
        assert_eq!(own.over_sheet(&Overrides::new()).unwrap().sha256(), own.sha256());
        // What a project says stands below both.
        let project = Policy::default().of_project(&limit(9.0)).unwrap();
        assert_eq!(project.limit("noisy", "warn_db"), Some(9.0));
        assert_eq!(project.over_sheet(&sheet).unwrap().limit("noisy", "warn_db"), Some(7.0));
        let other = Overrides::from([("clipped".to_owned(), [(ENABLED.to_owned(), 0.0)].into())]);
        assert_eq!(project.over_sheet(&other).unwrap().limit("noisy", "warn_db"), Some(9.0));
        let own = project.with_overrides(&limit(11.0)).unwrap();
        assert_eq!(own.over_sheet(&sheet).unwrap().limit("noisy", "warn_db"), Some(11.0));
    }
}
