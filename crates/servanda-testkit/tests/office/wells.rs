//! A small invented partnership: two parties that agreed on wells.

use servanda_actions::DocumentCopy;
use servanda_model::record::{Block, BlockForm};
use servanda_testkit::TestOffice;

/// The minutes that the data set cites.
pub(crate) const MINUTES: &str = "Minutes\n\nBoth sides will drill two wells by spring 2027. \
                           They thanked the hosts.\n\nAna Ruiz chaired the meeting.\n";

/// SHA-256 of [`MINUTES`].
pub(crate) const MINUTES_SHA256: &str =
    "d793388ef3f8e1cd4c33ae316727c3d1c23a07b4a907a215bb4d5ed910493936";

/// The data set as it is first loaded.
pub(crate) const WELLS: &str = r#"
[register]
namespace = "00112233445566778899aabbccddeeff"
partnership = "wells"

[[partnership]]
key = "wells"
name.en = "Wells Partnership"
name.fr = "Partenariat des puits"
name.es = "Alianza de los pozos"
summary.en = "Two parties drill wells."
summary.fr = "Deux parties forent des puits."
summary.es = "Dos partes perforan pozos."
since = "2020"
parties = ["party/north", "party/south"]

[[party]]
key = "north"
code = "NO"
name.en = "North"
name.fr = "Nord"
name.es = "Norte"

[[party]]
key = "south"
code = "SO"
name.en = "South"
name.fr = "Sud"
name.es = "Sur"

[[document]]
key = "minutes"
title.en = "Minutes of 2026"
title.fr = "Compte rendu de 2026"
title.es = "Minuta de 2026"
language = "en"
sha256 = "d793388ef3f8e1cd4c33ae316727c3d1c23a07b4a907a215bb4d5ed910493936"
media-type = "text/plain"
file = "minutes.txt"

[[body]]
key = "drilling"
type = "working-group"
state = "active"
name.en = "Drilling Group"
name.fr = "Groupe du forage"
name.es = "Grupo de perforación"
mandate.en = "Drills."
mandate.fr = "Fore."
mandate.es = "Perfora."

[[person]]
key = "p1"
name = "Ana Ruiz"

[[post]]
key = "chair"
body = "body/drilling"
party = "party/south"
role = "co-chair"
title.en = "Southern co-chair"
title.fr = "Coprésidence du Sud"
title.es = "Copresidencia del Sur"

[[term]]
key = "t1"
post = "post/chair"
person = "person/p1"
documented = "2026-02-01"
title.en = "Director"
title.fr = "Directrice"
title.es = "Directora"
source = [{ document = "minutes", begins = "Ana Ruiz chaired", ends = "the meeting." }]

[[commitment]]
key = "two-wells"
title.en = "Drill two wells"
title.fr = "Forer deux puits"
title.es = "Perforar dos pozos"
wording.en = "North and South drill two wells by spring 2027."
wording.fr = "Le Nord et le Sud forent deux puits d’ici le printemps 2027."
wording.es = "El Norte y el Sur perforan dos pozos a más tardar en la primavera de 2027."
owed-by = ["party/south", "party/north"]
due = "../2027-21"
made = "2026-02-01"
body = "body/drilling"
lenses = ["climate"]
source = [{ document = "minutes", begins = "Both sides will", ends = "spring 2027." }]
"#;

/// A copy of the minutes, as the reader would hand it over.
pub(crate) fn copy() -> DocumentCopy {
    let chars = |text: &str| text.chars().count();
    let first = chars("Minutes");
    let second = first + 2;
    let middle = MINUTES.split("\n\n").nth(1).expect("a second block");
    let third = second + chars(middle) + 2;
    let end = chars(MINUTES) - 1;
    let block = |form, start, end| Block { form, start, end };
    DocumentCopy {
        digest: MINUTES_SHA256.to_owned(),
        bytes: MINUTES.as_bytes().to_vec(),
        text: MINUTES.to_owned(),
        outline: vec![
            block(BlockForm::Heading1, 0, first),
            block(BlockForm::Paragraph, second, third - 2),
            block(BlockForm::Paragraph, third, end),
        ],
    }
}

/// An office that keeps the register of the wells, with a copy of the minutes.
pub(crate) fn office() -> TestOffice {
    TestOffice::with(&[("wells.toml", WELLS)], &[copy()])
}
