//! What a name in the sources stands for: through `self`, `super`, groups, renames, globs and re-exports.

use super::tree::{Module, Name, Tree};
use std::collections::BTreeSet;

/// How many re-exports a name may go through.
const HOPS: u8 = 16;

/// A name in a module, and all that it stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The module that has it.
    pub from: Name,
    pub file: String,
    /// Every full name that it goes by, from the one that is written to the one that is defined; other crates' too.
    pub names: Vec<Name>,
    /// The file that defines it; none for another crate's and for a module as such.
    pub defined_in: Option<String>,
}

/// Resolves everything that every module names.
pub fn references(tree: &Tree) -> BTreeSet<Reference> {
    let mut all = BTreeSet::new();
    for module in tree.modules.values() {
        let mut add = |words: &[String], import: bool| {
            let mut reference = Reference {
                from: module.path.clone(),
                file: module.file.clone(),
                names: Vec::new(),
                defined_in: None,
            };
            Resolver { tree, hops: 0 }.resolve(module, words, import, &mut reference);
            all.insert(reference);
        };
        for import in &module.imports {
            add(&import.target, true);
        }
        for glob in &module.globs {
            add(glob, true);
        }
        for path in &module.paths {
            add(path, false);
        }
    }
    all
}

struct Resolver<'a> {
    tree: &'a Tree,
    hops: u8,
}

impl<'a> Resolver<'a> {
    fn module(&self, path: &[String]) -> Option<&'a Module> {
        self.tree.modules.get(path)
    }

    /// Resolves `words` as written in `module`; a lone word names a module only in an import.
    fn resolve(&mut self, module: &'a Module, words: &[String], import: bool, into: &mut Reference) {
        self.hops += 1;
        if self.hops > HOPS || words.is_empty() {
            return;
        }
        let mut start = module.path.clone();
        let mut rest = words;
        match words[0].as_str() {
            "crate" => {
                start.truncate(1);
                rest = &words[1..];
            }
            "self" | "super" => {
                while let Some(word) = rest.first().filter(|word| ["self", "super"].contains(&word.as_str()))
                {
                    if word == "super" && start.len() > 1 {
                        start.pop();
                    }
                    rest = &rest[1..];
                }
            }
            "::" => return self.outer(&words[1..], into),
            first => {
                let alone = words.len() == 1 && !import;
                let known = module.imports.iter().any(|one| one.name == first && one.target != words)
                    || module.items.contains(first)
                    || (module.children.contains(first) && !alone);
                if !known {
                    // A lone word in an expression is a local name, or one of the prelude.
                    if !self.through_globs(module, words, into) && !alone {
                        self.outer(words, into);
                    }
                    return;
                }
            }
        }
        self.walk(&start, rest, into);
    }

    /// Another crate's name, or the library's in the program.
    fn outer(&mut self, words: &[String], into: &mut Reference) {
        if words.first().is_some_and(|word| word == "booth") {
            self.walk(&words[..1], &words[1..], into);
        } else {
            into.names.push(words.to_vec());
        }
    }

    /// Follows `rest` from the module at `start` to where it is defined.
    fn walk(&mut self, start: &[String], rest: &[String], into: &mut Reference) {
        into.names.push([start, rest].concat());
        let Some(module) = self.module(start) else { return };
        let Some((first, after)) = rest.split_first() else { return };
        if module.children.contains(first) {
            // The whole name is noted already.
            into.names.pop();
            let child = [start, std::slice::from_ref(first)].concat();
            return self.walk(&child, after, into);
        }
        if let Some(import) = module.imports.iter().find(|import| import.name == *first) {
            return self.resolve(module, &[&import.target[..], after].concat(), true, into);
        }
        if !module.items.contains(first) && self.through_globs(module, rest, into) {
            return;
        }
        into.defined_in = Some(module.file.clone());
    }

    /// Whether a module that is imported whole has the first of `words`; then resolves them in it.
    fn through_globs(&mut self, module: &'a Module, words: &[String], into: &mut Reference) -> bool {
        for glob in &module.globs {
            let mut found = Reference {
                from: module.path.clone(),
                file: String::new(),
                names: Vec::new(),
                defined_in: None,
            };
            let mut inner = Resolver { tree: self.tree, hops: self.hops };
            inner.resolve(module, glob, true, &mut found);
            let Some(target) = found.names.last().and_then(|name| self.module(name)) else { continue };
            let first = &words[0];
            let has = target.items.contains(first)
                || target.children.contains(first) && words.len() > 1
                || target.imports.iter().any(|import| import.public && import.name == *first);
            if has && target.path != module.path {
                self.hops = inner.hops + 1;
                if self.hops < HOPS {
                    self.walk(&target.path.clone(), words, into);
                }
                return true;
            }
        }
        false
    }
}
