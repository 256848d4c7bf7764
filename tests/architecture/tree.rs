//! The modules of `src`, as the compiler sees them, without what only tests compile.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::Visit;
use syn::{Attribute, Item, Meta, UseTree};

/// A path of names, the first of which is the crate: `booth` is the library, `main` the program.
pub type Name = Vec<String>;

/// The library and the program: crate and root file.
const ROOTS: [(&str, &str); 2] = [("booth", "src/lib.rs"), ("main", "src/main.rs")];

/// The sources by path, parsed.
pub struct Sources(BTreeMap<String, syn::File>);

impl Sources {
    /// Reads all of `src`.
    pub fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = BTreeMap::new();
        for entry in walk(&root.join("src")) {
            let name = entry.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            let text = fs::read_to_string(&entry).unwrap();
            files.insert(name.clone(), parsed(&name, &text));
        }
        Self(files)
    }

    /// Puts `text` before what a file has, or makes the file.
    pub fn add(&mut self, file: &str, text: &str) {
        let items = parsed(file, text).items;
        match self.0.get_mut(file) {
            Some(known) => drop(known.items.splice(0..0, items)),
            None => drop(self.0.insert(file.to_owned(), parsed(file, text))),
        }
    }
}

fn parsed(name: &str, text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn walk(dir: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// A name that `use` brings into a module.
#[derive(Debug)]
pub struct Import {
    pub name: String,
    pub target: Vec<String>,
    /// It is there for others, too.
    pub public: bool,
}

/// A module and everything that it names.
#[derive(Debug, Default)]
pub struct Module {
    pub path: Name,
    pub file: String,
    /// Names of the modules inside.
    pub children: BTreeSet<String>,
    /// Names of its own items.
    pub items: BTreeSet<String>,
    pub imports: Vec<Import>,
    /// What is imported with `*`.
    pub globs: Vec<Vec<String>>,
    /// Paths in its code.
    pub paths: BTreeSet<Vec<String>>,
}

/// All modules that are compiled without `cfg(test)`.
pub struct Tree {
    pub modules: BTreeMap<Name, Module>,
    /// What no rule allows to be written at all.
    pub faults: Vec<String>,
}

impl Tree {
    /// Follows the `mod` items from the two roots.
    pub fn of(sources: &Sources) -> Self {
        let mut tree = Self { modules: BTreeMap::new(), faults: Vec::new() };
        let mut tests = BTreeSet::new();
        for (name, file) in ROOTS {
            tree.file(sources, vec![name.to_owned()], file, &mut tests);
        }
        let seen: BTreeSet<&String> = tree.modules.values().map(|module| &module.file).collect();
        let lost: Vec<String> =
            sources.0.keys().filter(|file| !seen.contains(file) && !tests.contains(*file)).cloned().collect();
        tree.faults.extend(lost.into_iter().map(|file| format!("{file}: no module names this file")));
        tree
    }

    fn file(&mut self, sources: &Sources, path: Name, file: &str, tests: &mut BTreeSet<String>) {
        let parsed = sources.0.get(file).unwrap_or_else(|| panic!("{file} is missing"));
        self.module(sources, path, file, &parsed.items, tests);
    }

    fn module(
        &mut self,
        sources: &Sources,
        path: Name,
        file: &str,
        items: &[Item],
        tests: &mut BTreeSet<String>,
    ) {
        let module = Module { path: path.clone(), file: file.to_owned(), ..Module::default() };
        let mut reader = Reader { module, faults: Vec::new() };
        for item in items {
            if let Item::Mod(inner) = item {
                let name = inner.ident.to_string();
                let child = [&path[..], std::slice::from_ref(&name)].concat();
                if inner.attrs.iter().any(|attribute| attribute.path().is_ident("path")) {
                    self.faults.push(format!("{file}: `mod {name}` has a path of its own"));
                }
                if is_test(&inner.attrs) {
                    if inner.content.is_none() {
                        note_tests(sources, &file_of(sources, file, &child), tests);
                    }
                    continue;
                }
                reader.module.children.insert(name);
                match &inner.content {
                    Some((_, items)) => self.module(sources, child, file, items, tests),
                    None => self.file(sources, child.clone(), &file_of(sources, file, &child), tests),
                }
            } else {
                if let Some(name) = name_of(item)
                    && !is_test(attributes(item))
                {
                    reader.module.items.insert(name);
                }
                reader.visit_item(item);
            }
        }
        self.faults.extend(reader.faults.into_iter().map(|fault| format!("{file}: {fault}")));
        self.modules.insert(path, reader.module);
    }
}

/// The file of the module `child`, which is declared in `file`.
fn file_of(sources: &Sources, file: &str, child: &[String]) -> String {
    let name = child.last().unwrap();
    let (folder, own) = file.rsplit_once('/').unwrap();
    let beside = match own {
        "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
        own => format!("{folder}/{}", own.trim_end_matches(".rs")),
    };
    let flat = format!("{beside}/{name}.rs");
    if sources.0.contains_key(&flat) { flat } else { format!("{beside}/{name}/mod.rs") }
}

/// Notes a file that only tests compile, and the files of the modules in it.
fn note_tests(sources: &Sources, file: &str, tests: &mut BTreeSet<String>) {
    tests.insert(file.to_owned());
    for item in sources.0.get(file).map_or(&[][..], |file| &file.items) {
        if let Item::Mod(inner) = item
            && inner.content.is_none()
        {
            note_tests(sources, &file_of(sources, file, &[inner.ident.to_string()]), tests);
        }
    }
}

/// Whether only tests compile what has these attributes.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("cfg") => {
            only_test(&list.tokens.clone().into_iter().collect::<Vec<_>>())
        }
        _ => false,
    })
}

