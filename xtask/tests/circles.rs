//! No two modules of a crate use each other, directly or by way of others, but for those that are
//! left: whoever reads a module can read it without the rest.
//!
//! A folder of modules counts as one to its neighbours, and its modules are compared with each
//! other. What a module and the folder around it use of each other is no circle: that is how a
//! folder is made.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use syn::{
    Attribute, Item, ItemMod, ItemUse, UseTree,
    visit_mut::{self, VisitMut},
};

/// The circles that are left. A new one is refused; one that is gone is taken out of here.
const LEFT: &[&str] = &[
    "payments-sandbox: ciputra -> payment -> ciputra",
    "payments-sandbox: ciputra -> world -> ciputra",
    "payments-sandbox: ciputra -> world -> story -> payment -> ciputra",
    "payments-sandbox: code -> generated::codes -> code",
    "payments-sandbox: control -> overview -> world -> control",
    "payments-sandbox: control -> resign -> world -> control",
    "payments-sandbox: control -> shop -> world -> control",
    "payments-sandbox: control -> shown -> world -> control",
    "payments-sandbox: control -> telling -> world -> control",
    "payments-sandbox: control -> world -> control",
    "payments-sandbox: digiswitch -> payment -> digiswitch",
    "payments-sandbox: digiswitch access -> order -> access",
    "payments-sandbox: digiswitch bill -> order -> bill",
    "payments-sandbox: faults -> provider -> faults",
    "payments-sandbox: faults -> trigger -> faults",
    "payments-sandbox: fazz -> payment -> fazz",
    "payments-sandbox: generated::callbacks -> kind -> generated::callbacks",
    "payments-sandbox: instamoney -> payment -> instamoney",
    "payments-sandbox: ledger -> payment -> rpi -> ledger",
    "payments-sandbox: outbox -> provider -> outbox",
    "payments-sandbox: page -> world -> page",
    "payments-sandbox: payment -> rpi -> payment",
];

/// Where a module is, from the root of its crate: `["http", "token"]`.
type Place = Vec<String>;

/// A crate's modules, as its source names them.
#[derive(Default)]
struct Crate {
    /// What each module uses, from the root of the crate.
    uses: BTreeMap<Place, BTreeSet<Place>>,
    /// What each module passes on: under which name, and what it is.
    exports: BTreeMap<Place, BTreeMap<String, Place>>,
}

/// Reads one file.
struct Reader<'c> {
    of: &'c mut Crate,
    file: Place,
    /// The file's module, and those within the file that are being read.
    here: Place,
}

impl Reader<'_> {
    /// What a path means from the root of the crate; `None` for a path into another crate.
    fn absolute(&self, path: &[String]) -> Option<Place> {
        let mut place = match path.first()?.as_str() {
            "crate" => Place::new(),
            "self" | "super" => self.here.clone(),
            child => {
                let mut place = self.here.clone();
                place.push(child.into());
                return self.of.uses.contains_key(&place).then(|| {
                    place.extend_from_slice(&path[1..]);
                    place
                });
            }
        };
        let mut rest = path;
        while let Some((first, others)) = rest.split_first() {
            match first.as_str() {
                "crate" | "self" => {}
                "super" => drop(place.pop()),
                _ => break,
            }
            rest = others;
        }
        place.extend_from_slice(rest);
        Some(place)
    }

    fn uses(&mut self, path: &[String]) {
        if let Some(place) = self.absolute(path) {
            self.of.uses.get_mut(&self.file).unwrap().insert(place);
        }
    }

    fn tree(&mut self, tree: &UseTree, mut path: Vec<String>) {
        let (name, as_name) = match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                return self.tree(&tree.tree, path);
            }
            UseTree::Group(group) => {
                return group
                    .items
                    .iter()
                    .for_each(|item| self.tree(item, path.clone()));
            }
            UseTree::Glob(_) => return self.uses(&path),
            UseTree::Name(name) => (name.ident.to_string(), name.ident.to_string()),
            UseTree::Rename(name) => (name.ident.to_string(), name.rename.to_string()),
        };
        if name != "self" {
            path.push(name);
        }
        self.uses(&path);
        if let Some(place) = self.absolute(&path) {
            let exports = self.of.exports.entry(self.here.clone()).or_default();
            exports.insert(as_name, place);
        }
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let is_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    };
    attributes.iter().any(is_test)
}

impl VisitMut for Reader<'_> {
    fn visit_item_use_mut(&mut self, item: &mut ItemUse) {
        self.tree(&item.tree, Vec::new());
    }

    fn visit_item_mod_mut(&mut self, item: &mut ItemMod) {
        if is_for_tests(&item.attrs) {
            return;
        }
        self.here.push(item.ident.to_string());
        visit_mut::visit_item_mod_mut(self, item);
        self.here.pop();
    }

    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        let names: Vec<_> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        if names.len() > 1 {
            self.uses(&names);
        }
        visit_mut::visit_path_mut(self, path);
    }
}

/// The modules below a file that are compiled outside of tests, with their files.
fn modules(file: &Path, place: Place, found: &mut Vec<(Place, PathBuf)>) {
    let is_root = file
        .file_stem()
        .is_some_and(|stem| ["lib", "main", "mod"].iter().any(|root| stem == *root));
    let folder = match is_root {
        true => file.parent().unwrap().to_path_buf(),
        false => file.with_extension(""),
    };
    let text = fs::read_to_string(file).unwrap();
    for item in syn::parse_file(&text).unwrap().items {
        let Item::Mod(item) = item else { continue };
        if item.content.is_some() || is_for_tests(&item.attrs) {
            continue;
        }
        let name = item.ident.to_string();
        let below = [
            folder.join(format!("{name}.rs")),
            folder.join(&name).join("mod.rs"),
        ];
        let Some(below) = below.into_iter().find(|file| file.exists()) else {
            continue;
        };
        let mut place = place.clone();
        place.push(name);
        modules(&below, place, found);
    }
    found.push((place, file.to_path_buf()));
}

