//! Names of journals, and whom they are for.

use super::Reach;

#[test]
fn the_name_of_a_journal_says_whom_it_is_for() {
    for (origin, reach) in [
        ("example.org/canada-mexico/registrar", Reach::Public),
        ("example.org/canada-mexico/ca", Reach::Public),
        ("example.org/canada-mexico/ca/workspace", Reach::Workspace),
        ("example.org/house", Reach::House),
        ("example.org", Reach::House),
        ("example.org/canada-mexico/ca/drafts", Reach::House),
        ("example.org/canada-mexico/ca/workspace/old", Reach::House),
        ("", Reach::House),
    ] {
        assert_eq!(Reach::of(origin), reach, "{origin}");
    }
}