/// Whether a condition holds in tests only: `test`, `all(test, …)`, `any(test, all(test, …))`.
fn only_test(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Ident(word)] => word == "test",
        [TokenTree::Ident(word), TokenTree::Group(group)] => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let mut parts = inner
                .split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','))
                .filter(|part| !part.is_empty());
            match word.to_string().as_str() {
                "all" => parts.any(only_test),
                "any" => parts.all(only_test),
                _ => false,
            }
        }
        _ => false,
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// Collects what a module names.
struct Reader {
    module: Module,
    faults: Vec<String>,
}

impl Reader {
    fn import(&mut self, tree: &UseTree, before: &[String], absolute: bool, public: bool) {
        match tree {
            UseTree::Path(path) => {
                let mut next = before.to_vec();
                if absolute && before.is_empty() {
                    next.push("::".to_owned());
                }
                next.push(path.ident.to_string());
                self.import(&path.tree, &next, false, public);
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.import(tree, before, absolute, public));
            }
            UseTree::Glob(_) => self.module.globs.push(before.to_vec()),
            UseTree::Name(name) => self.named(before, &name.ident.to_string(), None, public),
            UseTree::Rename(rename) => {
                self.named(before, &rename.ident.to_string(), Some(rename.rename.to_string()), public);
            }
        }
    }

    fn named(&mut self, before: &[String], name: &str, new: Option<String>, public: bool) {
        let mut target = before.to_vec();
        // `a::{self}` is `a`.
        if name != "self" || before.is_empty() {
            target.push(name.to_owned());
        }
        let bare = target.iter().all(|word| ["crate", "self", "super"].contains(&word.as_str()));
        if bare {
            self.faults.push(format!("`use {} as …` hides what is used", target.join("::")));
        }
        let name = new.unwrap_or_else(|| target.last().unwrap().clone());
        self.module.imports.push(Import { name, target, public });
    }

    /// Finds paths in the tokens of a macro, in which nothing is parsed.
    fn tokens(&mut self, stream: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        let flush = |path: &mut Vec<String>, module: &mut Module| {
            if path.len() > 1 {
                module.paths.insert(path.clone());
            }
            path.clear();
        };
        for token in stream {
            match token {
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        flush(&mut path, &mut self.module);
                    }
                    path.push(word.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    // `use a::{b, c}` in a macro.
                    let head = if colons == 2 { path.clone() } else { Vec::new() };
                    flush(&mut path, &mut self.module);
                    colons = 0;
                    if head.is_empty() {
                        self.tokens(group.stream());
                    } else {
                        self.group(&head, group.stream());
                    }
                }
                _ => {
                    flush(&mut path, &mut self.module);
                    colons = 0;
                }
            }
        }
        flush(&mut path, &mut self.module);
    }

    fn group(&mut self, head: &[String], stream: TokenStream) {
        let mut path = head.to_vec();
        for token in stream {
            match token {
                TokenTree::Ident(word) => {
                    path.push(word.to_string());
                    self.module.paths.insert(path.clone());
                }
                TokenTree::Punct(mark) if mark.as_char() == ',' => path = head.to_vec(),
                TokenTree::Group(group) => self.group(&path.clone(), group.stream()),
                _ => {}
            }
        }
    }
}

/// Passes by what only tests compile.
macro_rules! pass_tests {
    ($($visit:ident: $type:ident;)*) => {
        $(fn $visit(&mut self, node: &'ast syn::$type) {
            if !is_test(&node.attrs) {
                syn::visit::$visit(self, node);
            }
        })*
    };
}

impl<'ast> Visit<'ast> for Reader {
    pass_tests! {
        visit_arm: Arm;
        visit_expr_block: ExprBlock;
        visit_expr_struct: ExprStruct;
        visit_field: Field;
        visit_field_value: FieldValue;
        visit_impl_item_const: ImplItemConst;
        visit_impl_item_fn: ImplItemFn;
        visit_impl_item_type: ImplItemType;
        visit_item_mod: ItemMod;
        visit_local: Local;
        visit_stmt_macro: StmtMacro;
        visit_trait_item_fn: TraitItemFn;
        visit_variant: Variant;
    }

    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&item.tree, &[], item.leading_colon.is_some(), public);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.faults.push(format!("`extern crate {}` hides what is used", item.ident));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut words: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if path.leading_colon.is_some() {
            words.insert(0, "::".to_owned());
        }
        self.module.paths.insert(words);
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.visit_path(&mac.path);
        self.tokens(mac.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // Serde names functions in strings.
        let Meta::List(list) = &attribute.meta else { return };
        for token in list.tokens.clone() {
            if let TokenTree::Literal(literal) = token
                && let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string())
                && let Ok(path) = text.parse::<syn::Path>()
            {
                self.visit_path(&path);
            }
        }
    }
}