impl Crate {
    fn read(root: &Path) -> Self {
        let mut files = Vec::new();
        modules(root, Place::new(), &mut files);
        let mut this = Self::default();
        for (place, _) in &files {
            this.uses.insert(place.clone(), BTreeSet::new());
        }
        for (place, file) in &files {
            let mut syntax = syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap();
            let mut reader = Reader {
                of: &mut this,
                file: place.clone(),
                here: place.clone(),
            };
            reader.visit_file_mut(&mut syntax);
        }
        this
    }

    /// The module in which something is that others may pass on.
    fn home(&self, used: &[String]) -> Place {
        let mut path = used.to_vec();
        // A chain of names that are passed on is short.
        for _ in 0..8 {
            let known = (0..=path.len()).rev();
            let depth = known
                .into_iter()
                .find(|depth| self.uses.contains_key(&path[..*depth]))
                .unwrap_or_default();
            let (module, rest) = path.split_at(depth);
            let passed_on = rest
                .first()
                .and_then(|name| self.exports.get(module)?.get(name))
                .filter(|other| !other.starts_with(&path));
            match passed_on {
                Some(other) => path = [other, &rest[1..]].concat(),
                None => return module.to_vec(),
            }
        }
        path
    }

    /// Which neighbour uses which, folder by folder.
    fn neighbours(&self) -> BTreeMap<Place, BTreeMap<String, BTreeSet<String>>> {
        let mut folders: BTreeMap<Place, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for (user, uses) in &self.uses {
            let user = &on_its_own(user);
            for used in uses.iter().map(|used| on_its_own(&self.home(used))) {
                let shared = user.iter().zip(&used).take_while(|(a, b)| a == b).count();
                if let (Some(from), Some(to)) = (user.get(shared), used.get(shared)) {
                    let folder = folders.entry(user[..shared].to_vec()).or_default();
                    folder.entry(from.clone()).or_default().insert(to.clone());
                }
            }
        }
        folders
    }

    /// The shortest circles, each named once.
    fn circles(&self) -> Vec<String> {
        let mut circles = BTreeSet::new();
        for (folder, uses) in self.neighbours() {
            for start in uses.keys() {
                let Some(circle) = shortest_way_back(&uses, start) else {
                    continue;
                };
                let least = circle.iter().min().unwrap().clone();
                let mut named = circle;
                while named[0] != least {
                    named.rotate_left(1);
                }
                named.push(least);
                let within = folder.join("::");
                circles.insert(format!("{within} {}", named.join(" -> ")).trim().to_owned());
            }
        }
        circles.into_iter().collect()
    }
}

/// What is generated is in one folder, so that it can be replaced whole; each file counts by
/// itself.
fn on_its_own(place: &[String]) -> Place {
    match place {
        [folder, file, rest @ ..] if folder == "generated" => {
            let mut place = vec![format!("{folder}::{file}")];
            place.extend_from_slice(rest);
            place
        }
        _ => place.to_vec(),
    }
}

fn shortest_way_back(
    uses: &BTreeMap<String, BTreeSet<String>>,
    start: &str,
) -> Option<Vec<String>> {
    let mut ways = vec![vec![start.to_owned()]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in uses.get(way.last()?).into_iter().flatten() {
                if next == start {
                    return Some(way);
                }
                if seen.insert(next.clone()) {
                    longer.push([&way[..], std::slice::from_ref(next)].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

/// The roots of every crate here: its library, its program.
fn roots() -> Vec<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let crates = fs::read_dir(workspace.join("crates")).unwrap();
    let folders = crates.map(|entry| entry.unwrap().path());
    let mut roots: Vec<_> = folders
        .chain([workspace.join("xtask")])
        .flat_map(|folder| ["src/lib.rs", "src/main.rs"].map(|root| folder.join(root)))
        .filter(|root| root.exists())
        .collect();
    roots.sort();
    roots
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let roots = roots();
    assert!(roots.len() > 12, "{roots:?}");
    let mut circles = BTreeSet::new();
    for root in roots {
        let name = root.ancestors().nth(2).unwrap().file_name().unwrap();
        for circle in Crate::read(&root).circles() {
            circles.insert(format!("{}: {circle}", name.display()));
        }
    }
    let left: BTreeSet<_> = LEFT.iter().map(|&circle| circle.to_owned()).collect();
    let new: Vec<_> = circles.difference(&left).collect();
    assert!(new.is_empty(), "take these circles out: {new:#?}");
    let gone: Vec<_> = left.difference(&circles).collect();
    assert!(gone.is_empty(), "gone, so no longer left: {gone:#?}");
}

#[test]
fn a_circle_is_found_through_names_that_are_passed_on() {
    let folder = tempfile();
    for (file, text) in [
        (
            "lib.rs",
            "mod a; mod b; mod c; pub use b::Held; pub use c::free;",
        ),
        ("a.rs", "pub struct Holder { held: crate::Held }"),
        ("b/mod.rs", "mod inner; pub use inner::Held;"),
        ("b/inner.rs", "use super::super::c::free; pub struct Held;"),
        (
            "c.rs",
            "use crate::a::Holder; pub fn free() {}\n#[cfg(test)] mod tests { use crate::d; }",
        ),
    ] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let circles = Crate::read(&folder.join("lib.rs")).circles();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(circles, ["a -> b -> c -> a"]);
}

fn tempfile() -> PathBuf {
    let name = format!("payments-circles-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}
